/** A rule as a formula, written once and then put into the words of each engine. */
export type Expression =
  | string
  | number
  | { readonly percent: number }
  | { readonly plus: readonly Expression[] }
  | { readonly minus: readonly [Expression, Expression] }
  | { readonly times: readonly [Expression, Expression] }
  | { readonly over: readonly [Expression, Expression] }
  | { readonly least: readonly Expression[] }
  | { readonly most: readonly Expression[] }
  | { readonly round: Way; readonly places: 0 | 2; readonly of: Expression }
  | { readonly compare: '<' | '<=' | '>' | '>=' | '='; readonly sides: readonly [Expression, Expression] }
  | { readonly when: Expression; readonly then: Expression; readonly otherwise: Expression }

export type Way = 'floor' | 'nearest' | 'ceiling'

/** A name stands for a fact. */
export const percentOf = (percent: number, whole: Expression): Expression => ({ times: [whole, { percent }] })
export const plus = (...parts: readonly Expression[]): Expression => ({ plus: parts })
export const minus = (a: Expression, b: Expression): Expression => ({ minus: [a, b] })
export const times = (a: Expression, b: Expression): Expression => ({ times: [a, b] })
export const over = (a: Expression, b: Expression): Expression => ({ over: [a, b] })
export const least = (...of: readonly Expression[]): Expression => ({ least: of })
export const most = (...of: readonly Expression[]): Expression => ({ most: of })
export const whole = (round: Way, of: Expression): Expression => ({ round, places: 0, of })
export const toTheCent = (round: Way, of: Expression): Expression => ({ round, places: 2, of })
export const atMost = (a: Expression, b: Expression): Expression => ({ compare: '<=', sides: [a, b] })
export const atLeast = (a: Expression, b: Expression): Expression => ({ compare: '>=', sides: [a, b] })
export const moreThan = (a: Expression, b: Expression): Expression => ({ compare: '>', sides: [a, b] })
export const lessThan = (a: Expression, b: Expression): Expression => ({ compare: '<', sides: [a, b] })
export const equals = (a: Expression, b: Expression): Expression => ({ compare: '=', sides: [a, b] })
export const when = (condition: Expression, then: Expression, otherwise: Expression): Expression => ({ when: condition, then, otherwise })
