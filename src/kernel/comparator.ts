import { dayNumber, daysBetween } from './calendar.js'
import { moneyBetween, shareOfMoney } from './money.js'
import { shareOf, type Ratio, type Rounding } from './ratio.js'
import { fill, quantity, text, type Locale, type Text, type Unit } from './text.js'

/** What a rule looks at. */
export type Fact = number | string | boolean
export type Limit = Fact | readonly Fact[]

/** A limit that comes with the case, and what it is called. */
export interface Given {
  readonly given: Text
}

/** A limit that is a share of something in the case. */
export interface Share {
  readonly share: Ratio
  readonly of: Text
}

/** Says what the limit of a rule is when the case brings it. */
export const given = (en: string, zhHant: string): Given => ({ given: text(en, zhHant) })

/** Says of what a limit is a share. */
export const share = (ratio: Ratio, en: string, zhHant: string): Share => ({ share: ratio, of: text(en, zhHant) })

/** The comparators are the law's own; whether the limit itself is allowed is decided here, once. */
export type Comparator =
  | 'atMost' | 'atLeast' | 'moreThan' | 'lessThan' | 'within'
  | 'onOrBefore' | 'onOrAfter' | 'between'
  | 'present' | 'absent' | 'oneOf' | 'stated'

/** A demand: a comparator, its limit and the unit, with the phrase that says it. */
export interface Test<F extends Fact, Basis> {
  readonly comparator: Comparator
  /** The figure of the text; `null` when the case brings it. */
  readonly limit: Limit | null
  readonly unit: Unit | null
  /** The limit in a case, from what the case brings. */
  limitFor(basis: Basis): Limit
  met(fact: F, basis: Basis): boolean
  margin(fact: F, basis: Basis): number | undefined
  /** The demand in words; without a limit, as the text states it in general. */
  phrase(locale: Locale, limit?: Limit | null): string
}

type Source = number | Given | Share
/** What a case must bring: nothing to a fixed limit, the limit itself, or the whole of which it is a share. */
type BasisOf<S> = S extends number ? void : S extends { readonly of: Text } ? number : S extends { readonly given: Text } ? number : never

const cents = (unit: Unit): boolean => unit === 'HKD'
/** The smallest step between two values: a cent for Hong Kong dollars, one of anything else. */
const stepOf = (unit: Unit): number => (cents(unit) ? 0.01 : 1)
const difference = (from: number, to: number, unit: Unit): number => (cents(unit) ? moneyBetween(from, to) : to - from)

/** The limit as a number; a share is brought to the smallest step, down or up. */
function resolve(source: Source, unit: Unit, rounding: Rounding, basis: number | void): number {
  if (typeof source === 'number') return source
  if (typeof basis !== 'number') return Number.NaN
  if ('given' in source) return basis
  return cents(unit) ? shareOfMoney(basis, source.share, rounding) : shareOf(basis, source.share, rounding)
}

const shareText = (part: Share, locale: Locale): string => {
  const { numerator, denominator } = part.share
  const figure = 100 % denominator === 0 ? `${(numerator * 100) / denominator}%` : `${numerator}/${denominator}`
  return locale === 'en' ? `${figure} of ${part.of.en}` : `${part.of['zh-Hant']}的 ${figure}`
}

/** The figure of a case with, in brackets, what it is. */
const withMeaning = (figure: string, meaning: string, locale: Locale): string =>
  locale === 'en' ? `${figure} (${meaning})` : `${figure}（${meaning}）`

function limitText(source: Source, unit: Unit, limit: Limit | null | undefined, locale: Locale): string {
  if (typeof source === 'number') return quantity(source, unit, locale)
  const general = 'given' in source ? source.given[locale] : shareText(source, locale)
  return typeof limit === 'number' ? withMeaning(quantity(limit, unit, locale), general, locale) : general
}

interface NumberComparison {
  readonly comparator: Comparator
  readonly words: Text
  /** The last value that meets the rule, and on which side of it the others lie. */
  lastPassing(limit: number, step: number): number
  readonly side: 'below' | 'above'
  /**
   * Which way a share goes to the smallest step, so that whole counts and whole cents compare with it exactly
   * as with the exact share: at most 3⅓ is at most 3, at least 3⅓ is at least 4.
   */
  readonly rounding: Rounding
}

function compareNumbers<S extends Source>(comparison: NumberComparison, source: S, unit: Unit): Test<number, BasisOf<S>> {
  const limitFor = (basis: number | void): number => resolve(source, unit, comparison.rounding, basis)
  const margin = (fact: number, basis: number | void): number => {
    const last = comparison.lastPassing(limitFor(basis), stepOf(unit))
    return comparison.side === 'below' ? difference(fact, last, unit) : difference(last, fact, unit)
  }
  return {
    comparator: comparison.comparator,
    limit: typeof source === 'number' ? source : null,
    unit,
    limitFor,
    met: (fact, basis) => margin(fact, basis) >= 0,
    margin,
    phrase: (locale, limit) => fill(comparison.words[locale], { limit: limitText(source, unit, limit, locale) }),
  }
}

/** 不得超過, 以…為上限: the limit itself is allowed. */
export const atMost = <S extends Source>(limit: S, unit: Unit): Test<number, BasisOf<S>> =>
  compareNumbers({ comparator: 'atMost', words: text('at most {limit}', '不超過 {limit}'), side: 'below', lastPassing: (l) => l, rounding: 'floor' }, limit, unit)

/** 不低於, 至少, 或以上: the limit itself is enough. */
export const atLeast = <S extends Source>(limit: S, unit: Unit): Test<number, BasisOf<S>> =>
  compareNumbers({ comparator: 'atLeast', words: text('at least {limit}', '至少 {limit}'), side: 'above', lastPassing: (l) => l, rounding: 'ceiling' }, limit, unit)

