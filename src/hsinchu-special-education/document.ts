import { defineDocument } from '../kernel/document.js'
import type { OptionsOf } from '../kernel/reading.js'
import { text, type Text } from '../kernel/text.js'
import type { Locator } from './ledger.js'

const parts: Readonly<Record<string, string>> = { 前段: 'first part', 後段: 'second part', 但書: 'proviso' }

/** Locators that are not of an article. */
const otherPlaces: Readonly<Record<string, string>> = {
  令首: 'order, header',
  令主旨: 'order, operative sentence',
  總說明一: 'general explanation, point 1',
  總說明二: 'general explanation, point 2',
  總說明三: 'general explanation, point 3',
  戳記: 'stamp',
  對照表名稱說明: 'comparison table, reasons on the title',
}

/** `第8條第1項第4款` is Art. 8(1)(4), `舊第9條後段` is former Art. 9, second part. */
function inEnglish(at: string): string {
  const reasons = /^對照表(.+)說明$/.exec(at)
  const [, former = '', article = '', paragraph, item, part] =
    /^(舊?)第(\d+)條(?:第(\d+)項)?(?:第(\d+)款)?(前段|後段|但書)?$/.exec(reasons?.[1] ?? at) ?? []
  if (article === '') return otherPlaces[at] ?? at
  const numbers = [paragraph, item].map((number) => (number === undefined ? '' : `(${number})`)).join('')
  const words = part === undefined ? '' : `, ${parts[part] ?? part}`
  return `${reasons === null ? '' : 'comparison table, reasons on '}${former === '' ? '' : 'former '}Art. ${article}${numbers}${words}`
}

const cite = (at: string): Text => text(inEnglish(at), at)

/** The Hsinchu City regulations on special education programmes of 2024, with the text that they replaced. */
export const regulations = defineDocument<Locator>({
  id: 'hsinchu-special-education',
  title: text(
    'Hsinchu City regulations on special education programmes in schools up to senior high level and preschools (2024)',
    '新竹市高級中等以下學校及幼兒園辦理特殊教育方案實施辦法',
  ),
  short: text('Hsinchu special education programme regulations (2024)', '新竹市高級中等以下學校及幼兒園辦理特殊教育方案實施辦法'),
  jurisdiction: 'TW',
  issued: '2024-09-10',
  covers: text('the 2024 text from its commencement on; before that, the former text', '自施行日起適用 113 年修正條文；之前適用修正前條文'),
  cite,
})

