import { isDeepStrictEqual } from 'node:util'
import { describe, type CatalogueEntry } from '../../src/catalogue.js'
import { answerSchema, type Answer } from '../../src/kernel/answer.js'
import { InputError } from '../../src/kernel/input.js'
import { goldenFiles, type GoldenCase } from '../golden-cases.js'
import { fieldOf, placesOf, valueAt, withProperty, withValue, type Place } from './places.js'
import { hostileValues, readableValues } from './values.js'

// A program of its own, so that whoever starts it can bound its time and its memory. It puts every hostile value in the
// place of every field of every function of a document, and prints what went wrong. `npx tsx test/hostile/ask-everything.ts <document>`

/** A hundred issues and one that counts the others; the longest of them lists every item that a budget may hold. */
const LONGEST_MESSAGE = 101 * 1_000
const MOST_ISSUES = 101
const LONGEST_ANSWER = 1_000_000

interface Failure {
  readonly function: string
  readonly field: string
  readonly value: string
  readonly says: string
}

const counts = { answered: 0, refused: 0 }
const failures: Failure[] = []

/** How many names the prototypes have that everything inherits from: a fact may not add one. */
const inherited = (): number => [Object.prototype, Array.prototype, Function.prototype].flatMap((prototype) => Reflect.ownKeys(prototype)).length
const inheritedBefore = inherited()

/** What is wrong with an answer; nothing when it is one. */
function wrongAnswer({ value }: CatalogueEntry, answer: Answer<unknown>): string | undefined {
  const written = JSON.stringify(answer)
  if (written.length > LONGEST_ANSWER) return `an answer of ${written.length} characters`
  if (!answerSchema(value).safeParse(answer).success) return `no answer: ${written.slice(0, 300)}`
  if (!isDeepStrictEqual(JSON.parse(written), answer)) return 'an answer that does not survive JSON'
  if (describe(answer) === '' || describe(answer, { locale: 'zh-Hant' }) === '') return 'an answer without words'
  return undefined
}

/** What is wrong with a refusal; nothing when it is one. */
function wrongRefusal(error: unknown, isReadable: boolean): string | undefined {
  if (!(error instanceof InputError)) return error instanceof Error ? String(error.stack) : 'something thrown that is no error'
  if (error.issues.length === 0 || error.issues.length > MOST_ISSUES) return `${error.issues.length} issues`
  if (error.message.length > LONGEST_MESSAGE || error.in('zh-Hant').length > LONGEST_MESSAGE) return `a message of ${error.message.length} characters`
  if (isReadable && error.issues.some(({ code }) => code === 'unreadable')) return `not said what is wrong: ${error.message}`
  return undefined
}

interface Question {
  readonly entry: CatalogueEntry
  readonly field: string
  readonly value: string
  readonly isReadable: boolean
  /** The answer that it has to be, where it is one. */
  readonly expected?: Answer<unknown>
}

/** Asks, and notes when what comes back is neither an answer nor a refusal. */
function ask({ entry, field, value, isReadable, expected }: Question, input: unknown, options: unknown): void {
  let wrong: string | undefined
  try {
    const answer = entry.run(input, options)
    counts.answered += 1
    wrong = wrongAnswer(entry, answer)
    if (expected !== undefined && !isDeepStrictEqual(answer, expected)) wrong = 'another answer than to the value that was checked'
  } catch (error) {
    counts.refused += 1
    wrong = wrongRefusal(error, isReadable)
  }
  if (inherited() !== inheritedBefore) throw new Error(`${entry.name} ${field} ${value}: a prototype was changed`)
  if (wrong !== undefined) failures.push({ function: entry.name, field, value, says: wrong })
}

const values = [
  ...Object.entries(readableValues).map(([name, value]) => ({ name, value, isReadable: true })),
  ...Object.entries(hostileValues).map(([name, value]) => ({ name, value, isReadable: false })),
]

/** A getter that gives one value and then another. */
function fickle(first: unknown, then: unknown): PropertyDescriptor {
  let asked = 0
  return {
    get: () => {
      asked += 1
      return asked === 1 ? first : then
    },
  }
}

/** Every hostile value at one place of an input, and the ways in which a getter can turn it in between. */
function askAt(entry: CatalogueEntry, { input, options }: GoldenCase, place: Place): void {
  const field = fieldOf(place)
  for (const { name, value, isReadable } of values) ask({ entry, field, value: name, isReadable }, withValue(input, place, value), options)
  if (place.length === 0) return
  const expected = entry.run(input, options)
  const own = valueAt(input, place)
  for (const other of [Number.NaN, '__proto__', null, [], hostileValues['a revoked proxy']]) {
    ask({ entry, field, value: 'a getter that turns bad', isReadable: false, expected }, withProperty(input, place, fickle(own, other)), options)
    ask({ entry, field, value: 'a getter that turns good', isReadable: false }, withProperty(input, place, fickle(other, own)), options)
  }
}

/** Every hostile value as the options, as the choice of readings, and as the choice of one. */
function askOptions(entry: CatalogueEntry, { input }: GoldenCase): void {
  const [reading] = entry.module.readings
  const places: readonly Place[] = [[], ['readings'], ...(reading === undefined ? [] : [['readings', reading.id]])]
  for (const place of places) {
    for (const { name, value, isReadable } of values) {
      ask({ entry, field: `options${fieldOf(place)}`, value: name, isReadable }, input, withValue({ readings: {} }, place, value))
    }
  }
}

const document = process.argv[2]
for (const { entry, cases } of goldenFiles().filter(({ entry: { module } }) => module.document.id === document)) {
  console.error(entry.name)
  const sound = cases.filter(({ error }) => error === undefined)
  const asked = new Set<string>()
  for (const each of sound) {
    for (const place of placesOf(each.input)) {
      if (asked.has(fieldOf(place))) continue
      asked.add(fieldOf(place))
      askAt(entry, each, place)
    }
  }
  const [first] = sound
  if (first !== undefined) askOptions(entry, first)
}
console.log(JSON.stringify({ ...counts, failures }))
