import { text, type CatalogueEntry, type Locale, type Text } from '../catalogue.js'
import { messages } from './messages.js'

/** The locators of the provisions that a function encodes. */
export const provisionsOf = ({ name, module }: CatalogueEntry): readonly string[] =>
  module.ledger.filter(({ became }) => 'by' in became && became.by.includes(name)).map(({ at }) => at)

/** The same as a reader of the document cites them. */
export function paragraphsOf(entry: CatalogueEntry): Text {
  const { cite } = entry.module.document
  const inLocale = (locale: Locale): string => provisionsOf(entry).map((at) => cite(at)[locale]).join(messages.semicolon[locale])
  return text(inLocale('en'), inLocale('zh-Hant'))
}
