import { InputError, type CatalogueEntry, type Path, type Text } from '../../catalogue.js'
import { messages } from '../messages.js'
import { filled, functionNamed } from '../names.js'
import type { Choice } from '../readings.js'
import { recordFrom } from '../records.js'
import { AnswerBytes } from './answer-bytes.js'
import type { Chunk } from './chunks.js'
import { JsonBytes } from './json-bytes.js'
import { batchMessages } from './messages.js'
import { repeatedNameIn } from './repeated-names.js'
import { cellsOf, REPLACED, Table, type Header } from './table.js'
import { Counter, type Tally } from './tally.js'

/** What is asked of every row; plain data, so that it can be handed to a thread. */
export interface Job {
  readonly name: string
  readonly readings: Choice
  /** The header when the rows are those of a table; otherwise each is JSON. */
  readonly header: Header | null
}

/** The lines that a chunk becomes, and what was found in it. */
export interface Answered {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly tally: Tally
}

type Issue = InputError['issues'][number]
type Id = string | number | undefined

const NOTHING_CHOSEN = undefined

/** The first line of JSON that goes on over several. */
const OPENING = /^\s*[[{]\s*$/

const issue = (code: string, message: Text, path: Path = []): Issue => ({ path, code, message })

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

function idOf(row: object): Id {
  if (!('id' in row)) return undefined
  return typeof row.id === 'string' || typeof row.id === 'number' ? row.id : undefined
}

/** Answers rows, one JSON line for each, with what the rows of one function have in common made once. */
export class RowAnswerer {
  readonly #entry: CatalogueEntry
  readonly #options: { readonly readings: Choice } | undefined
  readonly #table: Table | undefined
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  readonly #out = new JsonBytes()
  readonly #answers = new AnswerBytes()
  #counter = new Counter()

  constructor(readonly job: Job) {
    this.#entry = functionNamed(job.name)
    this.#options = Object.keys(job.readings).length === 0 ? NOTHING_CHOSEN : { readings: job.readings }
    this.#table = job.header === null ? undefined : new Table(this.#entry, job.header)
  }

  /** @param memory where the lines are written, if it is large enough */
  answer({ first, rows, bytes }: Chunk, memory?: ArrayBuffer): Answered {
    this.#counter = new Counter()
    this.#out.start(memory)
    if (bytes.length === 0) this.#refuse(first, undefined, [issue('row_too_long', batchMessages.tooLong)])
    else if (this.#table === undefined) this.#lines(first, this.#decoder.decode(bytes))
    else this.#cells(first, rows, cellsOf(bytes), this.#table)
    return { bytes: this.#out.written, tally: this.#counter.tally }
  }

  #lines(first: number, text: string): void {
    const isUtf8 = !text.includes(REPLACED)
    let row = first
    for (let start = 0; start < text.length;) {
      const newline = text.indexOf('\n', start)
      const end = newline < 0 ? text.length : newline
      const line = text.slice(start, end)
      start = end + 1
      if (line === '' || line === '\r') continue
      if (isUtf8 || !line.includes(REPLACED)) this.#line(row, line)
      else this.#refuse(row, undefined, [issue('not_utf8', messages.notUtf8)])
      row += 1
    }
  }

  #line(row: number, line: string): void {
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch {
      this.#refuse(row, undefined, [issue('not_json', row === 1 && OPENING.test(line) ? batchMessages.eachLine : batchMessages.notJson)])
      return
    }
    const repeated = repeatedNameIn(line, value)
    if (repeated !== undefined) this.#refuse(row, undefined, [issue('repeated_name', messages.repeatedName, repeated)])
    else if (isObject(value) && 'input' in value) this.#record(row, value)
    else this.#ask(row, undefined, value, this.#options, [])
  }

  /** A row that is a record, as `check` takes it; it need not name the function. */
  #record(row: number, value: object): void {
    const id = idOf(value)
    const record = recordFrom({ check: this.job.name, ...value })
    if (!('entry' in record)) this.#refuse(row, id, record.map(({ path, says }) => issue('record', says, path)))
    else if (record.entry.name !== this.job.name) this.#refuse(row, id, [this.#otherFunction()])
    else this.#ask(row, id, record.input, { readings: { ...record.choice, ...this.job.readings } }, ['input'])
  }

  /** A row that is not among those that could be read is the one that an open quotation mark took with it. */
  #cells(first: number, rows: number, read: readonly (readonly string[])[], table: Table): void {
    for (let index = 0; index < rows; index += 1) {
      const cells = read[index]
      if (cells === undefined) this.#refuse(first + index, undefined, [issue('open_quote', batchMessages.openQuote)])
      else this.#row(first + index, cells, table)
    }
  }

  #row(row: number, cells: readonly string[], table: Table): void {
    const { id, check = this.job.name, input } = table.row(cells)
    const wrongLength = table.wrongLength(cells)
    if (wrongLength !== undefined) this.#refuse(row, id, [issue('wrong_length', wrongLength)])
    else if (cells.some((cell) => cell.includes(REPLACED))) this.#refuse(row, id, [issue('not_utf8', messages.notUtf8)])
    else if (check !== this.job.name) this.#refuse(row, id, [this.#otherFunction()])
    else this.#ask(row, id, input, this.#options, [])
  }

  #otherFunction(): Issue {
    return issue('other_function', filled(batchMessages.otherFunction, { name: this.job.name }), ['check'])
  }

  #ask(row: number, id: Id, input: unknown, options: unknown, at: Path): void {
    try {
      const answer = this.#entry.run(input, options)
      this.#start(row, id).ascii(',"answer":')
      this.#answers.write(this.#out, answer)
      this.#out.ascii('}\n')
      this.#counter.count(answer)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      const { issues } = error
      this.#refuse(row, id, at.length === 0 ? issues : issues.map((each) => ({ ...each, path: [...at, ...each.path] })))
    }
  }

  #refuse(row: number, id: Id, issues: readonly Issue[]): void {
    this.#start(row, id).ascii(',"error":').value({ issues }).ascii('}\n')
    this.#counter.bad += 1
  }

  #start(row: number, id: Id): JsonBytes {
    const out = this.#out.ascii('{"row":').ascii(String(row))
    return id === undefined ? out : out.ascii(',"id":').value(id)
  }
}
