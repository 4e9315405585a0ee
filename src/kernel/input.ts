import * as z from 'zod'
import { fill, text, type Locale, type Text } from './text.js'

/** Where in the input a fact stands: `['sections', 0, 'approvedPlaces']`. */
export type Path = readonly (string | number)[]

/** One thing wrong with an input, in both languages. */
export interface InputIssue {
  readonly path: Path
  readonly code: string
  readonly message: Text
}

/** The most that a message repeats of a value or a name that it found. */
const LONGEST_SHOWN = 40

/** What could steer a terminal or turn the line around, and JSON leaves as it is. */
const unprintable = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g

/** The beginning of a text in quotation marks, safe to print. */
function quoted(found: string): string {
  const escaped = JSON.stringify(found.slice(0, LONGEST_SHOWN + 1))
    .slice(1, -1)
    .replace(unprintable, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return `"${escaped.length > LONGEST_SHOWN ? `${escaped.slice(0, LONGEST_SHOWN)}…` : escaped}"`
}

/** Names that need no quotation marks. */
const plainName = /^[\p{L}_$][\p{L}\p{N}_$-]*$/u

/** A path as a person writes it: `sections[0].approvedPlaces`; a name that is no plain one in quotation marks, `["a b"]`. */
export function pathText(path: Path): string {
  let written = ''
  for (const step of path) {
    if (typeof step === 'number') written += `[${step}]`
    else if (step.length > LONGEST_SHOWN || !plainName.test(step)) written += `[${quoted(step)}]`
    else written += written === '' ? step : `.${step}`
  }
  return written
}

/** The input as a whole, which has no path. */
const WHOLE = text('the input', '整項輸入')

/** A path in words that are never empty. */
export const placeText = (path: Path, locale: Locale): string => pathText(path) || WHOLE[locale]

/**
 * The one error of this library: the input is malformed. It names every path, in both languages.
 * Facts that are merely bad news never throw; they are findings.
 */
export class InputError extends Error {
  override readonly name = 'InputError'
  readonly issues: readonly InputIssue[]

  constructor(issues: readonly InputIssue[]) {
    super(InputError.describe(issues, 'en'))
    this.issues = issues
  }

  private static describe(issues: readonly InputIssue[], locale: Locale): string {
    const colon = locale === 'en' ? ': ' : '：'
    return issues.map(({ path, message }) => `${placeText(path, locale)}${colon}${message[locale]}`).join('\n')
  }

  /** The same message in the language asked for; one line for each issue. */
  in(locale: Locale): string {
    return InputError.describe(this.issues, locale)
  }
}

/** A form that a schema of the kernel demands; the schema names it where zod would put its message. */
export type Form = 'wholeNumber' | 'date' | 'amount' | 'schoolYear'

const forms: Readonly<Record<Form, Text>> = {
  wholeNumber: text('a whole number', '整數'),
  date: text('a calendar date YYYY-MM-DD from 1900 to 2199', '1900 至 2199 年間的日曆日期 YYYY-MM-DD'),
  amount: text('an amount of money with at most two decimals, such as 1250.5', '最多兩個小數位的金額，例如 1250.5'),
  schoolYear: text('a school year such as "2025/26"', '學年，例如 "2025/26"'),
}

const isForm = (name: string): name is Form => Object.hasOwn(forms, name)

const list = text('a list', '清單')
const object = text('an object with named fields', '具名稱欄位的物件')
const anotherValue = text('a valid value', '有效的值')

/** The types of zod in plain words. */
const types: Readonly<Record<string, Text>> = {
  string: text('a text', '文字'),
  number: text('a number', '數字'),
  int: forms.wholeNumber,
  boolean: text('true or false', 'true 或 false'),
  array: list,
  tuple: list,
  object,
  record: object,
  null: text('null', 'null'),
}

/** What was found, in words, for what cannot be written out. */
const kinds: Readonly<Record<string, Text>> = {
  object: text('an object', '物件'),
  function: text('a function', '函式'),
  symbol: text('a symbol', '符號'),
  bigint: text('a bigint', '大整數'),
}

const wrong = {
  missing: text('is required: {demand}', '必須提供：{demand}'),
  value: text('must be {demand}; found {found}', '必須是 {demand}；但得到 {found}'),
  unknownField: text('is not a field of this input', '不是這項輸入的欄位'),
  unreadable: text('could not be read', '無法讀取'),
  more: text('{count} more issues are not listed', '另有 {count} 項問題沒有列出'),
} as const

const same = (words: string): Text => text(words, words)

/** Chinese words follow each other without a space. */
const spaceInChinese = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu

function fillBoth(sentence: Text, values: Readonly<Record<string, Text>>): Text {
  const inLocale = (locale: Locale): string => fill(sentence[locale], Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value[locale]])))
  return text(inLocale('en'), inLocale('zh-Hant').replace(spaceInChinese, ''))
}

