import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { atLeast, atMost, moreThan, present } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { count, describedAs, known, yesOrNo } from '../kernel/fields.js'
import { parser, reject, type Path } from '../kernel/input.js'
import { shareOf } from '../kernel/ratio.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { circular, PROLONGED_ABSENCE, readings, type Options, type Reader } from './document.js'

const MOST_SCHOOL_DAYS = 366
const ONE = 1
const NONE = 0

const rules = circular.rules({
  validReason: {
    at: '4 s1 empowerment',
    also: ['8'],
    force: 'mandatory',
    test: atLeast(ONE, 'reason'),
    says: text('The student meets {test} of the three valid reasons in the school year.', '學生在該學年符合三個合理原因中的{test}。'),
    next: text('only a remaining place can serve a student with another reason (para 9)', '其他理由只可運用剩餘學額處理（第 9 段）'),
  },
  prolongedAbsence: {
    at: '8(i)',
    also: ['App 乙(v)1'],
    force: 'alternative',
    test: moreThan(PROLONGED_ABSENCE, 'schoolDay'),
    says: text('The absence adds up to {test}.', '累積缺課{test}。'),
  },
  absenceForGoodCause: {
    at: '8(i)',
    also: ['App 乙(v)1'],
    force: 'alternative',
    test: present(),
    says: text('The absence has a good cause, such as illness, surgery or representing Hong Kong.', '缺課有合理原因，例如生病、手術或代表香港。'),
  },
  seriousDisruption: {
    at: '8(ii)',
    also: ['App 乙(v)2'],
    force: 'alternative',
    test: present(),
    says: text("The student's learning was seriously disrupted that year.", '學生該學年的學習受到重大干擾。'),
  },
  attendedThroughout: {
    at: '8(ii)',
    also: ['App 乙(v)2'],
    force: 'alternative',
    test: atMost(PROLONGED_ABSENCE, 'schoolDay'),
    says: text('The student attended: the absence is {test}.', '學生有上課：缺席{test}。'),
  },
  neverAbsent: {
    at: '8(ii)',
    force: 'alternative',
    test: atMost(NONE, 'schoolDay'),
    says: text('The student attended: the absence is {test}.', '學生有上課：缺席{test}。'),
  },
  seriousAdaptation: {
    at: '8(iii)',
    also: ['App 乙(v)3'],
    force: 'alternative',
    test: present(),
    says: text('The student has serious adaptation problems from learning background and language environment.', '學生因學習背景及語言環境有嚴重適應困難。'),
  },
  admittedThatYear: {
    at: '8(iii)',
    also: ['App 乙(v)3'],
    force: 'alternative',
    test: present(),
    says: text('The student was admitted in that school year.', '學生於該學年取錄。'),
  },
})

const moreThanTheSchoolDays = text('the absence exceeds the school days', '缺課日數多於上課日數')

export const ValidReasonsInput = z.strictObject({
  absentDays: describedAs(known(count(MOST_SCHOOL_DAYS)), 'whole school days of absence in the school year', '該學年缺課的上課日數', moreThanTheSchoolDays),
  totalSchoolDays: describedAs(known(z.int().min(ONE).max(MOST_SCHOOL_DAYS)), 'school days of the whole year in the school calendar', '校曆的全年上課日數'),
  schoolDaysSoFar: describedAs(
    known(z.int().min(ONE).max(MOST_SCHOOL_DAYS)),
    'school days until now; used only when A-E9 is read as schoolDaysSoFar',
    '截至目前的上課日數；只在 A-E9 採用 schoolDaysSoFar 時使用',
  ),
  absenceJustified: describedAs(known(yesOrNo), 'whether the absence has a good cause', '缺課是否有合理原因'),
  seriousDisruption: describedAs(known(yesOrNo), 'whether learning was seriously disrupted that year', '該學年學習是否受到重大干擾'),
  admittedThisYear: describedAs(known(yesOrNo), 'whether the student was admitted in that school year', '學生是否於該學年取錄'),
  seriousAdaptation: describedAs(known(yesOrNo), 'whether the student has serious adaptation problems', '學生是否有嚴重適應困難'),
})
export type ValidReasonsInput = z.input<typeof ValidReasonsInput>

const reasonNames = z.enum(['prolongedAbsence', 'seriousDisruption', 'seriousAdaptation'])

export const ValidReasonsFigures = z.strictObject({
  /** The valid reasons that are met. */
  reasons: z.array(reasonNames).readonly(),
  /** The fewest days of absence that are prolonged; `null` while the school days are not known. */
  thresholdDays: z.int().nullable(),
})
export type ValidReasonsFigures = Readonly<z.output<typeof ValidReasonsFigures>>

type Facts = z.output<typeof ValidReasonsInput>

/** The school days that absence is a share of, as A-E9 reads them, and where they stand in the input. */
interface SchoolDays {
  readonly days: number | null | undefined
  readonly path: Path
}

/** A valid reason with the findings that must all be met for it. */
interface Route {
  readonly reason: z.output<typeof reasonNames>
  readonly findings: readonly Finding[]
}

const isMet = ({ findings }: Route): boolean => findings.every(({ met }) => met === true)
const isRuledOut = ({ findings }: Route): boolean => findings.some(({ met }) => met === false)

