import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { atLeast, atMost, within } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { describedAs } from '../kernel/fields.js'
import { parser, reject } from '../kernel/input.js'
import type { Finding, Rule } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { plan, readings, type Options, type Reader } from './document.js'
import { planVersionOn, planVersions, versionRules } from './version.js'
import { countsOfLog, countsOfRecord, exceedsTheWeek, WeekRecord, type Counts, type Series, type YearCount } from './visit-counts.js'
import { checkLog, countLog, figuresOf, LogFigures, outsideTheLog, VisitLog } from './visit-log.js'

/** Home visits of a department-assigned teacher in a week, and the minutes of each. @source New Taipei home-education plan (2019) VII.4(1) */
const WEEKLY_VISITS = { least: 1, most: 2, minutesEach: 60 } as const

/** Periods of a school-assigned teacher for each student in a week. @source New Taipei home-education plan (2019) VII.4(2), first part */
const WEEKLY_PERIODS = { least: 4, most: 10 } as const

/** The school's calls in a month, and its visits on site in a school year, for a student placed away. @source VII.4(1) */
const MONTHLY_CALLS = 1
const YEARLY_ON_SITE_VISITS = 1

/** The institution and the parents, whom VII.2(2) names both. @source New Taipei home-education plan (2019) VII.2(2) */
const PARTIES_TO_CALL = 2

/** The school's home visits in a month. @source New Taipei home-education plan (2019) XII.3, first part */
const MONTHLY_HOME_VISITS = 1

const ONE_MEETING = 1
const NONE = 0

const iepMeeting = text('the IEP meeting', '個別化教育計畫會議')

