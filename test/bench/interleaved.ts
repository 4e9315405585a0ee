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
  /** Calls once for every input, as often as `calls` says. */
  readonly batch: () => unknown
  /** The calls of one batch. */
  readonly calls: number
}

/** So many calls at least that the clock's own cost no longer counts. */
const CALLS_OF_A_BATCH = 200

/** What the last call returned: kept where all can see it, so that no call can be left out as useless. */
export const kept: { value: unknown } = { value: undefined }

/** A call over all inputs in rotation. */
export function over<Input>(inputs: readonly Input[], call: (input: Input) => unknown, leastCalls = CALLS_OF_A_BATCH): Side {
  const rotations = Math.ceil(leastCalls / inputs.length)
  return {
    calls: rotations * inputs.length,
    batch() {
      for (let rotation = 0; rotation < rotations; rotation += 1) {
        for (const input of inputs) kept.value = call(input)
      }
    },
  }
}

/** The same for a call that returns a promise. */
export function overAsync<Input>(inputs: readonly Input[], call: (input: Input) => unknown, leastCalls = CALLS_OF_A_BATCH): Side {
  const rotations = Math.ceil(leastCalls / inputs.length)
  return {
    calls: rotations * inputs.length,
    async batch() {
      for (let rotation = 0; rotation < rotations; rotation += 1) {
        for (const input of inputs) kept.value = await call(input)
      }
    },
  }
}

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

/** Calls a second of one side, round by round. */
export type Rates = readonly number[]

/**
 * Times several sides by turns, a slice of each in every round, so that whatever else the machine does hits all of
 * them alike. A slice counts as a whole, with the garbage that was collected in it, and nothing of another's.
 */
export async function interleaved<Name extends string>(sides: Readonly<Record<Name, Side>>, { rounds, warmUp, slice }: Effort): Promise<Readonly<Record<Name, Rates>>>
export async function interleaved(sides: Readonly<Record<string, Side>>, { rounds, warmUp, slice }: Effort): Promise<Readonly<Record<string, Rates>>> {
  const rates: Record<string, number[]> = Object.fromEntries(Object.keys(sides).map((name) => [name, []]))
  for (let round = 0; round <= rounds; round += 1) {
    const bench = new Bench({ now: processorTime, time: round === 0 ? warmUp : slice, iterations: 1, warmup: false, throws: true, setup: collectGarbage })
    for (const [name, { batch }] of Object.entries(sides)) bench.add(name, batch, { async: batch.constructor.name === 'AsyncFunction' })
    for (const { name, result } of await bench.run()) {
      if (result.state !== 'completed') throw new Error(`${name} was not measured: ${result.state}`)
      const calls = sides[name]?.calls ?? Number.NaN
      if (round > 0) rates[name]?.push((calls * 1000) / result.latency.mean)
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
