export * from './document.js'
export { ledger, type Locator } from './ledger.js'
export { homeEducation } from './module.js'
export { duties, type DutyCode } from './duties.js'
export {
  checkDepartmentTeacherWorktime,
  DepartmentTeacherWorktimeFigures,
  DepartmentTeacherWorktimeInput,
} from './check-department-teacher-worktime.js'
export {
  checkHomeEducationEligibility,
  HomeEducationEligibilityFigures,
  HomeEducationEligibilityInput,
} from './check-home-education-eligibility.js'
export { checkIepMeeting, IepMeetingFigures, IepMeetingInput } from './check-iep-meeting.js'
export {
  checkItinerantTeacherAssignment,
  ItinerantTeacherAssignmentFigures,
  ItinerantTeacherAssignmentInput,
} from './check-itinerant-teacher-assignment.js'
export { checkMissedSession, MissedSessionFigures, MissedSessionInput } from './check-missed-session.js'
export { checkPlacementChange, PlacementChangeFigures, PlacementChangeInput } from './check-placement-change.js'
export { checkRoleDuties, RoleDutiesFigures, RoleDutiesInput } from './check-role-duties.js'
export { CaseDeadlinesFigures, CaseDeadlinesInput, computeCaseDeadlines } from './compute-case-deadlines.js'
export { computeTeachingFee, TeachingFeeFigures, TeachingFeeInput } from './compute-teaching-fee.js'
export { computeTravelAllowance, TravelAllowanceFigures, TravelAllowanceInput } from './compute-travel-allowance.js'
export {
  AssessmentAndCredentialFigures,
  AssessmentAndCredentialInput,
  describeAssessmentAndCredential,
} from './describe-assessment-and-credential.js'
export { ItinerantVisitFigures, ItinerantVisitInput, itinerantVisitRequirements } from './itinerant-visit-requirements.js'
