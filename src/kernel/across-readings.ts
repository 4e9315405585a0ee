import type { Answer } from './answer.js'
import { InputError } from './input.js'
import type { Taken } from './reading.js'
import { text } from './text.js'

/** More ways to read a text than any function of this library has; whatever has more is not asked for hours. */
const MOST_COMBINATIONS = 10_000

const tooManyCombinations = text(
  `leaves more than ${MOST_COMBINATIONS} combinations of readings to be asked; choose readings instead`,
  `可能的理解組合超過 ${MOST_COMBINATIONS} 個；請改為選定所採的理解`,
)

/** One way of reading the text, and the answer under it. */
export interface Variant<Value> {
  readonly readings: Readonly<Record<string, string>>
  readonly answer: Answer<Value>
}

/** One way of reading the text under which the facts contradict each other. */
export interface Refused {
  readonly readings: Readonly<Record<string, string>>
  readonly error: InputError
}

export interface AcrossReadings<Value> {
  /** Whether the outcome is the same however the text is read. */
  readonly outcomeStands: boolean
  /** Whether the figures and dates, too, are the same however the text is read. */
  readonly valueStands: boolean
  /** Every combination of readings that an answer leans on; the default comes first. */
  readonly variants: readonly Variant<Value>[]
  /** Combinations under which the facts contradict each other; nothing stands while there is one. */
  readonly refused: readonly Refused[]
}

type Choice = Readonly<Record<string, string>>

/** The same for the same readings, in whatever order they were taken. */
const keyOf = (choice: Choice): string => JSON.stringify(Object.entries(choice).sort())
const choiceOf = (readings: readonly Taken[]): Choice => Object.fromEntries(readings.map(({ id, taken }) => [id, taken]))

/** A function of the library as seen here: its options are typed for its own readings. */
interface Asked<Input, Value> {
  ask(input: Input, options?: { readonly readings?: Readonly<Record<string, string | undefined>> | undefined }): Answer<Value>
}

/**
 * Answers under every combination of the readings that the answer leans on, including those that it
 * leans on only under another reading, and says whether the conclusion stands under all of them. It asks at most
 * 10,000 times, which no function of this library needs.
 * @throws InputError when the input is malformed under the default readings, or more than 10,000 combinations are to be asked
 * @example
 * acrossReadings(computeExtraPlaces, { kind: 'two', sections: [['mild', 6, 90], ['moderate', 6, 60]] }).outcomeStands //=> true
 */
export function acrossReadings<Input, Value>(ask: Asked<Input, Value>['ask'], input: Input): AcrossReadings<Value> {
  const variants = new Map<string, Variant<Value>>()
  const refused: Refused[] = []
  const asked = new Set<string>()
  const waiting: Choice[] = [{}]
  for (let choice = waiting.pop(); choice !== undefined; choice = waiting.pop()) {
    const key = keyOf(choice)
    if (asked.has(key)) continue
    if (asked.size === MOST_COMBINATIONS) throw new InputError([{ path: [], code: 'too_many_readings', message: tooManyCombinations }])
    asked.add(key)
    let answer: Answer<Value>
    try {
      answer = ask(input, { readings: choice })
    } catch (error) {
      if (variants.size === 0 || !(error instanceof InputError)) throw error
      refused.push({ readings: choice, error })
      continue
    }
    const readings = choiceOf(answer.readings)
    variants.set(keyOf(readings), { readings, answer })
    for (const { id, alternatives } of answer.readings) {
      for (const option of alternatives) waiting.push({ ...readings, [id]: option })
    }
  }
  const all = [...variants.values()]
  const same = (of: (answer: Answer<Value>) => unknown): boolean =>
    refused.length === 0 && new Set(all.map(({ answer }) => JSON.stringify(of(answer)))).size === 1
  return { outcomeStands: same((answer) => answer.outcome), valueStands: same((answer) => answer.value), variants: all, refused }
}
