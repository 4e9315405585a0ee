import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { addYears, hongKongSchoolYear, hongKongSchoolYearOf, lastDayOfMonths, type IsoDate } from '../kernel/calendar.js'
import { given, onOrBefore, present } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { date, describedAs, known, yesOrNo } from '../kernel/fields.js'
import { parser, reject } from '../kernel/input.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { coverage, yearOfDay } from './coverage.js'
import { memorandum, readings, type Options } from './document.js'

/** The first year back in an ordinary school, in months. @source para 3(b) */
const MONTHS_OF_THE_FIRST_YEAR = 12

const rules = {
  ...coverage,
  ...memorandum.rules({
    leftSSD: {
      at: '3(b)',
      force: 'alternative',
      test: present(),
      says: text('The student has left a school for social development, or is about to leave it.', '學生已離開或即將離開群育學校。'),
    },
    completedShortTermAdjustmentProgramme: {
      at: '3(b)',
      force: 'alternative',
      test: present(),
      says: text('The student has completed the short-term adjustment programme there.', '學生在群育學校修畢短期適應課程。'),
    },
    isLeaver: {
      at: '3(b)',
      force: 'mandatory',
      test: present(),
      says: text('The student is a leaver, in one way or the other.', '學生屬離校生（其中一種情況即可）。'),
    },
    withinFirstYear: {
      at: '3(b)',
      force: 'mandatory',
      test: onOrBefore(given('the last day of the first year', '首年的最後一天')),
      says: text('The day for which support is asked is {test}.', '尋求支援的日子：{test}。'),
    },
  }),
}

const notAsTheDatesSay = text(
  'must agree with the first day in the ordinary school and the day for which support is asked',
  '須與入讀普通學校的首日及尋求支援的日子一致',
)

export const LeaverEligibilityInput = z.strictObject({
  leftSSD: describedAs(
    known(yesOrNo),
    'whether the student has left a school for social development, or is about to leave it for an ordinary school',
    '學生是否已離開群育學校，或即將離開並入讀普通學校',
  ),
  completedShortTermAdjustmentProgramme: describedAs(
    known(yesOrNo),
    'whether the student has completed the short-term adjustment programme of such a school',
    '學生是否在群育學校修畢短期適應課程',
  ),
  returnDate: describedAs(known(date()), 'the first day in the ordinary school, past or planned', '（已）入讀或將入讀普通學校的首日'),
  returned: describedAs(
    known(yesOrNo),
    'whether the student is at the ordinary school by the day for which support is asked; needed only while the first day there is not known',
    '學生在尋求支援當日是否已入讀普通學校；只在未知入讀首日時需要',
    notAsTheDatesSay,
  ),
  asOf: describedAs(known(date()), 'the day for which support is asked', '尋求支援的日子'),
})
export type LeaverEligibilityInput = z.input<typeof LeaverEligibilityInput>

export const LeaverEligibilityFigures = z.strictObject({
  /** Where the student stands; `null` while a fact that this turns on is not known. */
  stage: z.enum(['notLeaver', 'preReturn', 'firstYear', 'expired']).nullable(),
  /** The last day of support; `null` for a student who is not a leaver or whose return is not known. */
  supportEnds: z.iso.date().nullable(),
})
export type LeaverEligibilityFigures = Readonly<z.output<typeof LeaverEligibilityFigures>>

type Leaver = z.output<typeof LeaverEligibilityInput>

/** The last day of the first year, as A-S10 reads it. */
const firstYearEnds = {
  twelveMonths: (returnDate: IsoDate): IsoDate => lastDayOfMonths(returnDate, MONTHS_OF_THE_FIRST_YEAR),
  restOfSchoolYear: (returnDate: IsoDate): IsoDate => hongKongSchoolYear(hongKongSchoolYearOf(returnDate)).last,
  fullSchoolYear: (returnDate: IsoDate): IsoDate => {
    const { first, last } = hongKongSchoolYear(hongKongSchoolYearOf(returnDate))
    return returnDate === first ? last : addYears(last, 1)
  },
} as const

