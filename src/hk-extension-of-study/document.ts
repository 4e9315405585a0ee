import { citeHongKong } from '../kernel/citation.js'
import { defineDocument } from '../kernel/document.js'
import type { OptionsOf } from '../kernel/reading.js'
import { share } from '../kernel/comparator.js'
import { ratio } from '../kernel/ratio.js'
import { text } from '../kernel/text.js'
import type { Locator } from './ledger.js'

/** Education Bureau Circular No. 2/2022, with its Appendix of guidelines (revised January 2022). */
export const circular = defineDocument<Locator>({
  id: 'hk-extension-of-study',
  title: text(
    'EDB Circular No. 2/2022: extension of years of study for students of aided special schools',
    '教育局通告第2/2022號：資助特殊學校學生延長學習年期',
  ),
  short: text('EDB Circular 2/2022', '教育局通告第2/2022號'),
  jurisdiction: 'HK',
  issued: '2022-01-26',
  covers: text('standing, from the 2022 circular on; the measure itself from 2010/11', '由 2022 年通告起持續有效；措施本身始於 2010/11 學年'),
  cite: citeHongKong,
})

/** The unclear points of the circular, each with the reading taken unless the caller takes another. */
export const readings = circular.readings({
  'A-E1': {
    at: '1',
    asks: text('Does this circular speak of school years before it replaced Circular 3/2010?', '本通告取代通告第3/2010號之前的學年，應否按本通告判斷？'),
    options: {
      startYears: text('Yes, from the start years of paragraph 4', '應，以第 4 段所載的起始學年為準'),
      sinceReplacement: text('No, only from 2021/22, the school year in which it was issued', '否，只適用於本通告發出的 2021/22 學年起'),
    },
    byDefault: 'startYears',
  },
  'A-E2': {
    at: '2',
    asks: text('How many years for a student to whom neither limb of paragraph 2 applies?', '第 2 段兩種情況都不適用的學生，學制為多少年？'),
    options: {
      notStated: text('The text does not say; none is given', '文件沒有訂明，不提供年數'),
      twelve: text('12 years, as for students with intellectual disability', '12 年，與智障學生相同'),
      thirteen: text('13 years, as for students on the ordinary curriculum of such a school', '13 年，與該類學校修讀普通課程的學生相同'),
    },
    byDefault: 'notStated',
  },
  'A-E3': {
    at: '5',
    asks: text('How is a share of approved places rounded to whole places?', '核准學額按百分比計算後，如何取整數？'),
    options: {
      nearest: text('To the nearest whole place, each section of an ID school by itself', '四捨五入；智障兒童學校各學部分開取整數'),
      floor: text('Down, each section by itself: the cautious figure, since it is a maximum', '捨去小數，各學部分開計算；因屬上限，此為審慎的數字'),
      ceiling: text('Up, each section by itself', '進位，各學部分開計算'),
      nearestOfTotal: text('To the nearest whole place, once, on the total', '合計後四捨五入一次'),
      floorOfTotal: text('Down, once, on the total', '合計後捨去小數一次'),
      ceilingOfTotal: text('Up, once, on the total', '合計後進位一次'),
    },
    byDefault: 'nearest',
  },
  'A-E4': {
    at: ['5', 'fn 1'],
    asks: text('How many places has a class?', '每班有多少個學額？'),
    options: { asGiven: text('As the caller states; the circular does not say', '以使用者提供的數字為準；通告沒有訂明') },
    byDefault: 'asGiven',
  },
  'A-E5': {
    at: '6 s1 limb 2',
    asks: text('Which percentage applies when neither section has more approved classes?', '兩個學部的核准班數相同時，採用哪個百分比？'),
    options: {
      undecided: text('None can be chosen; both candidates are shown', '無從選定，並列兩個可能的數目'),
      higherPercent: text('The higher percentage', '較高的百分比'),
      lowerPercent: text('The lower percentage', '較低的百分比'),
    },
    byDefault: 'undecided',
  },
  'A-E6': {
    at: ['5', '6 s1 limb 1'],
    asks: text('What is the base for a school that is not of standard size?', '非標準規模的學校，以甚麼為計算基礎？'),
    options: {
      asApproved: text('The table figure for one section; the approved places for two', '單一學部用附表數字；兩個學部用核准學額'),
      rescaled: text('One section: the percentage of its own approved places; two: each taken as 6 classes', '單一學部按其核准學額計算；兩個學部各作 6 班計算'),
    },
    byDefault: 'asApproved',
  },
  'A-E7': {
    at: '5 table r5',
    asks: text('Does the floor of 20 protect a school for children with physical disability that takes only one group?', '只收一類學生的肢體傷殘兒童學校，是否也不低於 20 個？'),
    options: {
      everySchool: text('Yes: the table row is general', '是：附表該行並無限制'),
      bothGroups: text('No: only the schools of paragraph 7, which take both groups', '否：只限第 7 段兼收兩類學生的學校'),
    },
    byDefault: 'everySchool',
  },
  'A-E8': {
    at: '8(ii)',
    asks: text('Must a student whose learning was disrupted never have been absent?', '學習受干擾的學生是否必須從未缺席？'),
    options: {
      absenceTolerated: text('No: an attending student, absences short of 8(i) tolerated', '否：一般有上課即可，容許未達 8(i) 的缺席'),
      noAbsence: text('Yes: not a single day of absence', '是：沒有任何一天缺席'),
    },
    byDefault: 'absenceTolerated',
  },
  'A-E9': {
    at: '8(i)',
    asks: text('Of which school days is one third taken when the decision falls before the year ends?', '學年未完結便須決定時，以哪些上課日計算三分之一？'),
    options: {
      wholeYear: text('Of the whole year, as in the school calendar; the school projects the absence', '以校曆的全年上課日計算；缺課由學校推算'),
      schoolDaysSoFar: text('Of the school days so far', '以截至當時的上課日計算'),
    },
    byDefault: 'wholeYear',
  },
  'A-E10': {
    at: '8(iii)',
    asks: text('Must both the learning background and the language environment cause the difficulty?', '適應困難是否須同時因學習背景及語言環境而起？'),
    options: { declaredTogether: text('The school declares the difficulty as a whole', '由學校就適應困難作整體判斷') },
    byDefault: 'declaredTogether',
  },
  'A-E11': {
    at: '9 s4',
    asks: text('May the remaining places go to a student who is not leaving this year?', '剩餘學額可否給予並非應屆離校的學生？'),
    options: {
      inPrinciple: text('In principle not; a departure must be justified', '原則上不可；例外須有理據'),
      barred: text('No', '不可'),
    },
    byDefault: 'inPrinciple',
  },
  'A-E12': {
    at: '9 s3',
    asks: text('Who comes first when students with a valid reason outnumber the places?', '具合理原因的學生多於學額時，誰先獲編配？'),
    options: { notRanked: text('The text does not say; nobody is ranked here', '文件沒有訂明，本程式庫不作排序') },
    byDefault: 'notRanked',
  },
  'A-E13': {
    at: ['10 s3', '10 s4'],
    asks: text('How many extensions are too many?', '延長多少次才算過多？'),
    options: { noNumber: text('No number is stated; each repeat goes to the IMC', '沒有訂明次數；每次再延長均交法團校董會') },
    byDefault: 'noNumber',
  },
  'A-E14': {
    at: ['fn 2', '10 s4'],
    asks: text('When is a student more than one key stage behind peers?', '學制身分怎樣才算落後超過一個學習階段？'),
    options: {
      overThreeLevels: text('More than three levels behind: every key stage has three', '落後多於三級：每個學習階段為三級'),
      stageBetween: text(
        'A whole key stage lies between the two; where the text maps no key stage, more than three levels',
        '兩者之間相隔整個學習階段；文件沒有對應學習階段的年級，則落後多於三級',
      ),
    },
    byDefault: 'overThreeLevels',
  },
  'A-E15': {
    at: 'App 乙(i) s2 meeting',
    asks: text('How early may the meeting be held?', '學生進程會議最早可於何時舉行？'),
    options: {
      withinSchoolYear: text('Within the school year, from 1 September', '該學年之內，由 9 月 1 日起'),
      anyEarlierDate: text('On any earlier date', '之前任何日子'),
    },
    byDefault: 'withinSchoolYear',
  },
  'A-E16': {
    at: 'App 乙(iii) s2',
    asks: text('Of whom is a majority needed?', '以誰的多數作決定？'),
    options: {
      votesCast: text('Of the votes cast; abstentions do not count', '以已投的票計算，棄權不計'),
      allPresent: text('Of all who attend; an abstention counts against', '以所有出席者計算，棄權視作不贊成'),
    },
    byDefault: 'votesCast',
  },
  'A-E17': {
    at: 'App 乙(iv)3',
    asks: text('How are two weeks from the receipt of an appeal counted?', '接獲上訴後兩星期如何計算？'),
    options: {
      receiptDayExcluded: text('14 days after the day of receipt', '收到當日不計，其後 14 日'),
      receiptDayCounted: text('14 days with the day of receipt as the first', '收到當日為第 1 日，共 14 日'),
      rollForward: text('14 days after, moved past days that are not working days', '其後 14 日；最後一日並非工作日則順延'),
    },
    byDefault: 'receiptDayExcluded',
  },
  'A-E18': {
    at: 'App 乙(iv)2',
    asks: text('How many school managers sit with the supervisor?', '上訴小組除校監外有多少位校董？'),
    options: {
      exactlyTwo: text('Exactly two', '恰好兩位'),
      atLeastTwo: text('Two or more', '兩位或以上'),
    },
    byDefault: 'exactlyTwo',
  },
  'A-E19': {
    at: 'App 丙 closing s1',
    asks: text('What becomes of a change submitted after 1 August?', '8 月 1 日後才遞交的改動如何處理？'),
    options: {
      normallyNotAccepted: text('Normally not accepted; EDB may decide otherwise', '一般不予接納，教育局或另作決定'),
      refused: text('Refused', '不接納'),
    },
    byDefault: 'normallyNotAccepted',
  },
  'A-E20': {
    at: 'App 丙2',
    asks: text('How long must the absence of case 2 be?', '情況二的缺課須多長？'),
    options: {
      sameThreshold: text('More than one third of the school days, over the school year as in 8(i)', '與 8(i) 相同：該學年超逾三分之一上課日'),
      anyLongAbsence: text('Any absence that the school calls long', '學校認為屬長期的缺課即可'),
    },
    byDefault: 'sameThreshold',
  },
  'A-E21': {
    at: 'fn 4 s1',
    asks: text('Which level status does a student get on admission?', '學生入學時的學制身份為何？'),
    options: { professionalJudgement: text('The school judges; nothing is computed', '由學校作專業判斷，不作計算') },
    byDefault: 'professionalJudgement',
  },
  'A-E22': {
    at: ['12(a)', 'App 乙(i) s2 report'],
    asks: text('By which date must the list and the SEMIS return reach EDB?', '名單及 SEMIS 資料須於何日前交教育局？'),
    options: { asGiven: text('The date that EDB sets each year, as the caller states', '教育局每年訂定的日期，由使用者提供') },
    byDefault: 'asGiven',
  },
  'A-E23': {
    at: '10 s1',
    asks: text('Does a student who stays on in a further extended year use a place again?', '再度留校的學生是否再佔用學額？'),
    options: {
      everyExtendedStudent: text('Yes: all students in an extended year count in that school year', '是：該學年所有延長學習年期的學生都計算在內'),
      newApprovalsOnly: text('No: only new approvals count', '否：只計新批核的學生'),
    },
    byDefault: 'everyExtendedStudent',
  },
})

