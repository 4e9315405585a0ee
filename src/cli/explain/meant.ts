import { modules, rules, type DocumentModule, type Reading, type RuleEntry } from '../../catalogue.js'
import { Complaint } from '../io.js'
import { unknownName } from '../names.js'
import { paragraphNames, placesCalled, withoutDocument, type Place } from '../paragraphs.js'
import { explainMessages } from './messages.js'

const bareName = (id: string): string => id.slice(id.indexOf('/') + 1)

/** A paragraph as people write it: `para 10 s1` is `10 s1`. */
const locatorFrom = (words: string): string => words.replace(/^para(?:graph)?\s+/i, '')

export interface ReadingEntry {
  readonly module: DocumentModule
  readonly reading: Reading
}

/** What somebody wants explained. */
export interface Meant {
  readonly rules: readonly RuleEntry[]
  /** Provisions that no rule makes a demand of. */
  readonly places: readonly Place[]
  readonly readings: readonly ReadingEntry[]
}

const cites = ({ rule, module }: RuleEntry, place: Place): boolean =>
  module === place.module && (rule.at === place.provision.at || rule.also.includes(place.provision.at))

/** Whether a locator is the one asked for or a part of it: `8(i)` is a part of `8`, `10 s1` is none of `1`. */
function isPartOf(at: string, asked: string): boolean {
  const cutsThrough = /[\p{L}\p{N}]$/u.test(asked) && /^[\p{L}\p{N}]/u.test(at.slice(asked.length))
  return at.startsWith(asked) && !cutsThrough
}

/** The provisions of a paragraph and its parts, in every document that has it; the document may be named first. */
function placesAt(asked: string): readonly Place[] {
  if (asked === '') return []
  const called = placesCalled(asked)
  return modules.flatMap((module) => {
    const own = called.filter((place) => place.module === module).map(({ provision }) => provision.at)
    const locators = [locatorFrom(withoutDocument(asked, module)), ...own]
    return module.ledger.filter(({ at }) => locators.some((locator) => isPartOf(at, locator))).map((provision) => ({ module, provision }))
  })
}

/** The rules that an id or a name means. */
function rulesNamed(asked: string): readonly RuleEntry[] {
  const byId = rules.get(asked)
  return byId === undefined ? [...rules.values()].filter(({ rule }) => bareName(rule.id) === asked) : [byId]
}

const allReadings: readonly ReadingEntry[] = modules.flatMap((module) => module.readings.map((reading) => ({ module, reading })))

function unknown(asked: string): Complaint {
  const names = [...rules.keys()].flatMap((id) => [id, bareName(id)])
  const inDocuments = modules.flatMap(({ document, ledger }) => ledger.map(({ at }) => `${document.id}/${at}`))
  return new Complaint(unknownName(explainMessages.unknown, asked, [...names, ...paragraphNames(), ...inDocuments, ...allReadings.map(({ reading }) => reading.id)]))
}

/** What is meant by the id or name of a rule, the code of a reading or a paragraph; a complaint with a suggestion when nothing is. */
export function meantBy(asked: string): Meant {
  const named = rulesNamed(asked)
  if (named.length > 0) return { rules: named, places: [], readings: [] }
  const readings = allReadings.filter(({ reading }) => reading.id === asked)
  if (readings.length > 0) return { rules: [], places: [], readings }
  const places = placesAt(asked)
  if (places.length === 0) throw unknown(asked)
  const citing = [...rules.values()].filter((rule) => places.some((place) => cites(rule, place)))
  return { rules: citing, places: places.filter((place) => !citing.some((rule) => cites(rule, place))), readings: [] }
}
