#!/usr/bin/env node
import process from 'node:process'
import { exitCode, type Io } from './io.js'
import { run } from './program.js'

/** Node sets a stream up when it is first touched, which takes time; most commands never touch standard input. */
const io: Io = {
  get stdin() { return process.stdin },
  get stdout() { return process.stdout },
  get stderr() { return process.stderr },
  cwd: process.cwd(),
  env: process.env,
}

// A reader that has had enough, such as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

try {
  process.exitCode = await run(process.argv.slice(2), io)
} catch (error) {
  console.error(error)
  process.exitCode = exitCode.unable
}
