import { catalogue, fill, modules, text, type CatalogueEntry, type DocumentModule, type Text } from '../catalogue.js'
import { Complaint } from './io.js'
import { messages } from './messages.js'
import { printable } from './printable.js'
import { closest } from './suggest.js'

/** A sentence in both languages with its places filled. */
export const filled = (message: Text, en: Readonly<Record<string, string>>, zh = en): Text =>
  text(fill(message.en, en), fill(message['zh-Hant'], zh))

const NOTHING = text('', '')

/** Adds to a sentence about a name which known one was probably meant, or something else where none comes near. */
export function withSuggestion(says: Text, name: string, names: Iterable<string>, otherwise = NOTHING): Text {
  const meant = closest(name, names)
  const more = meant === undefined ? otherwise : filled(messages.didYouMean, { name: meant })
  return text(says.en + more.en, says['zh-Hant'] + more['zh-Hant'])
}

/** Says that a name is not known, and which known one was probably meant. */
export function unknownName(message: Text, name: string, names: Iterable<string>, otherwise?: Text): Text {
  return withSuggestion(filled(message, { name: `"${printable(name)}"` }), name, names, otherwise)
}

/**
 * Says that there is no such function, and what was probably meant.
 * @param others what could have been meant besides a function
 */
export const unknownFunction = (name: string, others: Iterable<string> = []): Text =>
  unknownName(messages.unknownFunction, name, [...catalogue.keys(), ...others], messages.seeList)

/**
 * The function of that name; a complaint with a suggestion when there is none.
 * @param others what could have been meant besides a function
 */
export function functionNamed(name: string, others: Iterable<string> = []): CatalogueEntry {
  const entry = catalogue.get(name)
  if (entry === undefined) throw new Complaint(unknownFunction(name, others))
  return entry
}

/** The document of that name; a complaint with a suggestion when there is none. */
export function documentNamed(name: string): DocumentModule {
  const found = modules.find(({ document }) => document.id === name)
  if (found === undefined) throw new Complaint(unknownName(messages.unknownDocument, name, modules.map(({ document }) => document.id), messages.seeList))
  return found
}