/** 超逾, 多於: the limit itself is not enough. */
export const moreThan = <S extends Source>(limit: S, unit: Unit): Test<number, BasisOf<S>> =>
  compareNumbers(
    { comparator: 'moreThan', words: text('more than {limit}', '多於 {limit}'), side: 'above', lastPassing: (l, step) => l + step, rounding: 'floor' },
    limit,
    unit,
  )

/** 低於, 不足: the limit itself is too much. */
export const lessThan = <S extends Source>(limit: S, unit: Unit): Test<number, BasisOf<S>> =>
  compareNumbers(
    { comparator: 'lessThan', words: text('less than {limit}', '少於 {limit}'), side: 'below', lastPassing: (l, step) => l - step, rounding: 'ceiling' },
    limit,
    unit,
  )

/** 3 至 6: both ends are allowed. */
export function within(least: number, most: number, unit: Unit): Test<number, void> {
  const margin = (fact: number): number => Math.min(difference(least, fact, unit), difference(fact, most, unit))
  return {
    comparator: 'within',
    limit: [least, most],
    unit,
    limitFor: () => [least, most],
    met: (fact) => margin(fact) >= 0,
    margin,
    phrase: (locale) =>
      locale === 'en'
        ? `from ${quantity(least, unit, locale)} to ${quantity(most, unit, locale)}`
        : `${quantity(least, unit, locale)}至 ${quantity(most, unit, locale)}`,
  }
}

type DateSource = string | Given
type DateBasisOf<S> = S extends string ? void : string

const dateLimit = (source: DateSource, basis: string | void): string => (typeof source === 'string' ? source : (basis ?? ''))

function datePhrase(words: Text, source: DateSource): Test<string, never>['phrase'] {
  return (locale, limit) => {
    if (typeof source === 'string') return fill(words[locale], { limit: source })
    const meaning = source.given[locale]
    return fill(words[locale], { limit: typeof limit === 'string' ? withMeaning(limit, meaning, locale) : meaning })
  }
}

/** 或以前: the day itself is in time. The margin is in days: negative when late. */
export function onOrBefore<S extends DateSource>(limit: S): Test<string, DateBasisOf<S>> {
  const margin = (fact: string, basis: string | void): number => daysBetween(fact, dateLimit(limit, basis))
  return {
    comparator: 'onOrBefore',
    limit: typeof limit === 'string' ? limit : null,
    unit: 'date',
    limitFor: (basis: string | void) => dateLimit(limit, basis),
    met: (fact, basis) => fact <= dateLimit(limit, basis),
    margin,
    phrase: datePhrase(text('on or before {limit}', '{limit} 或以前'), limit),
  }
}

/** 起, 或以後: the day itself is in time. The margin is in days: negative when early. */
export function onOrAfter<S extends DateSource>(limit: S): Test<string, DateBasisOf<S>> {
  const margin = (fact: string, basis: string | void): number => daysBetween(dateLimit(limit, basis), fact)
  return {
    comparator: 'onOrAfter',
    limit: typeof limit === 'string' ? limit : null,
    unit: 'date',
    limitFor: (basis: string | void) => dateLimit(limit, basis),
    met: (fact, basis) => fact >= dateLimit(limit, basis),
    margin,
    phrase: datePhrase(text('on or after {limit}', '{limit} 或以後'), limit),
  }
}

/** A day in a span of days that the case brings, both ends included. */
export function between(span: Given): Test<string, readonly [string, string]> {
  return {
    comparator: 'between',
    limit: null,
    unit: 'date',
    limitFor: (basis) => basis,
    met: (fact, [first, last]) => fact >= first && fact <= last,
    margin(fact, [first, last]) {
      const day = dayNumber(fact)
      return Math.min(day - dayNumber(first), dayNumber(last) - day)
    },
    phrase: (locale, limit) => {
      const meaning = span.given[locale]
      if (typeof limit !== 'object' || limit === null) return meaning
      const [first, last] = limit.map(String)
      return withMeaning(locale === 'en' ? `from ${first} to ${last}` : `${first} 至 ${last}`, meaning, locale)
    },
  }
}

const noMargin = (): undefined => undefined

/** Something that must be there, be done or be so. */
export const present = (): Test<boolean, void> => ({
  comparator: 'present',
  limit: true,
  unit: null,
  limitFor: () => true,
  met: (fact) => fact,
  margin: noMargin,
  phrase: (locale) => (locale === 'en' ? 'yes' : '是'),
})

/** Something that must not be there, be done or be so. */
export const absent = (): Test<boolean, void> => ({
  comparator: 'absent',
  limit: false,
  unit: null,
  limitFor: () => false,
  met: (fact) => !fact,
  margin: noMargin,
  phrase: (locale) => (locale === 'en' ? 'no' : '否'),
})

/** One of a closed list. */
export const oneOf = (...values: readonly (string | number)[]): Test<string | number, void> => ({
  comparator: 'oneOf',
  limit: values,
  unit: null,
  limitFor: () => values,
  met: (fact) => values.includes(fact),
  margin: noMargin,
  phrase: (locale) => (locale === 'en' ? `one of: ${values.join(', ')}` : `以下其中一項：${values.join('、')}`),
})

/** A fact that a calculation needs and that the text does not hold: whatever is stated will do. */
export const stated = (): Test<Fact, void> => ({
  comparator: 'stated',
  limit: null,
  unit: null,
  limitFor: () => true,
  met: () => true,
  margin: noMargin,
  phrase: (locale) => (locale === 'en' ? 'stated' : '已提供'),
})
