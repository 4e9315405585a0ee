import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { addDays, addYears, type IsoDate } from '../kernel/calendar.js'
import { given, onOrAfter, present } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { date, describedAs, known, listOf, yesOrNo } from '../kernel/fields.js'
import { parser, type Path } from '../kernel/input.js'
import { flatMap } from '../kernel/list.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { guidelines, readings, type Options, type Reader } from './document.js'
import { anyOf, whereItApplies } from './known-facts.js'

/** How long records are kept. @source CBP guidelines 2025/26 para 8(e)iv (first) s2 */
const RETENTION_YEARS = 7

/** Something that the NGO must do or have. */
const duty = (en: string, zhHant: string) => ({ force: 'mandatory', test: present(), says: text(en, zhHant) }) as const

/** What an activity fosters cannot be told from a record: whether an element is there is for those who approve the project. */
const element = (en: string, zhHant: string) =>
  ({
    force: 'in-principle',
    decides: text('the Committee on the programme', '校本課後學習及支援計劃委員會'),
    test: present(),
    says: text(`Activities of the project ${en}.`, `計劃的活動${zhHant}。`),
  }) as const

const rules = guidelines.rules({
  anyElement: { at: '4 s3', ...element('have at least one of the four elements', '具備四項元素中最少一項') },
  learningSkills: { at: '4(a)', also: ['4 s3'], ...element('develop learning skills', '發展學習技巧') },
  selfWorth: { at: '4(b)', also: ['4 s3'], ...element('foster self-worth and care of oneself', '培育自我價值及自我照顧能力') },
  socialSkills: { at: '4(c)', also: ['4 s3'], ...element('develop personal, interpersonal and social skills', '發展個人、人際及社交技巧') },
  cooperation: { at: '4(d)', also: ['4 s3'], ...element('build self-esteem and working with others', '建立自尊及合作能力') },

  coordinatorChangeByHead: { at: '6(a) s5', ...duty('The head of the organisation applies for a change of coordinator.', '更換統籌員由機構負責人提出申請。') },
  coordinatorChangeInWriting: { at: '6(a) s5', ...duty('The change of coordinator is applied for in writing.', '更換統籌員以書面申請。') },
  coordinatorChangePrompt: { at: '6(a) s5', ...duty('The change of coordinator is applied for as soon as possible.', '更換統籌員盡快提出申請。') },

  incomeExpenditureRecords: { at: '8(b)ii s1', ...duty('Income and expenditure of every activity are on record.', '備存各項活動的收支記錄。') },
  studentList: { at: '8(b)ii s1', ...duty('There is a list of the students in every activity.', '備存參加各項活動的學生名單。') },
  schoolLists: {
    at: '8(b)ii s2',
    ...duty("The school's lists of eligible and non-eligible students are obtained and kept.", '向學校索取並保留合資格及非合資格學生名單。'),
  },
  schoolCategoryHeadcounts: {
    at: '8(b)ii s2',
    ...duty('The school is asked for the headcounts by CSSA, full grant and discretionary quota.', '請學校提供綜援、全額津貼及酌情名額的學生人數。'),
  },
  studentNames: { at: '8(b)iii s1', ...duty('Students in activities without a school are on record by name.', '非與學校協作的活動，記錄學生姓名。') },
  schoolsAndClasses: { at: '8(b)iii s1', ...duty('Their schools and classes are on record.', '記錄學生就讀的學校及班級。') },
  addresses: { at: '8(b)iii s1', ...duty('Their addresses are on record.', '記錄學生住址。') },
  categories: { at: '8(b)iii s1', ...duty('Their categories are on record.', '記錄學生類別。') },

  districtBased: { at: '8(c)ii s1', ...duty('The project is district-based.', '計劃以地區為本。') },
  suitableVenue: { at: '8(c)ii s2', ...duty('Activities are held in suitable places.', '活動在適當的地點進行。') },
  educationOrdinance: { at: '8(c)ii s2', ...duty('The Education Ordinance and Regulations are followed where they apply.', '適用時遵守《教育條例》及《教育規例》。') },
  employmentLaws: {
    at: '8(c)iii s2',
    ...duty('The ordinances on education, employment and MPF and EDB circular memoranda are followed.', '遵守教育、僱傭、強積金法例及教育局通函。'),
  },
  safeRecruitment: {
    at: '8(c)iv s1',
    ...duty('With a school, staff are recruited as EDB Circulars 7/2007 and 14/2023 say.', '與學校協辦時，按通告第 7/2007 號及第 14/2023 號聘用人員。'),
  },
  scrcChecked: {
    at: '8(c)iv s2',
    ...duty('Without any school, a Sexual Conviction Record Check is asked for at the last stage of hiring.', '不與任何學校協辦時，在聘用的最後階段要求性罪行定罪紀錄查核。'),
  },
  meetsSchoolRequirements: {
    at: '8(c)iv s3',
    ...duty("Tutors and others meet the school's requirements in its activities.", '導師及其他人士在學校活動中符合學校的要求。'),
  },
  messagesFitEducation: {
    at: '8(c)iv s3',
    ...duty('What they convey fits the aims of school education and the curriculum.', '所傳遞的訊息符合學校教育的宗旨及課程目標。'),
  },
  noNationalSecurityRisk: { at: '8(c)iv s3', ...duty('Activities involve nothing that endangers national security.', '活動不涉及危害國家安全的行為和內容。') },

  changeAgreedWithSchool: { at: '8(c)v s2', ...duty('The collaborating school agrees to the change.', '修訂與協作學校取得共識。') },
  changeAppliedInWriting: { at: '8(c)v s2', ...duty('The change is applied for in writing beforehand.', '事先以書面申請修訂。') },
  changeApprovedInWriting: {
    at: '8(c)v s2',
    ...duty('The Bureau approves the change in writing.', '修訂獲教育局書面批核。'),
    next: text('what is spent without approval falls on the NGO', '未經批核的開支由機構自行承擔'),
  },
  changeAfterApproval: {
    at: '8(c)v s2',
    force: 'mandatory',
    test: onOrAfter(given('the day of the written approval', '獲書面批核當日')),
    says: text('The change is carried out {test}.', '修訂於{test}執行。'),
  },

  openFairRecruitment: { at: '8(c)vi s1', ...duty('Services and staff are hired openly, fairly and justly.', '以公開、公平及公正的原則僱用服務及職員。') },
  // The records (請保留…以供查核) prove spending that is paid at actual cost only.
  volunteerNames: { at: '8(d)活動 iii', ...duty("Volunteers' names are kept.", '保留義工姓名。') },
  volunteerIdentityNumbers: { at: '8(d)活動 iii', ...duty("Volunteers' identity card numbers are kept.", '保留義工的身份證號碼。') },
  volunteerHours: { at: '8(d)活動 iii', ...duty("Volunteers' hours of service are kept.", '保留義工服務時間。') },
  volunteerReceipts: { at: '8(d)活動 iii', ...duty("Volunteers' signed receipts are kept.", '保留義工簽收記錄。') },
  rolesExplained: {
    at: '8(d)活動 vii',
    ...duty('A tutor with several roles is told beforehand in which one he or she is employed.', '有多重身份的導師事先獲告知其獲聘身份。'),
  },

  separateLedger: { at: '8(e)iv-1 s1', ...duty('The project has a separate ledger.', '為計劃備存獨立的分項帳。') },
  detailedRecords: { at: '8(e)iv-1 s2', ...duty('All income and expenditure are recorded in detail.', '所有收入與支出均有詳細記錄。') },
  recordsKeptLongEnough: {
    at: '8(e)iv-1 s2',
    force: 'mandatory',
    test: onOrAfter(given(`the day after ${RETENTION_YEARS} years`, `保存滿 ${RETENTION_YEARS} 年的翌日`)),
    says: text('Records are destroyed only {test}.', '記錄於{test}方可銷毀。'),
  },

  openBidding: { at: 'App 5 note', ...duty('Coaches, and goods and services of any value, are bought by open bidding.', '旅遊車及任何價值的貨品及服務均以公開競投方式採購。') },
  openBiddingInProportion: {
    at: 'App 5 note',
    ...duty('Goods and services are bought by open bidding.', '貨品及服務以公開競投方式採購。'),
    force: 'in-principle',
    decides: text('the NGO, in proportion to the value, for the Bureau to review', '機構按採購價值判斷，供教育局查核'),
  },
  quotationsKept: { at: 'App 5 note', ...duty('Quotations are kept.', '保留報價文件。') },
})

