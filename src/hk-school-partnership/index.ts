export { COVERS, ENQUIRIES, HISTORY, INSPECTOR_SECTIONS, memorandum, readings, REFERENCE, SCHEME_PAGE, type Options } from './document.js'
export { ledger, type Locator } from './ledger.js'
export { schoolPartnership } from './module.js'
export { checkLeaverEligibility, LeaverEligibilityFigures, LeaverEligibilityInput } from './check-leaver-eligibility.js'
export {
  checkLeaverInformationTransfer, LeaverInformationTransferFigures, LeaverInformationTransferInput,
} from './check-leaver-information-transfer.js'
export {
  checkParticipatingSchoolDuties, ParticipatingSchoolDutiesFigures, ParticipatingSchoolDutiesInput,
} from './check-participating-school-duties.js'
export { checkSchemeApplicability, SchemeApplicabilityFigures, SchemeApplicabilityInput } from './check-scheme-applicability.js'
export {
  checkServicePlanPublication, ServicePlanPublicationFigures, ServicePlanPublicationInput,
} from './check-service-plan-publication.js'
export { checkShortStayDuration, ShortStayDurationFigures, ShortStayDurationInput } from './check-short-stay-duration.js'
export { checkShortStayFollowUp, ShortStayFollowUpFigures, ShortStayFollowUpInput } from './check-short-stay-follow-up.js'
export { checkShortStayIntake, ShortStayIntakeFigures, ShortStayIntakeInput } from './check-short-stay-intake.js'
export { checkShortStayReferral, ShortStayReferralFigures, ShortStayReferralInput } from './check-short-stay-referral.js'
export { checkThematicWorkshops, ThematicWorkshopsFigures, ThematicWorkshopsInput } from './check-thematic-workshops.js'
export { decideShortStayContinuation, ShortStayContinuationFigures, ShortStayContinuationInput } from './decide-short-stay-continuation.js'
export { describeSupportMode, SupportModeFigures, SupportModeInput } from './describe-support-mode.js'
