import { spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the Redis server of the tests listens. */
    readonly redis: string
  }
}

const PROGRAM = 'redis-server'
const LOOPBACK = '127.0.0.1'

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, LOOPBACK)
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('there is no free port')
  return address.port
}

/** Waits until a server takes connections; fails with what it printed when it ends before. */
function ready(server: ChildProcessByStdio<null, Readable, null>): Promise<void> {
  return new Promise((resolve, reject) => {
    let printed = ''
    server.stdout.on('data', (piece) => {
      printed += String(piece)
      if (printed.includes('Ready to accept connections')) resolve()
    })
    server.once('exit', () => { reject(new Error(`${PROGRAM} ended:\n${printed}`)) })
  })
}

/** Starts a Redis server for these tests alone: on the loopback address, with nothing kept when it ends. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  if (spawnSync(PROGRAM, ['--version']).error !== undefined) throw new Error(`there is no ${PROGRAM}: apt-get install redis-server`)
  const folder = mkdtempSync(join(tmpdir(), 'school-support-rules-redis-'))
  const port = await freePort()
  const settings = ['--bind', LOOPBACK, '--port', String(port), '--dir', folder, '--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction']
  const server = spawn(PROGRAM, settings, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(server, 'exit')
  await ready(server)
  provide('redis', `redis://${LOOPBACK}:${port}`)
  return async () => {
    server.kill()
    await ended
    rmSync(folder, { recursive: true })
  }
}
