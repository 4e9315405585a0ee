import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { absent, atMost, present } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { describedAs, known, money, yesOrNo } from '../kernel/fields.js'
import { parser, type Path } from '../kernel/input.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { guidelines, readings, type Options, type Reader } from './document.js'
import {
  barredAt,
  ELIGIBLE_STUDENTS_AT,
  EXPENDITURE_ITEMS,
  fundedOnlyAt,
  headings,
  namesOf,
  openAt,
  verdicts,
  type Bar,
  type Condition,
  type ExpenditureCode,
  type Ruling,
} from './expenditure-items.js'
import type { Locator } from './ledger.js'

/** The most that an audit may cost the grant, in Hong Kong dollars. @source CBP guidelines 2025/26 App 9 bullet 6 */
export const AUDIT_FEE_CEILING = 5_000

const bureau = text('the Education Bureau', '教育局')
const askFirst = text('ask the Education Bureau before spending; what it has not approved falls on the NGO', '支出前先向教育局查詢；未經批核的項目由機構承擔')
const bearIt = text("take the line out of the claim, or pay it from the NGO's own money", '從申領項目中剔除，或由機構自行承擔')

/** What bars an item, and what leaves it open; shared with the budget, which applies them line by line. */
export const expenditureRules = guidelines.rules({
  eligibleStudentsOnly: {
    at: ELIGIBLE_STUDENTS_AT,
    also: ['8(b)i s2'],
    force: 'mandatory',
    test: absent(),
    says: text('The money is for people who are not eligible students: {test}.', '支出與合資格學生以外的人士有關：{test}。'),
    next: text('charge them the full cost; computeFullCostFee says how much', '向他們收取全額費用；見 computeFullCostFee'),
  },
  materialBenefit: {
    at: barredAt.materialBenefit,
    also: ['App 2 note'],
    force: 'mandatory',
    test: absent(),
    says: text(
      'The item gives students a material benefit, such as a gift, book, instrument, uniform or computer: {test}.',
      '項目屬給學生的物質資助，例如禮物、書籍、樂器、制服或電腦：{test}。',
    ),
    next: bearIt,
  },
  fullTimeOrUnqualifiedStaff: {
    at: barredAt.fullTimeOrUnqualifiedStaff,
    force: 'mandatory',
    test: absent(),
    says: text('The item is full-time staff, or a tutor below the minimum qualification: {test}.', '項目屬全職人員或未達最低資歷的導師：{test}。'),
    next: bearIt,
  },
  professionalService: {
    at: barredAt.professionalService,
    force: 'mandatory',
    test: absent(),
    says: text(
      'The item is a professional service, such as an educational psychologist or a speech therapist: {test}.',
      '項目屬專業服務，例如教育心理學家或語言治療師：{test}。',
    ),
    next: bearIt,
  },
  entryExamOrInternetFee: {
    at: barredAt.entryExamOrInternetFee,
    force: 'mandatory',
    test: absent(),
    says: text('The item is a competition, examination or internet fee: {test}.', '項目屬比賽報名費、考試費或上網費：{test}。'),
    next: bearIt,
  },
  staffMeals: {
    at: barredAt.staffMeals,
    also: ['App 4 note'],
    force: 'mandatory',
    test: absent(),
    says: text('The item is meals of staff or tutors: {test}.', '項目屬工作人員或導師的膳食：{test}。'),
    next: bearIt,
  },
  individualTravel: {
    at: barredAt.individualTravel,
    also: ['8(d)活動 iv'],
    force: 'mandatory',
    test: absent(),
    says: text('The item is the travel of individual students: {test}.', '項目屬個別學生的交通費：{test}。'),
    next: bearIt,
  },
  runningCost: {
    at: barredAt.runningCost,
    also: ['App 9 note running costs'],
    force: 'mandatory',
    test: absent(),
    says: text('The item is a running cost of the NGO, such as rent, power or cleaning: {test}.', '項目屬機構營運開支，例如租金、電費或清潔費：{test}。'),
    next: bearIt,
  },
  costlyActivity: {
    at: barredAt.costlyActivity,
    force: 'mandatory',
    test: absent(),
    says: text('The item is a costly activity, such as a helicopter ride or a tour abroad: {test}.', '項目屬收費高昂的活動，例如乘坐直升機或境外遊學團：{test}。'),
    next: bearIt,
  },
  highRiskActivity: {
    at: barredAt.highRiskActivity,
    force: 'mandatory',
    test: absent(),
    says: text('The item is a high-risk activity: {test}.', '項目屬高風險活動：{test}。'),
    next: bearIt,
  },
  excludedClass: {
    at: barredAt.excludedClass,
    force: 'mandatory',
    test: absent(),
    says: text(
      'The item is examination drilling, an elite class, mere care or religion, or team or band training: {test}.',
      '項目屬考試主導補習、拔尖、純託管、純宗教、校隊或樂隊訓練：{test}。',
    ),
    next: bearIt,
  },
  otherCostlyActivity: {
    at: openAt.otherCostlyActivity,
    force: 'in-principle',
    decides: bureau,
    test: absent(),
    says: text('The item may be a costly activity of another kind: {test}.', '項目可能屬其他收費高昂的活動：{test}。'),
    next: askFirst,
  },
  otherHighRiskActivity: {
    at: openAt.otherHighRiskActivity,
    force: 'in-principle',
    decides: bureau,
    test: absent(),
    says: text('The item may be a high-risk activity of another kind: {test}.', '項目可能屬其他高風險活動：{test}。'),
    next: askFirst,
  },
  directionOfEducation: {
    at: openAt.directionOfEducation,
    force: 'in-principle',
    decides: bureau,
    test: absent(),
    says: text('The item may be an activity out of line with the direction of education: {test}.', '項目可能不配合教育方向：{test}。'),
    next: askFirst,
  },
  notListed: {
    at: openAt.notListed,
    also: ['App 3'],
    force: 'in-principle',
    decides: bureau,
    test: absent(),
    says: text('The item is one that the guidelines do not name: {test}.', '項目在指引中沒有列明：{test}。'),
    next: askFirst,
  },
  recordUse: {
    at: fundedOnlyAt.recordUse,
    force: 'mandatory',
    test: present(),
    says: text(
      'Photographs and discs are only for records and activities of the NGO and the collaborating school.',
      '相片及光碟只用於機構及協作學校的記錄和活動。',
    ),
    next: text('let those who want copies pay for them', '由索取者自費'),
  },
  outdoorOrCamp: {
    at: fundedOnlyAt.outdoorOrCamp,
    also: ['App 5'],
    force: 'mandatory',
    test: present(),
    says: text('The hired coach or boat is for an outdoor or camp activity.', '租用的車船用於戶外活動或營會活動。'),
    next: bearIt,
  },
  approvedVolunteer: {
    at: fundedOnlyAt.approvedVolunteer,
    force: 'mandatory',
    test: present(),
    says: text('The volunteer has been approved.', '義工已獲批核。'),
    next: text('have the volunteer approved before an allowance is paid', '發放津貼前先取得批核'),
  },
  fullDayOrCamp: {
    at: fundedOnlyAt.fullDayOrCamp,
    also: ['App 4'],
    force: 'mandatory',
    test: present(),
    says: text("Students' meals are on a full-day activity, a residential camp or a day camp.", '學生膳食屬全日活動、宿營或日營。'),
    next: bearIt,
  },
  auditFeeCeiling: {
    at: 'App 9 bullet 6',
    force: 'mandatory',
    test: atMost(AUDIT_FEE_CEILING, 'HKD'),
    says: text('The audit fee is {test}.', '核數費用{test}。'),
    next: text('let the NGO bear what is above it', '超出部分由機構自行承擔'),
  },
})

