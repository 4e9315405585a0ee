import { describe, expect, test } from 'vitest'
import { modules } from '../src/catalogue.js'
import type { Finding, RuleData } from '../src/kernel/rule.js'
import type { Taken } from '../src/kernel/reading.js'
import { ask, citedBy, goldenFiles } from './golden-cases.js'

const publicFaces = import.meta.glob<Readonly<Record<string, unknown>>>('../src/*/index.ts')

/** The distance by which the nearest value that misses a limit misses it. */
const nearestMiss = (rule: RuleData): number => (rule.unit === 'HKD' ? -0.01 : -1)
const hasMargin = (rule: RuleData): boolean => !['present', 'absent', 'oneOf', 'stated'].includes(rule.comparator)
const cites = (rule: RuleData, at: string): boolean => rule.at === at || rule.also.includes(at)

describe.each(modules.map((module) => [module.document.id, module] as const))('%s', (id, module) => {
  const locators = module.ledger.map(({ at }) => at)
  const functions = new Map(module.functions.map((entry) => [entry.name, entry]))
  const files = goldenFiles().filter(({ entry }) => entry.module === module)
  const answers = files.flatMap((file) =>
    file.cases.filter(({ error }) => error === undefined).map((golden) => ({ name: file.entry.name, cited: citedBy(golden), answer: ask(file, golden) })),
  )
  const findings: readonly Finding[] = answers.flatMap(({ answer }) => answer.findings)
  const taken: readonly Taken[] = answers.flatMap(({ answer }) => answer.readings)
  const rules = new Map(module.functions.flatMap((entry) => Object.values(entry.rules)).map((rule) => [rule.id, rule]))

  test('lists every locator once', () => {
    expect(locators.filter((at, index) => locators.indexOf(at) !== index)).toEqual([])
  })

  test('no rule and no reading cites a provision outside the ledger', () => {
    const cited = [...[...rules.values()].flatMap(({ at, also }) => [at, ...also]), ...module.readings.flatMap(({ at }) => at)]
    expect(cited.filter((at) => !locators.includes(at))).toEqual([])
  })

  test.each(module.ledger.map((provision) => [provision.at, provision] as const))('%s is accounted for', async (at, { became }) => {
    if (became.as === 'nothing') {
      expect(became.because.en).not.toBe('')
      return
    }
    if (became.as === 'constant') {
      const face = await publicFaces[`../src/${id}/index.ts`]?.()
      expect(Object.keys(face ?? {}), 'the constant is exported by the module').toContain(became.name)
      return
    }
    for (const name of became.by) {
      const entry = functions.get(name)
      expect(entry, `${name} is a function of the module`).not.toBe(undefined)
      const own = answers.filter((answered) => answered.name === name)
      expect(own.some(({ cited }) => cited.includes(at)), `a golden case of ${name} cites ${at}`).toBe(true)
      if (became.as === 'rule') {
        const citing = Object.values(entry?.rules ?? {}).filter((rule) => cites(rule, at))
        expect(citing.length, `a rule of ${name} cites ${at}`).toBeGreaterThan(0)
      }
    }
  })

  test.each([...rules].map(([ruleId, rule]) => [ruleId, rule] as const))('%s is exercised on both sides', (ruleId, rule) => {
    const applied = findings.filter((finding) => finding.rule === ruleId)
    expect(applied.some(({ met }) => met === true), 'a golden case meets it').toBe(true)
    const missed = rule.comparator === 'stated' ? null : false
    expect(applied.some(({ met }) => met === missed), 'a golden case misses it').toBe(true)
    if (hasMargin(rule)) {
      const margins = applied.map(({ margin }) => margin)
      expect(margins, 'a golden case stands exactly on the limit').toContain(0)
      expect(margins, 'a golden case misses the limit by the smallest step').toContain(nearestMiss(rule))
    }
  })

  test.each(module.readings.map((reading) => [reading.id, reading] as const))('reading %s is exercised in each of its options', (readingId, reading) => {
    expect(Object.keys(reading.options)).toContain(reading.byDefault)
    const used = new Set(taken.filter(({ id: takenId }) => takenId === readingId).map((each) => each.taken))
    expect(Object.keys(reading.options).filter((option) => !used.has(option))).toEqual([])
  })

  test('every function has golden cases', () => {
    expect(files.filter(({ cases }) => cases.length === 0).map(({ entry }) => entry.name)).toEqual([])
  })
})
