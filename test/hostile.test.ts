import { execFile } from 'node:child_process'
import { isDeepStrictEqual, promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { describe as inWords, modules } from '../src/catalogue.js'
import { acrossReadings } from '../src/kernel/across-readings.js'
import { safely, type Answer } from '../src/kernel/answer.js'
import { InputError } from '../src/kernel/input.js'
import { goldenFiles, type GoldenFile } from './golden-cases.js'
import { fieldOf, placesOf, valueAt, withValue } from './hostile/places.js'
import { hostileValues, readableValues } from './hostile/values.js'
import { isObject } from './laws/arbitraries.js'
import { cleanEnvironment, root } from './package/project.js'

const MINUTES = 60_000
/** Enough for one document on a machine that does much else; a loop without end, or work that grows faster than its input, takes longer. */
const LONGEST_RUN = 10 * MINUTES
const MOST_MEGABYTES = 512

const Report = z.strictObject({ answered: z.int(), refused: z.int(), failures: z.array(z.unknown()) })

/** Puts every hostile value in the place of every field of a document's functions, in a process with bounds of its own. */
async function asked(document: string): Promise<z.output<typeof Report>> {
  const args = ['--import', 'tsx', `--max-old-space-size=${MOST_MEGABYTES}`, 'test/hostile/ask-everything.ts', document]
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, env: cleanEnvironment(), timeout: LONGEST_RUN, maxBuffer: Infinity })
  return Report.parse(JSON.parse(stdout))
}

describe.each(modules.map(({ document }) => document.id))('%s', (document) => {
  test(`whatever stands in a field or in the options, each function answers or refuses in short, in bounded time and ${MOST_MEGABYTES} MB`, async () => {
    const { answered, refused, failures } = await asked(document)
    expect(failures).toEqual([])
    // Every function has fields that take null and refuse all the rest.
    expect(answered).toBeGreaterThan(100)
    expect(refused).toBeGreaterThan(answered)
  }, LONGEST_RUN)
})

const files = goldenFiles()

const told = ({ entry }: GoldenFile, input: unknown, options: unknown): unknown => {
  try {
    return entry.run(input, options)
  } catch (error) {
    if (error instanceof InputError) return error.issues
    throw error
  }
}

/** Copies every record and list of some JSON in a way of its own. */
function rebuilt(value: unknown, ofRecord: (record: object) => unknown, ofList: (list: readonly unknown[]) => unknown): unknown {
  if (Array.isArray(value)) return ofList(value.map((item) => rebuilt(item, ofRecord, ofList)))
  if (!isObject(value)) return value
  return ofRecord(Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rebuilt(each, ofRecord, ofList)])))
}

class List extends Array<unknown> {}
class Facts {
  count(): number { return Object.keys(this).length }
}
const ofClass = (facts: object): object => Object.assign(new Facts(), facts)
const same = <Value>(value: Value): Value => value
const withoutPrototype = (record: object): unknown => Object.setPrototypeOf({ ...record }, null)
const withGetters = (record: object): object =>
  Object.defineProperties({}, Object.fromEntries(Object.entries(record).map(([key, value]: [string, unknown]) => [key, { enumerable: true, get: () => value }])))

describe('the same facts in another form have the same answer', () => {
  test.each<[string, (record: object) => unknown, (list: readonly unknown[]) => unknown]>([
    ['records without a prototype', withoutPrototype, same],
    ['frozen records and lists', Object.freeze, Object.freeze],
    ['objects of a class', ofClass, same],
    ['lists of a class', same, (list) => List.from(list)],
    ['facts behind getters', withGetters, same],
    ['proxies that pass everything on', (record) => new Proxy(record, {}), (list) => new Proxy(list, {})],
    ['records with a symbol among their names', (record) => ({ ...record, [Symbol('note')]: 'not a fact' }), same],
    ['records with a name that is not listed', (record) => Object.defineProperty({ ...record }, 'note', { value: 'not a fact', enumerable: false }), same],
  ])('%s', (_form, ofRecord, ofList) => {
    const differing = files.flatMap((file) =>
      file.cases
        .filter(({ input, options }) => !isDeepStrictEqual(told(file, rebuilt(input, ofRecord, ofList), rebuilt(options, ofRecord, ofList)), told(file, input, options)))
        .map(({ name }) => `${file.entry.name}: ${name}`))
    expect(differing).toEqual([])
  })
})

