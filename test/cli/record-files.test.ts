import { describe, expect, test } from 'vitest'
import { cli, soundUsage, usage } from './harness.js'

const overQuota = { surplusLeavers: 6 }
const HEADER = 'id,extraPlaces,validReasonApproved,validReasonPending,surplusLeavers,surplusOthers'
const forUsage = ['--check', 'checkExtraPlaceUsage']

/** The lines of the report that say what could not be checked. */
async function problems(files: Readonly<Record<string, unknown>>, ...argv: readonly string[]): Promise<readonly string[]> {
  const { code, out } = await cli(['check', ...Object.keys(files), ...argv], { files })
  expect(code, out).toBe(2)
  return out.split('\n').filter((line) => line.startsWith('✗'))
}

describe('what is checked', () => {
  const files = {
    'records/b.json': usage('b', overQuota),
    'records/a.ndjson': JSON.stringify(usage('a', overQuota)),
    'records/deeper/c.csv': `${HEADER}\nc,15,10,0,6,0\n`,
    'records/notes.txt': 'nothing of interest',
    'records/node_modules/x/y.json': '{}',
  }

  test('a folder is searched to its depths, for files of records only, in the order of their names', async () => {
    const { code, out } = await cli(['check', 'records', ...forUsage, '--format', 'json'], { files })
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ files: ['records/a.ndjson', 'records/b.json', 'records/deeper/c.csv'], problems: [], counts: { breach: 3 } })
  })

  test('a glob names files, and a file that several of them name is checked once', async () => {
    const { out } = await cli(['check', 'records/*.json', 'records/{a,b}.*', '--format', 'json'], { files })
    expect(JSON.parse(out)).toMatchObject({ files: ['records/b.json', 'records/a.ndjson'], counts: { breach: 2 } })
  })

  test('a file whose name looks like a glob is that file', async () => {
    const { code } = await cli(['check', 'year[1].json'], { files: { 'year[1].json': usage('sound') } })
    expect(code).toBe(0)
  })

  test.each([
    ['en', 'matches no file'],
    ['zh-Hant', '沒有符合的檔案'],
  ])('a glob that matches nothing is no pass (%s)', async (locale, says) => {
    const { code, out } = await cli(['check', '*.json', 'a.json', '--locale', locale], { files: { 'a.jsonl': '' } })
    expect(code).toBe(2)
    expect(out).toContain(`✗ *.json${locale === 'en' ? ': ' : '：'}${says}`)
  })
})

describe('NDJSON', () => {
  const lines = [usage('one'), usage('two', overQuota)].map((record) => JSON.stringify(record))

  test.each(['a.ndjson', 'a.jsonl', 'a.NDJSON'])('%s holds a record a line; empty lines are passed over and counted', async (name) => {
    const { code, out } = await cli(['check', name], { files: { [name]: `${lines.join('\n\n')}\n` } })
    expect(code).toBe(1)
    expect(out).toContain(`${name}:3 · two · checkExtraPlaceUsage · breach\n  ✗ validReasonApproved (line 3)`)
  })

  test('lines may end as on Windows', async () => {
    expect((await cli(['check', 'a.ndjson'], { files: { 'a.ndjson': `${lines.join('\r\n')}\r\n` } })).code).toBe(1)
  })

  test('a line that is not JSON is named, and the others are checked', async () => {
    expect(await problems({ 'a.ndjson': `${lines[0] ?? ''}\n{"id": }\n${lines[1] ?? ''}` })).toEqual(['✗ a.ndjson:2:8 · record 2: is not JSON from here on'])
  })

  test('a line of bare facts needs --check', async () => {
    const files = { 'a.ndjson': JSON.stringify({ input: soundUsage }) }
    expect(await problems(files)).toEqual(['✗ a.ndjson:1:1 · record 1 · check: is required: a text'])
    expect((await cli(['check', 'a.ndjson', ...forUsage], { files })).code).toBe(0)
  })
})

