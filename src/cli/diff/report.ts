import type { CatalogueEntry, Outcome } from '../../catalogue.js'
import type { Problem } from '../problems.js'
import type { ComparedRecord, Difference } from './compare-record.js'
import type { Side } from './sides.js'

/** What a comparison found, whatever it is printed as. */
export interface DiffReport {
  readonly entry: CatalogueEntry
  /** What was compared; `null` for every combination of readings. */
  readonly sides: { readonly from: Side; readonly to: Side } | null
  readonly compared: readonly ComparedRecord[]
  readonly problems: readonly Problem[]
  readonly passedOver: number
  /** Readings that were asked for and that no answer leans on. */
  readonly notLeanedOn: readonly string[]
}

/** An outcome before and after; `null` where the facts contradict each other. */
export interface Transition {
  readonly before: Outcome | null
  readonly after: Outcome | null
}

export const transitionOf = (difference: Difference): Transition =>
  difference.kind === 'answers' ? difference.changes.outcome : { before: difference.before, after: difference.after }

export interface DiffCounts {
  readonly compared: number
  readonly differ: number
  readonly alike: number
  readonly passedOver: number
  readonly problems: number
  /** How many records go from one outcome to another, or keep theirs with other figures or findings. */
  readonly outcomes: readonly (Transition & { readonly count: number })[]
}

export function countsOf({ compared, problems, passedOver }: DiffReport): DiffCounts {
  const outcomes = new Map<string, Transition & { readonly count: number }>()
  for (const { comparisons } of compared) {
    const own = new Map(comparisons.map(({ difference }) => [JSON.stringify(transitionOf(difference)), transitionOf(difference)]))
    for (const [key, transition] of own) outcomes.set(key, { ...transition, count: (outcomes.get(key)?.count ?? 0) + 1 })
  }
  const differ = compared.filter(({ comparisons }) => comparisons.length > 0).length
  return { compared: compared.length, differ, alike: compared.length - differ, passedOver, problems: problems.length, outcomes: [...outcomes.values()] }
}
