import { text, type Text } from '../kernel/text.js'
import type { Locator } from './ledger.js'

/** The headings of the Appendix: 1 to 7 for the activities, 8 and 9 for coordination and administration. */
export const headings = ['App 1', 'App 2', 'App 3', 'App 4', 'App 5', 'App 6', 'App 7', 'App 8', 'App 9'] as const
export type Heading = (typeof headings)[number]

/** The two halves of a grant, as 8(d) divides it. */
export type Part = 'activity' | 'coordination'

/** A fact that an item turns on: it is funded only where the fact holds. */
export type Condition = 'recordUse' | 'outdoorOrCamp' | 'approvedVolunteer' | 'fullDayOrCamp'

/** The paragraph that keeps the money for eligible students, whatever it is spent on. */
export const ELIGIBLE_STUDENTS_AT = '8(d)不資助 i' satisfies Locator

/** The paragraphs that fund an item only where a fact holds. */
export const fundedOnlyAt = {
  recordUse: '8(d)活動 ii',
  outdoorOrCamp: '8(d)活動 iv',
  approvedVolunteer: 'App 6',
  fullDayOrCamp: '8(d)不資助 vii',
} as const satisfies Readonly<Record<Condition, Locator>>

/** The paragraphs that bar an item whatever its circumstances; 8(d)不資助 i, vii and xiii depend on facts or on judgement. */
export const barredAt = {
  materialBenefit: '8(d)不資助 ii',
  fullTimeOrUnqualifiedStaff: '8(d)不資助 iii',
  professionalService: '8(d)不資助 iv',
  entryExamOrInternetFee: '8(d)不資助 v',
  staffMeals: '8(d)不資助 vi',
  individualTravel: '8(d)不資助 viii',
  runningCost: '8(d)不資助 ix',
  costlyActivity: '8(d)不資助 x',
  highRiskActivity: '8(d)不資助 xi',
  excludedClass: '8(d)不資助 xii',
} as const satisfies Readonly<Record<string, Locator>>
export type Bar = keyof typeof barredAt

/** The paragraphs under which nobody but the Bureau can say whether an item is funded. */
export const openAt = {
  otherCostlyActivity: '8(d)不資助 x',
  otherHighRiskActivity: '8(d)不資助 xi',
  directionOfEducation: '8(d)不資助 xiii',
  notListed: '8(e)v',
} as const satisfies Readonly<Record<string, Locator>>
export type OpenPoint = keyof typeof openAt

/** What the guidelines say of an item: `fundableUpTo5000` is the audit fee with its ceiling, `needsEdbView` what nobody else can settle. */
export const verdicts = ['fundable', 'fundableUpTo5000', 'notFundable', 'needsEdbView'] as const
export type Verdict = (typeof verdicts)[number]

/** What becomes of an item. */
export interface Ruling {
  /** `null` while a fact that the item turns on is not known. */
  readonly verdict: Verdict | null
  /** The heading of the Appendix that pays for it; `null` where the Appendix has none for it. */
  readonly heading: Heading | null
  /** The half of the grant that pays for it; `null` where none does, or nobody can yet say. */
  readonly part: Part | null
  /** The paragraph that decides. */
  readonly at: Locator
  /** What bars it. */
  readonly bar: Bar | undefined
  /** What the Bureau has to decide. */
  readonly open: OpenPoint | undefined
}

/** What bars an item under a reading that is not the default. */
interface BarUnder {
  readonly reading: 'A-C20' | 'A-C21' | 'A-C24'
  readonly option: 'neverFunded' | 'barred'
  readonly bar: Bar
}

/** One kind of spending, with what becomes of it when the facts and readings are in its favour. */
export interface ExpenditureItem extends Ruling {
  readonly says: Text
  /** The fact that it turns on. */
  readonly needs: Condition | undefined
  readonly barUnder: BarUnder | undefined
}

/** Every row has the same fields in the same order: budgets look up thousands of them. */
const item = (says: Text, at: Locator, verdict: Verdict, own: Partial<ExpenditureItem>): ExpenditureItem => ({
  says,
  verdict,
  heading: own.heading ?? null,
  part: own.part ?? null,
  at,
  bar: own.bar,
  open: own.open,
  needs: own.needs,
  barUnder: own.barUnder,
})

