import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { catalogue, type CatalogueEntry } from '../src/catalogue.js'
import type { Answer } from '../src/kernel/answer.js'

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url))

const Json = z.json()

/** What a case says of one finding; what it leaves out is not compared. */
const ExpectedFinding = z.strictObject({
  rule: z.string(),
  outcome: z.enum(['ok', 'advice', 'judgement', 'incomplete', 'breach']).optional(),
  met: z.boolean().nullable().optional(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
  fact: Json.optional(),
  limit: Json.optional(),
  margin: z.number().optional(),
})

const ExpectedReading = z.strictObject({ id: z.string(), taken: z.string(), alternatives: z.array(z.string()).optional() })

/** One case of the law: a name, the provisions that justify it, the facts, the answer. */
const GoldenCase = z.strictObject({
  name: z.string(),
  at: z.union([z.string(), z.array(z.string())]),
  input: Json,
  options: Json.optional(),
  outcome: z.enum(['ok', 'advice', 'judgement', 'incomplete', 'breach']).optional(),
  value: z.record(z.string(), Json).optional(),
  findings: z.array(ExpectedFinding).optional(),
  readings: z.array(ExpectedReading).optional(),
  error: z.array(z.array(z.union([z.string(), z.number()]))).optional(),
})
export type GoldenCase = z.output<typeof GoldenCase>

const GoldenFile = z.strictObject({ function: z.string(), cases: z.array(GoldenCase).min(1) })

export interface GoldenFile {
  readonly entry: CatalogueEntry
  readonly cases: readonly GoldenCase[]
}

/** Reads the golden cases of every function of the catalogue; a function without a file has no cases. */
export function goldenFiles(): readonly GoldenFile[] {
  return [...catalogue.values()].map((entry) => {
    const folder = `${fixtures}${entry.module.document.id}/`
    const file = `${entry.name}.json`
    if (!readdirSync(folder).includes(file)) return { entry, cases: [] }
    return { entry, cases: GoldenFile.parse(JSON.parse(readFileSync(folder + file, 'utf8'))).cases }
  })
}

/** The provisions that a case cites. */
export const citedBy = ({ at }: GoldenCase): readonly string[] => (typeof at === 'string' ? [at] : at)

/** Asks the function what the case asks. */
export const ask = ({ entry }: GoldenFile, { input, options }: GoldenCase): Answer<unknown> => entry.run(input, options)