/** What a day can be refused with that is too early for a list or a report of the school year. */
export const beforeTheSchoolYear = text('lies before the first day of the school year', '早於該學年的第一日')

/** Takes another reading of an unclear point: `{ readings: { 'A-E3': 'floor' } }`. */
export type Options = OptionsOf<typeof readings>

/** Absence is prolonged when it exceeds this share of the school days of the year. @source EDB Circular 2/2022 para 8(i), App 乙(v)1 */
export const PROLONGED_ABSENCE = share(ratio(1, 3), 'the school days of the whole year', '全年上課日')

/** The circular that this one replaces. @source EDB Circular 2/2022 para 1 */
export const REPLACES = { circular: '3/2010', issued: '2010-03-05' } as const

/** The appended guidelines; they may be revised without a new circular. @source EDB Circular 2/2022 para 11 s5–s6, App */
export const GUIDELINES = {
  revised: '2022-01',
  url: 'https://sense.edb.gov.hk/tc/special-education/duration-of-study-in-special-schools-and-extension-of-years-of-study.html',
} as const

/** The system through which schools report. @source EDB Circular 2/2022 fn 3 */
export const SEMIS = text('Special Education Management Information System', '特殊教育資訊管理系統')

/** Which section answers which question. @source EDB Circular 2/2022 para 14 */
export const ENQUIRIES = { extension: 'SES1', levelStatus: 'SES2', prospectiveLeavers: 'SES2' } as const

/** What a school may weigh when it uses remaining places: open, unweighted, never a score. @source EDB Circular 2/2022 App 乙(vi)1–10 */
export const SURPLUS_FACTORS = [
  'learningAbilityAndProgress',
  'professionalReports',
  'exitPlan',
  'family',
  'age',
  'behaviourAndEmotion',
  'motivation',
  'situationBeforeAdmission',
  'health',
  'other',
] as const

/** The readings that one answer leans on. */
export type Reader = ReturnType<typeof readings.reader>