/** 8(i): the absence exceeds its share of the school days, and has a good cause. */
function prolongedAbsence(facts: Facts, { days, path }: SchoolDays): Route {
  const absence = days == null ? rules.prolongedAbsence.unknown(path) : rules.prolongedAbsence.apply(facts.absentDays, ['absentDays'], days)
  return { reason: 'prolongedAbsence', findings: [absence, rules.absenceForGoodCause.apply(facts.absenceJustified, ['absenceJustified'])] }
}

/** 8(ii): learning was seriously disrupted although the student attended. */
function seriousDisruption(facts: Facts, { days, path }: SchoolDays, reader: Reader): Route {
  const disruption = rules.seriousDisruption.apply(facts.seriousDisruption, ['seriousDisruption'])
  if (facts.seriousDisruption !== true) return { reason: 'seriousDisruption', findings: [disruption] }
  const { absentDays } = facts
  const strictly = reader.take('A-E8') === 'noAbsence'
  if (strictly || absentDays === NONE) return { reason: 'seriousDisruption', findings: [disruption, rules.neverAbsent.apply(absentDays, ['absentDays'])] }
  const attended = days == null ? rules.attendedThroughout.unknown(path) : rules.attendedThroughout.apply(absentDays, ['absentDays'], days)
  return { reason: 'seriousDisruption', findings: [disruption, attended] }
}

/** 8(iii): serious adaptation problems of a student admitted in that school year. */
function seriousAdaptation(facts: Facts, reader: Reader): Route {
  if (facts.seriousAdaptation === true) reader.take('A-E10')
  return {
    reason: 'seriousAdaptation',
    findings: [
      rules.seriousAdaptation.apply(facts.seriousAdaptation, ['seriousAdaptation']),
      rules.admittedThatYear.apply(facts.admittedThisYear, ['admittedThisYear']),
    ],
  }
}

/** At least one valid reason: none while a reason that is not ruled out lacks a fact means that the fact is asked for. */
function atLeastOne(met: number, routes: readonly Route[]): Finding {
  const open = met > NONE ? undefined : routes.find((route) => !isRuledOut(route))
  if (open === undefined) return rules.validReason.apply(met, [])
  return rules.validReason.unknown(open.findings.find((finding) => finding.met === null)?.path ?? [])
}

const parse = parser(ValidReasonsInput)

/**
 * Whether a student has at least one of the three valid reasons for extension in a school year.
 *
 * Absence counts when it exceeds one third of the school days of the whole year: of 190 days, 63 are not enough and 64
 * are; of 180, exactly 60 are not. It must have a good cause. Serious disruption is for a student who attends: absence
 * up to one third, of the same school days, is tolerated, and named as a reading. Adaptation problems count only in the
 * school year of admission. A fact left out is neither yes nor no: another reason that is met decides all the same.
 *
 * @param input days of absence (0 to 366) and school days (1 to 366), whole days; what the school declares of the rest
 * @param options another reading of A-E8 (attendance) or A-E9 (which school days)
 * @returns the reasons met, and the fewest days of absence that are prolonged
 * @throws InputError when a number is malformed or the absence exceeds the school days
 * @source EDB Circular 2/2022 para 4 s1, para 8, App 乙(v)
 * @example
 * checkValidReasons({ absentDays: 64, totalSchoolDays: 190, absenceJustified: true }).value.reasons //=> ['prolongedAbsence']
 * @example
 * checkValidReasons({ absentDays: 63, totalSchoolDays: 190, absenceJustified: true }).value.thresholdDays //=> 64
 */
export function checkValidReasons(input: ValidReasonsInput, options?: Options): Answer<ValidReasonsFigures> {
  const facts = parse(input)
  const reader = readings.reader(options)
  const soFar = reader.take('A-E9') === 'schoolDaysSoFar'
  const schoolDays = soFar ? { days: facts.schoolDaysSoFar, path: ['schoolDaysSoFar'] } : { days: facts.totalSchoolDays, path: ['totalSchoolDays'] }
  const { days } = schoolDays
  if (facts.absentDays != null && days != null && facts.absentDays > days) {
    reject(['absentDays'], moreThanTheSchoolDays)
  }

  const absence = prolongedAbsence(facts, schoolDays)
  const disruption = seriousDisruption(facts, schoolDays, reader)
  const adaptation = seriousAdaptation(facts, reader)
  const routes = [absence, disruption, adaptation]
  const met = routes.filter(isMet)
  const thresholdDays = days == null ? null : shareOf(days, PROLONGED_ABSENCE.share, 'floor') + ONE
  return answer(
    { reasons: met.map(({ reason }) => reason), thresholdDays },
    [atLeastOne(met.length, routes), ...absence.findings, ...disruption.findings, ...adaptation.findings],
    reader.taken,
  )
}

export const checkValidReasonsEntry = {
  name: 'checkValidReasons',
  answers: text('Whether a student has a valid reason for extension', '學生有否延長學習年期的合理原因'),
  input: ValidReasonsInput,
  value: ValidReasonsFigures,
  rules,
  run: checkValidReasons,
} as const satisfies FunctionEntry
