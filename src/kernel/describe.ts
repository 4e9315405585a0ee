import * as z from 'zod'
import { parseAnswer, type Answer } from './answer.js'
import type { DocumentModule } from './document.js'
import { parser, placeText, printable, readable } from './input.js'
import type { Reading, Taken } from './reading.js'
import { outcomes, type Finding, type Outcome, type RuleData } from './rule.js'
import { fill, locales, quantity, text, type Locale, type Text, type Unit } from './text.js'

export interface DescribeOptions {
  /** English unless said otherwise. */
  readonly locale?: Locale | undefined
}

const outcomeWords: Readonly<Record<Outcome, Text>> = {
  ok: text('in order', '符合'),
  advice: text('advice', '建議'),
  judgement: text('for judgement', '須由人判斷'),
  incomplete: text('facts missing', '資料不足'),
  breach: text('breach', '不符合'),
}

const signs: Readonly<Record<Outcome, string>> = { ok: '✓', advice: 'i', judgement: '?', incomplete: '…', breach: '✗' }

/** An alternative that is not met, or not known to be: not a fault, but no pass either. */
const notThisWay = { sign: '–', outcome: text('not this way', '不循此途徑') } as const

const forceWords = {
  mandatory: text('must', '必須'),
  'in-principle': text('in principle', '原則上'),
  advisory: text('advised', '建議'),
  alternative: text('one way among several', '其中一個可行途徑'),
} as const

const words = {
  found: text('Found: {found}', '實際：{found}'),
  foundWithDistance: text('Found: {found}; {distance}', '實際：{found}；{distance}'),
  missing: text('Not given: {path}', '未提供：{path}'),
  decides: text('For judgement by: {who}', '由下列單位或人員判斷：{who}'),
  next: text('Next: {step}', '下一步：{step}'),
  give: text('give {path} and ask again', '請提供 {path} 後再查'),
  figures: text('Figures:', '數字：'),
  unsettled: text('not settled', '未能確定'),
  reading: text('Read as {id} ({cites}): {option}', '所採的理解 {id}（{cites}）：{option}'),
  readingAmongOthers: text('Read as {id} ({cites}): {option} (otherwise: {others})', '所採的理解 {id}（{cites}）：{option}（其他理解：{others}）'),
} as const

/** How far a fact lies from the limit, and on which side of it. */
const distances = {
  none: text('only just', '剛好符合'),
  room: text('{amount} to spare', '餘裕 {amount}'),
  over: text('over by {amount}', '超出 {amount}'),
  short: text('short by {amount}', '尚欠 {amount}'),
  late: text('late by {amount}', '逾期 {amount}'),
  early: text('early by {amount}', '提早 {amount}'),
} as const

/** How strongly a rule speaks, in words. */
export const forceText = (rule: RuleData, locale: Locale): string => forceWords[rule.force][locale]

/** How an outcome is called, in words. */
export const outcomeText = (outcome: Outcome, locale: Locale): string => outcomeWords[outcome][locale]

/** A finding in words, for whatever lays it out. */
export interface FindingText {
  readonly sign: string
  readonly outcome: string
  /** The paragraph, in full. */
  readonly cites: string
  readonly path: string
  /** The demand, with the limit of the case. */
  readonly demand: string
  readonly force: string
  /** What was found, and how far from the limit. */
  readonly found: string
  /** What to do next, or who decides; empty when nothing is to be done. */
  readonly next: string
}

const parseOptions = parser(z.strictObject({ options: z.strictObject({ locale: z.enum(locales).optional() }) }))

/** Turns findings and readings into words with the rules and documents that it knows. */
export class Describer {
  readonly #rules = new Map<string, { readonly rule: RuleData; readonly module: DocumentModule }>()
  readonly #readings = new Map<string, { readonly reading: Reading; readonly module: DocumentModule }>()

  constructor(modules: readonly DocumentModule[]) {
    for (const module of modules) {
      for (const { rules } of module.functions) {
        for (const rule of Object.values(rules)) this.#rules.set(rule.id, { rule, module })
      }
      for (const reading of module.readings) this.#readings.set(reading.id, { reading, module })
    }
  }

  /** One finding in words. */
  finding(finding: Finding, locale: Locale): FindingText {
    const known = this.#rules.get(finding.rule)
    const rule = known?.rule
    const cite = known?.module.document.cite(finding.at)[locale] ?? finding.at
    const isPassedOver = finding.met !== true && finding.outcome === 'ok'
    return {
      sign: isPassedOver ? notThisWay.sign : signs[finding.outcome],
      outcome: isPassedOver ? notThisWay.outcome[locale] : outcomeText(finding.outcome, locale),
      cites: known === undefined ? cite : `${known.module.document.short[locale]} ${cite}`,
      path: placeText(finding.path, locale),
      demand: rule?.sentence(locale, finding.limit) ?? finding.rule,
      force: rule === undefined ? '' : forceText(rule, locale),
      found: foundText(finding, rule, locale),
      next: nextText(finding, rule, locale),
    }
  }

