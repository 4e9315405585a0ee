import { isDeepStrictEqual } from 'node:util'
import { interleaved, over, overAsync, timesAsFast, type Effort, type Rates, type Side } from '../interleaved.js'
import { atLeastTimes, doubtsAbout, rate, times, type Group, type Row } from '../rows.js'
import { median } from '../statistics.js'
import { engines } from './engines.js'
import { bareRule, fullAnswer } from './own.js'
import { schools, students, type Contestant } from './tasks.js'

// Two tasks that every engine can do: results are compared first, then both ways of this library are timed beside all.

/** How many times as fast a full answer is meant to be. */
const goals: Readonly<Record<string, number>> = { 'json-logic-js': 2, 'json-rules-engine': 50, publicodes: 500, feelin: 500 }

const QUICK: Effort = { rounds: 7, warmUp: 150, slice: 8 }
const THOROUGH: Effort = { rounds: 15, warmUp: 400, slice: 16 }

interface Task<Input> {
  readonly title: string
  readonly inputs: readonly Input[]
  readonly solvedBy: (contestant: Contestant) => (input: Input) => unknown
}

const contestants = [fullAnswer, bareRule, ...engines]

/** All have to come to what plain JavaScript comes to, on every input. */
async function compareResults<Input>({ title, inputs, solvedBy }: Task<Input>): Promise<void> {
  const [reference, ...others] = await Promise.all(
    [...engines, fullAnswer, bareRule].map(async (contestant) => ({ name: contestant.name, results: await Promise.all(inputs.map(solvedBy(contestant))) })),
  )
  const differing = others.filter(({ results }) => !isDeepStrictEqual(results, reference?.results)).map(({ name }) => name)
  if (differing.length > 0) throw new Error(`${title}: ${differing.join(', ')} came to other results`)
  if (new Set(reference?.results).size < 2) throw new Error(`${title}: all inputs have the same result`)
}

function sideOf<Input>({ inputs, solvedBy }: Task<Input>, contestant: Contestant): Side {
  const solve = solvedBy(contestant)
  const [first] = inputs
  const isAsync = first !== undefined && solve(first) instanceof Promise
  return isAsync ? overAsync(inputs, solve) : over(inputs, solve)
}

async function rowsOf<Input>(task: Task<Input>, effort: Effort): Promise<Pick<Group, 'rows' | 'details'>> {
  await compareResults(task)
  const rates = await interleaved(Object.fromEntries(contestants.map((contestant) => [contestant.name, sideOf(task, contestant)])), effort)
  const of = ({ name }: Contestant): Rates => rates[name] ?? []
  const rows = engines.map((engine): Row => {
    const full = timesAsFast(of(fullAnswer), of(engine))
    const bare = timesAsFast(of(bareRule), of(engine))
    const goal = goals[engine.name]
    return {
      what: `${task.title} · ${engine.name}`,
      figure: `${times(full.ratio)}; the bare rule ${times(bare.ratio)}`,
      ...(goal === undefined ? {} : { goal: atLeastTimes(full.ratio, goal) }),
      doubts: doubtsAbout(full.spread),
    }
  })
  return { rows, details: contestants.map((each) => `${task.title} · ${each.name.padEnd(28)} ${rate(median(of(each))).padStart(9)}`) }
}

/** @param quick fewer and shorter rounds */
export async function peers(quick: boolean): Promise<Group> {
  const effort = quick ? QUICK : THOROUGH
  const a = await rowsOf({ title: 'A', inputs: schools, solvedBy: ({ extraPlaces }) => extraPlaces }, effort)
  const b = await rowsOf({ title: 'B', inputs: students, solvedBy: ({ hasReason }) => hasReason }, effort)
  return {
    title: 'A full answer beside what other engines need for the bare result: A, a share rounded down and capped; B, six conditions with an OR',
    rows: [...a.rows, ...b.rows],
    details: [...a.details, ...b.details],
  }
}
