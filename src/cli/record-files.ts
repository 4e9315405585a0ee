import { extname } from 'node:path'
import type { Path } from '../catalogue.js'
import { csvRecords } from './csv-records.js'
import { Complaint, readText, shownName, type Io } from './io.js'
import { readAnyJson, type JsonFile } from './json-file.js'
import { JsonText, type Position } from './json-text.js'
import { messages } from './messages.js'
import { filled } from './names.js'
import type { Problem } from './problems.js'
import { readRecord, type RecordReader, type Records } from './records.js'

/** The names of files that records are looked for in, within a folder. */
export const RECORD_EXTENSIONS = ['json', 'ndjson', 'jsonl', 'csv'] as const

/** Names given twice keep a record from being judged: which of the two facts was meant? */
const repeated = (text: JsonText, place: Pick<Problem, 'file' | 'record' | 'id'>, within: Path): readonly Problem[] =>
  text.repeatedNames()
    .filter(({ path }) => within.every((step, depth) => path[depth] === step))
    .map(({ path, position }) => ({ ...place, path: path.slice(within.length), position, says: messages.repeatedName }))

function jsonRecords({ name: file, value, text }: JsonFile, check: string | undefined, readOne: RecordReader): Records {
  const isList = Array.isArray(value)
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  const hasRepeated = text.repeatedNames().length > 0
  return values.flatMap((each, index): Records => {
    const within = isList ? [index] : []
    const locate = (path: Path): Position => text.locate([...within, ...path])
    const read = readOne({ value: each, file, record: isList ? index : null, locate }, check)
    const faults = hasRepeated ? repeated(text, { file, record: isList ? index : null, id: read[0]?.id ?? null }, within) : []
    return faults.length > 0 ? [...faults, ...read.filter((one) => 'says' in one)] : read
  })
}

/** One record a line; empty lines are passed over. */
function ndjsonRecords(file: string, content: string, check: string | undefined, readOne: RecordReader): Records {
  let record = -1
  return content.split('\n').flatMap((line, index): Records => {
    if (line.trim() === '') return []
    record += 1
    const text = new JsonText(line, index + 1)
    const json = text.read()
    if ('brokenAt' in json) return [{ file, record, id: null, path: [], position: json.brokenAt, says: messages.notJson }]
    const read = readOne({ value: json.value, file, record, locate: (path) => text.locate(path) }, check)
    const faults = repeated(text, { file, record, id: read[0]?.id ?? null }, [])
    return faults.length > 0 ? [...faults, ...read.filter((one) => 'says' in one)] : read
  })
}

/** A second record of the same name cannot be told from the first, nor what was accepted of it. */
function withoutRepeatedIds(records: Records): Records {
  const lines = new Map<string, number>()
  return records.map((record) => {
    if ('says' in record || record.id === null) return record
    const { file, record: index, id } = record
    const first = lines.get(id)
    const position = record.locate(['id'])
    lines.set(id, first ?? position.line)
    return first === undefined ? record : { file, record: index, id, path: ['id'], position, says: filled(messages.repeatedId, { line: String(first) }) }
  })
}

/**
 * Reads a file of records, of the kind that its name says; `check` is the function for records that name none, and
 * `readOne` what makes a record of a JSON value.
 */
export async function readRecords(io: Io, file: string, check?: string, readOne: RecordReader = readRecord): Promise<Records> {
  const name = shownName(file)
  const kind = extname(file).toLowerCase()
  if (kind !== '.ndjson' && kind !== '.jsonl' && kind !== '.csv') {
    const json = await readAnyJson(io, file)
    return 'says' in json ? [json] : withoutRepeatedIds(jsonRecords(json, check, readOne))
  }
  try {
    const text = await readText(io, file)
    return withoutRepeatedIds(kind === '.csv' ? csvRecords(name, text, check) : ndjsonRecords(name, text, check, readOne))
  } catch (error) {
    if (error instanceof Complaint) return [{ file: name, record: null, id: null, path: [], position: null, says: error.says }]
    throw error
  }
}