describe('names of the prototype are fields like any other that does not exist', () => {
  const pollutions = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__']

  test.each(pollutions)('%s, in every record of every input and in the options', (name) => {
    const value: unknown = JSON.parse('{ "prototype": { "polluted": true }, "polluted": true }')
    const polluted = (record: object): object => Object.defineProperty({ ...record }, name, { value, enumerable: true, configurable: true, writable: true })
    for (const file of files) {
      const seen = new Set<string>()
      for (const { input, options } of file.cases.filter(({ error }) => error === undefined)) {
        for (const place of placesOf(input)) {
          const record = valueAt(input, place)
          if (!isObject(record) || seen.has(fieldOf(place))) continue
          seen.add(fieldOf(place))
          const issues = told(file, withValue(input, place, polluted(record)), options)
          expect(issues, `${file.entry.name} ${fieldOf(place)}`).toEqual([expect.objectContaining({ path: [...place, name], code: 'unrecognized_keys' })])
        }
      }
      const refusals = [polluted({}), { readings: polluted({}) }].map((each) => told(file, file.cases.find(({ error }) => error === undefined)?.input, each))
      expect(refusals, file.entry.name).toEqual([
        [expect.objectContaining({ path: ['options', name], code: 'unknown_choice' })],
        [expect.objectContaining({ path: ['options', 'readings', name], code: 'unknown_choice' })],
      ])
    }
    expect(Reflect.get({}, 'polluted')).toBe(undefined)
    expect(Reflect.get(() => 1, 'polluted')).toBe(undefined)
  })
})

const everyValue = Object.entries({ ...readableValues, ...hostileValues })

/** The `InputError` that is thrown, or nothing; whatever else is thrown fails the test. */
function refusalBy(run: () => unknown): InputError | undefined {
  try {
    run()
    return undefined
  } catch (error) {
    if (error instanceof InputError) return error
    throw error
  }
}

/** Nothing thrown, or an `InputError` with a short message. */
function expectRefusalAtMost(run: () => unknown): void {
  expect(refusalBy(run)?.message.length ?? 0).toBeLessThan(101 * 1_000)
}

describe.each(files.map((file) => [file.entry.name, file] as const))('%s', (_name, { entry, cases }) => {
  const options = cases[0]?.options
  const run = (input: unknown): Answer<unknown> => entry.run(input, options)

  test('is safe behind safely and acrossReadings, too', () => {
    for (const [, value] of everyValue) {
      expectRefusalAtMost(() => safely(run)(value))
      expectRefusalAtMost(() => acrossReadings(run, value))
    }
  })
})

