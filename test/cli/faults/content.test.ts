import { Buffer } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { cli, soundUsage, usage } from '../harness.js'

/** A byte that no text in UTF-8 has. */
const BROKEN = Buffer.of(0xff)
const MARK = '\ufeff'

const sound = JSON.stringify(usage('sound'))
const soundRow = JSON.stringify(soundUsage)
const header = Object.keys(soundUsage).join(',')
const cells = Object.values(soundUsage).join(',')
const brokenIn = (before: string, after: string): Buffer => Buffer.concat([Buffer.from(before), BROKEN, Buffer.from(after)])

const Line = z.object({
  row: z.number(),
  answer: z.object({ outcome: z.string() }).optional(),
  error: z.object({ issues: z.array(z.object({ code: z.string() })) }).optional(),
})

/** A text that has this in it. */
const containing = (part: string): unknown => expect.stringContaining(part)

/** What batch wrote for each row: its outcome, or why it got none. */
function told(out: string): readonly unknown[] {
  expect(out.endsWith('\n')).toBe(true)
  return out.trimEnd().split('\n').map((line) => {
    const { row, answer, error } = Line.parse(JSON.parse(line))
    return [row, answer?.outcome ?? error?.issues.map(({ code }) => code).join()]
  })
}

describe('bytes that are not UTF-8', () => {
  test.each([
    ['a.json', brokenIn('{ "check": "', '" }')],
    ['a.ndjson', brokenIn(`${sound}\n{ "check": "`, '" }\n')],
    ['a.csv', brokenIn(`check,id,${header}\ncheckExtraPlaceUsage,`, `,${cells}\n`)],
    ['utf-16.json', Buffer.from(`${MARK}${sound}`, 'utf16le')],
  ])('keep a file from being checked: %s', async (name, content) => {
    expect(await cli(['check', name], { files: { [name]: content } })).toMatchObject({
      code: 2,
      out: containing(`✗ ${name}: is not UTF-8 text\n`),
    })
    const { out } = await cli(['check', name, '--locale', 'zh-Hant'], { files: { [name]: content } })
    expect(out).toContain(`✗ ${name}：不是 UTF-8 文字\n`)
  })

  test('keep a configuration from being used', async () => {
    const files = { 'school-support-rules.json': brokenIn('{ "files": ["', '"] }'), 'a.json': usage('sound') }
    expect(await cli(['check', 'a.json'], { files })).toEqual({ code: 2, out: '', err: 'error: school-support-rules.json: is not UTF-8 text\n' })
  })

  test.each([
    ['rows.ndjson', brokenIn(`${soundRow}\n{"extraPlaces":"`, `"}\n${soundRow}\n`)],
    ['rows.csv', brokenIn(`id,${header}\na,${cells}\n`, `,${cells}\nc,${cells}\n`)],
  ])('cost a batch the row that holds them and no other: %s', async (name, content) => {
    const { code, out } = await cli(['batch', 'checkExtraPlaceUsage', name, '--workers', '0'], { files: { [name]: content } })
    expect(told(out)).toEqual([[1, 'ok'], [2, 'not_utf8'], [3, 'ok']])
    expect(code).toBe(2)
  })
})

