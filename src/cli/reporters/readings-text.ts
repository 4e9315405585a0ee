import type { Answer } from '../../catalogue.js'
import type { Context } from '../context.js'
import { messages } from '../messages.js'

/** The readings that could have been otherwise: `A-E9=justifiedOnly (or allAbsence)`; empty when there are none. */
export function readingsText({ readings }: Answer<unknown>, { say }: Context): string {
  const open = readings.filter(({ alternatives }) => alternatives.length > 0)
  if (open.length === 0) return ''
  const list = open.map(({ id, taken, alternatives }) =>
    say(messages.readingTaken, { reading: `${id}=${taken}`, others: alternatives.join(', ') }),
  )
  return say(messages.readAs, { list: list.join(', ') })
}
