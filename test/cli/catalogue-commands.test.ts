import { describe, expect, test } from 'vitest'
import { catalogue, locales, modules } from '../../src/catalogue.js'
import { paragraphsOf } from '../../src/cli/provisions.js'
import { cli } from './harness.js'

const functions = [...catalogue.keys()]

describe('list', () => {
  test.each(locales)('names every document and every function with what it answers, in %s', async (locale) => {
    const { code, out } = await cli(['list', '--locale', locale])
    expect(code).toBe(0)
    const lines = out.split('\n').map((line) => line.trim().replace(/ {2,}/, ' '))
    for (const { document } of modules) expect(lines).toContain(`${document.title[locale]} (${document.id})`)
    for (const [name, { answers }] of catalogue) expect(lines).toContain(`${name} ${answers[locale]}`)
  })

  test('gives the same to programs, with the paragraphs', async () => {
    expect(JSON.parse((await cli(['list', '--format', 'json'])).out)).toEqual(
      modules.map((module) => ({
        document: module.document.id,
        title: module.document.title.en,
        functions: module.functions.map((entry) => ({ name: entry.name, answers: entry.answers.en, paragraphs: paragraphsOf({ ...entry, module }).en })),
      })),
    )
    expect(JSON.parse((await cli(['list', '--format', 'json'])).out)).toHaveProperty(
      '1.functions.4.paragraphs',
      'para 9 sentence 3; para 9 sentence 4; para 10 sentence 1; Appendix 甲3; Appendix 甲4; Appendix 乙(vi)',
    )
  })
})

describe('describe', () => {
  test('tells question, document, paragraphs, fields, rules and unclear points', async () => {
    const { code, out } = await cli(['describe', 'checkExtraPlaceUsage'])
    expect(code).toBe(0)
    expect(out).toContain('checkExtraPlaceUsage: Whether a school uses its extra places as it may\nEDB Circular No. 2/2022')
    expect(out).toContain('Rests on: para 9 sentence 3; para 9 sentence 4; para 10 sentence 1; Appendix 甲3')
    expect(out).toContain('  validReasonApproved: whole number (0 or more)\n      students extended for a valid reason\n')
    expect(out).toContain('  extraPlaces: whole number (0 or more) (leave out when not known)\n')
    expect(out).toContain('  withinQuota · must · para 10 sentence 1\n      The places used in a school year come to at most the extra places of the school.\n')
    expect(out).toContain("      inPrinciple: In principle not; a departure must be justified (unless told otherwise)\n      barred: No\n")
  })

  test('tells the kinds of an input one after the other, and lists of fixed length', async () => {
    const { out } = await cli(['describe', 'computeExtraPlaces'])
    expect(out).toContain('  sections: [2 × ["mild" | "moderate" | "severe", whole number (0 to 10000), whole number (0 to 10000)]]\n')
    for (const kind of ['single', 'two', 'three', 'pd']) expect(out).toContain(`\nWhen kind "${kind}":\n`)
    expect(out).toContain('  placesPerClass.severe: whole number (0 to 10000)\n')
  })

  test('speaks Traditional Chinese', async () => {
    const { out } = await cli(['describe', 'checkExtraPlaceUsage', '--locale', 'zh-Hant'])
    expect(out).toContain('  extraPlaces：整數（0 或以上）（不知道可不填）\n      學校的額外學額')
  })

  test.each(functions)('has something to say of every field of %s', async (name) => {
    const { code, out } = await cli(['describe', name])
    expect(code).toBe(0)
    expect(out).not.toMatch(/^ {2}\S+: *(?:$|\()/m)
  })

  test('an unknown function gets a suggestion', async () => {
    expect(await cli(['describe', 'checkextraplaceusage'])).toEqual({
      code: 2,
      out: '',
      err: 'error: there is no function "checkextraplaceusage"; did you mean checkExtraPlaceUsage?\n',
    })
  })
})

describe('schema', () => {
  test.each(functions)('prints a JSON Schema (2020-12) for %s', async (name) => {
    const { code, out } = await cli(['schema', name])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', title: name })
  })

  test('a field has its bounds and both languages', async () => {
    const schema: unknown = JSON.parse((await cli(['schema', 'checkExtraPlaceUsage'])).out)
    expect(schema).toHaveProperty('properties.validReasonApproved', {
      type: 'integer',
      minimum: 0,
      maximum: 1_000_000_000,
      description: 'students extended for a valid reason · 因合理原因獲批的學生人數',
    })
    expect(schema).toHaveProperty('required', ['validReasonApproved', 'surplusLeavers'])
    expect(schema).toHaveProperty('additionalProperties', false)
  })
})
