import type { Answer } from '../../src/index.js'
import { drawing, type Draw } from './draw.js'
import { engines, type Engine, type Numbers, type Program } from './engines.js'
import type { Expression } from './expression.js'

/** What a rule comes to: numbers, days, or whether it is kept to. */
export type Figure = number | string | boolean | null

/** One of the ways in which a rule can be read. */
export interface Reading<Facts> {
  /** Its code and option, such as `A-E3 floor`; empty when the text is plain. */
  readonly name: string
  /** What the public function answers. */
  readonly library: (facts: Facts) => readonly Figure[]
  /** The same from the text, in whole numbers without end. */
  readonly oracle: (facts: Facts) => readonly Figure[]
  /** The first figures again, for the other engines. */
  readonly formulas: readonly Expression[]
}

/** A percentage, share or cap of a document. */
export interface ShareRule<Facts extends Numbers> {
  readonly at: string
  readonly rule: string
  /** The names of amounts, which are drawn in cents and given to the engines in dollars. */
  readonly money?: readonly (keyof Facts & string)[]
  readonly facts: (draw: Draw, index: number) => Facts
}

/** How many inputs a rule is asked about, over all its readings; an engine that gets none is left out. */
export interface Sizes {
  readonly library: number
  readonly engine: (engine: Engine) => number
  /** Days that the slow one of the engines with dates is asked about. */
  readonly days: number
}

export interface Tally {
  readonly inputs: number
  readonly wrong: number
}

/** A line of the table. */
export interface Row {
  readonly kind: 'share' | 'duration'
  readonly document: string
  readonly at: string
  readonly rule: string
  readonly readings: number
  readonly library: Tally
  /** The first few inputs that the library and the oracle disagree on. */
  readonly disagreements: readonly string[]
  /** By the name of the engine; a text says why there is no answer. */
  readonly others: Readonly<Record<string, Tally | string>>
}

/** A rule ready to be put to the test. */
export interface Exam {
  readonly kind: Row['kind']
  readonly document: string
  readonly at: string
  readonly rule: string
  sit(sizes: Sizes): Row
}

const SEED = 20_220_126
const SHOWN = 3

const same = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((value, index) => value === b[index])

/** Counts what is wrong, and keeps the first few. */
export class Marks {
  inputs = 0
  wrong = 0
  readonly shown: string[] = []
  mark(found: readonly unknown[], right: readonly unknown[], about: () => string): void {
    this.inputs += 1
    if (same(found, right)) return
    this.wrong += 1
    if (this.shown.length < SHOWN) this.shown.push(`${about()}: ${JSON.stringify(found)} instead of ${JSON.stringify(right)}`)
  }
  get tally(): Tally { return { inputs: this.inputs, wrong: this.wrong } }
}

const inDollars = (facts: Numbers, money: readonly string[]): Numbers =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, money.includes(name) ? value / 100 : value]))

/** What an engine gives, a number to the nearest cent: the dust at the end of a sum is not held against it. */
function given(program: Program, facts: Numbers): unknown {
  try {
    const value = program(facts)
    return typeof value === 'number' ? Math.round(value * 100) / 100 : value
  } catch {
    return 'refused'
  }
}

function sitEngine<Facts extends Numbers>(
  engine: Engine,
  { facts, money = [] }: ShareRule<Facts>,
  readings: readonly Reading<Facts>[],
  inputs: number,
): Tally {
  const marks = new Marks()
  const each = Math.ceil(inputs / readings.length)
  const names = Object.keys(facts(drawing(SEED), 0))
  for (const { formulas, oracle, name } of readings) {
    const draw = drawing(SEED)
    const programs = formulas.map((formula) => engine.compile(formula, names))
    for (let index = 0; index < each; index += 1) {
      const drawn = facts(draw, index)
      const values = inDollars(drawn, money)
      marks.mark(programs.map((program) => given(program, values)), oracle(drawn).slice(0, formulas.length), () => name)
    }
  }
  return marks.tally
}

/** A rule whose facts are settled, waiting for the ways in which it can be read. */
interface Asked<Facts> {
  /** The library against its oracle, then every other engine against the same oracle. */
  under(readings: readonly Reading<Facts>[]): Exam
  /** The same where there are no formulas for the other engines. */
  alone(whyNot: string, readings: readonly Reading<Facts>[]): Exam
}

/** Starts the rules of shares of a document, which is named by its module. */
export const sharesOf = (document: string) =>
  <Facts extends Numbers>(rule: ShareRule<Facts>): Asked<Facts> => {
    const exam = (readings: readonly Reading<Facts>[], whyNot?: string): Exam => ({
      kind: 'share',
      document,
      at: rule.at,
      rule: rule.rule,
      sit(sizes) {
        const marks = new Marks()
        for (const { name, library, oracle } of readings) {
          const draw = drawing(SEED)
          for (let index = 0; index < sizes.library / readings.length; index += 1) {
            const facts = rule.facts(draw, index)
            marks.mark(library(facts), oracle(facts), () => `${name} ${JSON.stringify(facts)}`)
          }
        }
        const others = Object.fromEntries(
          engines.filter((engine) => sizes.engine(engine) > 0).map((engine) => [engine.name, whyNot ?? sitEngine(engine, rule, readings, sizes.engine(engine))]),
        )
        return {
          kind: 'share', document, at: rule.at, rule: rule.rule, readings: readings.length,
          library: marks.tally, disagreements: marks.shown, others,
        }
      },
    })
    return { under: (readings) => exam(readings), alone: (whyNot, readings) => exam(readings, whyNot) }
  }

/** The finding of one rule of an answer. */
export function findingOf(answer: Answer<unknown>, rule: string): Answer<unknown>['findings'][number] | undefined {
  return answer.findings.find((finding) => finding.rule.endsWith(`/${rule}`))
}

/** Whether a rule is met, and by how much. */
export const margins = (answer: Answer<unknown>, rule: string): readonly Figure[] => {
  const finding = findingOf(answer, rule)
  return [finding?.met ?? null, finding?.margin ?? null]
}
