import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { modules } from '../../src/catalogue.js'
import { cli, usage } from './harness.js'

/** One day more than three months: an extension shorter than a month, which A-S5 decides about. */
const oneDayPast = { startDate: '2025-09-08', endDate: '2025-12-08' }
/** Three months to the day: whatever A-S5 says of extensions. */
const threeMonths = { startDate: '2025-09-08', endDate: '2025-12-07' }

const duration = ['diff', 'checkShortStayDuration', 'stays.json']
const partMonths = [...duration, '--to', 'A-S5=partMonths']

const told = `Whether a student's short stay is as long as it may be · EDBCM 116/2025
Before: as the data says · After: A-S5=partMonths

stays.json:2 · record 1 · for judgement → in order
  - endDate · in principle · EDBCM 116/2025 footnote 1 sentence 3 · extensionOfAMonth
      ? for judgement: A stay of more than 3 months ends on or after 2026-01-07 (the last day of 4 months from the first day). Found: 2025-12-08; early by 30 days
  Readings: A-S5 stepsOfAMonthOrMore → partMonths

compared: 2 · differ: 1 · alike: 1
  for judgement → in order: 1
`

const Report = z.object({
  records: z.array(z.object({
    id: z.string().nullable(),
    line: z.int(),
    differs: z.boolean(),
    comparisons: z.array(z.looseObject({
      outcome: z.object({ before: z.string().nullable(), after: z.string().nullable() }),
      figures: z.array(z.object({ path: z.string(), before: z.unknown(), after: z.unknown() })),
      findings: z.array(z.looseObject({ change: z.string(), rule: z.string(), at: z.string() })),
    })),
  })),
  counts: z.object({ compared: z.int(), differ: z.int(), alike: z.int(), passedOver: z.int(), problems: z.int() }),
})

async function report(argv: readonly string[], files: Readonly<Record<string, unknown>>): Promise<z.output<typeof Report>> {
  return Report.parse(JSON.parse((await cli([...argv, '--format', 'json'], { files })).out))
}

describe('two readings', () => {
  test('are compared record by record, with what differs and the counts', async () => {
    expect(await cli(partMonths, { files: { 'stays.json': [oneDayPast, threeMonths] } })).toEqual({ code: 1, out: told, err: '' })
  })

  test('give the same facts to programs', async () => {
    const { records, counts } = await report(partMonths, { 'stays.json': [oneDayPast, threeMonths] })
    expect(counts).toEqual({ compared: 2, differ: 1, alike: 1, passedOver: 0, problems: 0 })
    expect(records.map(({ line, differs }) => [line, differs])).toEqual([[2, true], [6, false]])
    expect(records[0]?.comparisons).toMatchObject([
      {
        with: { 'A-S5': 'partMonths' },
        outcome: { before: 'judgement', after: 'ok' },
        findings: [
          {
            change: 'vanishes',
            rule: 'hk-school-partnership/extensionOfAMonth',
            at: 'fn 1 s3',
            before: { outcome: 'judgement', met: false, fact: '2025-12-08', limit: '2026-01-07', margin: -30 },
            after: null,
          },
        ],
        readings: [{ id: 'A-S5', before: 'stepsOfAMonthOrMore', after: 'partMonths' }],
      },
    ])
  })

  test('are told in Traditional Chinese', async () => {
    const { out } = await cli([...partMonths, '--locale', 'zh-Hant'], { files: { 'stays.json': [oneDayPast, threeMonths] } })
    expect(out).toContain('比較前：按資料所載 · 比較後：A-S5=partMonths\n')
    expect(out).toContain('stays.json:2 · 第 1 項紀錄 · 須由人判斷 → 符合\n')
    expect(out).toContain('已比較：2 · 有不同：1 · 相同：1\n')
  })

  test('can both be named', async () => {
    const { out, code } = await cli([...partMonths, '--from', 'A-S5=oneExtension'], { files: { 'stays.json': oneDayPast } })
    expect(code).toBe(1)
    expect(out).toContain('Before: A-S5=oneExtension · After: A-S5=partMonths\n')
    expect(out).toContain('  Readings: A-S5 oneExtension → partMonths\n')
  })

  test('go before the one that a record names', async () => {
    const record = { check: 'checkShortStayDuration', input: oneDayPast, options: { readings: { 'A-S5': 'partMonths' } } }
    expect((await report([...duration, '--from', 'A-S5=oneExtension'], { 'stays.json': record })).records[0]?.comparisons).toMatchObject([
      { outcome: { before: 'judgement', after: 'ok' } },
    ])
    expect((await cli(partMonths, { files: { 'stays.json': record } })).code).toBe(0)
  })

  test('change a figure alone', async () => {
    // 15% of 96 and 10% of 60 places at the two sections' own percentages, rounded down instead of to the nearest whole.
    const school = { kind: 'two', sections: [['mild', 6, 96], ['moderate', 6, 60]] }
    const { out, code } = await cli(['diff', 'computeExtraPlaces', 'school.json', '--to', 'A-E3=floor'], { files: { 'school.json': school } })
    expect(code).toBe(1)
    expect(out).toContain('in order → in order\n  Figures:\n      extraPlaces: 14 → 13\n')
  })

  test('that no answer leans on are named, so that silence is not taken for a result', async () => {
    const { out, code } = await cli(partMonths, { files: { 'stays.json': threeMonths } })
    expect(code).toBe(0)
    expect(out).toContain('No answer here leans on A-S5, so that it changes nothing.\n')
    expect((await cli(partMonths, { files: { 'stays.json': [threeMonths, oneDayPast] } })).out).not.toContain('No answer here')
  })
})

