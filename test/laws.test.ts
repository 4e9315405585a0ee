import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acrossReadings } from '../src/kernel/across-readings.js'
import { answerSchema, type Answer } from '../src/kernel/answer.js'
import { InputError } from '../src/kernel/input.js'
import { outcomes, type Finding } from '../src/kernel/rule.js'
import { anything, facts, isObject, readings, scalarPlaces, without } from './laws/arbitraries.js'
import { bounded } from './laws/bounded.js'
import { goldenFiles, type GoldenFile } from './golden-cases.js'

/** The same runs on every machine, and another seed where somebody wants to look further. */
const parameters = { seed: Number(process.env['LAWS_SEED'] ?? 20_220_126), numRuns: Number(process.env['LAWS_RUNS'] ?? 150) }

const LONGEST_CALL_MS = 2_000

/**
 * Functions in which leaving out a fact may turn missing facts into an answer that is in order, and why that is right.
 * A name that no longer needs to stand here fails the tests.
 */
const fewerFactsMayPass: ReadonlyMap<string, string> = new Map([])

type Json = Parameters<typeof scalarPlaces>[0]
type Options = Readonly<Record<string, unknown>> | undefined

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(frozen)
    Object.freeze(value)
  }
  return value
}

/** The answer; nothing when the input is malformed. Any other error is thrown on. */
function ask({ entry }: GoldenFile, input: unknown, options?: Options): Answer<unknown> | undefined {
  try {
    return entry.run(frozen(input), frozen(options))
  } catch (error) {
    if (error instanceof InputError) return undefined
    throw error
  }
}

const severity = ({ outcome }: Finding): number => outcomes.indexOf(outcome)

/** What stands at the path of a finding: `undefined` when nothing does. */
function valueAt(input: unknown, path: Finding['path']): unknown {
  return path.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return value[Number(step)]
    return isObject(value) ? value[step] : undefined
  }, input)
}

/** A fact whose absence turns an answer with missing facts into one that is in order. */
function factThatHidesAGap(file: GoldenFile, input: Json, options: Options): unknown {
  if (ask(file, input, options)?.outcome !== 'incomplete') return undefined
  return scalarPlaces(input).find((place) => ask(file, without(input, place), options)?.outcome === 'ok')
}

/** A function without golden cases fails elsewhere; the laws start from them. */
const files = goldenFiles().filter(({ cases }) => cases.length > 0)

describe.each(files.map((file) => [file.entry.name, file] as const))('%s', (name, file) => {
  const { entry } = file
  const asked = fc.tuple(facts(file), readings(entry))

  /** Checks a law on every answer to inputs that are mostly valid. */
  function everyAnswer(law: (answer: Answer<unknown>, input: Json, options: Options) => void): void {
    fc.assert(
      fc.property(asked, ([input, options]) => {
        const answer = ask(file, input, options)
        if (answer !== undefined) law(answer, input, options)
      }),
      parameters,
    )
  }

  test('the inputs of the laws are mostly valid, so that the laws say something', () => {
    const sample = fc.sample(asked, parameters)
    const valid = sample.filter(([input, options]) => ask(file, input, options) !== undefined)
    expect(valid.length).toBeGreaterThan(sample.length / 4)
  })

  test('throws nothing but InputError, naming at least one issue, whatever JSON it is given, and ends', () => {
    fc.assert(
      fc.property(anything(file), (input) => {
        bounded(LONGEST_CALL_MS, () => {
          try {
            return entry.run(frozen(input))
          } catch (error) {
            if (!(error instanceof InputError)) throw error
            expect(error.issues.length).toBeGreaterThan(0)
            return error
          }
        })
      }),
      parameters,
    )
  })

  test('throws nothing but InputError whatever options it is given', () => {
    const options = fc.oneof(fc.jsonValue(), fc.record({ readings: fc.jsonValue() }), fc.record({ readings: fc.dictionary(fc.constantFrom(...entry.module.readings.map(({ id }) => id)), fc.jsonValue()) }))
    const [golden] = file.cases
    fc.assert(
      fc.property(options, (given) => {
        try {
          entry.run(golden?.input, frozen(given))
        } catch (error) {
          expect(error).toBeInstanceOf(InputError)
        }
      }),
      parameters,
    )
  })

  test('gives the same answer twice', () => {
    everyAnswer((answer, input, options) => {
      expect(ask(file, structuredClone(input), options)).toStrictEqual(answer)
    })
  })

  test('gives an answer that survives JSON unchanged', () => {
    everyAnswer((answer) => {
      expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer)
    })
  })

  test('gives an answer as its published schema says', () => {
    const schema = answerSchema(entry.value)
    everyAnswer((answer) => {
      expect(schema.safeParse(answer).error?.issues ?? []).toEqual([])
    })
  })

  test('concludes the worst of its findings', () => {
    everyAnswer(({ outcome, findings }) => {
      expect(outcomes.indexOf(outcome)).toBe(Math.max(0, ...findings.map(severity)))
    })
  })

  test('finds only by its own rules, at their paragraphs, and takes only readings that its document has', () => {
    const own = new Map(Object.values(entry.rules).map((rule) => [rule.id, rule]))
    const known = new Map(entry.module.readings.map((reading) => [reading.id, reading]))
    everyAnswer((answer, _input, options) => {
      for (const { rule, at } of answer.findings) expect(own.get(rule)?.at, rule).toBe(at)
      for (const { id, taken, alternatives } of answer.readings) {
        expect([taken, ...alternatives].sort()).toEqual(Object.keys(known.get(id)?.options ?? {}).sort())
        const chosen = isObject(options?.['readings']) ? options['readings'][id] : undefined
        expect(taken).toBe(chosen ?? known.get(id)?.byDefault)
      }
    })
  })

  test('calls a fact missing only where none is given', () => {
    everyAnswer((answer, input) => {
      for (const { met, fact, path } of answer.findings) {
        expect(met === null).toBe(fact === null)
        if (fact === null) expect(valueAt(input, path) ?? null, JSON.stringify(path)).toBe(null)
      }
    })
  })

  test('can be asked across readings: every variant is an answer under the readings that it names', () => {
    for (const { input } of file.cases.filter(({ error }) => error === undefined)) {
      const { variants, outcomeStands } = acrossReadings((given: unknown, options) => entry.run(given, options), input)
      expect(outcomeStands).toBe(new Set(variants.map(({ answer }) => answer.outcome)).size === 1)
      for (const { readings: taken, answer } of variants) {
        expect(Object.fromEntries(answer.readings.map((reading) => [reading.id, reading.taken]))).toEqual(taken)
      }
    }
  })

  const hidesAGap = fc.property(asked, ([input, options]) => {
    expect(factThatHidesAGap(file, input, options)).toBe(undefined)
  })

  const reason = fewerFactsMayPass.get(name)
  if (reason === undefined) {
    test('leaving out a fact never turns missing facts into an answer that is in order', () => {
      fc.assert(hidesAGap, parameters)
    })
  } else {
    test('still needs its exemption: leaving out a fact can turn missing facts into an answer that is in order', () => {
      expect(fc.check(hidesAGap, parameters).failed, reason).toBe(true)
    })
  }
})

test('exempts only functions that exist', () => {
  const names = files.map(({ entry }) => entry.name)
  expect([...fewerFactsMayPass.keys()].filter((name) => !names.includes(name))).toEqual([])
})
