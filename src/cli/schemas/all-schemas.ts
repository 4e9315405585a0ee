import { catalogue } from '../../catalogue.js'
import { inputSchema, type JsonSchema } from '../input-schema.js'
import { configJsonSchema } from './config-json-schema.js'
import { recordsSchema } from './record-schema.js'

/** The schemas that are of no one function, by the name that the command line takes. */
export const generalSchemas: ReadonlyMap<string, () => JsonSchema> = new Map([
  ['records', recordsSchema],
  ['config', configJsonSchema],
])

/** Every schema that the package ships, by its path. */
export const allSchemas = (): ReadonlyMap<string, JsonSchema> =>
  new Map([
    ...Array.from(generalSchemas, ([name, make]) => [name, make()] as const),
    ...Array.from(catalogue.values(), (entry) => [`${entry.module.document.id}/${entry.name}`, inputSchema(entry)] as const),
  ])
