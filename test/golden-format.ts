import * as z from 'zod'

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
  /** What no finding is: a rule that does not bear on the case, or a rule at a path. */
  without: z.array(ExpectedFinding).optional(),
  readings: z.array(ExpectedReading).optional(),
  error: z.array(z.array(z.union([z.string(), z.number()]))).optional(),
})
export type GoldenCase = z.output<typeof GoldenCase>

/** A file of cases: `fixtures/<document>/<function>.json`. */
export const GoldenCases = z.strictObject({ function: z.string(), cases: z.array(GoldenCase).min(1) })

/** What constants hold, as far as a case names it: `fixtures/constants/<document>.json`. */
export const GoldenConstants = z.strictObject({
  document: z.string(),
  constants: z.array(z.strictObject({ name: z.string(), at: z.union([z.string(), z.array(z.string())]), value: Json })).min(1),
  /** How locators of the document are written in English and, where the document has its own way, in Chinese. */
  locators: z.array(z.strictObject({ at: z.string(), en: z.string(), 'zh-Hant': z.string().optional() })).default([]),
})
export type GoldenConstants = z.output<typeof GoldenConstants>
export type GoldenConstant = GoldenConstants['constants'][number]
export type GoldenLocator = GoldenConstants['locators'][number]
