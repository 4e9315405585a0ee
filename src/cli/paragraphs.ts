import { locales, modules, type DocumentModule, type Finding, type Provision } from '../catalogue.js'

/** A provision, and the document that it stands in. */
export interface Place {
  readonly module: DocumentModule
  readonly provision: Provision
}

type Document = DocumentModule['document']

/** How a provision is printed: its locator, and its citation in either language. */
const namesOf = ({ cite }: Document, { at }: Provision): readonly string[] => [at, ...locales.map((locale) => cite(at)[locale])]

/** What can stand before them: the document as a rule's id or a finding has it. */
const openingsOf = ({ id, short }: Document): readonly string[] => [`${id}/`, ...locales.map((locale) => `${short[locale]} `)]

/** White space and capital letters tell no paragraph from another. */
const plain = (words: string): string => words.replace(/\s+/g, '').toLowerCase()

function placesByName(): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>()
  for (const module of modules) {
    const openings = ['', ...openingsOf(module.document)]
    for (const provision of module.ledger) {
      const names = namesOf(module.document, provision).flatMap((name) => openings.map((opening) => plain(opening + name)))
      for (const name of new Set(names)) places.set(name, [...(places.get(name) ?? []), { module, provision }])
    }
  }
  return places
}

let known: ReadonlyMap<string, readonly Place[]> | undefined

/**
 * The provisions that somebody calls so, in every document that has one: by the locator, or as the command line prints
 * it in either language, with its document before it or without.
 */
export function placesCalled(words: string): readonly Place[] {
  known ??= placesByName()
  return known.get(plain(words)) ?? []
}

/** Whether a finding rests on one of these provisions. */
export const restsOn = ({ rule, at }: Finding, places: readonly Place[]): boolean =>
  places.some(({ module, provision }) => provision.at === at && rule.startsWith(`${module.document.id}/`))

/** A paragraph without the document that is named before it. */
export function withoutDocument(words: string, { document }: DocumentModule): string {
  const opening = openingsOf(document).find((each) => words.toLowerCase().startsWith(each.toLowerCase())) ?? ''
  return words.slice(opening.length).trim()
}

/** What the provisions are called, to suggest one of them. */
export const paragraphNames = (): readonly string[] =>
  modules.flatMap(({ document, ledger }) => ledger.flatMap((provision) => namesOf(document, provision)))
