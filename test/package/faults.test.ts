import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { soundUsage, usage } from '../cli/harness.js'
import { answersTo, command, numberedRows, ROW } from './command.js'
import { cleanEnvironment } from './project.js'

// The built command line as a process of its own, among pipes, signals and full disks.

const ROWS = 20_000
let folder: string
let rows: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'school-support-rules-'))
  rows = join(folder, 'rows.ndjson')
  writeFileSync(rows, ROW.repeat(ROWS))
  writeFileSync(join(folder, 'over.json'), JSON.stringify(usage('over', { surplusLeavers: 6 })))
  writeFileSync(join(folder, 'input.json'), JSON.stringify(soundUsage))
  writeFileSync(join(folder, 'many.json'), JSON.stringify(Array.from({ length: 2000 }, (_, index) => usage(`record ${index}`))))
})

afterAll(() => { rmSync(folder, { recursive: true }) })

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs a line of shell in the folder, with the command line as `$rules`; its exit code is that of `$rules` in a pipe. */
async function shell(line: string): Promise<Ended> {
  const child = spawn('bash', ['-c', `rules="${process.execPath} ${command}"; ${line}`], { cwd: folder, env: cleanEnvironment() })
  const [out, err] = [collected(child, 'stdout'), collected(child, 'stderr')]
  const closed: readonly unknown[] = await once(child, 'close')
  const [code] = closed
  return { code: typeof code === 'number' ? code : null, out: out(), err: err() }
}

function collected(child: ChildProcess, name: 'stdout' | 'stderr'): () => string {
  const pieces: Buffer[] = []
  child[name]?.on('data', (piece: Buffer) => { pieces.push(piece) })
  return () => Buffer.concat(pieces).toString('utf8')
}

/** Whether a text is whole lines of JSON, numbered from 1. */
function expectWholeRows(text: string): void {
  expect(text.endsWith('\n')).toBe(true)
  const numbers = text.trimEnd().split('\n').map((line) => {
    const answered: unknown = JSON.parse(line)
    return typeof answered === 'object' && answered !== null && 'row' in answered ? answered.row : undefined
  })
  expect(numbers).toEqual(numbers.map((_, index) => index + 1))
}

describe('a batch with threads', () => {
  test('answers every row in order, with its bad rows in their places, as one without does', async () => {
    const mixed = join(folder, 'mixed.ndjson')
    writeFileSync(mixed, numberedRows(20_000))
    const threads = await shell('$rules batch checkExtraPlaceUsage mixed.ndjson --workers 3')
    const alone = await shell('$rules batch checkExtraPlaceUsage mixed.ndjson --workers 0')
    expect(threads.out).toBe(alone.out)
    expect(threads.err).toBe(alone.err)
    expect(threads.code).toBe(2)
    expect(threads.out).toBe(answersTo(20_000))
    expect(threads.err).toContain('rows: 20000 · breach: 4000 · in order: 12000 · not answered: 4000\n')
  })
})

describe.each([['SIGINT', 130], ['SIGTERM', 143]] as const)('%s in the middle of a batch', (signal, code) => {
  test.each(['0', '2'])('ends it with its own exit code and whole lines, and nothing is left running, with %s threads', async (workers) => {
    const file = join(folder, `${signal}-${workers}.out`)
    const output = openSync(file, 'w')
    // More rows than can be answered before the signal: they never end.
    const child = spawn(process.execPath, [command, 'batch', 'checkExtraPlaceUsage', '--workers', workers], { stdio: ['pipe', output, 'pipe'], env: cleanEnvironment() })
    const err = collected(child, 'stderr')
    const piece = ROW.repeat(2000)
    const feed = (): void => { if (child.stdin?.destroyed === false) child.stdin.write(piece, (error) => { if (error == null) feed() }) }
    child.stdin?.on('error', () => undefined)
    feed()
    while (readFileSync(file).length < 2_000_000) await new Promise((resolve) => { setTimeout(resolve, 20) })
    child.kill(signal)
    expect(await once(child, 'close')).toEqual([code, null])
    closeSync(output)
    expect(err()).toBe('')
    expectWholeRows(readFileSync(file, 'utf8'))
  })

  test('ends one that waits for rows', async () => {
    const child = spawn(process.execPath, [command, 'batch', 'checkExtraPlaceUsage'], { stdio: 'pipe', env: cleanEnvironment() })
    const [out, err] = [collected(child, 'stdout'), collected(child, 'stderr')]
    child.stdin.write(ROW)
    await once(child.stdout, 'data')
    child.kill(signal)
    expect(await once(child, 'close')).toEqual([code, null])
    expectWholeRows(out())
    expect(err()).toBe('')
  })
})

