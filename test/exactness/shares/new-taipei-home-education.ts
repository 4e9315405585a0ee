import {
  checkDepartmentTeacherWorktime, checkMissedSession, computeTeachingFee, computeTravelAllowance, itinerantVisitRequirements,
} from '../../../src/index.js'
import type { Draw } from '../draw.js'
import { findingOf, margins, sharesOf, type Exam, type Reading } from '../exam.js'
import { atLeast, atMost, equals, least, minus, most, over, plus, times, when } from '../expression.js'
import { big, number } from '../whole.js'

// The New Taipei plan: fees by the period and by the trip, the working day and week, and how often a student is visited.

const exam = sharesOf('new-taipei-home-education')

type Claim = Readonly<Record<'junior' | 'claimed' | 'approved' | 'other' | 'makeUp' | 'affected' | 'broken' | 'day', number>>
/** Days on either side of each change of the national table. */
const serviceDays = [
  { day: '2019-01-31', junior: 360, elementary: 320 },
  { day: '2022-01-31', junior: 360, elementary: 320 },
  { day: '2022-02-01', junior: 378, elementary: 336 },
  { day: '2025-08-31', junior: 378, elementary: 336 },
  { day: '2025-09-01', junior: 455, elementary: 405 },
] as const

const claims = (draw: Draw): Claim => {
  const [other, makeUp, approved] = [draw.whole(0, 4), draw.whole(0, 4), draw.whole(0, 200)]
  return {
    junior: draw.whole(0, 1), claimed: other + makeUp + draw.around(approved, 200), approved, other, makeUp,
    affected: draw.whole(0, 20), broken: draw.whole(0, 1), day: draw.whole(0, serviceDays.length - 1),
  }
}

function teachingFee(rate: 'planText' | 'nationalTable', forfeit: 'wholeClaim' | 'affectedPeriods', makeUps: 'withinApproval' | 'notPaid'): Reading<Claim> {
  const taught = minus('claimed', plus('other', makeUps === 'notPaid' ? 'makeUp' : 0))
  const payable = least(taught, 'approved')
  const paid = when(equals('broken', 1), forfeit === 'wholeClaim' ? 0 : most(0, minus(payable, 'affected')), payable)
  const national = (level: 'junior' | 'elementary') =>
    when(atLeast('day', 4), serviceDays[4][level], when(atLeast('day', 2), serviceDays[2][level], serviceDays[0][level]))
  const fee = rate === 'planText' ? when(equals('junior', 1), 360, 320) : when(equals('junior', 1), national('junior'), national('elementary'))
  return {
    name: `N-A19 ${rate}, N-A20 ${forfeit}, N-A21 ${makeUps}`,
    library: (claim) => {
      const answer = computeTeachingFee(
        {
          level: claim.junior === 1 ? 'juniorHigh' : 'elementary',
          serviceDate: serviceDays[claim.day]?.day ?? '',
          claimedPeriods: claim.claimed,
          approvedPeriods: claim.approved,
          nonTeachingPeriodsIncluded: claim.other,
          makeUpPeriodsIncluded: claim.makeUp,
          countedInRegularLoad: claim.broken === 1,
          loadReduced: false,
          affectedPeriods: claim.affected,
        },
        { readings: { 'N-A19': rate, 'N-A20': forfeit, 'N-A21': makeUps } },
      )
      return [answer.value.amount, answer.value.payablePeriods, ...margins(answer, 'withinApprovedPeriods')]
    },
    oracle: (claim) => {
      const taught = claim.claimed - claim.other - (makeUps === 'notPaid' ? claim.makeUp : 0)
      let payable = taught > claim.approved ? claim.approved : taught
      if (claim.broken === 1) payable = forfeit === 'wholeClaim' ? 0 : payable - claim.affected < 0 ? 0 : payable - claim.affected
      const rates = rate === 'planText' ? serviceDays[0] : serviceDays[claim.day]
      const fee = (claim.junior === 1 ? rates?.junior : rates?.elementary) ?? 0
      return [number(big(payable) * big(fee)), payable, taught <= claim.approved, claim.approved - taught]
    },
    formulas: [times(paid, fee), paid, atMost(taught, 'approved')],
  }
}

