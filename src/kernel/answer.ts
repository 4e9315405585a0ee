import * as z from 'zod'
import { listOf } from './fields.js'
import { InputError, parser } from './input.js'
import type { Taken } from './reading.js'
import { outcomes, type Finding, type Outcome } from './rule.js'

/** What every function returns: plain data that reads in either language and survives JSON unchanged. */
export interface Answer<Value> {
  /** The worst of the findings: ok, advice, judgement, incomplete, breach. */
  readonly outcome: Outcome
  /** The figures and dates. */
  readonly value: Value
  readonly findings: readonly Finding[]
  /** Each unclear point that this answer leans on, and how it was read. */
  readonly readings: readonly Taken[]
}

const severity: Readonly<Record<Outcome, number>> = { ok: 0, advice: 1, judgement: 2, incomplete: 3, breach: 4 }

/** The worst of several outcomes; `ok` when there are none. */
export function worst(findings: readonly { readonly outcome: Outcome }[]): Outcome {
  let found: Outcome = 'ok'
  for (const { outcome } of findings) {
    if (outcome !== 'ok' && severity[outcome] > severity[found]) found = outcome
  }
  return found
}

/** Puts an answer together; its outcome is the worst of its findings. */
export const answer = <Value>(value: Value, findings: readonly Finding[], readings: readonly Taken[]): Answer<Value> => ({
  outcome: worst(findings),
  value,
  findings,
  readings,
})

/** Bounds that only keep an answer finite: a budget of very many lines has a finding for each. */
const MOST_FINDINGS = 10_000_000
const MOST_PARTS = 1_000

const someFact = () => z.union([z.string(), z.number(), z.boolean()])

const finding = () =>
  z.strictObject({
    rule: z.string(),
    at: z.string(),
    outcome: z.enum(outcomes),
    met: z.boolean().nullable(),
    path: listOf(z.union([z.string(), z.number()]), MOST_PARTS),
    fact: someFact().nullable(),
    limit: z.union([someFact(), listOf(someFact(), MOST_PARTS)]).nullable(),
    margin: z.number().exactOptional(),
  })

const taken = () =>
  z.strictObject({
    id: z.string(),
    at: z.string(),
    taken: z.string(),
    alternatives: listOf(z.string(), MOST_PARTS),
  })

/** Made when it is asked for: it takes longer to make than the schema of any input, and most programs read no answers back. */
const answerFields = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ outcome: z.enum(outcomes), value, findings: listOf(finding(), MOST_FINDINGS), readings: listOf(taken(), MOST_PARTS) })

/** The schema of an answer, from the schema of its value. */
export const answerSchema = (value: z.ZodType): z.ZodType => answerFields(value)

let parse: ((answer: unknown) => Answer<unknown>) | undefined

/** Reads an answer that has been elsewhere in between, such as in a file: its form is checked, not where it comes from. */
export function parseAnswer(answer: unknown): Answer<unknown> {
  parse ??= parser(answerFields(z.unknown()))
  return parse(answer)
}

/** The answer, or the error, as a value. */
export type Safe<Value> = { readonly ok: true; readonly answer: Answer<Value> } | { readonly ok: false; readonly error: InputError }

/**
 * Turns a function that throws on malformed input into one that returns the error instead.
 * @example
 * safely(computeExtraPlaces)({ kind: 'single', category: 'mild' }).ok //=> true
 */
export function safely<Input, Options, Value>(
  fn: (input: Input, options?: Options) => Answer<Value>,
): (input: Input, options?: Options) => Safe<Value> {
  return (input, options) => {
    try {
      return { ok: true, answer: fn(input, options) }
    } catch (error) {
      if (error instanceof InputError) return { ok: false, error }
      throw error
    }
  }
}
