import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import {
  addDays,
  earlier,
  later,
  statutoryWeeksAfter,
  taiwanSchoolYearOf,
  taiwanWorkingDays,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  type IsoDate,
} from '../kernel/calendar.js'
import { given, onOrAfter, onOrBefore, stated } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { date, describedAs, known, listOf } from '../kernel/fields.js'
import { parser, reject } from '../kernel/input.js'
import { flatMap } from '../kernel/list.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { AMENDED, plan, readings, type Options, type Reader } from './document.js'
import { planVersionOn, planVersions, versionRules } from './version.js'

/** Weeks after the placement meeting for assigning a teacher. @source New Taipei home-education plan (2019) VII.1(1)1–2 */
const WEEKS_AFTER_PLACEMENT_MEETING = 2

/** Weeks after allocation for contacting school and parents. @source New Taipei home-education plan (2019) VII.1(2) */
const WEEKS_AFTER_ALLOCATION = 1

/** Weeks after opening for the IEP meeting. @source New Taipei home-education plan (2019) VII.1(4) */
const WEEKS_AFTER_OPENING = 2

const resourceCentre = text('the Special Education Resource Centre, which receives them', '收受備查的特殊教育資源中心')
const recordKeeper = text('whoever keeps the record: whether the date is right', '紀錄者：視日期是否正確')

