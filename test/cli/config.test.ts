import { describe, expect, test } from 'vitest'
import { locales } from '../../src/catalogue.js'
import { cli, usage } from './harness.js'

const overQuota = { surplusLeavers: 6 }
const departure = { surplusOthers: 1, surplusLeavers: 4 }
const CONFIG = 'school-support-rules.json'

const accepted = (differences: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
  rule: 'withinQuota',
  id: 'over',
  reason: 'EDB agreed by letter',
  until: '2026-08-31',
  ...differences,
})

const world = (config: unknown, records: unknown = [usage('over', overQuota), usage('sound')]) => ({ files: { [CONFIG]: config, 'records/a.json': records } })

/** Checks what the configuration lists on a day when nothing has expired, unless told otherwise. */
const checked = async (config: object, records?: unknown, ...argv: readonly string[]) =>
  cli(['check', '--today', '2026-08-31', ...argv], world({ files: ['records'], ...config }, records))

describe('the configuration', () => {
  test('says what to check; what the command line names goes before it', async () => {
    const { files } = world({ files: ['records/*.json'] })
    expect((await cli(['check'], { files })).code).toBe(1)
    expect((await cli(['check', 'b.json'], { files: { ...files, 'b.json': usage('sound') } })).out).toBe('records: 1 · files: 1 · in order: 1\n')
  })

  test('says the function for the rows of a table', async () => {
    const files = { [CONFIG]: { files: [{ files: '*.csv', check: 'standardYearsOfStudy' }] }, 'a.csv': 'category,hasID\nID,true\n' }
    expect((await cli(['check'], { files })).out).toBe('records: 1 · files: 1 · in order: 1\n')
  })

  test('says the language, unless the command line does', async () => {
    expect((await checked({ locale: 'zh-Hant' })).out).toContain('紀錄：2 · 檔案：1 · 不符合：1 · 符合：1')
    expect((await checked({ locale: 'zh-Hant' }, undefined, '--locale', 'en')).out).toContain('records: 2')
  })

  test('says what makes the command fail, unless the command line does', async () => {
    const records = usage('departs', departure)
    expect((await checked({}, records)).code).toBe(0)
    expect((await checked({ failOn: 'judgement' }, records)).code).toBe(1)
    expect((await checked({ failOn: 'judgement' }, records, '--fail-on', 'breach')).code).toBe(0)
  })

  test('says how unclear points are read, unless the record or the command line does', async () => {
    const config = { readings: { 'A-E11': 'barred' } }
    const own = { ...usage('departs', departure), options: { readings: { 'A-E11': 'inPrinciple' } } }
    expect((await checked(config, usage('departs', departure))).code).toBe(1)
    expect((await checked(config, own)).code).toBe(0)
    expect((await checked(config, usage('departs', departure), '--reading', 'A-E11=inPrinciple')).code).toBe(0)
  })

  test('can have another name and stand elsewhere: its files are named from its own folder', async () => {
    const files = { 'ci/rules.json': { files: ['../records'] }, 'records/a.json': usage('over', overQuota) }
    const { code, out } = await cli(['check', '--config', 'ci/rules.json'], { files })
    expect(code).toBe(1)
    expect(out).toContain('records/a.json:1 · over')
  })

  test.each([
    ['en', ': there is no such file', ''],
    ['zh-Hant', '：沒有這個檔案', ''],
  ])('that is named must be there (%s)', async (locale, says) => {
    const { code, out, err } = await cli(['check', 'a.json', '--config', 'none.json', '--locale', locale], { files: { 'a.json': usage('sound') } })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(`none.json${says}`)
  })

  test('that is malformed is refused with every fault and its line, and nothing is checked', async () => {
    const config = `{
  "flies": ["records"],
  "failOn": "breech",
  "files": [{ "files": "*.csv", "check": "checkAppeals" }],
  "accepted": [{ "rule": "withinQuota", "id": "x", "reason": "", "until": "2026-02-30" }]
}`
    const { code, out, err } = await cli(['check'], world(config))
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err.split('\n')).toEqual([
      expect.stringContaining(`error: ${CONFIG}:3:13 · failOn: must be`),
      expect.stringContaining(`${CONFIG}:5:62 · accepted[0].reason: `),
      expect.stringContaining(`${CONFIG}:5:75 · accepted[0].until: must be a calendar date YYYY-MM-DD`),
      `${CONFIG}:2:12 · flies: is not a field here; did you mean files?`,
      '',
    ])
  })

  test('with names that nobody knows is refused, with suggestions', async () => {
    const config = {
      files: [{ files: '*.csv', check: 'checkAppeals' }],
      readings: { 'A-E11': 'bared' },
      accepted: [accepted({ rule: 'withinQota' }), { reason: 'x', until: '2026-01-01' }, accepted({ rule: undefined, paragraph: '10 s11' }), accepted({ rule: undefined, paragraph: 'para 10 sentance 1' })],
    }
    const { code, err } = await cli(['check'], world(config))
    expect(code).toBe(2)
    expect(err.replaceAll(/school-support-rules\.json:\d+:\d+ · /g, '').split('\n')).toEqual([
      'error: files[0].check: there is no function "checkAppeals"; did you mean checkAppeal?',
      'readings["A-E11"]: A-E11 can be read as: inPrinciple, barred; not as "bared"; did you mean barred?',
      'accepted[0].rule: there is no rule or paragraph "withinQota"; did you mean withinQuota?',
      'accepted[1]: must say which rule or which paragraph',
      'accepted[1]: must say which file or which id',
      'accepted[2].paragraph: no document has a paragraph "10 s11"; did you mean 10 s1?',
      'accepted[3].paragraph: no document has a paragraph "para 10 sentance 1"; did you mean para 10 sentence 1?',
      '',
    ].map((line) => line.replace('["A-E11"]', '.A-E11')))
  })

  test('with a name given twice is refused', async () => {
    const { code, err } = await cli(['check'], world('{"files": ["records"],\n"files": []}'))
    expect({ code, err }).toEqual({ code: 2, err: `error: ${CONFIG}:2:1 · files: stands twice in the same object\n` })
  })
})

