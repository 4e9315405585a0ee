import { pathText, type Locale, type Path, type Text } from '../catalogue.js'
import type { Context } from './context.js'
import type { Position } from './json-text.js'
import { messages } from './messages.js'
import { printable } from './printable.js'

/** Where a record stands, and what it is called. */
export interface RecordPlace {
  readonly file: string
  /** Its place in the list, from 0; `null` when the file holds no list. */
  readonly record: number | null
  /** What the school itself calls it. */
  readonly id: string | null
}

/** Something that kept a file or a record from being judged. */
export interface Problem extends RecordPlace {
  /** The path within the record. */
  readonly path: Path
  /** `null` when the file could not be read at all. */
  readonly position: Position | null
  readonly says: Text
}

/** What a record is called: the school's own id, else its place in the list, from 1. */
export const nameOf = ({ id, record }: RecordPlace, { say }: Context): string =>
  id === null ? say(messages.recordNumber, { number: (record ?? 0) + 1 }) : printable(id)

/** A problem in one line, for people. */
export function problemLine(problem: Problem, context: Context): string {
  const { file, record, id, path, position, says } = problem
  const { locale, paint, say } = context
  const place = position === null ? printable(file) : `${printable(file)}:${position.line}:${position.column}`
  const name = record === null && id === null ? [] : [paint('bold', nameOf(problem, context))]
  const field = path.length === 0 ? [] : [printable(pathText(path))]
  return `${paint('red', '✗')} ${[place, ...name, ...field].join(' · ')}${say(messages.colon)}${says[locale]}`
}

export interface ProblemJson extends RecordPlace {
  readonly line: number | null
  readonly column: number | null
  readonly path: string
  readonly says: string
}

/** A problem for programs. */
export const problemJson = ({ file, record, id, path, position, says }: Problem, locale: Locale): ProblemJson => ({
  file,
  record,
  id,
  line: position?.line ?? null,
  column: position?.column ?? null,
  path: pathText(path),
  says: says[locale],
})