  /**
   * A whole answer in words: the worst findings first, then figures, then readings. The answer may come from a file
   * or a message: what is none is refused, and nothing in one can steer a terminal.
   * @throws InputError when it is no answer, or the options are none
   */
  answer(given: Answer<unknown>, options: DescribeOptions = {}): string {
    const locale = parseOptions({ options }).options.locale ?? 'en'
    const answer = parseAnswer(given)
    return readable(['value'], () => this.#lines(answer, locale)).map(printable).join('\n')
  }

  #lines(answer: Answer<unknown>, locale: Locale): readonly string[] {
    const lines = [outcomeText(answer.outcome, locale)]
    const worstFirst = [...answer.findings].sort((a, b) => outcomes.indexOf(b.outcome) - outcomes.indexOf(a.outcome))
    for (const each of worstFirst) {
      const said = this.finding(each, locale)
      lines.push(`${said.sign} ${said.cites} · ${said.force} · ${said.path}`, `    ${said.demand}`, `    ${said.found}`)
      if (said.next !== '') lines.push(`    ${said.next}`)
    }
    const figures = figureLines(answer.value, locale)
    if (figures.length > 0) lines.push(words.figures[locale], ...figures)
    for (const taken of answer.readings) lines.push(this.#reading(taken, locale))
    return lines
  }

  #reading({ id, at, taken, alternatives }: Taken, locale: Locale): string {
    const known = this.#readings.get(id)
    const options = known?.reading.options ?? {}
    const option = (Object.hasOwn(options, taken) ? options[taken]?.[locale] : undefined) ?? taken
    const cites = known?.module.document.cite(at)[locale] ?? at
    const sentence = alternatives.length === 0 ? words.reading : words.readingAmongOthers
    return fill(sentence[locale], { id, cites, option, others: alternatives.join(locale === 'en' ? ', ' : '、') })
  }
}

function foundText(finding: Finding, rule: RuleData | undefined, locale: Locale): string {
  if (finding.fact === null) return fill(words.missing[locale], { path: placeText(finding.path, locale) })
  const unit = rule?.unit ?? null
  const found = typeof finding.fact === 'number' && unit !== null ? quantity(finding.fact, unit, locale) : factText(finding.fact, locale)
  const distance = distanceText(finding, rule, locale)
  return distance === '' ? fill(words.found[locale], { found }) : fill(words.foundWithDistance[locale], { found, distance })
}

function factText(fact: string | number | boolean, locale: Locale): string {
  if (typeof fact !== 'boolean') return String(fact)
  if (locale === 'en') return fact ? 'yes' : 'no'
  return fact ? '是' : '否'
}

/** Days apart from a date, years from a school year. */
const distanceUnits: Partial<Readonly<Record<Unit, Unit>>> = { date: 'day', schoolYear: 'year' }

/** The margin in words: places to spare, days late, dollars over. */
function distanceText(finding: Finding, rule: RuleData | undefined, locale: Locale): string {
  if (finding.margin === undefined || rule === undefined || rule.unit === null) return ''
  const amount = quantity(Math.abs(finding.margin), distanceUnits[rule.unit] ?? rule.unit, locale)
  return fill(distances[distanceOf(finding, rule)][locale], { amount })
}

function distanceOf({ met, margin, fact, limit }: Finding, rule: RuleData): keyof typeof distances {
  if (met === true) return margin === 0 ? 'none' : 'room'
  switch (rule.comparator) {
    case 'onOrBefore':
      return 'late'
    case 'onOrAfter':
      return 'early'
    case 'atMost':
    case 'lessThan':
      return 'over'
    case 'atLeast':
    case 'moreThan':
      return 'short'
    default:
      return sideOf(fact, limit)
  }
}

/** On which side of a span a fact outside it lies. */
function sideOf(fact: Finding['fact'], limit: Finding['limit']): keyof typeof distances {
  const least = typeof limit === 'object' && limit !== null ? limit[0] : undefined
  if (typeof fact === 'string' && typeof least === 'string') return fact < least ? 'early' : 'late'
  return typeof fact === 'number' && typeof least === 'number' && fact < least ? 'short' : 'over'
}

function nextText(finding: Finding, rule: RuleData | undefined, locale: Locale): string {
  if (finding.outcome === 'ok') return ''
  const next = (step: string): string => fill(words.next[locale], { step })
  if (finding.met === null) return next(fill(words.give[locale], { path: placeText(finding.path, locale) }))
  const decides = rule?.decides === undefined ? '' : fill(words.decides[locale], { who: rule.decides[locale] })
  return [decides, rule?.next === undefined ? '' : next(rule.next[locale])].filter((part) => part !== '').join(' · ')
}

/** The value of an answer as `name: figure` lines; nested parts as JSON. */
function figureLines(value: unknown, locale: Locale): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).map(([name, figure]) => `    ${name}: ${figureText(figure, locale)}`)
}

function figureText(figure: unknown, locale: Locale): string {
  if (figure === null) return words.unsettled[locale]
  return typeof figure === 'string' ? figure : JSON.stringify(figure)
}
