import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { atMost, given, stated } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { count, describedAs, known, listOf, money, yesOrNo } from '../kernel/fields.js'
import { parser, reject, type Path } from '../kernel/input.js'
import { fromCents, moneyBetween, shareOfMoney, sumOfMoney, toCents } from '../kernel/money.js'
import { ratio, shareOf, type Ratio } from '../kernel/ratio.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { guidelines, readings, type Options, type Reader } from './document.js'

const MOST_PLACES = 100_000
const MOST_ACTIVITIES = 1_000
const MOST_TUTORS = 1_000
const WHOLE: Ratio = { numerator: 1, denominator: 1 }
const NOTHING: Ratio = { numerator: 0, denominator: 1 }

/** The average that no tutor's pay exceeds, and the ceiling that they keep to together; the budget applies both too. */
export const tutorPayRules = guidelines.rules({
  tutorPayAverage: {
    at: 'App 1 bullet 1 average',
    force: 'mandatory',
    test: atMost(given('the approved ceiling divided by the number of tutors', '獲批金額上限除以導師人數'), 'HKD'),
    says: text('The pay of one tutor is {test}.', '每名導師的薪金{test}。'),
    next: text('let the NGO bear what is above the average; one tutor below it does not make up for another', '超出平均值的部分由機構承擔；各導師之間不能互相抵銷'),
  },
  tutorPayTogether: {
    at: 'App 1 bullet 1 average',
    also: ['8(e)v'],
    force: 'mandatory',
    test: atMost(given('the approved ceiling', '獲批金額上限'), 'HKD'),
    says: text('The pay of all tutors together is {test}.', '全部導師的薪金合計{test}。'),
    next: text('let the NGO bear what is above the ceiling', '超出上限的部分由機構承擔'),
  },
})

const rules = {
  ...tutorPayRules,
  ...guidelines.rules({
    turnoutKnown: {
      at: '8(d)活動 viii',
      force: 'mandatory',
      test: stated(),
      says: text('The number of eligible students who took part is known.', '須知道實際參與的合資格學生人數。'),
      next: text('give the number who took part, or say that the activity was not held', '請提供參與人數，或說明活動沒有舉辦'),
    },
    actualCostKnown: {
      at: 'App preface',
      force: 'mandatory',
      test: stated(),
      says: text('The actual cost is known: nothing is paid beyond it.', '須知道實際開支：一切實報實銷。'),
    },
    heldOrNot: {
      at: '8(d)統籌 iii deduction',
      also: ['App 8 note', 'App 9 note deduction'],
      force: 'mandatory',
      test: stated(),
      says: text(
        'For each approved activity it is known whether it was held, and with how many students where that counts.',
        '須知道每項獲批活動是否已舉辦，以及（如計算在內）參與人數。',
      ),
    },
  }),
}

const places = z.int().min(1).max(MOST_PLACES)

const studentsTookPart = text('students took part, so the activity was held', '有學生參與，即活動已舉辦')

const ActivityClaim = z.strictObject({
  approvedPlaces: describedAs(places, 'approved places, 1 or more', '獲批名額，最少 1 個'),
  actual: describedAs(known(count(MOST_PLACES)), 'eligible students who took part', '實際參與的合資格學生人數'),
  groups: describedAs(count(MOST_PLACES), 'approved groups', '獲批組別數目'),
  amount: describedAs(money(), 'approved grant for the activity, in Hong Kong dollars', '活動的獲批金額（港元）'),
  held: describedAs(known(yesOrNo), 'whether the activity was held; not held is the same as nobody taking part', '活動是否已舉辦；沒有舉辦等同無人參與', studentsTookPart),
  actualCost: describedAs(known(money()), 'what the activity actually cost', '活動的實際開支'),
})

const nothingToDeductFrom = text('the approved grants add up to nothing to deduct in proportion to', '各活動的獲批金額合計為零，無從按比例扣減')

const CoordinationClaim = z.strictObject({
  approved: describedAs(money(), 'approved coordination and administration costs', '獲批的統籌及行政費用'),
  activities: describedAs(
    z.array(z.strictObject({
      amount: describedAs(money(), 'approved grant for the activity', '活動的獲批金額'),
      held: describedAs(
        known(yesOrNo),
        'whether it was held; may be left out where students took part',
        '是否已舉辦；有學生參與時可略去',
        studentsTookPart,
      ),
      approvedPlaces: describedAs(
        known(places),
        'approved places; used only when A-C14 counts smaller turnouts',
        '獲批名額；只在 A-C14 計及人數不足時使用',
      ),
      actual: describedAs(
        known(count(MOST_PLACES)),
        'eligible students who took part: one shows that it was held; how many is used likewise',
        '實際參與的合資格學生人數：有一名已可見活動曾舉辦；人數多少只在同一情況使用',
      ),
    })).min(1).max(MOST_ACTIVITIES),
    'every approved activity',
    '每項獲批活動',
    nothingToDeductFrom,
  ),
})

