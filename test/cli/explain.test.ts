import { describe, expect, test } from 'vitest'
import { modules, rules } from '../../src/catalogue.js'
import { cli } from './harness.js'

const withinQuota = `The places used in a school year come to at most the extra places of the school.
hk-extension-of-study/withinQuota
How strongly: must
Limit: comes with the case
If not met: approve fewer extensions; places need not all be used but are never exceeded
Applied by: checkExtraPlaceUsage
Paragraph: EDB Circular 2/2022 para 10 sentence 1
    para 9 sentence 4 · In principle remaining places are only for this year's leavers in need.
  ▸ para 10 sentence 1 · Extra places are a maximum and need not all be used.
    para 10 sentence 2 · Support comes first; extension is the exception.
Also: Appendix 甲4
Unclear points, and how they can be read (--reading)
  A-E23 · para 10 sentence 1: Does a student who stays on in a further extended year use a place again?
      everyExtendedStudent: Yes: all students in an extended year count in that school year (unless told otherwise)
      newApprovalsOnly: No: only new approvals count
`

describe('a rule is explained', () => {
  test.each([
    ['its id', ['hk-extension-of-study/withinQuota']],
    ['its name', ['withinQuota']],
    ['its paragraph', ['10 s1']],
    ['its paragraph in several words', ['10', 's1']],
    ['its paragraph as people say it', ['para', '10', 's1']],
    ['its paragraph with the document', ['hk-extension-of-study/10 s1']],
  ])('by %s', async (_name, words) => {
    expect(await cli(['explain', ...words])).toEqual({ code: 0, out: withinQuota, err: '' })
  })

  test('with its limit and who decides', async () => {
    const { out } = await cli(['explain', 'leaversInPrinciple'])
    expect(out).toContain('How strongly: in principle\nLimit: 0 students\nDecided by: the school, on objective criteria\n')
  })

  test('in Traditional Chinese', async () => {
    const { out } = await cli(['explain', 'withinQuota', '--locale', 'zh-Hant'])
    expect(out).toContain('約束力：必須\n限度：視乎個案\n')
    expect(out).toContain('  ▸ 第 10 段 第 1 句 · 額外學額是上限，無須用盡。\n')
  })

  test.each([...rules.keys()])('%s has an explanation', async (id) => {
    const { code, out } = await cli(['explain', id])
    expect(code).toBe(0)
    expect(out).toContain(id)
  })
})

describe('a paragraph is explained', () => {
  test('with every rule that cites it, also as a second paragraph', async () => {
    const { out } = await cli(['explain', 'App 乙(vi)'])
    expect(out).toContain('hk-extension-of-study/validReasonFirst\n')
    expect(out).toContain('hk-extension-of-study/leaversInPrinciple\n')
  })

  test('with its parts, and not with a longer number that begins alike', async () => {
    const { out } = await cli(['explain', '9'])
    expect(out).toContain('hk-extension-of-study/validReasonFirst\n')
    expect(out).toContain('  ▸ para 9 sentences 1–2 · The three reasons')
    expect((await cli(['explain', '1'])).out).not.toContain('▸ para 10')
  })

  test('without a rule, by what became of it', async () => {
    const { code, out } = await cli(['explain', '10 s2'])
    expect(code).toBe(0)
    expect(out).toContain('→ nothing to compute: An aim or explanation; it sets no test, amount or date.\n')
  })

  test.each(modules.flatMap(({ document, ledger }) => ledger.map(({ at }) => `${document.id}/${at}`)))('%s', async (locator) => {
    expect((await cli(['explain', locator])).code).toBe(0)
  })
})

test.each([
  ['withinQuotas', 'there is no rule or paragraph "withinQuotas"; did you mean withinQuota?'],
  ['zzzzzzzz', 'there is no rule or paragraph "zzzzzzzz"'],
  ['', 'there is no rule or paragraph ""'],
])('"%s" is refused', async (name, says) => {
  expect(await cli(['explain', name])).toEqual({ code: 2, out: '', err: `error: ${says}\n` })
})
