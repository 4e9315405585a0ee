import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { atMost, given } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { count, describedAs, known } from '../kernel/fields.js'
import { parser, reject } from '../kernel/input.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { circular, readings, type Options } from './document.js'

const NONE = 0

const rules = circular.rules({
  withinQuota: {
    at: '10 s1',
    also: ['App 甲4'],
    force: 'mandatory',
    test: atMost(given('the extra places of the school', '學校的額外學額'), 'place'),
    says: text('The places used in a school year come to {test}.', '一個學年使用的學額{test}。'),
    next: text('approve fewer extensions; places need not all be used but are never exceeded', '減少批核人數；學額無須用盡，但不可超出'),
  },
  validReasonFirst: {
    at: '9 s3',
    also: ['App 乙(vi)'],
    force: 'in-principle',
    decides: text('the student progress meeting', '學生進程會議'),
    test: atMost(NONE, 'student'),
    says: text('Before remaining places are used, the students with a valid reason who still wait number {test}.', '運用剩餘學額前，仍在等候而具合理原因的學生須{test}。'),
    next: text('decide the cases with a valid reason first', '先處理具合理原因的個案'),
  },
  leaversInPrinciple: {
    at: '9 s4',
    also: ['App 甲3', 'App 乙(vi)'],
    force: 'in-principle',
    decides: text('the school, on objective criteria', '學校，按客觀準則'),
    test: atMost(NONE, 'student'),
    says: text("Students with other reasons who are not this year's leavers number {test}.", '以其他理由延長而並非應屆離校生的學生{test}。'),
    next: text('record why the place goes to a student who is not leaving', '記錄把學額給予非應屆離校生的理據'),
  },
  leaversOnly: {
    at: '9 s4',
    force: 'mandatory',
    test: atMost(NONE, 'student'),
    says: text("Remaining places go to this year's leavers only: others number {test}.", '剩餘學額只給應屆離校生，其他學生{test}。'),
  },
})

const moreThanAreExtended = text('exceeds the students extended', '多於延長學習年期的學生人數')

/** How a school uses its extra places in one school year. */
export const ExtraPlaceUsageInput = z.strictObject({
  extraPlaces: describedAs(known(count()), 'the extra places of the school, from computeExtraPlaces', '學校的額外學額，見 computeExtraPlaces'),
  validReasonApproved: describedAs(count(), 'students extended for a valid reason', '因合理原因獲批的學生人數'),
  validReasonPending: describedAs(known(count()), 'students with a valid reason whose case is not yet decided', '具合理原因而未有決定的學生人數'),
  surplusLeavers: describedAs(count(), "this year's leavers extended for other reasons", '以其他理由延長的應屆離校生人數'),
  surplusOthers: describedAs(known(count()), 'other students extended for other reasons', '以其他理由延長的其他學生人數'),
  continuing: describedAs(
    known(count()),
    'students of the above who stay on from an extension approved in an earlier year',
    '上述學生中，承接往年批核而繼續留校的人數',
    moreThanAreExtended,
  ),
})
export type ExtraPlaceUsageInput = z.input<typeof ExtraPlaceUsageInput>

export const ExtraPlaceUsageFigures = z.strictObject({
  /** The places used, as far as the numbers are known. */
  used: z.int(),
  /** The places left, as far as they are known; negative when too many are used, `null` while the extra places are not known. */
  remaining: z.int().nullable(),
})
export type ExtraPlaceUsageFigures = Readonly<z.output<typeof ExtraPlaceUsageFigures>>

/** Places counted without the students that are not known can only rise: over the quota is a breach, within it is not yet a pass. */
function withinQuota(used: number, extraPlaces: number | null | undefined, surplusOthers: number | null | undefined): Finding {
  if (extraPlaces == null) return rules.withinQuota.unknown(['extraPlaces'])
  const finding = rules.withinQuota.apply(used, ['validReasonApproved'], extraPlaces)
  return finding.met === true && surplusOthers == null ? rules.withinQuota.unknown(['surplusOthers']) : finding
}

const parse = parser(ExtraPlaceUsageInput)

/**
 * Whether a school uses its extra places as it may: within the pre-set quota, students with a valid reason first,
 * what remains for this year's leavers.
 *
 * Using every place is in order and so is using none; one more than the quota is a breach. Remaining places are in
 * use as soon as one student is extended for another reason; only then does a student with a valid reason who still
 * waits count. A number that is left out is not zero. Nobody is ranked. When only new approvals count, a school that
 * is over the quota may be within it once those who stay on from an earlier year are taken off: their number is asked for.
 *
 * @param input numbers of students in one school year, 0 or more
 * @param options another reading of A-E11 (students who are not leaving) or A-E23 (a second extended year)
 * @returns the places used and the places left
 * @throws InputError when a number is missing, negative or not whole, or more students stay on than are extended
 * @source EDB Circular 2/2022 para 9 s3–s4, para 10 s1, App 甲3–4, 乙(vi)
 * @example
 * checkExtraPlaceUsage({ extraPlaces: 15, validReasonApproved: 10, surplusLeavers: 5, surplusOthers: 0 }).value.remaining //=> 0
 * @example
 * checkExtraPlaceUsage({ extraPlaces: 15, validReasonApproved: 10, surplusLeavers: 6, surplusOthers: 0 }).findings[0].margin //=> -1
 */
export function checkExtraPlaceUsage(input: ExtraPlaceUsageInput, options?: Options): Answer<ExtraPlaceUsageFigures> {
  const { extraPlaces, validReasonApproved, validReasonPending, surplusLeavers, surplusOthers, continuing } = parse(input)
  const reader = readings.reader(options)

  const extended = validReasonApproved + surplusLeavers + (surplusOthers ?? NONE)
  if (continuing != null && surplusOthers != null && continuing > extended) reject(['continuing'], moreThanAreExtended)
  const overQuota = extraPlaces != null && extended > extraPlaces
  const whoStaysOnMatters = continuing == null ? overQuota : continuing > NONE
  const newOnly = whoStaysOnMatters && reader.take('A-E23') === 'newApprovalsOnly'
  const used = newOnly ? Math.max(NONE, extended - (continuing ?? NONE)) : extended
  if (extraPlaces != null && used + (validReasonPending ?? NONE) > extraPlaces) reader.take('A-E12')
  const leaversRule = reader.take('A-E11') === 'barred' ? rules.leaversOnly : rules.leaversInPrinciple

  const findings = [
    newOnly && continuing == null ? rules.withinQuota.unknown(['continuing']) : withinQuota(used, extraPlaces, surplusOthers),
    leaversRule.apply(surplusOthers, ['surplusOthers']),
  ]
  const noPlaceForOtherReasons = surplusLeavers === NONE && surplusOthers === NONE
  if (!noPlaceForOtherReasons) findings.push(rules.validReasonFirst.apply(validReasonPending, ['validReasonPending']))
  return answer({ used, remaining: extraPlaces == null ? null : extraPlaces - used }, findings, reader.taken)
}

export const checkExtraPlaceUsageEntry = {
  name: 'checkExtraPlaceUsage',
  answers: text('Whether a school uses its extra places as it may', '學校運用額外學額是否符合要求'),
  input: ExtraPlaceUsageInput,
  value: ExtraPlaceUsageFigures,
  rules,
  run: checkExtraPlaceUsage,
} as const satisfies FunctionEntry
