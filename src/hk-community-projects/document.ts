import { citeHongKong } from '../kernel/citation.js'
import { defineDocument } from '../kernel/document.js'
import type { OptionsOf } from '../kernel/reading.js'
import { text, type Text } from '../kernel/text.js'
import type { Locator } from './ledger.js'

/** Headings and marks that only these guidelines use: roman numerals restart under three headings of 8(d), and two sections are numbered 9. */
const ownParts: readonly (readonly [RegExp, string, string])[] = [
  [/活動 /, ' Activities ', ' 活動方面 '],
  [/統籌 /, ' Coordination and administration ', ' 統籌及行政費用 '],
  [/不資助 /, ' Items not funded ', ' 不資助項目 '],
  [/\(監察\)/, ' Monitoring ', ' 監察機制 '],
  [/\(查詢\)/, ' Enquiries', ' 查詢詳情'],
  [/([甲乙丙丁])/, 'table $1', '附表$1'],
  [/\br(\d)/, 'row $1', '第 $1 行'],
  [/\bbullet (\d)/, 'bullet $1', '第 $1 點'],
  [/\biv-1\b/, 'iv (first)', 'iv（第一個）'],
  [/\biv-2\b/, 'iv (second)', 'iv（第二個）'],
  [/\bcap\b/, '(cap)', '（上限）'],
  [/\bdeduction\b/, '(deduction)', '（扣減）'],
  [/\brunning costs\b/, '(running costs)', '（營運開支）'],
  [/\bpay\b/, '(pay)', '（薪金）'],
  [/\baverage\b/, '(average)', '（平均值）'],
  [/\bthird\b/, '(third instalment)', '（第三期）'],
  [/\baudit\b/, '(audited accounts)', '（經審計帳目）'],
  [/\bpointer\b/, '(last line)', '（末行）'],
  [/\bpreface\b/, 'preface', '引言'],
]

/** Chinese is written without spaces between its own words. */
const spaceInChinese = /(?<=[\u4e00-\u9fff）]) (?=[\u4e00-\u9fff])| (?=（)/g

/** Writes a locator in full: `8(d)活動 v` is para 8(d) Activities v. */
function cite(at: string): Text {
  let en = at
  let zh = at
  for (const [part, english, chinese] of ownParts) {
    en = en.replace(part, english)
    zh = zh.replace(part, chinese)
  }
  return text(citeHongKong(en).en, citeHongKong(zh)['zh-Hant'].replace(spaceInChinese, ''))
}

/** The guidelines on Community-based Projects for 2025/26, with their Appendix of funded items. */
export const guidelines = defineDocument<Locator>({
  id: 'hk-community-projects',
  title: text(
    'School-based After-school Learning and Support Programmes: guidelines on Community-based Projects, 2025/26 school year',
    '校本課後學習及支援計劃：「區本計劃」指引（2025/26 學年）',
  ),
  short: text('CBP guidelines 2025/26', '「區本計劃」指引 2025/26'),
  jurisdiction: 'HK',
  issued: '2025-02',
  covers: text('the 2025/26 school year', '2025/26 學年'),
  cite,
})