const rules = plan.rules({
  placementMeetingStated: {
    at: '柒、一、（一）1前段',
    also: ['柒、一、（一）2中段'],
    force: 'mandatory',
    test: stated(),
    says: text('It is known when the placement meeting ended, or that there was none.', '須知道安置會議何時結束，或並無會議。'),
  },
  allocationStated: {
    at: '柒、一、（二）前段',
    force: 'mandatory',
    test: stated(),
    says: text('It is known when the student was allocated, or that there was no new allocation.', '須知道學生何時分配，或並無新的分配。'),
  },
  semesterEndStated: {
    at: '柒、一、（六）',
    also: ['捌、二、（二）'],
    force: 'mandatory',
    test: stated(),
    says: text('The end of the semester is known.', '須知道學期末的日期。'),
  },
  departmentAllocatesInTime: {
    at: '柒、一、（一）1前段',
    force: 'mandatory',
    test: onOrBefore(given('the last day for allocating students', '分配學生的末日')),
    says: text('The Department allocates the student to a teacher {test}.', '教育局於{test}分配巡迴輔導教師。'),
    next: text('ask the Department to allocate the student at once', '請教育局儘速分配'),
  },
  schoolArrangesInTime: {
    at: '柒、一、（一）2中段',
    force: 'mandatory',
    test: onOrBefore(given('the last day for arranging a teacher', '安排教師的末日')),
    says: text('The school arranges its own teacher {test}.', '學校於{test}安排自派教師。'),
    next: text('arrange the teacher at once and record why it was late', '儘速安排並記錄遲延原因'),
  },
  schoolContactedInTime: {
    at: '柒、一、（二）前段',
    force: 'mandatory',
    test: onOrBefore(given('one week after allocation', '分配後一週')),
    says: text('The itinerant teacher contacts the school {test}.', '巡迴輔導教師於{test}聯繫設籍學校。'),
    next: text('contact the school at once on register, placement and subsidies', '儘速與學校確認學籍、安置及補助'),
  },
  parentsContactedInTime: {
    at: '柒、一、（二）後段',
    force: 'mandatory',
    test: onOrBefore(given('one week after allocation', '分配後一週')),
    says: text('The itinerant teacher contacts the parents {test}.', '巡迴輔導教師於{test}聯繫家長。'),
    next: text('fix the first interview with the parents at once', '儘速與家長安排初次訪談'),
  },
  iepMeetingInTime: {
    at: '柒、一、（四）前段',
    force: 'mandatory',
    test: onOrBefore(given('the last day for the IEP meeting', '個別化教育計畫會議的末日')),
    says: text('The school holds the IEP meeting {test}.', '學校於{test}召開個別化教育計畫會議。'),
    next: text('hold the meeting at once and minute why it was late', '儘速召開並記錄遲延原因'),
  },
  studentStatusStated: {
    at: '柒、一、（四）前段',
    force: 'mandatory',
    test: stated(),
    says: text('It is known whether the student is an existing one, as central rules distinguish.', '須知道學生為在校生或新生、轉學生。'),
  },
  // The plan counts from the opening alone: it has no day for a student who was not placed by then.
  placedByTheIepMeeting: {
    at: '柒、一、（四）前段',
    force: 'in-principle',
    decides: text('the school with which the student is registered', '學生設籍學校'),
    test: onOrBefore(given('the last day for the IEP meeting', '個別化教育計畫會議的末日')),
    says: text(
      'The student was placed {test}; for one who is placed later the plan sets no day for the meeting.',
      '學生於{test}安置；其後安置者，本計畫未定會議期限。',
    ),
    next: text('hold the IEP meeting soon after the placement', '安置後儘速召開個別化教育計畫會議'),
  },
  iepReviewedInTime: {
    at: '柒、一、（六）',
    force: 'mandatory',
    test: onOrBefore(given('the end of the semester', '學期末')),
    says: text('The IEP is reviewed {test}.', '於{test}檢討個別化教育計畫。'),
    next: text('review the IEP before the next one is drawn up', '先完成檢討再擬定下學期計畫'),
  },
  resultsDeliveredInTime: {
    at: '捌、二、（二）',
    force: 'mandatory',
    test: onOrBefore(given('the end of the semester', '學期末')),
    says: text('The itinerant teacher gives the assessment results to the school {test}.', '巡迴輔導教師於{test}將評量結果送學校。'),
    next: text('deliver the results at once', '儘速送交評量結果'),
  },
  // 學期結束時…提交: no 應, and papers that close a semester may follow it by days.
  recordCopiesInTime: {
    at: '壹拾、一、（二）第3分句',
    force: 'in-principle',
    decides: resourceCentre,
    test: onOrBefore(given('the end of the semester', '學期末')),
    says: text("The school's officer sends copies of the guidance records to the Resource Centre {test}.", '學校承辦人於{test}將紀錄影本送特教資源中心。'),
  },
  assignedAfterMeeting: {
    at: '柒、一、（一）1前段',
    also: ['柒、一、（一）2中段'],
    force: 'in-principle',
    decides: recordKeeper,
    test: onOrAfter(given('the placement meeting', '安置會議結束日')),
    says: text('A teacher assigned after the placement meeting is assigned {test}.', '安置會議後的教師安排，日期為{test}。'),
    next: text('check the date of the assignment', '核對安排日期'),
  },
  contactedAfterAllocation: {
    at: '柒、一、（二）前段',
    also: ['柒、一、（二）後段'],
    force: 'in-principle',
    decides: recordKeeper,
    test: onOrAfter(given('the day of allocation', '學生分配日')),
    says: text('A contact after allocation is made {test}.', '分配後的聯繫，日期為{test}。'),
    next: text('check the date of the contact', '核對聯繫日期'),
  },
  closedAfterOpening: {
    at: '柒、一、（六）',
    also: ['捌、二、（二）', '壹拾、一、（二）第3分句'],
    force: 'in-principle',
    decides: recordKeeper,
    test: onOrAfter(given('the opening of the semester', '開學日')),
    says: text('What closes the semester is done {test}.', '學期末的事項，辦理日期為{test}。'),
    next: text('check whether the date belongs to another semester', '核對日期是否屬於其他學期'),
  },
})

const NONE = 'none'
const MOST_LISTED_DAYS = 1_000

const dateOrNone = () => known(z.union([date(), z.literal(NONE)]))

const beforeTheOpening = text('the semester ends before it opens', '學期末早於開學日')

