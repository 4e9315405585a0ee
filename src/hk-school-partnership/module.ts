import type { DocumentModule } from '../kernel/document.js'
import { checkLeaverEligibilityEntry } from './check-leaver-eligibility.js'
import { checkLeaverInformationTransferEntry } from './check-leaver-information-transfer.js'
import { checkParticipatingSchoolDutiesEntry } from './check-participating-school-duties.js'
import { checkSchemeApplicabilityEntry } from './check-scheme-applicability.js'
import { checkServicePlanPublicationEntry } from './check-service-plan-publication.js'
import { checkShortStayDurationEntry } from './check-short-stay-duration.js'
import { checkShortStayFollowUpEntry } from './check-short-stay-follow-up.js'
import { checkShortStayIntakeEntry } from './check-short-stay-intake.js'
import { checkShortStayReferralEntry } from './check-short-stay-referral.js'
import { checkThematicWorkshopsEntry } from './check-thematic-workshops.js'
import { decideShortStayContinuationEntry } from './decide-short-stay-continuation.js'
import { describeSupportModeEntry } from './describe-support-mode.js'
import { memorandum, readings } from './document.js'
import { ledger } from './ledger.js'

/** EDB Circular Memorandum 116/2025 with all that was made of it, for the catalogue. */
export const schoolPartnership: DocumentModule = {
  document: memorandum,
  ledger,
  readings: readings.all,
  functions: [
    checkSchemeApplicabilityEntry,
    describeSupportModeEntry,
    checkServicePlanPublicationEntry,
    checkThematicWorkshopsEntry,
    checkShortStayIntakeEntry,
    checkShortStayReferralEntry,
    checkShortStayDurationEntry,
    decideShortStayContinuationEntry,
    checkShortStayFollowUpEntry,
    checkLeaverEligibilityEntry,
    checkLeaverInformationTransferEntry,
    checkParticipatingSchoolDutiesEntry,
  ],
}
