import { addDays, type Fact, type Limit, type RuleData } from '../../catalogue.js'

/** One end of what is in order, in steps from the limit: the last value that passes and the first that does not. */
interface End {
  readonly passes: number
  readonly fails: number
}

const UPPER: End = { passes: 0, fails: 1 }
const LOWER: End = { passes: 0, fails: -1 }

/** Where each comparator that has a limit to step over draws its line. */
const ends: Partial<Readonly<Record<RuleData['comparator'], readonly End[]>>> = {
  atMost: [UPPER],
  lessThan: [{ passes: -1, fails: 0 }],
  atLeast: [LOWER],
  moreThan: [{ passes: 1, fails: 0 }],
  within: [LOWER, UPPER],
  onOrBefore: [UPPER],
  onOrAfter: [LOWER],
  between: [LOWER, UPPER],
}

/** The last value that passes at one end, and the first that does not. */
export interface Edge {
  readonly passes: Fact
  readonly fails: Fact
}

/** What passes a rule and what does not, at the limit. */
export type Boundary =
  /** The text sets the limit; two edges when it is a span. */
  | { readonly kind: 'fixed'; readonly limitPasses: boolean; readonly edges: readonly Edge[] }
  /** The case brings the limit; the edges are steps of the unit away from it. */
  | { readonly kind: 'case'; readonly limitPasses: boolean; readonly step: number; readonly edges: readonly End[] }
  /** Only these values pass. */
  | { readonly kind: 'list'; readonly passes: readonly Fact[] }
  /** Whatever is stated passes. */
  | { readonly kind: 'stated' }

/** The smallest step between two values, where it is not one: Hong Kong dollars have cents, months are given in halves. */
const smallerSteps: Partial<Readonly<Record<NonNullable<RuleData['unit']>, number>>> = { HKD: 0.01, month: 0.5 }
export const stepOf = ({ unit }: RuleData): number => (unit === null ? 1 : (smallerSteps[unit] ?? 1))

/** A limit moved by some steps; a day by days. Cents are made whole again. */
const moved = (limit: Fact, steps: number, step: number): Fact =>
  typeof limit === 'number' ? Number((limit + steps * step).toFixed(2)) : addDays(String(limit), steps)

const listed = (limit: Limit): readonly Fact[] => (typeof limit === 'object' ? limit : [limit])

/** Where the line runs, worked out from comparator, limit and unit. */
export function boundaryOf(rule: RuleData): Boundary {
  const { comparator, limit } = rule
  const lines = ends[comparator]
  if (lines === undefined) return limit === null ? { kind: 'stated' } : { kind: 'list', passes: listed(limit) }
  const limitPasses = lines.every(({ passes }) => passes === 0)
  const step = stepOf(rule)
  if (limit === null) return { kind: 'case', limitPasses, step, edges: lines }
  const limits = listed(limit)
  const edges = lines.flatMap(({ passes, fails }, index) => {
    const own = limits[index]
    return own === undefined ? [] : [{ passes: moved(own, passes, step), fails: moved(own, fails, step) }]
  })
  return { kind: 'fixed', limitPasses, edges }
}
