import { catalogue, modules, text, type DocumentModule, type Reading } from '../../catalogue.js'
import { inBothLanguages, type JsonSchema } from '../input-schema.js'

/** One of the names of a choice, with what an editor says of it. */
const choice = (name: string, description: string): JsonSchema => ({ const: name, description })

/** The functions that a record can name. */
export const functionChoice = (): JsonSchema => ({
  anyOf: [...catalogue.values()].map(({ name, answers, module: { document: { short } } }) =>
    choice(name, inBothLanguages(text(`${answers.en} (${short.en})`, `${answers['zh-Hant']}（${short['zh-Hant']}）`))),
  ),
})

const readingChoice = ({ asks, options, byDefault }: Reading): JsonSchema => ({
  description: inBothLanguages(asks),
  default: byDefault,
  anyOf: Object.entries(options).map(([option, says]) => choice(option, inBothLanguages(says))),
})

/** The unclear points of documents, each with the ways to read it. */
export const readingsChoice = (of: readonly DocumentModule[]): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(of.flatMap(({ readings }) => readings.map((reading) => [reading.id, readingChoice(reading)] as const))),
  additionalProperties: false,
})

/** The rules, by name, and by id where two documents have one of the same name. */
export function ruleChoice(): JsonSchema {
  const rules = modules.flatMap(({ functions }) => functions.flatMap((entry) => Object.entries(entry.rules)))
  const said = new Map(rules.map(([name, rule]) => [name, inBothLanguages(text(rule.sentence('en'), rule.sentence('zh-Hant')))] as const))
  return { anyOf: [...Array.from(said, ([name, says]) => choice(name, says)), { enum: [...new Set(rules.map(([, { id }]) => id))] }] }
}

/** The paragraphs of all documents, as findings give them. */
export const paragraphChoice = (): JsonSchema => ({ enum: [...new Set(modules.flatMap(({ ledger }) => ledger.map(({ at }) => at)))] })