describe('a byte order mark and line ends of two characters', () => {
  test.each([
    ['a.json', `${MARK}${JSON.stringify(usage('sound'), null, 2).replaceAll('\n', '\r\n')}\r\n`, 1],
    ['a.ndjson', `${MARK}${sound}\r\n\r\n${JSON.stringify(usage('other'))}\r\n`, 2],
    ['a.csv', `${MARK}check,${header}\r\ncheckExtraPlaceUsage,${cells}\r\n`, 1],
  ])('change nothing for check: %s', async (name, content, records) => {
    expect(await cli(['check', name], { files: { [name]: content } })).toMatchObject({ code: 0, out: `records: ${records} · files: 1 · in order: ${records}\n` })
  })

  test('change nothing for a configuration', async () => {
    const files = { 'school-support-rules.json': `${MARK}{\r\n"files": ["a.json"]\r\n}\r\n`, 'a.json': usage('sound') }
    expect((await cli(['check'], { files })).out).toBe('records: 1 · files: 1 · in order: 1\n')
  })

  test.each([
    ['rows.ndjson', `${MARK}${soundRow}\r\n\r\n${soundRow}\r\n`],
    ['rows.csv', `${MARK}${header}\r\n${cells}\r\n\r\n${cells}\r\n`],
  ])('change nothing for batch: %s', async (name, content) => {
    const { code, out } = await cli(['batch', 'checkExtraPlaceUsage', name, '--workers', '0'], { files: { [name]: content } })
    expect(told(out)).toEqual([[1, 'ok'], [2, 'ok']])
    expect(code).toBe(0)
  })
})

describe('an input that breaks off', () => {
  test.each([
    ['a.json', sound.slice(0, -1), `a.json:1:${sound.length}: is not JSON from here on`],
    ['a.ndjson', `${sound}\n${sound.slice(0, 20)}`, 'a.ndjson:2:10 · record 2: is not JSON from here on'],
    ['a.csv', `check,${header}\ncheckExtraPlaceUsage,15,"10`, 'a.csv:2:1: is not CSV from here on'],
    ['short.csv', `check,${header}\ncheckExtraPlaceUsage,15,10`, 'short.csv:2:1 · record 1: the row has 3 cells, the header 6'],
  ])('is reported where it does: %s', async (name, content, says) => {
    const { code, out } = await cli(['check', name], { files: { [name]: content } })
    expect(out).toContain(`✗ ${says}\n`)
    expect(code).toBe(2)
  })

  test('costs a batch its last row; one that only lacks the line end is whole', async () => {
    const files = { 'whole.ndjson': `${soundRow}\n${soundRow}`, 'cut.ndjson': `${soundRow}\n${soundRow.slice(0, -1)}`, 'cut.csv': `${header}\n${cells}\n15,"10` }
    const batch = async (name: string): Promise<readonly unknown[]> =>
      told((await cli(['batch', 'checkExtraPlaceUsage', name, '--workers', '0'], { files })).out)
    expect(await batch('whole.ndjson')).toEqual([[1, 'ok'], [2, 'ok']])
    expect(await batch('cut.ndjson')).toEqual([[1, 'ok'], [2, 'not_json']])
    expect(await batch('cut.csv')).toEqual([[1, 'ok'], [2, 'open_quote']])
  })
})

