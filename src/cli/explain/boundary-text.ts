import { quantity, type Fact, type RuleData } from '../../catalogue.js'
import type { Context } from '../context.js'
import { messages } from '../messages.js'
import { boundaryOf, type Boundary } from './boundary.js'
import { explainMessages } from './messages.js'

/** A value of a rule as a person writes it. */
export function valueText(value: Fact, { unit }: RuleData, { locale, say }: Context): string {
  if (typeof value === 'boolean') return say(value ? messages.yes : messages.no)
  return typeof value === 'number' && unit !== null ? quantity(value, unit, locale) : String(value)
}

/** How far one value lies from the limit: `1 place more`, `1 day later`. */
function distanceText(steps: number, step: number, { unit }: RuleData, { locale, say }: Context): string {
  if (unit === null || unit === 'date') {
    return say(steps > 0 ? explainMessages.later : explainMessages.earlier, { amount: quantity(Math.abs(steps), 'day', locale) })
  }
  return say(steps > 0 ? explainMessages.more : explainMessages.less, { amount: quantity(Math.abs(steps) * step, unit, locale) })
}

function fixedText({ limitPasses, edges }: Extract<Boundary, { kind: 'fixed' }>, rule: RuleData, context: Context): string {
  const joined = (values: Iterable<Fact>): string => Array.from(values, (value) => valueText(value, rule, context)).join(context.say(explainMessages.and))
  const passing = new Set(edges.map(({ passes }) => passes))
  const values = { passes: joined(passing), fails: joined(edges.map(({ fails }) => fails)) }
  if (edges.length > 1) return context.say(passing.size === 1 ? explainMessages.onlyOne : explainMessages.span, values)
  return context.say(limitPasses ? explainMessages.upTo : explainMessages.beyond, values)
}

function caseText({ limitPasses, step, edges }: Extract<Boundary, { kind: 'case' }>, rule: RuleData, context: Context): string {
  const [edge] = edges
  if (edge === undefined || edges.length > 1) return context.say(explainMessages.spanCase)
  const distance = distanceText(limitPasses ? edge.fails : edge.passes, step, rule, context)
  return context.say(limitPasses ? explainMessages.upToCase : explainMessages.beyondCase, { distance })
}

/** Whether the limit itself is allowed, the last value that passes and the first that does not, in words. */
export function boundaryText(rule: RuleData, context: Context): string {
  const boundary = boundaryOf(rule)
  switch (boundary.kind) {
    case 'fixed':
      return fixedText(boundary, rule, context)
    case 'case':
      return caseText(boundary, rule, context)
    case 'stated':
      return context.say(explainMessages.anythingStated)
    case 'list': {
      const [only] = boundary.passes
      if (typeof only === 'boolean') return context.say(only ? explainMessages.yesPasses : explainMessages.noPasses)
      const list = boundary.passes.map((value) => valueText(value, rule, context)).join(context.say(messages.semicolon))
      return context.say(explainMessages.onlyListed, { list })
    }
  }
}
