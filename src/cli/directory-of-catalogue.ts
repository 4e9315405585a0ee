import { modules, rules, text, type Text } from '../catalogue.js'
import { paragraphsOf } from './provisions.js'

export interface NamedFunction {
  readonly name: string
  readonly answers: Text
  readonly paragraphs: Text
}

export interface NamedRule {
  readonly id: string
  readonly name: string
  readonly says: Text
}

export interface NamedReading {
  readonly id: string
  readonly asks: Text
  readonly options: Readonly<Record<string, Text>>
}

/** A document and its functions. */
export interface ListedDocument {
  readonly id: string
  readonly title: Text
  readonly functions: readonly NamedFunction[]
}

/** A document and the names of all that was made of it. */
export interface NamedDocument extends ListedDocument {
  readonly rules: readonly NamedRule[]
  readonly readings: readonly NamedReading[]
}

export type Listing = readonly ListedDocument[]
/** The names of everything, for what needs no more than names and has to be quick. */
export type Directory = readonly NamedDocument[]

const listed = (module: (typeof modules)[number]): ListedDocument => ({
  id: module.document.id,
  title: module.document.title,
  functions: module.functions.map((entry) => ({ name: entry.name, answers: entry.answers, paragraphs: paragraphsOf({ ...entry, module }) })),
})

/** The documents and their functions, from the catalogue: what the build writes down. */
export const listingOfCatalogue = (): Listing => modules.map(listed)

/** The names of everything, from the catalogue: what the build writes down. */
export const directoryOfCatalogue = (): Directory =>
  modules.map((module) => ({
    ...listed(module),
    rules: [...rules.values()].filter((entry) => entry.module === module).map(({ rule }) => ({
      id: rule.id,
      name: rule.id.slice(rule.id.indexOf('/') + 1),
      says: text(rule.sentence('en'), rule.sentence('zh-Hant')),
    })),
    readings: module.readings.map(({ id, asks, options }) => ({ id, asks, options })),
  }))
