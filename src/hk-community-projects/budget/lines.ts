import * as z from 'zod'
import { present } from '../../kernel/comparator.js'
import { count, describedAs, known, label, listOf, minutes, money } from '../../kernel/fields.js'
import { reject, type Path } from '../../kernel/input.js'
import { toCents } from '../../kernel/money.js'
import type { Finding } from '../../kernel/rule.js'
import { text } from '../../kernel/text.js'
import { AUDIT_FEE_CEILING, expenditureCode, expenditureFacts, objectionsTo, ruleOn } from '../classify-expenditure.js'
import { oneForEachPay } from '../compute-allowable-claim.js'
import { guidelines, type Reader } from '../document.js'
import { activitiesAtIssue, EXPENDITURE_ITEMS, namesOf, type Heading, type Part } from '../expenditure-items.js'

/** Bounds that keep a budget finite and every sum of it exact; no text sets them. */
export const MOST_AMOUNT = 1_000_000_000
const MOST_LINES = 10_000
const MOST_ACTIVITIES = 1_000
const MOST_TUTORS = 1_000
const MOST_PLACES = 100_000
const MOST_SESSIONS = 100

/** What a line is held to besides the list of what is funded. */
export const lineRules = guidelines.rules({
  chargedToItsHalf: {
    at: '8(d)統籌 i',
    also: ['App 1 note'],
    force: 'in-principle',
    decides: text('the Education Bureau', '教育局'),
    test: present(),
    says: text('Every line stands in the half of the budget that its heading belongs to.', '每個項目列於其分項所屬的部分。'),
    next: text('move the line; it is already counted where it belongs', '移至所屬部分；計算時已歸入該部分'),
  },
})

const Line = z.strictObject({
  item: expenditureCode,
  amount: describedAs(money().max(MOST_AMOUNT), 'the amount applied for, in Hong Kong dollars', '申請的款額（港元）'),
  ...expenditureFacts,
})
type Line = z.output<typeof Line>

const Sessions = z.strictObject({
  perWeek: describedAs(count(MOST_SESSIONS), 'sessions of one group in a week', '每組每星期節數'),
  minutes: describedAs(minutes(), 'minutes of one session', '每節分鐘'),
})

const Tutors = z.strictObject({
  count: describedAs(z.int().min(1).max(MOST_TUTORS), 'approved number of tutors, 1 or more', '獲批導師人數，最少 1 名'),
  pay: describedAs(
    listOf(money().max(MOST_AMOUNT), MOST_TUTORS),
    'pay of each tutor; the ceiling that is averaged is the tutor-pay lines of the activity',
    '每名導師的薪金；用以平均的上限為活動的導師薪金項目',
  ),
  mpf: describedAs(
    listOf(money().max(MOST_AMOUNT), MOST_TUTORS).optional(),
    "employer's MPF contributions in the same order; used only when A-C19 counts them",
    '強積金供款，次序相同；只在 A-C19 計入時使用',
    oneForEachPay,
  ),
})

const moreGroupsThanPlaces = text('there are more groups than places', '組別數目多於名額')

const Activity = z.strictObject({
  name: describedAs(known(label()), "the NGO's own name for the activity; never interpreted", '機構對活動的稱呼，不作解讀'),
  kind: describedAs(
    known(z.enum(['tutorialService', 'general', ...namesOf(activitiesAtIssue)])),
    'tutorial service, general, or one of the kinds that 8(d) bars or leaves to EDB',
    '功課輔導、一般活動，或 8(d) 不資助或須由教育局判斷的活動',
  ),
  approvedPlaces: describedAs(known(z.int().min(1).max(MOST_PLACES)), 'places, 1 or more', '名額，最少 1 個'),
  groups: describedAs(known(count(MOST_PLACES)), 'groups; not more than the places', '組別數目，不多於名額', moreGroupsThanPlaces),
  sessions: describedAs(Sessions.optional(), 'the sessions of one group, by which tutorial service is judged', '每組的節數及時間，用以判斷功課輔導的時數'),
  lines: describedAs(listOf(Line, MOST_LINES), 'expense lines of the activity', '活動的支出項目'),
  tutors: describedAs(Tutors.optional(), 'the tutors of the activity; left out, their pay is not judged', '活動的導師；不提供則不判斷薪金'),
})
export type BudgetActivity = z.output<typeof Activity>

const tooManyLines = text(`must hold at most ${MOST_LINES} lines in all`, `項目合計不得多於 ${MOST_LINES}`)

/** The lists of a whole budget. */
export const budgetLists = {
  activities: describedAs(listOf(Activity, MOST_ACTIVITIES).optional(), 'every activity with its lines', '每項活動及其支出項目', tooManyLines),
  coordinationLines: describedAs(
    listOf(Line, MOST_LINES).optional(),
    'every line of coordination and administration; an empty list when there is none',
    '每項統籌及行政費用；沒有則為空清單',
  ),
}

/** The lists as they come in. */
export interface Lists {
  readonly activities?: readonly BudgetActivity[] | undefined
  readonly coordinationLines?: readonly Line[] | undefined
}

/** Sums in cents, by the half of the budget. */
type Halves = Record<Part, number>

/** What one activity applies for, with its lines for the pay of tutors and for their MPF. */
interface ActivitySums {
  all: number
  tutorPay: number
  tutorMpf: number
}