describe('across all readings', () => {
  const across = [...duration, '--across']

  test('each other answer is told once, with the nearest readings that give it', async () => {
    const { out, code } = await cli(across, { files: { 'stays.json': [oneDayPast] } })
    expect(code).toBe(1)
    expect(out).toContain('Before: as the data says · After: every combination of readings\n')
    expect(out).toContain('stays.json:2 · record 1 · The outcome does not stand under every reading.\n  A-S5=partMonths · for judgement → in order\n')
    expect(out).toContain('  A-S14=excluded (and 2 further combinations with the same answer) · for judgement → facts missing\n')
  })

  test('an answer that only changes its figures keeps its outcome', async () => {
    const school = { kind: 'two', sections: [['mild', 6, 96], ['moderate', 6, 60]] }
    const { out } = await cli(['diff', 'computeExtraPlaces', 'school.json', '--across'], { files: { 'school.json': school } })
    expect(out).toContain('The outcome stands however the text is read.\n')
    expect(out).toContain('      extraPlaces: 14 → 13\n')
  })

  test('an answer that leans on no other reading does not differ', async () => {
    expect(await cli(['diff', 'checkSchemeApplicability', 'school.json', '--across'], { files: { 'school.json': { schoolYear: '2025/26' } } })).toMatchObject({ code: 0 })
  })
})

describe('two versions of a document', () => {
  // The former text counted municipal preschools only; a private one came in with the text of 12 September 2024.
  const preschool = { institutionType: 'privatePreschool', onDate: '2025-03-01' }
  const eligibility = ['diff', 'checkProgrammeEligibility', 'preschool.json']

  test('are chosen by day, whatever day the data has', async () => {
    const { out, code } = await cli([...eligibility, '--from', '2024-09-11', '--to', '2024-09-12'], { files: { 'preschool.json': preschool } })
    expect(code).toBe(1)
    expect(out).toContain('Before: the text in force on 2024-09-11 · After: the text in force on 2024-09-12\n')
    expect(out).toContain('preschool.json:1 · record 1 · breach → facts missing\n')
    expect(out).toContain('former Art. 2(1) · formerInstitutionInScope\n')
    expect(out).toContain('      version: former → amended2024\n')
  })

  test('are the same on two days of one of them', async () => {
    expect((await cli([...eligibility, '--from', '2024-09-12', '--to', '2026-01-01'], { files: { 'preschool.json': preschool } })).code).toBe(0)
  })

  test('are chosen by one day against the data, or together with a reading', async () => {
    expect((await report([...eligibility, '--from', '2024-09-11'], { 'preschool.json': preschool })).records[0]?.differs).toBe(true)
    // Taken literally, commencement is 10 September: the 11th has the new text, too.
    const literal = ['--from', '2024-09-11', '--from', 'H-A1=promulgationDay']
    expect((await report([...eligibility, ...literal], { 'preschool.json': preschool })).records[0]?.differs).toBe(false)
  })

  test('are chosen by H-V1 only where the data has no day', async () => {
    const byReading = [...eligibility, '--from', 'H-V1=former']
    expect((await cli(byReading, { files: { 'preschool.json': preschool } })).out).toContain('No answer here leans on H-V1, so that it changes nothing.\n')
    expect((await report(byReading, { 'preschool.json': { institutionType: 'privatePreschool' } })).records[0]?.differs).toBe(true)
  })

  test('are not there where only one text is held', async () => {
    const en = 'EDBCM 116/2025 is held in one text only, issued 2025-07-03: no day chooses another'
    expect(await cli([...duration, '--to', '2024-01-01'])).toEqual({ code: 2, out: '', err: `error: ${en}\n` })
    const zh = '教育局通函第116/2025號只備有一版文本（2025-07-03 發出），沒有其他版本可按日期選用'
    expect((await cli([...duration, '--to', '2024-01-01', '--locale', 'zh-Hant'])).err).toBe(`錯誤：${zh}\n`)
  })

  test.each(modules.filter(({ versionField }) => versionField !== undefined).flatMap(({ versionField = '', functions }) =>
    functions.map((entry) => [entry.name, versionField, entry] as const)))('%s takes the day that chooses them, %s', (_name, field, entry) => {
    const schema = z.toJSONSchema(entry.input, { io: 'input' })
    const kinds = schema.anyOf ?? schema.oneOf ?? [schema]
    for (const kind of kinds) expect(kind).toHaveProperty(['properties', field])
  })
})

