import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { catalogue } from '../src/catalogue.js'
import { ConfigFields } from '../src/cli/config-schema.js'
import { alternativesOf, inputSchema, isSchema, itemsOf, type JsonSchema } from '../src/cli/input-schema.js'
import { RecordFields } from '../src/cli/records.js'

// An input has an end: whoever passes on what strangers send can say beforehand how much work it may cause.

/** A pattern that holds from end to end and repeats nothing without a limit. */
const bounds = (pattern: string): boolean => pattern.startsWith('^') && pattern.endsWith('$') && !/(?<!\\)[*+]|,\}/.test(pattern)

const isBoundedText = ({ maxLength, pattern, allOf = [] }: JsonSchema): boolean =>
  maxLength !== undefined || [pattern, ...allOf.map((part) => part.pattern)].some((each) => each !== undefined && bounds(each))

/** What zod writes for a whole number without a bound of ours. */
const isBound = (limit: number | undefined): boolean => limit !== undefined && Math.abs(limit) < Number.MAX_SAFE_INTEGER

/** The types that a schema allows, `null` aside: it may be written among them. */
const typesOf = ({ type }: JsonSchema): readonly (string | undefined)[] => [type].flat().filter((each) => each !== 'null')

/** What is wrong with one schema by itself. */
function ownGap(schema: JsonSchema): string | undefined {
  if (schema.const !== undefined || schema.enum !== undefined) return undefined
  const gaps = typesOf(schema).map((type) => gapOfType(type, schema))
  return gaps.find((gap) => gap !== undefined)
}

function gapOfType(type: string | undefined, schema: JsonSchema): string | undefined {
  switch (type) {
    case 'string':
      return isBoundedText(schema) ? undefined : 'a text without an end'
    case 'integer':
    case 'number':
      return isBound(schema.minimum) && isBound(schema.maximum) ? undefined : 'a number without a bound'
    case 'array':
      return schema.maxItems !== undefined || (schema.prefixItems !== undefined && schema.items === undefined) ? undefined : 'a list without an end'
    case 'object':
      return objectGap(schema)
    case 'boolean':
      return undefined
    default:
      return alternativesOf(schema).length > 0 ? undefined : 'anything at all'
  }
}

/** Either every field is named, or names and their number are bounded. */
function objectGap({ additionalProperties, propertyNames, maxProperties }: JsonSchema): string | undefined {
  if (additionalProperties === false) return undefined
  const hasBoundedNames = isSchema(propertyNames) && (propertyNames.enum !== undefined || isBoundedText(propertyNames))
  return hasBoundedNames && maxProperties !== undefined ? undefined : 'names without an end'
}

/** Every place of a schema that sets no bound, with what is missing. */
function gaps(schema: JsonSchema, place = ''): readonly string[] {
  const own = ownGap(schema)
  const { properties = {}, additionalProperties } = schema
  return [
    ...(own === undefined ? [] : [`${place}: ${own}`]),
    ...Object.entries(properties).flatMap(([name, field]) => (isSchema(field) ? gaps(field, `${place}.${name}`) : [])),
    ...(isSchema(additionalProperties) ? gaps(additionalProperties, `${place}.*`) : []),
    ...itemsOf(schema).flatMap((item) => gaps(item, `${place}[]`)),
    ...alternativesOf(schema).flatMap((alternative) => gaps(alternative, place)),
  ]
}

const schemaOf = (schema: z.ZodType): JsonSchema => z.toJSONSchema(schema, { io: 'input' })

test.each([...catalogue.values()].map((entry) => [entry.name, entry] as const))('%s bounds every text, list, number and name of its input', (_name, entry) => {
  expect(gaps(inputSchema(entry))).toEqual([])
})

test('the configuration of the command line bounds them, too', () => {
  expect(gaps(schemaOf(ConfigFields))).toEqual([])
})

test('so does a record, but for its facts, which the function bounds', () => {
  expect(gaps(schemaOf(RecordFields))).toEqual(['.input: anything at all'])
})

describe('the search for gaps', () => {
  test.each<[string, z.ZodType, readonly string[]]>([
    ['a text', z.string(), [': a text without an end']],
    ['a text that may be longer than its pattern', z.string().regex(/^a/), [': a text without an end']],
    ['a text whose pattern repeats', z.string().regex(/^a+$/), [': a text without an end']],
    ['a number without a maximum', z.number().min(0), [': a number without a bound']],
    ['a number without a minimum', z.int().max(9), [': a number without a bound']],
    ['a list', z.array(z.int().min(0).max(9)), [': a list without an end']],
    ['an item of a list', z.array(z.string()).max(9), ['[]: a text without an end']],
    ['a part of a tuple', z.tuple([z.boolean(), z.string()]), ['[]: a text without an end']],
    ['the rest of a tuple', z.tuple([z.boolean()], z.boolean()), [': a list without an end']],
    ['a field that may be left out', z.strictObject({ a: z.strictObject({ b: z.string().nullish() }) }), ['.a.b: a text without an end']],
    ['one of several forms', z.union([z.literal('x'), z.number()]), [': a number without a bound']],
    ['an object open to further fields', z.looseObject({}), [': names without an end', '.*: anything at all']],
    ['a record', z.record(z.string(), z.boolean()), [': names without an end']],
    ['a record of any number of short names', z.record(z.string().max(9), z.boolean()), [': names without an end']],
    ['a value of a record', z.record(z.enum(['a']), z.string()).meta({ maxProperties: 1 }), ['.*: a text without an end']],
    ['anything', z.unknown(), [': anything at all']],
  ])('finds %s without a bound', (_name, schema, found) => {
    expect(gaps(schemaOf(schema))).toEqual(found)
  })
})
