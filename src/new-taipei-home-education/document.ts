import { defineDocument } from '../kernel/document.js'
import type { OptionsOf } from '../kernel/reading.js'
import { text } from '../kernel/text.js'
import { citePlan } from './cite.js'
import type { Locator } from './ledger.js'

/** The plan of New Taipei City for itinerant guidance of students in home education, as amended on 31 January 2019. */
export const plan = defineDocument<Locator>({
  id: 'new-taipei-home-education',
  title: text(
    'New Taipei City plan for itinerant guidance of elementary and junior-high students with disabilities in home education',
    '新北市國小及國中教育階段 在家教育身心障礙學生 巡迴輔導實施計畫',
  ),
  short: text('New Taipei home-education plan (2019)', '新北市在家教育巡迴輔導實施計畫（108年修訂）'),
  jurisdiction: 'TW',
  issued: '2019-01-31',
  covers: text('from 31 January 2019; the text of 30 October 2015 is not held', '自民國 108 年 1 月 31 日起；104 年 10 月 30 日的文本未備'),
  cite: citePlan,
})

/** The unclear points of the plan, each with the reading taken unless the caller takes another. */
export const readings = plan.readings({
  'N-A1': {
    at: ['108年1月31日函', '壹拾參'],
    asks: text('From which day does a version apply, as the day of approval is not stated?', '奉核日期未載明，各版本自何日起適用？'),
    options: { letterDates: text('From the date of the letter that fixed or amended it', '以訂定或修訂函的日期為準') },
    byDefault: 'letterDates',
  },
  'N-A2': {
    at: ['參', '柒、二、（二）'],
    asks: text('In chapters III and VII.2(2), is it the household or the student that is registered in the city?', '參及柒、二、（二）所稱「設籍」指戶籍或學籍？'),
    options: {
      householdRegister: text('The household', '戶籍'),
      schoolRegister: text("The student, at a school of the city, as in 'school of registration'", '學籍，與「設籍學校」同義'),
    },
    byDefault: 'householdRegister',
  },
  'N-A3': {
    at: ['柒、一、（一）1前段', '柒、一、（一）2中段'],
    asks: text('"Before opening or within two weeks after the placement meeting": which of the two?', '「開學前或安置會議結束後二週內」以何者為準？'),
    options: {
      byCase: text('Before opening when placed before it, otherwise two weeks after the meeting', '開學前安置者於開學前，其後安置者於會議後二週內'),
      earlier: text('The earlier of the two', '以較早者為準'),
      eitherSuffices: text('Either suffices', '符合其一即可'),
    },
    byDefault: 'byCase',
  },
  'N-A4': {
    at: ['柒、一、（二）前段', '柒、一、（二）後段'],
    asks: text('Does the week also run for contacting the parents?', '一週期限是否也適用於聯繫家長？'),
    options: {
      both: text('Yes: school and parents', '是：學校與家長均適用'),
      schoolOnly: text('No: only for the school', '否：僅適用於聯繫學校'),
    },
    byDefault: 'both',
  },
  'N-A5': {
    at: '柒、一、（四）前段',
    asks: text('Do central rules that want the IEP of existing students before opening come first?', '中央規定在校生的計畫應於開學前訂定，是否優先？'),
    options: {
      planDate: text(
        "The plan's two weeks after opening; existing students need the IEP before opening all the same",
        '依本計畫開學後二週內；但在校生仍須留意開學前訂定的中央規定',
      ),
      centralRules: text(
        "Existing students before opening; new and transfer students by the plan's stricter two weeks",
        '在校生於開學前；新生及轉學生依本計畫較嚴的二週',
      ),
    },
    byDefault: 'planDate',
  },
  'N-A6': {
    at: '柒、四、（一）前段',
    asks: text('What does "at least one to two visits a week" ask for?', '「每週至少一至二次」要求多少次？'),
    options: {
      floorOne: text('At least one visit of full length; more than two are welcome', '至少一次足時的到家輔導，超過二次亦可'),
      floorOneAnyLength: text('At least one visit of any length; a short one is noted by itself', '至少一次，不論長短；時間不足另行指出'),
      floorTwo: text('At least two visits of full length', '至少二次足時的到家輔導'),
      range: text('One or two visits of full length, and no more', '足時的到家輔導一至二次，不多於二次'),
    },
    byDefault: 'floorOne',
  },
  'N-A7': {
    at: ['柒、二、（二）', '陸', '柒、四、（一）中段'],
    asks: text('Is a student placed long-term in a care institution in the city served directly or indirectly?', '長期安置於本市教養院的學生屬直接或間接服務？'),
    options: {
      both: text('Both: weekly visits and monthly calls', '兩者兼有：每週到訪並每月電話訪談'),
      directOnly: text('Directly: weekly visits', '直接服務：每週到訪'),
      indirectOnly: text('Indirectly: monthly calls', '間接服務：每月電話訪談'),
    },
    byDefault: 'both',
  },
  'N-A8': {
    at: ['柒、四、（一）中段', '柒、二、（二）'],
    asks: text('Whom does the school phone each month, and also in vacations?', '每月電話訪談的對象為何？寒暑假是否包括在內？'),
    options: {
      anyOne: text('Institution, parents or student, in every calendar month', '機構、家長或學生其中之一，每個曆月均須辦理'),
      institutionAndParents: text('Both the institution and the parents, in every calendar month', '機構與家長均須聯繫，每個曆月均須辦理'),
      teachingMonths: text('Any one of them, in months with teaching only', '其中之一，僅限有上課的月份'),
    },
    byDefault: 'anyOne',
  },
  'N-A9': {
    at: '柒、四、（一）後段',
    asks: text('Whose visit counts as the yearly visit on site?', '每學年實地訪視由誰進行方可計算？'),
    options: {
      schoolOrTeacher: text("The school's or the itinerant teacher's", '學校或巡迴輔導教師均可'),
      schoolOnly: text("Only the school's", '僅計學校的訪視'),
    },
    byDefault: 'schoolOrTeacher',
  },
  'N-A10': {
    at: '柒、四、（二）後段',
    asks: text('Does "in principle" also soften the demand for school hours?', '「為原則」是否也及於正常作息時間的要求？'),
    options: {
      hoursBinding: text('No: only the range of periods is a principle', '否：僅節數為原則'),
      hoursInPrinciple: text('Yes: both are', '是：兩者均為原則'),
    },
    byDefault: 'hoursBinding',
  },
  'N-A11': {
    at: ['壹拾貳、三前段', '壹拾貳、三後段'],
    asks: text(
      'Does the monthly home visit concern students placed away, and is the review meeting monthly too?',
      '每月訪視是否適用於安置在外的學生？檢討會議是否也須每月召開？',
    ),
    options: {
      atHomeOnly: text('Visits for students at home; meetings as needed', '僅訪視在家的學生；會議視需要召開'),
      everyStudent: text('Visits for every student; meetings as needed', '訪視所有學生；會議視需要召開'),
      monthlyMeetings: text('Visits for students at home; meetings every month', '僅訪視在家的學生；會議每月召開'),
      everyStudentMonthlyMeetings: text('Visits for every student; meetings every month', '訪視所有學生；會議每月召開'),
    },
    byDefault: 'atHomeOnly',
  },
  'N-A12': {
    at: '伍、一、來源（二）',
    asks: text('Are the three principles of selection alternatives or a ranking?', '三項選派原則是並列或有先後次序？'),
    options: {
      anyOne: text('Alternatives: any one suffices', '並列：符合其一即可'),
      ranked: text('A ranking: a later one serves only when nobody meets an earlier one', '先後次序：前順位無人時方可採後順位'),
    },
    byDefault: 'anyOne',
  },
  'N-A13': {
    at: '肆、四',
    asks: text('What stood in items (4) and (5)?', '（四）（五）兩款的內容為何？'),
    options: { unknown: text('The text does not say; a code for them is reported, not guessed', '文件未載；如列其代碼，只指出而不推測') },
    byDefault: 'unknown',
  },
  'N-A14': {
    at: '捌、二、（一）2',
    asks: text('What if ordinary assessment is impossible for a reason other than severity?', '並非因障礙嚴重而不能採用一般評量方式時如何處理？'),
    options: {
      gap: text('The text does not say; the IEP meeting decides', '文件未規定，由個別化教育計畫會議決定'),
      substitute: text('Substitute methods all the same', '同樣採替代評量方式'),
    },
    byDefault: 'gap',
  },
  'N-A15': {
    at: ['捌、四、（一）2', '捌、四、（一）3前段', '捌、四、（一）3後段'],
    asks: text(
      'Do the steps have an order, does the Department have to agree, and does the placement procedure need all of them?',
      '步驟有無先後？是否須待教育局同意？循鑑定安置程序者是否須完成所有步驟？',
    ),
    options: {
      listedOrder: text('The listed order, all steps on both routes; wait for the Department', '依所列次序，兩種情形均須完成所有步驟；並待教育局同意'),
      anyOrder: text('Any order', '不論先後'),
      recordation: text('Recordation only informs: the school need not wait', '備查僅屬知會，學校無須等待'),
      consentOnly: text('For the placement procedure only the consent is needed', '循鑑定安置程序者僅須家長同意'),
    },
    byDefault: 'listedOrder',
  },
  'N-A16': {
    at: '捌、四、（三）前段',
    asks: text('How soon is at once?', '「立即」是多久？'),
    options: { noDayCount: text('No days are stated; the same day is advisable', '未定日數，宜於當日通報') },
    byDefault: 'noDayCount',
  },
  'N-A17': {
    at: '壹拾、三、（一）1',
    asks: text("Which of a day's journeys belong to the working time?", '哪些路程計入工作時間？'),
    options: {
      secondStudent: text('Only to the second student, as written; later ones are shown apart', '依文字僅計前往第二名學生者，其後路程另列'),
      laterStudents: text('To the second and to every later student', '前往第二名及其後學生的路程'),
      everyJourney: text('Also to the first student and home', '連同前往第一名學生及返家的路程'),
    },
    byDefault: 'secondStudent',
  },
  'N-A18': {
    at: '壹拾、二、（二）',
    asks: text('Whose official leave is limited to half a day each time?', '每次以半天為限的公假適用於哪些教師？'),
    options: {
      everyTeacher: text("Every school teacher who guides, on each occasion", '所有輔導在家教育學生的學校教師，按次計算'),
      assistingTeachers: text('Only teachers who assist an itinerant teacher', '僅協助巡迴輔導教師的教師'),
    },
    byDefault: 'everyTeacher',
  },
  'N-A19': {
    at: ['壹拾、三、（二）1', '壹拾、三、（二）1國民中學', '壹拾、三、（二）1國民小學'],
    asks: text('Is the fee fixed at the figures of the plan, or does it follow the national table?', '鐘點費固定為計畫所載數額，或隨支給基準表調整？'),
    options: {
      planText: text('The figures of the plan', '依計畫所載數額'),
      nationalTable: text('The national table on the day of service', '依授課當日的支給基準表'),
    },
    byDefault: 'planText',
  },
  'N-A20': {
    at: '壹拾、三、（二）2後段',
    asks: text('Does a breach of the load rule forfeit the whole claim?', '違反減課規定時，是否全數不得請領？'),
    options: {
      wholeClaim: text('Yes', '是'),
      affectedPeriods: text('No: only the periods concerned', '否：僅限有關節數'),
    },
    byDefault: 'wholeClaim',
  },
  'N-A21': {
    at: '壹拾、三、（二）1',
    asks: text('Are make-up sessions paid?', '補課節數可否請領？'),
    options: {
      withinApproval: text('Yes, within the approved periods', '可，以核定節數為限'),
      notPaid: text('No', '不可'),
    },
    byDefault: 'withinApproval',
  },
  'N-A22': {
    at: '壹拾、二、（三）',
    asks: text('Must a session be made up after leave of another kind, such as marriage or bereavement leave?', '婚假、喪假等其他假別是否須補課？'),
    options: {
      notRegulated: text('The plan does not say; the leave rules decide', '計畫未規定，依請假規則處理'),
      likePersonalLeave: text('Yes, as after personal leave', '須，比照事假'),
    },
    byDefault: 'notRegulated',
  },
  'N-A23': {
    at: '壹拾壹、一、（二）',
    asks: text('Two teachers visit one student on one day: one fee or two?', '兩位教師同日輔導同一學生，可申請一次或兩次？'),
    options: {
      perTeacher: text('One for each teacher', '每位教師各一次'),
      perStudent: text('One for the student', '該學生僅一次'),
    },
    byDefault: 'perTeacher',
  },
  'N-A24': {
    at: ['柒、一、（四）前段', '柒、一、（六）', '捌、二、（二）'],
    asks: text('Which days are the opening of school and the end of the semester?', '開學日及學期末指哪一天？'),
    options: {
      asGiven: text('As the caller states: the nominal opening day and the last class day', '以使用者提供者為準：名義開學日及最後上課日'),
      calendarSemester: text(
        'The semester ends on 31 January or 31 July; opening as the caller states',
        '學期末為 1 月 31 日或 7 月 31 日；開學日由使用者提供',
      ),
    },
    byDefault: 'asGiven',
  },
  'N-A25': {
    at: ['柒、四、（一）前段', '柒、四、（二）前段'],
    asks: text('Which weeks count?', '哪些週次計算在內？'),
    options: {
      anyTeachingDay: text('Each week from Monday to Sunday with at least one teaching day', '週一至週日有任何一個上課日的各週'),
      wholeTeachingWeeks: text('Only weeks whose five weekdays are all teaching days', '僅計週一至週五均為上課日的各週'),
    },
    byDefault: 'anyTeachingDay',
  },
  'N-A26': {
    at: ['柒、一、（二）前段', '柒、一、（二）後段', '柒、一、（四）前段', '柒、一、（一）1前段', '柒、一、（一）2中段'],
    asks: text(
      'Does a period for an assignment, contact or meeting that ends on a rest day run on to the next working day?',
      '安排、聯繫或會議的期限末日為休息日時，是否延至次一工作日？',
    ),
    options: {
      lastDay: text('No: it is safest to keep the last day itself', '否：以末日本身為準最為穩妥'),
      nextWorkingDay: text('Yes, as for filings and declarations', '是，與申請、意思表示相同'),
    },
    byDefault: 'lastDay',
  },
})

