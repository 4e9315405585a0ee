import type { Finding, RuleData } from '../../catalogue.js'
import type { RunCase } from '../golden.js'

/** A golden case in which a rule was applied, and what came of it. */
export interface Applied {
  readonly golden: RunCase
  readonly finding: Finding
}

/** Every time that a rule was applied in these cases. */
export const appliedIn = (cases: readonly RunCase[], rule: RuleData): readonly Applied[] =>
  cases.flatMap((golden) => golden.answer.findings.filter((finding) => finding.rule === rule.id).map((finding) => ({ golden, finding })))

/** What could distract from the finding, the worst first; each as a number, the smaller the better. */
const distractions: readonly ((applied: Applied, rule: RuleData) => number)[] = [
  // The distance from the limit.
  ({ finding }) => Math.abs(finding.margin ?? 0),
  // Read otherwise than by default.
  ({ golden }) => Object.keys(golden.choice).length,
  // The same rule came out otherwise for another fact of the case.
  ({ golden, finding }, { id }) => golden.answer.findings.filter(({ rule, met }) => rule === id && met !== finding.met).length,
  // Other things are not in order.
  ({ golden, finding }) => golden.answer.findings.filter((other) => other !== finding && other.outcome !== 'ok').length,
  // The case is about another paragraph.
  ({ golden }, { at }) => Number(!golden.at.includes(at)),
  ({ golden }) => JSON.stringify(golden.input).length,
]

/** The one that shows a rule best. */
function best(applied: readonly Applied[], rule: RuleData): Applied | null {
  const compare = (a: Applied, b: Applied): number =>
    distractions.map((of) => of(a, rule) - of(b, rule)).find((difference) => difference !== 0) ?? 0
  return applied.toSorted(compare)[0] ?? null
}

/** A case that passes a rule and one that does not, each as close to the limit as there is one. */
export interface Examples {
  readonly passing: Applied | null
  /** Where whatever is stated passes, the case that leaves it out. */
  readonly failing: Applied | null
}

export function examplesOf(applied: readonly Applied[], rule: RuleData): Examples {
  const missed = rule.comparator === 'stated' ? null : false
  const where = (met: boolean | null): readonly Applied[] => applied.filter(({ finding }) => finding.met === met)
  return { passing: best(where(true), rule), failing: best(where(missed), rule) }
}
