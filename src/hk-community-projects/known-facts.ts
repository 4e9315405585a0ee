import type { Path } from '../kernel/input.js'
import type { Finding, Rule } from '../kernel/rule.js'

/** A yes or no that may not be known. */
export type MaybeKnown = boolean | null | undefined

/** Whether one of several facts holds: yes as soon as one does; not known while one that could decide is not. */
export function anyOf(...facts: readonly MaybeKnown[]): boolean | null {
  let open = false
  for (const fact of facts) {
    if (fact === true) return true
    if (fact == null) open = true
  }
  return open ? null : false
}

/** Whether all of several facts hold: no as soon as one does not; not known while one that could decide is not. */
export function allOf(...facts: readonly MaybeKnown[]): boolean | null {
  let open = false
  for (const fact of facts) {
    if (fact === false) return false
    if (fact == null) open = true
  }
  return open ? null : true
}

/** A condition on which a rule applies, and where in the input it stands. */
export interface Condition {
  readonly holds: MaybeKnown
  readonly path: Path
}

/**
 * A rule that applies on a condition only: no finding where it does not apply; where that is not known, the
 * finding names the condition, unless the rule is met anyway.
 */
export function whereItApplies(condition: Condition, rule: Rule<boolean, void>, fact: MaybeKnown, path: Path): readonly Finding[] {
  if (condition.holds === false) return []
  const finding = rule.apply(fact, path)
  return condition.holds === true || finding.met === true ? [finding] : [rule.unknown(condition.path)]
}