const volunteerRules = guidelines.rules({
  volunteerAllowanceRecorded: {
    at: '8(d)活動 iii',
    force: 'mandatory',
    test: present(),
    says: text("The volunteer's name, identity number, hours and receipt are kept for inspection.", '已保留義工的姓名、身份證號碼、服務時間及簽收記錄以供查核。'),
    next: text('keep the four records before claiming the allowance', '備妥四項記錄後才申領'),
  },
})

const rules = { ...expenditureRules, ...volunteerRules }

const bars = namesOf(barredAt)
const openPoints = namesOf(openAt)

/** One kind of spending by its name; the table of expenditure items says what each name means. */
export const expenditureCode = describedAs(
  z.enum(namesOf(EXPENDITURE_ITEMS)),
  'what the money is for: a name of EXPENDITURE_ITEMS; `other` when the guidelines do not name it',
  '支出項目：EXPENDITURE_ITEMS 所載的名稱；指引沒有列明者用 other',
)

/** The facts that decide on one kind of spending. */
export const expenditureFacts = {
  forNonEligible: describedAs(known(yesOrNo), 'whether it is spent on people who are not eligible students', '是否用於合資格學生以外的人士'),
  fullDayOrCamp: describedAs(
    known(yesOrNo),
    'meals: whether on a full-day activity, a residential camp or a day camp',
    '膳食：是否屬全日活動、宿營或日營',
  ),
  outdoorOrCamp: describedAs(known(yesOrNo), 'coach or boat: whether for an outdoor or camp activity', '租用車船：是否用於戶外或營會活動'),
  recordUse: describedAs(
    known(yesOrNo),
    'photographs and discs: whether only for records and activities of the NGO and school',
    '攝影及光碟：是否只供機構及學校作記錄及活動用途',
  ),
  approvedVolunteer: describedAs(known(yesOrNo), 'volunteer allowance: whether the volunteer has been approved', '義工津貼：義工是否已獲批核'),
}

