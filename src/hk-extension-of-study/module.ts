import type { DocumentModule } from '../kernel/document.js'
import { checkAppealEntry } from './check-appeal.js'
import { checkExtraPlaceUsageEntry } from './check-extra-place-usage.js'
import { checkListAmendmentEntry } from './check-list-amendment.js'
import { checkMeasureApplicabilityEntry } from './check-measure-applicability.js'
import { checkMechanismAndRecordsEntry } from './check-mechanism-and-records.js'
import { checkProgressMeetingScheduleEntry } from './check-progress-meeting-schedule.js'
import { checkRepeatExtensionEntry } from './check-repeat-extension.js'
import { checkValidReasonsEntry } from './check-valid-reasons.js'
import { computeExtraPlacesEntry } from './compute-extra-places.js'
import { computeLevelProgressionEntry } from './compute-level-progression.js'
import { decideProgressMeetingEntry } from './decide-progress-meeting.js'
import { circular, readings } from './document.js'
import { ledger } from './ledger.js'
import { standardYearsOfStudyEntry } from './standard-years-of-study.js'

/** EDB Circular 2/2022 with all that was made of it, for the catalogue. Its functions stand in the order of the text. */
export const extensionOfStudy: DocumentModule = {
  document: circular,
  ledger,
  readings: readings.all,
  functions: [
    checkMeasureApplicabilityEntry,
    standardYearsOfStudyEntry,
    computeExtraPlacesEntry,
    checkValidReasonsEntry,
    checkExtraPlaceUsageEntry,
    decideProgressMeetingEntry,
    checkRepeatExtensionEntry,
    computeLevelProgressionEntry,
    checkProgressMeetingScheduleEntry,
    checkAppealEntry,
    checkListAmendmentEntry,
    checkMechanismAndRecordsEntry,
  ],
}
