import * as z from 'zod'
import type { CatalogueEntry } from '../catalogue.js'

export type JsonSchema = z.core.JSONSchema.BaseSchema

/** A date is bounded by a pattern, and then zod no longer says that it is a date; an editor should know. */
function nameFormat({ zodSchema, jsonSchema }: { readonly zodSchema: z.core.$ZodTypes; readonly jsonSchema: JsonSchema }): void {
  const { def } = zodSchema._zod
  if ('format' in def && def.format === 'date') jsonSchema.format = 'date'
}

/** The JSON Schema (2020-12) of what a function takes. */
export function inputSchema({ name, answers, input }: CatalogueEntry): JsonSchema {
  const { $schema, ...schema } = z.toJSONSchema(input, { io: 'input', override: nameFormat })
  return { ...($schema === undefined ? {} : { $schema }), title: name, description: `${answers.en} · ${answers['zh-Hant']}`, ...schema }
}

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