export const CaseDeadlinesInput = z.strictObject({
  teacherType: describedAs(z.enum(['departmentAssigned', 'schoolAssigned']), "the Department's teacher or the school's own", '局派教師或自派教師'),
  semesterOpeningDate: describedAs(date(), 'the nominal opening day of the semester', '學期的開學日'),
  placementMeetingEndDate: describedAs(
    dateOrNone(),
    'the day the placement meeting ended; none when there was none',
    '安置會議結束日；並無會議時填 none',
  ),
  allocationDate: describedAs(
    dateOrNone(),
    'the day the student was allocated; none when there was no new allocation',
    '學生分配日；並無新分配時填 none',
  ),
  semesterEndDate: describedAs(known(date()), 'the last class day of the semester', '學期最後上課日', beforeTheOpening),
  student: describedAs(
    known(z.enum(['existing', 'newOrTransfer'])),
    'an existing student, or a new or transfer one; used only when N-A5 is read as centralRules',
    '在校生，或新生、轉學生；只在 N-A5 採用 centralRules 時使用',
  ),
  calendar: describedAs(
    z
      .strictObject({
        restDays: describedAs(listOf(date(), MOST_LISTED_DAYS), 'proclaimed rest days', '放假之日'),
        makeupWorkdays: describedAs(listOf(date(), MOST_LISTED_DAYS), 'make-up working days', '補行上班日'),
      })
      .nullish(),
    "rest days and make-up working days of the agencies' office calendar",
    '行政機關辦公日曆的休息日及補行上班日',
  ),
  done: describedAs(
    z.strictObject({
      teacherAssignedOn: describedAs(known(date()), 'the day a teacher was assigned', '教師安排日'),
      schoolContactedOn: describedAs(known(date()), 'the day the teacher contacted the school', '聯繫學校日'),
      parentsContactedOn: describedAs(known(date()), 'the day the teacher contacted the parents', '聯繫家長日'),
      iepMeetingHeldOn: describedAs(known(date()), 'the day of the IEP meeting', '個別化教育計畫會議日'),
      iepReviewedOn: describedAs(known(date()), 'the day the IEP was reviewed', '個別化教育計畫檢討日'),
      resultsDeliveredOn: describedAs(known(date()), 'the day the results reached the school', '評量結果送達學校日'),
      recordCopiesSentOn: describedAs(
        known(date()),
        'the day the copies reached the Resource Centre; for a school-assigned teacher',
        '紀錄影本送交日；自派教師適用',
      ),
    }).nullish(),
    'when each step was done; left out, only the last days are computed',
    '各步驟的完成日期；未提供則只計算期限',
  ),
})
export type CaseDeadlinesInput = z.input<typeof CaseDeadlinesInput>

const DatePair = z.strictObject({
  lastDay: z.string(),
  /** The first working day on or after it. */
  lastDayExtended: z.string(),
})

export const CaseDeadlinesFigures = z.strictObject({
  planVersion: z.enum(planVersions),
  /** No calendar was given: only Saturdays and Sundays count as rest days. */
  weekendsOnly: z.boolean(),
  teacherAssignment: z.strictObject({
    basis: z.enum(['beforeOpening', 'afterPlacementMeeting']),
    lastDay: z.string(),
    lastDayExtended: z.string(),
    /** The last day when the earlier of the two limbs governs. */
    strictLastDay: z.string(),
    /** The last working day on or before the last day: the safest day to act by. */
    lastWorkingDay: z.string(),
  }).nullable(),
  schoolContact: DatePair.nullable(),
  /** `null` also when the week is read as running for the school only. */
  parentContact: DatePair.nullable(),
  /** `null` also when the student was placed after it. */
  iepMeeting: DatePair.nullable(),
  semesterEndTasks: z.strictObject({
    dueBy: z.string(),
    tasks: z.array(z.enum(['iepReview', 'assessmentResultsToSchool', 'recordCopiesToResourceCentre'])).readonly(),
  }).nullable(),
})
export type CaseDeadlinesFigures = Readonly<z.output<typeof CaseDeadlinesFigures>>

type Facts = z.output<typeof CaseDeadlinesInput>
type Assignment = NonNullable<CaseDeadlinesFigures['teacherAssignment']>
type Pair = NonNullable<CaseDeadlinesFigures['iepMeeting']>

/** A period that ends on a rest day is shown with the next working day beside it. */
type Extend = (lastDay: IsoDate) => Pair

const theDayBefore = (day: IsoDate): IsoDate => addDays(day, -1)
const isEvent = (day: IsoDate | null | undefined): day is IsoDate => day != null && day !== NONE
const underFormerText = (day: IsoDate): boolean => day !== NONE && day < AMENDED.on

