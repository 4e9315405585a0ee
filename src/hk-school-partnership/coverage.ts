import { hongKongSchoolYearOf, type IsoDate } from '../kernel/calendar.js'
import { oneOf } from '../kernel/comparator.js'
import type { Path } from '../kernel/input.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { COVERS, memorandum } from './document.js'

/** The Scheme recurs from year to year, but each memorandum speaks of its own school years. */
export const coverage = memorandum.rules({
  spokenOfYear: {
    at: 'title',
    force: 'in-principle',
    decides: text('the Education Bureau, in the memorandum of that school year', '教育局，以該學年的通函為準'),
    test: oneOf(...COVERS.schoolYears),
    says: text('The arrangements are those of the school year: {test}.', '有關安排所屬的學年：{test}。'),
    next: text('look to the memorandum of that school year', '請參閱該學年的通函'),
  },
})

/** Whether the memorandum speaks of the school year of a day. */
export const yearOfDay = (day: IsoDate, path: Path): Finding => coverage.spokenOfYear.apply(hongKongSchoolYearOf(day), path)
