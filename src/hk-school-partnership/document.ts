import { hongKongSchoolYear } from '../kernel/calendar.js'
import { citeHongKong } from '../kernel/citation.js'
import { defineDocument } from '../kernel/document.js'
import type { OptionsOf } from '../kernel/reading.js'
import { text } from '../kernel/text.js'
import type { Locator } from './ledger.js'

/*
 * How strongly this memorandum speaks. It is addressed to ordinary schools: what they 須 or 應 do is mandatory, and so
 * is a figure that it sets as a limit (最多, 最少, 3 至 6 個月, 上限), whatever the verb. What it only says that a
 * centre 會 do is an undertaking: a departure is for the Bureau, which visits and gathers views (para 8), to judge.
 */

/** Education Bureau Circular Memorandum No. 116/2025 on the School Partnership Scheme (學校伙伴計劃). */
export const memorandum = defineDocument<Locator>({
  id: 'hk-school-partnership',
  title: text(
    'EDB Circular Memorandum No. 116/2025: School Partnership Scheme for students with special educational needs',
    '教育局通函第116/2025號：支援有特殊教育需要學生的「學校伙伴計劃」',
  ),
  short: text('EDBCM 116/2025', '教育局通函第116/2025號'),
  jurisdiction: 'HK',
  issued: '2025-07-03',
  covers: text('school years 2025/26 and 2026/27', '2025/26 及 2026/27 學年'),
  cite: citeHongKong,
})

/** The unclear points of the memorandum, each with the reading taken unless the caller takes another. */
export const readings = memorandum.readings({
  'A-S1': {
    at: ['header distribution', '2 s1'],
    asks: text('Is the Scheme open to schools under the Direct Subsidy Scheme?', '計劃是否包括直接資助計劃學校？'),
    options: {
      distributionList: text('Yes: the memorandum is sent to them', '包括：通函的分發名單列有直資學校'),
      publicSector: text('No: paragraph 2 speaks of public-sector ordinary schools', '不包括：第 2 段所指的是公營普通學校'),
    },
    byDefault: 'distributionList',
  },
  'A-S2': {
    at: ['4 chapeau s2', '5 chapeau'],
    asks: text('Which days are late June to mid-July?', '「6 月底至 7 月中」是哪些日子？'),
    options: {
      wide: text('21 June to 20 July: the last third of June, the middle third of July', '6 月 21 日至 7 月 20 日，即 6 月下旬至 7 月中旬'),
      narrow: text('30 June to 15 July', '6 月 30 日至 7 月 15 日'),
    },
    byDefault: 'wide',
  },
  'A-S3': {
    at: '4(c)¶2 s1 number',
    asks: text('How are the five students of a school year counted?', '每學年 5 名學生如何計算？'),
    options: {
      cumulative: text(
        'Everyone supported in the year; a stay across 1 September counts in both years',
        '該學年曾接受支援的所有學生；跨越 9 月 1 日的學生在兩個學年均計算',
      ),
      concurrent: text('Those who are there at one time', '同一時間接受支援的學生'),
      admissionYear: text('Everyone admitted in the year; a stay counts in that year only', '該學年入讀的所有學生；每次暫讀只計入讀的學年'),
    },
    byDefault: 'cumulative',
  },
  'A-S4': {
    at: ['4(c)¶2 s1 period', 'fn 1 s2'],
    asks: text('May a stay end before three months?', '暫讀可否少於 3 個月？'),
    options: {
      unlessGoalsMet: text('Only when both sides find the goals reached', '只限雙方檢視後認為已達目標'),
      absoluteFloor: text('No: every student stays three months', '不可：每名學生最少 3 個月'),
      noFloor: text('Yes: the footnote sets no minimum', '可以：註腳沒有訂明下限'),
    },
    byDefault: 'unlessGoalsMet',
  },
  'A-S5': {
    at: 'fn 1 s3',
    asks: text('What is lengthening step by step by 1 to 3 months?', '「逐步延長 1 至 3 個月」如何理解？'),
    options: {
      stepsOfAMonthOrMore: text('One or more steps, each of a month at least, three months in all', '可分一次或多次，每次最少 1 個月，合共最多 3 個月'),
      oneExtension: text('One step of 1 to 3 months', '只可延長一次，為期 1 至 3 個月'),
      partMonths: text('Steps of any length, part of a month too, three months in all', '每次長短不限，可不足 1 個月，合共最多 3 個月'),
    },
    byDefault: 'stepsOfAMonthOrMore',
  },
  'A-S6': {
    at: ['4(c)¶2 s1 period', 'fn 1 s4'],
    asks: text('How are months counted in days?', '月份如何按日子計算？'),
    options: {
      correspondingDate: text('Calendar months, to the day before the corresponding date or the month-end', '曆月，至對應日期的前一天；沒有對應日期則至月底'),
      thirtyDayMonths: text('Every month has 30 days', '每月 30 日'),
      ninetyAnd180Days: text('90 days and 180 days; a month of extension is a calendar month', '3 個月為 90 日、6 個月為 180 日；延長的一個月按曆月計算'),
    },
    byDefault: 'correspondingDate',
  },
  'A-S7': {
    at: '4(a)',
    asks: text('Does a workshop held by two centres count for each?', '兩所資源中心合辦的工作坊是否各自計算？'),
    options: {
      eachHost: text('Yes, for each centre that hosts it', '是，每所主辦中心各計一次'),
      countedOnce: text('No, for one of them only', '否，只計入其中一所'),
    },
    byDefault: 'eachHost',
  },
  'A-S8': {
    at: '4(b)',
    asks: text('How soon after a workshop must its open session be?', '工作坊後多久須安排開放環節？'),
    options: {
      anyTimeAfter: text('At any time after', '其後任何時間'),
      sameSchoolYear: text('Within the same school year', '同一學年之內'),
    },
    byDefault: 'anyTimeAfter',
  },
  'A-S9': {
    at: ['4(c)¶2 s2', '4(c)¶2 s3'],
    asks: text('Must the advice support the referral?', '有關意見是否須支持轉介？'),
    options: {
      heard: text('No: it must be sought and heard', '否：徵詢並聽取意見即可'),
      favourable: text('Yes', '是'),
    },
    byDefault: 'heard',
  },
  'A-S10': {
    at: '3(b)',
    asks: text('Which is the first year back in an ordinary school?', '重返普通學校的「第一年」是哪段時間？'),
    options: {
      twelveMonths: text('Twelve months from the day of return', '由重返當日起計 12 個月'),
      restOfSchoolYear: text('The rest of the school year of the return', '重返當日所屬學年的餘下時間'),
      fullSchoolYear: text('Until the end of the first whole school year', '至首個完整學年結束'),
    },
    byDefault: 'twelveMonths',
  },
  'A-S11': {
    at: ['4(c)¶2 s3', '4 chapeau s3'],
    asks: text('Which section receives the referral form?', '轉介表格交哪一組？'),
    options: {
      byLevel: text('SES3 for primary, SES4 for secondary schools', '小學交第三組，中學交第四組'),
      anySection: text('Any Special Education Support section', '任何一個特殊教育支援組'),
    },
    byDefault: 'byLevel',
  },
  'A-S12': {
    at: '5(b) s1',
    asks: text("Is the parents' consent needed for a leaver who is of age?", '成年的離校生是否仍須家長同意？'),
    options: {
      parentsToo: text('Yes: the text makes no exception; take legal advice', '須：文件沒有例外，宜徵詢法律意見'),
      leaverAlone: text("No: the leaver's own consent will do", '毋須：離校生本人同意即可'),
    },
    byDefault: 'parentsToo',
  },
  'A-S13': {
    at: ['3(a) s2', '4(c)¶1 s1'],
    asks: text('Who establishes intellectual disability and severe adjustment difficulties?', '智障及嚴重適應困難由誰確定？'),
    options: { declared: text('The caller declares them; the text names no assessment', '由使用者申報；文件沒有指定評估') },
    byDefault: 'declared',
  },
  'A-S14': {
    at: '4(c)¶2 s1 period',
    asks: text('Do school holidays count in the length of a stay?', '學校假期是否計入支援期？'),
    options: {
      counted: text('Yes: the text counts in months, not school days', '計算：文件以月為單位，並非上課日'),
      excluded: text('No: the days of school holidays are left out', '不計算：扣除學校假期的日數'),
    },
    byDefault: 'counted',
  },
  'A-S15': {
    at: 'title',
    asks: text('May a stay run past 31 August 2027, the end of the two school years?', '支援期可否跨越 2027 年 8 月 31 日（兩個學年結束）？'),
    options: {
      mayRunOn: text('Yes, when it began in one of them', '可以，只要在該兩個學年內開始'),
      mustEnd: text('No', '不可'),
    },
    byDefault: 'mayRunOn',
  },
  'A-S16': {
    at: '8',
    asks: text('In what form and by when is feedback given?', '回饋以何種形式、於何時提供？'),
    options: { givenOrNot: text('The text does not say; only whether it was given', '文件沒有訂明，只看有否提供') },
    byDefault: 'givenOrNot',
  },
})