const partOf = (heading: Heading): Part => (heading === 'App 8' || heading === 'App 9' ? 'coordination' : 'activity')

const funded = (heading: Heading, at: Locator, en: string, zhHant: string, own: Partial<ExpenditureItem> = {}): ExpenditureItem =>
  item(text(en, zhHant), at, own.verdict ?? 'fundable', { ...own, heading, part: partOf(heading) })

const barred = (bar: Bar, en: string, zhHant: string, at: Locator = barredAt[bar]): ExpenditureItem =>
  item(text(en, zhHant), at, 'notFundable', { bar })

const leftOpen = (open: OpenPoint, en: string, zhHant: string, own: Partial<ExpenditureItem> = {}): ExpenditureItem =>
  item(text(en, zhHant), own.at ?? openAt[open], 'needsEdbView', { ...own, open })

const camp: BarUnder = { reading: 'A-C20', option: 'neverFunded', bar: 'runningCost' }
const fullTime: BarUnder = { reading: 'A-C21', option: 'barred', bar: 'fullTimeOrUnqualifiedStaff' }
const costly: BarUnder = { reading: 'A-C24', option: 'barred', bar: 'costlyActivity' }
const risky: BarUnder = { reading: 'A-C24', option: 'barred', bar: 'highRiskActivity' }

/** Activities that are barred, or that the Bureau may find barred: 8(d)不資助 x to xiii. */
export const activitiesAtIssue = {
  helicopterRide: barred('costlyActivity', 'a helicopter ride', '乘坐直升機'),
  overseasTour: barred('costlyActivity', 'a study tour abroad', '境外遊學團'),
  otherCostlyActivity: leftOpen('otherCostlyActivity', 'another activity that may be costly', '其他可能收費高昂的活動', { barUnder: costly }),

  openFireCooking: barred('highRiskActivity', 'cooking on an open fire', '明火煮食'),
  snorkelling: barred('highRiskActivity', 'snorkelling', '浮潛'),
  waterSkiing: barred('highRiskActivity', 'water-skiing', '滑水'),
  parachuting: barred('highRiskActivity', 'parachuting or parasailing', '降傘'),
  rockClimbing: barred('highRiskActivity', 'rock climbing', '攀岩'),
  streamTrekking: barred('highRiskActivity', 'stream trekking', '山澗遠足'),
  outdoorAbseiling: barred('highRiskActivity', 'outdoor abseiling', '野外沿繩下降'),
  racing: barred('highRiskActivity', 'motor racing', '賽車'),
  electricBalanceVehicle: barred('highRiskActivity', 'electric balance vehicles', '電動平衡車'),
  escapeRoom: barred('highRiskActivity', 'escape rooms', '密室逃脫'),
  dartGunCombat: barred('highRiskActivity', 'dart-gun combat', '鏢射槍作戰'),
  extremeSport: barred('highRiskActivity', 'extreme sports', '極限運動'),
  otherHighRiskActivity: leftOpen('otherHighRiskActivity', 'another activity that may be of high risk', '其他可能屬高風險的活動', { barUnder: risky }),

  examDrillClass: barred('excludedClass', 'tutorial classes led by examinations', '以考試為主導的補習班'),
  eliteClass: barred('excludedClass', 'classes for the top students', '拔尖班'),
  childMindingOnly: barred('excludedClass', 'mere after-school care', '純粹課後託管'),
  religiousActivityOnly: barred('excludedClass', 'a purely religious activity', '純粹宗教活動'),
  schoolTeamTraining: barred('excludedClass', 'training of a school team', '校隊訓練'),
  bandTraining: barred('excludedClass', 'training of a band', '樂隊訓練'),

  againstDirectionOfEducation: leftOpen('directionOfEducation', 'an activity that may not fit the direction of education', '可能不配合教育方向的活動'),
} as const satisfies Readonly<Record<string, ExpenditureItem>>

/**
 * Every kind of spending that the guidelines name, in their order, with the paragraph that names it.
 * @source CBP guidelines 2025/26 para 8(d), App 1–9
 */
