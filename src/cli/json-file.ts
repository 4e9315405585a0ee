import { Complaint, readText, shownName, type Io } from './io.js'
import { JsonText } from './json-text.js'
import { messages } from './messages.js'
import type { Problem } from './problems.js'

/** A file of JSON: what it holds and where each part of it stands. */
export interface JsonFile {
  readonly name: string
  readonly value: unknown
  readonly text: JsonText
}

/** Reads a file of JSON, or says why it cannot be read; a name given twice is a fault of the whole. */
export async function readJson(io: Io, file: string): Promise<JsonFile | Problem> {
  const json = await readAnyJson(io, file)
  if ('says' in json) return json
  const [repeated] = json.text.repeatedNames()
  return repeated === undefined ? json : { file: json.name, record: null, id: null, ...repeated, says: messages.repeatedName }
}

/** Reads a file of JSON that may give a name twice. */
export async function readAnyJson(io: Io, file: string): Promise<JsonFile | Problem> {
  const name = shownName(file)
  const problem = { file: name, record: null, id: null, path: [], position: null }
  try {
    const written = await readText(io, file)
    if (written.trim() === '') return { ...problem, says: messages.isEmpty }
    const text = new JsonText(written)
    const content = text.read()
    if ('brokenAt' in content) return { ...problem, position: content.brokenAt, says: messages.notJson }
    return { name, value: content.value, text }
  } catch (error) {
    if (error instanceof Complaint) return { ...problem, says: error.says }
    throw error
  }
}