/** Takes another reading of an unclear point: `{ readings: { 'A-S6': 'thirtyDayMonths' } }`. */
export type Options = OptionsOf<typeof readings>

/** The readings that one answer leans on. */
export type Reader = ReturnType<typeof readings.reader>

/** How the memorandum is filed and dated. @source EDBCM 116/2025 header, date */
export const REFERENCE = {
  file: '(36) in EDB(SES1)74/1429/2000(26)',
  circularMemorandum: '116/2025',
  issued: '2025-07-03',
} as const

const FIRST_YEAR = '2025/26'
const LAST_YEAR = '2026/27'

/** The school years of which the memorandum speaks, and their first and last day. @source EDBCM 116/2025 title, para 1, para 3 */
export const COVERS = {
  schoolYears: [FIRST_YEAR, LAST_YEAR],
  first: hongKongSchoolYear(FIRST_YEAR).first,
  last: hongKongSchoolYear(LAST_YEAR).last,
} as const

/** When the Scheme began and when it was improved. @source EDBCM 116/2025 para 2 s1 */
export const HISTORY = { began: '2003/04', improved: '2021/22' } as const

/** The page with the lists of centres and the referral form. @source EDBCM 116/2025 para 6, fn 2 */
export const SCHEME_PAGE = 'https://sense.edb.gov.hk/tc/professional-support/school-partnership-scheme.html'

/** Whom to ask about either kind of centre. @source EDBCM 116/2025 para 9 */
export const ENQUIRIES = { section: 'SES1', SSRC: '3698 4421', 'SSRC(SSD)': '3698 4428' } as const

/** The section whose inspectors contact schools of a level. @source EDBCM 116/2025 para 4 chapeau s3 */
export const INSPECTOR_SECTIONS = { primary: 'SES3', secondary: 'SES4' } as const

/** Who judges a departure from what a centre undertakes. @source EDBCM 116/2025 para 8 */
export const BUREAU = text('the Education Bureau', '教育局')