describe('describe', () => {
  const finding = { rule: 'hk-extension-of-study/withinQuota', at: '10 s1', outcome: 'breach', met: false, path: ['validReasonApproved'], fact: 16, limit: 15, margin: -1 }
  const taken = { id: 'A-E11', at: '9 s4', taken: 'inPrinciple', alternatives: ['barred'] }
  const sound = { outcome: 'breach', value: { used: 16 }, findings: [finding], readings: [taken] }

  /** What a program has that reads an answer from a file: JSON of a form that nobody has checked. */
  const described = (forged: unknown, options?: unknown): string => z.string().parse(Reflect.apply(inWords, undefined, [forged, options]))
  const refusal = (forged: unknown, options?: unknown): readonly string[] | undefined =>
    refusalBy(() => described(forged, options))?.issues.map(({ path }) => path.join('.'))

  test('reads an answer that comes from JSON', () => {
    expect(described(JSON.parse(JSON.stringify(sound))).split('\n')).toEqual([
      'breach',
      '✗ EDB Circular 2/2022 para 10 sentence 1 · must · validReasonApproved',
      '    The places used in a school year come to at most 15 places (the extra places of the school).',
      '    Found: 16 places; over by 1 place',
      '    Next: approve fewer extensions; places need not all be used but are never exceeded',
      'Figures:',
      '    used: 16',
      'Read as A-E11 (para 9 sentence 4): In principle not; a departure must be justified (otherwise: barred)',
    ])
  })

  test.each<[string, unknown, readonly string[]]>([
    ['nothing', null, ['']],
    ['an answer without findings', { ...sound, findings: undefined }, ['findings']],
    ['an outcome that is none', { ...sound, outcome: 'constructor' }, ['outcome']],
    ['a finding with a mark-up of its own', { ...sound, findings: [{ ...finding, html: '<b>' }] }, ['findings.0.html']],
    ['a fact that is a record', { ...sound, findings: [{ ...finding, fact: {} }] }, ['findings.0.fact']],
    ['a path that is a text', { ...sound, findings: [{ ...finding, path: 'a.b' }] }, ['findings.0.path']],
    ['readings that are none', { ...sound, readings: [{ ...taken, alternatives: 'barred' }] }, ['readings.0.alternatives']],
    ['a figure that cannot be written', { ...sound, value: { used: 16n } }, ['value']],
    ['a figure nested too deeply to be written', { ...sound, value: { used: readableValues['a hundred thousand lists in each other'] } }, ['value']],
    ['a figure that holds itself', { ...sound, value: readableValues['a record in itself'] }, ['value']],
  ])('refuses %s, and says where', (_name, forged, paths) => {
    expect(refusal(forged)).toEqual(paths)
  })

  test('refuses a language that it does not speak', () => {
    expect(refusal(sound, { locale: '__proto__' })).toEqual(['options.locale'])
    expect(refusal(sound, null)).toEqual(['options'])
    expect(refusal(sound, 'zh-Hant')).toEqual(['options'])
  })

  test('takes names that it does not know as they stand, also those of the prototype', () => {
    const strange = { outcome: 'ok', value: {}, findings: [{ ...finding, rule: 'constructor', at: '__proto__', outcome: 'ok', met: true }], readings: [{ id: 'A-E11', at: 'x', taken: 'constructor', alternatives: ['__proto__'] }] }
    expect(described(strange).split('\n')).toEqual([
      'in order',
      '✓ __proto__ ·  · validReasonApproved',
      '    constructor',
      '    Found: 16',
      'Read as A-E11 (x): constructor (otherwise: __proto__)',
    ])
  })

  test('steers no terminal and keeps each part to its line', () => {
    const escape = '\u001b[2J\n::error::\u202e\u009b'
    const steering = { outcome: 'breach', value: { [escape]: escape }, findings: [{ ...finding, rule: escape, at: escape, path: [escape], fact: escape }], readings: [{ id: escape, at: escape, taken: escape, alternatives: [escape] }] }
    const lines = described(steering).split('\n')
    expect(lines).toHaveLength(7)
    expect(lines.filter((line) => /[\p{Cc}\u202a-\u202e]/u.test(line))).toEqual([])
  })

  test('answers or refuses whatever stands in a field of an answer, figures aside', () => {
    const places = [[], ['outcome'], ['findings'], ['findings', 0], ...Object.keys(finding).map((key) => ['findings', 0, key]), ['readings'], ['readings', 0], ...Object.keys(taken).map((key) => ['readings', 0, key])]
    const quick = everyValue.filter(([name]) => !name.includes('million'))
    for (const place of places) for (const [, value] of quick) expectRefusalAtMost(() => described(withValue(sound, place, value)))
  })
})

describe('acrossReadings', () => {
  test.each(files.map(({ entry, cases }) => [entry.name, entry, cases] as const))('has no need to refuse %s: all that its golden cases lean on comes to fewer combinations', (_name, entry, cases) => {
    const options = new Map(cases.filter(({ error }) => error === undefined).flatMap(({ input, options: given }) => entry.run(input, given).readings.map(({ id, alternatives }) => [id, alternatives.length + 1] as const)))
    expect([...options.values()].reduce((product, count) => product * count, 1)).toBeLessThan(10_000)
  })
})
