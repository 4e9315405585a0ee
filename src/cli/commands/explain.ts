import type { Context } from '../context.js'
import { meantBy } from '../explain/meant.js'
import { placeFacts, placeLines } from '../explain/place.js'
import { readingFacts } from '../explain/reading-facts.js'
import { readingTextLines } from '../explain/reading-text.js'
import { ruleFacts } from '../explain/rule-facts.js'
import { ruleLines } from '../explain/rule-lines.js'
import { exitCode, type ExitCode } from '../io.js'
import type { Format } from '../reporters/report.js'

export interface ExplainOptions {
  readonly format: Format
}

/** Explains a rule by its id or name, an unclear point by its code, or all that a paragraph demands. */
export async function explain(context: Context, words: readonly string[], { format }: ExplainOptions): Promise<ExitCode> {
  const meant = meantBy(words.join(' ').trim())
  const rules = await Promise.all(meant.rules.map((rule) => ruleFacts(rule, context)))
  const places = meant.places.map((place) => ({ place, facts: placeFacts(place, context) }))
  const readings = await Promise.all(meant.readings.map(async (reading) => ({ reading, facts: await readingFacts(reading, context) })))
  if (format === 'json') {
    context.printJson({ rules, provisions: places.map(({ facts }) => facts), readings: readings.map(({ facts }) => facts) })
    return exitCode.sound
  }
  const parts = [
    ...rules.map((facts) => ruleLines(facts, context)),
    ...places.map(({ place, facts }) => placeLines(place, facts, context)),
    ...readings.map(({ reading, facts }) => readingTextLines(reading, facts, context)),
  ]
  context.print(parts.map((lines) => lines.join('\n')).join('\n\n'))
  return exitCode.sound
}