const flag = (en: string, zhHant: string): z.ZodOptional<z.ZodNullable<z.ZodBoolean>> => describedAs(known(yesOrNo), en, zhHant)
const day = (en: string, zhHant: string): z.ZodOptional<z.ZodNullable<z.ZodISODate>> => describedAs(known(date()), en, zhHant)
const MOST_CHANGES = 200

/** A project and how it is run. */
export const ProjectInput = z.strictObject({
  collaboration: describedAs(
    known(z.enum(['everyActivity', 'someActivities', 'none'])),
    'which activities are run with a school',
    '與學校協作的活動：全部、部分或沒有',
  ),
  elements: describedAs(
    known(z.strictObject({
      learningSkills: flag('learning skills', '學習技巧'),
      selfWorth: flag('self-worth and care of oneself', '自我價值及自我照顧'),
      socialSkills: flag('personal, interpersonal and social skills', '個人、人際及社交技巧'),
      cooperation: flag('self-esteem and working with others', '自尊及與人合作'),
    })),
    'the elements that the activities have',
    '活動具備的元素',
  ),
  incomeExpenditureRecords: flag('income and expenditure records of every activity', '各項活動的收支記錄'),
  studentList: flag('list of the students in every activity', '各項活動的學生名單'),
  schoolLists: flag("the school's lists of eligible and non-eligible students", '學校提供的合資格及非合資格學生名單'),
  schoolCategoryHeadcounts: flag('headcounts by category asked of the school', '已請學校提供各類別人數'),
  studentNames: flag('activities without a school: names on record', '非協作活動：已記錄姓名'),
  schoolsAndClasses: flag('activities without a school: schools and classes on record', '非協作活動：已記錄學校及班級'),
  addresses: flag('activities without a school: addresses on record', '非協作活動：已記錄住址'),
  categories: flag('activities without a school: categories on record', '非協作活動：已記錄類別'),
  districtBased: flag('district-based', '以地區為本'),
  suitableVenue: flag('held in suitable places', '在適當地點進行'),
  educationOrdinance: flag('declared: Education Ordinance and Regulations followed where they apply', '聲明：適用時遵守《教育條例》及《教育規例》'),
  employmentLaws: flag('declared: ordinances on education, employment and MPF, and circular memoranda followed', '聲明：遵守教育、僱傭、強積金法例及通函'),
  safeRecruitment: flag('with a school: staff recruited as Circulars 7/2007 and 14/2023 say', '協作：按通告第 7/2007 號及第 14/2023 號聘用'),
  scrcChecked: flag('without any school: Sexual Conviction Record Check at the last stage of hiring', '不與學校協辦：聘用最後階段已要求性罪行定罪紀錄查核'),
  meetsSchoolRequirements: flag("with a school: staff meet the school's requirements", '協作：人員符合學校要求'),
  messagesFitEducation: flag('declared: what is conveyed fits school education', '聲明：訊息符合學校教育宗旨'),
  noNationalSecurityRisk: flag('declared: nothing endangers national security', '聲明：不涉危害國家安全'),
  openFairRecruitment: flag('services and staff hired openly, fairly and justly', '以公開、公平、公正原則僱用'),
  separateLedger: flag('separate ledger', '獨立分項帳'),
  detailedRecords: flag('all income and expenditure recorded in detail', '所有收支均有詳細記錄'),
  openBidding: flag('goods and services bought by open bidding', '以公開競投方式採購'),
  quotationsKept: flag('quotations kept', '保留報價文件'),
  coordinatorChange: describedAs(
    known(z.strictObject({
      byHead: flag('applied for by the head of the organisation', '由機構負責人申請'),
      inWriting: flag('applied for in writing', '以書面申請'),
      withoutDelay: flag('applied for as soon as possible', '盡快申請'),
    })),
    'a change of coordinator after the start; left out when there was none',
    '開展後更換統籌員；沒有則略去',
  ),
  changes: describedAs(
    known(listOf(
      z.strictObject({
        withSchool: flag('it concerns an activity run with a school', '涉及與學校協作的活動'),
        schoolAgreed: flag('the school agreed', '學校同意'),
        appliedInWriting: flag('applied for in writing beforehand', '事先以書面申請'),
        approvedInWriting: flag('approved by the Bureau in writing', '獲教育局書面批核'),
        approvedOn: day('the day of the written approval', '書面批核日期'),
        carriedOutOn: day('the day from which it was carried out', '執行日期'),
      }),
      MOST_CHANGES,
    )),
    'changes of the plan or the budget that were carried out; left out when there were none',
    '已執行的計劃或預算修訂；沒有則略去',
  ),
  volunteers: describedAs(
    known(z.strictObject({
      names: flag('names kept', '保留姓名'),
      identityNumbers: flag('identity card numbers kept', '保留身份證號碼'),
      hours: flag('hours of service kept', '保留服務時間'),
      receipts: flag('signed receipts kept', '保留簽收記錄'),
    })),
    'records of volunteers who get an allowance; left out when none does',
    '領取津貼的義工記錄；沒有則略去',
  ),
  tutorsWithSeveralRoles: describedAs(
    known(z.strictObject({ toldBeforehand: flag('told beforehand in which role they are employed', '事先獲告知獲聘身份') })),
    'tutors who have several roles; left out when there are none',
    '有多重身份的導師；沒有則略去',
  ),
  completion: day('the day on which the project is completed', '計劃完成日期'),
  lastTransaction: day(
    'the day of the last transaction; used only when A-C17 is read as lastTransaction',
    '最後一項交易的日期；只在 A-C17 採用 lastTransaction 時使用',
  ),
  auditedOn: day('the date of the audited accounts; used only when A-C17 is read as audit', '經審計帳目的日期；只在 A-C17 採用 audit 時使用'),
  destroyed: describedAs(
    known(z.strictObject({ on: describedAs(date(), 'the day of their destruction', '銷毀日期') })),
    'records that were destroyed; left out while all are kept',
    '已銷毀的記錄；全部仍保存則略去',
  ),
})
export type ProjectInput = z.input<typeof ProjectInput>

