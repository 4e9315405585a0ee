import { createContext, Script } from 'node:vm'

const world: { task: () => void } = { task: () => undefined }
const context = createContext(world)
const call = new Script('task()')

/** Runs something synchronous, and throws when it has not ended in time: a loop without end cannot hang the tests. */
export function bounded(milliseconds: number, task: () => void): void {
  world.task = task
  call.runInContext(context, { timeout: milliseconds })
}