describe('an empty file', () => {
  test.each([
    ['a.json', '', 'a.json: is empty'],
    ['blank.json', ' \n\t\n', 'blank.json: is empty'],
    ['a.csv', '', 'a.csv:1:1: has no header line'],
  ])('is no record: %s', async (name, content, says) => {
    const { code, out } = await cli(['check', name], { files: { [name]: content } })
    expect(out).toContain(`✗ ${says}\n`)
    expect(code).toBe(2)
  })

  test('is no input and no configuration, and is told in either language', async () => {
    const files = { 'a.json': '', 'b.json': usage('sound') }
    expect(await cli(['run', 'checkExtraPlaceUsage'])).toEqual({ code: 2, out: '', err: '✗ <stdin>: is empty\n' })
    expect(await cli(['check', 'b.json', '--config', 'a.json', '--locale', 'zh-Hant'], { files })).toEqual({ code: 2, out: '', err: '錯誤：a.json：是空的檔案\n' })
  })

  test('or list, or table, that has no records is no fault (NDJSON, a list, a header)', async () => {
    for (const [name, content] of [['a.ndjson', ''], ['a.json', '[]'], ['a.csv', `check,${header}\n`]] as const) {
      expect(await cli(['check', name], { files: { [name]: content } })).toEqual({ code: 0, out: 'records: 0 · files: 1\n', err: '' })
    }
  })

  test.each([['a.ndjson', ''], ['blank.ndjson', '\n\r\n\n'], ['a.csv', `${header}\n`]])('has no rows to answer: %s', async (name, content) => {
    expect(await cli(['batch', 'checkExtraPlaceUsage', name], { files: { [name]: content } })).toEqual({ code: 0, out: '', err: 'rows: 0\n' })
  })

  test.each([
    ['not UTF-8', brokenIn('id,', `${header}\n`), 'is not UTF-8 text'],
    ['without a name for its last column', `${header},\n${cells},\n`, 'column 6 of the header has no name'],
    ['separated by semicolons', `${header.replaceAll(',', ';')}\n`, 'the header is one column with ";" in it; columns are separated by commas'],
    ['of control characters', `\u001b[2J,${header}\n`, 'the column "\\u001b[2J" is not a field of the function'],
  ])('or a header that is %s', async (_name, table, says) => {
    expect(await cli(['batch', 'checkExtraPlaceUsage', 'a.csv'], { files: { 'a.csv': table } })).toEqual({ code: 2, out: '', err: `error: a.csv: ${says}\n` })
  })

  test('is no table', async () => {
    expect(await cli(['batch', 'checkExtraPlaceUsage', 'a.csv'], { files: { 'a.csv': '' } })).toEqual({
      code: 2,
      out: '',
      err: 'error: a.csv: has no header line\n',
    })
  })
})

describe('a name given twice', () => {
  const twice = '{"extraPlaces":15,"validReasonApproved":10,"validReasonApproved":9}'

  test('is refused by run and by check, which do not choose between the two', async () => {
    const files = { 'input.json': twice, 'a.json': `{"check":"checkExtraPlaceUsage","input":${twice}}` }
    expect((await cli(['run', 'checkExtraPlaceUsage', 'input.json'], { files })).err).toBe(
      '✗ input.json:1:44 · validReasonApproved: stands twice in the same object\n',
    )
    expect((await cli(['check', 'a.json'], { files })).out).toContain('stands twice in the same object')
  })

  test.each([
    ['in a row', twice, ['validReasonApproved']],
    ['written with an escape', '{"a":1,"\\u0061" : 2}', ['a']],
    ['with space before the colon, and colons in a text to make up for it', '{"a" :"::","a" :2}', ['a']],
    ['in a record', `{"id":"x","input":${twice}}`, ['input', 'validReasonApproved']],
    ['in a list', '{"input":[{"b":1,"b":1}]}', ['input', 0, 'b']],
    ['far down', `${'{"a":'.repeat(40)}{"b":1,"b":1}${'}'.repeat(40)}`, [...Array.from({ length: 40 }, () => 'a'), 'b']],
  ])('costs a batch the row: %s', async (_name, row, path) => {
    const { code, out } = await cli(['batch', 'checkExtraPlaceUsage', '--workers', '0'], { stdin: `${row}\n` })
    expect(JSON.parse(out)).toMatchObject({ row: 1, error: { issues: [{ path, code: 'repeated_name', message: { en: 'stands twice in the same object', 'zh-Hant': '在同一物件中出現兩次' } }] } })
    expect(code).toBe(2)
  })

  test('is none where the same name stands in two objects, or a text has a colon', async () => {
    const record = { id: 'a: b', check: 'computeExtraPlaces', input: { kind: 'two', sections: [['mild', 6, 96], ['moderate', 6, 60]] }, options: { readings: {} } }
    const { out } = await cli(['batch', 'computeExtraPlaces', '--workers', '0'], { stdin: `${JSON.stringify(record)}\n` })
    expect(told(out)).toEqual([[1, 'ok']])
  })
})

