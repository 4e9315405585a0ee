import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { locales, modules } from '../../src/catalogue.js'
import { cli } from './harness.js'

const Coverage = z.object({ document: z.string(), provisions: z.int(), accountedFor: z.int(), encoded: z.int(), exercised: z.int() })

describe.each(modules.map(({ document, ledger }) => [document.id, ledger] as const))('ledger of %s', (id, ledger) => {
  test.each(locales)('lists every provision in %s and what became of it', async (locale) => {
    const { code, out } = await cli(['ledger', id, '--locale', locale])
    expect(code).toBe(0)
    const lines = out.split('\n')
    for (const { at, says } of ledger) expect(lines).toContain(`${at} · ${says[locale]}`)
    expect(lines.filter((line) => line.startsWith('    → ')).length).toBe(ledger.length)
  })

  test('counts the same for people and for programs', async () => {
    const report = Coverage.parse(JSON.parse((await cli(['ledger', id, '--format', 'json'])).out))
    expect(report).toMatchObject({ document: id, provisions: ledger.length })
    const { provisions, accountedFor, encoded, exercised } = report
    const [, accounted, code] = (await cli(['ledger', id])).out.trimEnd().split('\n').slice(-3)
    expect(accounted).toMatch(new RegExp(`^${provisions} provisions, ${accountedFor} accounted for \\(\\d+%\\)$`))
    expect(code).toMatch(new RegExp(`^${encoded} became code, ${exercised} of them exercised by golden cases \\(\\d+%\\)$`))
  })
})

test('tells the three ways in which a provision can end', async () => {
  const { out } = await cli(['ledger', 'hk-extension-of-study'])
  expect(out).toContain('1 · Updates the arrangements and replaces Circular 3/2010 of 5 March 2010.\n    → kept as the constant REPLACES\n')
  expect(out).toContain('10 s1 · Extra places are a maximum and need not all be used; each application must be considered carefully.\n    → checked by a rule of checkExtraPlaceUsage\n')
  expect(out).toContain('10 s2 · The school must give a student in difficulty suitable guidance and support; extension is one way among others, and the exception.\n    → nothing to compute: A duty of the school whose content is left to its professional judgement; it sets no test, amount or date.\n')
})

test('without a document, has a line for each', async () => {
  const { code, out } = await cli(['ledger'])
  expect(code).toBe(0)
  expect(out.trimEnd().split('\n').map((line) => line.split(' · ')[0])).toEqual(modules.map(({ document }) => document.id))
})

test('without a document, gives the same figures to programs', async () => {
  const summary: unknown = JSON.parse((await cli(['ledger', '--format', 'json', '--locale', 'zh-Hant'])).out)
  expect(summary).toMatchObject(
    modules.map(({ document, ledger }) => ({ document: document.id, title: document.title['zh-Hant'], provisions: ledger.length })),
  )
})

test('an unknown document gets a suggestion', async () => {
  expect(await cli(['ledger', 'hk-extension'])).toEqual({
    code: 2,
    out: '',
    err: 'error: there is no document "hk-extension"; did you mean hk-extension-of-study?\n',
  })
})
