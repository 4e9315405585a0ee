import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Queue, QueueEvents, type Job } from 'bullmq'
import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { cleanEnvironment, newProject, root } from '../package/project.js'
import { packages, programs, send, work } from './recipe.js'
import { rowsText } from './rows.js'

// The recipe of the README with a real Redis server, in the project of a user: rows spread over two worker processes,
// while one of them comes to harm. `QUEUE_ROWS=1000000 npm run test:queue` takes a million rows.

const ROWS = Number(process.env['QUEUE_ROWS'] ?? 60_000)
const NAME = 'stays'
const A_MOMENT_MS = 100
/** However many rows: only so many chunks are under way, and only so many events are kept. */
const MOST_OF_REDIS_MIB = 256
const connection = { url: inject('redis') }

const user = newProject()
const fileOf = (name: string): string => join(user.folder, name)
const lines = 'answers.ndjson'
const linesOfBatch = 'batch.ndjson'

const queue = new Queue(NAME, { connection })
const events = new QueueEvents(NAME, { connection })
const redis = new Redis(connection.url)

interface Started {
  readonly process: ChildProcess
  readonly ended: Promise<number | null>
  /** What it has printed for people so far. */
  readonly said: () => string
}

const started: Started[] = []

/** Starts a command in the user's project; the process is the program itself, not a shell. */
function start(command: string): Started {
  const child = spawn('sh', ['-c', `exec ${command}`], {
    cwd: user.folder,
    env: { ...cleanEnvironment(), REDIS_URL: connection.url },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (piece) => { said += String(piece) })
  const ended = once(child, 'close').then(() => child.exitCode)
  started.push({ process: child, ended, said: () => said })
  return { process: child, ended, said: () => said }
}

const nameOf = ({ process: { pid } }: Started): string => `${hostname()} ${pid ?? ''}`

/** The chunk that a worker holds at this moment; one that is taken away while the list is made is not there. */
async function heldBy(worker: Started): Promise<string | undefined> {
  const active: readonly (Job | undefined)[] = await queue.getActive()
  return active.find((job) => job?.processedBy === nameOf(worker))?.id
}

/** Stops a worker, as a machine that is put to sleep, while it holds a chunk; gives the chunk. */
async function stopWhileHolding(worker: Started): Promise<string> {
  for (;;) {
    if (await heldBy(worker) === undefined) continue
    worker.process.kill('SIGSTOP')
    // What it had sent by then has arrived.
    await pause(A_MOMENT_MS)
    const held = await heldBy(worker)
    if (held !== undefined) return held
    worker.process.kill('SIGCONT')
  }
}

/** Waits until about a third of the answers have been written. */
async function midway(): Promise<void> {
  const third = statSync(fileOf(linesOfBatch)).size / 3
  while ((statSync(fileOf(lines), { throwIfNoEntry: false })?.size ?? 0) < third) await pause(A_MOMENT_MS)
}

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`

/** The first place where the lines differ from those of `batch`; nothing when every byte is the same. */
function difference(): { readonly batch: string, readonly spread: string } | undefined {
  const [batch, spread] = [readFileSync(fileOf(linesOfBatch)), readFileSync(fileOf(lines))]
  if (batch.equals(spread)) return undefined
  const at = batch.findIndex((byte, index) => byte !== spread[index])
  const start = batch.lastIndexOf('\n', at) + 1
  const shown = (bytes: Buffer): string => bytes.toString('utf8', start, start + 500)
  return { batch: shown(batch), spread: shown(spread) }
}

/** The rows whose lines do not stand where they belong, the first of them at most. */
function misplaced(): readonly string[] {
  const bytes = readFileSync(fileOf(lines))
  let row = 1
  for (let at = 0; at < bytes.length; at = bytes.indexOf('\n', at) + 1, row += 1) {
    const expected = `{"row":${row},`
    if (bytes.toString('utf8', at, at + expected.length) !== expected) return [`line ${row}: ${bytes.toString('utf8', at, at + 100)}`]
  }
  return row === ROWS + 1 ? [] : [`${row - 1} lines for ${ROWS} rows`]
}

/** Peak memory of the Redis server since its start, in MiB. */
async function redisPeak(): Promise<number> {
  const [, bytes = ''] = /^used_memory_peak:(\d+)/m.exec(await redis.info('memory')) ?? []
  return Math.round(Number(bytes) / 2 ** 20)
}

beforeAll(async () => {
  for (const name of packages) {
    const folder = fileOf(`node_modules/${name}`)
    mkdirSync(dirname(folder), { recursive: true })
    symlinkSync(name === 'school-support-rules' ? root : join(root, 'node_modules', name), folder, 'junction')
  }
  for (const [name, code] of Object.entries(programs)) user.write(name, code)
  user.write('rows.ndjson', rowsText(ROWS))
  const since = performance.now()
  const batch = start(`node node_modules/school-support-rules/dist/cli/main.js batch checkShortStayDuration rows.ndjson > ${linesOfBatch}`)
  const MALFORMED = 2
  expect(await batch.ended, batch.said()).toBe(MALFORMED)
  console.log(`batch alone: ${ROWS} rows in ${seconds(since)}\n${batch.said()}`)
  await events.waitUntilReady()
})

let stalled: Set<string>
let completed: Set<string>

beforeEach(() => {
  stalled = new Set()
  completed = new Set()
  events.on('stalled', ({ jobId }) => stalled.add(jobId))
  events.on('completed', ({ jobId }) => completed.add(jobId))
})

afterEach(async () => {
  events.removeAllListeners()
  await Promise.all(started.splice(0).map(({ process: child, ended }) => {
    child.kill('SIGKILL')
    return ended
  }))
  await redis.flushall()
})

afterAll(async () => {
  await Promise.all([events.close(), queue.close(), redis.quit()])
  user.remove()
})

/** Spreads the rows over two workers, does something to the first of them midway, and looks at what comes out. */
async function spread(harm: (worker: Started) => Promise<void>): Promise<void> {
  const since = performance.now()
  const [first, second] = [start(work), start(work)]
  const sending = start(send)
  await midway()
  await harm(first)
  expect(await sending.ended, sending.said()).toBe(0)
  const peak = await redisPeak()
  console.log(`two workers: ${ROWS} rows in ${seconds(since)}; Redis held at most ${peak} MiB`)
  expect(second.process.exitCode).toBeNull()
  expect(misplaced()).toEqual([])
  expect(difference()).toBeUndefined()
  expect(peak).toBeLessThan(MOST_OF_REDIS_MIB)
}

test('a worker is killed while it holds a chunk: every row is answered once, in order, as `batch` does', async () => {
  let held = ''
  await spread(async (worker) => {
    held = await stopWhileHolding(worker)
    worker.process.kill('SIGKILL')
    await worker.ended
  })
  expect([...stalled]).toEqual([held])
  expect([...completed]).toContain(held)
})

test('a worker wakes up after another has answered its chunk: every row is answered once, in order, as `batch` does', async () => {
  let sleeper: Started | undefined
  let held = ''
  await spread(async (worker) => {
    sleeper = worker
    held = await stopWhileHolding(worker)
    while (!completed.has(held)) await pause(A_MOMENT_MS)
    worker.process.kill('SIGCONT')
  })
  expect([...stalled]).toEqual([held])
  while (sleeper?.said() === '') await pause(A_MOMENT_MS)
  expect(sleeper?.said()).toMatch(new RegExp(`Missing (?:lock|key) for job ${held}\\.`))
})
