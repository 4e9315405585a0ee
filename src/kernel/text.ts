/** The languages that every sentence of this library is written in. */
export const locales = ['en', 'zh-Hant'] as const
export type Locale = (typeof locales)[number]

/** One sentence in both languages. */
export interface Text {
  readonly en: string
  readonly 'zh-Hant': string
}

/** Puts the two languages of one sentence together. */
export const text = (en: string, zhHant: string): Text => ({ en, 'zh-Hant': zhHant })

/** Between Chinese and Chinese there is no space, as there is between Chinese and a figure or a Latin word. */
const chineseNextToChinese = /[\p{Script=Han}）」][\p{Script=Han}（「]/u

/**
 * Fills `{name}` places in a sentence, and leaves out the space beside a place where Chinese meets Chinese.
 * A name that was not given stays visible, so that a slip shows.
 */
export function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/( ?)\{(\w+)\}( ?)/g, (place, before: string, name: string, after: string, at: number) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined) return place
    const joinsBefore = chineseNextToChinese.test(sentence.charAt(at - 1) + value.charAt(0))
    const joinsAfter = chineseNextToChinese.test(value.slice(-1) + sentence.charAt(at + place.length))
    return `${joinsBefore ? '' : before}${value}${joinsAfter ? '' : after}`
  })
}

interface UnitWords {
  readonly one: string
  readonly many: string
  readonly zh: string
}

/** What can be counted. English needs two forms, Chinese a measure word. */
const unitWords = {
  place: { one: 'place', many: 'places', zh: '個學額' },
  student: { one: 'student', many: 'students', zh: '名學生' },
  manager: { one: 'school manager', many: 'school managers', zh: '名校董' },
  person: { one: 'person', many: 'people', zh: '人' },
  reason: { one: 'reason', many: 'reasons', zh: '個原因' },
  stage: { one: 'key stage', many: 'key stages', zh: '個學習階段' },
  level: { one: 'level', many: 'levels', zh: '級' },
  class: { one: 'class', many: 'classes', zh: '班' },
  subject: { one: 'subject', many: 'subjects', zh: '科' },
  centre: { one: 'centre', many: 'centres', zh: '所' },
  workshop: { one: 'workshop', many: 'workshops', zh: '次工作坊' },
  step: { one: 'step', many: 'steps', zh: '個步驟' },
  item: { one: 'item', many: 'items', zh: '項' },
  visit: { one: 'visit', many: 'visits', zh: '次訪視' },
  call: { one: 'call', many: 'calls', zh: '次電話聯繫' },
  meeting: { one: 'meeting', many: 'meetings', zh: '次會議' },
  trip: { one: 'trip', many: 'trips', zh: '趟' },
  period: { one: 'period', many: 'periods', zh: '節' },
  halfDay: { one: 'half-day', many: 'half-days', zh: '個半日' },
  minute: { one: 'minute', many: 'minutes', zh: '分鐘' },
  hour: { one: 'hour', many: 'hours', zh: '小時' },
  day: { one: 'day', many: 'days', zh: '日' },
  schoolDay: { one: 'school day', many: 'school days', zh: '個上課日' },
  week: { one: 'week', many: 'weeks', zh: '星期' },
  month: { one: 'month', many: 'months', zh: '個月' },
  year: { one: 'year', many: 'years', zh: '年' },
} as const satisfies Readonly<Record<string, UnitWords>>

/** What a limit counts: one of the words above, an amount of money, a day of
 * the calendar, or a school year by its first year. */
export type Unit = keyof typeof unitWords | 'HKD' | 'TWD' | 'date' | 'schoolYear'

const MINUTES_PER_HOUR = 60
const MINUS = '−'

/** Groups thousands without the run time's locale data, so that every machine prints the same. */
const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',')

function money(symbol: string, amount: number): string {
  const written = Math.abs(amount).toFixed(2)
  const [whole, cents] = [written.slice(0, -'.00'.length), written.slice(-'.00'.length)]
  return `${amount < 0 ? MINUS : ''}${symbol}${grouped(whole)}${cents === '.00' ? '' : cents}`
}

/**
 * A number with its unit as a person reads it: `1 place`, `4.5 hours`, `HK$2,500,000`, `5 名學生`.
 * Minutes are shown in hours when they come to whole or half hours.
 */
export function quantity(amount: number | string, unit: Unit, locale: Locale): string {
  if (typeof amount === 'string' || unit === 'date') return String(amount)
  if (unit === 'HKD') return money('HK$', amount)
  if (unit === 'TWD') return money('NT$', amount)
  if (unit === 'minute' && amount >= MINUTES_PER_HOUR && amount % (MINUTES_PER_HOUR / 2) === 0) {
    return quantity(amount / MINUTES_PER_HOUR, 'hour', locale)
  }
  if (unit === 'schoolYear') return `${amount}/${String((amount + 1) % 100).padStart(2, '0')}`
  const words = unitWords[unit]
  const [whole = '0', fraction] = String(Math.abs(amount)).split('.')
  const figure = `${amount < 0 ? MINUS : ''}${grouped(whole)}${fraction === undefined ? '' : `.${fraction}`}`
  return `${figure} ${locale === 'en' ? (amount === 1 ? words.one : words.many) : words.zh}`
}