const rules = plan.rules({
  weeklyVisit: {
    at: '柒、四、（一）前段',
    force: 'in-principle',
    decides: iepMeeting,
    test: atLeast(WEEKLY_VISITS.least, 'trip'),
    says: text('The department-assigned teacher makes {test} to the home in a teaching week.', '局派教師於上課週到家輔導{test}。'),
    next: text('make the visit up, or record why there was none', '補行到家輔導，或記錄未到家的理由'),
  },
  twoWeeklyVisits: {
    at: '柒、四、（一）前段',
    force: 'in-principle',
    decides: iepMeeting,
    test: atLeast(WEEKLY_VISITS.most, 'trip'),
    says: text('The department-assigned teacher makes {test} to the home in a teaching week.', '局派教師於上課週到家輔導{test}。'),
  },
  oneOrTwoWeeklyVisits: {
    at: '柒、四、（一）前段',
    force: 'in-principle',
    decides: iepMeeting,
    test: within(WEEKLY_VISITS.least, WEEKLY_VISITS.most, 'trip'),
    says: text('The department-assigned teacher makes {test} to the home in a teaching week.', '局派教師於上課週到家輔導{test}。'),
  },
  visitLength: {
    at: '柒、四、（一）前段',
    force: 'in-principle',
    decides: iepMeeting,
    test: atLeast(WEEKLY_VISITS.minutesEach, 'minute'),
    says: text('Each visit to the home lasts {test}.', '每次到家輔導{test}。'),
    next: text('record why the visit was cut short', '記錄時間不足的理由'),
  },
  weeklyPeriods: {
    at: '柒、四、（二）前段',
    force: 'in-principle',
    decides: iepMeeting,
    test: within(WEEKLY_PERIODS.least, WEEKLY_PERIODS.most, 'period'),
    says: text('The student has {test} with school-assigned teachers in a teaching week.', '學生於上課週由自派教師授課{test}。'),
    next: text('state in the IEP why the periods differ', '於個別化教育計畫說明節數不同的理由'),
  },
  schoolHours: {
    at: '柒、四、（二）後段',
    force: 'mandatory',
    test: atMost(NONE, 'period'),
    says: text('Outside normal school hours there are {test}.', '正常作息時間以外的授課{test}。'),
    next: text('move the periods into school hours', '將授課調整至正常作息時間內'),
  },
  schoolHoursInPrinciple: {
    at: '柒、四、（二）後段',
    force: 'in-principle',
    decides: iepMeeting,
    test: atMost(NONE, 'period'),
    says: text('In principle there are {test} outside normal school hours.', '原則上正常作息時間以外的授課{test}。'),
  },
  monthlyCall: {
    at: '柒、四、（一）中段',
    force: 'mandatory',
    test: atLeast(MONTHLY_CALLS, 'call'),
    says: text('In a month the school makes {test} to the institution, the parents or the student.', '學校每月對機構、家長或學生進行{test}。'),
    next: text('phone before the month ends', '於當月內完成電話訪談'),
  },
  institutionAndParentsCalled: {
    at: '柒、二、（二）',
    force: 'mandatory',
    test: atLeast(PARTIES_TO_CALL, 'call'),
    says: text('In a month the school makes {test}, one to the institution and one to the parents.', '學校每月對機構及家長各一次，合計{test}。'),
    next: text('phone the one who was not reached', '聯繫尚未訪談的一方'),
  },
  yearlyOnSiteVisit: {
    at: '柒、四、（一）後段',
    force: 'mandatory',
    test: atLeast(YEARLY_ON_SITE_VISITS, 'visit'),
    says: text('In a school year there is {test} on site to the student placed away.', '每學年對安置在外的學生實地進行{test}。'),
  },
  onSiteVisitStillDue: {
    at: '柒、四、（一）後段',
    force: 'advisory',
    test: atLeast(YEARLY_ON_SITE_VISITS, 'visit'),
    says: text('Before the school year ends there is {test} on site.', '學年結束前實地進行{test}。'),
    next: text('plan the visit before 31 July', '於 7 月 31 日前安排訪視'),
  },
  monthlyHomeVisit: {
    at: '壹拾貳、三前段',
    force: 'mandatory',
    test: atLeast(MONTHLY_HOME_VISITS, 'visit'),
    says: text('In a month the school itself makes {test} to the home.', '學校每月自行到家{test}。'),
    next: text('visit before the month ends', '於當月內完成訪視'),
  },
  monthlyReviewMeeting: {
    at: '壹拾貳、三後段',
    force: 'mandatory',
    test: atLeast(ONE_MEETING, 'meeting'),
    says: text('In a month the school holds {test} to review the service.', '學校每月召開{test}，檢討服務實施情形。'),
    next: text('meet with the itinerant teacher and the staff', '與巡迴輔導教師及相關人員召開會議'),
  },
  reviewMeetingHeld: {
    at: '壹拾貳、三後段',
    force: 'in-principle',
    decides: text('the school; no frequency is stated', '學校；文件未載明頻率'),
    test: atLeast(ONE_MEETING, 'meeting'),
    says: text('In the time covered the school holds {test} to review the service.', '學校於紀錄期間召開{test}，檢討服務實施情形。'),
    next: text('meet with the itinerant teacher and the staff', '與巡迴輔導教師及相關人員召開會議'),
  },
})

export const ItinerantVisitInput = z.strictObject({
  teacherType: describedAs(z.enum(['departmentAssigned', 'schoolAssigned']), "the Department's teacher or the school's own", '局派教師或自派教師'),
  placement: describedAs(
    z.enum(['homeOrMedical', 'socialWelfareInstitution', 'outsideCity']),
    'where the student stays; the last two mean long-term, wherever the household is registered',
    '學生安置地點；後兩者指長期安置，不論設籍何處',
  ),
  record: describedAs(WeekRecord.nullish(), 'one teaching week, with the month and the school year it falls in', '一個上課週及其所屬月份、學年的紀錄'),
  log: describedAs(VisitLog.nullish(), 'a log over a longer time', '較長期間的逐筆紀錄', outsideTheLog),
})
export type ItinerantVisitInput = z.input<typeof ItinerantVisitInput>

