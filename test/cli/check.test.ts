import { describe, expect, test } from 'vitest'
import { cli, soundUsage, usage } from './harness.js'

const overQuota = { surplusLeavers: 6 }
const departure = { surplusOthers: 1, surplusLeavers: 4 }
const missing = { surplusOthers: null, surplusLeavers: 4 }

describe('the exit code', () => {
  test('is 0 when every record is in order', async () => {
    expect((await cli(['check', 'a.json'], { files: { 'a.json': [usage('sound')] } })).code).toBe(0)
  })

  test('is 1 when one record of one file is a breach', async () => {
    const files = { 'a.json': [usage('sound')], 'b.json': usage('over', overQuota) }
    expect((await cli(['check', 'a.json', 'b.json'], { files })).code).toBe(1)
  })

  test.each([
    ['breach', departure, 0],
    ['breach', missing, 0],
    ['incomplete', departure, 0],
    ['incomplete', missing, 1],
    ['judgement', departure, 1],
    ['judgement', missing, 1],
    ['judgement', {}, 0],
    ['advice', departure, 1],
    ['never', overQuota, 0],
  ])('with --fail-on %s and %o is %i', async (failOn, differences, code) => {
    expect((await cli(['check', 'a.json', '--fail-on', failOn], { files: { 'a.json': usage('one', differences) } })).code).toBe(code)
  })

  test('is 2 when a file is missing, whatever the others hold and whatever --fail-on says', async () => {
    const files = { 'a.json': usage('over', overQuota) }
    const { code, out } = await cli(['check', 'none.json', 'a.json', '--fail-on', 'never'], { files })
    expect(code).toBe(2)
    expect(out).toContain('none.json: there is no such file')
    expect(out).toContain('over by 1 place')
  })

  test('is 2 without a file', async () => {
    expect(await cli(['check'])).toEqual({
      code: 2,
      out: '',
      err: 'error: nothing to check: name files, folders or globs, or list them as files in school-support-rules.json\n',
    })
  })
})

describe('for people', () => {
  test('a record that is not in order is told with line, field, limit, paragraph, force and next step', async () => {
    const files = { 'year.json': [usage('sound'), usage('usage-2025', { ...overQuota, surplusOthers: 1 })] }
    const { out } = await cli(['check', 'year.json'], { files })
    expect(out).toBe(`year.json:13 · usage-2025 · checkExtraPlaceUsage · breach
  ✗ validReasonApproved (line 18) · must · EDB Circular 2/2022 para 10 sentence 1 · withinQuota
      The places used in a school year come to at most 15 places (the extra places of the school).
      Found: 17 places; over by 2 places
      Next: approve fewer extensions; places need not all be used but are never exceeded
  ? surplusOthers (line 21) · in principle · EDB Circular 2/2022 para 9 sentence 4 · leaversInPrinciple
      Students with other reasons who are not this year's leavers number at most 0 students.
      Found: 1 student; over by 1 student
      For judgement by: the school, on objective criteria · Next: record why the place goes to a student who is not leaving
  Read as: A-E23=everyExtendedStudent (or newApprovalsOnly), A-E11=inPrinciple (or barred)

records: 2 · files: 1 · breach: 1 · in order: 1
`)
  })

  test('the same in Traditional Chinese', async () => {
    const files = { 'year.json': [usage('usage-2025', { surplusOthers: null })] }
    const { out } = await cli(['check', 'year.json', '--locale', 'zh-Hant'], { files })
    expect(out).toBe(`year.json:2 · usage-2025 · checkExtraPlaceUsage · 資料不足
  … surplusOthers（第 10 行） · 必須 · 教育局通告第2/2022號 第 10 段 第 1 句 · withinQuota
      一個學年使用的學額不超過學校的額外學額。
      未提供：surplusOthers
      下一步：請提供 surplusOthers 後再查
  … surplusOthers（第 10 行） · 原則上 · 教育局通告第2/2022號 第 9 段 第 4 句 · leaversInPrinciple
      以其他理由延長而並非應屆離校生的學生不超過 0 名學生。
      未提供：surplusOthers
      下一步：請提供 surplusOthers 後再查
  所採的理解：A-E11=inPrinciple（或 barred）

紀錄：1 · 檔案：1 · 資料不足：1
`)
  })

  test('sound records are only counted', async () => {
    const { out } = await cli(['check', 'a.json'], { files: { 'a.json': [usage('one'), usage('two')] } })
    expect(out).toBe('records: 2 · files: 1 · in order: 2\n')
  })

  test('and are spelled out with --verbose, with their figures', async () => {
    const { out } = await cli(['check', 'a.json', '--verbose'], { files: { 'a.json': [usage('one')] } })
    expect(out).toContain('a.json:2 · one · checkExtraPlaceUsage · in order')
    expect(out).toContain('Found: 15 places; only just')
    expect(out).toContain('Figures: used 15, remaining 0')
  })

  test('a record without an id is called by its place in the list', async () => {
    const files = { 'a.json': [usage('one'), { check: 'checkExtraPlaceUsage', input: { ...soundUsage, ...overQuota } }] }
    expect((await cli(['check', 'a.json'], { files })).out).toContain('· record 2 ·')
  })

  test('a way that was not taken is told beside the rule that needs one', async () => {
    const record = { check: 'computeExtraPlaces', id: 'tie', input: { kind: 'two', sections: [['mild', 4, 60], ['severe', 4, 32]] } }
    const { out } = await cli(['check', 'a.json'], { files: { 'a.json': record } })
    expect(out).toContain('  – sections[0][1] (line 9) · one way among several · EDB Circular 2/2022 para 6 sentence 1 limb 1 · separateSections')
  })

  test('a name of the caller cannot write over the terminal', async () => {
    const { out } = await cli(['check', 'a.json'], { files: { 'a.json': usage('\u001b[2J\nodd', overQuota) } })
    expect(out).toContain(String.raw`· \u001b[2J\nodd ·`)
  })

  test('a terminal gets colour', async () => {
    const { out } = await cli(['check', 'a.json'], { files: { 'a.json': usage('over', overQuota) }, isTTY: true })
    expect(out).toContain('\u001b[31mbreach\u001b[39m')
  })

  test.each([
    ['NO_COLOR=1', { NO_COLOR: '1' }],
    ['TERM=dumb', { TERM: 'dumb' }],
  ])('but not with %s', async (_name, env) => {
    const { out } = await cli(['check', 'a.json'], { files: { 'a.json': usage('over', overQuota) }, isTTY: true, env })
    expect(out).not.toContain('\u001b')
  })
})