/** The unclear points of the guidelines, each with the reading taken unless the caller takes another. */
export const readings = guidelines.readings({
  'A-C1': {
    at: ['2', '8(b)iii s2'],
    asks: text('Is living or studying in the district part of being an eligible student?', '在區內居住或就讀，是否合資格學生定義的一部分？'),
    options: {
      separateDuty: text('No: a demand of its own on who is served, beside section 3', '否：屬第 3 節以外對服務對象的另一項要求'),
      partOfEligibility: text('Yes: a student from outside the district is not eligible', '是：區外學生並非合資格學生'),
    },
    byDefault: 'separateDuty',
  },
  'A-C2': {
    at: ['3 limb 2', '8(b)iii s2'],
    asks: text('Is a student of the discretionary quota eligible in activities run with a school?', '酌情名額的學生在與學校協作的活動中是否合資格？'),
    options: {
      eligible: text('Yes: section 3 defines who is eligible, and 8(b)ii counts them', '是：以第 3 節的定義為準，8(b)ii 亦計算在內'),
      notEligible: text('No: the brackets of 8(b)iii name CSSA and full grant only', '否：8(b)iii 括號內只列綜援及全額津貼'),
    },
    byDefault: 'eligible',
  },
  'A-C3': {
    at: '4 s3',
    asks: text('Should a project have all four elements?', '計劃是否應具備全部四項元素？'),
    options: {
      all: text('Yes: the four are joined by "and"', '是：四項以「以及」連接'),
      any: text('No: one of them is enough', '否：具備其中一項即可'),
    },
    byDefault: 'all',
  },
  'A-C4': {
    at: ['5(a) limb 2', '5(a) limb 1'],
    asks: text('Must a statutory body, too, have welfare-related objects?', '法定機構的宗旨是否也須包括社福相關服務？'),
    options: {
      everyApplicant: text('Yes: the objects test is not limited', '是：有關宗旨的要求並無限制'),
      registeredOnly: text('No: only bodies registered under Hong Kong law', '否：只限按香港法例註冊的組織'),
    },
    byDefault: 'everyApplicant',
  },
  'A-C5': {
    at: '6(d)ii',
    asks: text('How are the 15 working days of a late application counted?', '逾期申請的 15 個工作天如何計算？'),
    options: {
      fromNextDay: text('From the day after the closing date; Monday to Friday', '由截止日期翌日起計；星期一至五'),
      fromClosingDay: text('The closing date is the first, if a working day; Monday to Friday. The cautious count', '截止日期如屬工作天即為第 1 天；星期一至五。此為審慎的計法'),
      fromNextDaySaturdaysToo: text('From the day after the closing date; Monday to Saturday', '由截止日期翌日起計；星期一至六'),
      fromClosingDaySaturdaysToo: text('The closing date is the first, if a working day; Monday to Saturday', '截止日期如屬工作天即為第 1 天；星期一至六'),
    },
    byDefault: 'fromNextDay',
  },
  'A-C6': {
    at: '6(b) s1',
    asks: text('What is the closing date?', '截止日期為何？'),
    options: { asGiven: text('As the caller states; the guidelines do not say', '以使用者提供的日期為準；指引沒有訂明') },
    byDefault: 'asGiven',
  },
  'A-C7': {
    at: '8(d)統籌 iii cap',
    asks: text('Of what is the 10% for coordination and administration taken?', '統籌及行政費用的 10% 以甚麼為基數？'),
    options: {
      activities: text('Of the grant for the activities, without coordination and administration', '活動撥款，不包括統籌及行政費用'),
      wholeGrant: text('Of the whole grant, coordination and administration included', '整筆撥款，包括統籌及行政費用'),
    },
    byDefault: 'activities',
  },
  'A-C8': {
    at: '8(d)活動 v',
    asks: text('Whose tutorial service is at most 4.5 hours a week?', '功課輔導每星期 4.5 小時的上限，以甚麼為單位？'),
    options: {
      perStudent: text('Of each student, from Monday to Sunday: the limit leaves time for other activities', '每名學生，由星期一至日：上限旨在讓學生有時間參與其他活動'),
      perGroup: text('Of each group', '每個組別'),
      perProject: text('Of the whole project', '整個計劃'),
    },
    byDefault: 'perStudent',
  },
  'A-C9': {
    at: '8(b)i s4',
    asks: text('Do parents and others of the community count among those who share the cost?', '攤分成本時，是否計算家長及社區人士？'),
    options: {
      studentsOnly: text('No: the text divides among the students; the others pay the same each', '否：文件只按學生人數攤分；其他人士繳付相同費用'),
      everyParticipant: text('Yes: everyone who takes part', '是：計算所有參加者'),
    },
    byDefault: 'studentsOnly',
  },
  'A-C10': {
    at: '8(b)i s4',
    asks: text('How is the full cost rounded to the cent?', '全額費用如何計至仙位？'),
    options: {
      up: text('Up: anything less would leave a subsidy', '進位：少收即構成資助'),
      nearest: text('To the nearest cent', '四捨五入'),
      down: text('Down', '捨去'),
    },
    byDefault: 'up',
  },
  'A-C11': {
    at: ['8(c)iii s1', '8(c)iii 丙'],
    asks: text('May a registered social worker lead tutorial service, specialist subjects and interest groups?', '註冊社工可否擔任功課輔導、專科及興趣小組的導師？'),
    options: {
      personalGrowthOnly: text('Not as such: the table names them for personal growth courses only', '不可單憑此身份：附表只在成長課程列出註冊社工'),
      everyCourse: text('Yes: the sentence before the table allows tutors or registered social workers', '可以：附表前的句子容許聘用導師或註冊社工'),
    },
    byDefault: 'personalGrowthOnly',
  },
  'A-C12': {
    at: ['8(c)iii 甲 r1', '8(c)iii 甲 r2'],
    asks: text('Which examination results count?', '哪些考試成績計算在內？'),
    options: {
      numericLevelsAnySitting: text(
        'HKDSE subjects with a numeric level, HKCEE passes as declared with English (Syllabus B), sittings combined',
        '文憑試以數字評級的科目；會考以申報的合格科目（英文須為課程乙）；可合併不同年份的成績',
      ),
      attainedToo: text('Also HKDSE subjects with "Attained" (Level 2) or with distinction (Level 3)', '另計文憑試「達標」（作 2 級）及「達標並表現優異」（作 3 級）的科目'),
      syllabusAToo: text('Also HKCEE English (Syllabus A) at grade C or above', '另計會考英文（課程甲）C 級或以上'),
      oneSitting: text('Only results of one sitting', '只計同一次考試的成績'),
    },
    byDefault: 'numericLevelsAnySitting',
  },
  'A-C13': {
    at: '8(d)活動 viii',
    asks: text('How are groups cut when their proportional number is not whole?', '按比例計算的組別數目並非整數時如何處理？'),
    options: {
      ceiling: text('Up: every student keeps a group', '進位：每名學生均保留在組別內'),
      floor: text('Down', '捨去'),
      nearest: text('To the nearest whole group', '四捨五入'),
    },
    byDefault: 'ceiling',
  },
  'A-C14': {
    at: ['8(d)統籌 iii deduction', 'App 8 note', 'App 9 note deduction'],
    asks: text('In proportion to what is coordination and administration deducted?', '統籌及行政費用按甚麼比例扣減？'),
    options: {
      byAmount: text('To the approved grant of the activities not held', '按未舉辦活動的核准撥款'),
      byNumber: text('To the number of activities not held', '按未舉辦活動的數目'),
      byAmountTurnoutToo: text('To the approved grant, smaller turnouts included', '按核准撥款，並計及人數不足的活動'),
    },
    byDefault: 'byAmount',
  },
  'A-C15': {
    at: '8(e)ii s4 audit',
    asks: text('Of what are 10% held back until the audited accounts?', '提交經審計帳目前暫扣的 10% 以甚麼為基數？'),
    options: {
      ofGrant: text('Of the whole grant, like 30, 30 and 40; at most the third instalment', '整筆撥款，與 30、30、40 的基數相同；以第三期款額為限'),
      ofThird: text('Of the third instalment', '第三期撥款'),
    },
    byDefault: 'ofGrant',
  },
  'A-C16': {
    at: '8(e)iii s2',
    asks: text('Which is the last day before money held back lapses?', '暫緩發放的撥款在撤銷前的最後一日為何？'),
    options: {
      anniversary: text('The same date a year after completion', '完成日期一年後的同一日'),
      dayBefore: text('The day before that date', '該日的前一日'),
    },
    byDefault: 'anniversary',
  },
  'A-C17': {
    at: '8(e)iv-1 s2',
    asks: text('From when do the seven years run?', '七年由何時起計？'),
    options: {
      completion: text('From the completion of the project', '由計劃完成起計'),
      lastTransaction: text('From the last transaction recorded', '由最後一項交易起計'),
      audit: text('From the audited accounts', '由經審計帳目的日期起計'),
    },
    byDefault: 'completion',
  },
  'A-C18': {
    at: ['9(監察)(a)i', '9(監察)(a)ii', '9(監察)(a)iii', '9(監察)(a)iv'],
    asks: text('What is the last day of "before the end of the month"?', '「月底前」的最後一日為何？'),
    options: {
      lastDay: text('The last day of the month, that day included', '該月最後一日，包括當日'),
      dayBefore: text('The day before the last day of the month', '該月最後一日的前一日'),
      rollPastSunday: text('The last day of the month; if a Sunday, the Monday after', '該月最後一日；如屬星期日則順延至星期一'),
    },
    byDefault: 'lastDay',
  },
  'A-C19': {
    at: 'App 1 bullet 1 average',
    asks: text("By how many tutors is the approved sum divided, and does MPF count as a tutor's pay?", '平均值以多少名導師計算，強積金是否計入薪金？'),
    options: {
      approvedTutors: text('By the approved number in the activity, MPF outside', '以活動獲批的導師人數計算，不計強積金'),
      actualTutors: text('By the number actually employed, MPF outside', '以實際聘用人數計算，不計強積金'),
      mpfInside: text('By the approved number, MPF inside', '以獲批人數計算，計入強積金'),
      wholeProject: text('By the approved number in the whole project, MPF outside', '以整個計劃獲批的導師人數計算，不計強積金'),
    },
    byDefault: 'approvedTutors',
  },
  'A-C20': {
    at: ['App 7 bullet 2', 'App 7 bullet 1', '8(d)不資助 ix'],
    asks: text('Are air-conditioning and hire of facilities at a camp funded?', '營地的冷氣費及設施租用費可否資助？'),
    options: {
      campsFunded: text('Yes, at camps: the Appendix is the more specific', '可以，只限營地：附錄較為具體'),
      neverFunded: text('No: air-conditioning and rent are running costs', '不可：冷氣費及租金屬營運開支'),
    },
    byDefault: 'campsFunded',
  },
  'A-C21': {
    at: ['8(d)不資助 iii', 'App 8 bullet 1'],
    asks: text('May a full-time coordinator be paid?', '可否支付全職計劃統籌員的薪金？'),
    options: {
      asCoordination: text('Yes, as a coordination cost within the 10%', '可以，作為 10% 以內的統籌費用'),
      barred: text('No: full-time staff are not funded', '不可：全職人員不獲資助'),
    },
    byDefault: 'asCoordination',
  },
  'A-C22': {
    at: ['App 9 bullet 6', '8(d)統籌 iii cap'],
    asks: text('Is the audit fee inside the 10%?', '核數費用是否計入 10% 之內？'),
    options: {
      inside: text('Yes: it is an item of administration', '是：屬行政費用'),
      separate: text('No: it has a cap of its own', '否：另有上限'),
    },
    byDefault: 'inside',
  },
  'A-C23': {
    at: ['8(e)vi', '8(e)iv-2 s1'],
    asks: text('Is interest returned with the grant of a project that is not carried out?', '計劃未能推行時，利息是否一併歸還？'),
    options: {
      grantOnly: text('The money paid is returned; the text does not speak of interest', '歸還已發放的撥款；文件沒有提及利息'),
      withInterest: text('Yes: all income belongs to the project', '是：所有收入屬於計劃'),
    },
    byDefault: 'grantOnly',
  },
  'A-C24': {
    at: ['8(d)不資助 xi', '8(d)不資助 x'],
    asks: text('What of a costly or high-risk activity that is not named?', '沒有列明的收費高昂或高風險活動如何處理？'),
    options: {
      askBureau: text('EDB decides: there is no threshold and the list is open', '由教育局決定：沒有訂明準則，亦非窮盡列舉'),
      barred: text('Not funded: the list is not exhaustive', '不資助：列舉並非窮盡'),
    },
    byDefault: 'askBureau',
  },
  'A-C25': {
    at: '8(a) s2',
    asks: text("Which grants count towards a coordinator's total?", '統籌員的總撥款額包括哪些計劃？'),
    options: {
      largerOfBoth: text('All projects of the school year, of every NGO, at the larger of the sums applied for and approved', '同一學年所有機構的計劃，以申請額及獲批額的較大者計算'),
      approved: text('The same projects at the sums approved', '同上，以獲批額計算'),
      ownNgo: text("Only this NGO's projects", '只計本機構的計劃'),
      everySchoolYear: text('The projects of other school years too', '一併計算其他學年的計劃'),
    },
    byDefault: 'largerOfBoth',
  },
  'A-C26': {
    at: 'App 5 note',
    asks: text('Is open bidding needed whatever the value?', '是否不論價值均須公開競投？'),
    options: {
      literal: text('Yes: of any value', '是：任何價值'),
      proportional: text('In principle; small purchases may be judged in proportion', '原則上是；小額採購可按情況判斷'),
    },
    byDefault: 'literal',
  },
  'A-C27': {
    at: ['8(b)iii s2', '8(b)i s3'],
    asks: text('May a student who is not eligible join an activity run with a school?', '非合資格學生可否參加與學校協作的活動？'),
    options: {
      mayJoinAtFullCost: text('Yes, at the full cost', '可以，須繳付全額費用'),
      barred: text('No: all who take part must be eligible', '不可：所有參加學生須為合資格學生'),
    },
    byDefault: 'mayJoinAtFullCost',
  },
})

