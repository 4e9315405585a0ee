import type { DocumentModule } from '../kernel/document.js'
import { checkDepartmentTeacherWorktimeEntry } from './check-department-teacher-worktime.js'
import { checkHomeEducationEligibilityEntry } from './check-home-education-eligibility.js'
import { checkIepMeetingEntry } from './check-iep-meeting.js'
import { checkItinerantTeacherAssignmentEntry } from './check-itinerant-teacher-assignment.js'
import { checkMissedSessionEntry } from './check-missed-session.js'
import { checkPlacementChangeEntry } from './check-placement-change.js'
import { checkRoleDutiesEntry } from './check-role-duties.js'
import { computeCaseDeadlinesEntry } from './compute-case-deadlines.js'
import { computeTeachingFeeEntry } from './compute-teaching-fee.js'
import { computeTravelAllowanceEntry } from './compute-travel-allowance.js'
import { describeAssessmentAndCredentialEntry } from './describe-assessment-and-credential.js'
import { plan, readings } from './document.js'
import { itinerantVisitRequirementsEntry } from './itinerant-visit-requirements.js'
import { ledger } from './ledger.js'

/** The New Taipei home-education plan with all that was made of it, for the catalogue. */
export const homeEducation: DocumentModule = {
  document: plan,
  ledger,
  readings: readings.all,
  functions: [
    checkHomeEducationEligibilityEntry,
    checkItinerantTeacherAssignmentEntry,
    computeCaseDeadlinesEntry,
    checkIepMeetingEntry,
    itinerantVisitRequirementsEntry,
    checkRoleDutiesEntry,
    describeAssessmentAndCredentialEntry,
    checkPlacementChangeEntry,
    checkDepartmentTeacherWorktimeEntry,
    computeTeachingFeeEntry,
    checkMissedSessionEntry,
    computeTravelAllowanceEntry,
  ],
}