/** One item of spending. */
export const ExpenditureInput = z.strictObject({
  item: expenditureCode,
  ...expenditureFacts,
  recordsKept: describedAs(
    known(yesOrNo),
    "volunteer allowance: whether the volunteer's name, identity number, hours and receipt are kept",
    '義工津貼：是否備有姓名、身份證號碼、服務時間及簽收記錄',
  ),
  amount: describedAs(known(money()), 'the amount in Hong Kong dollars; only an audit fee is judged by it', '金額（港元）；只有核數費用按金額判斷'),
})
export type ExpenditureInput = z.input<typeof ExpenditureInput>

export const ExpenditureFigures = z.strictObject({
  /** What the guidelines say of the item; `null` while a fact that it turns on is not known. */
  verdict: z.enum(verdicts).nullable(),
  /** The heading of the Appendix that pays for it; `null` where none does. */
  heading: z.enum(headings).nullable(),
  /** The half of the grant that pays for it; `null` where neither does, or nobody can yet say. */
  part: z.enum(['activity', 'coordination']).nullable(),
  /** The paragraph that decides. */
  locator: z.string(),
})
export type ExpenditureFigures = Readonly<z.output<typeof ExpenditureFigures>>

type Unknown<Fact> = Fact | null | undefined
type Facts = Readonly<Partial<Record<Condition | 'forNonEligible', Unknown<boolean>>>>

/** An item that is not funded; without a bar of its own, because of a fact. */
const notFundable = (at: Locator, bar?: Bar): Ruling => ({ verdict: 'notFundable', heading: null, part: null, at, bar, open: undefined })

/** Decides on an item: first what bars it, then the fact that it turns on; else the item is what the table says. */
export function ruleOn(code: ExpenditureCode, facts: Facts, reader: Reader): Ruling {
  const item = EXPENDITURE_ITEMS[code]
  const { bar, barUnder, needs } = item
  if (bar !== undefined) return item
  if (barUnder !== undefined) {
    const taken = reader.take(barUnder.reading)
    if (taken === barUnder.option) return notFundable(barredAt[barUnder.bar], barUnder.bar)
  }
  if (facts.forNonEligible === true) return notFundable(ELIGIBLE_STUDENTS_AT)
  if (needs === undefined) return item
  const holds = facts[needs]
  if (holds == null) return { ...item, verdict: null }
  return holds ? item : notFundable(fundedOnlyAt[needs])
}

/** What bars an item, and what the Bureau has to decide of it. */
function pointsAgainst({ bar, open }: Ruling, path: Path): Finding[] {
  const findings: Finding[] = []
  if (bar !== undefined) findings.push(rules[bar].apply(true, path))
  if (open !== undefined) findings.push(rules[open].apply(true, path))
  return findings
}