/** What a list of contributions can be refused with. */
export const oneForEachPay = text('must hold one contribution for each pay', '須與薪金逐項對應')

const TutorClaim = z.strictObject({
  approvedAmount: describedAs(money(), 'approved ceiling for the pay of tutors in one activity', '一項活動的導師薪金獲批上限'),
  count: describedAs(z.int().min(1).max(MOST_TUTORS), 'approved number of tutors, 1 or more', '獲批導師人數，最少 1 名'),
  pay: describedAs(listOf(money(), MOST_TUTORS), 'pay of each tutor', '每名導師的薪金'),
  mpf: describedAs(
    listOf(money(), MOST_TUTORS).optional(),
    "employer's MPF contributions for each tutor, in the same order; used only when A-C19 counts them",
    '每名導師的強積金供款，次序相同；只在 A-C19 計入強積金時使用',
    oneForEachPay,
  ),
})

/** What was approved and what came of it; a part that is left out is not judged. */
export const AllowableClaimInput = z.strictObject({
  activity: describedAs(known(ActivityClaim), 'an activity and how many took part', '活動及其參加人數'),
  coordination: describedAs(known(CoordinationClaim), 'coordination and administration, with the activities that were held or not', '統籌及行政費用，以及已舉辦或未舉辦的活動'),
  tutors: describedAs(known(TutorClaim), "the tutors' pay within its approved ceiling", '核准上限內的導師薪金'),
})
export type AllowableClaimInput = z.input<typeof AllowableClaimInput>

const share = z.strictObject({ numerator: z.int(), denominator: z.int() })
const amount = z.number().nullable()

/** Every figure is `null` where its part was left out or a fact that it needs is not known. */
export const AllowableClaimFigures = z.strictObject({
  /** The part of the approved activity that stands: at most the whole. */
  ratio: share.nullable(),
  /** The groups that stand. */
  groups: z.int().nullable(),
  /** The most that may be spent on the activity. */
  allowable: amount,
  /** What may be claimed: the actual cost, up to the allowable amount. */
  claim: amount,
  /** The coordination and administration costs that stand. */
  coordinationAllowed: amount,
  /** What of them is returned. */
  coordinationRefund: amount,
  /** The most that one tutor may be paid. */
  payCap: amount,
  /** The tutors above it, by their place in the list, from 0. */
  over: z.array(z.int()).readonly().nullable(),
})
export type AllowableClaimFigures = Readonly<z.output<typeof AllowableClaimFigures>>

type Activity = z.output<typeof ActivityClaim>
type Coordination = z.output<typeof CoordinationClaim>
type Tutors = z.output<typeof TutorClaim>
type Part<Name extends keyof AllowableClaimFigures> = Pick<AllowableClaimFigures, Name>

/** How many took part: nobody when the activity was not held, `undefined` while not known. */
function turnoutOf({ held, actual }: Pick<Activity, 'held' | 'actual'>, path: Path): number | undefined {
  if (held === false && actual != null && actual > 0) {
    reject([...path, 'held'], studentsTookPart)
  }
  return held === false ? 0 : (actual ?? undefined)
}

/** Fewer students than approved places cut the activity in proportion; as many or more cut nothing. */
const turnoutShare = (actual: number, approvedPlaces: number): Ratio => (actual < approvedPlaces ? ratio(actual, approvedPlaces) : WHOLE)

