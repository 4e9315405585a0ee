import { alternativesOf, isSchema, type JsonSchema } from '../input-schema.js'

/** What the text of a cell can stand for. */
type Kind = 'number' | 'boolean' | 'json' | 'text'

/** A field that a column can hold: its path, written with dots in the header. */
export interface Column {
  readonly name: string
  readonly path: readonly string[]
  readonly kinds: readonly Kind[]
}

const kindOfValue = (value: unknown): Kind => (typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'text')

const kindsOfType: Readonly<Record<string, Kind>> = { number: 'number', integer: 'number', boolean: 'boolean', string: 'text' }

function kindsOf({ const: constant, enum: values, type = [] }: JsonSchema): readonly Kind[] {
  if (constant !== undefined) return [kindOfValue(constant)]
  if (values !== undefined) return values.map(kindOfValue)
  const types = (typeof type === 'string' ? [type] : type).filter((each) => each !== 'null')
  return types.map((each) => kindsOfType[each] ?? 'json')
}

function collect(schema: JsonSchema, path: readonly string[], columns: Map<string, Column>): void {
  const alternatives = alternativesOf(schema)
  const fields = Object.entries(schema.properties ?? {})
  for (const alternative of alternatives) collect(alternative, path, columns)
  for (const [name, field] of fields) if (isSchema(field)) collect(field, [...path, name], columns)
  if (alternatives.length > 0 || fields.length > 0 || path.length === 0) return
  const name = path.join('.')
  columns.set(name, { name, path, kinds: [...new Set([...(columns.get(name)?.kinds ?? []), ...kindsOf(schema)])] })
}

/** The columns that a table of inputs can have: each field, those of an object within with dotted names. */
export function columnsOf(schema: JsonSchema): ReadonlyMap<string, Column> {
  const columns = new Map<string, Column>()
  collect(schema, [], columns)
  return columns
}

/** The fields that every input has. */
export const requiredFields = (schema: JsonSchema): readonly string[] => schema.required ?? []

const NUMBER = /^-?\d+(?:\.\d+)?$/

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** The value that a cell stands for; text that stands for nothing of its kind stays text, for the schema to refuse. */
export function cellValue(text: string, { kinds }: Column): unknown {
  for (const kind of kinds) {
    if (kind === 'number' && NUMBER.test(text)) return Number(text)
    if (kind === 'boolean' && /^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true'
    if (kind === 'json' && /^[[{]/.test(text)) return parsed(text)
  }
  return text
}

type Fields = Record<string, unknown>
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

function put(fields: Fields, path: readonly string[], value: unknown): void {
  const [name = '', ...rest] = path
  if (rest.length === 0) {
    fields[name] = value
    return
  }
  const within = isFields(fields[name]) ? fields[name] : {}
  fields[name] = within
  put(within, rest, value)
}

/** The input that a row of cells is; an empty cell is a fact that was not given. */
export function inputOf(cells: readonly string[], columns: readonly Column[]): unknown {
  const input: Fields = {}
  for (const [index, column] of columns.entries()) {
    const text = cells[index]?.trim() ?? ''
    if (text !== '' && column.path.length > 0) put(input, column.path, cellValue(text, column))
  }
  return input
}
