import type { CatalogueEntry } from '../catalogue.js'
import { alternativesOf, inputSchema, isSchema, itemsOf, type JsonSchema } from './input-schema.js'

const INDEX = /^\d+$/

/** The steps of a dotted name: `sections.0.1`. */
export const stepsOf = (column: string): readonly string[] => column.split('.')

/** The member of a list at an index. */
function memberOf(schema: JsonSchema, index: number): JsonSchema | undefined {
  const fixed = schema.prefixItems?.length ?? 0
  const items = itemsOf(schema)
  return index < fixed ? items[index] : items[fixed]
}

/** Every schema that a value at this place of the input may have. */
function schemasAt(schema: JsonSchema, [step, ...rest]: readonly string[]): readonly JsonSchema[] {
  if (step === undefined) return [schema, ...alternativesOf(schema).flatMap((each) => schemasAt(each, []))]
  const field = Object.hasOwn(schema.properties ?? {}, step) ? schema.properties?.[step] : undefined
  const member = INDEX.test(step) ? memberOf(schema, Number(step)) : undefined
  return [
    ...[field, member].filter(isSchema).flatMap((each) => schemasAt(each, rest)),
    ...alternativesOf(schema).flatMap((each) => schemasAt(each, [step, ...rest])),
  ]
}

/** The dotted names of all fields; those within a list have a number in their name, and only the list is told. */
function dottedNames(schema: JsonSchema, prefix = ''): readonly string[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
    isSchema(field) ? [`${prefix}${name}`, ...dottedNames(field, `${prefix}${name}.`)] : [],
  )
  return [...own, ...alternativesOf(schema).flatMap((each) => dottedNames(each, prefix))]
}

type Kind = 'text' | 'number' | 'yesOrNo' | 'json'

const kinds: Readonly<Record<string, Kind>> = {
  string: 'text',
  number: 'number',
  integer: 'number',
  boolean: 'yesOrNo',
  array: 'json',
  object: 'json',
}

/** What the values of a schema are made of: by their type, or by the values that it lists. */
function kindsOf({ type, const: only, enum: listed }: JsonSchema): readonly Kind[] {
  const values = listed ?? (only === undefined ? undefined : [only])
  const types = values === undefined ? [type].flat() : values.map((value) => typeof value)
  return types.flatMap((each) => (each === undefined ? [] : kinds[each] ?? []))
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/

/** A list or an object in a cell is written as JSON. */
function fromJson(cell: string): unknown {
  try {
    return JSON.parse(cell)
  } catch {
    return cell
  }
}

/** The columns of the tables of one function. */
export class Columns {
  readonly #schema: JsonSchema
  readonly #kinds = new Map<string, ReadonlySet<Kind>>()

  constructor(entry: CatalogueEntry) {
    this.#schema = inputSchema(entry)
  }

  get names(): readonly string[] {
    return dottedNames(this.#schema)
  }

  knows(column: string): boolean {
    return schemasAt(this.#schema, stepsOf(column)).length > 0
  }

  /** What a cell says, as its field takes it; what the field cannot take stays text, and the function says so. */
  valueOf(column: string, cell: string): unknown {
    const can = this.#kindsOf(column)
    if (can.has('number') && NUMBER.test(cell)) return Number(cell)
    if (can.has('yesOrNo') && /^(?:true|false)$/i.test(cell)) return cell.toLowerCase() === 'true'
    return can.has('json') && /^[[{]/.test(cell) ? fromJson(cell) : cell
  }

  #kindsOf(column: string): ReadonlySet<Kind> {
    const known = this.#kinds.get(column)
    if (known !== undefined) return known
    const found = new Set(schemasAt(this.#schema, stepsOf(column)).flatMap(kindsOf))
    this.#kinds.set(column, found)
    return found
  }
}

/** A value under construction: the parts that were given so far, by the steps to them. */
export class Assembly {
  readonly #parts = new Map<string, unknown>()

  put([step = '', ...rest]: readonly string[], value: unknown): void {
    if (rest.length === 0) {
      this.#parts.set(step, value)
      return
    }
    const there = this.#parts.get(step)
    const part = there instanceof Assembly ? there : new Assembly()
    this.#parts.set(step, part)
    part.put(rest, value)
  }

  /** The object, or the list when all its steps are numbers; a member of a list that was not given is `null`. */
  get value(): unknown {
    const parts = Array.from(this.#parts, ([step, part]) => [step, part instanceof Assembly ? part.value : part] as const)
    if (parts.length === 0 || !parts.every(([step]) => INDEX.test(step))) return Object.fromEntries(parts)
    const given = new Map(parts.map(([step, part]) => [Number(step), part]))
    const length = Math.min(Math.max(...given.keys()) + 1, LONGEST_LIST)
    return Array.from({ length }, (_, index) => given.get(index) ?? null)
  }
}

/** No list of this library is longer; a number in a name cannot make one without end. */
const LONGEST_LIST = 10_000