/** VII.1(1): before opening, or two weeks after a placement meeting held on the opening day or later. */
function teacherAssignment(
  opening: IsoDate,
  meeting: IsoDate,
  isWorkingDay: (day: IsoDate) => boolean,
  extend: Extend,
  reader: Reader,
): Assignment {
  const beforeOpening = theDayBefore(opening)
  const whole = (basis: Assignment['basis'], pair: Pair, strictLastDay: IsoDate): Assignment =>
    ({ basis, strictLastDay, lastWorkingDay: workingDayOnOrBefore(pair.lastDay, isWorkingDay), ...pair })
  const unextended = { lastDay: beforeOpening, lastDayExtended: beforeOpening }
  if (meeting === NONE) return whole('beforeOpening', unextended, beforeOpening)

  const afterMeeting = extend(statutoryWeeksAfter(meeting, WEEKS_AFTER_PLACEMENT_MEETING))
  if (meeting >= opening) return whole('afterPlacementMeeting', afterMeeting, afterMeeting.lastDay)
  const strictLastDay = earlier(beforeOpening, afterMeeting.lastDay)
  const taken = reader.take('N-A3')
  const governing = taken === 'earlier' ? strictLastDay : taken === 'byCase' ? beforeOpening : later(beforeOpening, afterMeeting.lastDay)
  if (governing === beforeOpening) return whole('beforeOpening', unextended, strictLastDay)
  return whole('afterPlacementMeeting', afterMeeting, strictLastDay)
}

/** VII.1(4): two weeks after opening; under central rules, before opening for an existing student. */
function iepPeriod({ semesterOpeningDate: opening, student }: Facts, extend: Extend, reader: Reader): Pair | null {
  const byPlan = extend(statutoryWeeksAfter(opening, WEEKS_AFTER_OPENING))
  if (reader.take('N-A5') === 'planDate' || student === 'newOrTransfer') return byPlan
  if (student == null) return null
  return { lastDay: theDayBefore(opening), lastDayExtended: theDayBefore(opening) }
}

interface IepMeeting {
  readonly due: Pair | null
  readonly findings: readonly Finding[]
}

/** A period that was over when the student was placed is none for that student. */
function iepMeeting(facts: Facts, extend: Extend, reader: Reader): IepMeeting {
  const { placementMeetingEndDate: meeting } = facts
  const due = iepPeriod(facts, extend, reader)
  if (due === null || !isEvent(meeting)) return { due, findings: [] }
  const placed = rules.placedByTheIepMeeting.apply(meeting, ['placementMeetingEndDate'], due.lastDay)
  return { due: placed.met === true ? due : null, findings: [placed] }
}

/** VII.1(6), VIII.2(2), X.1(2): what falls due when the semester ends. */
function semesterEndTasks(
  { teacherType, semesterOpeningDate, semesterEndDate }: Facts,
  reader: Reader,
): CaseDeadlinesFigures['semesterEndTasks'] {
  const asGiven = reader.take('N-A24') === 'asGiven'
  const dueBy = asGiven ? semesterEndDate : calendarSemesterEnd(semesterOpeningDate)
  if (dueBy == null) return null
  const tasks = ['iepReview', 'assessmentResultsToSchool'] as const
  return { dueBy, tasks: teacherType === 'schoolAssigned' ? [...tasks, 'recordCopiesToResourceCentre'] : tasks }
}

/** The first semester of a Taiwan school year ends on 31 January, the second with the school year. */
function calendarSemesterEnd(opening: IsoDate): IsoDate {
  const { last } = taiwanSchoolYearOf(opening)
  const firstEnds = `${last.slice(0, 'YYYY'.length)}-01-31`
  return opening <= firstEnds ? firstEnds : last
}

type DeadlineRule = (typeof rules)['iepMeetingInTime']

/** A step against its last day, which N-A26 may move past rest days. */
function onTime(rule: DeadlineRule, doneOn: IsoDate | null | undefined, field: string, due: Pair, reader: Reader): Finding {
  const extended = due.lastDay !== due.lastDayExtended && reader.take('N-A26') === 'nextWorkingDay'
  return rule.apply(doneOn, ['done', field], extended ? due.lastDayExtended : due.lastDay)
}