describe('the data', () => {
  const record = (id: string, input: unknown) => ({ check: 'checkShortStayDuration', id, input })
  const rows = 'id,startDate,endDate\nautumn,2025-09-08,2025-12-08\nwinter,2025-09-08,2025-12-07\n'

  test.each([
    ['one input', 'stays.json', oneDayPast, [[null, 1, true]]],
    ['a list of inputs', 'stays.json', [threeMonths, oneDayPast], [[null, 2, false], [null, 6, true]]],
    ['records', 'stays.json', [record('autumn', oneDayPast)], [['autumn', 2, true]]],
    ['inputs and records in one list', 'stays.json', [threeMonths, record('autumn', oneDayPast)], [[null, 2, false], ['autumn', 6, true]]],
    ['lines of inputs', 'stays.ndjson', `${JSON.stringify(threeMonths)}\n${JSON.stringify(oneDayPast)}\n`, [[null, 1, false], [null, 2, true]]],
    ['rows of a table', 'stays.csv', rows, [['autumn', 2, true], ['winter', 3, false]]],
  ])('can be %s', async (_what, file, content, expected) => {
    const { records } = await report(['diff', 'checkShortStayDuration', file, '--to', 'A-S5=partMonths'], { [file]: content })
    expect(records.map(({ id, line, differs }) => [id, line, differs])).toEqual(expected)
  })

  test('can come from standard input', async () => {
    const { code, out } = await cli(['diff', 'checkShortStayDuration', '--to', 'A-S5=partMonths'], { stdin: JSON.stringify(oneDayPast) })
    expect(code).toBe(1)
    expect(out).toContain('<stdin>:1 · record 1 · for judgement → in order\n')
  })

  test('of other functions is passed over, and counted', async () => {
    const { out } = await cli(partMonths, { files: { 'stays.json': [record('autumn', oneDayPast), usage('places')] } })
    expect(out).toContain('compared: 1 · differ: 1 · alike: 0 · of other functions, passed over: 1\n')
  })

  test('of other functions alone cannot be compared', async () => {
    expect(await cli(partMonths, { files: { 'stays.json': [usage('places')] } })).toEqual({
      code: 2, out: '', err: 'error: stays.json holds nothing for checkShortStayDuration\n',
    })
  })

  test('that is malformed is named by its place in the file, and the rest is compared all the same', async () => {
    const { code, out } = await cli(partMonths, { files: { 'stays.json': [{ ...oneDayPast, endDate: '31 February' }, oneDayPast, record('autumn', { star: 1 })] } })
    expect(code).toBe(2)
    expect(out).toContain('for judgement → in order\n')
    expect(out).toContain('✗ stays.json:4:16 · record 1 · endDate: must be a calendar date')
    expect(out).toContain('· autumn · input.star: ')
    expect(out).toContain('compared: 1 · differ: 1 · alike: 0 · could not be compared: ')
  })

  test('that cannot be read ends with exit code 2', async () => {
    expect((await cli(partMonths)).code).toBe(2)
    expect((await cli(partMonths, { files: { 'stays.json': '{' } })).code).toBe(2)
  })

  test('that contradicts itself on one side only is a difference', async () => {
    // Two activities of 150 minutes a week come to the stated 300 for the project, and not to 300 for a group.
    const activity = { kind: 'tutorialService', lines: [], sessions: { perWeek: 1, minutes: 150 } }
    const files = { 'budget.json': { activities: [activity, activity], tutorialMinutesPerWeek: 300 } }
    const budget = ['diff', 'validateGrantBudget', 'budget.json']
    const { code, out } = await cli([...budget, '--to', 'A-C8=perGroup'], { files })
    expect(code).toBe(1)
    expect(out).toContain('budget.json:1 · record 1 · breach → the facts contradict each other\n')
    expect(out).toContain('  ✗ tutorialMinutesPerWeek: does not agree with the sessions of the activities\n')
    expect((await cli([...budget, '--from', 'A-C8=perGroup'], { files })).out).toContain('the facts contradict each other → breach\n')
    expect((await cli([...budget, '--across'], { files })).out).toContain('does not agree with the sessions of the activities\n')
  })
})