export const EXPENDITURE_ITEMS = {
  partTimeTutorPay: funded('App 1', 'App 1 bullet 1 pay', 'pay of a part-time tutor', '兼職導師薪金'),
  teachingAssistantPay: funded('App 1', 'App 1 bullet 1 pay', 'pay of a teaching assistant', '教學助理薪金'),
  substituteTutorPay: funded('App 1', 'App 1 bullet 1 pay', 'pay of a substitute tutor', '代課導師薪金'),
  socialWorkerPay: funded('App 1', 'App 1 bullet 1 pay', 'pay of a registered social worker who leads the activity', '直接推行活動的註冊社工薪金'),
  tutorMpf: funded('App 1', 'App 1 bullet 2', "employer's MPF contributions for tutors", '導師的強積金供款'),

  activityMaterials: funded(
    'App 2',
    'App 2 bullet 1',
    'materials bought or hired for the activity, such as craft or sports goods',
    '購買或租用活動物資，例如手工藝或體育用品',
  ),
  activityCopying: funded('App 2', 'App 2 bullet 2', 'copies of notes, attendance sheets or tutor lists', '影印筆記、出席表或導師名單'),

  admissionFees: funded('App 3', 'App 3', 'admission of students and tutors on visits', '學生及導師參觀的入場費'),
  dayCampFees: funded('App 3', 'App 3', 'day-camp fees of students and tutors', '學生及導師的日營費'),
  residentialCampFees: funded('App 3', 'App 3', 'residential-camp fees of students and tutors', '學生及導師的宿營費'),

  studentMeals: funded('App 4', 'App 4', 'meals of students', '學生膳食', { needs: 'fullDayOrCamp' }),

  coachHire: funded('App 5', 'App 5', 'hire of a coach', '租用旅遊車', { needs: 'outdoorOrCamp' }),
  boatHire: funded('App 5', 'App 5', 'hire of a boat', '租用船隻', { needs: 'outdoorOrCamp' }),

  volunteerAllowance: funded('App 6', 'App 6', 'allowance of a volunteer', '義工津貼', { needs: 'approvedVolunteer' }),

  campFacilityHire: funded('App 7', 'App 7 bullet 1', 'hire of camp facilities', '租用營地設施', { barUnder: camp }),
  activityEquipmentHire: funded('App 7', 'App 7 bullet 1', 'hire of activity equipment', '租用活動器材'),
  campInstructorFee: funded('App 7', 'App 7 bullet 2', 'fee of a camp instructor', '營地教練服務費'),
  campAirConditioning: funded('App 7', 'App 7 bullet 2', 'air-conditioning at a camp', '營地冷氣費', { barUnder: camp }),

  photographyAndDiscs: item(text('photographs and discs', '攝影及光碟製作'), '8(d)活動 ii', 'fundable', { part: 'activity', needs: 'recordUse' }),

  coordinatorPay: funded('App 8', 'App 8 bullet 1', 'pay of a coordinator who is not full-time', '非全職計劃統籌員薪金'),
  fullTimeCoordinatorPay: funded('App 8', 'App 8 bullet 1', 'pay of a full-time coordinator', '全職計劃統籌員薪金', { barUnder: fullTime }),
  coordinatorMpf: funded('App 8', 'App 8 bullet 2', "employer's MPF contributions for the coordinator", '計劃統籌員的強積金供款'),
  otherCoordination: funded('App 8', 'App 8 bullet 3', 'another cost of coordinating the activities', '其他與統籌計劃活動有關的開支'),

  staffTravel: funded('App 9', 'App 9 bullet 1', 'staff travel', '工作人員交通費'),
  administrationCopying: funded('App 9', 'App 9 bullet 2', "copies of reports or tutors' papers", '影印報告或導師資歷資料'),
  officeStationery: funded('App 9', 'App 9 bullet 3', 'office stationery', '文儀用品'),
  postage: funded('App 9', 'App 9 bullet 4', 'postage', '郵費'),
  tutorRecruitment: funded('App 9', 'App 9 bullet 5', 'recruitment of tutors, such as advertisements or agency fees', '招聘導師的行政費用，例如廣告或服務費'),
  auditFee: funded('App 9', 'App 9 bullet 6', 'audit fee', '核數費用', { verdict: 'fundableUpTo5000' }),
  insurance: funded('App 9', 'App 9 bullet 7', 'insurance', '保險費'),
  studentRecruitment: funded('App 9', '8(d)統籌 i', 'recruitment of students', '收生'),
  publicity: funded('App 9', '8(d)統籌 i', 'publicity', '宣傳'),
  liaison: funded('App 9', '8(d)統籌 i', 'liaison', '聯絡'),
  reportPreparation: funded('App 9', '8(d)統籌 i', 'preparation of reports and accounts', '準備各類報告及帳目'),
  otherAdministration: funded('App 9', '8(d)統籌 i', 'another administrative cost of running the project', '其他執行計劃的行政支出'),
  venueHire: item(text('hire of a venue that is not a camp', '營地以外的場租'), '8(d)統籌 ii', 'fundable', { part: 'coordination' }),
  goodsHire: item(text('hire of goods of general use', '一般物資的租借費'), '8(d)統籌 ii', 'fundable', { part: 'coordination' }),

  gifts: barred('materialBenefit', 'gifts', '禮物'),
  prizes: barred('materialBenefit', 'prizes', '獎品'),
  giftsPrizes: barred('materialBenefit', 'gifts and prizes together', '禮物及獎品'),
  booksForStudents: barred('materialBenefit', 'textbooks or reference books', '教科書或參考書籍'),
  studentStationery: barred('materialBenefit', "students' stationery", '學生文具'),
  musicalInstruments: barred('materialBenefit', 'musical instruments', '樂器'),
  uniforms: barred('materialBenefit', 'uniforms', '制服'),
  props: barred('materialBenefit', 'props', '道具'),
  computers: barred('materialBenefit', 'computer hardware or software', '電腦軟硬件'),
  otherMaterialBenefit: barred('materialBenefit', 'another material benefit to students', '給學生的其他物質資助'),

  fullTimeStaff: barred('fullTimeOrUnqualifiedStaff', 'full-time staff', '全職工作人員'),
  unqualifiedTutor: barred('fullTimeOrUnqualifiedStaff', 'a tutor below the minimum qualification', '未達最低資歷要求的導師'),

  educationalPsychologist: barred('professionalService', 'an educational psychologist', '教育心理學家'),
  speechTherapist: barred('professionalService', 'a speech therapist', '語言治療師'),
  otherProfessionalService: barred('professionalService', 'another professional service', '其他專業服務'),

  competitionEntryFee: barred('entryExamOrInternetFee', 'entry to a competition', '比賽報名費'),
  examinationFee: barred('entryExamOrInternetFee', 'an examination fee', '考試費'),
  internetFee: barred('entryExamOrInternetFee', 'internet access', '上網費'),

  staffMeals: barred('staffMeals', 'meals of staff', '工作人員膳食'),
  tutorMeals: barred('staffMeals', 'meals of tutors', '導師膳食', 'App 4 note'),

  studentTravel: barred('individualTravel', "an individual student's travel to and from an activity", '個別學生往返活動的交通費'),

  rent: barred('runningCost', "rent of the NGO's premises", '機構租金'),
  airConditioning: barred('runningCost', 'air-conditioning that is not at a camp', '營地以外的冷氣費'),
  water: barred('runningCost', 'water', '水費'),
  electricity: barred('runningCost', 'electricity', '電費'),
  managementFee: barred('runningCost', 'management fee', '管理費'),
  cleaning: barred('runningCost', 'cleaning', '清潔費'),
  otherRunningCost: barred('runningCost', 'another running cost of the NGO', '機構的其他營運開支'),

  ...activitiesAtIssue,

  otherStaffAdmission: leftOpen('notListed', 'admission or camp fees of staff who are not tutors', '導師以外工作人員的入場費或營費', { at: 'App 3' }),
  other: leftOpen('notListed', 'anything that the guidelines do not name', '指引沒有列明的項目'),
} as const satisfies Readonly<Record<string, ExpenditureItem>>

/** The name of a kind of spending. */
export type ExpenditureCode = keyof typeof EXPENDITURE_ITEMS

/** The names of a table, typed as its keys. */
export function namesOf<Table extends Readonly<Record<string, unknown>>>(table: Table): readonly (keyof Table & string)[]
export function namesOf(table: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(table)
}