type Due = Omit<CaseDeadlinesFigures, 'planVersion' | 'weekendsOnly'>

/** The steps that were done against the days computed; a day that could not be computed is asked for elsewhere. */
function stepsOnTime({ teacherType, done }: Facts, due: Due, reader: Reader): readonly Finding[] {
  if (done == null) return []
  const assigns = teacherType === 'departmentAssigned' ? rules.departmentAllocatesInTime : rules.schoolArrangesInTime
  const steps = [
    [due.teacherAssignment, assigns, 'teacherAssignedOn'],
    [due.schoolContact, rules.schoolContactedInTime, 'schoolContactedOn'],
    [due.parentContact, rules.parentsContactedInTime, 'parentsContactedOn'],
    [due.iepMeeting, rules.iepMeetingInTime, 'iepMeetingHeldOn'],
  ] as const
  const findings = flatMap(steps, ([lastDays, rule, field]) => (lastDays === null ? [] : [onTime(rule, done[field], field, lastDays, reader)]))
  if (due.semesterEndTasks === null) return findings

  const { dueBy } = due.semesterEndTasks
  findings.push(rules.iepReviewedInTime.apply(done.iepReviewedOn, ['done', 'iepReviewedOn'], dueBy))
  findings.push(rules.resultsDeliveredInTime.apply(done.resultsDeliveredOn, ['done', 'resultsDeliveredOn'], dueBy))
  if (teacherType === 'departmentAssigned') return findings
  findings.push(rules.recordCopiesInTime.apply(done.recordCopiesSentOn, ['done', 'recordCopiesSentOn'], dueBy))
  return findings
}

/** The steps that were done against the events that they follow: a date before its event is a slip, or belongs to another one. */
function stepsAfterEvents(facts: Facts, due: Due): readonly Finding[] {
  const { teacherType, semesterOpeningDate: opening, placementMeetingEndDate, allocationDate, done } = facts
  const meeting = due.teacherAssignment?.basis === 'afterPlacementMeeting' ? placementMeetingEndDate : null
  const allocation = due.schoolContact === null ? null : allocationDate
  const copies = teacherType === 'schoolAssigned' ? opening : null
  const steps = [
    [meeting, rules.assignedAfterMeeting, 'teacherAssignedOn'],
    [allocation, rules.contactedAfterAllocation, 'schoolContactedOn'],
    [allocation, rules.contactedAfterAllocation, 'parentsContactedOn'],
    [opening, rules.closedAfterOpening, 'iepReviewedOn'],
    [opening, rules.closedAfterOpening, 'resultsDeliveredOn'],
    [copies, rules.closedAfterOpening, 'recordCopiesSentOn'],
  ] as const
  return flatMap(steps, ([event, rule, field]) => {
    const doneOn = done?.[field]
    return event == null || doneOn == null ? [] : [rule.apply(doneOn, ['done', field], event)]
  })
}

/** Facts without which a day cannot be computed. */
function factsNeeded(facts: Facts, reader: Reader): readonly Finding[] {
  const findings: Finding[] = [
    rules.placementMeetingStated.apply(facts.placementMeetingEndDate, ['placementMeetingEndDate']),
    rules.allocationStated.apply(facts.allocationDate, ['allocationDate']),
  ]
  if (reader.take('N-A5') === 'centralRules') findings.push(rules.studentStatusStated.apply(facts.student, ['student']))
  if (reader.take('N-A24') === 'asGiven') findings.push(rules.semesterEndStated.apply(facts.semesterEndDate, ['semesterEndDate']))
  return findings
}

const parse = parser(CaseDeadlinesInput)