/** Several ways to be right, in a sentence. */
const either = (demands: readonly Text[]): Text =>
  text([...new Set(demands.map(({ en }) => en))].join(' or '), [...new Set(demands.map((demand) => demand['zh-Hant']))].join(' 或 '))

function shown(value: unknown): Text {
  if (typeof value === 'string') return same(quoted(value))
  if (Array.isArray(value)) return list
  return (value === null ? undefined : kinds[typeof value]) ?? same(String(value))
}

const characters = (count: number): Text => text(`${count} ${count === 1 ? 'character' : 'characters'}`, `${count} 個字元`)
const items = (count: number): Text => text(`${count} ${count === 1 ? 'item' : 'items'}`, `${count} 項`)

/** What was found: its length, when the limit is one on length. */
function measured(issue: RawIssue, found: unknown): Text {
  if (issue.code !== 'too_small' && issue.code !== 'too_big') return shown(found)
  if (typeof found === 'string') return characters(found.length)
  return Array.isArray(found) ? items(found.length) : shown(found)
}

type RawIssue = z.core.$ZodIssue
type SizeIssue = Extract<RawIssue, { readonly code: 'too_small' | 'too_big' }>

/** The demand of a limit: on the number of characters or items, or on the value itself. */
function sizeDemand(issue: SizeIssue): Text {
  const limit = Number(issue.code === 'too_small' ? issue.minimum : issue.maximum)
  const side = issue.code === 'too_small' ? text('at least {limit}', '最少 {limit}') : text('at most {limit}', '最多 {limit}')
  if (issue.origin === 'string' || issue.origin === 'array') {
    const isText = issue.origin === 'string'
    const size = fillBoth(side, { limit: isText ? characters(limit) : items(limit) })
    return text(`a ${isText ? 'text' : 'list'} of ${size.en}`, `${size['zh-Hant']}的${isText ? '文字' : '清單'}`)
  }
  if (issue.inclusive === true) {
    return issue.code === 'too_small' ? text(`at least ${limit}`, `不少於 ${limit} 的數字`) : text(`at most ${limit}`, `不多於 ${limit} 的數字`)
  }
  return issue.code === 'too_small' ? text(`more than ${limit}`, `大於 ${limit} 的數字`) : text(`less than ${limit}`, `小於 ${limit} 的數字`)
}

const choiceOf = (values: readonly unknown[]): Text =>
  values.length === 1 ? text(String(values[0]), `「${String(values[0])}」`) : text(`one of: ${values.map(String).join(', ')}`, `以下其中一項：${values.map(String).join('、')}`)

/** Says that a value is none of those allowed. */
export const wrongChoice = (allowed: readonly string[], found: unknown): Text =>
  fillBoth(wrong.value, { demand: choiceOf(allowed), found: shown(found) })

/** What a value has to be, as a part of a sentence. */
function demandOf(issue: RawIssue): Text {
  if (issue.code === 'too_small' || issue.code === 'too_big') return sizeDemand(issue)
  if (isForm(issue.message)) return forms[issue.message]
  switch (issue.code) {
    case 'invalid_type':
      return types[issue.expected] ?? anotherValue
    case 'invalid_value':
      return choiceOf(issue.values)
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options) ? choiceOf(issue.options) : either(issue.errors.flatMap((option) => option.slice(0, 1)).map(demandOf))
    case 'invalid_format':
      return text('a text of the form asked for', '符合所要求格式的文字')
    case 'not_multiple_of':
      return text(`a multiple of ${issue.divisor}`, `${issue.divisor} 的倍數`)
    default:
      return anotherValue
  }
}

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && 'en' in value && 'zh-Hant' in value

function messageOf(issue: RawIssue, found: unknown): Text {
  const own = issue.code === 'custom' ? issue.params?.['message'] : undefined
  if (isText(own)) return own
  return found === undefined
    ? fillBoth(wrong.missing, { demand: demandOf(issue) })
    : fillBoth(wrong.value, { demand: demandOf(issue), found: measured(issue, found) })
}

