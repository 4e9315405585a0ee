import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, createWriteStream, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { addDays } from '../../src/kernel/calendar.js'

// How many rows a second `batch` answers, beside a bare loop of JSON.parse and JSON.stringify on the same rows.
// `npm run bench:batch [rows] [rounds]`; build first.

const ROWS = Number(process.argv[2] ?? 1_000_000)
const ROUNDS = Number(process.argv[3] ?? 3)
const GOAL = 0.5
const FUNCTION = 'checkShortStayDuration'
const PIECE = 1 << 20

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'school-support-rules-bench-'))
const file = join(folder, 'rows.ndjson')

/** Stays of two to seven months, in order and not. */
const row = (index: number): string => {
  const startDate = addDays('2025-09-01', index % 700)
  return `${JSON.stringify({ startDate, endDate: addDays(startDate, 60 + ((index * 7919) % 150)), goalsMet: index % 3 === 0 })}\n`
}

async function writeRows(): Promise<void> {
  const out = createWriteStream(file)
  for (let index = 0; index < ROWS; index += 1) if (!out.write(row(index))) await once(out, 'drain')
  out.end()
  await once(out, 'close')
}

/** Rows a second of the loop alone: the lines are in memory before it starts, and nothing is written. */
function bareLoop(): number {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  let written = 0
  const start = performance.now()
  for (const line of lines) written += JSON.stringify(JSON.parse(line)).length
  const seconds = (performance.now() - start) / 1000
  if (written === 0) throw new Error('nothing was written')
  return lines.length / seconds
}

/** Rows a second of the same loop from file to file, with as many bytes written as the command writes. */
function loopWithFiles(bytesPerRow: number): number {
  const start = performance.now()
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  const out = openSync(devNull, 'w')
  const piece = Buffer.alloc(PIECE, ' ')
  let unwritten = 0
  for (const line of lines) {
    const json = JSON.stringify(JSON.parse(line))
    piece.write(json, unwritten, 'latin1')
    unwritten += bytesPerRow
    if (unwritten < PIECE - bytesPerRow - json.length) continue
    writeSync(out, piece, 0, unwritten)
    unwritten = 0
  }
  writeSync(out, piece, 0, unwritten)
  closeSync(out)
  return lines.length / ((performance.now() - start) / 1000)
}

/** The bytes of an answer, on average over the first rows. */
function bytesOfAnswers(): number {
  const rows = 1000
  const input = Array.from({ length: rows }, (_, index) => row(index)).join('')
  return Math.round(execFileSync(process.execPath, [program, 'batch', FUNCTION, '--fail-on', 'never'], { input, stdio: ['pipe', 'pipe', 'ignore'], maxBuffer: Infinity }).length / rows)
}

/** Rows a second of the command, from start to end of the process: reading the file and writing the answers. */
async function batch(): Promise<number> {
  const start = performance.now()
  const child = spawn(process.execPath, [program, 'batch', FUNCTION, file, '--fail-on', 'never'], { stdio: 'ignore' })
  const exit: readonly unknown[] = await once(child, 'exit')
  if (exit[0] !== 0) throw new Error(`batch ended with exit code ${String(exit[0])}`)
  return ROWS / ((performance.now() - start) / 1000)
}

const shown = (rate: number): string => `${Math.round(rate / 1000)} k rows/s`

await writeRows()
const bytesPerRow = bytesOfAnswers()
const ratios: number[] = []
for (let round = 1; round <= ROUNDS; round += 1) {
  const bare = bareLoop()
  const answered = await batch()
  ratios.push(answered / bare)
  console.log(`round ${round}: bare loop ${shown(bare)} · batch ${shown(answered)} · ratio ${(answered / bare).toFixed(2)}`)
  const withFiles = loopWithFiles(bytesPerRow)
  console.log(`         the same loop with reading and ${bytesPerRow} bytes a row written: ${shown(withFiles)} · ratio ${(answered / withFiles).toFixed(2)}`)
}
rmSync(folder, { recursive: true })
const median = ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? 0
console.log(`median ratio ${median.toFixed(2)}, goal ${GOAL}`)
