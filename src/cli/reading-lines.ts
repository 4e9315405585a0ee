import type { DocumentModule, Reading } from '../catalogue.js'
import type { Context } from './context.js'
import { messages } from './messages.js'

/** An unclear point: the question, and each answer to it, the one taken by default first. */
export function readingLines(reading: Reading, document: DocumentModule['document'], context: Context): readonly string[] {
  const { id, at, asks, options, byDefault } = reading
  const { locale, paint, say } = context
  const paragraphs = at.map((locator) => document.cite(locator)[locale]).join(say(messages.semicolon))
  const colon = say(messages.colon)
  const mark = (name: string): string => (name === byDefault ? paint('dim', say(messages.byDefault)) : '')
  const names = Object.keys(options).sort((a, b) => Number(b === byDefault) - Number(a === byDefault))
  return [
    `  ${paint('cyan', id)} · ${paragraphs}${colon}${asks[locale]}`,
    ...names.map((name) => `      ${name}${colon}${options[name]?.[locale] ?? ''}${mark(name)}`),
  ]
}
