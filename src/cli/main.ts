#!/usr/bin/env node
import { exitCode, type Io } from './io.js'
import { run } from './program.js'

/** Asks once to stop; a second signal of its kind ends the process as usual. */
function interruption(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => { controller.abort(signal) })
  return controller.signal
}

let interrupted: AbortSignal | undefined

/**
 * Node sets a stream up when it is first touched, which takes time; most commands never touch standard input. (Importing
 * `node:process` touches all of them: the global is used here.) A signal
 * that is listened to no longer ends the process: most commands have nothing to bring to an end first.
 */
const io: Io = {
  get stdin() { return process.stdin },
  get stdout() { return process.stdout },
  get stderr() { return process.stderr },
  get interrupted() { return interrupted ??= interruption() },
  cwd: process.cwd(),
  env: process.env,
}

// Where messages cannot be written, there is nobody to tell.
process.stderr.on('error', () => undefined)

try {
  process.exitCode = await run(process.argv.slice(2), io)
} catch (error) {
  console.error(error)
  process.exitCode = exitCode.unable
}
