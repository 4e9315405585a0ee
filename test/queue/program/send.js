import { createReadStream } from 'node:fs'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { Queue, QueueEvents } from 'bullmq'

const ROWS_PER_JOB = 1000
const JOBS_AHEAD = 50

const connection = { host: '127.0.0.1', port: Number(process.env.REDIS_PORT ?? 6379) }
const queue = new Queue('stays', { connection, defaultJobOptions: { removeOnComplete: { count: JOBS_AHEAD } } })
const events = new QueueEvents('stays', { connection })
await events.waitUntilReady()

const waiting = []
let sent = 0

async function send(rows) {
  waiting.push(await queue.add('chunk', { first: sent + 1, rows }))
  sent += rows.length
}

/** Writes the lines of the oldest job: in order, and with no more jobs in Redis than are worked on. */
async function writeOldest() {
  const lines = await waiting.shift().waitUntilFinished(events)
  process.stdout.write(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
}

let rows = []
for await (const line of createInterface({ input: createReadStream(process.argv[2]) })) {
  if (rows.push(JSON.parse(line)) < ROWS_PER_JOB) continue
  await send(rows)
  rows = []
  if (waiting.length > JOBS_AHEAD) await writeOldest()
}
if (rows.length > 0) await send(rows)
while (waiting.length > 0) await writeOldest()

await events.close()
await queue.close()
