import { catalogue, fill, modules, text, type CatalogueEntry, type DocumentModule, type Text } from '../catalogue.js'
import { Complaint } from './io.js'
import { messages } from './messages.js'
import { printable } from './printable.js'
import { closest } from './suggest.js'

/** A sentence in both languages with its places filled. */
export const filled = (message: Text, en: Readonly<Record<string, string>>, zh = en): Text =>
  text(fill(message.en, en), fill(message['zh-Hant'], zh))

/** Adds to a sentence about a name which known one was probably meant. */
export function withSuggestion(says: Text, name: string, names: Iterable<string>): Text {
  const meant = closest(name, names)
  if (meant === undefined) return says
  const suggestion = filled(messages.didYouMean, { name: meant })
  return text(says.en + suggestion.en, says['zh-Hant'] + suggestion['zh-Hant'])
}

/** Says that a name is not known, and which known one was probably meant. */
export function unknownName(message: Text, name: string, names: Iterable<string>): Text {
  return withSuggestion(filled(message, { name: `"${printable(name)}"` }), name, names)
}

/**
 * The function of that name; a complaint with a suggestion when there is none.
 * @param others what could have been meant besides a function
 */
export function functionNamed(name: string, others: Iterable<string> = []): CatalogueEntry {
  const entry = catalogue.get(name)
  if (entry === undefined) throw new Complaint(unknownName(messages.unknownFunction, name, [...catalogue.keys(), ...others]))
  return entry
}

/** The document of that name; a complaint with a suggestion when there is none. */
export function documentNamed(name: string): DocumentModule {
  const found = modules.find(({ document }) => document.id === name)
  if (found === undefined) throw new Complaint(unknownName(messages.unknownDocument, name, modules.map(({ document }) => document.id)))
  return found
}
