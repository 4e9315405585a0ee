import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { command, ROW } from './command.js'
import { cleanEnvironment } from './project.js'

// `npm run test:large` does the same with a gigabyte.

const MEBIBYTE = 2 ** 20
const SIZE = Number(process.env['LARGE_MEBIBYTES'] ?? 256) * MEBIBYTE
/** Two threads, and what each has before it; a quarter of a gigabyte on top would be too much. */
const MOST_MEMORY = 320 * MEBIBYTE

/** Space between the values makes a row as long as the row of a real register, and takes no time to answer. */
const PADDED = ROW.replace(',', `,${' '.repeat(2048 - ROW.length)}`)

/** Makes a process tell its greatest memory, in kibibytes, as its last line. */
const TELLS_MEMORY = "data:text/javascript,process.on('exit', () => console.error(process.resourceUsage().maxRSS))"

/** A gigabyte takes its time on a busy machine. */
const PATIENCE = 20 * 60_000

let folder: string

beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'school-support-rules-')) })
afterAll(() => { rmSync(folder, { recursive: true }) })

interface Ended {
  readonly code: unknown
  readonly says: string
  /** The greatest memory, in bytes. */
  readonly memory: number
  /** How many lines were written. */
  readonly lines: number
}

async function batch(file: string, input: Iterable<string>): Promise<Ended> {
  const args = ['--import', TELLS_MEMORY, command, 'batch', 'checkExtraPlaceUsage', file, '--workers', '2']
  const child = spawn(process.execPath, args, { env: cleanEnvironment() })
  let lines = 0
  let err = ''
  child.stdout.on('data', (piece: Buffer) => { for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', at + 1)) lines += 1 })
  child.stderr.on('data', (piece: Buffer) => { err += piece.toString('utf8') })
  const closed = once(child, 'close')
  await pipeline(Readable.from(input), child.stdin)
  const ended: readonly unknown[] = await closed
  const [code] = ended
  const [memory = '', ...says] = err.trimEnd().split('\n').reverse()
  return { code, says: says.reverse().join('\n'), memory: Number(memory) * 1024, lines }
}

function* padded(): Generator<string> {
  const rowsAtATime = 128
  for (let written = 0; written < SIZE; written += PADDED.length * rowsAtATime) yield PADDED.repeat(rowsAtATime)
}

test('a batch from standard input takes no more memory however much there is', { timeout: PATIENCE }, async () => {
  const rows = SIZE / PADDED.length
  const { code, says, memory, lines } = await batch('-', padded())
  expect({ code, says, lines }).toEqual({ code: 0, says: `rows: ${rows} · in order: ${rows}`, lines: rows })
  expect(memory).toBeGreaterThan(32 * MEBIBYTE)
  expect(memory).toBeLessThan(MOST_MEMORY)
})

test('a file that is one endless row takes no more memory either', { timeout: PATIENCE }, async () => {
  const file = join(folder, 'zeros.ndjson')
  writeFileSync(file, ROW)
  truncateSync(file, SIZE)
  const { code, says, memory, lines } = await batch(file, [])
  expect({ code, says, lines }).toEqual({ code: 2, says: 'rows: 2 · in order: 1 · not answered: 1', lines: 2 })
  expect(memory).toBeLessThan(MOST_MEMORY)
})
