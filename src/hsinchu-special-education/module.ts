import type { DocumentModule } from '../kernel/document.js'
import { checkApplicationDeadlineEntry } from './check-application-deadline.js'
import { checkApplicationDossierEntry } from './check-application-dossier.js'
import { checkApprovalPathwayEntry } from './check-approval-pathway.js'
import { checkDeliveryModeEntry } from './check-delivery-mode.js'
import { checkImplementationDutiesEntry } from './check-implementation-duties.js'
import { checkProgrammeEligibilityEntry } from './check-programme-eligibility.js'
import { computeInstructorFeeEntry } from './compute-instructor-fee.js'
import { computeSubsidySettlementEntry } from './compute-subsidy-settlement.js'
import { describeReviewOutcomeEntry } from './describe-review-outcome.js'
import { determineVersionEntry } from './determine-version.js'
import { readings, regulations } from './document.js'
import { ledger } from './ledger.js'
import { planSupervisionFollowUpEntry } from './plan-supervision-follow-up.js'

/** The Hsinchu City regulations with all that was made of them, for the catalogue; in the order of the articles. */
export const hsinchuSpecialEducation: DocumentModule = {
  document: regulations,
  ledger,
  readings: readings.all,
  versionField: 'onDate',
  functions: [
    determineVersionEntry,
    checkProgrammeEligibilityEntry,
    checkDeliveryModeEntry,
    checkApprovalPathwayEntry,
    checkApplicationDossierEntry,
    computeInstructorFeeEntry,
    computeSubsidySettlementEntry,
    checkApplicationDeadlineEntry,
    describeReviewOutcomeEntry,
    checkImplementationDutiesEntry,
    planSupervisionFollowUpEntry,
  ],
}