export const ProjectFigures = z.strictObject({
  /** The last day on which records must still be kept; `null` while the day that it runs from is not known. */
  retainUntil: z.string().nullable(),
})
export type ProjectFigures = Readonly<z.output<typeof ProjectFigures>>

type Project = z.output<typeof ProjectInput>
type Change = NonNullable<Project['changes']>[number]

/** To which projects a duty applies, by the activities that they run with a school. */
const scopes = {
  everyProject: ['everyActivity', 'someActivities', 'none'],
  withSchool: ['everyActivity', 'someActivities'],
  withoutSchool: ['someActivities', 'none'],
  districtWide: ['none'],
} as const satisfies Readonly<Record<string, readonly NonNullable<Project['collaboration']>[]>>

/** The standing duties in the order of the text. */
const standingDuties = [
  ['incomeExpenditureRecords', 'everyProject'],
  ['studentList', 'everyProject'],
  ['schoolLists', 'withSchool'],
  ['schoolCategoryHeadcounts', 'withSchool'],
  ['studentNames', 'withoutSchool'],
  ['schoolsAndClasses', 'withoutSchool'],
  ['addresses', 'withoutSchool'],
  ['categories', 'withoutSchool'],
  ['districtBased', 'everyProject'],
  ['suitableVenue', 'everyProject'],
  ['educationOrdinance', 'everyProject'],
  ['employmentLaws', 'everyProject'],
  ['safeRecruitment', 'withSchool'],
  ['scrcChecked', 'districtWide'],
  ['meetsSchoolRequirements', 'withSchool'],
  ['messagesFitEducation', 'everyProject'],
  ['noNationalSecurityRisk', 'everyProject'],
  ['openFairRecruitment', 'everyProject'],
  ['separateLedger', 'everyProject'],
  ['detailedRecords', 'everyProject'],
  ['quotationsKept', 'everyProject'],
] as const satisfies readonly (readonly [keyof Project & keyof typeof rules, keyof typeof scopes])[]

