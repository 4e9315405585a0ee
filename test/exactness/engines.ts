import { evaluate } from 'feelin'
import jsonLogic from 'json-logic-js'
import Publicodes from 'publicodes'
import type { Expression, Way } from './expression.js'

// Each engine gets a formula as its own manual would write it: percentages as percentages where the language has
// them, its own functions for rounding, amounts in dollars.

export type Numbers = Readonly<Record<string, number>>
/** A formula made ready once, to be asked about many facts. */
export type Program = (facts: Numbers) => unknown
export interface Engine {
  readonly name: string
  readonly compile: (formula: Expression, facts: readonly string[]) => Program
}

const HUNDRED = 100

/** Plain JavaScript as one would write it without thinking of binary fractions. */
function inJavaScript(formula: Expression): Program {
  if (typeof formula === 'string') return (facts) => facts[formula]
  if (typeof formula === 'number') return () => formula
  if ('percent' in formula) return () => formula.percent / HUNDRED
  const number = (part: Expression): ((facts: Numbers) => number) => {
    const program = inJavaScript(part)
    return (facts) => Number(program(facts))
  }
  const numbers = (parts: readonly Expression[]): ((facts: Numbers) => readonly number[]) => {
    const programs = parts.map(number)
    return (facts) => programs.map((program) => program(facts))
  }
  if ('plus' in formula) {
    const parts = numbers(formula.plus)
    return (facts) => parts(facts).reduce((sum, part) => sum + part, 0)
  }
  if ('least' in formula) {
    const parts = numbers(formula.least)
    return (facts) => Math.min(...parts(facts))
  }
  if ('most' in formula) {
    const parts = numbers(formula.most)
    return (facts) => Math.max(...parts(facts))
  }
  if ('round' in formula) {
    const [of, scale] = [number(formula.of), 10 ** formula.places]
    const round = { floor: Math.floor, nearest: Math.round, ceiling: Math.ceil }[formula.round]
    return formula.places === 0 ? (facts) => round(of(facts)) : (facts) => round(of(facts) * scale) / scale
  }
  if ('when' in formula) {
    const [condition, then, otherwise] = [inJavaScript(formula.when), inJavaScript(formula.then), inJavaScript(formula.otherwise)]
    return (facts) => (condition(facts) === true ? then(facts) : otherwise(facts))
  }
  if ('compare' in formula) {
    const [a, b] = [number(formula.sides[0]), number(formula.sides[1])]
    switch (formula.compare) {
      case '<': return (facts) => a(facts) < b(facts)
      case '<=': return (facts) => a(facts) <= b(facts)
      case '>': return (facts) => a(facts) > b(facts)
      case '>=': return (facts) => a(facts) >= b(facts)
      case '=': return (facts) => a(facts) === b(facts)
    }
  }
  const [first, second] = 'minus' in formula ? formula.minus : 'times' in formula ? formula.times : formula.over
  const [a, b] = [number(first), number(second)]
  if ('minus' in formula) return (facts) => a(facts) - b(facts)
  return 'times' in formula ? (facts) => a(facts) * b(facts) : (facts) => a(facts) / b(facts)
}

/** JsonLogic, whose own way to more operators is `add_operation`. */
function inJsonLogic(formula: Expression): unknown {
  if (typeof formula === 'string') return { var: formula }
  if (typeof formula === 'number') return formula
  if ('percent' in formula) return formula.percent / HUNDRED
  if ('plus' in formula) return { '+': formula.plus.map(inJsonLogic) }
  if ('least' in formula) return { min: formula.least.map(inJsonLogic) }
  if ('most' in formula) return { max: formula.most.map(inJsonLogic) }
  if ('minus' in formula) return { '-': formula.minus.map(inJsonLogic) }
  if ('times' in formula) return { '*': formula.times.map(inJsonLogic) }
  if ('over' in formula) return { '/': formula.over.map(inJsonLogic) }
  if ('when' in formula) return { if: [formula.when, formula.then, formula.otherwise].map(inJsonLogic) }
  if ('compare' in formula) return { [formula.compare === '=' ? '===' : formula.compare]: formula.sides.map(inJsonLogic) }
  const operation = `Math.${{ floor: 'floor', nearest: 'round', ceiling: 'ceil' }[formula.round]}`
  const of = inJsonLogic(formula.of)
  return formula.places === 0 ? { [operation]: [of] } : { '/': [{ [operation]: [{ '*': [of, HUNDRED] }] }, HUNDRED] }
}

