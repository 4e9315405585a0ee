import type { DocumentModule, Reading } from '../catalogue.js'
import type { Context } from './context.js'
import { messages } from './messages.js'

/** An unclear point: the question, and each answer to it, the one taken by default first. */
export function readingLines({ id, at, asks, options, byDefault }: Reading, document: DocumentModule['document'], context: Context): readonly string[] {
  const { locale, paint, say } = context
  const names = Object.keys(options).sort((a, b) => Number(b === byDefault) - Number(a === byDefault))
  return [
    `  ${paint('cyan', id)} · ${at.map((locator) => document.cite(locator)[locale]).join(say(messages.semicolon))}${say(messages.colon)}${asks[locale]}`,
    ...names.map((name) => `      ${name}${say(messages.colon)}${options[name]?.[locale] ?? ''}${name === byDefault ? paint('dim', say(messages.byDefault)) : ''}`),
  ]
}