describe('CSV', () => {
  test('a row is a record, a column a field; an empty cell is a fact that is not known', async () => {
    const files = { 'a.csv': `${HEADER}\nsound,15,10,0,5,0\nover,15,10,0,6,0\nunknown,15,10,0,4,\n` }
    const { code, out } = await cli(['check', 'a.csv', ...forUsage], { files })
    expect(code).toBe(1)
    expect(out).toContain('a.csv:3 · over · checkExtraPlaceUsage · breach\n  ✗ validReasonApproved (line 3)')
    expect(out).toContain('a.csv:4 · unknown · checkExtraPlaceUsage · facts missing')
    expect(out).toContain('Not given: surplusOthers')
  })

  test('a column can say which function a row is for', async () => {
    const files = { 'a.csv': 'check,id,extraPlaces,validReasonApproved,surplusLeavers,category,schoolYearStart\ncheckExtraPlaceUsage,u,15,16,0,,\ncheckMeasureApplicability,m,,,,ID,2025\n' }
    const { out } = await cli(['check', 'a.csv', '--format', 'json'], { files })
    expect(JSON.parse(out)).toMatchObject({
      problems: [],
      records: [{ function: 'checkExtraPlaceUsage', id: 'u' }, { function: 'checkMeasureApplicability', id: 'm', outcome: 'ok' }],
    })
  })

  test('dotted names reach into lists and objects; a list can be JSON in its cell', async () => {
    const table = [
      'id,kind,sections.0.0,sections.0.1,sections.0.2,sections.1.0,sections.1.1,sections.1.2',
      'dotted,two,moderate,6,60,severe,6,48',
    ]
    const asJson = ['id,kind,sections', 'json,two,"[[""moderate"",6,60],[""severe"",6,48]]"']
    const files = { 'dotted.csv': table.join('\n'), 'json.csv': asJson.join('\n') }
    const { code, out } = await cli(['check', 'dotted.csv', 'json.csv', '--check', 'computeExtraPlaces', '--format', 'json'], { files })
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ records: [{ answer: { value: { extraPlaces: 12 } } }, { answer: { value: { extraPlaces: 12 } } }] })
  })

  test('yes-or-no facts are true and false in any case, dates and school years stay text, numbers keep their zeros', async () => {
    const files = { 'a.csv': 'id,schoolYear,meetingDate,edbDate,semisDate\n007,2025/26,2026-03-24,2026-03-27,2026-03-30\n' }
    const { out } = await cli(['check', 'a.csv', '--check', 'checkProgressMeetingSchedule', '--format', 'json'], { files })
    expect(JSON.parse(out)).toMatchObject({ problems: [], records: [{ id: '007', outcome: 'breach' }] })
    const reasons = { 'b.csv': 'absentDays,totalSchoolDays,absenceJustified\n88,190,TRUE\n' }
    expect((await cli(['check', 'b.csv', '--check', 'checkValidReasons'], { files: reasons })).code).toBe(0)
  })

  test('a cell with line breaks keeps the lines of what follows right; a byte order mark is no fault', async () => {
    const files = { 'a.csv': `\uFEFF${HEADER}\r\n"two\r\nlines",15,10,0,6,0\r\n\r\nlast,15,10,0,6,x\r\n` }
    const { out } = await cli(['check', 'a.csv', ...forUsage], { files })
    expect(out).toContain('a.csv:2 · two\\nlines · checkExtraPlaceUsage · breach\n  ✗ validReasonApproved (line 3)')
    expect(out).toContain('✗ a.csv:5:1 · last · input.surplusOthers: must be a whole number; found "x"')
  })

  test.each([
    ['a mistyped column', 'id,extraPlacs,validReasonApproved\nx,1,2\n', ['✗ a.csv:1:1 · extraPlacs: is not a field of the function; did you mean extraPlaces?']],
    ['a column twice', 'id,extraPlaces,extraPlaces\nx,1,2\n', ['✗ a.csv:1:1 · extraPlaces: holds the same field as the column extraPlaces']],
    ['a short row', `${HEADER}\nx,15,10\n`, ['✗ a.csv:2:1 · x: the row has 3 cells, the header 6']],
    ['an open quotation mark', `${HEADER}\nx,"15\n`, ['✗ a.csv:2:1: is not CSV from here on']],
    ['nothing', '', ['✗ a.csv:1:1: has no header line']],
    ['commas after the last column', `${HEADER},,\nx,15,10,0,6,0,,\n`, [
      '✗ a.csv:1:1: column 7 of the header has no name',
      '✗ a.csv:1:1: column 8 of the header has no name',
    ]],
    ['semicolons instead of commas', `${HEADER.replaceAll(',', ';')}\nx;15;10;0;6;0\n`, ['✗ a.csv:1:1: the header is one column with ";" in it; columns are separated by commas']],
    ['the names of an object of its own', '__proto__.x,constructor\n1,2\n', [
      '✗ a.csv:1:1 · __proto__.x: is not a field of the function',
      '✗ a.csv:1:1 · constructor: is not a field of the function',
    ]],
  ])('%s is malformed', async (_name, table, expected) => {
    const found = await problems({ 'a.csv': table }, ...forUsage)
    expect(found.map((line) => line.replace(/\["([\w.]+)"\]/, '$1'))).toEqual(expected)
  })

  test.each([
    ['commas after the last column', `check,${HEADER},\n`, '標題列的第 8 欄沒有名稱'],
    ['semicolons instead of commas', `check;id\n`, '標題列只有一欄，其中有「;」；各欄須以逗號分隔'],
  ])('%s are told in Traditional Chinese, and without --check', async (_name, table, says) => {
    expect(await problems({ 'a.csv': table }, '--locale', 'zh-Hant')).toEqual([`✗ a.csv:1:1：${says}`])
  })

  test('a name of control characters is printed without them', async () => {
    const [first = '', ...others] = await problems({ 'a.csv': '\u001b[2J,\u001b[2J\n1,2\n' }, ...forUsage)
    expect(first).toContain('holds the same field as the column \\u001b[2J')
    expect([first, ...others].join('')).not.toContain('\u001b')
  })

  test('a table that does not say which function it is for is malformed, in either language', async () => {
    const files = { 'a.csv': `${HEADER}\nx,15,10,0,6,0\n` }
    expect(await problems(files)).toEqual(['✗ a.csv:1:1: does not say which function the rows are for: add a column check, or say --check <function>'])
    expect(await problems(files, '--locale', 'zh-Hant')).toEqual(['✗ a.csv:1:1：未說明各列供哪個函式檢查：請加入 check 欄，或使用 --check <函式>'])
  })

  test('an unknown function gets a suggestion', async () => {
    const { code, err } = await cli(['check', 'a.csv', '--check', 'checkExtraPlaceUse'], { files: { 'a.csv': '' } })
    expect({ code, err }).toEqual({ code: 2, err: 'error: there is no function "checkExtraPlaceUse"; did you mean checkExtraPlaceUsage?\n' })
  })
})

