import { onOrAfter } from '../kernel/comparator.js'
import type { IsoDate } from '../kernel/calendar.js'
import { text } from '../kernel/text.js'
import { AMENDED, FIXED, plan, type Reader } from './document.js'

/** The rule that says whether the text held here speaks of a day; every function that takes a date shares it. */
export const versionRules = plan.rules({
  amendedText: {
    at: '108年1月31日函',
    also: ['壹拾參'],
    force: 'in-principle',
    decides: text('somebody who holds the text of 2015; it is not held here', '備有 104 年文本者；本程式庫未備該文本'),
    test: onOrAfter(AMENDED.on),
    says: text('The text held here speaks of a day {test}.', '本程式庫所載文本適用於{test}。'),
  },
})

export const planVersions = ['none', 'original2015', 'amended2019'] as const
export type PlanVersion = (typeof planVersions)[number]

/** The version of the plan on a day: none before 30 October 2015, the amended text from 31 January 2019 on. */
export function planVersionOn(day: IsoDate, reader: Reader): PlanVersion {
  reader.take('N-A1')
  if (day < FIXED.on) return 'none'
  return day < AMENDED.on ? 'original2015' : 'amended2019'
}
