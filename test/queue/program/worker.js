import process from 'node:process'
import { Worker } from 'bullmq'
import { checkShortStayDuration, safely } from 'school-support-rules'

const ask = safely(checkShortStayDuration)

/** The answer to one row, in the form that `batch` writes. */
function lineFor(row, input) {
  const asked = ask(input)
  return asked.ok ? { row, answer: asked.answer } : { row, error: { issues: asked.error.issues } }
}

// A job is a chunk of rows, and its result is their lines. When a worker dies, its lock runs out and another takes
// the job over: it can be answered twice, but it has one result.
new Worker('stays', ({ data: { first, rows } }) => Promise.resolve(rows.map((input, index) => lineFor(first + index, input))), {
  name: process.env.WORKER_NAME,
  connection: { host: '127.0.0.1', port: Number(process.env.REDIS_PORT ?? 6379) },
  lockDuration: 5000,
  stalledInterval: 2000,
})
