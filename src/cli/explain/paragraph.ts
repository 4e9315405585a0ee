import type { DocumentModule, Provision } from '../../catalogue.js'

/** How many provisions before and after the one asked for are shown. */
const NEIGHBOURS = 2

/**
 * What a locator begins with: the article `第8條` of `第8條第1項`, the chapter `肆` of `肆、一、（二）`, the paragraph `10`
 * of `10 s1`, the part `App 乙` of `App 乙(i) s1`.
 */
const BEGINNING = /^(?:舊?第\d+條|App (?:fn )?(?:\d+|[甲乙丙丁戊])|fn \d+|note|header|\d+(?![\d年])|[壹貳參肆伍陸柒捌玖拾]+(?=、|$))/

/** The paragraph that a provision is a part of; one that stands alone is its own. */
const paragraphOf = (at: string): string => BEGINNING.exec(at)?.[0] ?? at

/** A provision with the ones around it in the same paragraph, in order. */
export function aroundIn({ ledger }: DocumentModule, at: string): readonly Provision[] {
  const together = ledger.filter((provision) => paragraphOf(provision.at) === paragraphOf(at))
  const index = together.findIndex((provision) => provision.at === at)
  return together.slice(Math.max(0, index - NEIGHBOURS), index + NEIGHBOURS + 1)
}
