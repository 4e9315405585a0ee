import { spawnSync } from 'node:child_process'
import { beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { catalogue, modules, rules, type RuleData } from '../../src/catalogue.js'
import { boundaryOf, stepOf } from '../../src/cli/explain/boundary.js'
import { Rule } from '../../src/kernel/rule.js'
import { goldenFiles, ask } from '../golden-cases.js'
import { cli } from './harness.js'

// What holds for the explanation of every rule and every reading, whichever the documents have.

const Said = z.object({ says: z.string() })
const Provision = Said.extend({ at: z.string(), cites: z.string() })
const Example = z.object({
  name: z.string(),
  cites: z.array(z.string()),
  function: z.string(),
  input: z.json(),
  readings: z.record(z.string(), z.string()),
  finding: z.looseObject({ rule: z.string(), met: z.boolean().nullable() }),
  says: z.object({ sign: z.string(), path: z.string(), demand: z.string(), found: z.string(), next: z.string() }),
  command: z.string(),
})
const RuleFacts = z.object({
  rule: z.string(),
  demand: z.string(),
  force: Said.extend({ comesTo: z.string() }),
  decides: z.string().nullable(),
  next: z.string().nullable(),
  limitSays: z.string().nullable(),
  boundary: Said,
  functions: z.array(z.string()),
  paragraph: Provision.extend({ around: z.array(Provision) }),
  also: z.array(Provision),
  readings: z.array(z.object({ id: z.string(), all: z.int(), answers: z.int(), taken: z.record(z.string(), z.int()) })),
  examples: z.object({ passing: Example.nullable(), failing: Example.nullable() }),
})
const Change = z.object({
  name: z.string(),
  function: z.string(),
  input: z.json(),
  before: z.object({ taken: z.string(), outcome: z.string() }),
  after: z.object({ taken: z.string(), outcome: z.string() }),
  command: z.string(),
})
const ReadingFacts = z.object({
  reading: z.string(),
  asks: z.string(),
  options: z.array(Said.extend({ option: z.string(), byDefault: z.boolean() })),
  paragraphs: z.array(Provision),
  functions: z.array(z.object({ name: z.string(), all: z.int(), answers: z.int() })),
  changes: Change.nullable(),
})
const Explained = z.object({ rules: z.array(RuleFacts), provisions: z.array(Provision), readings: z.array(ReadingFacts) })

type RuleFacts = z.output<typeof RuleFacts>
type ReadingFacts = z.output<typeof ReadingFacts>

const explained = async (asked: string, locale = 'en'): Promise<z.output<typeof Explained>> =>
  Explained.parse(JSON.parse((await cli(['explain', asked, '--format', 'json', '--locale', locale])).out))

const MINUTES = 60_000

const ofRules = new Map<string, RuleFacts>()
const ofReadings = new Map<string, ReadingFacts>()
const readings = modules.flatMap((module) => module.readings)

beforeAll(async () => {
  for (const id of rules.keys()) {
    const [facts] = (await explained(id)).rules
    if (facts !== undefined) ofRules.set(id, facts)
  }
  for (const { id } of readings) {
    const [facts] = (await explained(id)).readings
    if (facts !== undefined) ofReadings.set(id, facts)
  }
}, 5 * MINUTES)

/** What a shell takes a line apart into: the standard input and the words of the command. */
interface Pasted {
  readonly input: unknown
  readonly words: readonly string[]
}

/** Pastes command lines into a shell in which the package is a function that shows what it was given. */
function pasted(lines: readonly string[]): readonly Pasted[] {
  const script = ['npx() { cat; echo " $@"; }', ...lines].join('\n')
  const { stdout, stderr } = spawnSync('sh', [], { input: script, encoding: 'utf8' })
  expect(stderr).toBe('')
  const shown = stdout.trimEnd().split('\n')
  return lines.map((_line, index) => ({
    input: z.json().parse(JSON.parse(shown[2 * index] ?? '')),
    words: (shown[2 * index + 1] ?? '').trim().split(' '),
  }))
}

/** Why no golden case can miss a rule of such a kind. */
const neverMissed: Readonly<Partial<Record<RuleData['comparator'], string>>> = {
  stated: 'whatever is stated meets it: the case that does not pass leaves the fact out',
}

describe('the examples of a rule', () => {
  const examples = (): readonly z.output<typeof Example>[] =>
    [...ofRules.values()].flatMap(({ examples: { passing, failing } }) => [passing, failing].filter((example) => example !== null))

  test('are one that passes and one that does not, for every rule', () => {
    expect(ofRules.size).toBe(rules.size)
    const without = [...ofRules.values()].filter(({ examples: { passing, failing } }) => passing === null || failing === null)
    expect(without.map(({ rule }) => rule)).toEqual([])
  })

  test('met the rule and missed it; none is excused from it but for a reason, and no reason is stale', () => {
    const unlike = [...rules.values()].filter(({ rule }) => {
      const found = ofRules.get(rule.id)?.examples
      return found?.passing?.finding.met !== true || found.failing?.finding.met !== false
    })
    expect(unlike.filter(({ rule }) => neverMissed[rule.comparator] === undefined).map(({ rule }) => rule.id)).toEqual([])
    expect([...new Set(unlike.map(({ rule }) => rule.comparator))]).toEqual(Object.keys(neverMissed))
    for (const { rule } of unlike) expect(ofRules.get(rule.id)?.examples.failing?.finding.met, rule.id).toBe(null)
  })

  test('can be pasted into a shell, which then asks the same', () => {
    const all = examples()
    const back = pasted(all.map(({ command }) => command))
    for (const [index, { command, input, readings: taken, function: name }] of all.entries()) {
      const options = Object.entries(taken).flatMap(([id, option]) => ['--reading', `${id}=${option}`])
      expect(back[index], command).toEqual({ input, words: ['school-support-rules', 'run', name, ...options] })
    }
  })

  test('come out as they are shown when they are asked again', () => {
    for (const { function: name, input, readings: taken, finding, says } of examples()) {
      const answer = catalogue.get(name)?.run(input, { readings: taken })
      expect(answer?.findings, says.demand).toContainEqual(finding)
    }
  })
})

/** What a case brings to the limits of rules that have none of their own. */
function basisFor({ comparator }: RuleData): unknown {
  if (comparator === 'between') return ['2026-03-02', '2026-03-31']
  return comparator === 'onOrBefore' || comparator === 'onOrAfter' ? '2026-03-02' : 60
}

/** Moves a limit that the case brought by steps. */
function moved(limit: unknown, steps: number, step: number): string | number {
  if (typeof limit === 'number') return Number((limit + steps * step).toFixed(2))
  const day = new Date(`${String(limit)}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + steps)
  return day.toISOString().slice(0, 10)
}

describe('the boundary of a rule is where the rule itself draws the line', () => {
  test.each([...rules].map(([id, { rule }]) => [id, rule] as const))('%s', (_id, rule) => {
    if (!(rule instanceof Rule)) throw new Error('a rule that cannot be applied')
    const basis = basisFor(rule)
    const met = (fact: string | number | boolean): boolean | null => rule.apply(fact, [], basis).met
    const boundary = boundaryOf(rule)
    switch (boundary.kind) {
      case 'fixed':
        for (const { passes, fails } of boundary.edges) expect([met(passes), met(fails)]).toEqual([true, false])
        expect([rule.limit].flat().map((limit) => met(limit ?? false))).toEqual(boundary.edges.map(() => boundary.limitPasses))
        break
      case 'case': {
        const limits = [rule.apply(basis === 60 ? 60 : '2026-03-15', [], basis).limit].flat()
        for (const [index, { passes, fails }] of boundary.edges.entries()) {
          const at = (steps: number): boolean | null => met(moved(limits[index], steps, boundary.step))
          expect([at(passes), at(fails), at(0)]).toEqual([true, false, boundary.limitPasses])
        }
        break
      }
      case 'list':
        expect(boundary.passes.map(met)).toEqual(boundary.passes.map(() => true))
        expect(met(typeof boundary.passes[0] === 'boolean' ? !boundary.passes[0] : 'something else')).toBe(false)
        break
      case 'stated':
        expect(met('whatever')).toBe(true)
        break
    }
  })

  test('every figure of the golden answers is a whole number of its smallest steps', () => {
    const answers = goldenFiles().flatMap((file) => file.cases.filter(({ error }) => error === undefined).map((golden) => ask(file, golden)))
    const finer = answers.flatMap(({ findings }) => findings).filter(({ rule, fact }) => {
      const known = rules.get(rule)?.rule
      if (typeof fact !== 'number' || known === undefined || known.unit === null) return false
      return !Number.isInteger(Number((fact / stepOf(known)).toFixed(6)))
    })
    expect(finer).toEqual([])
  })
})

describe('the readings that answers with a rule lean on', () => {
  test('are counted so that the options add up to the answers, and no more lean than there are', () => {
    for (const { rule, readings: leaned } of ofRules.values()) {
      for (const { id, all, answers, taken } of leaned) {
        expect(answers, `${rule} ${id}`).toBeLessThanOrEqual(all)
        // An answer may take a reading more than one way.
        expect(Object.values(taken).reduce((sum, count) => sum + count, 0), `${rule} ${id}`).toBeGreaterThanOrEqual(answers)
      }
    }
  })

  test('include those that the shown examples lean on', () => {
    for (const { rule, readings: leaned, examples: { passing, failing } } of ofRules.values()) {
      for (const example of [passing, failing]) {
        if (example === null) continue
        const answer = catalogue.get(example.function)?.run(example.input, { readings: example.readings })
        expect(leaned.filter(({ answers }) => answers > 0).map(({ id }) => id), rule).toEqual(expect.arrayContaining(answer?.readings.map(({ id }) => id) ?? []))
      }
    }
  })
})

describe('an unclear point', () => {
  test('is leaned on by a golden answer, and another reading changes one wherever there is another', () => {
    expect(ofReadings.size).toBe(readings.length)
    for (const { reading, functions, options, changes } of ofReadings.values()) {
      expect(functions.length, reading).toBeGreaterThan(0)
      expect(changes === null, reading).toBe(options.length === 1)
    }
  })

  test('is shown by a case that diff compares with the same result', async () => {
    const all = [...ofReadings.values()].flatMap(({ changes }) => changes ?? [])
    const back = pasted(all.map(({ command }) => command))
    for (const [index, { command, before, after }] of all.entries()) {
      const { input, words = [] } = back[index] ?? {}
      const { code, out } = await cli([...words.slice(1), '--format', 'json'], { stdin: JSON.stringify(input) })
      expect(code, command).toBe(1)
      expect(JSON.parse(out), command).toMatchObject({ records: [{ comparisons: [{ outcome: { before: before.outcome, after: after.outcome } }] }] })
    }
  })
})

/** Golden cases have English names, which are told in English only. */
const nameIn = (locale: string, named: { readonly name: string } | null | undefined): readonly string[] => (locale === 'en' && named != null ? [named.name] : [])

describe('what is printed for people has the facts that programs get', () => {
  // In the other language, one rule of each kind.
  const oneOfEach = new Map([...rules.values()].map(({ rule }) => [`${rule.comparator} ${rule.force} ${rule.unit ?? ''}`, rule.id])).values()

  test.each([['en', [...rules.keys()]], ['zh-Hant', [...oneOfEach]]] as const)('of rules, in %s', async (locale, ids) => {
    for (const id of ids) {
      const [facts] = (await explained(id, locale)).rules
      const { out } = await cli(['explain', id, '--locale', locale])
      const { passing, failing } = facts?.examples ?? {}
      const told = [
        facts?.demand, facts?.force.says, facts?.force.comesTo, facts?.decides, facts?.next, facts?.limitSays, facts?.boundary.says,
        ...(facts?.functions ?? []),
        ...[...(facts?.paragraph.around ?? []), ...(facts?.also ?? [])].flatMap(({ cites, says }) => `${cites} · ${says}`),
        ...(facts?.readings ?? []).map((reading) => reading.id),
        ...[passing, failing].flatMap((example) => [...nameIn(locale, example), ...(example?.cites ?? []), example?.says.demand, example?.says.found, example?.command]),
      ]
      for (const each of told) if (each != null) expect(out, id).toContain(each)
    }
  }, 5 * MINUTES)

  test.each(['en', 'zh-Hant'])('of every unclear point, in %s', async (locale) => {
    for (const { id } of readings) {
      const [facts] = (await explained(id, locale)).readings
      const { out } = await cli(['explain', id, '--locale', locale])
      const told = [
        facts?.asks,
        ...(facts?.options ?? []).flatMap(({ option, says }) => [option, says]),
        ...(facts?.paragraphs ?? []).map(({ cites, says }) => `${cites} · ${says}`),
        ...(facts?.functions ?? []).map(({ name }) => name),
        ...(facts?.changes == null ? [] : [...nameIn(locale, facts.changes), facts.changes.command]),
      ]
      for (const each of told) if (each != null) expect(out, id).toContain(each)
    }
  }, 5 * MINUTES)

  test('of a provision without a rule', async () => {
    expect(await explained('hk-extension-of-study/10 s2')).toMatchObject({
      rules: [],
      provisions: [{ at: '10 s2', says: 'The school must give a student in difficulty suitable guidance and support; extension is one way among others, and the exception.' }],
      readings: [],
    })
  })
})
