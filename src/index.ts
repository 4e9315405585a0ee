export { acrossReadings, type AcrossReadings, type Refused, type Variant } from './kernel/across-readings.js'
export { safely, type Answer, type Safe } from './kernel/answer.js'
export type { Fact, Limit } from './kernel/comparator.js'
export type { DescribeOptions } from './kernel/describe.js'
export { InputError, type InputIssue, type Path } from './kernel/input.js'
export type { Taken } from './kernel/reading.js'
export type { Finding, Force, Outcome } from './kernel/rule.js'
export type { Locale, Text } from './kernel/text.js'
export { catalogue, describe } from './catalogue.js'
export {
  checkLeaverEligibility,
  checkLeaverInformationTransfer,
  checkParticipatingSchoolDuties,
  checkSchemeApplicability,
  checkServicePlanPublication,
  checkShortStayDuration,
  checkShortStayFollowUp,
  checkShortStayIntake,
  checkShortStayReferral,
  checkThematicWorkshops,
  decideShortStayContinuation,
  describeSupportMode,
} from './hk-school-partnership/index.js'
export {
  checkAppeal,
  checkExtraPlaceUsage,
  checkListAmendment,
  checkMeasureApplicability,
  checkMechanismAndRecords,
  checkProgressMeetingSchedule,
  checkRepeatExtension,
  checkValidReasons,
  computeExtraPlaces,
  computeLevelProgression,
  decideProgressMeeting,
  standardYearsOfStudy,
} from './hk-extension-of-study/index.js'
export {
  checkApplicantEligibility,
  checkApplicationSubmission,
  checkProjectCompliance,
  checkReportSubmission,
  checkStudentEligibility,
  checkTutorQualification,
  classifyExpenditure,
  computeAllowableClaim,
  computeFullCostFee,
  computeInstalments,
  computeRefund,
  validateGrantBudget,
} from './hk-community-projects/index.js'
export {
  checkApplicationDeadline,
  checkApplicationDossier,
  checkApprovalPathway,
  checkDeliveryMode,
  checkImplementationDuties,
  checkProgrammeEligibility,
  compareVersions,
  computeInstructorFee,
  computeSubsidySettlement,
  describeReviewOutcome,
  determineVersion,
  planSupervisionFollowUp,
} from './hsinchu-special-education/index.js'
export {
  checkDepartmentTeacherWorktime,
  checkHomeEducationEligibility,
  checkIepMeeting,
  checkItinerantTeacherAssignment,
  checkMissedSession,
  checkPlacementChange,
  checkRoleDuties,
  computeCaseDeadlines,
  computeTeachingFee,
  computeTravelAllowance,
  describeAssessmentAndCredential,
  itinerantVisitRequirements,
} from './new-taipei-home-education/index.js'
