import * as z from 'zod'
import { catalogue, describedAs, InputError, parser, type CatalogueEntry, type Path } from '../catalogue.js'
import type { Fault } from './input-faults.js'
import type { Position } from './json-text.js'
import { messages } from './messages.js'
import { filled, unknownFunction, withSuggestion } from './names.js'
import type { Problem, RecordPlace } from './problems.js'
import { ChoiceFields, wrongChoiceIn, type Choice } from './readings.js'
import { LONGEST_NAME, RecordId } from './record-id.js'

const LONGEST_ADDRESS = 1000

/** A record of something that a school did: the function that judges it, a name of the school's own, and the facts. */
export const RecordFields = z.strictObject({
  $schema: describedAs(z.string().max(LONGEST_ADDRESS), 'where an editor finds the schema', '編輯器取得 schema 的位置').optional(),
  check: describedAs(z.string().max(LONGEST_NAME), 'the function that judges the record', '檢查這項紀錄的函式'),
  id: describedAs(RecordId, "the school's own name for the record", '學校自訂的紀錄識別碼').optional(),
  input: describedAs(z.unknown(), 'the facts: what the function takes', '事實：該函式的輸入資料'),
  options: describedAs(
    z.strictObject({
      readings: describedAs(ChoiceFields, 'how unclear points of the document are read: {"A-E3": "floor"}', '對文件不明確之處採用的理解：{"A-E3": "floor"}').optional(),
    }),
    'how the function is asked',
    '查問的方式',
  ).optional(),
})

/** A record that can be judged. */
export interface SchoolRecord extends RecordPlace {
  readonly entry: CatalogueEntry
  readonly input: unknown
  readonly choice: Choice
  /** Where in the file a path of the record stands. */
  readonly locate: (path: Path) => Position
}

/** What a file holds, in order: each record, or what keeps it from being judged. */
export type Records = readonly (SchoolRecord | Problem)[]

const parseFields = parser(RecordFields)

/** What is wrong with the fields of a record. */
function fieldFaults({ issues }: InputError): readonly Fault[] {
  const fields = Object.keys(RecordFields.shape).filter((field) => field !== '$schema')
  return issues.map(({ path, code, message }) => {
    if (code !== 'unrecognized_keys') return { path, says: path[0] === 'input' ? messages.isRequired : message }
    if (path.length > 1) return { path, says: messages.optionsOnlyReadings }
    return { path, says: withSuggestion(filled(messages.unknownField, { fields: fields.join(', ') }), String(path[0]), fields) }
  })
}

/** A value with the function that its file is for, unless it names one itself. */
function withCheck(value: unknown, check: string | undefined): unknown {
  const namesNone = typeof value === 'object' && value !== null && !Array.isArray(value) && !('check' in value)
  return check !== undefined && namesNone ? { ...value, check } : value
}

/** The record that a value is, or what is wrong with it. */
export function recordFrom(value: unknown): Pick<SchoolRecord, 'entry' | 'input' | 'choice'> | readonly Fault[] {
  let fields: z.output<typeof RecordFields>
  try {
    fields = parseFields(value)
  } catch (error) {
    if (error instanceof InputError) return fieldFaults(error)
    throw error
  }
  const { check, input, options } = fields
  const entry = catalogue.get(check)
  if (entry === undefined) return [{ path: ['check'], says: unknownFunction(check) }]
  const choice = options?.readings ?? {}
  const faults = Object.entries(choice).flatMap(([id, option]): readonly Fault[] => {
    const says = wrongChoiceIn(entry.module, id, option)
    return says === undefined ? [] : [{ path: ['options', 'readings', id], says }]
  })
  return faults.length > 0 ? faults : { entry, input, choice }
}

/** What a record is called, however malformed it is otherwise. */
function idOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null
  return typeof value.id === 'string' || typeof value.id === 'number' ? String(value.id).slice(0, LONGEST_NAME) : null
}

/** A value that may be a record, and where it stands. */
export interface Candidate {
  readonly value: unknown
  readonly file: string
  /** Its place in the list, from 0; `null` when the file holds no list. */
  readonly record: number | null
  /** Where in the file a path of the record stands. */
  readonly locate: (path: Path) => Position
}

/** Makes a record of a value; `check` is the function when it names none. */
export type RecordReader = (candidate: Candidate, check: string | undefined) => Records

/** The record that a value is, or all that is wrong with it. */
export function readRecord(candidate: Candidate, check: string | undefined): Records {
  const { value, file, record: index, locate } = candidate
  const place = { file, record: index, id: idOf(value) }
  const record = recordFrom(withCheck(value, check))
  if ('entry' in record) return [{ ...place, ...record, locate }]
  return record.map(({ path, says }) => ({ ...place, path, position: locate(path), says }))
}
