import fc from 'fast-check'
import * as z from 'zod'
import type { CatalogueEntry } from '../../src/catalogue.js'
import { addDays } from '../../src/kernel/calendar.js'
import type { GoldenFile } from '../golden-cases.js'

export type Json = z.core.util.JSONType
type JsonObject = Readonly<Record<string, Json>>
type Scalar = string | number | boolean

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)
const isScalar = (value: Json): value is Scalar => value !== null && typeof value !== 'object'
const isDate = (value: string): boolean => /^\d{4}-\d\d-\d\d$/.test(value)

/** The values that the golden cases give to each field: mostly limits, and the values next to them. */
type Pool = ReadonlyMap<string, readonly Json[]>

function poolOf(inputs: readonly Json[]): Pool {
  const pool = new Map<string, Json[]>()
  const collect = (value: Json, name: string): void => {
    const values = pool.get(name) ?? []
    pool.set(name, values)
    values.push(value)
    if (Array.isArray(value)) for (const item of value) collect(item, `${name}[]`)
    else if (isObject(value)) for (const [key, each] of Object.entries(value)) collect(each, key)
  }
  for (const input of inputs) collect(input, '')
  return pool
}

/** What a JSON Schema of zod says of an input, as far as it is used here. */
interface JsonSchema {
  readonly type?: unknown
  readonly const?: unknown
  readonly enum?: unknown
  readonly format?: unknown
  readonly minimum?: unknown
  readonly maximum?: unknown
  readonly minItems?: unknown
  readonly maxItems?: unknown
  readonly items?: unknown
  readonly prefixItems?: unknown
  readonly properties?: unknown
  readonly required?: unknown
  readonly anyOf?: unknown
  readonly oneOf?: unknown
}

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null
const schemasIn = (value: unknown): readonly JsonSchema[] => (Array.isArray(value) ? value.filter(isSchema) : [])
const asJson = (value: unknown): Json => z.json().parse(value)

const MOST_ITEMS = 4

function wholeNumber({ minimum, maximum }: JsonSchema): fc.Arbitrary<Json> {
  const min = typeof minimum === 'number' ? minimum : -100
  const max = typeof maximum === 'number' ? maximum : Number.MAX_SAFE_INTEGER
  return fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min, max: Math.min(max, min + 40) }) },
    { weight: 1, arbitrary: fc.integer({ min, max: Math.min(max, min + 5000) }) },
    { weight: 1, arbitrary: fc.constantFrom(min, max) },
  )
}

const anyDate = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2022-09-01', days))

function scalarOf(schema: JsonSchema): fc.Arbitrary<Json> {
  switch (schema.type) {
    case 'integer':
      return wholeNumber(schema)
    case 'number':
      return fc.integer({ min: 0, max: 30_000_000 }).map((cents) => cents / 100)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'string':
      return schema.format === 'date' ? anyDate : fc.constantFrom('2025/26', 'a', '甲')
    default:
      return fc.constant(null)
  }
}

function listOf({ items, minItems, maxItems }: JsonSchema, name: string, pool: Pool): fc.Arbitrary<Json> {
  if (!isSchema(items)) return fc.constant([])
  const minLength = typeof minItems === 'number' ? minItems : 0
  const maxLength = Math.max(minLength, Math.min(MOST_ITEMS, typeof maxItems === 'number' ? maxItems : MOST_ITEMS))
  return fc.array(fromSchema(items, `${name}[]`, pool), { minLength, maxLength })
}

function objectOf({ properties, required }: JsonSchema, pool: Pool): fc.Arbitrary<Json> {
  const fields = isSchema(properties) ? Object.entries(properties) : []
  const values = Object.fromEntries(fields.map(([key, schema]) => [key, fromSchema(isSchema(schema) ? schema : {}, key, pool)]))
  const requiredKeys = Array.isArray(required) ? fields.map(([key]) => key).filter((key) => required.includes(key)) : []
  return fc.record(values, { requiredKeys, noNullPrototype: true })
}

function freshFromSchema(schema: JsonSchema, name: string, pool: Pool): fc.Arbitrary<Json> {
  if (schema.const !== undefined) return fc.constant(asJson(schema.const))
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum.map(asJson))
  const choices = [...schemasIn(schema.anyOf), ...schemasIn(schema.oneOf)]
  if (choices.length > 0) return fc.oneof(...choices.map((choice) => fromSchema(choice, name, pool)))
  if (Array.isArray(schema.prefixItems)) return fc.tuple(...schemasIn(schema.prefixItems).map((item) => fromSchema(item, name, pool)))
  if (schema.type === 'array') return listOf(schema, name, pool)
  if (schema.type === 'object') return objectOf(schema, pool)
  return scalarOf(schema)
}

/** Inputs that a schema lets pass, mostly; half of their values are those of golden cases, so that limits are met. */
function fromSchema(schema: JsonSchema, name: string, pool: Pool): fc.Arbitrary<Json> {
  const fresh = freshFromSchema(schema, name, pool)
  const seen = pool.get(name)
  if (name === '' || seen === undefined || schema.const !== undefined) return fresh
  return fc.oneof(fresh, fc.constantFrom(...seen))
}

/** Where something stands in an input. */
type Place = readonly (string | number)[]

/** Every scalar fact of an input, by its place. */
export function scalarPlaces(value: Json, at: Place = []): readonly Place[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => scalarPlaces(item, [...at, index]))
  if (isObject(value)) return Object.entries(value).flatMap(([key, each]) => scalarPlaces(each, [...at, key]))
  return isScalar(value) ? [at] : []
}

