import * as z from 'zod'
import { catalogue, InputError, parser, type CatalogueEntry, type Path } from '../catalogue.js'
import type { Fault } from './input-faults.js'
import type { Io } from './io.js'
import { readJson } from './json-file.js'
import type { Position } from './json-text.js'
import { messages } from './messages.js'
import { filled, unknownName, withSuggestion } from './names.js'
import type { Problem, RecordPlace } from './problems.js'
import { wrongChoiceIn, type Choice } from './readings.js'

const LONGEST_NAME = 200

/** A record of something that a school did: the function that judges it, a name of the school's own, and the facts. */
const RecordFields = z.strictObject({
  check: z.string().max(LONGEST_NAME),
  id: z.union([z.string().min(1).max(LONGEST_NAME), z.int()]).optional(),
  input: z.unknown(),
  options: z.strictObject({ readings: z.record(z.string(), z.string()).optional() }).optional(),
})

/** A record that can be judged. */
export interface SchoolRecord extends RecordPlace {
  readonly entry: CatalogueEntry
  readonly input: unknown
  readonly choice: Choice
  /** Where in the file a path of the record stands. */
  readonly locate: (path: Path) => Position
}

const parseFields = parser(RecordFields)

/** What is wrong with the fields of a record. */
function fieldFaults({ issues }: InputError): readonly Fault[] {
  const fields = Object.keys(RecordFields.shape)
  return issues.map(({ path, code, message }) => {
    if (code !== 'unrecognized_keys') return { path, says: path[0] === 'input' ? messages.isRequired : message }
    if (path.length > 1) return { path, says: messages.optionsOnlyReadings }
    return { path, says: withSuggestion(filled(messages.unknownField, { fields: fields.join(', ') }), String(path[0]), fields) }
  })
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
  if (entry === undefined) return [{ path: ['check'], says: unknownName(messages.unknownFunction, check, catalogue.keys()) }]
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

/** Reads a file of one record or a list of records: in order, each record or what keeps it from being judged. */
export async function readRecords(io: Io, file: string): Promise<readonly (SchoolRecord | Problem)[]> {
  const json = await readJson(io, file)
  if ('says' in json) return [json]

  const isList = Array.isArray(json.value)
  const values: readonly unknown[] = Array.isArray(json.value) ? json.value : [json.value]
  return values.flatMap((value, index): readonly (SchoolRecord | Problem)[] => {
    const place = { file: json.name, record: isList ? index : null, id: idOf(value) }
    const locate = (path: Path): Position => json.text.locate(isList ? [index, ...path] : path)
    const record = recordFrom(value)
    if ('entry' in record) return [{ ...place, ...record, locate }]
    return record.map(({ path, says }) => ({ ...place, path, position: locate(path), says }))
  })
}