/** Reads what stands at a path, as the schema did; the value may be hostile, and its getters may throw. */
function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value
  for (const step of path) {
    if (typeof current !== 'object' || current === null) return undefined
    current = Reflect.get(current, step)
  }
  return current
}

const toPath = (path: readonly PropertyKey[]): Path => path.map((step) => (typeof step === 'number' ? step : String(step)))

/** How much is wrong with one way of reading a value. */
const countOf = (issues: readonly RawIssue[]): number =>
  issues.reduce((count, issue) => count + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0)

/** The way of reading a value that comes nearest: right as a whole, with the fewest parts wrong. */
function nearest(ways: readonly (readonly RawIssue[])[]): readonly RawIssue[] | undefined {
  const rightAsAWhole = ways.filter((issues) => issues.every(({ code, path }) => path.length > 0 || code === 'unrecognized_keys'))
  return rightAsAWhole.reduce<readonly RawIssue[] | undefined>(
    (best, issues) => (best !== undefined && countOf(best) <= countOf(issues) ? best : issues),
    undefined,
  )
}

/** One thing wrong, as the schema found it. */
interface Wrong {
  readonly path: readonly PropertyKey[]
  readonly issue: RawIssue
  /** The name of a field that the input does not have. */
  readonly unknownField?: string
}

/** Each thing wrong by itself: unknown fields one by one; of several ways to read a value, what is wrong with the nearest. */
function* each(issues: readonly RawIssue[], at: readonly PropertyKey[]): Generator<Wrong> {
  for (const issue of issues) {
    const path = [...at, ...issue.path]
    const way = issue.code === 'invalid_union' ? nearest(issue.errors) : undefined
    if (issue.code === 'unrecognized_keys') for (const unknownField of issue.keys) yield { path, issue, unknownField }
    else if (way === undefined) yield { path, issue }
    else yield* each(way, path)
  }
}

/** The most issues that an error lists. */
const MOST_ISSUES = 100

const isSamePath = (a: Path | undefined, b: Path): boolean => a !== undefined && a.length === b.length && a.every((step, index) => step === b[index])

/**
 * The issues of zod as ours. Of several about one value the last stands, since the narrower check comes later;
 * beyond a bound they are only counted.
 */
function issuesOf(found: readonly RawIssue[], input: unknown): readonly InputIssue[] {
  const issues: InputIssue[] = []
  let more = 0
  for (const { path: at, issue, unknownField } of each(found, [])) {
    if (issues.length >= MOST_ISSUES) {
      more += 1
      continue
    }
    const path = toPath(unknownField === undefined ? at : [...at, unknownField])
    if (isSamePath(issues.at(-1)?.path, path)) issues.pop()
    issues.push({ path, code: issue.code, message: unknownField === undefined ? messageOf(issue, valueAt(input, at)) : wrong.unknownField })
  }
  if (more > 0) issues.push({ path: [], code: 'more_issues', message: fillBoth(wrong.more, { count: same(String(more)) }) })
  return issues
}

/** Reads a value that may be hostile: what reading it throws becomes an `InputError`. */
export function readable<Value>(path: Path, read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    if (error instanceof InputError) throw error
    throw new InputError([{ path, code: 'unreadable', message: wrong.unreadable }])
  }
}

/** Checks an unknown input against a schema and returns a copy that has exactly the known fields. */
export type Parser<Schema extends z.ZodType> = (input: unknown) => z.output<Schema>

/**
 * Makes the parser of a schema. Compiling takes a few milliseconds, so it waits for the first input.
 * The parser throws an `InputError` naming every path that is wrong; also when reading the input itself throws.
 */
export function parser<Schema extends z.ZodType>(schema: Schema): Parser<Schema> {
  let compiled: Schema | undefined
  return (input) => {
    const checking = (compiled ??= z.compile(schema))
    return readable([], () => {
      const result = checking.safeParse(input)
      if (result.success) return result.data
      throw new InputError(issuesOf(result.error.issues, input))
    })
  }
}

/** An issue that a schema cannot hold because it concerns several facts: throws it as an `InputError`. */
export function reject(path: Path, message: Text): never {
  throw new InputError([{ path, code: 'inconsistent', message }])
}
