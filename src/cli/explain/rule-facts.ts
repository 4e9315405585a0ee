import {
  catalogue, describeFinding, forceText, outcomeText, unknownOutcome, unmetOutcome,
  type CatalogueEntry, type Finding, type RuleData, type RuleEntry,
} from '../../catalogue.js'
import type { Context } from '../context.js'
import { goldenCases } from '../golden.js'
import { messages } from '../messages.js'
import type { Choice } from '../readings.js'
import { boundaryOf, type Boundary } from './boundary.js'
import { boundaryText, valueText } from './boundary-text.js'
import { commandLine, typed } from './command-line.js'
import { appliedIn, examplesOf, type Applied } from './examples.js'
import { leanedOn, type Leaned } from './leaned.js'
import { explainMessages } from './messages.js'
import { paragraphFacts, provisionsAt, type ParagraphFacts, type ProvisionFacts } from './provisions.js'

/** A golden case in which the rule was applied, really run. */
export interface ExampleFacts {
  /** In English only. */
  readonly name: string
  /** The provisions that the case cites. */
  readonly cites: readonly string[]
  readonly function: string
  readonly input: unknown
  readonly readings: Choice
  readonly finding: Finding
  readonly says: { readonly sign: string; readonly path: string; readonly demand: string; readonly found: string; readonly next: string }
  /** The same question for a shell. */
  readonly command: string
}

/** A reading that answers with the rule lean on, or that stands in its paragraphs. */
export interface RuleReadingFacts extends Leaned {
  readonly standsHere: boolean
}

/** All that there is to tell of a rule, for people and programs alike. */
export interface RuleFacts {
  readonly rule: string
  readonly demand: string
  readonly force: { readonly kind: RuleData['force']; readonly says: string; readonly comesTo: string }
  readonly decides: string | null
  readonly next: string | null
  readonly comparator: RuleData['comparator']
  readonly limit: RuleData['limit']
  readonly unit: RuleData['unit']
  /** The limit in words; `null` where the rule asks for something to be so or to be stated. */
  readonly limitSays: string | null
  readonly boundary: Boundary & { readonly says: string }
  readonly functions: readonly string[]
  readonly paragraph: ParagraphFacts
  readonly also: readonly ProvisionFacts[]
  readonly readings: readonly RuleReadingFacts[]
  readonly examples: { readonly passing: ExampleFacts | null; readonly failing: ExampleFacts | null }
}

function limitText(rule: RuleData, context: Context): string | null {
  const { comparator, limit } = rule
  if (comparator === 'present' || comparator === 'absent' || comparator === 'stated') return null
  if (limit === null) return context.say(messages.limitOfCase)
  return [limit].flat().map((part) => valueText(part, rule, context)).join(', ')
}

/** What it comes to when the rule is not met, and when the fact is not given. */
function comesTo({ force, comparator }: RuleData, { say, locale }: Context): string {
  if (force === 'alternative') return say(explainMessages.decidesNothing)
  const [unmet, unknown] = [outcomeText(unmetOutcome[force], locale), outcomeText(unknownOutcome[force], locale)]
  return say(comparator === 'stated' ? explainMessages.onlyNotGiven : explainMessages.comesTo, { unmet, unknown })
}

function exampleFacts({ golden, finding }: Applied, { locale }: Context): ExampleFacts {
  const { entry, name, at, input, choice } = golden
  const { sign, path, demand, found, next } = describeFinding(finding, locale)
  return {
    name,
    cites: at.map((locator) => entry.module.document.cite(locator)[locale]),
    function: entry.name,
    input,
    readings: choice,
    finding,
    says: { sign, path, demand, found, next },
    command: commandLine(input, ['run', entry.name, ...typed('--reading', choice)]),
  }
}

const functionsOf = ({ functions }: RuleEntry): readonly CatalogueEntry[] => functions.flatMap((name) => catalogue.get(name) ?? [])

/** Gathers what there is to tell of a rule; the golden cases of its functions are run for it. */
export async function ruleFacts(entry: RuleEntry, context: Context): Promise<RuleFacts> {
  const { rule, module, functions } = entry
  const { locale } = context
  const cases = (await Promise.all(functionsOf(entry).map(goldenCases))).flat()
  const applied = appliedIn(cases, rule)
  const { passing, failing } = examplesOf(applied, rule)
  const leaned = leanedOn(cases.filter((golden) => applied.some((each) => each.golden === golden)))
  const here = module.readings.filter(({ at }) => at.some((locator) => [rule.at, ...rule.also].includes(locator))).map(({ id }) => id)
  const notLeaned = here.filter((id) => leaned.every((each) => each.id !== id)).map((id): Leaned => ({ id, all: 0, answers: 0, taken: {} }))
  const readings = [...leaned, ...notLeaned].map((each) => ({ ...each, standsHere: here.includes(each.id) }))
  return {
    rule: rule.id,
    demand: rule.sentence(locale),
    force: { kind: rule.force, says: forceText(rule, locale), comesTo: comesTo(rule, context) },
    decides: rule.decides?.[locale] ?? null,
    next: rule.next?.[locale] ?? null,
    comparator: rule.comparator,
    limit: rule.limit,
    unit: rule.unit,
    limitSays: limitText(rule, context),
    boundary: { ...boundaryOf(rule), says: boundaryText(rule, context) },
    functions,
    paragraph: paragraphFacts(module, rule.at, context),
    also: provisionsAt(module, rule.also, context),
    readings,
    examples: { passing: passing && exampleFacts(passing, context), failing: failing && exampleFacts(failing, context) },
  }
}
