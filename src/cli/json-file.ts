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

/** Reads a file of JSON, or says why it cannot be read. */
export async function readJson(io: Io, file: string): Promise<JsonFile | Problem> {
  const name = shownName(file)
  const problem = { file: name, record: null, id: null, path: [], position: null }
  try {
    const text = new JsonText(await readText(io, file))
    const content = text.read()
    if ('brokenAt' in content) return { ...problem, position: content.brokenAt, says: messages.notJson }
    return { name, value: content.value, text }
  } catch (error) {
    if (error instanceof Complaint) return { ...problem, says: error.says }
    throw error
  }
}