describe('what is given twice is malformed', () => {
  test('an id within a file', async () => {
    expect(await problems({ 'a.json': [usage('one'), usage('two'), usage('one')] })).toEqual(['✗ a.json:26:11 · one · id: is the id of the record on line 4, too'])
    expect(await problems({ 'a.csv': 'id,category,hasID\n1,ID,true\n1,ID,true\n' }, '--check', 'standardYearsOfStudy')).toEqual([
      '✗ a.csv:3:1 · 1 · id: is the id of the record on line 2, too',
    ])
  })

  test('but not in two files', async () => {
    const files = { 'a.json': usage('one'), 'b.json': usage('one') }
    expect((await cli(['check', 'a.json', 'b.json'], { files })).code).toBe(0)
  })

  test('a name in an object, of a record or deeper; the other records are checked', async () => {
    const [one, two] = [JSON.stringify(usage('one')), JSON.stringify(usage('two', overQuota))]
    const twice = one.replace('"surplusOthers":0', '"surplusOthers":0,\n"surplusOthers":3')
    expect(await problems({ 'a.json': `[${twice},\n${two}]` })).toEqual(['✗ a.json:2:1 · one · input.surplusOthers: stands twice in the same object'])
    expect(await problems({ 'a.ndjson': two.replace('{', '{"id":"x",') }, '--locale', 'zh-Hant')).toEqual(['✗ a.ndjson:1:42 · two · id：在同一物件中出現兩次'])
    const { out } = await cli(['check', 'a.json'], { files: { 'a.json': `[${twice},${two}]` } })
    expect(out).toContain('· two · checkExtraPlaceUsage · breach')
  })

  test('in the input of run, too', async () => {
    const { code, err } = await cli(['run', 'computeExtraPlaces', 'a.json'], { files: { 'a.json': '{"kind":"single","category":"mild","kind":"two"}' } })
    expect(code).toBe(2)
    expect(err).toContain('a.json:1:36 · kind: stands twice in the same object')
  })
})
