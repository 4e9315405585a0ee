import { Buffer } from 'node:buffer'
import { parse } from 'csv-parse/sync'
import { text, type CatalogueEntry, type Text } from '../../catalogue.js'
import { inputSchema } from '../input-schema.js'
import { Complaint } from '../io.js'
import { batchMessages } from './messages.js'
import { filled, unknownName } from '../names.js'
import { columnsOf, requiredFields, type Column } from './columns.js'

/** How the rows of a table are read. */
export interface Table {
  readonly columns: readonly Column[]
  /** The column that holds what the caller calls a row. */
  readonly idAt: number | null
}

/** The column that names a row, where it is no field of the input. */
const ID = 'id'

/**
 * The cells of each row. A quotation mark that is never closed takes the rest with it, and that row is left out;
 * whatever else is odd is kept as it stands.
 */
export const cellsOf = (bytes: Uint8Array): readonly (readonly string[])[] =>
  parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
  })

/** The table that a header announces; a complaint about a column that is unknown, there twice or missing. */
export function tableOf(header: Uint8Array, entry: CatalogueEntry): Table {
  const schema = inputSchema(entry)
  const known = columnsOf(schema)
  const names = (cellsOf(header)[0] ?? []).map((cell) => cell.trim())
  const idAt = known.has(ID) ? -1 : names.indexOf(ID)

  const columns = names.map((name, index): Column => {
    const column = known.get(name)
    if (index === idAt) return { name, path: [], kinds: [] }
    if (column === undefined) throw new Complaint(unknownName(batchMessages.unknownColumn, name, known.keys()))
    if (names.indexOf(name) < index) throw new Complaint(filled(batchMessages.columnTwice, { name: `"${name}"` }))
    return column
  })
  for (const name of requiredFields(schema)) {
    if (!columns.some(({ path }) => path[0] === name)) throw new Complaint(filled(batchMessages.noColumn, { name: `"${name}"` }))
  }
  return { columns, idAt: idAt < 0 ? null : idAt }
}

/** Says that a row has more or fewer cells than there are columns. */
export const wrongCells = (found: number, columns: number): Text =>
  text(`has ${found} cells where the header has ${columns}`, `有 ${found} 格，而標題行有 ${columns} 格`)
