import type { DocumentModule } from '../kernel/document.js'
import { checkApplicantEligibilityEntry } from './check-applicant-eligibility.js'
import { checkApplicationSubmissionEntry } from './check-application-submission.js'
import { checkProjectComplianceEntry } from './check-project-compliance.js'
import { checkReportSubmissionEntry } from './check-report-submission.js'
import { checkStudentEligibilityEntry } from './check-student-eligibility.js'
import { checkTutorQualificationEntry } from './check-tutor-qualification.js'
import { classifyExpenditureEntry } from './classify-expenditure.js'
import { computeAllowableClaimEntry } from './compute-allowable-claim.js'
import { computeFullCostFeeEntry } from './compute-full-cost-fee.js'
import { computeInstalmentsEntry } from './compute-instalments.js'
import { computeRefundEntry } from './compute-refund.js'
import { guidelines, readings } from './document.js'
import { ledger } from './ledger.js'
import { validateGrantBudgetEntry } from './validate-grant-budget.js'

/** The guidelines on Community-based Projects with all that was made of them, for the catalogue. */
export const communityProjects: DocumentModule = {
  document: guidelines,
  ledger,
  readings: readings.all,
  functions: [
    checkStudentEligibilityEntry,
    checkApplicantEligibilityEntry,
    checkApplicationSubmissionEntry,
    validateGrantBudgetEntry,
    computeFullCostFeeEntry,
    checkTutorQualificationEntry,
    classifyExpenditureEntry,
    computeAllowableClaimEntry,
    computeInstalmentsEntry,
    computeRefundEntry,
    checkReportSubmissionEntry,
    checkProjectComplianceEntry,
  ],
}
