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

const sizeOf = ({ golden }: Applied): number => JSON.stringify(golden.input).length

/** The one that shows a rule best: closest to the limit, read as by default, citing the rule's own paragraph, the smallest. */
function best(applied: readonly Applied[], rule: RuleData): Applied | null {
  const distance = ({ finding }: Applied): number => Math.abs(finding.margin ?? 0)
  const chosen = ({ golden }: Applied): number => Object.keys(golden.choice).length
  const elsewhere = ({ golden }: Applied): number => Number(!golden.at.includes(rule.at))
  const [first] = applied.toSorted(
    (a, b) => distance(a) - distance(b) || chosen(a) - chosen(b) || elsewhere(a) - elsewhere(b) || sizeOf(a) - sizeOf(b),
  )
  return first ?? null
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
