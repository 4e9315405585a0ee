import * as z from 'zod'
import { issuesOf, type InputIssue } from './input-issues.js'
import { placeText, type Path } from './path.js'
import { text, type Locale, type Text } from './text.js'

export { isForm, wrongChoice, type Form, type InputIssue } from './input-issues.js'
export { pathText, placeText, printable, type Path } from './path.js'

/** One line for each issue: where, and what is wrong. */
function linesOf(issues: readonly InputIssue[], locale: Locale): string {
  const colon = locale === 'en' ? ': ' : '：'
  return issues.map(({ path, message }) => `${placeText(path, locale)}${colon}${message[locale]}`).join('\n')
}

/**
 * The one error of this library: the input is malformed. It names every path, in both languages.
 * Facts that are merely bad news never throw; they are findings.
 */
export class InputError extends Error {
  override readonly name = 'InputError'
  readonly issues: readonly InputIssue[]

  constructor(issues: readonly InputIssue[]) {
    super(linesOf(issues, 'en'))
    this.issues = issues
  }

  /** The same message in the language asked for; one line for each issue. */
  in(locale: Locale): string {
    return linesOf(this.issues, locale)
  }
}

const asInputError = (error: unknown, path: Path): InputError =>
  error instanceof InputError ? error : new InputError([{ path, code: 'unreadable', message: text('could not be read', '無法讀取') }])

/** Reads a value that may be hostile: what reading it throws becomes an `InputError`. */
export function readable<Value>(path: Path, read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    throw asInputError(error, path)
  }
}

/** Checks an unknown input against a schema and returns a copy that has exactly the known fields. */
export type Parser<Schema extends z.ZodType> = (input: unknown) => z.output<Schema>

/** Whoever wants no code to be generated tells zod so, and it is not tried here either. */
const compile = <Schema extends z.ZodType>(schema: Schema): Schema => (z.config().jitless === true ? schema : z.compile(schema))

/**
 * Makes the parser of a schema. Compiling takes a few milliseconds, so it waits for the first input; where the
 * platform forbids code from strings, the schema checks without.
 * The parser throws an `InputError` naming every path that is wrong; also when reading the input itself throws.
 */
export function parser<Schema extends z.ZodType>(schema: Schema): Parser<Schema> {
  let compiled: Schema | undefined
  return (input) => {
    const checking = (compiled ??= compile(schema))
    try {
      const result = checking.safeParse(input)
      if (result.success) return result.data
      throw new InputError(issuesOf(result.error.issues, input))
    } catch (error) {
      throw asInputError(error, [])
    }
  }
}

/** An issue that a schema cannot hold because it concerns several facts: throws it as an `InputError`. */
export function reject(path: Path, message: Text): never {
  throw new InputError([{ path, code: 'inconsistent', message }])
}