/** What is wrong or missing with an item, with the paths of the facts; nothing when it is plainly funded. */
export function objectionsTo(code: ExpenditureCode, ruling: Ruling, facts: Facts, path: Path, name = 'item'): readonly Finding[] {
  const objections = pointsAgainst(ruling, [...path, name])
  const { needs } = EXPENDITURE_ITEMS[code]
  if (needs !== undefined && facts[needs] !== true) objections.push(rules[needs].apply(facts[needs], [...path, needs]))
  if (facts.forNonEligible === true) objections.push(rules.eligibleStudentsOnly.apply(true, [...path, 'forNonEligible']))
  return objections
}

/** Every finding on one item: what speaks against it, and, where nothing in the list does, the list gone through. */
function findingsOn(expenditure: z.output<typeof ExpenditureInput>, ruling: Ruling): readonly Finding[] {
  const { item, forNonEligible, recordsKept, amount } = expenditure
  const findings = pointsAgainst(ruling, ['item'])
  const inList = findings.length > 0
  const { needs } = EXPENDITURE_ITEMS[item]
  if (needs !== undefined) findings.push(rules[needs].apply(expenditure[needs], [needs]))
  findings.push(rules.eligibleStudentsOnly.apply(forNonEligible, ['forNonEligible']))
  if (!inList) {
    for (const bar of bars) findings.push(rules[bar].apply(false, ['item']))
    for (const open of openPoints) findings.push(rules[open].apply(false, ['item']))
  }
  if (item === 'volunteerAllowance') findings.push(rules.volunteerAllowanceRecorded.apply(recordsKept, ['recordsKept']))
  if (item === 'auditFee') findings.push(rules.auditFeeCeiling.apply(amount, ['amount']))
  return findings
}

const parse = parser(ExpenditureInput)

/**
 * Whether the grant pays for one kind of spending, under which heading, and which paragraph says so.
 *
 * An item that the guidelines bar is barred whatever else is known. Students' meals, hired coaches and boats, photographs
 * and volunteer allowances turn on one fact; while it is not known there is no verdict. An audit fee of exactly HK$5,000
 * is in order, one cent more is not. The verdict is on spending for eligible students: while it is not known for whom the
 * money is spent the answer is incomplete, though the item has its verdict. What the guidelines do not name, and costly or
 * risky activities beyond the ones named, go to the Bureau. What an item is called is the caller's to say: whether a sport
 * counts as extreme, or a class as elite, is not judged here.
 *
 * @param input the item by its name in EXPENDITURE_ITEMS, with the facts that it turns on; the amount in Hong Kong dollars
 * @param options another reading of A-C20 (camp facilities), A-C21 (full-time coordinator) or A-C24 (open lists)
 * @returns the verdict, the heading of the Appendix, the half of the grant that pays, and the paragraph
 * @throws InputError when the item is not a name of the table, or an amount is negative or finer than a cent
 * @source CBP guidelines 2025/26 para 8(b)i, 8(d), App 1–9
 * @example
 * classifyExpenditure({ item: 'studentMeals', fullDayOrCamp: true, forNonEligible: false }).value.heading //=> 'App 4'
 * @example
 * classifyExpenditure({ item: 'prizes' }).value.verdict //=> 'notFundable'
 */
export function classifyExpenditure(input: ExpenditureInput, options?: Options): Answer<ExpenditureFigures> {
  const expenditure = parse(input)
  const reader = readings.reader(options)

  const ruling = ruleOn(expenditure.item, expenditure, reader)
  const { verdict, heading, part, at } = ruling
  return answer({ verdict, heading, part, locator: at }, findingsOn(expenditure, ruling), reader.taken)
}

export const classifyExpenditureEntry = {
  name: 'classifyExpenditure',
  answers: text('Whether the grant pays for an item, and under which heading', '某項支出可否以撥款支付，屬哪個分項'),
  input: ExpenditureInput,
  value: ExpenditureFigures,
  rules,
  run: classifyExpenditure,
} as const satisfies FunctionEntry