function standing(project: Project): readonly Finding[] {
  const { collaboration } = project
  return flatMap(standingDuties, ([name, scope]) => {
    const inScope: readonly string[] = scopes[scope]
    const holds = scope === 'everyProject' || (collaboration == null ? null : inScope.includes(collaboration))
    return whereItApplies({ holds, path: ['collaboration'] }, rules[name], project[name], [name])
  })
}

const elementNames = ['learningSkills', 'selfWorth', 'socialSkills', 'cooperation'] as const

/** Section 4: each element, or any of them as A-C3 is read. */
function elements({ elements }: Project, reader: Reader): readonly Finding[] {
  if (reader.take('A-C3') === 'all') return elementNames.map((name) => rules[name].apply(elements?.[name], ['elements', name]))
  const missing = elementNames.find((name) => elements?.[name] == null) ?? elementNames[0]
  const any = anyOf(...elementNames.map((name) => elements?.[name]))
  return [rules.anyElement.apply(any, any === null ? ['elements', missing] : ['elements'])]
}

function coordinatorChange({ coordinatorChange }: Project): readonly Finding[] {
  if (coordinatorChange == null) return []
  return [
    rules.coordinatorChangeByHead.apply(coordinatorChange.byHead, ['coordinatorChange', 'byHead']),
    rules.coordinatorChangeInWriting.apply(coordinatorChange.inWriting, ['coordinatorChange', 'inWriting']),
    rules.coordinatorChangePrompt.apply(coordinatorChange.withoutDelay, ['coordinatorChange', 'withoutDelay']),
  ]
}