describe('an accepted departure', () => {
  test('does not make the command fail, and stays in sight with its reason', async () => {
    const { code, out } = await checked({ accepted: [accepted()] })
    expect(code).toBe(0)
    expect(out).toContain('records/a.json:2 · over · checkExtraPlaceUsage · breach (apart from what is accepted: in order)')
    expect(out).toContain('      Accepted until 2026-08-31: EDB agreed by letter\n')
    expect(out).toContain('records: 2 · files: 1 · in order: 2 · accepted: 1\n')
  })

  test('is told in Traditional Chinese', async () => {
    const { out } = await checked({ locale: 'zh-Hant', accepted: [accepted()] })
    expect(out).toContain('不符合（撇除已接受者：符合）')
    expect(out).toContain('      接受至 2026-08-31：EDB agreed by letter\n')
  })

  test('leaves what else is wrong with the record as it is', async () => {
    const { code, out } = await checked({ accepted: [accepted()] }, usage('over', { ...overQuota, surplusOthers: 1 }), '--fail-on', 'judgement')
    expect(code).toBe(1)
    expect(out).toContain('breach (apart from what is accepted: for judgement)')
  })

  test.each([
    ['rule by its id', { rule: 'hk-extension-of-study/withinQuota' }],
    ['paragraph', { rule: undefined, paragraph: '10 s1' }],
    ['paragraph as it is printed', { rule: undefined, paragraph: 'EDB Circular 2/2022 para 10 sentence 1' }],
    ['paragraph as it is printed in Traditional Chinese, without the document', { rule: undefined, paragraph: '第 10 段 第 1 句' }],
    ['rule and paragraph', { paragraph: '10 s1' }],
    ['file', { id: undefined, file: 'records/a.json' }],
    ['glob', { id: undefined, file: 'records/*.json' }],
    ['folder', { id: undefined, file: 'records' }],
    ['file and id', { file: 'records/a.json' }],
  ])('can be named by its %s', async (_name, differences) => {
    const { code, out } = await checked({ accepted: [accepted(differences)] })
    expect(code).toBe(0)
    expect(out).toContain('accepted: 1')
  })

  test.each([
    ['of another rule', { rule: 'leaversInPrinciple' }],
    ['of another paragraph', { paragraph: '9 s4' }],
    ['of another paragraph, as it is printed', { rule: undefined, paragraph: 'para 9 sentence 4' }],
    ['of another record', { id: 'sound' }],
    ['of another file', { file: 'records/b.json' }],
  ])('%s accepts nothing, and is reported as unused', async (_name, differences) => {
    const { code, out } = await checked({ accepted: [accepted(differences)] })
    expect(code).toBe(1)
    expect(out).toMatch(/Accepted departures to look at again:\n! school-support-rules\.json:\d+: is accepted, but nothing was found to accept \(.*\): EDB agreed by letter\n/)
  })

  test('counts on its last day, and no longer on the day after; then it is reported with its line', async () => {
    expect((await checked({ accepted: [accepted()] })).code).toBe(0)
    const late = await checked({ accepted: [accepted()] }, undefined, '--today', '2026-09-01')
    expect(late.code).toBe(1)
    expect(late.out).toContain(`! ${CONFIG}:6: accepted until 2026-08-31 only and now counts again (withinQuota): EDB agreed by letter\n`)
    const zh = await checked({ accepted: [accepted()] }, undefined, '--today', '2026-09-01', '--locale', 'zh-Hant')
    expect(zh.out).toContain(`! ${CONFIG}:6：只接受至 2026-08-31，現已重新計算（withinQuota）：EDB agreed by letter\n`)
  })

  test('the calendar of the machine decides when no day is named', async () => {
    const { files } = world({ files: ['records'], accepted: [accepted({ until: '2000-01-01' })] })
    expect((await cli(['check'], { files })).out).toContain('accepted until 2000-01-01 only')
    expect((await cli(['check'], world({ files: ['records'], accepted: [accepted({ until: '2199-12-31' })] }))).code).toBe(0)
  })

  test.each([
    ['EDB Circular 2/2022 para 1', 'accepted: 1'],
    ['EDBCM 116/2025 para 1', 'nothing was found to accept'],
  ])('whose paragraph is named with its document is of that document: %s', async (paragraph, says) => {
    const early = { check: 'checkMeasureApplicability', id: 'over', input: { category: 'ID', schoolYearStart: 2020 }, options: { readings: { 'A-E1': 'sinceReplacement' } } }
    expect((await checked({ accepted: [accepted({ rule: undefined, paragraph })] }, early)).out).toContain(says)
  })

  test('is not looked for in files that were not asked for', async () => {
    const config = { files: ['records'], accepted: [accepted({ file: 'records/a.json' })] }
    const { files } = world(config)
    const { out } = await cli(['check', 'b.json', '--today', '2027-01-01'], { files: { ...files, 'b.json': usage('sound') } })
    expect(out).toBe('records: 1 · files: 1 · in order: 1\n')
  })

  test('cannot stand for a fact that is missing', async () => {
    const config = { failOn: 'incomplete', accepted: [accepted({ id: 'unknown' })] }
    const { code, out } = await checked(config, usage('unknown', { surplusOthers: null, surplusLeavers: 4 }))
    expect(code).toBe(1)
    expect(out).toContain('nothing was found to accept')
  })
})

test.each(locales)('--today takes a day and nothing else (%s)', async (locale) => {
  const { code, err } = await cli(['check', 'a.json', '--today', '2026-02-30', '--locale', locale])
  expect(code).toBe(2)
  expect(err).toContain(locale === 'en' ? '"2026-02-30" is not a day YYYY-MM-DD' : '"2026-02-30" 不是日期 YYYY-MM-DD')
})
