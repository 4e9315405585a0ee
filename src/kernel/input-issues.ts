import type * as z from 'zod'
import { quoted, type Path } from './path.js'
import { fill, text, type Locale, type Text } from './text.js'

/** One thing wrong with an input, in both languages. */
export interface InputIssue {
  readonly path: Path
  readonly code: string
  readonly message: Text
}

/** A form that a schema of the kernel demands; the schema names it where zod would put its message. */
export type Form = 'wholeNumber' | 'date' | 'amount' | 'schoolYear'

const forms: Readonly<Record<Form, Text>> = {
  wholeNumber: text('a whole number', '整數'),
  date: text('a calendar date YYYY-MM-DD from 1900 to 2199', '1900 至 2199 年間的日曆日期 YYYY-MM-DD'),
  amount: text('an amount of money with at most two decimals, such as 1250.5', '最多兩個小數位的金額，例如 1250.5'),
  schoolYear: text('a school year such as "2025/26"', '學年，例如 "2025/26"'),
}

/** Whether a message of zod names a form. */
export const isForm = (name: string): name is Form => Object.hasOwn(forms, name)

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
  either: text('{one} or {other}', '{one} 或 {other}'),
  more: text('{count} more issues are not listed', '另有 {count} 項問題沒有列出'),
} as const

const same = (words: string): Text => text(words, words)

function fillBoth(sentence: Text, values: Readonly<Record<string, Text>>): Text {
  const inLocale = (locale: Locale): string => fill(sentence[locale], Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value[locale]])))
  return text(inLocale('en'), inLocale('zh-Hant'))
}

/** Several ways to be right, in a sentence; each is said once. */
function either(demands: readonly Text[]): Text {
  const [first = anotherValue, ...others] = demands.filter(({ en }, index) => demands.findIndex((other) => other.en === en) === index)
  return others.reduce((one, other) => fillBoth(wrong.either, { one, other }), first)
}

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
  const side = issue.code === 'too_small' ? text('at least {limit}', '至少 {limit}') : text('at most {limit}', '最多 {limit}')
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
  const own: unknown = issue.code === 'custom' ? issue.params?.['message'] : undefined
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

const isSamePath = (a: Path | undefined, b: Path): boolean => a?.length === b.length && a.every((step, index) => step === b[index])

/**
 * The issues of zod as ours. Of several about one value the last stands, since the narrower check comes later;
 * beyond a bound they are only counted.
 */
export function issuesOf(found: readonly RawIssue[], input: unknown): readonly InputIssue[] {
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