describe('exit codes, like those of diff(1)', () => {
  test.each([
    ['nothing differs', [threeMonths], 0],
    ['something differs', [threeMonths, oneDayPast], 1],
    ['something could not be compared, though something differs', [oneDayPast, { startDate: 1 }], 2],
  ])('%s', async (_when, files, code) => {
    expect((await cli(partMonths, { files: { 'stays.json': files } })).code).toBe(code)
  })

  test('are told by the help', async () => {
    expect((await cli(['diff', '--help'])).out).toContain('Exit code: 0 nothing differs; 1 something does; 2 something could not be read or compared.')
  })

  test('every example of the help compares something', async () => {
    const files = {
      'stays.csv': 'startDate,endDate\n2025-09-08,2025-12-08\n',
      'year.json': { check: 'checkProgrammeEligibility', input: { institutionType: 'privatePreschool' } },
      'school.json': { kind: 'two', sections: [['mild', 6, 96], ['moderate', 6, 60]] },
    }
    const { out } = await cli(['diff', '--help'])
    const examples = out.split('Examples:\n')[1]?.trim().split('\n') ?? []
    expect(examples.length).toBeGreaterThan(3)
    for (const example of examples) {
      const [, ...argv] = example.trim().split(' ')
      expect(await cli(argv, { files }), example).toMatchObject({ code: 1, err: '' })
    }
  })
})

describe('wrong arguments', () => {
  test.each([
    [duration, 'say what to compare: --to or --from with a reading or a day, or --across'],
    [[...partMonths, '--across'], '--across takes every reading in turn: leave --from and --to out'],
    [[...duration, '--to', 'tomorrow'], '"tomorrow" is neither a reading such as A-S5=partMonths nor a day YYYY-MM-DD'],
    [[...duration, '--to', 'A-S55=partMonths'], 'no document has a reading "A-S55"; did you mean A-S5?'],
    [[...duration, '--to', 'A-S5=weeks'], 'A-S5 can be read as: stepsOfAMonthOrMore, oneExtension, partMonths; not as "weeks"'],
    [[...duration, '--to', 'A-E3=floor'], 'EDBCM 116/2025 has no reading "A-E3"'],
    [[...partMonths, '--to', 'A-S5=oneExtension'], 'A-S5 can be read in only one way on each side; found A-S5=partMonths, A-S5=oneExtension'],
    [['diff', 'checkProgrammeEligibility', '--to', '2024-01-01', '--to', '2025-01-01'], 'only one day can be given for each side; found 2024-01-01, 2025-01-01'],
    [['diff', 'checkProgrammeEligibility', '--to', '2024-02-30'], '"2024-02-30" is neither a reading such as A-S5=partMonths nor a day YYYY-MM-DD'],
    [['diff', 'checkShortStay', '--across'], 'there is no function "checkShortStay"; did you mean checkShortStayIntake?'],
  ])('%j', async (argv, says) => {
    const { code, out, err } = await cli(argv)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err.startsWith(`error: ${says}`)).toBe(true)
  })
})
