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

/** A path as a person writes it: `sections[0].approvedPlaces`. */
export function pathText(path: Path): string {
  let written = ''
  for (const step of path) {
    if (typeof step === 'number') written += `[${step}]`
    else written += written === '' ? step : `.${step}`
  }
  return written
}

/** The input as a whole, for an issue that has no path. */
const WHOLE = text('the input', '整項輸入')

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
    return issues.map(({ path, message }) => `${pathText(path) || WHOLE[locale]}${colon}${message[locale]}`).join('\n')
  }

  /** The same message in the language asked for; one line for each issue. */
  in(locale: Locale): string {
    return InputError.describe(this.issues, locale)
  }
}

/** The most that a message repeats of a value that it found. */
const LONGEST_SHOWN = 40

function shown(value: unknown): string {
  if (typeof value === 'string') {
    return JSON.stringify(value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)}…` : value)
  }
  if (typeof value === 'number' || typeof value === 'boolean' || value === null || value === undefined) return String(value)
  return Array.isArray(value) ? 'a list / 清單' : `(${typeof value})`
}

/** Reads one step of a path from a value that may be hostile: a getter may throw. */
function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value
  for (const step of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, step)) return undefined
    current = Reflect.get(current, step)
  }
  return current
}

const wrong = {
  type: text('expected {expected}, found {found}', '應為 {expected}，但得到 {found}'),
  missing: text('is required ({expected})', '必須提供（{expected}）'),
  choice: text('must be one of: {expected}; found {found}', '必須是以下其中一項：{expected}；但得到 {found}'),
  format: text('must be {expected}; found {found}', '必須是{expected}；但得到 {found}'),
  small: text('must be at least {limit}; found {found}', '不得少於 {limit}；但得到 {found}'),
  big: text('must be at most {limit}; found {found}', '不得多於 {limit}；但得到 {found}'),
  unknownField: text('is not a field of this input', '不是這項輸入的欄位'),
  unreadable: text('could not be read', '無法讀取'),
  value: text('is not a valid value; found {found}', '不是有效的值；得到 {found}'),
} as const

const formats: Readonly<Record<string, Text>> = {
  date: text('a calendar date YYYY-MM-DD from 1900 to 2199', '1900 至 2199 年間的日曆日期 YYYY-MM-DD'),
  regex: text('a calendar date YYYY-MM-DD from 1900 to 2199', '1900 至 2199 年間的日曆日期 YYYY-MM-DD'),
  money: text('an amount with at most two decimals, such as "1250.50"', '最多兩個小數位的金額，例如 "1250.50"'),
  schoolYear: text('a school year such as "2025/26"', '學年，例如 "2025/26"'),
}

const fillBoth = (sentence: Text, en: Readonly<Record<string, string>>, zh = en): Text =>
  text(fill(sentence.en, en), fill(sentence['zh-Hant'], zh))

/** The length of what was found when the limit is one on length, else the value itself. */
function measured(value: unknown): string {
  if (Array.isArray(value)) return String(value.length)
  return typeof value === 'string' ? String(value.length) : shown(value)
}

type RawIssue = z.core.$ZodIssue

function messageOf(issue: RawIssue, found: unknown): Text {
  switch (issue.code) {
    case 'invalid_type':
      return found === undefined
        ? fillBoth(wrong.missing, { expected: issue.expected })
        : fillBoth(wrong.type, { expected: issue.expected, found: shown(found) })
    case 'invalid_value':
      return fillBoth(wrong.choice, { expected: issue.values.map(String).join(', '), found: shown(found) })
    case 'invalid_format': {
      const format = formats[issue.format] ?? text(issue.format, issue.format)
      return fillBoth(wrong.format, { expected: format.en, found: shown(found) }, { expected: format['zh-Hant'], found: shown(found) })
    }
    case 'too_small':
      return fillBoth(wrong.small, { limit: String(issue.minimum), found: measured(found) })
    case 'too_big':
      return fillBoth(wrong.big, { limit: String(issue.maximum), found: measured(found) })
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? fillBoth(wrong.choice, { expected: issue.options.map(String).join(', '), found: shown(found) })
        : fillBoth(wrong.value, { found: shown(found) })
    case 'custom':
      return issue.params?.['message'] === undefined ? fillBoth(wrong.value, { found: shown(found) }) : customMessage(issue.params['message'])
    default:
      return fillBoth(wrong.value, { found: shown(found) })
  }
}

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && 'en' in value && 'zh-Hant' in value

const customMessage = (message: unknown): Text => (isText(message) ? message : wrong.value)

const toPath = (path: readonly PropertyKey[]): Path => path.map((step) => (typeof step === 'number' ? step : String(step)))

/** One issue of zod as ours: an unknown field becomes an issue at its own path. */
function issuesOf(issue: RawIssue, input: unknown): readonly InputIssue[] {
  const path = toPath(issue.path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], code: issue.code, message: wrong.unknownField }))
  }
  return [{ path, code: issue.code, message: messageOf(issue, valueAt(input, issue.path)) }]
}

const unreadable = (): InputError => new InputError([{ path: [], code: 'unreadable', message: wrong.unreadable }])

/** Checks an unknown input against a schema and returns a copy that has exactly the known fields. */
export type Parser<Schema extends z.ZodType> = (input: unknown) => z.output<Schema>

/**
 * Makes the parser of a schema. Compiling takes a few milliseconds, so it waits for the first input.
 * The parser throws an `InputError` naming every path that is wrong; also when reading the input itself throws.
 */
export function parser<Schema extends z.ZodType>(schema: Schema): Parser<Schema> {
  let compiled: Schema | undefined
  return (input) => {
    let issues: readonly InputIssue[]
    try {
      compiled ??= z.compile(schema)
      const result = compiled.safeParse(input)
      if (result.success) return result.data
      issues = result.error.issues.flatMap((issue) => issuesOf(issue, input))
    } catch {
      throw unreadable()
    }
    throw new InputError(issues)
  }
}

/** An issue that a schema cannot hold because it concerns several facts: throws it as an `InputError`. */
export function reject(path: Path, message: Text): never {
  throw new InputError([{ path, code: 'inconsistent', message }])
}
