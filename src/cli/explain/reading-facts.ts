import { catalogue, InputError, outcomeText, type Answer, type Outcome } from '../../catalogue.js'
import type { Context } from '../context.js'
import { goldenCases, type RunCase } from '../golden.js'
import type { Choice } from '../readings.js'
import { commandLine, typed } from './command-line.js'
import { leanedOn, type Leaned } from './leaned.js'
import type { ReadingEntry } from './meant.js'
import { explainMessages } from './messages.js'
import { provisionsAt, type ProvisionFacts } from './provisions.js'

/** A golden case whose answer another reading changes, really run both ways. */
export interface ChangeFacts {
  /** In English only. */
  readonly name: string
  readonly cites: readonly string[]
  readonly function: string
  readonly input: unknown
  readonly before: { readonly taken: string; readonly outcome: Outcome; readonly says: string }
  readonly after: { readonly taken: string; readonly outcome: Outcome; readonly says: string }
  /** The comparison for a shell. */
  readonly command: string
}

/** All that there is to tell of an unclear point, for people and programs alike. */
export interface ReadingFacts {
  readonly reading: string
  readonly document: string
  readonly short: string
  readonly asks: string
  readonly options: readonly { readonly option: string; readonly says: string; readonly byDefault: boolean }[]
  readonly paragraphs: readonly ProvisionFacts[]
  /** The functions of which golden answers lean on it. */
  readonly functions: readonly (Leaned & { readonly name: string; readonly answersWhat: string })[]
  readonly changes: ChangeFacts | null
}

/** One golden case read another way. */
interface Reread {
  readonly golden: RunCase
  readonly taken: string
  readonly option: string
  readonly choice: Choice
  readonly answer: Answer<unknown>
}

/** The answers to a case under every other option of a reading that it leans on, where the facts allow them. */
function rereadings(golden: RunCase, id: string): readonly Reread[] {
  const { entry, input, choice, answer } = golden
  return answer.readings.filter((reading) => reading.id === id).flatMap(({ taken, alternatives }) =>
    alternatives.flatMap((option): readonly Reread[] => {
      const chosen = { ...choice, [id]: option }
      try {
        return [{ golden, taken, option, choice: chosen, answer: entry.run(input, { readings: chosen }) }]
      } catch (error) {
        if (error instanceof InputError) return []
        throw error
      }
    }))
}

const content = ({ value, findings }: Answer<unknown>): string => JSON.stringify([value, findings])
const changes = ({ golden, answer }: Reread): boolean => content(golden.answer) !== content(answer)

/** The one that shows most: another outcome before other figures, from the default before from another option, then the smallest. */
function bestChange(reread: readonly Reread[]): Reread | undefined {
  const sameOutcome = ({ golden, answer }: Reread): number => Number(golden.answer.outcome === answer.outcome)
  const chosen = ({ golden }: Reread): number => Object.keys(golden.choice).length
  const size = ({ golden }: Reread): number => JSON.stringify(golden.input).length
  return reread.filter(changes).toSorted((a, b) => sameOutcome(a) - sameOutcome(b) || chosen(a) - chosen(b) || size(a) - size(b))[0]
}

function changeFacts({ golden, taken, option, choice, answer }: Reread, { locale, say }: Context): ChangeFacts {
  const { entry, name, at, input } = golden
  const outcome = outcomeText(answer.outcome, locale)
  const isOther = answer.outcome !== golden.answer.outcome
  return {
    name,
    cites: at.map((locator) => entry.module.document.cite(locator)[locale]),
    function: entry.name,
    input,
    before: { taken, outcome: golden.answer.outcome, says: outcomeText(golden.answer.outcome, locale) },
    after: { taken: option, outcome: answer.outcome, says: isOther ? outcome : say(explainMessages.otherFigures, { outcome }) },
    command: commandLine(input, ['diff', entry.name, ...typed('--from', golden.choice), ...typed('--to', choice)]),
  }
}

/** Gathers what there is to tell of a reading; the golden cases of its document are run for it. */
export async function readingFacts({ module, reading }: ReadingEntry, context: Context): Promise<ReadingFacts> {
  const { locale } = context
  const { id, asks, options, byDefault, at } = reading
  const entries = [...catalogue.values()].filter((entry) => entry.module === module)
  const byFunction = await Promise.all(entries.map(async (entry) => ({ entry, cases: await goldenCases(entry) })))
  const best = bestChange(byFunction.flatMap(({ cases }) => cases.flatMap((golden) => rereadings(golden, id))))
  return {
    reading: id,
    document: module.document.id,
    short: module.document.short[locale],
    asks: asks[locale],
    options: Object.entries(options).map(([option, says]) => ({ option, says: says[locale], byDefault: option === byDefault })),
    paragraphs: provisionsAt(module, at, context),
    functions: byFunction.flatMap(({ entry, cases }) =>
      leanedOn(cases).filter((leaned) => leaned.id === id).map((leaned) => ({ name: entry.name, answersWhat: entry.answers[locale], ...leaned }))),
    changes: best === undefined ? null : changeFacts(best, context),
  }
}