/** 8(d) Activities viii: groups and spending in proportion to the turnout, and nothing beyond the actual cost. */
function claimForActivity(activity: Activity, reader: Reader, findings: Finding[]): Part<'ratio' | 'groups' | 'allowable' | 'claim'> {
  const turnout = turnoutOf(activity, ['activity'])
  findings.push(rules.turnoutKnown.apply(turnout, activity.held === false ? ['activity', 'held'] : ['activity', 'actual']))
  const cost = rules.actualCostKnown.apply(activity.actualCost, ['activity', 'actualCost'])
  if (turnout === undefined) {
    findings.push(cost)
    return { ratio: null, groups: null, allowable: null, claim: null }
  }

  const stands = turnoutShare(turnout, activity.approvedPlaces)
  const groups = stands === WHOLE ? activity.groups : shareOf(activity.groups, stands, reader.take('A-C13'))
  const allowable = shareOfMoney(activity.amount, stands, 'floor')
  if (allowable === 0) return { ratio: stands, groups, allowable, claim: 0 }
  findings.push(cost)
  return { ratio: stands, groups, allowable, claim: activity.actualCost == null ? null : Math.min(allowable, activity.actualCost) }
}

/** The part of an activity that was held: all or nothing, unless smaller turnouts count too. */
function heldShare(activity: Coordination['activities'][number], turnoutCounts: boolean, path: Path): Ratio | undefined {
  const { held, approvedPlaces } = activity
  const turnout = turnoutOf(activity, path)
  if (held === false) return NOTHING
  if (!turnoutCounts) return held === true || (turnout !== undefined && turnout > 0) ? WHOLE : undefined
  return turnout === undefined || approvedPlaces == null ? undefined : turnoutShare(turnout, approvedPlaces)
}

/** The fact that is missing when nobody can say what part of an activity was held. */
const missingOf = ({ held, actual }: Coordination['activities'][number], turnoutCounts: boolean): string => {
  if (!turnoutCounts) return 'held'
  if (actual != null) return 'approvedPlaces'
  return held == null ? 'held' : 'actual'
}

/** An activity's weight among all activities, and the part of it that was held. */
interface Weighted {
  readonly weight: number
  readonly share: Ratio
}

/** The part of a sum in cents that falls to what was held, cut once; big integers, since every turnout has its own denominator. */
function partOf(cents: number, stands: readonly Weighted[], all: number): number {
  let numerator = 0n
  let denominator = 1n
  for (const { weight, share } of stands) {
    numerator = numerator * BigInt(share.denominator) + BigInt(weight) * BigInt(share.numerator) * denominator
    denominator *= BigInt(share.denominator)
  }
  return Number((BigInt(cents) * numerator) / (denominator * BigInt(all)))
}

/** 8(d) Coordination iii: what belongs to activities that were not held is deducted and returned. */
function claimForCoordination(
  { approved, activities }: Coordination,
  reader: Reader,
  findings: Finding[],
): Part<'coordinationAllowed' | 'coordinationRefund'> {
  const reading = reader.take('A-C14')
  const byAmount = reading !== 'byNumber'
  const turnoutCounts = reading === 'byAmountTurnoutToo'
  let all = 0
  let unknown = false
  const stands: Weighted[] = []
  for (const [index, activity] of activities.entries()) {
    const path = ['coordination', 'activities', index]
    const weight = byAmount ? toCents(activity.amount) : 1
    const share = heldShare(activity, turnoutCounts, path)
    all += weight
    if (share === undefined) {
      unknown = true
      findings.push(rules.heldOrNot.unknown([...path, missingOf(activity, turnoutCounts)]))
    } else {
      findings.push(rules.heldOrNot.apply(share === NOTHING ? 'notHeld' : 'held', [...path, activity.held == null ? 'actual' : 'held']))
      stands.push({ weight, share })
    }
  }
  if (all === 0) {
    reject(['coordination', 'activities'], nothingToDeductFrom)
  }
  if (unknown) return { coordinationAllowed: null, coordinationRefund: null }

  const coordinationAllowed = fromCents(partOf(toCents(approved), stands, all))
  return { coordinationAllowed, coordinationRefund: moneyBetween(coordinationAllowed, approved) }
}

/** The average of an approved ceiling over so many tutors, cut to the cent: whole cents compare with it as with the exact one. */
export const averagePay = (approved: number, tutors: number): number => shareOfMoney(approved, ratio(1, tutors), 'floor')

/** What counts as each tutor's pay: with the MPF contributions under that reading, `undefined` while these are not known. */
export function payAsRead({ pay, mpf }: Pick<Tutors, 'pay' | 'mpf'>, mpfCounts: boolean, path: Path): readonly (number | undefined)[] {
  if (mpf !== undefined && mpf.length !== pay.length) {
    reject([...path, 'mpf'], oneForEachPay)
  }
  return mpfCounts ? pay.map((each, index) => (mpf === undefined ? undefined : sumOfMoney([each, mpf[index] ?? 0]))) : pay
}

