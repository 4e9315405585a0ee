import type { Comparator, Fact, Limit, Test } from './comparator.js'
import type { Path } from './input.js'
import { fill, type Locale, type Text, type Unit } from './text.js'

/**
 * How strongly a text speaks. `alternative` marks one of several ways to satisfy another rule: unmet, it
 * decides nothing by itself.
 */
export type Force = 'mandatory' | 'in-principle' | 'advisory' | 'alternative'

/** The conclusions, from best to worst; an answer's outcome is the worst of its findings. */
export const outcomes = ['ok', 'advice', 'judgement', 'incomplete', 'breach'] as const
export type Outcome = (typeof outcomes)[number]

/** One rule applied to one fact: plain data, without prose. */
export interface Finding {
  readonly rule: string
  /** The paragraph. */
  readonly at: string
  readonly outcome: Outcome
  /** Whether the fact meets the rule; `null` when the fact was not given. */
  readonly met: boolean | null
  /** Where in the input the fact stands. */
  readonly path: Path
  readonly fact: Fact | null
  readonly limit: Limit | null
  /**
   * The distance to the last value that meets the rule, in the unit of the limit: 0 on it, positive while
   * there is room, negative when the rule is missed by so much.
   */
  readonly margin?: number
}

interface RuleWords<Locator extends string> {
  /** The paragraph that makes the demand. */
  readonly at: Locator
  /** Other paragraphs that say the same. */
  readonly also?: readonly Locator[]
  /** The demand in a sentence; `{test}` stands for the comparator, limit and unit. */
  readonly says: Text
  /** What to do when the demand is not met, where more can be said than that it should be. */
  readonly next?: Text
}

/** A rule as a module writes it. One that leaves room for people names who decides. */
export type RuleSpec<Locator extends string, AnyTest> = RuleWords<Locator> & { readonly test: AnyTest } & (
    | { readonly force: 'mandatory' | 'advisory' | 'alternative'; readonly decides?: undefined }
    | { readonly force: 'in-principle'; readonly decides: Text }
  )

/** What a rule that is not met comes to. */
export const unmetOutcome: Readonly<Record<Force, Outcome>> = {
  mandatory: 'breach',
  'in-principle': 'judgement',
  advisory: 'advice',
  alternative: 'ok',
}

/** A fact that was not given is never a pass; advice and alternatives do not hold an answer up. */
export const unknownOutcome: Readonly<Record<Force, Outcome>> = {
  mandatory: 'incomplete',
  'in-principle': 'incomplete',
  advisory: 'advice',
  alternative: 'ok',
}

/** What every rule tells of itself, whatever facts it looks at. */
export interface RuleData {
  readonly id: string
  readonly at: string
  readonly also: readonly string[]
  readonly force: Force
  readonly comparator: Comparator
  readonly limit: Limit | null
  readonly unit: Unit | null
  readonly next: Text | undefined
  readonly decides: Text | undefined
  /** The demand in words; with the limit of a case, with that limit. */
  sentence(locale: Locale, limit?: Limit | null): string
}

/** A demand of the text, and how it is applied to a fact. */
export class Rule<F extends Fact, Basis> implements RuleData {
  readonly at: string
  readonly also: readonly string[]
  readonly force: Force
  readonly next: Text | undefined
  readonly decides: Text | undefined
  readonly #test: Test<F, Basis>
  readonly #unmet: Outcome
  /** The answer that a rule on a yes or no asks for. */
  readonly #wanted: boolean | undefined
  readonly #says: Text

  constructor(readonly id: string, spec: RuleSpec<string, Test<F, Basis>>) {
    this.at = spec.at
    this.also = spec.also ?? []
    this.force = spec.force
    this.next = spec.next
    this.decides = spec.decides
    this.#test = spec.test
    this.#unmet = unmetOutcome[spec.force]
    this.#wanted = typeof spec.test.limit === 'boolean' ? spec.test.limit : undefined
    this.#says = spec.says
  }

  get comparator(): Comparator { return this.#test.comparator }
  get limit(): Limit | null { return this.#test.limit }
  get unit(): Unit | null { return this.#test.unit }

  sentence(locale: Locale, limit?: Limit | null): string {
    return fill(this.#says[locale], { test: this.#test.phrase(locale, limit) })
  }

  /**
   * Applies the rule to a fact.
   * @param fact left out when it is not known: the finding then says so, and the rule does not pass
   * @param path where in the input the fact stands
   * @param basis what the case brings to the limit, where the limit is not fixed
   */
  apply(fact: F | null | undefined, path: Path, basis: Basis): Finding {
    if (fact == null) return this.unknown(path)
    // Most rules ask for a yes or a no, which takes no comparator to compare.
    if (this.#wanted !== undefined) {
      const met = fact === this.#wanted
      return { rule: this.id, at: this.at, outcome: met ? 'ok' : this.#unmet, met, path, fact, limit: this.#wanted }
    }
    const margin = this.#test.margin(fact, basis)
    const met = margin === undefined ? this.#test.met(fact, basis) : margin >= 0
    const outcome = met ? 'ok' : this.#unmet
    const limit = this.#test.limitFor(basis)
    // Written out twice because copying a finding to add its margin costs more than all the rest.
    return margin === undefined
      ? { rule: this.id, at: this.at, outcome, met, path, fact, limit }
      : { rule: this.id, at: this.at, outcome, met, path, fact, limit, margin }
  }

  /** The finding when a fact that the rule needs was not given; the path names that fact. */
  unknown(path: Path): Finding {
    return { rule: this.id, at: this.at, outcome: unknownOutcome[this.force], met: null, path, fact: null, limit: this.limit }
  }
}

/** Rules by the names that a module gives them. */
export type Rules = Readonly<Record<string, RuleData>>
