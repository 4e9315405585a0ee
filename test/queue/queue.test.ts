import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Queue } from 'bullmq'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cleanEnvironment, root } from '../package/project.js'

// The recipe of the README with a real Redis: rows spread over worker processes, one of which is killed midway.

const ROWS = 60_000
const folder = mkdtempSync(join(tmpdir(), 'school-support-rules-queue-'))
const rowsFile = join(folder, 'rows.ndjson')
const started: ChildProcess[] = []
let port = 0

/** A port of the loopback address that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('there is no free port')
  return address.port
}

function start(program: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): ChildProcess {
  const child = spawn(program, args, {
    cwd: root,
    env: { ...cleanEnvironment(), REDIS_PORT: String(port), ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  started.push(child)
  return child
}

const worker = (name: string): ChildProcess => start(process.execPath, ['test/queue/program/worker.js'], { WORKER_NAME: name })

/** What a program prints until it ends with an exit code. */
async function printedBy(child: ChildProcess, name: string, expected = 0): Promise<string> {
  const path = join(folder, name)
  const file = createWriteStream(path)
  child.stdout?.pipe(file)
  const [code] = await once(child, 'exit')
  if (!file.closed) await once(file, 'close')
  expect(code).toBe(expected)
  return readFileSync(path, 'utf8')
}

/** Kills a worker while a job is in its hands; the id of that job. */
async function killAtWork(child: ChildProcess, name: string, queue: Queue): Promise<string | undefined> {
  const jobOf = async (): Promise<string | undefined> => (await queue.getActive()).find((job) => job?.processedBy === name)?.id
  for (;;) {
    if (await jobOf() === undefined) continue
    child.kill('SIGSTOP')
    await pause(50)
    const held = await jobOf()
    child.kill(held === undefined ? 'SIGCONT' : 'SIGKILL')
    if (held !== undefined) return held
  }
}

/** A stay; now and then one that is malformed. */
const row = (index: number): unknown =>
  index % 997 === 0 ? { startDate: '2025-02-30' } : { startDate: `2025-${10 + (index % 3)}-0${1 + (index % 9)}`, endDate: `2026-0${1 + (index % 6)}-15`, goalsMet: index % 2 === 0 }

beforeAll(async () => {
  writeFileSync(rowsFile, Array.from({ length: ROWS }, (_, index) => `${JSON.stringify(row(index))}\n`).join(''))
  port = await freePort()
  const server = start('redis-server', ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, '--save', '', '--appendonly', 'no'])
  for await (const line of server.stdout ?? []) if (String(line).includes('Ready to accept connections')) break
})

afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

test('every row is answered once, in order and as by a single run, though a worker is killed midway', async () => {
  const MALFORMED = 2
  const alone = await printedBy(start(process.execPath, ['dist/cli/main.js', 'batch', 'checkShortStayDuration', rowsFile]), 'alone.ndjson', MALFORMED)
  const queue = new Queue('stays', { connection: { host: '127.0.0.1', port } })
  const doomed = worker('doomed')
  const spread = printedBy(start(process.execPath, ['test/queue/program/send.js', rowsFile]), 'spread.ndjson')
  const [held] = await Promise.all([killAtWork(doomed, 'doomed', queue), worker('survivor')])
  const lines = await spread
  expect(held).toBeDefined()
  expect(lines).toBe(alone)
  await queue.close()
})