const LEFT_OUT = Symbol('left out')

/** A copy of an input in which what stands at a place is changed, or left out. */
function changed(value: Json, [step, ...rest]: Place, change: (old: Json) => Json | typeof LEFT_OUT): Json | typeof LEFT_OUT {
  if (step === undefined) return change(value)
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => {
      const kept = index === step ? changed(item, rest, change) : item
      return kept === LEFT_OUT ? [] : [kept]
    })
  }
  if (!isObject(value)) return value
  const entries = Object.entries(value).flatMap(([key, each]) => {
    const kept = key === step ? changed(each, rest, change) : each
    return kept === LEFT_OUT ? [] : [[key, kept] as const]
  })
  return Object.fromEntries(entries)
}

/** The input without the fact at a place. */
export function without(input: Json, place: Place): Json {
  const left = changed(input, place, () => LEFT_OUT)
  return left === LEFT_OUT ? null : left
}

/** A value next to another one: the smallest step away, or a day. */
function neighbour(value: Json, step: 1 | -1): Json {
  if (typeof value === 'number') return Number.isInteger(value) ? value + step : Math.round(value * 100 + step) / 100
  if (typeof value === 'boolean') return !value
  if (typeof value === 'string' && isDate(value)) {
    try {
      return addDays(value, step)
    } catch {
      return value
    }
  }
  return value
}

/** One small change of a golden input: a fact left out, unknown, moved by one step, or as another case has it. */
interface Edit {
  readonly where: number
  readonly how: 'leaveOut' | 'unknown' | 'up' | 'down' | 'another'
  readonly which: number
}

const edit: fc.Arbitrary<Edit> = fc.record({
  where: fc.nat(),
  how: fc.constantFrom('leaveOut', 'unknown', 'up', 'down', 'another'),
  which: fc.nat(),
})

const nth = <Item>(items: readonly Item[], index: number): Item | undefined => items[index % items.length]

function edited(input: Json, { where, how, which }: Edit, pool: Pool): Json {
  const place = nth(scalarPlaces(input), where)
  if (place === undefined || place.length === 0) return input
  const name = place.findLast((step) => typeof step === 'string')
  const result = changed(input, place, (old) => {
    if (how === 'leaveOut') return LEFT_OUT
    if (how === 'unknown') return null
    if (how === 'another') return nth(pool.get(String(name)) ?? [], which) ?? old
    return neighbour(old, how === 'up' ? 1 : -1)
  })
  return result === LEFT_OUT ? input : result
}

const inputsOf = ({ cases }: GoldenFile): readonly Json[] => cases.filter(({ error }) => error === undefined).map(({ input }) => input)

/** Inputs near those of the golden cases, and inputs put together from the schema: most of them valid. */
export function facts(file: GoldenFile): fc.Arbitrary<Json> {
  const golden = inputsOf(file)
  const pool = poolOf(golden)
  const schema = z.toJSONSchema(file.entry.input, { io: 'input', unrepresentable: 'any' })
  const nearGolden = fc
    .tuple(fc.constantFrom(...golden), fc.array(edit, { maxLength: 3 }))
    .map(([input, edits]) => edits.reduce((before, each) => edited(before, each, pool), input))
  return fc.oneof(nearGolden, fromSchema(schema, '', pool))
}

/** A value of another kind in the place of a fact. */
const wrongValue: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>('', '2025-02-31', '2025-2-1', -1, 0.5, 1e308, [], {}, [null], '__proto__', 'constructor', '\uD800'),
  fc.jsonValue({ maxDepth: 2 }).map(asJson),
)

/** Anything that JSON can hold: with golden inputs in which one fact is of the wrong kind. */
export function anything(file: GoldenFile): fc.Arbitrary<Json> {
  const spoilt = fc
    .tuple(fc.constantFrom(...inputsOf(file)), fc.nat(), wrongValue)
    .map(([input, where, value]) => {
      const result = changed(input, nth(scalarPlaces(input), where) ?? [], () => value)
      return result === LEFT_OUT ? value : result
    })
  const unknownField = fc
    .tuple(fc.constantFrom(...inputsOf(file)), fc.string(), wrongValue)
    .map(([input, key, value]) => (isObject(input) ? { ...input, [key]: value } : value))
  return fc.oneof({ weight: 3, arbitrary: spoilt }, { weight: 1, arbitrary: unknownField }, { weight: 1, arbitrary: fc.jsonValue().map(asJson) })
}

/** Choices of readings that a module knows. */
export function readings({ module }: CatalogueEntry): fc.Arbitrary<{ readonly readings: Readonly<Record<string, string | undefined>> }> {
  const choices = module.readings.map(({ id, options }) => [id, fc.constantFrom(...Object.keys(options))] as const)
  return fc.record({ readings: fc.record(Object.fromEntries(choices), { requiredKeys: [], noNullPrototype: true }) })
}

/** Options as a configuration file may hold them: right, wrong, or of another kind altogether. */
export function anyOptions({ module }: CatalogueEntry): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const ids = module.readings.map(({ id }) => id)
  const wrongChoices = fc.dictionary(fc.oneof(fc.constantFrom('__proto__', 'constructor', ...ids), fc.string()), fc.jsonValue())
  return fc.oneof(fc.record({ readings: wrongChoices }), fc.record({ readings: fc.jsonValue() }), fc.dictionary(fc.string(), fc.jsonValue()))
}