export const ItinerantVisitFigures = z.strictObject({
  /** The version of the plan on the first day of the log; `null` without a log. */
  planVersion: z.enum(planVersions).nullable(),
  requirements: z.strictObject({
    /** Direct service of a week; `null` when the student is served indirectly only. */
    direct: z.strictObject({
      unit: z.enum(['visitsPerWeek', 'periodsPerWeek']),
      min: z.int(),
      principleMax: z.int(),
      minMinutesPerVisit: z.int().nullable(),
    }).nullable(),
    directIsPrinciple: z.literal(true),
    withinSchoolHours: z.boolean(),
    phoneContactsPerMonthMin: z.int(),
    onSiteVisitsPerSchoolYearMin: z.int(),
    schoolHomeVisitsPerMonthMin: z.int(),
    /** The student is placed away, where the monthly home visit is disputed. */
    homeVisitDutyDisputed: z.boolean(),
    reviewMeetingsPerMonthMin: z.int(),
    weeklyRecordRequired: z.boolean(),
  }),
  log: LogFigures.nullable(),
})
export type ItinerantVisitFigures = Readonly<z.output<typeof ItinerantVisitFigures>>

type Facts = z.output<typeof ItinerantVisitInput>
type Requirements = ItinerantVisitFigures['requirements']

/** VII.4 and XII.3: what the kind of teacher and the placement ask for. */
function requirementsFor({ teacherType, placement }: Facts, reader: Reader): Requirements {
  const away = placement !== 'homeOrMedical'
  const institutions = placement === 'socialWelfareInstitution' ? reader.take('N-A7') : null
  const servedDirectly = placement !== 'outsideCity' && institutions !== 'indirectOnly'
  const servedIndirectly = away && institutions !== 'directOnly'
  const monthly = reader.take('N-A11')
  return {
    direct: servedDirectly ? directService(teacherType, reader) : null,
    directIsPrinciple: true,
    withinSchoolHours: servedDirectly && teacherType === 'schoolAssigned',
    phoneContactsPerMonthMin: servedIndirectly ? monthlyCalls(reader) : NONE,
    onSiteVisitsPerSchoolYearMin: servedIndirectly ? YEARLY_ON_SITE_VISITS : NONE,
    schoolHomeVisitsPerMonthMin: !away || monthly === 'everyStudent' || monthly === 'everyStudentMonthlyMeetings' ? MONTHLY_HOME_VISITS : NONE,
    homeVisitDutyDisputed: away,
    reviewMeetingsPerMonthMin: monthly === 'monthlyMeetings' || monthly === 'everyStudentMonthlyMeetings' ? ONE_MEETING : NONE,
    weeklyRecordRequired: servedDirectly,
  }
}

function directService(teacherType: Facts['teacherType'], reader: Reader): NonNullable<Requirements['direct']> {
  if (teacherType === 'schoolAssigned') {
    return { unit: 'periodsPerWeek', min: WEEKLY_PERIODS.least, principleMax: WEEKLY_PERIODS.most, minMinutesPerVisit: null }
  }
  const min = reader.take('N-A6') === 'floorTwo' ? WEEKLY_VISITS.most : WEEKLY_VISITS.least
  return { unit: 'visitsPerWeek', min, principleMax: WEEKLY_VISITS.most, minMinutesPerVisit: WEEKLY_VISITS.minutesEach }
}

const monthlyCalls = (reader: Reader): number => (reader.take('N-A8') === 'institutionAndParents' ? PARTIES_TO_CALL : MONTHLY_CALLS)

const isFull = (length: number): boolean => length >= WEEKLY_VISITS.minutesEach

/**
 * Applies a rule to every number: all that are short or not known, or, when none is, the one nearest the limit. A number
 * that met the rule once is not applied again.
 */
