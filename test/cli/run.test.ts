import { describe, expect, test } from 'vitest'
import { cli, soundUsage } from './harness.js'

const twoSections = JSON.stringify({ kind: 'two', sections: [['mild', 6, 90], ['moderate', 6, 60]] })

describe('run', () => {
  test('reads the input from standard input and says what a stranger understands', async () => {
    const { code, out, err } = await cli(['run', 'computeExtraPlaces', '-'], { stdin: twoSections })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out.split('\n').slice(0, 2)).toEqual(['How many extra places a special school has · EDB Circular 2/2022', 'in order'])
    expect(out).toContain('extraPlaces: 13')
    expect(out).toContain('A section is counted at its own percentage when both have at least 6 classes.')
    expect(out).toContain('Read as A-E3 (para 5): To the nearest whole place')
  })

  test('reads standard input when no file is named', async () => {
    const named = await cli(['run', 'computeExtraPlaces', '-'], { stdin: twoSections })
    expect(await cli(['run', 'computeExtraPlaces'], { stdin: twoSections })).toEqual(named)
  })

  test('reads a file', async () => {
    const { out } = await cli(['run', 'computeExtraPlaces', 'school.json'], { files: { 'school.json': twoSections } })
    expect(out).toContain('extraPlaces: 13')
  })

  test('answers in Traditional Chinese', async () => {
    const { out } = await cli(['run', 'computeExtraPlaces', '--locale=zh-Hant'], { stdin: twoSections })
    expect(out.split('\n').slice(0, 2)).toEqual(['特殊學校有多少個額外學額 · 教育局通告第2/2022號', '符合'])
  })

  test('gives the answer itself with --format json', async () => {
    const { out } = await cli(['run', 'computeExtraPlaces', '--format', 'json'], { stdin: twoSections })
    expect(JSON.parse(out)).toMatchObject({ outcome: 'ok', value: { extraPlaces: 13, exact: 13.2, method: 'separate' } })
  })

  test.each([
    ['in order', {}, [], 0],
    ['a breach', { surplusLeavers: 6 }, [], 1],
    ['a breach that nobody wants to fail on', { surplusLeavers: 6 }, ['--fail-on', 'never'], 0],
    ['a departure', { surplusOthers: 1, surplusLeavers: 4 }, [], 0],
    ['a departure under --fail-on judgement', { surplusOthers: 1, surplusLeavers: 4 }, ['--fail-on', 'judgement'], 1],
    ['a departure read as barred', { surplusOthers: 1, surplusLeavers: 4 }, ['--reading', 'A-E11=barred'], 1],
  ])('ends after %s with the right exit code', async (_name, differences, options, code) => {
    const stdin = JSON.stringify({ ...soundUsage, ...differences })
    expect((await cli(['run', 'checkExtraPlaceUsage', ...options], { stdin })).code).toBe(code)
  })

  test('names what is wrong with the input by line and field, on standard error', async () => {
    const files = { 'usage.json': { validReasonApproved: -1, surplusLeaver: 1 } }
    expect(await cli(['run', 'checkExtraPlaceUsage', 'usage.json'], { files })).toEqual({
      code: 2,
      out: '',
      err: [
        '✗ usage.json:2:26 · validReasonApproved: must be at least 0; found -1',
        '✗ usage.json:1:1 · surplusLeavers: is required: a whole number',
        '✗ usage.json:3:20 · surplusLeaver: is not a field of this input; did you mean surplusLeavers?',
        '',
      ].join('\n'),
    })
  })

  test('and as JSON on standard output for programs', async () => {
    const { code, out, err } = await cli(['run', 'checkExtraPlaceUsage', '--format', 'json'], { stdin: '{' })
    expect({ code, err }).toEqual({ code: 2, err: '' })
    expect(JSON.parse(out)).toEqual({
      problems: [{ file: '<stdin>', record: null, id: null, line: 1, column: 2, path: '', says: 'is not JSON from here on' }],
    })
  })

  test.each([
    [['run', 'computeExtraPlace'], 'there is no function "computeExtraPlace"; did you mean computeExtraPlaces?'],
    [['run', 'computeExtraPlaces', '--reading', 'A-E3=up'], 'A-E3 can be read as: nearest, floor, ceiling, nearestOfTotal, floorOfTotal, ceilingOfTotal; not as "up"'],
    [['run', 'computeExtraPlaces', '--fail-on', 'ok'], '--fail-on <outcome> must be one of: breach, incomplete, judgement, advice, never; found "ok"'],
  ])('refuses %j', async (argv, says) => {
    expect(await cli(argv)).toEqual({ code: 2, out: '', err: `error: ${says}\n` })
  })

  test('says that a file is missing', async () => {
    expect(await cli(['run', 'computeExtraPlaces', 'none.json'])).toEqual({ code: 2, out: '', err: '✗ none.json: there is no such file\n' })
  })
})
