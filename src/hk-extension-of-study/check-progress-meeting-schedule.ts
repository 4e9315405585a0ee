import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { hongKongSchoolYear } from '../kernel/calendar.js'
import { given, onOrAfter, onOrBefore } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { date, describedAs, known, schoolYear as schoolYearField } from '../kernel/fields.js'
import { parser, reject } from '../kernel/input.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { beforeTheSchoolYear, circular, readings, type Options } from './document.js'

/** The last day of March, in the second calendar year of the school year. @source App 乙(i) s2 */
const LAST_DAY_OF_MARCH = '03-31'

const rules = circular.rules({
  meetingByMarch: {
    at: 'App 乙(i) s2 meeting',
    force: 'mandatory',
    test: onOrBefore(given('the last day of March of the school year', '該學年 3 月的最後一日')),
    says: text('The student progress meeting is held {test}.', '學生進程會議於 {test}舉行。'),
    next: text('record why the meeting was late; changes to the list now follow App 丙', '記錄延遲的原因；其後修改名單須按附錄丙辦理'),
  },
  meetingWithinSchoolYear: {
    at: 'App 乙(i) s2 meeting',
    force: 'mandatory',
    test: onOrAfter(given('the first day of the school year', '該學年的第一日')),
    says: text('The student progress meeting is held {test}.', '學生進程會議於 {test}舉行。'),
  },
  reportedByDate: {
    at: 'App 乙(i) s2 report',
    also: ['App 丙 s1'],
    force: 'mandatory',
    test: onOrBefore(given("the date that the Education Bureau sets", '教育局訂定的日期')),
    says: text('Leavers and extended students are reported through SEMIS {test}.', '離校生及延長學習年期學生的資料於 {test}經 SEMIS 呈報。'),
  },
})

export const ProgressMeetingScheduleInput = z.strictObject({
  schoolYear: describedAs(schoolYearField(), 'the school year, such as 2025/26', '學年，例如 2025/26'),
  meetingDate: describedAs(known(date()), 'the day of the student progress meeting', '學生進程會議日期'),
  edbDate: describedAs(known(date()), 'the reporting date that the Education Bureau set, usually in March', '教育局訂定的呈報日期，一般在 3 月'),
  semisDate: describedAs(known(date()), 'the day on which the school reported through SEMIS', '學校經 SEMIS 呈報的日期', beforeTheSchoolYear),
})
export type ProgressMeetingScheduleInput = z.input<typeof ProgressMeetingScheduleInput>

export const ProgressMeetingScheduleFigures = z.strictObject({
  /** The first and the last day on which the meeting may be held; no first day when any earlier date will do. */
  firstMeetingDay: z.iso.date().nullable(),
  lastMeetingDay: z.iso.date(),
})
export type ProgressMeetingScheduleFigures = Readonly<z.output<typeof ProgressMeetingScheduleFigures>>

const parse = parser(ProgressMeetingScheduleInput)

/**
 * Whether the student progress meeting and the report to the Education Bureau are in time.
 *
 * 31 March of the school year is in time, 1 April is a day late; a meeting before 1 September belongs to another
 * school year. The report is due on the date that the Bureau sets each year, that day included; the text holds no
 * date, so without it nothing is concluded. A report before 1 September is no report of this school year's students.
 *
 * @param input the school year and the dates, as far as they are known
 * @param options another reading of A-E15 (how early the meeting may be)
 * @returns the first and last day for the meeting
 * @throws InputError when a date or the school year is malformed, or the report went in before the school year
 * @source EDB Circular 2/2022 App 乙(i), 丙 s1
 * @example
 * checkProgressMeetingSchedule({ schoolYear: '2025/26', meetingDate: '2026-04-01' }).value.lastMeetingDay //=> '2026-03-31'
 */
export function checkProgressMeetingSchedule(
  input: ProgressMeetingScheduleInput,
  options?: Options,
): Answer<ProgressMeetingScheduleFigures> {
  const { schoolYear, meetingDate, edbDate, semisDate } = parse(input)
  const reader = readings.reader(options)
  const { first, last } = hongKongSchoolYear(schoolYear)
  if (semisDate != null && semisDate < first) reject(['semisDate'], beforeTheSchoolYear)
  const lastMeetingDay = `${last.slice(0, 'YYYY'.length)}-${LAST_DAY_OF_MARCH}`

  const findings: Finding[] = [rules.meetingByMarch.apply(meetingDate, ['meetingDate'], lastMeetingDay)]
  const withinSchoolYear = reader.take('A-E15') === 'withinSchoolYear'
  if (withinSchoolYear) findings.push(rules.meetingWithinSchoolYear.apply(meetingDate, ['meetingDate'], first))

  reader.take('A-E22')
  findings.push(edbDate == null ? rules.reportedByDate.unknown(['edbDate']) : rules.reportedByDate.apply(semisDate, ['semisDate'], edbDate))
  return answer({ firstMeetingDay: withinSchoolYear ? first : null, lastMeetingDay }, findings, reader.taken)
}

export const checkProgressMeetingScheduleEntry = {
  name: 'checkProgressMeetingSchedule',
  answers: text('Whether the progress meeting and the report are in time', '學生進程會議及呈報是否依時'),
  input: ProgressMeetingScheduleInput,
  value: ProgressMeetingScheduleFigures,
  rules,
  run: checkProgressMeetingSchedule,
} as const satisfies FunctionEntry