function each(rule: Rule<number, void>, series: Series, least = NONE): readonly Finding[] {
  const missed: Finding[] = []
  const passed: (number | null)[] = []
  let nearest: Finding | undefined
  series.forEach((fact, index) => {
    if (passed.includes(fact)) return
    const open = (fact ?? least) < least ? series.open(index) : undefined
    const finding = open === undefined ? rule.apply(fact, series.path(index)) : rule.unknown(open)
    if (finding.met !== true) {
      missed.push(finding)
      return
    }
    passed.push(fact)
    if (nearest === undefined || (finding.margin ?? NONE) < (nearest.margin ?? NONE)) nearest = finding
  })
  return missed.length > 0 || nearest === undefined ? missed : [nearest]
}

const weeklyRules = {
  floorOne: rules.weeklyVisit,
  floorOneAnyLength: rules.weeklyVisit,
  floorTwo: rules.twoWeeklyVisits,
  range: rules.oneOrTwoWeeklyVisits,
} as const

/** A year without a visit on site is a breach only once it is over; while it runs, the visit is still due. */
function onSiteVisit({ fact, path, open, ended }: YearCount): Finding {
  if (fact === null || ended === true) return rules.yearlyOnSiteVisit.apply(fact, path)
  if (ended === false) return rules.onSiteVisitStillDue.apply(fact, path)
  return fact >= YEARLY_ON_SITE_VISITS ? rules.yearlyOnSiteVisit.apply(fact, path) : rules.yearlyOnSiteVisit.unknown(open)
}

/** Holds what was found against what is required. */
function check(required: Requirements, found: Counts, reader: Reader): readonly Finding[] {
  const findings: Finding[] = []
  if (required.direct?.unit === 'visitsPerWeek') {
    const weekly = weeklyRules[reader.take('N-A6')]
    findings.push(...each(weekly, found.visits, required.direct.min), ...each(rules.visitLength, found.visitMinutes))
  }
  if (required.direct?.unit === 'periodsPerWeek') {
    const hours = reader.take('N-A10') === 'hoursBinding' ? rules.schoolHours : rules.schoolHoursInPrinciple
    findings.push(...each(rules.weeklyPeriods, found.periods, required.direct.min), ...each(hours, found.periodsOutsideSchoolHours))
  }
  if (required.phoneContactsPerMonthMin > NONE) {
    const calls = reader.take('N-A8') === 'institutionAndParents' ? rules.institutionAndParentsCalled : rules.monthlyCall
    findings.push(...each(calls, found.calls, required.phoneContactsPerMonthMin))
  }
  if (required.onSiteVisitsPerSchoolYearMin > NONE) findings.push(...found.onSiteVisits.map(onSiteVisit))
  if (required.schoolHomeVisitsPerMonthMin > NONE) findings.push(...each(rules.monthlyHomeVisit, found.homeVisits, MONTHLY_HOME_VISITS))
  if (required.reviewMeetingsPerMonthMin > NONE) findings.push(...each(rules.monthlyReviewMeeting, found.monthlyMeetings, ONE_MEETING))
  else if (found.meetings !== null) findings.push(...each(rules.reviewMeetingHeld, found.meetings))
  return findings
}

/** The record of one week against the requirements. */
function checkRecord(record: NonNullable<Facts['record']>, required: Requirements, reader: Reader): readonly Finding[] {
  return check(required, countsOfRecord(record, countsTowardsWeek(required, reader)), reader)
}

/** A visit counts towards the week when it is of full length, unless N-A6 takes any length. */
function countsTowardsWeek({ direct }: Requirements, reader: Reader): (length: number) => boolean {
  return direct?.unit === 'visitsPerWeek' && reader.take('N-A6') === 'floorOneAnyLength' ? () => true : isFull
}

interface LogAnswer {
  readonly figures: LogFigures
  readonly findings: readonly Finding[]
}

