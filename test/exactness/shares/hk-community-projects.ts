import { computeAllowableClaim, computeFullCostFee, computeInstalments, computeRefund, validateGrantBudget } from '../../../src/index.js'
import type { Draw } from '../draw.js'
import { margins, sharesOf, type Exam, type Reading } from '../exam.js'
import { atLeast, atMost, least, lessThan, minus, most, over, percentOf, plus, times, toTheCent, when, whole } from '../expression.js'
import { asGiven, big, ceilingOf, dollars, floorOf, larger, nearestOf, number, roundings, smaller, sumOf, type Way } from '../whole.js'

// The guidelines on Community-based Projects: instalments, caps on a grant and its parts, shares by turnout, by tutor and
// by participant. Amounts are drawn in cents.

const exam = sharesOf('hk-community-projects')

const MOST_DOLLARS = 3_000_000
const CEILING = 250_000_000
/** 4.5 hours in minutes. */
const WEEK = 270

/** What of an amount in cents a percentage is, cut down to the cent. */
const cut = (percent: bigint, cents: bigint): bigint => floorOf(percent * cents, 100n)
const excess = (a: bigint, b: bigint): bigint => larger(0n, a - b)

const granted = (draw: Draw) => {
  const grant = draw.cents(MOST_DOLLARS)
  return { grant, actual: draw.whole(0, 2) === 0 ? draw.around(grant, grant) : draw.cents(MOST_DOLLARS) }
}
const firstTwo = plus(toTheCent('floor', percentOf(30, 'grant')), toTheCent('floor', percentOf(30, 'grant')))
const thirdOf = toTheCent('nearest', most(0, minus(least('grant', 'actual'), firstTwo)))

function heldBack(base: 'ofGrant' | 'ofThird'): Reading<{ readonly grant: number; readonly actual: number }> {
  const share = toTheCent('floor', percentOf(10, base === 'ofGrant' ? 'grant' : thirdOf))
  return {
    name: `A-C15 ${base}`,
    library: ({ grant, actual }) => {
      const { value } = computeInstalments({ grant: asGiven(grant), actual: asGiven(actual), audited: false }, { readings: { 'A-C15': base } })
      return [value.withheldUntilAudit, value.thirdReleased]
    },
    oracle: ({ grant, actual }) => {
      const third = excess(smaller(big(grant), big(actual)), 2n * cut(30n, big(grant)))
      const withheld = smaller(third, cut(10n, base === 'ofGrant' ? big(grant) : third))
      return [withheld, third - withheld].map(dollars)
    },
    formulas: [least(thirdOf, share)],
  }
}

type Halves = Readonly<Record<'activity' | 'coordination' | 'audit', number>>
const halves = (draw: Draw): Halves => {
  const activity = draw.cents(MOST_DOLLARS)
  const coordination = draw.around(Math.floor(activity / (draw.whole(0, 1) === 0 ? 10 : 9)), Math.max(1, Math.floor(activity / 5)))
  return { activity, coordination, audit: draw.whole(0, Math.min(coordination, 600_000)) }
}
function coordinationCap(of: 'activities' | 'wholeGrant', audit: 'inside' | 'separate'): Reading<Halves> {
  const counted = audit === 'inside' ? 'coordination' : minus('coordination', 'audit')
  const rest = audit === 'inside' ? 'activity' : plus('activity', 'audit')
  const cap = of === 'activities' ? percentOf(10, 'activity') : over(rest, 9)
  return {
    name: `A-C7 ${of}, A-C22 ${audit}`,
    library: (budget) => {
      const answer = validateGrantBudget(
        { activityGrant: asGiven(budget.activity), coordinationAndAdmin: asGiven(budget.coordination), auditFee: asGiven(budget.audit) },
        { readings: { 'A-C7': of, 'A-C22': audit } },
      )
      return [answer.value.coordinationCap, ...margins(answer, of === 'activities' ? 'coordinationCeiling' : 'coordinationCeilingOfWhole')]
    },
    // Of the whole, activities and coordination with the audit fee, it is at most a tenth: ten times it is at most the whole.
    oracle: (budget) => {
      const [activity, all] = [big(budget.activity), big(budget.coordination)]
      const spent = audit === 'inside' ? all : all - big(budget.audit)
      const cap = of === 'activities' ? floorOf(activity, 10n) : floorOf(activity + all - spent, 9n)
      const met = 10n * spent <= (of === 'activities' ? activity : activity + all)
      return [dollars(cap), met, dollars(cap - spent)]
    },
    formulas: [toTheCent('floor', cap), atMost(counted, cap)],
  }
}

