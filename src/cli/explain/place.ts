import type { Context } from '../context.js'
import { becameText } from '../became.js'
import { messages } from '../messages.js'
import type { Place } from '../paragraphs.js'
import { readingLines } from '../reading-lines.js'
import { aroundLines, paragraphFacts, type ParagraphFacts } from './provisions.js'

/** A provision that no rule makes a demand of, for people and programs alike. */
export interface PlaceFacts extends ParagraphFacts {
  readonly became: string
  /** The unclear points that stand in it. */
  readonly readings: readonly string[]
}

export const placeFacts = ({ module, provision: { at, became } }: Place, context: Context): PlaceFacts => ({
  ...paragraphFacts(module, at, context),
  became: becameText(became, context),
  readings: module.readings.filter((reading) => reading.at.includes(at)).map(({ id }) => id),
})

/** The same for people. */
export function placeLines({ module }: Place, facts: PlaceFacts, context: Context): readonly string[] {
  const readings = module.readings.filter(({ id }) => facts.readings.includes(id))
  return [
    context.paint('bold', `${facts.short} ${facts.cites}`),
    ...aroundLines(facts, context),
    `→ ${facts.became}`,
    ...(readings.length === 0 ? [] : [context.say(messages.readingsHeading)]),
    ...readings.flatMap((reading) => readingLines(reading, module.document, context)),
  ]
}