/** Takes another reading of an unclear point: `{ readings: { 'N-A6': 'floorTwo' } }`. */
export type Options = OptionsOf<typeof readings>

/** The readings that one answer leans on. */
export type Reader = ReturnType<typeof readings.reader>

/** The letter that fixed the plan, whose text is not held. @source New Taipei home-education plan (2019), letter of 2015-10-30 */
export const FIXED = { on: '2015-10-30', reference: '新北教特字第1042034201號' } as const

/** The letter that amended the plan into the text held here. @source New Taipei home-education plan (2019), letter of 2019-01-31 */
export const AMENDED = { on: '2019-01-31', reference: '新北教特字第1080205767號' } as const

/** Education subsidies that parents are told of; the list is open. @source New Taipei home-education plan (2019) VII.3(3)1 */
export const EDUCATION_SUBSIDIES = ['homeEducationStipend', 'tuitionAndFeeReduction', 'assistiveDevices'] as const

/** Benefits of the Social Bureau that parents are told of; the list is open. @source New Taipei home-education plan (2019) VII.3(3)2 */
export const SOCIAL_BENEFITS = [
  'livingAllowance',
  'homeCare',
  'respiteCareAtHome',
  'healthInsurancePremium',
  'livingAids',
  'homeAccessibility',
  'other',
] as const

/** The domains of special education. @source New Taipei home-education plan (2019) VII.3(1) */
export const SPECIAL_EDUCATION_DOMAINS = [
  'cognition',
  'perceptualMotor',
  'selfCare',
  'communication',
  'academicLearning',
  'leisure',
  'socialAdaptation',
  'vocationalSkills',
] as const

/** Weekly caps on other periods, from which these are exempt. @source New Taipei home-education plan (2019) X.3(2)3 */
export const WEEKLY_CAPS = { extraPeriods: 6, substitutePeriods: 5 } as const