type WorkingDay = Readonly<Record<'teaching' | 'second' | 'later' | 'first' | 'other' | 'halfDays', number>>
const workingDay = (draw: Draw): WorkingDay => {
  const [second, later, first] = [draw.whole(0, 60), draw.whole(0, 60), draw.whole(0, 60)]
  const travel = second + draw.whole(0, 1) * later + draw.whole(0, 1) * first
  return { teaching: draw.around(480 - travel, 600), second, later, first, other: draw.whole(0, 120), halfDays: draw.whole(0, 14) }
}
function workTime(journeys: 'secondStudent' | 'laterStudents' | 'everyJourney'): Reading<WorkingDay> {
  const counted = plus('teaching', 'second', journeys === 'secondStudent' ? 0 : 'later', journeys === 'everyJourney' ? 'first' : 0)
  return {
    name: `N-A17 ${journeys}`,
    library: ({ teaching, second, later, first, other, halfDays }) => {
      const segments = [
        { kind: 'directTeaching', minutes: teaching }, { kind: 'travelToSecondStudent', minutes: second }, { kind: 'travelToLaterStudent', minutes: later },
        { kind: 'travelToFirstStudent', minutes: first }, { kind: 'other', minutes: other },
      ] as const
      const answer = checkDepartmentTeacherWorktime({ segments: [...segments], fieldHalfDaysThisWeek: halfDays }, { readings: { 'N-A17': journeys } })
      // Where only other work fills the day, the rule that says so has the same margin.
      const hours = findingOf(answer, 'eightHours') === undefined ? 'otherWorkNotNeeded' : 'eightHours'
      return [answer.value.shortfallMinutes, answer.value.halfDayShortfall, ...margins(answer, hours), ...margins(answer, 'eightHalfDays')]
    },
    oracle: ({ teaching, second, later, first, halfDays }) => {
      const counted = teaching + second + (journeys === 'secondStudent' ? 0 : later) + (journeys === 'everyJourney' ? first : 0)
      return [counted < 480 ? 480 - counted : 0, halfDays < 8 ? 8 - halfDays : 0, counted >= 8 * 60, counted - 480, halfDays >= 8, halfDays - 8]
    },
    formulas: [most(0, minus(480, counted)), most(0, minus(8, 'halfDays')), atLeast(over(counted, 60), 8)],
  }
}

type Trips = Readonly<Record<'sameTeacher' | 'secondTeacher' | 'otherStudent' | 'outside' | 'rate', number>>
/** Trips of one day to one student by two teachers, to another student, and outside the teaching weeks. */
const trips = (draw: Draw): Trips => ({
  sameTeacher: draw.whole(0, 3), secondTeacher: draw.whole(0, 3), otherStudent: draw.whole(0, 3), outside: draw.whole(0, 3), rate: draw.ofAnySize(10_000),
})
function travel(fee: 'perTeacher' | 'perStudent'): Reading<Trips> {
  const one = (count: string) => least(count, 1)
  const ofStudent = fee === 'perTeacher' ? plus(one('sameTeacher'), one('secondTeacher')) : least(plus('sameTeacher', 'secondTeacher'), 1)
  const payable = plus(ofStudent, one('otherStudent'))
  return {
    name: `N-A23 ${fee}`,
    library: ({ sameTeacher, secondTeacher, otherStudent, outside, rate }) => {
      const made = (count: number, date: string, studentId: string, teacher: string) => Array.from({ length: count }, () => ({ date, studentId, teacher }))
      const all = [
        ...made(sameTeacher, '2024-03-04', 'a', 'x'), ...made(secondTeacher, '2024-03-04', 'a', 'y'),
        ...made(otherStudent, '2024-03-04', 'b', 'x'), ...made(outside, '2024-07-15', 'a', 'x'),
      ]
      const weeks: [string, string][] = [['2024-02-16', '2024-06-28']]
      const { value } = computeTravelAllowance({ trips: all, ratePerTrip: rate, teachingWeeks: weeks }, { readings: { 'N-A23': fee } })
      return [value.allowance, value.payableTrips, value.duplicateTrips, value.outsideTeachingWeeks]
    },
    oracle: ({ sameTeacher, secondTeacher, otherStudent, outside, rate }) => {
      const some = (count: number): number => (count > 0 ? 1 : 0)
      const ofStudent = fee === 'perTeacher' ? some(sameTeacher) + some(secondTeacher) : some(sameTeacher + secondTeacher)
      const payable = ofStudent + some(otherStudent)
      return [number(big(payable) * big(rate)), payable, sameTeacher + secondTeacher + otherStudent - payable, outside]
    },
    formulas: [times(payable, 'rate'), payable],
  }
}