type Participants = Readonly<Record<'expenditure' | 'eligible' | 'nonEligible' | 'others', number>>
const participants = (draw: Draw): Participants => ({
  expenditure: draw.cents(100_000),
  eligible: draw.whole(0, 60),
  nonEligible: draw.whole(1, 60),
  others: draw.whole(0, 20),
})
const feeRoundings = { up: 'ceiling', nearest: 'nearest', down: 'floor' } as const satisfies Record<string, Way>

function fullCost(who: 'studentsOnly' | 'everyParticipant', rounding: keyof typeof feeRoundings): Reading<Participants> {
  const people = who === 'studentsOnly' ? plus('eligible', 'nonEligible') : plus('eligible', 'nonEligible', 'others')
  const fee = toTheCent(feeRoundings[rounding], over('expenditure', people))
  return {
    name: `A-C9 ${who}, A-C10 ${rounding}`,
    library: ({ expenditure, ...people }) => {
      const { value } = computeFullCostFee({ expenditure: asGiven(expenditure), ...people }, { readings: { 'A-C9': who, 'A-C10': rounding } })
      return [value.feePerStudent, value.totalFromNonEligible, value.totalFromOthers]
    },
    oracle: ({ expenditure, eligible, nonEligible, others }) => {
      const sharers = big(eligible + nonEligible) + (who === 'studentsOnly' ? 0n : big(others))
      const fee = { up: ceilingOf, nearest: nearestOf, down: floorOf }[rounding](big(expenditure), sharers)
      return [fee, fee * big(nonEligible), fee * big(others)].map(dollars)
    },
    formulas: [fee, times(fee, 'nonEligible')],
  }
}

type Turnout = Readonly<Record<'places' | 'actual' | 'groups' | 'amount' | 'cost', number>>
const turnout = (draw: Draw): Turnout => {
  const [places, amount] = [draw.whole(1, 300), draw.cents(500_000)]
  return { places, actual: draw.around(places, places + 10), groups: draw.whole(0, 40), amount, cost: draw.around(amount, amount) }
}
function byTurnout(way: Way): Reading<Turnout> {
  const share = (of: string) => over(times(of, 'actual'), 'places')
  return {
    name: `A-C13 ${way}`,
    library: ({ places, actual, groups, amount, cost }) => {
      const activity = { approvedPlaces: places, actual, groups, amount: asGiven(amount), actualCost: asGiven(cost) }
      const { value } = computeAllowableClaim({ activity }, { readings: { 'A-C13': way } })
      return [value.groups, value.allowable, value.claim]
    },
    oracle: ({ places, actual, groups, amount, cost }) => {
      const [came, all] = [smaller(big(actual), big(places)), big(places)]
      const allowable = floorOf(big(amount) * came, all)
      return [number(roundings[way](big(groups) * came, all)), dollars(allowable), dollars(smaller(allowable, big(cost)))]
    },
    formulas: [
      when(lessThan('actual', 'places'), whole(way, share('groups')), 'groups'),
      when(lessThan('actual', 'places'), toTheCent('floor', share('amount')), 'amount'),
    ],
  }
}