/** The unclear points of the regulations, each with the reading taken unless the caller takes another. */
export const readings = regulations.readings({
  'H-V1': {
    at: '第16條',
    asks: text('Which text answers when no date is given?', '未提供日期時，依哪一版條文回答？'),
    options: {
      amended2024: text('The 2024 text', '113 年修正條文'),
      former: text('The former text', '修正前條文'),
    },
    byDefault: 'amended2024',
  },
  'H-V2': {
    at: ['舊第4條', '舊第2條第1項'],
    asks: text('Were the children of municipal preschools among the students of the former text?', '修正前條文所稱學生，是否包括市立幼兒園之幼兒？'),
    options: {
      asStudents: text('Yes: the former text counted a municipal preschool as a school', '是：修正前條文將市立幼兒園列為學校'),
      studentsOnly: text('No: children were added in 2024', '否：113 年始增列幼兒'),
    },
    byDefault: 'asStudents',
  },
  'H-A1': {
    at: ['第16條', '令首'],
    asks: text(
      'On which day did the 2024 text take effect? The date of the order is taken as the day of promulgation.',
      '113 年條文於何日生效？（以發文日為發布日）',
    ),
    options: {
      thirdDay: text('On the third day, the day of promulgation being the first', '自發布日起算至第 3 日'),
      promulgationDay: text('On the day of promulgation itself', '發布當日'),
    },
    byDefault: 'thirdDay',
  },
  'H-A2': {
    at: '第2條第2款',
    asks: text('Is a national elementary or junior high school in the city a public one here?', '市內國立國民中小學是否屬此處之公立學校？'),
    options: {
      out: text("No: the Ministry's own regulations cover it", '否：適用教育部之辦法'),
      in: text('Yes: literally it is public', '是：文義上屬公立'),
    },
    byDefault: 'out',
  },
  'H-A2b': {
    at: '第2條第2款',
    asks: text('Is the junior high department of a private senior high school a private junior high school?', '私立高中附設國中部是否屬私立國民中學？'),
    options: {
      out: text('No, unless the caller gives it as a junior high school', '否，除非使用者以國民中學提供'),
      in: text('Yes', '是'),
    },
    byDefault: 'out',
  },
  'H-A2c': {
    at: '第2條第3款',
    asks: text('Is the preschool attached to a national school in the city covered?', '市內國立學校附設之幼兒園是否適用？'),
    options: {
      in: text('Yes: literally it is a preschool in the city', '是：文義上屬市內幼兒園'),
      out: text('No: it goes with its school', '否：隨其所屬學校'),
    },
    byDefault: 'in',
  },
  'H-A3': {
    at: '第3條',
    asks: text('Is a student of a resource class or itinerant programme placed in a special education class?', '資源班或巡迴輔導班之學生，是否屬安置於特殊教育班？'),
    options: {
      everyListedClass: text('Yes: Art. 13(2) of the Act lists them', '是：特殊教育法第13條第2項列有該等班別'),
      centralizedOnly: text('No: only a centralized class is meant', '否：僅指集中式班級'),
    },
    byDefault: 'everyListedClass',
  },
  'H-A4': {
    at: '第4條第2款',
    asks: text('May a programme for the gifted serve a preschool child?', '資優方案可否以幼兒為對象？'),
    options: {
      studentsOnly: text('No: the item names students only', '否：該款僅列學生'),
      childrenReadIn: text('Yes, read in through Art. 40 of the Act', '可：依特殊教育法第40條解釋'),
    },
    byDefault: 'studentsOnly',
  },
  'H-A5': {
    at: ['第5條第5款', '舊第5條第5款'],
    asks: text('What does the last item on programmes for disabilities take in?', '身心障礙類末款所稱其他，範圍為何？'),
    options: {
      awarenessOnly: text('Awareness activities only', '僅限宣導活動'),
      anyActivity: text('Any other activity', '任何其他活動'),
    },
    byDefault: 'awarenessOnly',
  },
  'H-A6': {
    at: '第6條第2項前段',
    asks: text('Does the rule on time cover every programme for the gifted, or multiple programmes only?', '實施時間之規定，是否及於所有資優方案？'),
    options: {
      everyGiftedProgramme: text('Every programme for the gifted', '所有資優方案'),
      multipleProgrammesOnly: text('Multiple programmes only', '僅限多元資優方案'),
    },
    byDefault: 'everyGiftedProgramme',
  },
  'H-A6b': {
    at: ['第6條第2項前段', '舊第6條第2項前段'],
    asks: text('Is a vacation a holiday here?', '寒暑假是否屬假日？'),
    options: {
      holiday: text('Yes: the former text explained camps as weekend, winter or summer camps', '是：修正前條文之營隊含寒暑假'),
      notHoliday: text('No', '否'),
    },
    byDefault: 'holiday',
  },
  'H-A6c': {
    at: ['第6條第2項但書', '舊第6條第2項但書'],
    asks: text('Does the proviso on ordinary learning reach beyond class time?', '但書是否及於上課以外之時間？'),
    options: {
      classTimeOnly: text('No: it limits the use of class time', '否：僅限制使用上課時間之情形'),
      everySlot: text('Yes: whenever the programme runs', '是：不論何時實施'),
    },
    byDefault: 'classTimeOnly',
  },
  'H-A6d': {
    at: ['第6條第2項後段', '舊第6條第2項後段'],
    asks: text('Is class time without a special curricular need barred?', '無特殊課程需求，是否不得於上課時間實施？'),
    options: {
      exceptionIsClosed: text('Yes: the need is the condition of the one exception', '是：有需求為唯一例外之要件'),
      principleOnly: text('Not barred: a departure from a principle, to be justified', '並非不得：屬偏離原則，須說明理由'),
    },
    byDefault: 'exceptionIsClosed',
  },
  'H-A7': {
    at: ['第7條第1項', '舊第2條第2項前段'],
    asks: text('Must an institution draft a programme at all?', '是否必須擬具方案？'),
    options: {
      option: text('No: the Act leaves it free; the duty is about how', '否：特殊教育法規定為得，此處之應僅及於方式'),
      duty: text('Yes', '是'),
    },
    byDefault: 'option',
  },
  'H-A8': {
    at: ['第7條第3項前段', '第11條第1項', '舊第2條第2項前段'],
    asks: text('Are the report for recordation and the application for review one submission?', '報備查與申請審查，是否為同一送件？'),
    options: {
      oneSubmission: text('Yes: execution and money wait for the review', '是：執行與補助均待審查通過'),
      twoSubmissions: text('No: the review concerns the money; a recorded programme may start', '否：審查僅關乎補助，備查後即可執行'),
    },
    byDefault: 'oneSubmission',
  },
  'H-A9': {
    at: '第7條第3項後段',
    asks: text('Must the student, the representative and the caregiver all be invited?', '學生本人、法定代理人及實際照顧者，是否均須邀請？'),
    options: {
      all: text('All of them; of preschool children, no child in person', '均須邀請；幼兒本人不在其列'),
      anyOne: text('Any of them: the reason in the comparison table writes or', '擇一即可：對照表之說明寫「或」'),
    },
    byDefault: 'all',
  },
  'H-A10': {
    at: ['第7條第5項', '舊第2條第2項後段'],
    asks: text('Whose approval does a joint programme need?', '合辦之方案，由誰辦理審議核定？'),
    options: {
      eachInstitution: text('Each institution goes its own way', '各校（園）各自辦理'),
      leadOnly: text('The lead institution does it for all', '由主辦之校（園）辦理'),
    },
    byDefault: 'eachInstitution',
  },
  'H-A10b': {
    at: ['第9條前段', '舊第9條前段'],
    asks: text('How many ceilings has a joint programme?', '合辦之方案有幾個補助上限？'),
    options: {
      onePerProgramme: text('One: the text says per programme', '一個：條文以每方案計'),
      onePerInstitution: text('One for each institution', '每一校（園）各一個'),
    },
    byDefault: 'onePerProgramme',
  },
  'H-A11': {
    at: '第8條第1項第4款',
    asks: text('Which programmes must set out rehabilitation training? The four contents are a minimum.', '哪些方案須載明復健訓練？（四項內容為最低要求）'),
    options: {
      disabilityProgrammes: text('Those for disabilities', '身心障礙類'),
      everyProgramme: text('Every programme', '所有方案'),
      whereNeeded: text('None by itself: it depends on the assessed needs', '視評估之需求而定，不逐案要求'),
    },
    byDefault: 'disabilityProgrammes',
  },
  'H-A12': {
    at: '第8條第2項',
    asks: text('Must a first or lapsed programme attach anything about last year?', '首次申請或曾中斷之方案，是否仍須附前一學年度資料？'),
    options: {
      ifOneRan: text('Only if a programme ran in the school year before', '前一學年度有辦理者始須檢附'),
      always: text('Always', '一律須檢附'),
    },
    byDefault: 'ifOneRan',
  },
  'H-A12b': {
    at: '第8條第2項',
    asks: text("Are interim results enough? The filing day can precede the end of last year's programme.", '期中成效是否已足？（申請日可能早於前案結束）'),
    options: {
      interimAccepted: text('Yes', '是'),
      finalOnly: text('No, final results only', '否，須為期末成效'),
    },
    byDefault: 'interimAccepted',
  },
  'H-A13': {
    at: ['第8條第4項', '舊第8條第2項'],
    asks: text('Whose fee is it, and at which rate?', '指何人之費用？適用何種費率？'),
    options: { asGiven: text('The rate that the caller gives; the text holds none', '以使用者提供之費率為準；條文未定費率') },
    byDefault: 'asGiven',
  },
  'H-A14': {
    at: ['第9條前段', '舊第9條前段'],
    asks: text('Is the ceiling one for each application, or for a programme over a school year?', '上限以每次申請計，或以同一方案之學年度計？'),
    options: {
      perApplication: text('For each application', '以每次申請計'),
      perSchoolYear: text('For a programme over the school year', '以同一方案整學年度計'),
    },
    byDefault: 'perApplication',
  },
  'H-A14b': {
    at: ['第9條前段', '第11條第1項', '舊第9條前段'],
    asks: text('What is granted while the City has not said?', '本府尚未核定金額時，補助額為何？'),
    options: {
      notKnown: text('Not known: the amount is for the City', '未知：金額由本府核定'),
      inPrincipleMaximum: text('Taken to be the most that is granted in principle', '以原則上之最高額計'),
    },
    byDefault: 'notKnown',
  },
  'H-A14c': {
    at: ['第9條前段', '舊第9條前段'],
    asks: text(
      'How is the rest shared between institution and students, and may compulsory schooling be charged for?',
      '不足部分如何分擔？義務教育階段可否收費？',
    ),
    options: { leftToParties: text('One figure is given; the split is left to those concerned', '僅列總額，分擔方式由當事人決定') },
    byDefault: 'leftToParties',
  },
  'H-A15': {
    at: ['第9條後段', '舊第9條後段'],
    asks: text('What is repaid in full?', '全數繳回之範圍為何？'),
    options: {
      wholeSubsidy: text('The whole subsidy', '補助款全額'),
      misusedPartOnly: text('All of the part that was misused', '不當使用部分之全額'),
    },
    byDefault: 'wholeSubsidy',
  },
  // That any day of the last month would do is not offered: the Ministry's own regulations on the same matter say one month before.
  'H-A16': {
    at: '第10條第1項',
    asks: text('How is one month before the opening counted?', '開學前一個月如何計算？'),
    options: {
      clearMonth: text('A whole month lies between filing and opening', '申請日與開學日之間須隔滿一個月'),
      correspondingDay: text('At the latest on the corresponding day of the month before', '至遲為前一個月之相當日'),
    },
    byDefault: 'clearMonth',
  },
  'H-A16b': {
    at: '第10條第1項',
    asks: text('Does the last day before the opening move when it is a rest day?', '開學前之末日遇休息日，是否順延？'),
    options: {
      noExtension: text('No: it would shorten the month', '否：順延將縮短該一個月'),
      nextWorkingDay: text('To the next working day', '順延至次一工作日'),
    },
    byDefault: 'noExtension',
  },
  'H-A16c': {
    at: '第10條第1項',
    asks: text('Which day is the opening?', '開學係指何日？'),
    options: {
      officialOpening: text('The official opening day', '正式開學日'),
      firstClassDay: text('The first day of classes', '正式上課首日'),
    },
    byDefault: 'officialOpening',
  },
  'H-A17': {
    at: '第10條第2項',
    asks: text('Which day is the enrolment of a student who transfers?', '轉學生之入學係指何日？'),
    options: {
      earliest: text('The earlier of registration and first attendance', '報到與首次到校二者較早之日'),
      registration: text('Registration', '報到日'),
      firstAttendance: text('First attendance', '首次到校日'),
    },
    byDefault: 'earliest',
  },
  'H-A17b': {
    at: '第10條第2項',
    asks: text('Does the rule hold for a child who changes preschool?', '轉園之幼兒是否適用？'),
    options: {
      byAnalogy: text('Yes, by analogy', '是，類推適用'),
      studentsOnly: text('No: the text says students', '否：條文僅稱學生'),
    },
    byDefault: 'byAnalogy',
  },
  'H-A17c': {
    at: '第10條第2項',
    asks: text('By when does one apply for a student identified in the middle of a school year?', '學年中始經鑑定之學生，應於何時申請？'),
    options: {
      gap: text('The text has no date', '條文未定期限'),
      asTransfer: text('Within one month, as for a transfer', '比照轉學生，一個月內'),
    },
    byDefault: 'gap',
  },
  'H-A17d': {
    at: '第10條第2項',
    asks: text('On which day does a month end that begins on the 1st?', '自 1 日起算之一個月，末日為何日？'),
    options: {
      statutory: text('On the last day of that month, as the Civil Code counts', '依民法計算，為該月末日'),
      sameNumberDay: text('On the same day number in the next month', '次月之同一日數'),
    },
    byDefault: 'statutory',
  },
  'H-A18': {
    at: ['第10條第1項', '第10條第2項', '舊第3條前段'],
    asks: text('When is an application sent by registered mail filed?', '以掛號郵寄者，何日為申請日？'),
    options: {
      postmark: text('On the day of the postmark', '郵戳日'),
      receipt: text('On the day on which the City receives it', '送達日'),
    },
    byDefault: 'postmark',
  },
  'H-A18b': {
    at: '第10條第2項',
    asks: text('Does a last day that moves past a Saturday end at noon?', '末日因星期六而順延者，是否僅至次一工作日上午？'),
    options: {
      wholeDay: text('No: the whole next working day counts', '否：次一工作日全日'),
      morningOnly: text('Yes: the morning only', '是：僅上午'),
    },
    byDefault: 'wholeDay',
  },
  'H-A19': {
    at: '第11條第1項',
    asks: text('By when does the City decide?', '本府應於何時作成審查結果？'),
    options: {
      none: text('The text sets no period', '條文未定期間'),
      twoMonths: text('Within two months, the general period of administrative procedure', '二個月內，依行政程序之一般期間'),
    },
    byDefault: 'none',
  },
  'H-A19b': {
    at: '第11條第2項',
    asks: text('How is a student served while the review is pending?', '審查期間如何提供服務？'),
    options: {
      byAnalogy: text('Under the IEP or the IGP, by analogy', '類推適用，依 IEP 或 IGP'),
      notCovered: text('The text does not say', '條文未規定'),
    },
    byDefault: 'byAnalogy',
  },
  'H-A19c': {
    at: ['第11條第1項', '第11條第2項'],
    asks: text('What follows when only a part is approved?', '僅部分通過時如何處理？'),
    options: {
      byPart: text('The approved part is carried out; the IEP or the IGP serves the rest', '通過部分執行，其餘依 IEP 或 IGP'),
      asNotApproved: text('As if nothing were approved', '視同未通過'),
    },
    byDefault: 'byPart',
  },
  'H-A19d': {
    at: '第11條第2項',
    asks: text(
      'Is a twice-exceptional student served under both plans meanwhile? The text joins them with or.',
      '再送審通過前，雙重特殊需求學生是否須兼依二計畫？（條文以「或」連接）',
    ),
    options: {
      bothPlans: text('Under both: the IEP for the disability and the IGP for the giftedness', '兼依二者：障礙依 IEP，資優依 IGP'),
      eitherPlan: text('Under either', '依其一即可'),
    },
    byDefault: 'bothPlans',
  },
  'H-A20': {
    at: '第12條第2項',
    asks: text('Is support for those who carry it out a duty? The sentence has no verb of duty.', '對執行人員之支持是否為義務？（條文無「應」字）'),
    options: {
      dutyForStatedNeeds: text('Yes, for the needs that were stated', '是，以提出之需要為限'),
      description: text('No: a description', '否：屬說明'),
    },
    byDefault: 'dutyForStatedNeeds',
  },
  'H-A21': {
    at: ['第13條第2項', '第13條第1項後段'],
    asks: text(
      'Must a preschool of its own settle accounts too? Neither the rules on settlement nor a date are named.',
      '獨立幼兒園是否亦須結報？（結報要點及期限均未指明）',
    ),
    options: {
      byCaution: text('It is advised to: the paragraph on it does not repeat the duty', '宜辦理：該項未重申此義務'),
      everyInstitution: text('Yes', '是'),
      schoolsOnly: text('No', '否'),
    },
    byDefault: 'byCaution',
  },
  'H-A22': {
    at: '第14條第1項後段',
    asks: text('How long is the period for correction?', '限期改善之期間多長？'),
    options: { asOrdered: text('As the City orders; none is invented', '以本府所定為準，不作推算') },
    byDefault: 'asOrdered',
  },
  'H-A23': {
    at: '第15條',
    asks: text('Which educare service centres follow the provisions on preschools?', '哪些教保服務中心準用幼兒園之規定？'),
    options: {
      workplaceOnly: text('Workplace cooperative centres only', '僅職場互助中心'),
      everyCentre: text('Community and tribal centres too', '社區及部落互助中心亦準用'),
    },
    byDefault: 'workplaceOnly',
  },
  'H-A23b': {
    at: '第15條',
    asks: text('As what does a workplace centre follow them, and who approves?', '職場互助中心比照何者？由誰核定？'),
    options: { asIndependentPreschool: text('As a preschool of its own; the head of the centre approves', '比照獨立幼兒園，由中心主管核定') },
    byDefault: 'asIndependentPreschool',
  },
  'H-A24': {
    at: ['第16條', '第10條第1項', '第10條第2項'],
    asks: text('Do the dates of Art. 10 reach back before commencement? There is no transitional clause.', '第10條之期限是否溯及施行前？（無過渡規定）'),
    options: {
      fromCommencement: text(
        'No: a day that had passed binds nobody, and a month that still ran at commencement runs from it',
        '否：已過之日不生效力；施行時尚未屆滿之期間，自施行日起算',
      ),
      fromEvent: text('Yes: they run from the opening and the enrolment as always', '是：仍自開學或入學起算'),
    },
    byDefault: 'fromCommencement',
  },
  'H-A25': {
    at: '第1條',
    asks: text(
      'Under what authority are programmes for the gifted subsidized, now that only Art. 13(4) is cited?',
      '僅引第13條第4項後，資優方案補助之授權為何？',
    ),
    options: { asCited: text('The authority that the text cites; noted only', '以條文所引為準，僅予註記') },
    byDefault: 'asCited',
  },
})

/** Takes another reading of an unclear point: `{ readings: { 'H-A1': 'promulgationDay' } }`. */
export type Options = OptionsOf<typeof readings>

/** The readings that one answer leans on. */
export type Reader = ReturnType<typeof readings.reader>

/** The order that promulgated the 2024 text. @source order header */
export const ORDER = { date: '2024-09-10', number: '府行法字第1130148572號' } as const

/** The title under either text. @source order, operative sentence */
export const TITLES = {
  former: '新竹市高級中等以下各教育階段學校辦理特殊教育方案實施辦法',
  amended2024: '新竹市高級中等以下學校及幼兒園辦理特殊教育方案實施辦法',
} as const

/** The resources that a programme brings together; the list is open. @source Art. 7(1), former Art. 2(2) */
export const RESOURCES = ['ownStaff', 'academicBodies', 'community', 'healthAndMedicalCare', 'socialWelfare', 'volunteers'] as const