/** The lines of a budget added up in cents, and what speaks against each. */
interface Sums {
  readonly byHeading: Record<Heading | 'none', number>
  /** Lines where they stand in the budget, whatever becomes of them. */
  readonly standing: Halves
  /** Lines in the half that pays for them, without those that are barred or undecided. */
  readonly counted: Halves
  readonly activities: ActivitySums[]
  barred: number
  /** Lines that turn on a fact which is not known; every such item belongs to the activities. */
  undecided: number
  /** The audit fee as it stands, and without lines that are barred. */
  auditStanding: number
  auditFee: number
  /** The line with which the audit fee passes its ceiling, or else the last line of it. */
  auditPath: Path | undefined
  /** The first fact that a line turns on and that is not known. */
  undecidedPath: Path | undefined
  readonly findings: Finding[]
}
export type BudgetSums = Readonly<Sums>

const halves = (): Halves => ({ activity: 0, coordination: 0 })

const nothingYet = (): Sums => ({
  byHeading: { 'App 1': 0, 'App 2': 0, 'App 3': 0, 'App 4': 0, 'App 5': 0, 'App 6': 0, 'App 7': 0, 'App 8': 0, 'App 9': 0, none: 0 },
  standing: halves(),
  counted: halves(),
  activities: [],
  barred: 0,
  undecided: 0,
  auditStanding: 0,
  auditFee: 0,
  auditPath: undefined,
  undecidedPath: undefined,
  findings: [],
})

/** A list of lines: in which half it stands, where, and whether its activity is barred as a whole. */
interface Standing {
  readonly half: Part
  readonly path: Path
  readonly barred: boolean
}

/** Adds one line to the sums, under its heading and in the half that pays for it. Returns whether it is barred. */
function addLine(sums: Sums, line: Line, index: number, standing: Standing, reader: Reader): boolean {
  const cents = toCents(line.amount)
  const path = [...standing.path, index]
  const ruling = ruleOn(line.item, line, reader)
  const objections = objectionsTo(line.item, ruling, line, path)
  sums.findings.push(...objections)
  sums.standing[standing.half] += cents
  if (line.item === 'auditFee') sums.auditStanding += cents
  if (standing.barred || ruling.verdict === 'notFundable') {
    sums.barred += cents
    return true
  }
  if (line.item === 'auditFee') {
    if (sums.auditFee <= toCents(AUDIT_FEE_CEILING)) sums.auditPath = [...path, 'amount']
    sums.auditFee += cents
  }
  const part = ruling.part ?? standing.half
  if (part !== standing.half) sums.findings.push(lineRules.chargedToItsHalf.apply(false, [...path, 'item']))
  if (ruling.verdict === null) {
    sums.undecided += cents
    sums.undecidedPath ??= objections[0]?.path
  } else {
    sums.counted[part] += cents
    sums.byHeading[ruling.heading ?? 'none'] += cents
  }
  return false
}

/** What is said of an activity as a whole when its kind is one that is barred or left to the Bureau. */
function rulingOnKind(sums: Sums, { kind }: BudgetActivity, path: Path, reader: Reader): boolean {
  if (kind == null || kind === 'tutorialService' || kind === 'general') return false
  const ruling = ruleOn(kind, {}, reader)
  sums.findings.push(...objectionsTo(kind, ruling, {}, path, 'kind'))
  return ruling.verdict === 'notFundable'
}

function addActivity(sums: Sums, activity: BudgetActivity, index: number, reader: Reader): void {
  const path = ['activities', index]
  const { approvedPlaces, groups, lines } = activity
  if (approvedPlaces != null && groups != null && groups > approvedPlaces) {
    reject([...path, 'groups'], moreGroupsThanPlaces)
  }
  const standing = { half: 'activity', path: [...path, 'lines'], barred: rulingOnKind(sums, activity, path, reader) } as const
  const own: ActivitySums = { all: 0, tutorPay: 0, tutorMpf: 0 }
  lines.forEach((line, lineIndex) => {
    const barred = addLine(sums, line, lineIndex, standing, reader)
    const cents = toCents(line.amount)
    own.all += cents
    if (barred) return
    const { at } = EXPENDITURE_ITEMS[line.item]
    if (at === 'App 1 bullet 1 pay') own.tutorPay += cents
    if (at === 'App 1 bullet 2') own.tutorMpf += cents
  })
  sums.activities.push(own)
}

/** Refuses a budget of more lines than any sum of it would stay exact for. */
function checkSize({ activities = [], coordinationLines = [] }: Lists): void {
  let lines = coordinationLines.length
  for (const activity of activities) lines += activity.lines.length + (activity.tutors?.pay.length ?? 0)
  if (lines <= MOST_LINES) return
  reject(['activities'], text(`${tooManyLines.en}; found ${lines}`, `${tooManyLines['zh-Hant']}；但得到 ${lines}`))
}

/** Goes through every line of a budget once: rules on it, adds it up, and notes what speaks against it. */
export function addUp(budget: Lists, reader: Reader): BudgetSums {
  checkSize(budget)
  const sums = nothingYet()
  budget.activities?.forEach((activity, index) => { addActivity(sums, activity, index, reader) })
  const standing = { half: 'coordination', path: ['coordinationLines'], barred: false } as const
  budget.coordinationLines?.forEach((line, index) => addLine(sums, line, index, standing, reader))
  const misplaced = sums.findings.some(({ rule }) => rule === lineRules.chargedToItsHalf.id)
  const list = budget.activities === undefined ? 'coordinationLines' : 'activities'
  if (!misplaced && budget[list] !== undefined) sums.findings.push(lineRules.chargedToItsHalf.apply(true, [list]))
  return sums
}
