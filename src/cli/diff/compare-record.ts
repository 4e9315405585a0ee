import { acrossReadings, InputError, type Answer, type CatalogueEntry, type Outcome } from '../../catalogue.js'
import { inputFaults, type Fault } from '../input-faults.js'
import type { Problem } from '../problems.js'
import type { Choice } from '../readings.js'
import { compareAnswers, isDifferent, type AnswerChanges } from './compare-answers.js'
import type { Question } from './read-inputs.js'
import type { Side } from './sides.js'

/** Two answers that say something else; or one, where the facts contradict each other on the other side. */
export type Difference =
  | { readonly kind: 'answers'; readonly changes: AnswerChanges }
  | { readonly kind: 'refused'; readonly before: Outcome | null; readonly after: Outcome | null; readonly faults: readonly Fault[] }

/** A difference and the readings that make it. */
export interface Comparison {
  /** The readings that are not as they were before; of several combinations with the same answer, the nearest. */
  readonly choice: Choice
  /** How many further combinations of readings have the same answer. */
  readonly alike: number
  readonly difference: Difference
}

/** A question that was asked more than one way. */
export interface ComparedRecord {
  readonly question: Question
  /** What differs; nothing when all answers say the same. */
  readonly comparisons: readonly Comparison[]
  /** Every reading that some answer leans on. */
  readonly leansOn: readonly string[]
  /** Asked across the readings: whether the outcome stands. */
  readonly outcomeStands: boolean | null
}

type Asked = Answer<unknown> | InputError

/** The input as it is asked on a day. */
const onDay = (input: unknown, field: string | undefined, day: string | undefined): unknown =>
  field === undefined || day === undefined || typeof input !== 'object' || input === null ? input : { ...input, [field]: day }

function ask({ record: { entry, input, choice } }: Question, side: Side): Asked {
  try {
    return entry.run(onDay(input, entry.module.versionField, side.day), { readings: { ...choice, ...side.choice } })
  } catch (error) {
    if (error instanceof InputError) return error
    throw error
  }
}

/** What is wrong with an input, where it stands in the file. */
function problemsOf({ record, within }: Question, error: InputError): readonly Problem[] {
  const { file, record: index, id, entry, locate } = record
  return inputFaults(entry, error).map(({ path, says }) => ({
    file, record: index, id, path: [...within, ...path], position: locate(['input', ...path]), says,
  }))
}

const refusal = (entry: CatalogueEntry, before: Asked, after: Asked, error: InputError): Difference => ({
  kind: 'refused',
  before: 'outcome' in before ? before.outcome : null,
  after: 'outcome' in after ? after.outcome : null,
  faults: inputFaults(entry, error),
})

/** Asks a question on both sides; what is wrong with its facts when neither side takes them. */
export function compareSides(question: Question, from: Side, to: Side): ComparedRecord | readonly Problem[] {
  const { entry } = question.record
  const [before, after] = [ask(question, from), ask(question, to)]
  const leansOn = [before, after].flatMap((each) => ('readings' in each ? each.readings.map(({ id }) => id) : []))
  const compared = (difference: Difference): ComparedRecord =>
    ({ question, comparisons: [{ choice: to.choice, alike: 0, difference }], leansOn, outcomeStands: null })
  if (before instanceof InputError) return after instanceof InputError ? problemsOf(question, before) : compared(refusal(entry, before, after, before))
  if (after instanceof InputError) return compared(refusal(entry, before, after, after))
  const changes = compareAnswers(before, after)
  return isDifferent(changes) ? compared({ kind: 'answers', changes }) : { question, comparisons: [], leansOn, outcomeStands: null }
}

/** One combination of readings, and what came of it. */
interface Combination<Result> {
  readonly readings: Choice
  readonly result: Result
}

/** The readings of a combination that are not as they were before. */
const newIn = (readings: Choice, before: Choice): Choice =>
  Object.fromEntries(Object.entries(readings).filter(([id, taken]) => before[id] !== taken))

/** Of all combinations with the same result the one with the fewest other readings, and how many more there are. */
function nearestOfEach<Result>(combinations: readonly Combination<Result>[], before: Choice, key: (result: Result) => string) {
  const groups = new Map<string, readonly Combination<Result>[]>()
  for (const combination of combinations) {
    const own = key(combination.result)
    groups.set(own, [...(groups.get(own) ?? []), combination])
  }
  return [...groups.values()].flatMap((group) => {
    const choices = group.map(({ readings, result }) => ({ choice: newIn(readings, before), result, alike: group.length - 1 }))
    return choices.toSorted((a, b) => Object.keys(a.choice).length - Object.keys(b.choice).length).slice(0, 1)
  })
}

const content = ({ outcome, value, findings }: Answer<unknown>): string => JSON.stringify([outcome, value, findings])

/** Asks a question under every combination of readings, and keeps one of each answer that is not that of the data itself. */
export function compareAcross(question: Question): ComparedRecord | readonly Problem[] {
  const { entry, input, choice } = question.record
  try {
    const across = acrossReadings<unknown, unknown>((facts, options) => entry.run(facts, { readings: { ...choice, ...options?.readings } }), input)
    const [before] = across.variants
    if (before === undefined) return []
    const variants = across.variants.map(({ readings, answer }) => ({ readings, result: answer }))
    const differing = nearestOfEach(variants, before.readings, content)
      .filter(({ result }) => content(result) !== content(before.answer))
      .map(({ result, ...rest }): Comparison => ({ ...rest, difference: { kind: 'answers', changes: compareAnswers(before.answer, result) } }))
    const refused = across.refused.map(({ readings, error }) => ({ readings, result: error }))
    const contradicting = nearestOfEach(refused, before.readings, (error) => error.message)
      .map(({ result, ...rest }): Comparison => ({ ...rest, difference: refusal(entry, before.answer, result, result) }))
    const leansOn = across.variants.flatMap(({ readings }) => Object.keys(readings))
    return { question, comparisons: [...differing, ...contradicting], leansOn, outcomeStands: across.outcomeStands }
  } catch (error) {
    if (error instanceof InputError) return problemsOf(question, error)
    throw error
  }
}