const feelRounding = { floor: 'floor', nearest: 'round half up', ceiling: 'ceiling' } as const

/** FEEL has no percentages: 8% is written 0.08. */
function inFeel(formula: Expression): string {
  if (typeof formula === 'string') return formula
  if (typeof formula === 'number') return String(formula)
  if ('percent' in formula) return String(formula.percent / HUNDRED)
  const list = (parts: readonly Expression[], between: string): string => parts.map(inFeel).join(between)
  if ('plus' in formula) return `(${list(formula.plus, ' + ')})`
  if ('least' in formula) return `min(${list(formula.least, ', ')})`
  if ('most' in formula) return `max(${list(formula.most, ', ')})`
  if ('minus' in formula) return `(${list(formula.minus, ' - ')})`
  if ('times' in formula) return `(${list(formula.times, ' * ')})`
  if ('over' in formula) return `(${list(formula.over, ' / ')})`
  if ('when' in formula) return `(if ${inFeel(formula.when)} then ${inFeel(formula.then)} else ${inFeel(formula.otherwise)})`
  if ('compare' in formula) return list(formula.sides, ` ${formula.compare} `)
  return `${feelRounding[formula.round]}(${inFeel(formula.of)}, ${formula.places})`
}

/**
 * Publicodes has percentages, and a mechanism that rounds to the nearest; its way to round down is to take half a unit
 * off before, and to round up, to round the opposite down. Whatever is more than arithmetic is a rule of its own.
 */
class PublicodesRules {
  readonly all: Record<string, unknown> = {}
  #steps = 0

  write(formula: Expression): string {
    const infix = (parts: readonly Expression[], between: string): string => `(${parts.map((part) => this.write(part)).join(between)})`
    if (typeof formula === 'string' || typeof formula === 'number') return String(formula)
    if ('percent' in formula) return `${formula.percent}%`
    if ('plus' in formula) return infix(formula.plus, ' + ')
    if ('minus' in formula) return infix(formula.minus, ' - ')
    if ('times' in formula) return infix(formula.times, ' * ')
    if ('over' in formula) return infix(formula.over, ' / ')
    if ('compare' in formula) return infix(formula.sides, ` ${formula.compare} `)
    if ('least' in formula) return this.#step({ 'le minimum de': formula.least.map((part) => this.write(part)) })
    if ('most' in formula) return this.#step({ 'le maximum de': formula.most.map((part) => this.write(part)) })
    if ('when' in formula) {
      const [si, alors, sinon] = [this.write(formula.when), this.write(formula.then), this.write(formula.otherwise)]
      return this.#step({ variations: [{ si, alors }, { sinon }] })
    }
    return this.#round(formula.round, formula.places, this.write(formula.of))
  }

  #round(way: Way, places: 0 | 2, of: string): string {
    const half = places === 0 ? 0.5 : 0.005
    const nearest = (valeur: string): string => this.#step({ valeur, arrondi: places === 0 ? 'oui' : '2 décimales' })
    if (way === 'nearest') return nearest(of)
    if (way === 'floor') return nearest(`${of} - ${half}`)
    return `(0 - ${nearest(`0 - ${of} - ${half}`)})`
  }

  #step(rule: unknown): string {
    this.#steps += 1
    const name = `step ${this.#steps}`
    this.all[name] = rule
    return name
  }
}

jsonLogic.add_operation('Math', Math)

export const plainJavaScript: Engine = { name: 'plain JavaScript', compile: inJavaScript }

export const jsonLogicJs: Engine = {
  name: 'json-logic-js',
  compile: (formula) => {
    const logic = inJsonLogic(formula)
    return (facts) => jsonLogic.apply(logic, facts)
  },
}

export const feelin: Engine = {
  name: 'feelin',
  compile: (formula) => {
    const expression = inFeel(formula)
    return (facts) => evaluate(expression, facts).value
  },
}

export const publicodes: Engine = {
  name: 'publicodes',
  compile: (formula, facts) => {
    const rules = new PublicodesRules()
    const asked = Object.fromEntries(facts.map((fact) => [fact, null]))
    const engine = new Publicodes({ ...asked, answer: rules.write(formula), ...rules.all })
    return (values) => engine.setSituation(values).evaluate('answer').nodeValue
  },
}

export const engines = [publicodes, feelin, jsonLogicJs, plainJavaScript] as const
