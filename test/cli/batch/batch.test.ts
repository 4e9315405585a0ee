import { describe, expect, test } from 'vitest'
import { checkExtraPlaceUsage } from '../../../src/index.js'
import { cli, soundUsage } from '../harness.js'

const here = ['--workers', '0'] as const
const over = { ...soundUsage, surplusLeavers: 6 }
const lines = (...rows: readonly unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('')
const batch = (stdin: string, ...options: readonly string[]) => cli(['batch', 'checkExtraPlaceUsage', ...here, ...options], { stdin })

describe('every row gets one line, in order', () => {
  test('with the answer of the function, and the counts in the end', async () => {
    expect(await batch(lines(soundUsage, over))).toEqual({
      code: 1,
      out: lines({ row: 1, answer: checkExtraPlaceUsage(soundUsage) }, { row: 2, answer: checkExtraPlaceUsage(over) }),
      err: 'rows: 2 · breach: 1 · in order: 1\n  EDB Circular 2/2022 para 10 sentence 1 · breach: 1\n',
    })
  })

  test('with its id when it is a record, and with what is wrong with it when it has no answer', async () => {
    const { code, out, err } = await batch(lines({ id: 'a', input: soundUsage }, { id: 7, check: 'checkAppeal', input: {} }, { ...soundUsage, extraPlaces: -1 }, 'x'))
    const found = out.trimEnd().split('\n').map((line): unknown => JSON.parse(line))
    expect(found).toMatchObject([
      { row: 1, id: 'a', answer: { outcome: 'ok' } },
      { row: 2, id: 7, error: { issues: [{ path: ['check'], code: 'other_function' }] } },
      { row: 3, error: { issues: [{ path: ['extraPlaces'], message: { en: 'must be at least 0; found -1' } }] } },
      { row: 4, error: { issues: [{ path: [], code: 'invalid_type' }] } },
    ])
    expect(err).toBe('rows: 4 · in order: 1 · not answered: 3\n')
    expect(code).toBe(2)
  })
})

test.each([['[\n', '[]\n'], [' {\r\n', '}\n']])('whoever gives a value over several lines, as %j%j, is told that each line is a row', async (first, others) => {
  const { code, out } = await batch(first + others)
  expect(code).toBe(2)
  expect(out.split('\n')[0]).toContain('"message":{"en":"is not JSON: each line is a row, and none goes on over several lines","zh-Hant":"並非 JSON：每行為一列，一列不可跨越多行"}')
  expect((await batch(`${lines(soundUsage)}${first}`)).out).toContain('"message":{"en":"is not JSON","zh-Hant":"並非 JSON"}')
})

describe('the exit code', () => {
  test.each([
    [lines(soundUsage), [], 0],
    [lines(soundUsage, over), [], 1],
    [lines(over), ['--fail-on', 'never'], 0],
    [lines({ ...soundUsage, surplusOthers: null }), [], 0],
    [lines({ ...soundUsage, surplusOthers: null }), ['--fail-on', 'incomplete'], 1],
    [lines(soundUsage, 'x'), ['--fail-on', 'never'], 2],
  ])('of %j with %j is %i', async (stdin, options, code) => {
    expect((await batch(stdin, ...options)).code).toBe(code)
  })
})
