import { CsvError, parse } from 'csv-parse/sync'
import { catalogue, type CatalogueEntry, type Path, type Text } from '../catalogue.js'
import { Assembly, Columns, stepsOf } from './csv-columns.js'
import type { Position } from './json-text.js'
import { messages } from './messages.js'
import { filled, withSuggestion } from './names.js'
import { printable } from './printable.js'
import type { Problem } from './problems.js'
import { readRecord, type Records } from './records.js'

/** Columns that say what a row is; all others are facts. */
export const CHECK = 'check'
export const ID = 'id'

/** A row of a table, and the line that it starts on. */
interface Row {
  readonly cells: readonly string[]
  readonly line: number
}

const linesIn = (text: string): number => text.split('\n').length - 1

/** The rows of a table (RFC 4180) whose lines end alike; throws a `CsvError` where it is none. */
function rowsOf(content: string): readonly Row[] {
  const rows: Row[] = []
  let before = 0
  parse(content, {
    relax_column_count: true,
    record_delimiter: '\n',
    on_record: (cells, { lines }) => {
      if (cells.length > 1 || cells[0] !== '') rows.push({ cells, line: before + 1 })
      before = lines
      return null
    },
  })
  return rows
}

/** A column that stands for a whole and one that stands for its part would each overwrite the other. */
export const overlaps = (column: string, other: string): boolean => column === other || column.startsWith(`${other}.`) || other.startsWith(`${column}.`)

/** What is wrong with the names of a header, whatever function they are for. */
export function namesWrongIn(header: readonly string[]): readonly Text[] {
  if (header.length === 1 && header[0]?.includes(';') === true) return [messages.csvSemicolons]
  return header.flatMap((name, index) => (name === '' ? [filled(messages.csvNoName, { number: String(index + 1) })] : []))
}

class Table {
  readonly #columns = new Map<string, Columns>()

  constructor(
    readonly file: string,
    readonly header: Row,
    readonly rows: readonly Row[],
    readonly check: string | undefined,
  ) {}

  /** What is wrong with the header; its rows are then not read, for each of them would be wrong in the same way. */
  headerProblems(): readonly Problem[] {
    const names = this.header.cells
    const problem = (says: Problem['says'], column: string): Problem => ({
      file: this.file, record: null, id: null, path: column === '' ? [] : [column], position: { line: this.header.line, column: 1 }, says,
    })
    const wrong = namesWrongIn(names)
    if (wrong.length > 0) return wrong.map((says) => problem(says, ''))
    if (this.check === undefined && !names.includes(CHECK)) return [problem(messages.csvWithoutCheck, '')]
    const facts = names.filter((name) => name !== CHECK && name !== ID)
    return [
      ...names.flatMap((name, index) => {
        const other = names.slice(0, index).find((earlier) => overlaps(name, earlier))
        return other === undefined ? [] : [problem(filled(messages.csvColumnsOverlap, { other: printable(other) }), name)]
      }),
      ...facts.filter((name) => !this.#isKnown(name)).map((name) => problem(withSuggestion(messages.csvUnknownColumn, name, this.#allNames()), name)),
    ]
  }

  records(): Records {
    return this.rows.flatMap((row, index): Records => {
      const { cells, line } = row
      const entry = this.#entryOf(row)
      const cell = (column: string): string | undefined => cells[this.header.cells.indexOf(column)]
      const position = { line, column: 1 }
      const id = cell(ID) === '' ? undefined : cell(ID)
      if (cells.length !== this.header.cells.length) {
        const says = filled(messages.csvRowLength, { found: String(cells.length), columns: String(this.header.cells.length) })
        return [{ file: this.file, record: index, id: id ?? null, path: [], position, says }]
      }
      const check = cell(CHECK) === '' ? undefined : cell(CHECK)
      const input = entry === undefined ? {} : this.#inputOf(row, this.#columnsOf(entry))
      const value = { ...(check === undefined ? {} : { check }), ...(id === undefined ? {} : { id }), input }
      return readRecord({ value, file: this.file, record: index, locate: (path) => this.#locate(row, path) }, this.check)
    })
  }

  #inputOf({ cells }: Row, columns: Columns): unknown {
    const input = new Assembly()
    for (const [index, column] of this.header.cells.entries()) {
      const cell = cells[index]?.trim() ?? ''
      if (column === CHECK || column === ID || cell === '') continue
      input.put(stepsOf(column), columns.valueOf(column, cell))
    }
    return input.value
  }

  /** A cell stands on the line of its row, or further down when cells before it hold more than one line. */
  #locate({ cells, line }: Row, path: Path): Position {
    const name = (path[0] === 'input' ? path.slice(1) : path).join('.')
    const at = this.header.cells.findIndex((column) => name !== '' && (column === name || name.startsWith(`${column}.`)))
    return { line: line + linesIn(cells.slice(0, Math.max(at, 0)).join('')), column: 1 }
  }

  #entryOf({ cells }: Row): CatalogueEntry | undefined {
    const own = cells[this.header.cells.indexOf(CHECK)] ?? ''
    return catalogue.get(own === '' ? this.check ?? '' : own)
  }

  #columnsOf(entry: CatalogueEntry): Columns {
    const known = this.#columns.get(entry.name)
    if (known !== undefined) return known
    const columns = new Columns(entry)
    this.#columns.set(entry.name, columns)
    return columns
  }

  /** The columns of every function that a row of the table names. */
  #allColumns(): readonly Columns[] {
    const entries = this.rows.map((row) => this.#entryOf(row)).filter((entry) => entry !== undefined)
    return [...new Set(entries)].map((entry) => this.#columnsOf(entry))
  }

  #allNames(): readonly string[] {
    return [CHECK, ID, ...this.#allColumns().flatMap(({ names }) => names)]
  }

  /** Where no function is known, the rows say so. */
  #isKnown(name: string): boolean {
    const all = this.#allColumns()
    return all.length === 0 || all.some((columns) => columns.knows(name))
  }
}

/** Reads a table of records: a row a record, a column a field, dotted names for nested ones, an empty cell for a fact not known. */
export function csvRecords(file: string, text: string, check: string | undefined): Records {
  const problem = { file, record: null, id: null, path: [] }
  try {
    const [header, ...rows] = rowsOf(text.replace(/\r\n?/g, '\n'))
    if (header === undefined) return [{ ...problem, position: { line: 1, column: 1 }, says: messages.csvWithoutHeader }]
    const names = header.cells.map((name) => name.trim())
    const table = new Table(file, { ...header, cells: names }, rows, check)
    const faults = table.headerProblems()
    return faults.length > 0 ? faults : table.records()
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1
    return [{ ...problem, position: { line, column: 1 }, says: messages.notCsv }]
  }
}
