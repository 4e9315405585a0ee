import type { Answer } from './answer.js'
import { InputError } from './input.js'
import type { Taken } from './reading.js'

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

const keyOf = (choice: Choice): string => JSON.stringify(Object.entries(choice).sort(([a], [b]) => (a < b ? -1 : 1)))
const choiceOf = (readings: readonly Taken[]): Choice => Object.fromEntries(readings.map(({ id, taken }) => [id, taken]))

/** A function of the library as seen here: its options are typed for its own readings. */
interface Asked<Input, Value> {
  ask(input: Input, options?: { readonly readings?: Readonly<Record<string, string | undefined>> | undefined }): Answer<Value>
}

/**
 * Answers under every combination of the readings that the answer leans on, including those that it
 * leans on only under another reading, and says whether the conclusion stands under all of them.
 * @throws InputError when the input is malformed under the default readings
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