/**
 * The days by which a home-education case must have a teacher, contact with school and parents, an IEP meeting and, at the
 * end of the semester, its review; and whether each step was done in time, when the days of the steps are given.
 *
 * The day of an event is never counted: two weeks after Monday 11 February end on Monday 25 February. A placement
 * meeting held on the opening day or later has two weeks of its own; one held before it, or none, means before opening,
 * so on the day before at the latest, even when that is a rest day. Where the last day of a period is a rest day, the
 * next working day stands beside it; a step done on the last day itself is in time. Two weeks that were over when the
 * student was placed set no day for the IEP meeting: the school decides; a placement on the fourteenth day is still
 * within them. A step dated before the event that it follows is for whoever keeps the record to check; the day of the
 * event itself is in order. What happened on no day is `none`; a date left out is not known, and its last day is not
 * computed. Without a calendar only weekends count as rest days, and the answer says so. Before 31 January 2019 the
 * text of 2015 applies, which is not held: days that run from earlier dates are not computed.
 *
 * @param input the dates of the case, the rest days and make-up days of the time, and optionally when each step was done
 * @param options another reading of N-A3, N-A4, N-A5, N-A24 or N-A26
 * @returns each last day and, where the period may run on past rest days, the extended one
 * @throws InputError when a date is malformed or the semester ends before it opens
 * @source New Taipei home-education plan (2019) VII.1(1), (2), (4), (6), VIII.2(2), X.1(2); Civil Code 120–122, Administrative Procedure Act 48
 * @example
 * computeCaseDeadlines({ teacherType: 'departmentAssigned', semesterOpeningDate: '2019-02-11' }).value.iepMeeting?.lastDay //=> '2019-02-25'
 * @example
 * computeCaseDeadlines({ teacherType: 'schoolAssigned', semesterOpeningDate: '2019-02-11' }).value.weekendsOnly //=> true
 */
export function computeCaseDeadlines(input: CaseDeadlinesInput, options?: Options): Answer<CaseDeadlinesFigures> {
  const facts = parse(input)
  const { semesterOpeningDate: opening, placementMeetingEndDate: meeting, allocationDate: allocation, semesterEndDate: end } = facts
  if (end != null && end < opening) reject(['semesterEndDate'], beforeTheOpening)

  const reader = readings.reader(options)
  const weekendsOnly = facts.calendar == null
  const planVersion = planVersionOn(opening, reader)
  const opens = versionRules.amendedText.apply(opening, ['semesterOpeningDate'])
  if (opens.met === false) {
    const nothing = { teacherAssignment: null, schoolContact: null, parentContact: null, iepMeeting: null, semesterEndTasks: null }
    return answer({ planVersion, weekendsOnly, ...nothing }, [opens], reader.taken)
  }

  const isWorkingDay = taiwanWorkingDays(facts.calendar)
  const extend: Extend = (lastDay) => ({ lastDay, lastDayExtended: workingDayOnOrAfter(lastDay, isWorkingDay) })
  const week = isEvent(allocation) && !underFormerText(allocation) ? statutoryWeeksAfter(allocation, WEEKS_AFTER_ALLOCATION) : null
  const contact = week === null ? null : extend(week)
  const assignment = meeting == null || underFormerText(meeting) ? null : teacherAssignment(opening, meeting, isWorkingDay, extend, reader)
  const parentContact = contact !== null && reader.take('N-A4') === 'both' ? contact : null
  const iep = iepMeeting(facts, extend, reader)
  const due = {
    teacherAssignment: assignment,
    schoolContact: contact,
    parentContact,
    iepMeeting: iep.due,
    semesterEndTasks: semesterEndTasks(facts, reader),
  }
  const versions = [opens]
  if (isEvent(meeting)) versions.push(versionRules.amendedText.apply(meeting, ['placementMeetingEndDate']))
  if (isEvent(allocation)) versions.push(versionRules.amendedText.apply(allocation, ['allocationDate']))
  return answer(
    { planVersion, weekendsOnly, ...due },
    [...versions, ...factsNeeded(facts, reader), ...iep.findings, ...stepsOnTime(facts, due, reader), ...stepsAfterEvents(facts, due)],
    reader.taken,
  )
}

export const computeCaseDeadlinesEntry = {
  name: 'computeCaseDeadlines',
  answers: text('By which days the steps of a case are due, and whether they were in time', '個案各步驟的期限，以及是否如期完成'),
  input: CaseDeadlinesInput,
  value: CaseDeadlinesFigures,
  rules: { ...versionRules, ...rules },
  run: computeCaseDeadlines,
} as const satisfies FunctionEntry
