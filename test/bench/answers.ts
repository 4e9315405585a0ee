import { catalogue } from 'school-support-rules'
import { acceptedInputs } from './golden-inputs.js'
import { interleaved, over, timesAsFast, type Effort, type Times } from './interleaved.js'
import { atLeastTimes, doubtsAbout, rate, times, type Group } from './rows.js'
import { geometricMean, median } from './statistics.js'

// How fast a full answer is — validated, with every finding and reading — beside zod's `safeParse` of the same input
// with the function's own schema, not compiled. Inputs are those of the golden cases in rotation.

const MEAN_GOAL = 1
const SLOWEST_GOAL = 0.5
const SLOWEST_SHOWN = 10

const QUICK: Effort = { rounds: 15, warmUp: 150, slice: 8 }
const THOROUGH: Effort = { rounds: 25, warmUp: 400, slice: 16 }

interface Measured extends Times {
  readonly name: string
  readonly answers: number
  readonly parses: number
}

/** Fails on a misspelt name rather than measure nothing. */
function askedFor(only: readonly string[]): readonly string[] {
  const unknown = only.find((name) => !catalogue.has(name))
  if (unknown !== undefined) throw new Error(`${unknown} is no function of this library`)
  return only.length === 0 ? [...catalogue.keys()] : only
}

/** @param only the functions to measure; all when there are none */
export async function answers(quick: boolean, only: readonly string[]): Promise<Group> {
  const names = askedFor(only)
  // All are asked before any is timed, as in a process that uses the whole library: what they share is then as general.
  const inputs = new Map([...catalogue].map(([name, entry]) => [name, acceptedInputs(entry)] as const))
  const measured: Measured[] = []
  for (const name of names) {
    const entry = catalogue.get(name)
    const accepted = inputs.get(name) ?? []
    if (entry === undefined || accepted.length === 0) throw new Error(`${name} has no golden case with an accepted input`)
    const { answer, parse } = await interleaved(
      { answer: over(accepted, (input) => entry.run(input)), parse: over(accepted, (input) => entry.input.safeParse(input)) },
      quick ? QUICK : THOROUGH,
    )
    measured.push({ name, ...timesAsFast(answer, parse), answers: median(answer), parses: median(parse) })
  }
  return groupOf(measured.toSorted((a, b) => a.ratio - b.ratio))
}

function groupOf(measured: readonly Measured[]): Group {
  const mean = geometricMean(measured.map(({ ratio }) => ratio))
  const [slowest] = measured
  const spread = median(measured.map((each) => each.spread))
  return {
    title: 'A full answer beside zod’s `safeParse` of the same input',
    rows: [
      {
        what: `Geometric mean of ${measured.length} functions`,
        figure: times(mean),
        goal: atLeastTimes(mean, MEAN_GOAL),
        doubts: doubtsAbout(spread),
      },
      ...(slowest === undefined ? [] : [{
        what: `The slowest, \`${slowest.name}\``,
        figure: `${times(slowest.ratio)} (${rate(slowest.answers)} answers, ${rate(slowest.parses)} parses)`,
        goal: atLeastTimes(slowest.ratio, SLOWEST_GOAL),
        doubts: doubtsAbout(slowest.spread),
      }]),
    ],
    details: [
      `The slowest of ${measured.length}, against safeParse:`,
      ...measured.slice(0, SLOWEST_SHOWN).map(({ name, ratio, answers: own, parses, spread: apart }) =>
        `  ${times(ratio).padStart(6)}  ${name.padEnd(32)} ${rate(own).padStart(9)} answers  ${rate(parses).padStart(9)} parses  rounds ${Math.round(apart * 100)}% apart`),
      `Below ${times(SLOWEST_GOAL)}: ${measured.filter(({ ratio }) => ratio < SLOWEST_GOAL).length} of ${measured.length}`,
    ],
  }
}
