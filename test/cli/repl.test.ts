import { describe, expect, test } from 'vitest'
import { catalogue } from '../../src/catalogue.js'
import { cli } from './harness.js'

/** What the prompt prints after these lines are typed. */
async function typed(lines: readonly string[], ...options: readonly string[]): Promise<string> {
  const { code, out } = await cli(['repl', ...options], { stdin: `${lines.join('\n')}\n` })
  expect(code).toBe(0)
  return out
}

describe('repl', () => {
  test('has every function in scope', async () => {
    const out = await typed([...catalogue.keys()].map((name) => `typeof ${name}`))
    expect(out.match(/'function'/g)?.length).toBe(catalogue.size)
  })

  test('prints an answer in words', async () => {
    const out = await typed(["computeExtraPlaces({ kind: 'single', category: 'mild' })"])
    expect(out).toContain('> in order\n')
    expect(out).toContain('    extraPlaces: 15\n')
    expect(out).toContain('Read as A-E6 (para 5): The table figure for one section')
  })

  test('prints an answer in Traditional Chinese', async () => {
    expect(await typed(["computeExtraPlaces({ kind: 'single', category: 'mild' })"], '--locale', 'zh-Hant')).toContain('> 符合\n')
  })

  test('prints everything else as Node does', async () => {
    expect(await typed(["computeExtraPlaces({ kind: 'single', category: 'mild' }).value.extraPlaces"])).toContain('> 15\n')
  })

  test('says what is wrong with an input, without a stack', async () => {
    const out = await typed(['computeExtraPlaces({})'])
    expect(out).toContain('Uncaught kind: is required: one of: single, two, three, pd')
    expect(out).not.toContain('    at ')
  })

  test.each([
    ['en', 'in order', 'kind: is required: one of: single, two, three, pd'],
    ['zh-Hant', '符合', 'kind：必須提供'],
  ])('prints what safely gives as the answer or the error that it holds (%s)', async (locale, answer, error) => {
    const out = await typed(["safely(computeExtraPlaces)({ kind: 'single', category: 'mild' })", 'safely(computeExtraPlaces)({})'], '--locale', locale)
    expect(out).toContain(`> ${answer}\n`)
    expect(out).toContain(`> ${error}`)
    expect(out).not.toContain('    at ')
  })

  test('prints other objects that are called ok as Node does', async () => {
    expect(await typed(['({ ok: true, answer: 42 })', '({ ok: false, error: 1 })', '({ ok: true })'])).toContain(
      '> { ok: true, answer: 42 }\n> { ok: false, error: 1 }\n> { ok: true }\n',
    )
  })

  test('can compare readings and ask without throwing', async () => {
    const out = await typed([
      "acrossReadings(checkExtraPlaceUsage, { extraPlaces: 9, validReasonApproved: 1, validReasonPending: 0, surplusLeavers: 0, surplusOthers: 1 }).outcomeStands",
      'safely(computeExtraPlaces)({}).ok',
      "describe(computeExtraPlaces({ kind: 'single', category: 'mild' })).split('\\n')[0]",
    ])
    expect(out).toContain("> false\n> false\n> 'in order'\n")
  })

  test('ends with .exit', async () => {
    expect(await cli(['repl'], { stdin: '.exit\n', staysOpen: true })).toMatchObject({ code: 0, err: '' })
  })

  test('keeps its scope after .clear', async () => {
    expect(await typed(['.clear', 'typeof computeExtraPlaces'])).toContain("'function'")
  })
})
