import process from 'node:process'
import { Bench } from 'tinybench'
import { median, ratios, relativeSpread } from './statistics.js'

/** How long to measure. */
export interface Effort {
  readonly rounds: number
  /** Milliseconds for each side before the first round: until then the engine still compiles. */
  readonly warmUp: number
  /** Milliseconds for each side in each round. */
  readonly slice: number
}

/** Something to be timed: calls over inputs in rotation. */
export interface Side {
  /** Calls once for every input, as often as asked. */
  readonly rotate: (rotations: number) => unknown
  /** The calls of one rotation. */
  readonly calls: number
  readonly isAsync: boolean
}

/** What the last call returned: kept where all can see it, so that no call can be left out as useless. */
const kept: { value: unknown } = { value: undefined }

/** A call over all inputs in rotation. */
export const over = <Input>(inputs: readonly Input[], call: (input: Input) => unknown): Side => ({
  calls: inputs.length,
  isAsync: false,
  rotate(rotations) {
    for (let rotation = 0; rotation < rotations; rotation += 1) {
      for (const input of inputs) kept.value = call(input)
    }
  },
})

/** The same for a call that returns a promise. */
export const overAsync = <Input>(inputs: readonly Input[], call: (input: Input) => unknown): Side => ({
  calls: inputs.length,
  isAsync: true,
  async rotate(rotations) {
    for (let rotation = 0; rotation < rotations; rotation += 1) {
      for (const input of inputs) kept.value = await call(input)
    }
  },
})

/** Milliseconds of processor time, garbage collection included: what else the machine runs meanwhile does not count. */
function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/**
 * Clears away what one slice left behind, so that the next does not pay for it. Only the young objects: clearing all
 * would also throw away compiled code.
 */
function collectGarbage(): void {
  if (globalThis.gc === undefined) throw new Error('Run Node with --expose-gc --single-threaded-gc, as `npm run bench` does.')
  globalThis.gc({ type: 'minor' })
}

/** One sample lasts so many milliseconds at least: asking for the time costs some microseconds. */
const LEAST_SAMPLE = 2

/** Warms a side up, and tells how many rotations make a sample. */
async function rotationsOfASample({ rotate }: Side, warmUp: number): Promise<number> {
  const end = processorTime() + warmUp
  for (let rotations = 1; ; ) {
    const start = processorTime()
    await rotate(rotations)
    const now = processorTime()
    if (now - start < LEAST_SAMPLE) rotations *= 2
    else if (now >= end) return rotations
  }
}

/** Calls a second of one side, round by round. */
export type Rates = readonly number[]

/**
 * Times several sides by turns, a slice of each in every round, so that whatever else the machine does hits all of
 * them alike. A slice counts as a whole, with the garbage that was collected in it, and nothing of another's.
 */
export async function interleaved<Name extends string>(sides: Readonly<Record<Name, Side>>, effort: Effort): Promise<Readonly<Record<Name, Rates>>>
export async function interleaved(sides: Readonly<Record<string, Side>>, { rounds, warmUp, slice }: Effort): Promise<Readonly<Record<string, Rates>>> {
  const rates: Record<string, number[]> = {}
  const rotationsOf: Record<string, number> = {}
  for (const [name, side] of Object.entries(sides)) {
    rates[name] = []
    rotationsOf[name] = await rotationsOfASample(side, warmUp)
  }
  for (let round = 0; round < rounds; round += 1) {
    // A bench that has run keeps its results: each round has one of its own.
    const bench = new Bench({ now: processorTime, time: slice, iterations: 1, warmup: false, throws: true, setup: collectGarbage })
    for (const [name, { rotate, isAsync }] of Object.entries(sides)) {
      const rotations = rotationsOf[name] ?? 1
      bench.add(name, () => rotate(rotations), { async: isAsync })
    }
    for (const { name, result } of await bench.run()) {
      if (result.state !== 'completed') throw new Error(`${name} was not measured: ${result.state}`)
      const calls = (rotationsOf[name] ?? Number.NaN) * (sides[name]?.calls ?? Number.NaN)
      rates[name]?.push((calls * 1000) / result.latency.mean)
    }
  }
  return rates
}

/** How many times as fast one side is as another: the median over the rounds, and how far these lie apart. */
export interface Times {
  readonly ratio: number
  readonly spread: number
}

export function timesAsFast(rates: Rates, others: Rates): Times {
  const each = ratios(rates, others)
  return { ratio: median(each), spread: relativeSpread(each) }
}
