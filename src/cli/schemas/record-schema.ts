import { catalogue, modules, type CatalogueEntry } from '../../catalogue.js'
import { inputSchema, jsonSchemaOf, titled, type JsonSchema } from '../input-schema.js'
import { RecordFields } from '../records.js'
import { functionChoice, readingsChoice } from './choices.js'
import { messages } from './messages.js'

const reference = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` })

/** What a record holds once it names this function. */
const whenItNames = ({ name, module }: CatalogueEntry): JsonSchema => ({
  if: { properties: { check: { const: name } }, required: ['check'] },
  then: { properties: { input: reference(name), options: { properties: { readings: reference(module.document.id) } } } },
})

/** A part of another schema has no dialect and no name of its own. */
function partOf(entry: CatalogueEntry): JsonSchema {
  const schema = inputSchema(entry)
  delete schema.$schema
  delete schema.$id
  return schema
}

/**
 * The JSON Schema of a file of records. A record need not name its function where the configuration or the command
 * line does; its input is then any.
 */
export function recordsSchema(): JsonSchema {
  const entries = [...catalogue.values()]
  const record: JsonSchema = {
    ...jsonSchemaOf(RecordFields),
    required: ['input'],
    allOf: [{ properties: { check: functionChoice() } }, ...entries.map(whenItNames)],
  }
  return titled('records', 'school-support-rules records', messages.records, {
    if: { type: 'array' },
    then: { items: reference('record') },
    else: reference('record'),
    $defs: {
      record,
      ...Object.fromEntries(entries.map((entry) => [entry.name, partOf(entry)])),
      ...Object.fromEntries(modules.map((module) => [module.document.id, readingsChoice([module])])),
    },
  })
}
