import * as z from 'zod'
import { beyondSchemas, isForm, type CatalogueEntry, type Text } from '../catalogue.js'

export type JsonSchema = z.core.JSONSchema.BaseSchema

/** The package gives its schemas under these names; they name each schema too, so that it needs no host. */
export const schemaId = (path: string): string => `school-support-rules/schemas/${path}.json`

/** A sentence as a description holds it: English, then Chinese. */
export const inBothLanguages = (words: Text): string => `${words.en} · ${words['zh-Hant']}`

/** Takes off what only says that a value may be missing. */
const withoutAbsence = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? withoutAbsence(schema.unwrap()) : schema

/** What the refinements of a schema demand, in words: JSON Schema has no keyword for them. */
function refinementsOf(schema: z.core.$ZodType): readonly Text[] {
  const { type, checks = [] } = withoutAbsence(schema)._zod.def
  // How many names a record may hold is all that is demanded of it, and a keyword says so.
  if (type === 'record') return []
  return checks.filter((check) => check._zod.def.check === 'custom').map((check) => {
    const message = check instanceof z.ZodCustom ? check._zod.def.error?.({ code: 'custom', input: undefined, path: [] }) : undefined
    const words = typeof message === 'string' && isForm(message) ? beyondSchemas[message] : undefined
    if (words === undefined) throw new Error('A refinement has no words in beyondSchemas, so that no JSON Schema could tell of it.')
    return words
  })
}

/** Adds to a description of both languages. */
function withWords(description: string | undefined, words: Text): string {
  if (description === undefined) return inBothLanguages(words)
  const [en = '', ...zh] = description.split(' · ')
  return inBothLanguages({ en: `${en} (${words.en})`, 'zh-Hant': `${zh.join(' · ')}（${words['zh-Hant']}）` })
}

/** Tells what zod itself leaves out: what refinements demand, and that a text is a date when a pattern bounds it. */
function complete({ zodSchema, jsonSchema }: { readonly zodSchema: z.core.$ZodTypes; readonly jsonSchema: JsonSchema }): void {
  const { def } = zodSchema._zod
  if ('format' in def && def.format === 'date') jsonSchema.format = 'date'
  for (const words of refinementsOf(zodSchema)) {
    if (jsonSchema.description?.includes(words.en) !== true) jsonSchema.description = withWords(jsonSchema.description, words)
  }
}

/** The JSON Schema (2020-12) of what a schema takes, without its `$schema`. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const json: JsonSchema = z.toJSONSchema(schema, { io: 'input', override: complete })
  delete json.$schema
  return json
}

/** A whole JSON Schema: its dialect, its name and what it is for. */
export function titled(path: string, title: string, words: Text, schema: JsonSchema): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: schemaId(path),
    title,
    description: inBothLanguages(words),
    ...schema,
  }
}

/** The JSON Schema (2020-12) of what a function takes. */
export const inputSchema = ({ name, answers, input, module }: CatalogueEntry): JsonSchema =>
  titled(`${module.document.id}/${name}`, name, answers, jsonSchemaOf(input))

/** The schemas that a schema directly holds, by whatever keyword. */
export const alternativesOf = (schema: JsonSchema): readonly JsonSchema[] => [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]

export const isSchema = (schema: unknown): schema is JsonSchema => typeof schema === 'object' && schema !== null && !Array.isArray(schema)

/** The schema of each member of a list of fixed length, or of any member. */
export function itemsOf(schema: JsonSchema): readonly JsonSchema[] {
  const { prefixItems = [], items } = schema
  return [...prefixItems, ...(Array.isArray(items) ? items : [items])].filter(isSchema)
}

/** Every field name that occurs anywhere in a schema. */
export function fieldNames(schema: JsonSchema): readonly string[] {
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [name, ...(isSchema(field) ? fieldNames(field) : [])])
  return [...fields, ...[...alternativesOf(schema), ...itemsOf(schema)].flatMap(fieldNames)]
}