const three = ['1', '2', '3'] as const
type Activities = Readonly<Record<'approved' | `${'amount' | 'held' | 'places' | 'came'}${(typeof three)[number]}`, number>>
const activities = (draw: Draw): Activities => {
  const places = () => draw.whole(1, 120)
  const [first, second, third] = [places(), places(), places()]
  const came = (of: number): number => draw.whole(0, of + 5)
  return {
    approved: draw.cents(250_000),
    amount1: 1 + draw.cents(500_000), amount2: draw.cents(500_000), amount3: draw.cents(500_000),
    held1: draw.whole(0, 1), held2: draw.whole(0, 1), held3: draw.whole(0, 1),
    places1: first, places2: second, places3: third,
    came1: came(first), came2: came(second), came3: came(third),
  }
}
function deduction(by: 'byAmount' | 'byNumber' | 'byAmountTurnoutToo'): Reading<Activities> {
  const stands = (n: (typeof three)[number]) => {
    if (by === 'byNumber') return `held${n}`
    if (by === 'byAmount') return times(`amount${n}`, `held${n}`)
    return times(times(`amount${n}`, `held${n}`), least(1, over(`came${n}`, `places${n}`)))
  }
  const all = by === 'byNumber' ? 3 : plus(...three.map((n) => `amount${n}`))
  return {
    name: `A-C14 ${by}`,
    library: (facts) => {
      const given = three.map((n) => {
        const held = facts[`held${n}`] === 1
        return { amount: asGiven(facts[`amount${n}`]), held, approvedPlaces: facts[`places${n}`], ...(held ? { actual: facts[`came${n}`] } : {}) }
      })
      const { value } = computeAllowableClaim({ coordination: { approved: asGiven(facts.approved), activities: given } }, { readings: { 'A-C14': by } })
      return [value.coordinationAllowed, value.coordinationRefund]
    },
    oracle: (facts) => {
      const parts = three.filter((n) => facts[`held${n}`] === 1).map((n) => {
        const weight = by === 'byNumber' ? 1n : big(facts[`amount${n}`])
        const [came, places] = [big(facts[`came${n}`]), big(facts[`places${n}`])]
        return by === 'byAmountTurnoutToo' ? { numerator: weight * smaller(came, places), denominator: places } : { numerator: weight, denominator: 1n }
      })
      const held = sumOf(parts)
      const all = by === 'byNumber' ? 3n : three.reduce((sum, n) => sum + big(facts[`amount${n}`]), 0n)
      const allowed = floorOf(big(facts.approved) * held.numerator, held.denominator * all)
      return [allowed, big(facts.approved) - allowed].map(dollars)
    },
    formulas: [toTheCent('floor', over(times('approved', plus(...three.map(stands))), all))],
  }
}

type TutorPay = Readonly<Record<'approved' | 'tutors' | 'pay' | 'mpf', number>>
const tutorPay = (draw: Draw): TutorPay => {
  const [approved, tutors] = [draw.cents(200_000), draw.whole(1, 30)]
  const mpf = draw.cents(1_500)
  return { approved, tutors, pay: Math.max(0, draw.around(Math.floor(approved / tutors), approved + 1) - (draw.whole(0, 1) === 0 ? mpf : 0)), mpf }
}
function averagePay(reading: 'approvedTutors' | 'actualTutors' | 'mpfInside'): Reading<TutorPay> {
  const number = reading === 'actualTutors' ? 2 : 'tutors'
  const counted = reading === 'mpfInside' ? plus('pay', 'mpf') : 'pay'
  return {
    name: `A-C19 ${reading}`,
    library: ({ approved, tutors, pay, mpf }) => {
      const input = { approvedAmount: asGiven(approved), count: tutors, pay: [asGiven(pay), 0], mpf: [asGiven(mpf), 0] }
      const answer = computeAllowableClaim({ tutors: input }, { readings: { 'A-C19': reading } })
      return [answer.value.payCap, ...margins(answer, 'tutorPayAverage')]
    },
    oracle: ({ approved, tutors, pay, mpf }) => {
      const number = reading === 'actualTutors' ? 2n : big(tutors)
      const counted = big(pay) + (reading === 'mpfInside' ? big(mpf) : 0n)
      const cap = floorOf(big(approved), number)
      return [dollars(cap), counted * number <= big(approved), dollars(cap - counted)]
    },
    formulas: [toTheCent('floor', over('approved', number)), atMost(counted, over('approved', number))],
  }
}

