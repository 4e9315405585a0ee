import { createContext, Script } from 'node:vm'

const call = new Script('task()')

/** Runs something synchronous, and throws when it has not ended in time: a loop without end cannot hang the tests. */
export function bounded<Result>(milliseconds: number, task: () => Result): Result {
  const results: Result[] = []
  const context = createContext({ task: () => { results.push(task()) } })
  call.runInContext(context, { timeout: milliseconds })
  const [result] = results
  if (result === undefined) throw new Error('The task returned nothing.')
  return result
}