/** A log against the requirements, week by week, month by month and over each school year. */
function answerLog(log: VisitLog, required: Requirements, reader: Reader): LogAnswer {
  const counted = countLog(log, {
    isFull,
    wholeTeachingWeeksOnly: reader.take('N-A25') === 'wholeTeachingWeeks',
    onSiteVisitsBySchoolOnly: required.onSiteVisitsPerSchoolYearMin > NONE && reader.take('N-A9') === 'schoolOnly',
  })
  const phones = required.phoneContactsPerMonthMin > NONE
  const counts = countsOfLog(log, counted, {
    anyLength: countsTowardsWeek(required, reader)(NONE),
    callsByParty: phones && reader.take('N-A8') === 'institutionAndParents',
    callsInTeachingMonthsOnly: phones && reader.take('N-A8') === 'teachingMonths',
  })
  return { figures: figuresOf(counted), findings: check(required, counts, reader) }
}

const parse = parser(ItinerantVisitInput)

/**
 * How often a student must be visited, taught, phoned and visited on site, and whether a week's record or a longer log
 * shows it.
 *
 * A visit of exactly 60 minutes is of full length, one of 59 is short and by default does not make up the week's visit.
 * Four and ten periods are both within the range; the periods of several teachers add up for the student. More than two
 * visits are no departure. A week runs from Monday to Sunday and is a teaching week as soon as one day of it is a teaching
 * day; other weeks ask for nothing. Calls and the school's home visits are due in every calendar month, vacations included,
 * visits on site in a school year from 1 August to 31 July.
 *
 * Of a log, each shortfall is a finding whose path ends in the Monday of its week, its month or its school year; where
 * nothing is short, the week or month nearest the limit is shown. A week, month or year that the log covers only in part is
 * short only for want of facts, never a breach; a year still running without a visit on site is advice. A list that is left
 * out is not known; an empty one says that there was nothing. A log that starts before 31 January 2019, under the text that
 * is not held, is not evaluated.
 *
 * @param input the kind of teacher and the placement; optionally one week's record (whole numbers) or a log (dates, minutes)
 * @param options another reading of N-A6 to N-A11 or N-A25
 * @returns what is required, and the figures of the log
 * @throws InputError when a number or date is malformed, or the log has ranges out of order or entries outside its days
 * @source New Taipei home-education plan (2019) VII.1(5)1, VII.2(2), VII.4, XII.3
 * @example
 * itinerantVisitRequirements({ teacherType: 'departmentAssigned', placement: 'homeOrMedical' }).value.requirements.direct?.min //=> 1
 * @example
 * itinerantVisitRequirements({ teacherType: 'schoolAssigned', placement: 'outsideCity' }).value.requirements.phoneContactsPerMonthMin //=> 1
 */
export function itinerantVisitRequirements(input: ItinerantVisitInput, options?: Options): Answer<ItinerantVisitFigures> {
  const facts = parse(input)
  const { record, log } = facts
  if (log != null) checkLog(log)
  if (record != null && (record.periodsOutsideSchoolHours ?? NONE) > (record.periods ?? Infinity)) {
    reject(['record', 'periodsOutsideSchoolHours'], exceedsTheWeek)
  }
  const reader = readings.reader(options)
  const requirements = requirementsFor(facts, reader)
  const findings = record == null ? [] : [...checkRecord(record, requirements, reader)]
  if (log == null) return answer({ planVersion: null, requirements, log: null }, findings, reader.taken)

  const [firstDay] = log.covers
  const planVersion = planVersionOn(firstDay, reader)
  const version = versionRules.amendedText.apply(firstDay, ['log', 'covers', 0])
  findings.push(version)
  if (version.met === false) return answer({ planVersion, requirements, log: null }, findings, reader.taken)
  const { figures, findings: logged } = answerLog(log, requirements, reader)
  return answer({ planVersion, requirements, log: figures }, [...findings, ...logged], reader.taken)
}

export const itinerantVisitRequirementsEntry = {
  name: 'itinerantVisitRequirements',
  answers: text('How often a student must be visited, and whether a record or log shows it', '學生應接受的輔導與訪視次數，以及紀錄是否符合'),
  input: ItinerantVisitInput,
  value: ItinerantVisitFigures,
  rules: { ...versionRules, ...rules },
  run: itinerantVisitRequirements,
} as const satisfies FunctionEntry