/** 8(c)v: agreed, applied for, approved, and only then carried out. */
function change(made: Change, at: Path): readonly Finding[] {
  const withSchool = { holds: made.withSchool, path: [...at, 'withSchool'] }
  const approved = rules.changeApprovedInWriting.apply(made.approvedInWriting, [...at, 'approvedInWriting'])
  return [
    ...whereItApplies(withSchool, rules.changeAgreedWithSchool, made.schoolAgreed, [...at, 'schoolAgreed']),
    rules.changeAppliedInWriting.apply(made.appliedInWriting, [...at, 'appliedInWriting']),
    approved,
    ...(approved.met === false ? [] : [carriedOutAfterApproval(made, at)]),
  ]
}

function carriedOutAfterApproval({ approvedOn, carriedOutOn }: Change, at: Path): Finding {
  if (approvedOn == null) return rules.changeAfterApproval.unknown([...at, 'approvedOn'])
  return rules.changeAfterApproval.apply(carriedOutOn, [...at, 'carriedOutOn'], approvedOn)
}

function volunteers({ volunteers }: Project): readonly Finding[] {
  if (volunteers == null) return []
  return [
    rules.volunteerNames.apply(volunteers.names, ['volunteers', 'names']),
    rules.volunteerIdentityNumbers.apply(volunteers.identityNumbers, ['volunteers', 'identityNumbers']),
    rules.volunteerHours.apply(volunteers.hours, ['volunteers', 'hours']),
    rules.volunteerReceipts.apply(volunteers.receipts, ['volunteers', 'receipts']),
  ]
}

/** App 5: open bidding at any value, or in proportion as A-C26 is read. */
function bidding({ openBidding }: Project, reader: Reader): Finding {
  const rule = reader.take('A-C26') === 'literal' ? rules.openBidding : rules.openBiddingInProportion
  return rule.apply(openBidding, ['openBidding'])
}

