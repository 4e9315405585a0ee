import { mkdtempSync, symlinkSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { run } from '../../../src/cli/program.js'
import { cli, soundUsage, usage } from '../harness.js'

// Permissions do not keep the superuser from reading: these cannot be read by anybody.

const folder = mkdtempSync(join(tmpdir(), 'school-support-rules-'))
symlinkSync('circle.json', join(folder, 'circle.json'))
symlinkSync('nowhere.json', join(folder, 'dangling.json'))
writeFileSync(join(folder, 'plain.json'), '{}')

const unreadable = [
  ['a file that is not there', join(folder, 'none.json'), 'there is no such file', '沒有這個檔案'],
  ['a link to a file that was removed', join(folder, 'dangling.json'), 'there is no such file', '沒有這個檔案'],
  ['a file "in" another file', join(folder, 'plain.json', 'records.json'), 'there is no such file', '沒有這個檔案'],
  ['a link that leads back to itself', join(folder, 'circle.json'), 'is a link that leads back to itself', '這個連結指向自己'],
] as const

const folders = [['a folder', folder, 'is a folder, not a file', '這是資料夾，不是檔案']] as const

describe.each([...unreadable, ...folders])('%s', (_name, path, en, zh) => {
  test('ends run with its name and the reason', async () => {
    expect(await cli(['run', 'checkExtraPlaceUsage', path])).toEqual({ code: 2, out: '', err: `✗ ${path}: ${en}\n` })
    expect((await cli(['run', 'checkExtraPlaceUsage', path, '--locale', 'zh-Hant'])).err).toBe(`✗ ${path}：${zh}\n`)
  })

  test.each([[[]], [['--from', 'csv']]])('ends batch with its name and the reason %j', async (options) => {
    expect(await cli(['batch', 'checkExtraPlaceUsage', path, ...options])).toEqual({ code: 2, out: '', err: `error: ${path}: ${en}\n` })
    expect((await cli(['batch', 'checkExtraPlaceUsage', path, ...options, '--locale', 'zh-Hant'])).err).toBe(`錯誤：${path}：${zh}\n`)
  })

  test('as a configuration ends check with its name and the reason', async () => {
    expect(await cli(['check', '--config', path])).toEqual({ code: 2, out: '', err: `error: ${path}: ${en}\n` })
    expect((await cli(['check', '--config', path, '--locale', 'zh-Hant'])).err).toBe(`錯誤：${path}：${zh}\n`)
  })
})

test.each(unreadable)('%s is reported by check, and every other file is still checked', async (_name, path, en) => {
  const files = { 'over.json': usage('over', { surplusLeavers: 6 }) }
  const { code, out } = await cli(['check', path, 'over.json'], { files })
  expect(code).toBe(2)
  expect(out).toContain(`✗ ${path}: ${en}\n`)
  expect(out).toContain('over by 1 place')
})

test.runIf(process.platform === 'linux')('a file that the system refuses to read is reported with the code of the system', async () => {
  // The first page of a process's memory belongs to nobody.
  expect(await cli(['run', 'checkExtraPlaceUsage', '/proc/self/mem'])).toEqual({
    code: 2,
    out: '',
    err: '✗ /proc/self/mem: could not be read (EIO)\n',
  })
})

test('a folder that holds a link to itself comes to an end', async () => {
  const own = mkdtempSync(join(tmpdir(), 'school-support-rules-'))
  symlinkSync('.', join(own, 'again'))
  writeFileSync(join(own, 'a.json'), JSON.stringify(usage('sound')))
  const { code, out } = await cli(['check', own])
  expect(out).toContain('in order')
  expect(code).toBe(0)
})

describe('a file that changes while it is read', () => {
  const rows = `${JSON.stringify(soundUsage)}\n`.repeat(40_000)

  /** Runs batch and does something to its file when the first answers are written. */
  async function batchWhile(change: (file: string) => void): Promise<{ readonly code: number, readonly lines: readonly string[], readonly err: string }> {
    const file = join(mkdtempSync(join(tmpdir(), 'school-support-rules-')), 'rows.ndjson')
    writeFileSync(file, rows)
    let out = ''
    let err = ''
    const stdout = new Writable({
      write(bytes: Buffer, _encoding, done) {
        if (out === '') change(file)
        out += bytes.toString('utf8')
        done()
      },
    })
    const stderr = new Writable({ write: (bytes: Buffer, _encoding, done) => { err += bytes.toString('utf8'); done() } })
    const code = await run(['batch', 'checkExtraPlaceUsage', file, '--workers', '0'], { stdin: new PassThrough(), stdout, stderr, env: {}, cwd: folder })
    return { code, lines: out.split('\n').slice(0, -1), err: err.replaceAll(file, 'rows.ndjson') }
  }

  test('is reported when it becomes shorter; the rows before are whole lines', async () => {
    const { code, lines, err } = await batchWhile((file) => { truncateSync(file, 1_000_000) })
    expect(code).toBe(2)
    expect(err).toBe('error: rows.ndjson: became shorter while it was read\n')
    expect(lines.length).toBeLessThan(40_000)
    for (const line of lines) expect(() => { JSON.parse(line) }).not.toThrow()
  })

  test('is read to its end when its name is removed', async () => {
    const { code, lines } = await batchWhile((file) => { unlinkSync(file) })
    expect(code).toBe(0)
    expect(lines).toHaveLength(40_000)
  })
})
