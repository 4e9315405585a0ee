import { Buffer } from 'node:buffer'
import { parse } from 'csv-parse/sync'
import type { CatalogueEntry, Text } from '../../catalogue.js'
import { Assembly, Columns, stepsOf } from '../csv-columns.js'
import { CHECK, ID, namesWrongIn, overlaps } from '../csv-records.js'
import { Complaint } from '../io.js'
import { messages } from '../messages.js'
import { filled, withSuggestion } from '../names.js'
import { printable } from '../printable.js'
import { batchMessages } from './messages.js'

/** What stands in for bytes that are not UTF-8. */
export const REPLACED = '\ufffd'

/** The names of a table's columns, in order: fields, and what says which function and which row it is. */
export type Header = readonly string[]

/**
 * The cells of each row. A quotation mark that is never closed takes all that follows with it, and that row is left
 * out; whatever else is odd is kept as it stands.
 */
export const cellsOf = (bytes: Uint8Array): readonly (readonly string[])[] =>
  parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
  })

const isFact = (column: string): boolean => column !== CHECK && column !== ID

/** What is wrong with a column, given those before it. */
function wrongColumn(column: string, before: Header, columns: Columns): Text | undefined {
  const other = before.find((each) => overlaps(column, each))
  if (other !== undefined) return filled(messages.csvColumnsOverlap, { other })
  if (!isFact(column) || columns.knows(column)) return undefined
  return withSuggestion(messages.csvUnknownColumn, column, columns.names)
}

/** The header that the first row of a table is; a complaint about a column that has no name, is unknown or there twice. */
export function headerOf(firstRow: Uint8Array | undefined, entry: CatalogueEntry): Header {
  const header = (firstRow === undefined ? [] : cellsOf(firstRow)[0] ?? []).map((cell) => cell.trim())
  if (header.length === 0) throw new Complaint(messages.csvWithoutHeader)
  if (header.some((name) => name.includes(REPLACED))) throw new Complaint(messages.notUtf8)
  const [wrong] = namesWrongIn(header)
  if (wrong !== undefined) throw new Complaint(wrong)
  const columns = new Columns(entry)
  for (const [index, column] of header.entries()) {
    const says = wrongColumn(column, header.slice(0, index), columns)
    if (says === undefined) continue
    const name = `"${printable(column)}"`
    throw new Complaint(filled(batchMessages.column, { name, says: says.en }, { name, says: says['zh-Hant'] }))
  }
  return header
}

/** One row of a table: what it is called, which function it names, and its facts. */
export interface TableRow {
  readonly id: string | undefined
  readonly check: string | undefined
  readonly input: unknown
}

/** Reads the rows of a table with this header. */
export class Table {
  readonly #columns: Columns

  constructor(entry: CatalogueEntry, readonly header: Header) {
    this.#columns = new Columns(entry)
  }

  /** The row that cells are; an empty cell is a fact that was not given. */
  row(cells: readonly string[]): TableRow {
    const input = new Assembly()
    for (const [index, column] of this.header.entries()) {
      const cell = cells[index]?.trim() ?? ''
      if (cell !== '' && isFact(column)) input.put(stepsOf(column), this.#columns.valueOf(column, cell))
    }
    return { id: this.#cell(cells, ID), check: this.#cell(cells, CHECK), input: input.value }
  }

  /** Says that a row has more or fewer cells than the table has columns; nothing when it has as many. */
  wrongLength({ length }: readonly string[]): Text | undefined {
    const columns = this.header.length
    if (length === columns) return undefined
    return filled(messages.csvRowLength, { found: String(length), columns: String(columns) })
  }

  #cell(cells: readonly string[], column: string): string | undefined {
    const cell = cells[this.header.indexOf(column)]
    return cell === '' ? undefined : cell
  }
}