/** The average of two activities together: the lines of both over the tutors of both. */
const ofTheWholeProject: Reading<{ readonly first: number; readonly second: number; readonly tutors: number; readonly others: number; readonly pay: number }> = {
  name: 'A-C19 wholeProject',
  library: ({ first, second, tutors, others, pay }) => {
    const activity = (cents: number, count: number, paid: readonly number[]) =>
      ({ lines: [{ item: 'partTimeTutorPay' as const, amount: asGiven(cents) }], tutors: { count, pay: [...paid] } })
    const answer = validateGrantBudget(
      { activities: [activity(first, tutors, [asGiven(pay)]), activity(second, others, [])] },
      { readings: { 'A-C19': 'wholeProject' } },
    )
    return margins(answer, 'tutorPayAverage')
  },
  oracle: ({ first, second, tutors, others, pay }) => {
    const [sum, number] = [big(first) + big(second), big(tutors + others)]
    return [big(pay) * number <= sum, dollars(floorOf(sum, number) - big(pay))]
  },
  formulas: [atMost('pay', over(plus('first', 'second'), plus('tutors', 'others')))],
}

type Ended = Readonly<Record<'disbursed' | 'income' | 'allowable' | 'disallowed' | 'repaid' | 'otherGrant', number>>
const ended = (draw: Draw): Ended => {
  const [disbursed, income] = [draw.cents(MOST_DOLLARS), draw.cents(10_000)]
  return {
    disbursed, income, allowable: draw.around(disbursed + income, disbursed + income), disallowed: draw.cents(10_000),
    repaid: draw.ofAnySize(Math.max(1, disbursed)), otherGrant: draw.cents(100_000),
  }
}
function refund(outcome: 'completed' | 'terminated' | 'notImplemented', interest: 'grantOnly' | 'withInterest'): Reading<Ended> {
  const all = plus('disbursed', 'income')
  const due = outcome !== 'notImplemented' ? most(0, minus(all, 'allowable')) : interest === 'withInterest' ? all : 'disbursed'
  return {
    name: `${outcome}, A-C23 ${interest}`,
    library: ({ disbursed, income, allowable, disallowed, repaid, otherGrant }) => {
      const { value } = computeRefund(
        {
          outcome, disbursed: asGiven(disbursed), otherIncome: asGiven(income), allowable: asGiven(allowable),
          disallowed: asGiven(disallowed), repaid: asGiven(repaid), otherGrantDue: asGiven(otherGrant),
        },
        { readings: { 'A-C23': interest } },
      )
      return [value.refund, value.borneByNGO, value.setOff, value.stillOwed]
    },
    oracle: (facts) => {
      const [paid, income, spent] = [big(facts.disbursed), big(facts.income), big(facts.allowable)]
      const run = outcome !== 'notImplemented'
      const due = run ? excess(paid + income, spent) : paid + (interest === 'withInterest' ? income : 0n)
      const borne = big(facts.disallowed) + (run ? excess(spent, paid + income) : spent)
      const owed = excess(due, big(facts.repaid))
      const setOff = smaller(owed, big(facts.otherGrant))
      return [due, borne, setOff, owed - setOff].map(dollars)
    },
    formulas: [due],
  }
}

type Sessions = Readonly<Record<'perWeek' | 'minutes' | 'groups', number>>

