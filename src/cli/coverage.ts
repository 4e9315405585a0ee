import { catalogue, type CatalogueEntry, type DocumentModule, type Provision } from '../catalogue.js'
import { exercisedBy } from './golden.js'

/** A provision and how far it is taken care of. */
export interface Accounted {
  readonly provision: Provision
  /** What it became really is there: its functions exist, and one of their rules makes its demand. */
  readonly accountedFor: boolean
  /** It became code. */
  readonly encoded: boolean
  /** A golden case of each of its functions cites it. */
  readonly exercised: boolean
}

export interface Coverage {
  readonly provisions: number
  readonly accountedFor: number
  readonly encoded: number
  readonly exercised: number
}

const demands = ({ rules }: CatalogueEntry, at: string): boolean =>
  Object.values(rules).some((rule) => rule.at === at || rule.also.includes(at))

/** What became of each provision of a document, the golden cases having been run. */
export async function account({ document, ledger }: DocumentModule): Promise<readonly Accounted[]> {
  const functions = new Map([...catalogue].filter(([, { module }]) => module.document.id === document.id))
  const cited = new Map<string, ReadonlySet<string>>()
  for (const [name, entry] of functions) cited.set(name, await exercisedBy(entry))
  return ledger.map((provision) => {
    const { at, became } = provision
    if (!('by' in became)) return { provision, accountedFor: true, encoded: false, exercised: false }
    const accountedFor = became.by.every((name) => {
      const entry = functions.get(name)
      return entry !== undefined && (became.as === 'figure' || demands(entry, at))
    })
    const exercised = accountedFor && became.by.every((name) => cited.get(name)?.has(at) === true)
    return { provision, accountedFor, encoded: true, exercised }
  })
}

/** The figures of a whole ledger. */
export function coverageOf(provisions: readonly Accounted[]): Coverage {
  const count = (is: (each: Accounted) => boolean): number => provisions.filter(is).length
  return {
    provisions: provisions.length,
    accountedFor: count(({ accountedFor }) => accountedFor),
    encoded: count(({ encoded }) => encoded),
    exercised: count(({ exercised }) => exercised),
  }
}