describe('what cannot be checked', () => {
  const problems = async (content: unknown, ...options: readonly string[]): Promise<readonly string[]> => {
    const { code, out } = await cli(['check', 'a.json', ...options], { files: { 'a.json': content } })
    expect(code).toBe(2)
    return out.split('\n').filter((line) => line.startsWith('✗'))
  }

  test('JSON that breaks off is named with line and column', async () => {
    expect(await problems('{"check": "checkExtraPlaceUsage",\n "id": "a" "b"}')).toEqual(['✗ a.json:2:12: is not JSON from here on'])
  })

  test('an empty file is said to be empty', async () => {
    expect(await problems('')).toEqual(['✗ a.json: is empty'])
  })

  test('text in another encoding is refused', async () => {
    expect(await problems(new Uint8Array([0x22, 0xff, 0x22]))).toEqual(['✗ a.json: is not UTF-8 text'])
  })

  test('a byte order mark is no fault', async () => {
    expect((await cli(['check', 'a.json'], { files: { 'a.json': `\uFEFF${JSON.stringify(usage('one'))}` } })).code).toBe(0)
  })

  test('a folder without records is no pass', async () => {
    const { code, out } = await cli(['check', '.'])
    expect(code).toBe(2)
    expect(out).toContain('✗ .: holds no record files (.json, .ndjson, .jsonl, .csv)')
  })

  test('an unknown function gets a suggestion', async () => {
    expect(await problems({ ...usage('one'), check: 'checkExtraPlacesUsage' })).toEqual([
      '✗ a.json:2:12 · one · check: there is no function "checkExtraPlacesUsage"; did you mean checkExtraPlaceUsage?',
    ])
  })

  test.each(['human', 'markdown'])('a file whose name holds control characters is named without them (%s)', async (format) => {
    const files = { 'a\u001b[2Jb.json': [usage('over', overQuota), { ...usage('odd'), check: 'nothing' }] }
    const { code, out } = await cli(['check', '.', '--format', format], { files })
    expect(code).toBe(2)
    expect(out.match(/a\\+u001b\\*\[2Jb\.json:/g)?.length).toBeGreaterThan(1)
    expect(out).not.toContain('\u001b')
  })

  test('a function that only an object inherits is unknown', async () => {
    expect(await problems({ check: 'constructor', input: {} })).toEqual(['✗ a.json:2:12 · check: there is no function "constructor"; see "list"'])
  })

  test('an unknown field of a record gets a suggestion', async () => {
    expect(await problems({ ...usage('one'), optons: {} })).toEqual([
      '✗ a.json:11:13 · one · optons: is not a field of a record; fields are: check, id, input, options; did you mean options?',
    ])
  })

  test('an option other than readings is unknown', async () => {
    expect(await problems({ ...usage('one'), options: { reading: {} } })).toEqual([
      '✗ a.json:12:16 · one · options.reading: is not an option; options are: readings',
    ])
  })

  test('an unknown field of the input gets a suggestion, a missing one and a wrong type are named', async () => {
    expect(await problems({ check: 'checkExtraPlaceUsage', id: 'one', input: { validReasonApproved: '10', surplusLeaver: 5 } })).toEqual([
      '✗ a.json:5:28 · one · input.validReasonApproved: must be a whole number; found "10"',
      '✗ a.json:4:12 · one · input.surplusLeavers: is required: a whole number',
      '✗ a.json:6:22 · one · input.surplusLeaver: is not a field of this input; did you mean surplusLeavers?',
    ])
  })

  test('a record without an input is malformed', async () => {
    expect(await problems([{ check: 'checkExtraPlaceUsage' }])).toEqual(['✗ a.json:2:3 · record 1 · input: is required'])
  })

  test('a record that is no object is malformed', async () => {
    expect(await problems([3])).toEqual(['✗ a.json:2:3 · record 1: must be an object with named fields; found 3'])
  })

  test('a reading of another document and an unknown option of a reading are named', async () => {
    const readings = { 'A-E11': 'bared', 'A-Z1': 'x' }
    expect(await problems({ ...usage('one'), options: { readings } })).toEqual([
      '✗ a.json:13:16 · one · options.readings.A-E11: A-E11 can be read as: inPrinciple, barred; not as "bared"; did you mean barred?',
      '✗ a.json:14:15 · one · options.readings.A-Z1: EDB Circular 2/2022 has no reading "A-Z1"; did you mean A-E1?',
    ])
  })

  test('the others are checked all the same, and the problems stand in the order of the records', async () => {
    const files = {
      'a.json': [usage('first', { surplusLeavers: 'x' }), usage('over', overQuota), { ...usage('last'), check: '' }],
      'b.json': '{',
      'c.json': usage('too', overQuota),
    }
    const { code, out } = await cli(['check', 'a.json', 'b.json', 'c.json'], { files })
    expect(code).toBe(2)
    expect(out).toContain('a.json:13 · over · checkExtraPlaceUsage · breach')
    expect(out).toContain('c.json:1 · too · checkExtraPlaceUsage · breach')
    expect(out.split('\n').slice(-7)).toEqual([
      'Could not be checked:',
      '✗ a.json:9:25 · first · input.surplusLeavers: must be a whole number; found "x"',
      '✗ a.json:25:14 · last · check: there is no function ""; see "list"',
      '✗ b.json:1:2: is not JSON from here on',
      '',
      'records: 2 · files: 3 · breach: 2 · could not be checked: 3',
      '',
    ])
  })

  test('in Traditional Chinese', async () => {
    expect(await problems({ ...usage('one'), check: 'checkExtraPlacesUsage' }, '--locale', 'zh-Hant')).toEqual([
      '✗ a.json:2:12 · one · check：沒有 "checkExtraPlacesUsage" 這個函式；是否想用 checkExtraPlaceUsage？',
    ])
  })
})

describe('--reading', () => {
  const others = { 'a.json': usage('one', departure) }

  test('another reading changes the outcome', async () => {
    expect((await cli(['check', 'a.json'], { files: others })).code).toBe(0)
    expect((await cli(['check', 'a.json', '--reading', 'A-E11=barred'], { files: others })).code).toBe(1)
  })

  test('a record can bring its own', async () => {
    const files = { 'a.json': { ...usage('one', departure), options: { readings: { 'A-E11': 'barred' } } } }
    expect((await cli(['check', 'a.json'], { files })).code).toBe(1)
  })

  test('the command line goes before the record', async () => {
    const files = { 'a.json': { ...usage('one', departure), options: { readings: { 'A-E11': 'barred' } } } }
    expect((await cli(['check', 'a.json', '--reading', 'A-E11=inPrinciple'], { files })).code).toBe(0)
  })

  test('several can be given', async () => {
    const files = { 'a.json': usage('one', { ...overQuota, continuing: 1 }) }
    expect((await cli(['check', 'a.json'], { files })).code).toBe(1)
    const readings = ['--reading', 'A-E11=barred', '--reading', 'A-E23=newApprovalsOnly']
    const { code, out } = await cli(['check', 'a.json', '--verbose', ...readings], { files })
    expect(code).toBe(0)
    expect(out).toContain('A-E23=newApprovalsOnly (or everyExtendedStudent), A-E11=barred (or inPrinciple)')
  })

  test.each([
    ['A-E110=x', 'no document has a reading "A-E110"; did you mean A-E10?'],
    ['A-E11=bared', 'A-E11 can be read as: inPrinciple, barred; not as "bared"; did you mean barred?'],
    ['A-E11', 'a reading is written like A-E3=floor, not "A-E11"'],
  ])('%s is refused before anything is checked', async (reading, says) => {
    expect(await cli(['check', 'a.json', '--reading', reading], { files: others })).toEqual({ code: 2, out: '', err: `error: ${says}\n` })
  })
})

describe('for programs', () => {
  test('one JSON document holds everything: places, answers, sentences, problems', async () => {
    const files = { 'a.json': [usage('over', overQuota), { ...usage('odd'), check: 'nothing' }] }
    const { code, out } = await cli(['check', 'a.json', '--format', 'json'], { files })
    expect(code).toBe(2)
    const report: unknown = JSON.parse(out)
    expect(report).toMatchObject({
      locale: 'en',
      files: ['a.json'],
      counts: { ok: 0, advice: 0, judgement: 0, incomplete: 0, breach: 1 },
      problems: [{ file: 'a.json', record: 1, id: 'odd', line: 14, column: 14, path: 'check', says: 'there is no function "nothing"; see "list"' }],
      records: [
        {
          file: 'a.json',
          record: 0,
          id: 'over',
          line: 2,
          function: 'checkExtraPlaceUsage',
          document: 'hk-extension-of-study',
          outcome: 'breach',
          readings: [
            { id: 'A-E23', taken: 'everyExtendedStudent', alternatives: ['newApprovalsOnly'] },
            { id: 'A-E12', taken: 'notRanked', alternatives: [] },
            { id: 'A-E11', taken: 'inPrinciple', alternatives: ['barred'] },
          ],
          answer: { outcome: 'breach', value: { used: 16, remaining: -1 } },
        },
      ],
    })
    expect(report).toHaveProperty(['records', 0, 'findings', 0], {
      rule: 'hk-extension-of-study/withinQuota',
      outcome: 'breach',
      path: 'validReasonApproved',
      line: 7,
      column: 30,
      paragraph: 'EDB Circular 2/2022 para 10 sentence 1',
      says: {
        outcome: 'breach',
        force: 'must',
        demand: 'The places used in a school year come to at most 15 places (the extra places of the school).',
        found: 'Found: 16 places; over by 1 place',
        next: 'Next: approve fewer extensions; places need not all be used but are never exceeded',
      },
    })
  })

  test('a single record has no place in a list; the sentences are in the language asked for', async () => {
    const files = { 'a.json': usage('over', overQuota) }
    const { out } = await cli(['check', 'a.json', '--format', 'json', '--locale', 'zh-Hant'], { files })
    const report: unknown = JSON.parse(out)
    expect(report).toMatchObject({
      locale: 'zh-Hant',
      records: [{ record: null, line: 1, findings: [{ says: { outcome: '不符合', force: '必須' } }, {}, {}] }],
    })
  })

  test('no colour finds its way into it', async () => {
    const { out } = await cli(['check', 'a.json', '--format', 'json'], { files: { 'a.json': usage('over', overQuota) }, isTTY: true })
    expect(out).not.toContain('\u001b')
  })
})

test('records can come from standard input', async () => {
  const { code, out } = await cli(['check', '-'], { stdin: JSON.stringify(usage('over', overQuota)) })
  expect(code).toBe(1)
  expect(out).toContain('<stdin>:1 · over ·')
})

test('a list without records is checked and holds none', async () => {
  expect(await cli(['check', 'a.json'], { files: { 'a.json': [] } })).toEqual({ code: 0, out: 'records: 0 · files: 1\n', err: '' })
})

test.each(['human', 'json'])('the same records give the same %s text', async (format) => {
  const files = { 'a.json': [usage('over', overQuota), usage('departs', departure)], 'b.json': '{' }
  const once = await cli(['check', 'a.json', 'b.json', '--format', format], { files })
  expect(await cli(['check', 'a.json', 'b.json', '--format', format], { files })).toEqual(once)
})