export const communityProjectShares: readonly Exam[] = [
  exam({ at: '8(a) s1', rule: 'a grant of at most HK$2,500,000', money: ['grant'], facts: (draw) => ({ grant: draw.around(CEILING, 2 * CEILING) }) }).under([
    {
      name: '',
      library: ({ grant }) => margins(validateGrantBudget({ projectGrant: asGiven(grant) }), 'projectCeiling'),
      oracle: ({ grant }) => [grant <= CEILING, dollars(BigInt(CEILING) - big(grant))],
      formulas: [atMost('grant', 2_500_000), minus(2_500_000, 'grant')],
    },
  ]),
  exam({
    at: '8(a) s2',
    rule: "a coordinator's projects together at most HK$2,500,000",
    money: ['own', 'applied', 'approved', 'earlier'],
    facts: (draw) => {
      const [own, applied] = [draw.whole(0, CEILING), draw.cents(1_000_000)]
      return { own, applied, approved: draw.around(Math.max(0, CEILING - own), CEILING), earlier: draw.cents(100) }
    },
  }).under((['largerOfBoth', 'approved', 'everySchoolYear'] as const).map((counted) => ({
    name: `A-C25 ${counted}`,
    library: ({ own, applied, approved, earlier }) => {
      const others = [
        { applied: asGiven(applied), approved: asGiven(approved), sameSchoolYear: true },
        { applied: asGiven(earlier), approved: asGiven(earlier), sameSchoolYear: false },
      ]
      const answer = validateGrantBudget({ projectGrant: asGiven(own), otherProjects: others }, { readings: { 'A-C25': counted } })
      return [answer.value.coordinatorTotal, ...margins(answer, 'coordinatorCeiling')]
    },
    oracle: ({ own, applied, approved, earlier }) => {
      const other = counted === 'approved' ? big(approved) : larger(big(applied), big(approved))
      const total = big(own) + other + (counted === 'everySchoolYear' ? big(earlier) : 0n)
      return [dollars(total), total <= BigInt(CEILING), dollars(BigInt(CEILING) - total)]
    },
    formulas: [plus('own', counted === 'approved' ? 'approved' : most('applied', 'approved'), counted === 'everySchoolYear' ? 'earlier' : 0)],
  }))),
  exam({ at: '8(d)統籌 iii cap', rule: '10% for coordination and administration', money: ['activity', 'coordination', 'audit'], facts: halves }).under([
    coordinationCap('activities', 'inside'), coordinationCap('activities', 'separate'), coordinationCap('wholeGrant', 'inside'), coordinationCap('wholeGrant', 'separate'),
  ]),
  exam({ at: 'App 9 bullet 6', rule: 'an audit fee of at most HK$5,000', money: ['audit'], facts: (draw) => ({ audit: Math.max(1, draw.around(500_000, 1_000_000)) }) }).under([
    {
      name: '',
      library: ({ audit }) => margins(validateGrantBudget({ coordinationAndAdmin: 100_000, auditFee: asGiven(audit) }), 'auditFeeCeiling'),
      oracle: ({ audit }) => [audit <= 500_000, dollars(500_000n - big(audit))],
      formulas: [atMost('audit', 5_000), minus(5_000, 'audit')],
    },
  ]),
  exam<Sessions>({
    at: '8(d)活動 v',
    rule: 'tutorial service of at most 4.5 hours a week',
    facts: (draw) => {
      const perWeek = draw.whole(1, 10)
      return { perWeek, minutes: draw.around(Math.floor(WEEK / perWeek), 180), groups: draw.whole(1, 6) }
    },
  }).under((['perStudent', 'perGroup', 'perProject'] as const).map((whose) => ({
    name: `A-C8 ${whose}`,
    library: ({ perWeek, minutes, groups }) => {
      const activity = { kind: 'tutorialService' as const, groups, sessions: { perWeek, minutes }, lines: [] }
      const answer = validateGrantBudget({ activities: [activity] }, { readings: { 'A-C8': whose } })
      return [answer.value.tutorialMinutesPerWeek, ...margins(answer, 'tutorialServiceWeek')]
    },
    oracle: ({ perWeek, minutes, groups }) => {
      const all = perWeek * minutes * (whose === 'perProject' ? groups : 1)
      return [all, 2 * all <= 9 * 60, WEEK - all]
    },
    formulas: [
      times(times('perWeek', 'minutes'), whose === 'perProject' ? 'groups' : 1),
      atMost(over(times(times('perWeek', 'minutes'), whose === 'perProject' ? 'groups' : 1), 60), 4.5),
    ],
  }))),
  exam({ at: '8(b)i s4', rule: "each participant's part of the actual spending", money: ['expenditure'], facts: participants }).under([
    fullCost('studentsOnly', 'up'), fullCost('studentsOnly', 'nearest'), fullCost('studentsOnly', 'down'),
    fullCost('everyParticipant', 'up'), fullCost('everyParticipant', 'nearest'), fullCost('everyParticipant', 'down'),
  ]),
  exam({
    at: '8(b)i s3',
    rule: 'a fee of at least the full cost',
    money: ['expenditure', 'charged'],
    facts: (draw) => {
      const [expenditure, people] = [draw.cents(100_000), draw.whole(1, 120)]
      return { expenditure, people, charged: draw.around(Math.ceil(expenditure / people), expenditure) }
    },
  }).under([
    {
      name: 'A-C10 up',
      library: ({ expenditure, people, charged }) => {
        const activity = { expenditure: asGiven(expenditure), eligible: people - 1, nonEligible: 1, others: 0, feesCharged: [asGiven(charged)] }
        return margins(computeFullCostFee(activity), 'fullCostCharged')
      },
      oracle: ({ expenditure, people, charged }) =>
        [big(charged) * big(people) >= big(expenditure), dollars(big(charged) - ceilingOf(big(expenditure), big(people)))],
      formulas: [atLeast('charged', over('expenditure', 'people'))],
    },
  ]),
  exam({ at: '8(d)活動 viii', rule: 'groups and spending in proportion to the turnout', money: ['amount', 'cost'], facts: turnout }).under([
    byTurnout('ceiling'), byTurnout('floor'), byTurnout('nearest'),
  ]),
  exam({
    at: '8(d)統籌 iii deduction',
    rule: 'coordination cut by the activities not held',
    money: ['approved', 'amount1', 'amount2', 'amount3'],
    facts: activities,
  }).under([deduction('byAmount'), deduction('byNumber'), deduction('byAmountTurnoutToo')]),
  exam({ at: 'App 1 bullet 1 average', rule: "a tutor's pay within the average", money: ['approved', 'pay', 'mpf'], facts: tutorPay }).under([
    averagePay('approvedTutors'), averagePay('actualTutors'), averagePay('mpfInside'),
  ]),
  exam({
    at: 'App 1 bullet 1 average',
    rule: "a tutor's pay within the average of the project",
    money: ['first', 'second', 'pay'],
    facts: (draw) => {
      const [first, second, tutors, others] = [draw.cents(200_000), draw.cents(200_000), draw.whole(1, 20), draw.whole(1, 20)]
      return { first, second, tutors, others, pay: draw.around(Math.floor((first + second) / (tutors + others)), first + second + 1) }
    },
  }).under([ofTheWholeProject]),
  exam({ at: '8(e)ii s1', rule: 'instalments of 30%, 30% and 40%', money: ['grant'], facts: (draw) => ({ grant: draw.cents(MOST_DOLLARS) }) }).under([
    {
      name: '',
      library: ({ grant }) => {
        const { value } = computeInstalments({ grant: asGiven(grant), actual: asGiven(grant), audited: true })
        return [value.first, value.second, value.third]
      },
      oracle: ({ grant }) => {
        const part = cut(30n, big(grant))
        return [part, part, big(grant) - 2n * part].map(dollars)
      },
      formulas: [toTheCent('floor', percentOf(30, 'grant')), toTheCent('floor', percentOf(30, 'grant')), toTheCent('nearest', minus('grant', firstTwo))],
    },
  ]),
  exam({ at: '8(e)ii s4 third', rule: 'the third instalment on actual spending', money: ['grant', 'actual'], facts: granted }).under([
    {
      name: '',
      library: ({ grant, actual }) => {
        const { value } = computeInstalments({ grant: asGiven(grant), actual: asGiven(actual), audited: true })
        return [value.third, value.overpaid, value.ownCost]
      },
      oracle: ({ grant, actual }) => {
        const paid = 2n * cut(30n, big(grant))
        return [excess(smaller(big(grant), big(actual)), paid), excess(paid, big(actual)), excess(big(actual), big(grant))].map(dollars)
      },
      formulas: [thirdOf, most(0, minus(firstTwo, 'actual')), most(0, minus('actual', 'grant'))],
    },
  ]),
  exam({ at: '8(e)ii s4 audit', rule: '10% held back until the audit', money: ['grant', 'actual'], facts: granted }).under([heldBack('ofGrant'), heldBack('ofThird')]),
  exam({
    at: '8(e)iv-2 s2',
    rule: 'what is left goes back, and is set off',
    money: ['disbursed', 'income', 'allowable', 'disallowed', 'repaid', 'otherGrant'],
    facts: ended,
  }).under([
    refund('completed', 'grantOnly'), refund('terminated', 'grantOnly'),
  ]),
  exam({
    at: '8(e)vi',
    rule: 'all goes back when nothing was carried out',
    money: ['disbursed', 'income', 'allowable', 'disallowed', 'repaid', 'otherGrant'],
    facts: ended,
  }).under([refund('notImplemented', 'grantOnly'), refund('notImplemented', 'withInterest')]),
]
