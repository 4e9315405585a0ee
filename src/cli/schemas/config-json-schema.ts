import { modules } from '../../catalogue.js'
import { ConfigFields } from '../config-schema.js'
import { jsonSchemaOf, titled, type JsonSchema } from '../input-schema.js'
import { functionChoice, paragraphChoice, readingsChoice, ruleChoice } from './choices.js'
import { messages } from './messages.js'

const oneOfThem = (...fields: readonly string[]): JsonSchema => ({ anyOf: fields.map((field) => ({ required: [field] })) })

/** The JSON Schema of the configuration: what its fields take, and the names that they can give. */
export const configJsonSchema = (): JsonSchema =>
  titled('config', 'school-support-rules.json', messages.config, {
    ...jsonSchemaOf(ConfigFields),
    allOf: [
      {
        properties: {
          files: { items: { properties: { check: functionChoice() } } },
          readings: readingsChoice(modules),
          accepted: {
            items: {
              properties: { rule: ruleChoice(), paragraph: paragraphChoice() },
              allOf: [oneOfThem('rule', 'paragraph'), oneOfThem('file', 'id')],
            },
          },
        },
      },
    ],
  })
