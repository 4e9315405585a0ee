import type { Answer } from './answer.js'
import type { DocumentModule } from './document.js'
import { pathText } from './input.js'
import type { Reading } from './reading.js'
import type { Finding, Outcome, RuleData } from './rule.js'
import { quantity, text, type Locale, type Text, type Unit } from './text.js'

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

const forceWords = {
  mandatory: text('must', '必須'),
  'in-principle': text('in principle', '原則上'),
  advisory: text('advised', '建議'),
  alternative: text('one way among several', '其中一個可行途徑'),
} as const

const words = {
  found: text('Found', '實際'),
  over: text('over by', '超出'),
  short: text('short by', '尚欠'),
  late: text('late by', '遲了'),
  room: text('room left', '餘額'),
  missing: text('Not given', '未提供'),
  decides: text('For judgement by', '交由以下人士判斷'),
  next: text('Next', '下一步'),
  give: text('give {path} and ask again', '請提供 {path} 後再查'),
  readings: text('Read as', '所採的理解'),
  otherwise: text('otherwise', '其他理解'),
  figures: text('Figures', '數字'),
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
    return {
      sign: finding.met === false && finding.outcome === 'ok' ? '–' : signs[finding.outcome],
      outcome: outcomeText(finding.outcome, locale),
      cites: known === undefined ? cite : `${known.module.document.short[locale]} ${cite}`,
      path: pathText(finding.path),
      demand: rule?.sentence(locale, finding.limit) ?? finding.rule,
      force: rule === undefined ? '' : forceText(rule, locale),
      found: foundText(finding, rule, locale),
      next: nextText(finding, rule, locale),
    }
  }

  /** A whole answer in words: the worst findings first, then figures, then readings. */
  answer(answer: Answer<unknown>, { locale = 'en' }: DescribeOptions = {}): string {
    const colon = locale === 'en' ? ': ' : '：'
    const lines = [outcomeText(answer.outcome, locale)]
    for (const each of answer.findings) {
      const said = this.finding(each, locale)
      lines.push(`${said.sign} ${said.cites} · ${said.force} · ${said.path}`, `    ${said.demand}`, `    ${said.found}`)
      if (said.next !== '') lines.push(`    ${said.next}`)
    }
    const figures = figureLines(answer.value)
    if (figures.length > 0) lines.push(`${words.figures[locale]}${colon}`, ...figures)
    for (const { id, at, taken, alternatives } of answer.readings) {
      const known = this.#readings.get(id)
      const option = known?.reading.options[taken]?.[locale] ?? taken
      const cite = known?.module.document.cite(at)[locale] ?? at
      const others = alternatives.length === 0 ? '' : ` (${words.otherwise[locale]}${colon}${alternatives.join(', ')})`
      lines.push(`${words.readings[locale]} ${id} (${cite})${colon}${option}${others}`)
    }
    return lines.join('\n')
  }
}

function foundText(finding: Finding, rule: RuleData | undefined, locale: Locale): string {
  if (finding.fact === null) return `${words.missing[locale]}${locale === 'en' ? ': ' : '：'}${pathText(finding.path)}`
  const unit = rule?.unit ?? null
  const found = typeof finding.fact === 'number' && unit !== null ? quantity(finding.fact, unit, locale) : factText(finding.fact, locale)
  const colon = locale === 'en' ? ': ' : '：'
  const comma = locale === 'en' ? '; ' : '；'
  const distance = distanceText(finding, rule, locale)
  return `${words.found[locale]}${colon}${found}${distance === '' ? '' : `${comma}${distance}`}`
}

function factText(fact: string | number | boolean, locale: Locale): string {
  if (typeof fact !== 'boolean') return String(fact)
  if (locale === 'en') return fact ? 'yes' : 'no'
  return fact ? '是' : '否'
}

/** Days apart from a date, years from a school year. */
const distanceUnits: Partial<Readonly<Record<Unit, Unit>>> = { date: 'day', schoolYear: 'year' }

/** The margin in words: places left, days late, dollars over. */
function distanceText({ margin, met, limit }: Finding, rule: RuleData | undefined, locale: Locale): string {
  if (margin === undefined || rule === undefined || rule.unit === null) return ''
  const unit = distanceUnits[rule.unit] ?? rule.unit
  const amount = quantity(Math.abs(margin), unit, locale)
  if (met === true) return `${words.room[locale]} ${amount}`
  if (rule.comparator === 'onOrBefore') return `${words.late[locale]} ${amount}`
  if (rule.comparator === 'atMost' || rule.comparator === 'lessThan') return `${words.over[locale]} ${amount}`
  if (rule.comparator === 'within' && Array.isArray(limit)) return amount
  return `${words.short[locale]} ${amount}`
}

function nextText(finding: Finding, rule: RuleData | undefined, locale: Locale): string {
  const colon = locale === 'en' ? ': ' : '：'
  if (finding.fact === null && finding.outcome !== 'ok') {
    return `${words.next[locale]}${colon}${words.give[locale].replace('{path}', pathText(finding.path))}`
  }
  if (finding.met !== false || finding.outcome === 'ok') return ''
  const decides = rule?.decides === undefined ? '' : `${words.decides[locale]}${colon}${rule.decides[locale]}`
  const next = rule?.next === undefined ? '' : `${words.next[locale]}${colon}${rule.next[locale]}`
  return [decides, next].filter((part) => part !== '').join(' · ')
}

/** The value of an answer as `name: figure` lines; nested parts as JSON. */
function figureLines(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).map(([name, figure]) => `    ${name}: ${typeof figure === 'string' ? figure : JSON.stringify(figure)}`)
}
