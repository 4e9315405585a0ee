import type { Context } from '../context.js'
import { nameLine } from '../golden.js'
import { messages } from '../messages.js'
import { readingLines } from '../reading-lines.js'
import { countsText } from './counts-text.js'
import type { ReadingEntry } from './meant.js'
import { explainMessages } from './messages.js'
import type { ReadingFacts } from './reading-facts.js'

/** An unclear point for people. */
export function readingTextLines({ module, reading }: ReadingEntry, facts: ReadingFacts, context: Context): readonly string[] {
  const { paint, say } = context
  const { functions, changes, paragraphs } = facts
  const colon = say(messages.colon)
  const heading = (title: string): string => `${title}${colon.trimEnd()}`
  const noChange = facts.options.length === 1 ? explainMessages.onlyOption : explainMessages.changesNothing
  const example = changes === null
    ? [`    ${say(noChange)}`]
    : [
        ...nameLine(changes.name, context),
        `      ${changes.cites.join(say(messages.semicolon))}`,
        `      ${say(explainMessages.changesTo, {
          taken: changes.before.taken, before: changes.before.says, option: changes.after.taken, after: changes.after.says,
        })}`,
        `      ${paint('dim', changes.command)}`,
      ]
  return [
    paint('bold', facts.short),
    ...readingLines(reading, module.document, context),
    heading(say(messages.paragraphTitle)),
    ...paragraphs.map(({ cites, says }) => `    ${cites} · ${says}`),
    heading(say(explainMessages.leaningFunctions)),
    ...(functions.length === 0 ? [`    ${say(explainMessages.noFunction)}`] : []),
    ...functions.map((each) => `    ${say(explainMessages.functionCounts, { name: paint('cyan', each.name), counts: countsText(each, context) })}`),
    heading(say(explainMessages.changesTitle)),
    ...example,
  ]
}
