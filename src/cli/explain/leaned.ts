import type { RunCase } from '../golden.js'

/** How often answers took a reading, and as what. */
export interface Leaned {
  readonly id: string
  /** Of so many answers… */
  readonly all: number
  /** …so many leaned on it, */
  readonly answers: number
  /** and read it so, each option that was taken with its count. */
  readonly taken: Readonly<Record<string, number>>
}

/** The readings that the answers to these cases lean on, in the order in which they were first taken. */
export function leanedOn(cases: readonly RunCase[]): readonly Leaned[] {
  const counts = new Map<string, Map<string, number>>()
  for (const { id, taken } of cases.flatMap(({ answer }) => answer.readings)) {
    const options = counts.get(id) ?? new Map<string, number>()
    options.set(taken, (options.get(taken) ?? 0) + 1)
    counts.set(id, options)
  }
  return [...counts].map(([id, taken]) => {
    const answers = cases.filter(({ answer }) => answer.readings.some((reading) => reading.id === id)).length
    return { id, all: cases.length, answers, taken: Object.fromEntries(taken) }
  })
}
