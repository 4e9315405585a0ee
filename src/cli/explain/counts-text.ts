import type { Context } from '../context.js'
import { messages } from '../messages.js'
import type { Leaned } from './leaned.js'
import { explainMessages } from './messages.js'

/** How many golden answers lean on a reading, and as what they took it. */
export function countsText({ all, answers, taken }: Leaned, { say }: Context): string {
  const list = Object.entries(taken).map(([option, count]) => say(explainMessages.takenCount, { option, count }))
  return say(explainMessages.counts, { all, answers, taken: list.join(say(messages.semicolon)) })
}