describe('JSON nested without end', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  const says = 'must be an object with named fields; found a list'

  test('is refused like any other value', async () => {
    const files = { 'a.json': deep, 'input.json': `{"extraPlaces":${deep}}`, 'record.json': `{"check":"checkExtraPlaceUsage","input":${deep}}` }
    expect(await cli(['run', 'checkExtraPlaceUsage', 'a.json'], { files })).toMatchObject({ code: 2, err: containing(says) })
    expect(await cli(['run', 'checkExtraPlaceUsage', 'input.json'], { files })).toMatchObject({
      code: 2,
      err: containing('extraPlaces: must be a whole number; found a list'),
    })
    expect(await cli(['check', 'record.json'], { files })).toMatchObject({ code: 2, out: containing(says) })
  })

  test('costs a batch the row', async () => {
    const { code, out } = await cli(['batch', 'checkExtraPlaceUsage', '--workers', '0'], { stdin: `${deep}\n{"extraPlaces":${deep}}\n${'{"a":'.repeat(50_000)}\n${soundRow}\n` })
    expect(told(out)).toEqual([[1, 'invalid_type'], [2, containing('invalid_type')], [3, 'not_json'], [4, 'ok']])
    expect(code).toBe(2)
  })
})

describe('a row longer than is held', () => {
  const MEBIBYTE = 2 ** 20

  test('is refused, and the rows around it are answered under their own numbers', async () => {
    const stdin = `${soundRow}\n{"id":"${'x'.repeat(17 * MEBIBYTE)}"}\n${soundRow}\n`
    const { code, out } = await cli(['batch', 'checkExtraPlaceUsage', '--workers', '0'], { stdin })
    expect(told(out)).toEqual([[1, 'ok'], [2, 'row_too_long'], [3, 'ok']])
    expect(code).toBe(2)
  })

  test('is refused in a table, too, quoted or as its header', async () => {
    const long = `"${'x\n'.repeat(9 * MEBIBYTE)}"`
    const rows = await cli(['batch', 'checkExtraPlaceUsage', '--from', 'csv', '--workers', '0'], { stdin: `id,${header}\n${long},${cells}\nb,${cells}\n` })
    expect(told(rows.out)).toEqual([[1, 'row_too_long'], [2, 'ok']])
    expect(await cli(['batch', 'checkExtraPlaceUsage', '--from', 'csv', '--workers', '0'], { stdin: `${long},${header}\nb,${cells}\n` })).toEqual({
      code: 2, out: '', err: 'error: <stdin>: has no header line\n',
    })
  })
})

describe('a file too large to be held as a whole', () => {
  const large = ' '.repeat(32 * 2 ** 20)
  const en = 'is larger than 32 MiB; "batch" asks one function about the rows of a file of any size'
  const zh = '超過 32 MiB；任何大小的檔案，均可用 batch 就其每一列查問一個函式'

  test('is refused by check and by run, which point to batch', async () => {
    const files = { 'large.json': `${large}1`, 'over.json': usage('over', { surplusLeavers: 6 }) }
    const { code, out } = await cli(['check', 'large.json', 'over.json'], { files })
    expect(code).toBe(2)
    expect(out).toContain(`✗ large.json: ${en}\n`)
    expect(out).toContain('over by 1 place')
    expect(await cli(['run', 'checkExtraPlaceUsage', 'large.json', '--locale', 'zh-Hant'], { files })).toEqual({ code: 2, out: '', err: `✗ large.json：${zh}\n` })
  })

  test('is refused on standard input as soon as it is', async () => {
    expect(await cli(['run', 'checkExtraPlaceUsage'], { stdin: `${large}1`, staysOpen: true })).toEqual({ code: 2, out: '', err: `✗ <stdin>: ${en}\n` })
  })

  test('is one byte larger than the largest that is held', async () => {
    const files = { 'held.json': `${sound}${large.slice(sound.length)}` }
    expect(await cli(['check', 'held.json'], { files })).toMatchObject({ code: 0, out: 'records: 1 · files: 1 · in order: 1\n' })
  })
})
