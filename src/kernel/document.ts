import type * as z from 'zod'
import type { Answer } from './answer.js'
import type { Fact, Test } from './comparator.js'
import { defineReadings, type Reading, type ReadingSpec, type Readings } from './reading.js'
import { Rule, type RuleData, type Rules, type RuleSpec } from './rule.js'
import type { Text } from './text.js'

/** What became of a provision. */
export type Became =
  /** At least one rule of these functions makes its demand. */
  | { readonly as: 'rule'; readonly by: readonly string[] }
  /** These functions calculate with it or decide by it; their golden cases cite it. */
  | { readonly as: 'figure'; readonly by: readonly string[] }
  /** It is data, held in an exported constant of the module. */
  | { readonly as: 'constant'; readonly name: string }
  /** Nothing in it can be computed, for the reason given. */
  | { readonly as: 'nothing'; readonly because: Text }

/** One paragraph, article, footnote, table row or appendix item, in our own words. */
export interface Provision {
  readonly at: string
  readonly says: Text
  readonly became: Became
}

/** An official document: what it is, when it was issued and for what time it speaks. */
export interface DocumentFacts {
  /** Also the module's name and the subpath it is imported from. */
  readonly id: string
  readonly title: Text
  /** How it is cited in a finding. */
  readonly short: Text
  readonly jurisdiction: 'HK' | 'TW'
  /** The day, or only the month, printed on it. */
  readonly issued: string
  /** The time it speaks for. */
  readonly covers: Text
  /** How a locator is written in either language. */
  readonly cite: (at: string) => Text
}

type AnyTest = Test<Fact, unknown>

/** Rules as a module writes them; each cites a locator of the ledger. */
type RuleSpecs<Locator extends string, Tests> = { readonly [Name in keyof Tests]: RuleSpec<Locator, Tests[Name]> }

/** The rules made of them, under the same names. */
export type RulesOf<Tests> = { readonly [Name in keyof Tests]: Tests[Name] extends Test<infer F, infer Basis> ? Rule<F, Basis> : never }

export interface Document<Locator extends string> extends DocumentFacts {
  /** Turns demands of the text into rules; the id of a rule is the document's and its own name. */
  rules<Tests extends { readonly [Name in keyof Tests]: AnyTest }>(specs: RuleSpecs<Locator, Tests>): RulesOf<Tests>
  /** Lists the unclear points of the document. */
  readings<const Specs extends { readonly [Id in keyof Specs]: ReadingSpec<Locator> }>(specs: Specs): Readings<Specs>
}

/** Starts a document's module; `Locator` is the union of the locators of its ledger. */
export function defineDocument<Locator extends string>(facts: DocumentFacts): Document<Locator> {
  function rules<Tests extends { readonly [Name in keyof Tests]: AnyTest }>(specs: RuleSpecs<Locator, Tests>): RulesOf<Tests>
  function rules(specs: Readonly<Record<string, RuleSpec<Locator, AnyTest>>>): Readonly<Record<string, RuleData>> {
    return Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, new Rule(`${facts.id}/${name}`, spec)]))
  }
  return { ...facts, rules, readings: defineReadings }
}

/** A function of a module, as the catalogue, the command line and the tests see it. */
export interface FunctionEntry {
  readonly name: string
  /** What it answers. */
  readonly answers: Text
  readonly input: z.ZodType
  /** The schema of the answer's `value`. */
  readonly value: z.ZodType
  readonly rules: Rules
  /** A method, so that a function typed for its own input fits: each one checks what it is given. */
  run(input: unknown, options?: unknown): Answer<unknown>
}

/** One document with all that was made of it. */
export interface DocumentModule {
  readonly document: DocumentFacts
  readonly ledger: readonly Provision[]
  readonly readings: readonly Reading[]
  readonly functions: readonly FunctionEntry[]
  /** Where several texts of the document are held: the field of every input whose day chooses between them. */
  readonly versionField?: string
}
