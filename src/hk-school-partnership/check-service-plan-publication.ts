import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import type { IsoDate } from '../kernel/calendar.js'
import { between, given } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { date, describedAs, known, schoolYear } from '../kernel/fields.js'
import { parser } from '../kernel/input.js'
import { text } from '../kernel/text.js'
import { coverage } from './coverage.js'
import { memorandum, readings, type Options } from './document.js'

/** Late June to mid-July as A-S2 reads it, as month and day. @source para 4 chapeau s2, para 5 chapeau */
const windows = {
  wide: { start: '06-21', end: '07-20' },
  narrow: { start: '06-30', end: '07-15' },
} as const

const rules = {
  ...coverage,
  ...memorandum.rules({
    postedInSeason: {
      at: '4 chapeau s2',
      also: ['5 chapeau'],
      force: 'advisory',
      test: between(given('around late June to mid-July before the school year', '約於學年開始前的 6 月底至 7 月中')),
      says: text("The coming year's services are posted on the centre's website {test}.", '新學年的服務上載至資源中心網頁的日子：{test}。'),
    },
  }),
}

export const ServicePlanPublicationInput = z.strictObject({
  schoolYear: describedAs(schoolYear(), 'the school year that the services are for', '服務所屬的學年'),
  publishedOn: describedAs(known(date()), 'the day on which they were posted', '上載當日'),
})
export type ServicePlanPublicationInput = z.input<typeof ServicePlanPublicationInput>

export const ServicePlanPublicationFigures = z.strictObject({
  /** Where the day lies; `null` while it is not known. */
  status: z.enum(['before', 'within', 'after']).nullable(),
  /** The first and the last day of the season. */
  windowStart: z.iso.date(),
  windowEnd: z.iso.date(),
})
export type ServicePlanPublicationFigures = Readonly<z.output<typeof ServicePlanPublicationFigures>>

function statusOf(day: IsoDate | null | undefined, windowStart: IsoDate, windowEnd: IsoDate): ServicePlanPublicationFigures['status'] {
  if (day == null) return null
  if (day < windowStart) return 'before'
  return day <= windowEnd ? 'within' : 'after'
}

const parse = parser(ServicePlanPublicationInput)

/**
 * Whether a resource centre of either mode posts its services for a school year in the season that the text suggests.
 *
 * The text says only "around" late June to mid-July, so the answer is advice and never a breach. The season lies in
 * the calendar year in which the school year begins; its first and last day belong to it. A day that is not known is
 * advice too. What the services contain is not checked.
 *
 * @param input the school year that the services are for, and the day on which they were posted
 * @param options another reading of A-S2 (the days meant)
 * @returns the season, and whether the day lies before, within or after it
 * @throws InputError when the school year or the date is malformed
 * @source EDBCM 116/2025 para 4 chapeau s2, para 5 chapeau; title
 * @example
 * checkServicePlanPublication({ schoolYear: '2025/26', publishedOn: '2025-06-20' }).value.status //=> 'before'
 * @example
 * checkServicePlanPublication({ schoolYear: '2026/27' }).value.windowEnd //=> '2026-07-20'
 */
export function checkServicePlanPublication(input: ServicePlanPublicationInput, options?: Options): Answer<ServicePlanPublicationFigures> {
  const { schoolYear, publishedOn } = parse(input)
  const reader = readings.reader(options)
  const { start, end } = windows[reader.take('A-S2')]
  const year = schoolYear.slice(0, 'YYYY'.length)
  const windowStart = `${year}-${start}`
  const windowEnd = `${year}-${end}`
  const findings = [
    rules.postedInSeason.apply(publishedOn, ['publishedOn'], [windowStart, windowEnd]),
    rules.spokenOfYear.apply(schoolYear, ['schoolYear']),
  ]
  return answer({ status: statusOf(publishedOn, windowStart, windowEnd), windowStart, windowEnd }, findings, reader.taken)
}

export const checkServicePlanPublicationEntry = {
  name: 'checkServicePlanPublication',
  answers: text('Whether a centre posts its services in the suggested season', '資源中心是否在建議時段公布服務'),
  input: ServicePlanPublicationInput,
  value: ServicePlanPublicationFigures,
  rules,
  run: checkServicePlanPublication,
} as const satisfies FunctionEntry