/** One way of being a leaver is enough; where neither is known to be met, one that is not known may still be. */
function leaverFindings({ leftSSD, completedShortTermAdjustmentProgramme }: Leaver): readonly [Finding, ...Finding[]] {
  const ways = [
    rules.leftSSD.apply(leftSSD, ['leftSSD']),
    rules.completedShortTermAdjustmentProgramme.apply(completedShortTermAdjustmentProgramme, ['completedShortTermAdjustmentProgramme']),
  ] as const
  const way = ways.find(({ met }) => met === true)
  if (way !== undefined) return [rules.isLeaver.apply(true, way.path), ...ways]
  const notKnown = ways.find(({ met }) => met === null)
  return [notKnown === undefined ? rules.isLeaver.apply(false, ['leftSSD']) : rules.isLeaver.unknown(notKnown.path), ...ways]
}

function stageOf(day: IsoDate, returnDate: IsoDate, supportEnds: IsoDate): LeaverEligibilityFigures['stage'] {
  if (day < returnDate) return 'preReturn'
  return day <= supportEnds ? 'firstYear' : 'expired'
}

/** Whether the student is back on a day follows from the dates, where both are known. */
function checkReturned({ returnDate, returned, asOf }: Leaver): void {
  if (returned == null || returnDate == null || asOf == null) return
  if (returned !== (returnDate <= asOf)) reject(['returned'], notAsTheDatesSay)
}

const parse = parser(LeaverEligibilityInput)

/**
 * Whether a student who leaves a school for social development is supported on a day, and until when.
 *
 * Support is for leavers in their first year back in an ordinary school. The first year is twelve months from the day
 * of return: from 1 September it ends on 31 August, from 5 January on 4 January of the next year; that last day is
 * still in, the day after is out. Support begins before the return, with advice on choosing a school, so a planned
 * return counts too, and a student who is not back needs no day of return; how long before is not stated. It is the day
 * for which support is asked that must lie in the two school years of the memorandum, not the day of return. Those who
 * completed the short-term adjustment programme are leavers like the others, and the first year limits both alike.
 *
 * @param input how the student left, the first day in the ordinary school or whether it has come, and the day for which
 *   support is asked
 * @param options another reading of A-S10 (the first year)
 * @returns where the student stands, and the last day of support
 * @throws InputError when a date is malformed, a field is unknown, or the dates say otherwise of the return
 * @source EDBCM 116/2025 para 3(b), para 5(a) s2; title
 * @example
 * checkLeaverEligibility({ leftSSD: true, returnDate: '2025-09-01', asOf: '2026-08-31' }).value.stage //=> 'firstYear'
 * @example
 * checkLeaverEligibility({ completedShortTermAdjustmentProgramme: true, returnDate: '2026-01-05' }).value.supportEnds //=> '2027-01-04'
 */
export function checkLeaverEligibility(input: LeaverEligibilityInput, options?: Options): Answer<LeaverEligibilityFigures> {
  const student = parse(input)
  checkReturned(student)
  const { returnDate, returned, asOf } = student
  const reader = readings.reader(options)
  const ways = leaverFindings(student)
  const isLeaver = ways[0].met
  if (isLeaver === false) return answer({ stage: 'notLeaver', supportEnds: null }, ways, reader.taken)
  if (returnDate == null && returned === false) {
    const year = asOf == null ? rules.spokenOfYear.unknown(['asOf']) : yearOfDay(asOf, ['asOf'])
    return answer({ stage: isLeaver === null ? null : 'preReturn', supportEnds: null }, [...ways, year], reader.taken)
  }
  if (returnDate == null) {
    return answer({ stage: null, supportEnds: null }, [...ways, rules.withinFirstYear.unknown(['returnDate'])], reader.taken)
  }
  const supportEnds = firstYearEnds[reader.take('A-S10')](returnDate)
  const findings = [...ways, rules.withinFirstYear.apply(asOf, ['asOf'], supportEnds)]
  if (asOf == null) return answer({ stage: null, supportEnds }, findings, reader.taken)
  findings.push(yearOfDay(asOf, ['asOf']))
  return answer({ stage: isLeaver === null ? null : stageOf(asOf, returnDate, supportEnds), supportEnds }, findings, reader.taken)
}

export const checkLeaverEligibilityEntry = {
  name: 'checkLeaverEligibility',
  answers: text('Whether a leaver is supported on a day, and until when', '離校生在某日是否獲支援，以及支援至何時'),
  input: LeaverEligibilityInput,
  value: LeaverEligibilityFigures,
  rules,
  run: checkLeaverEligibility,
} as const satisfies FunctionEntry