const retentionRunsFrom = { completion: 'completion', lastTransaction: 'lastTransaction', audit: 'auditedOn' } as const

/** 8(e)iv: seven years from the day that A-C17 names, the anniversary included. */
function retention(project: Project, reader: Reader): { readonly retainUntil: IsoDate | null; readonly findings: readonly Finding[] } {
  const { completion, lastTransaction, auditedOn, destroyed } = project
  const asked = [completion, lastTransaction, auditedOn, destroyed].some((fact) => fact != null)
  if (!asked) return { retainUntil: null, findings: [] }
  const startsAt = retentionRunsFrom[reader.take('A-C17')]
  const start = project[startsAt]
  const retainUntil = start == null ? null : addYears(start, RETENTION_YEARS)
  if (destroyed == null) return { retainUntil, findings: [] }
  const kept =
    retainUntil === null
      ? rules.recordsKeptLongEnough.unknown([startsAt])
      : rules.recordsKeptLongEnough.apply(destroyed.on, ['destroyed', 'on'], addDays(retainUntil, 1))
  return { retainUntil, findings: [kept] }
}

const parse = parser(ProjectInput)

/**
 * Whether a project is run as the guidelines demand: records, venue, law, recruitment, changes, procurement, ledger.
 *
 * Which records are due depends on the school: its lists and headcounts for activities run with one, name, school and
 * class, address and category for the others; both when only some are. A record check at the last stage of hiring is
 * for projects without any school; with one, the circulars on recruitment are. A change may be carried out on the very
 * day of its written approval, not earlier. Records are kept up to and including the anniversary of completion seven
 * years on, and may go the day after; of 29 February the anniversary is the 28th. A part of the input that speaks of an
 * event (a change, volunteers, destruction) is left out when there was none; any other fact that is left out is not
 * known. Laws, national security and the messages conveyed are declared by the NGO, never inferred.
 *
 * Not checked: the grant agreement, which the guidelines do not hold, and the principle of fairness in 8(c)i.
 *
 * @param input one project; only whether a record is kept is asked, never what it says
 * @param options another reading of A-C3 (elements), A-C17 (seven years) or A-C26 (open bidding)
 * @returns the last day on which records must still be kept
 * @throws InputError on a malformed date or an unknown field
 * @source CBP guidelines 2025/26 para 4, 6(a) s5, 8(b)ii–iii, 8(c)ii–vi, 8(d) Activities iii and vii, 8(e)iv (first), App 5 note
 * @example
 * checkProjectCompliance({ completion: '2026-08-31' }).value.retainUntil //=> '2033-08-31'
 * @example
 * checkProjectCompliance({ collaboration: 'none', scrcChecked: false }).outcome //=> 'breach'
 */
export function checkProjectCompliance(input: ProjectInput, options?: Options): Answer<ProjectFigures> {
  const project = parse(input)
  const reader = readings.reader(options)
  const { tutorsWithSeveralRoles: roles } = project
  const elementFindings = elements(project, reader)
  const biddingFinding = bidding(project, reader)
  const { retainUntil, findings: retentionFindings } = retention(project, reader)
  const findings = [
    ...elementFindings,
    ...coordinatorChange(project),
    ...standing(project),
    ...flatMap(project.changes ?? [], (made, index) => change(made, ['changes', index])),
    ...volunteers(project),
    ...(roles == null ? [] : [rules.rolesExplained.apply(roles.toldBeforehand, ['tutorsWithSeveralRoles', 'toldBeforehand'])]),
    ...retentionFindings,
    biddingFinding,
  ]
  return answer({ retainUntil }, findings, reader.taken)
}

export const checkProjectComplianceEntry = {
  name: 'checkProjectCompliance',
  answers: text('Whether a project is run as the guidelines demand', '計劃的推行是否符合指引要求'),
  input: ProjectInput,
  value: ProjectFigures,
  rules,
  run: checkProjectCompliance,
} as const satisfies FunctionEntry
