export { acrossReadings, type AcrossReadings, type Variant } from './kernel/across-readings.js'
export { safely, type Answer, type Safe } from './kernel/answer.js'
export type { Fact, Limit } from './kernel/comparator.js'
export type { DescribeOptions } from './kernel/describe.js'
export { InputError, type InputIssue, type Path } from './kernel/input.js'
export type { Taken } from './kernel/reading.js'
export type { Finding, Force, Outcome } from './kernel/rule.js'
export type { Locale, Text } from './kernel/text.js'
export { catalogue, describe } from './catalogue.js'
export { checkExtraPlaceUsage, computeExtraPlaces } from './hk-extension-of-study/index.js'
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
