import type { DocumentModule, Provision } from '../../catalogue.js'
import type { Context } from '../context.js'
import { aroundIn } from './paragraph.js'

/** A provision for those who read it: where, and what it says in our own words. */
export interface ProvisionFacts {
  readonly at: string
  readonly cites: string
  readonly says: string
}

/** A provision among those around it. */
export interface ParagraphFacts extends ProvisionFacts {
  readonly document: string
  readonly short: string
  /** The neighbouring provisions of the same paragraph, with this one among them, in order. */
  readonly around: readonly ProvisionFacts[]
}

const provisionFacts = ({ document }: DocumentModule, { at, says }: Provision, { locale }: Context): ProvisionFacts => ({
  at,
  cites: document.cite(at)[locale],
  says: says[locale],
})

/** The provisions at these locators. */
export const provisionsAt = (module: DocumentModule, locators: readonly string[], context: Context): readonly ProvisionFacts[] =>
  module.ledger.filter(({ at }) => locators.includes(at)).map((provision) => provisionFacts(module, provision, context))

/** A provision in its context. */
export function paragraphFacts(module: DocumentModule, at: string, context: Context): ParagraphFacts {
  const { document } = module
  const around = aroundIn(module, at).map((provision) => provisionFacts(module, provision, context))
  const says = around.find((provision) => provision.at === at)?.says ?? ''
  return { document: document.id, short: document.short[context.locale], at, cites: document.cite(at)[context.locale], says, around }
}

/** The same in lines, the provision itself marked. */
export const aroundLines = ({ at, around }: ParagraphFacts, { paint }: Context): readonly string[] =>
  around.map((each) => {
    const line = `${each.cites} · ${each.says}`
    return each.at === at ? paint('bold', `  ▸ ${line}`) : paint('dim', `    ${line}`)
  })