/** Takes another reading of an unclear point: `{ readings: { 'A-C5': 'fromClosingDay' } }`. */
export type Options = OptionsOf<typeof readings>

/** The readings that one answer leans on. */
export type Reader = ReturnType<typeof readings.reader>

/** Where the programme, the form and the grant agreement are published. @source CBP guidelines 2025/26 para 1 s2 */
export const WEBSITE = 'http://www.edb.gov.hk/salsp'

/** The two parts of the programme and who applies for each. @source CBP guidelines 2025/26 para 1 s3 */
export const PARTS_OF_SALSP = { schoolBasedGrant: 'schools', communityBasedProjects: 'nonProfitNGOs' } as const

/** Guides of the Independent Commission Against Corruption, and its advisory hotline. @source CBP guidelines 2025/26 para 8(c)vi */
export const ICAC_RESOURCES = {
  topics: ['governmentFundingSchemes', 'governanceAndInternalControl', 'staffAdministration', 'procurement'],
  hotline: '2526 6363',
} as const

/** To whom a cheque that returns a surplus is made out. @source CBP guidelines 2025/26 para 8(e)iv-2 */
export const CHEQUE_PAYEE = text('The Government of the Hong Kong Special Administrative Region', '香港特別行政區政府')

/** The section that receives applications and answers questions. @source CBP guidelines 2025/26 para 9 (Enquiries) */
export const ENQUIRIES = {
  section: text('Student Special Support Section', '學生特別支援組'),
  address: text("Room 1141, 11/F, Wu Chung House, 213 Queen's Road East, Wan Chai", '香港灣仔皇后大道東 213 號胡忠大廈 11 樓 1141 室'),
  telephone: '2892 6657',
  fax: '3107 1306',
  website: WEBSITE,
} as const
