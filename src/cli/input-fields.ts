import type { Locale } from '../catalogue.js'
import type { Context } from './context.js'
import { alternativesOf, isSchema, itemsOf, type JsonSchema } from './input-schema.js'
import { messages } from './messages.js'

/** Above this a bound only keeps the input finite and is not worth telling. */
const LARGEST_TOLD = 1_000_000

/** A description holds both languages, English first. */
function describedIn({ description = '' }: JsonSchema, locale: Locale): string {
  const [en = '', ...zh] = description.split(' · ')
  return locale === 'en' || zh.length === 0 ? en : zh.join(' · ')
}

/** A fact that may be unknown is its schema or `null`; this is the schema. */
function withoutNull(schema: JsonSchema): JsonSchema {
  if (Array.isArray(schema.type)) {
    const [type, ...types] = schema.type.filter((each) => each !== 'null')
    return type === undefined || types.length > 0 ? schema : { ...schema, type }
  }
  const [only, ...others] = (schema.anyOf ?? []).filter(({ type }) => type !== 'null')
  if (only === undefined || others.length > 0) return schema
  return schema.description === undefined ? only : { ...only, description: schema.description }
}

function numberText(noun: string, { minimum, maximum }: JsonSchema, { say }: Context): string {
  const from = minimum === undefined ? '' : String(minimum)
  if (maximum !== undefined && maximum <= LARGEST_TOLD) return say(messages.numberBetween, { noun, from, to: maximum })
  return from === '' ? noun : say(messages.numberFrom, { noun, from })
}

/** A list of fixed length; members that are all alike are told once. */
function tupleText(members: readonly string[]): string {
  const alike = members.length > 1 && members.every((member) => member === members[0])
  return `[${alike ? `${members.length} × ${members[0]}` : members.join(', ')}]`
}

/** What kind of value a field takes. */
function typeText(schema: JsonSchema, context: Context): string {
  const { say } = context
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (schema.prefixItems !== undefined) return tupleText(itemsOf(schema).map((item) => typeText(item, context)))
  switch (schema.type) {
    case 'boolean':
      return 'true | false'
    case 'integer':
      return numberText(say(messages.wholeNumber), schema, context)
    case 'number':
      return numberText(say(messages.number), schema, context)
    case 'string':
      return say(schema.format === 'date' ? messages.dateType : messages.textType)
    case 'array':
      return say(messages.listType, { item: itemsOf(schema).map((item) => typeText(withoutNull(item), context)).join(', ') })
    case 'object':
      return say(messages.objectType)
    default:
      return alternativesOf(schema).map((alternative) => typeText(alternative, context)).join(' | ')
  }
}

/** One field: its path with what it takes, and what it means. */
function fieldLine(path: string, schema: JsonSchema, required: boolean, context: Context): string {
  const { say, paint, locale } = context
  const description = describedIn(schema, locale) || itemsOf(schema).map((item) => describedIn(item, locale))[0]
  const presence = required ? '' : paint('dim', say(messages.mayBeUnknown))
  const meaning = description === undefined || description === '' ? '' : `\n      ${description}`
  return `  ${paint('cyan', path)}${say(messages.colon)}${typeText(schema, context)}${presence}${meaning}`
}

/** The constants by which one kind of object is told from the others: `kind "two"`. */
const constantsOf = ({ properties = {} }: JsonSchema): readonly string[] =>
  Object.entries(properties).flatMap(([name, field]) =>
    isSchema(field) && field.const !== undefined ? [`${name} ${JSON.stringify(field.const)}`] : [],
  )

/** The fields of an input, one or two lines each; kinds of input one after the other. */
export function fieldLines(schema: JsonSchema, context: Context, prefix = ''): readonly string[] {
  const kinds = alternativesOf(schema).filter(({ type }) => type === 'object')
  if (kinds.length > 0) {
    return kinds.flatMap((kind) => [
      context.say(messages.whenKind, { kind: constantsOf(kind).join(', ') }),
      ...fieldLines(kind, context, prefix),
    ])
  }
  if (schema.prefixItems !== undefined) return []
  if (schema.type === 'array') return itemsOf(schema).flatMap((item) => fieldLines(withoutNull(item), context, `${prefix}[].`))
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    if (!isSchema(field)) return []
    const own = withoutNull(field)
    const path = `${prefix}${name}`
    const required = schema.required?.includes(name) === true
    return [fieldLine(path, own, required, context), ...fieldLines(own, context, own.type === 'array' ? path : `${path}.`)]
  })
}