/** Appendix 1 and 8(e)v: what all tutors are paid against the ceiling; not known while one tutor's pay is not. */
export function payTogether(pay: readonly (number | undefined)[], ceiling: number, path: Path, missing: Path): readonly Finding[] {
  if (pay.length === 0) return []
  const known = pay.filter((each) => each !== undefined)
  const rule = tutorPayRules.tutorPayTogether
  return [known.length < pay.length ? rule.unknown(missing) : rule.apply(sumOfMoney(known), path, ceiling)]
}

/** Appendix 1: each tutor's pay against the average, one by one, and all pay against the ceiling. */
function payOfTutors(tutors: Tutors, reader: Reader, findings: Finding[]): Part<'payCap' | 'over'> {
  const reading = reader.take('A-C19')
  const number = reading === 'actualTutors' ? tutors.pay.length : tutors.count
  const pay = payAsRead(tutors, reading === 'mpfInside', ['tutors'])
  if (number === 0) return { payCap: null, over: [] }

  const payCap = averagePay(tutors.approvedAmount, number)
  const over: number[] = []
  pay.forEach((each, index) => {
    const finding = rules.tutorPayAverage.apply(each, each === undefined ? ['tutors', 'mpf'] : ['tutors', 'pay', index], payCap)
    findings.push(finding)
    if (finding.met === false) over.push(index)
  })
  findings.push(...payTogether(pay, tutors.approvedAmount, ['tutors', 'pay'], ['tutors', 'mpf']))
  return { payCap, over: pay.includes(undefined) ? null : over }
}

const parse = parser(AllowableClaimInput)

const nothingClaimed = {
  ratio: null, groups: null, allowable: null, claim: null, coordinationAllowed: null, coordinationRefund: null, payCap: null, over: null,
} as const

/**
 * What may still be claimed once the facts are in: for an activity with fewer students than approved, for coordination and
 * administration when an activity was not held, and for each tutor's pay.
 *
 * Exactly the approved places, or more, cut nothing and add nothing; one student fewer cuts in proportion. The proportion
 * stays a ratio: money is cut down to the cent at the end, and a group that is not whole counts as a group. An activity
 * that was not held, or that nobody attended, leaves nothing. Coordination is cut only for activities that were not held;
 * that students took part shows that one was.
 * Pay that equals the average is in order, one cent more is not, and one tutor's room does not help another. All tutors
 * together may be paid the approved ceiling, not one cent more, however many they are. Nothing is paid beyond the actual
 * cost.
 *
 * @param input one activity, the coordination and administration of the project, the tutors of one activity; each part may
 * be left out. Amounts in Hong Kong dollars; approved places and number of tutors from 1
 * @param options another reading of A-C13 (groups), A-C14 (deduction) or A-C19 (average pay)
 * @returns the ratio and the sums; `null` for what was not asked or cannot be known yet
 * @throws InputError when approved places or the number of tutors is 0, when students took part in an activity said not to
 * have been held, or when the approved grants of all activities come to nothing
 * @source CBP guidelines 2025/26 para 8(d) Activities viii, Coordination iii, App preface, App 1 bullet 1, notes of App 8 and 9
 * @example
 * computeAllowableClaim({ activity: { approvedPlaces: 80, actual: 50, groups: 4, amount: 40000 } }).value.allowable //=> 25000
 * @example
 * computeAllowableClaim({ tutors: { approvedAmount: 12000, count: 3, pay: [4000, 4000.01, 3000] } }).value.over //=> [1]
 */
export function computeAllowableClaim(input: AllowableClaimInput, options?: Options): Answer<AllowableClaimFigures> {
  const { activity, coordination, tutors } = parse(input)
  const reader = readings.reader(options)

  const findings: Finding[] = []
  const figures = {
    ...nothingClaimed,
    ...(activity && claimForActivity(activity, reader, findings)),
    ...(coordination && claimForCoordination(coordination, reader, findings)),
    ...(tutors && payOfTutors(tutors, reader, findings)),
  }
  return answer(figures, findings, reader.taken)
}

export const computeAllowableClaimEntry = {
  name: 'computeAllowableClaim',
  answers: text('What may be claimed after a smaller turnout or an activity not held', '人數不足或活動未能舉辦時可申領多少'),
  input: AllowableClaimInput,
  value: AllowableClaimFigures,
  rules,
  run: computeAllowableClaim,
} as const satisfies FunctionEntry