type Week = Readonly<Record<'first' | 'second' | 'third', number>>
/** How many of three visits have their 60 minutes, or took place at all. */
function weeklyVisits(reading: 'floorOne' | 'floorOneAnyLength' | 'floorTwo' | 'range'): Reading<Week> {
  const rule = { floorOne: 'weeklyVisit', floorOneAnyLength: 'weeklyVisit', floorTwo: 'twoWeeklyVisits', range: 'oneOrTwoWeeklyVisits' }[reading]
  const counts = (fact: string) => (reading === 'floorOneAnyLength' ? 1 : when(atLeast(fact, 60), 1, 0))
  const visits = plus(counts('first'), counts('second'), counts('third'))
  return {
    name: `N-A6 ${reading}`,
    library: ({ first, second, third }) => {
      const record = { visitMinutes: [first, second, third] }
      const answer = itinerantVisitRequirements({ teacherType: 'departmentAssigned', placement: 'homeOrMedical', record }, { readings: { 'N-A6': reading } })
      return [findingOf(answer, rule)?.met ?? null]
    },
    oracle: ({ first, second, third }) => {
      const visits = [first, second, third].filter((minutes) => reading === 'floorOneAnyLength' || minutes >= 60).length
      return [reading === 'range' ? visits >= 1 && visits <= 2 : visits >= (reading === 'floorTwo' ? 2 : 1)]
    },
    formulas: [reading === 'range' ? equals(least(1, visits, minus(3, visits)), 1) : atLeast(visits, reading === 'floorTwo' ? 2 : 1)],
  }
}

export const homeEducationShares: readonly Exam[] = [
  exam({ at: '壹拾、三、（二）1', rule: 'NT$360 or NT$320 a period, within the approved periods', facts: claims }).under(
    (['planText', 'nationalTable'] as const).flatMap((rate) =>
      (['wholeClaim', 'affectedPeriods'] as const).flatMap((forfeit) =>
        (['withinApproval', 'notPaid'] as const).map((makeUps) => teachingFee(rate, forfeit, makeUps)),
      ),
    ),
  ),
  exam({ at: '壹拾、三、（一）1', rule: 'eight hours a day, eight half-days a week', facts: workingDay }).under([
    workTime('secondStudent'), workTime('laterStudents'), workTime('everyJourney'),
  ]),
  exam({ at: '壹拾壹、一、（二）', rule: 'one travel fee for a student on a day', facts: trips }).under([travel('perTeacher'), travel('perStudent')]),
  exam({
    at: '壹拾壹、二',
    rule: 'travel to students placed away, at cost',
    facts: (draw) => ({ first: draw.ofAnySize(100_000_000), second: draw.ofAnySize(100_000_000), assigned: draw.whole(0, 1) }),
  }).under([
    {
      name: '',
      library: ({ first, second, assigned }) => {
        const awayVisits = [{ assignedByDepartment: true, actualCost: first }, { assignedByDepartment: assigned === 1, actualCost: second }]
        return [computeTravelAllowance({ trips: [], awayVisits }).value.awayTravelExpenses]
      },
      oracle: ({ first, second, assigned }) => [number(big(first) + big(second) * big(assigned))],
      formulas: [plus('first', times('second', 'assigned'))],
    },
  ]),
  exam({ at: '壹拾、二、（二）', rule: 'official leave of half a day each time', facts: (draw) => ({ halfDays: draw.around(1, 400) }) }).under([
    {
      name: '',
      library: ({ halfDays }) => {
        const answer = checkMissedSession({ cause: 'sickLeave', guidanceOfficialLeaveHalfDays: halfDays })
        return [answer.value.excessOfficialLeaveHalfDays, ...margins(answer, 'leaveForGuidance')]
      },
      oracle: ({ halfDays }) => [halfDays > 1 ? halfDays - 1 : 0, halfDays <= 1, 1 - halfDays],
      formulas: [most(0, minus('halfDays', 1)), atMost('halfDays', 1)],
    },
  ]),
  exam({
    at: '柒、四、（一）前段',
    rule: 'one to two visits of an hour a week',
    facts: (draw) => ({ first: draw.around(60, 120), second: draw.around(60, 120), third: draw.around(60, 120) }),
  }).under([weeklyVisits('floorOne'), weeklyVisits('floorOneAnyLength'), weeklyVisits('floorTwo'), weeklyVisits('range')]),
  exam({
    at: '柒、四、（二）前段',
    rule: '4 to 10 periods a week, within school hours',
    facts: (draw) => {
      const periods = draw.whole(0, 20)
      return { periods, outside: draw.whole(0, Math.min(periods, 2)) }
    },
  }).under([
    {
      name: '',
      library: ({ periods, outside }) => {
        const record = { periods, periodsOutsideSchoolHours: outside }
        const answer = itinerantVisitRequirements({ teacherType: 'schoolAssigned', placement: 'homeOrMedical', record })
        return [...margins(answer, 'weeklyPeriods'), ...margins(answer, 'schoolHours')]
      },
      oracle: ({ periods, outside }) =>
        [periods >= 4 && periods <= 10, periods < 7 ? periods - 4 : 10 - periods, outside === 0, outside === 0 ? 0 : -outside],
      formulas: [atLeast(least(minus('periods', 4), minus(10, 'periods')), 0)],
    },
  ]),
]