test('SIGINT ends the other commands as it ends any program', async () => {
  const child = spawn(process.execPath, [command, 'run', 'checkExtraPlaceUsage', '--locale', 'zh-Hant'], { stdio: 'pipe', env: cleanEnvironment() })
  child.stdin.write('{')
  // It has started once the modules are loaded; it prints nothing while it waits.
  await new Promise((resolve) => { setTimeout(resolve, 1500) })
  child.kill('SIGINT')
  expect(await once(child, 'close')).toEqual([null, 'SIGINT'])
})

describe('a reader that has had enough', () => {
  test('ends a batch in silence; the exit code speaks of the rows up to there', async () => {
    expect(await shell(`$rules batch checkExtraPlaceUsage rows.ndjson | head -1 | cut -c 1-32; exit \${PIPESTATUS[0]}`)).toEqual({
      code: 0,
      out: '{"row":1,"answer":{"outcome":"ok\n',
      err: '',
    })
  })

  test('ends a batch whose input goes on', async () => {
    const row = JSON.stringify({ ...soundUsage, surplusLeavers: 6 })
    expect(await shell(`yes '${row}' | $rules batch checkExtraPlaceUsage | head -1 | cut -c 1-36; exit \${PIPESTATUS[1]}`)).toEqual({
      code: 1,
      out: '{"row":1,"answer":{"outcome":"breach\n',
      err: '',
    })
  })

  test.each(['json', 'human', 'sarif', 'ndjson'])('cuts a report short without changing the exit code: %s', async (format) => {
    const { code, out, err } = await shell(`$rules check over.json many.json --verbose --format ${format} | head -1; exit \${PIPESTATUS[0]}`)
    expect({ code, err, lines: out.split('\n').length - 1 }).toEqual({ code: 1, err: '', lines: 1 })
  })
})

test('a slow reader gets every row', async () => {
  const { code, out } = await shell(`$rules batch checkExtraPlaceUsage rows.ndjson | (while IFS= read -r -n 65536 -d '' part || [ -n "$part" ]; do printf %s "$part"; sleep 0.001; done) | wc -l; exit \${PIPESTATUS[0]}`)
  expect({ code, rows: Number(out) }).toEqual({ code: 0, rows: ROWS })
})

test('a slow writer is waited for', async () => {
  const { code, out } = await shell(`(head -c 100 rows.ndjson; sleep 0.3; tail -c +101 rows.ndjson | head -c 3000; sleep 0.3; tail -c +3101 rows.ndjson) | $rules batch checkExtraPlaceUsage | wc -l; exit \${PIPESTATUS[1]}`)
  expect({ code, rows: Number(out) }).toEqual({ code: 0, rows: ROWS })
})

describe.runIf(process.platform === 'linux')('a full disk', () => {
  test.each([
    ['list'],
    ['run checkExtraPlaceUsage input.json'],
    ['check over.json many.json --format json'],
    ['batch checkExtraPlaceUsage rows.ndjson'],
    ['batch checkExtraPlaceUsage rows.ndjson --workers 0'],
  ])('is told in one sentence: %s', async (line) => {
    const { code, err } = await shell(`$rules ${line} > /dev/full`)
    expect({ code, last: err.trimEnd().split('\n').at(-1) }).toEqual({ code: 2, last: 'error: the output could not be written: no space is left' })
    expect(err).not.toMatch(/^ +at /m)
  })

  test('is told in Traditional Chinese', async () => {
    expect((await shell('$rules list --locale zh-Hant > /dev/full')).err).toBe('錯誤：無法寫入輸出：空間不足\n')
  })

  test('that takes no messages either still gives the exit code', async () => {
    expect(await shell('$rules check over.json > /dev/full 2> /dev/full')).toEqual({ code: 2, out: '', err: '' })
    expect(await shell('$rules run checkExtraPlaceUsage none.json 2> /dev/full')).toEqual({ code: 2, out: '', err: '' })
  })
})

describe('a stream that is closed', () => {
  test('standard output: what was found is still told by the exit code', async () => {
    expect(await shell('$rules check over.json >&-')).toEqual({ code: 1, out: '', err: '' })
    expect(await shell('$rules check many.json >&-')).toEqual({ code: 0, out: '', err: '' })
    expect((await shell('$rules batch checkExtraPlaceUsage rows.ndjson >&-')).code).toBe(0)
  })

  test('standard input: there is nothing to read', async () => {
    expect(await shell('$rules run checkExtraPlaceUsage <&-')).toEqual({ code: 2, out: '', err: '✗ <stdin>: is empty\n' })
    expect(await shell('$rules batch checkExtraPlaceUsage <&-')).toEqual({ code: 0, out: '', err: 'rows: 0\n' })
  })
})
