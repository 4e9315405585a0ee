import { availableParallelism, loadavg } from 'node:os'

/** One measured figure. */
export interface Row {
  readonly what: string
  readonly figure: string
  /** What was aimed at, and whether it was reached; none where the figure is only told. */
  readonly goal?: { readonly says: string; readonly reached: boolean }
  /** Why the figure may be off. */
  readonly doubts: readonly string[]
}

/** The rows of one question, and what is printed below them but not written into the README. */
export interface Group {
  readonly title: string
  readonly rows: readonly Row[]
  readonly details: readonly string[]
}

/** Rounds of one comparison that lie further apart than this make its median doubtful. */
const WIDEST_SPREAD = 0.2

const percentage = (share: number): string => `${Math.round(share * 100)}%`

/** What speaks against a figure: rounds that disagree, and a machine that has more to do than it can. */
export function doubtsAbout(spread: number): readonly string[] {
  const [load = 0] = loadavg()
  const cores = availableParallelism()
  return [
    ...(spread > WIDEST_SPREAD ? [`rounds ${percentage(spread)} apart`] : []),
    ...(load > cores ? [`load ${load.toFixed(1)} on ${cores} cores`] : []),
  ]
}

/** A ratio in three digits: `0.004×`, `1.35×`, `3490×`. */
export const times = (ratio: number): string => `${Number(ratio.toPrecision(ratio < 1 ? 2 : 3))}×`

/** A goal that a ratio has to reach, or must not exceed. */
export const atLeastTimes = (ratio: number, least: number): NonNullable<Row['goal']> => ({ says: `at least ${times(least)}`, reached: ratio >= least })
export const atMostTimes = (ratio: number, most: number): NonNullable<Row['goal']> => ({ says: `at most ${times(most)}`, reached: ratio <= most })

const UNITS = [[1e6, 'M'], [1e3, 'k'], [1, '']] as const

/** A rate as `1.24 M/s`. */
export function rate(perSecond: number): string {
  const [size, unit] = UNITS.find(([least]) => perSecond >= least) ?? [1, '']
  return `${(perSecond / size).toPrecision(3)} ${unit}/s`.replace(' /', '/')
}

export const microseconds = (figure: number): string => `${Number(figure.toPrecision(3))} µs`
