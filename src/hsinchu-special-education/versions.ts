import * as z from 'zod'
import { addDays, type IsoDate } from '../kernel/calendar.js'
import type { Fact } from '../kernel/comparator.js'
import { date, describedAs, known } from '../kernel/fields.js'
import type { Path } from '../kernel/input.js'
import type { Finding, Rule } from '../kernel/rule.js'
import { ORDER, type Reader } from './document.js'

/** The text that was replaced, and the one in force since 2024. */
export const Version = z.enum(['former', 'amended2024'])
export type Version = z.output<typeof Version>

/** The third day counts the day of promulgation as the first (Local Government Act 32 IV). */
const THIRD_DAY = 3

/** The day on which the 2024 text took effect, by the reading of H-A1. @source Art. 16 */
export const COMMENCEMENT = {
  thirdDay: addDays(ORDER.date, THIRD_DAY - 1),
  promulgationDay: ORDER.date,
} as const satisfies Readonly<Record<string, IsoDate>>

/** Whether a day lies between the two readings of commencement, so that the text in force depends on the reading. */
export const readingMattersOn = (day: IsoDate): boolean => day >= COMMENCEMENT.promulgationDay && day < COMMENCEMENT.thirdDay

/** The date that a question is about; every input has it. */
export const onDate = describedAs(
  known(date()),
  'the day asked about: it decides between the former and the 2024 text; left out, reading H-V1 decides',
  '所問之日期：據以決定適用修正前或 113 年條文；未提供時依 H-V1',
)

function inForceOn(day: IsoDate, reader: Reader): Version {
  const commencement = readingMattersOn(day) ? COMMENCEMENT[reader.take('H-A1')] : COMMENCEMENT.thirdDay
  return day < commencement ? 'former' : 'amended2024'
}

/** The text in force on a day, which readings are cited from. The day of commencement itself has the 2024 text. */
export function versionOn(day: IsoDate | null | undefined, reader: Reader): Version {
  const version = day == null ? reader.take('H-V1') : inForceOn(day, reader)
  reader.prefer((at) => at.startsWith('舊') === (version === 'former'))
  return version
}

/**
 * Applies a demand that hangs on a condition. While the condition is not known, a fact that meets the demand passes
 * all the same; any other fact waits for the condition.
 */
export function applyWhen<F extends Fact>(
  condition: boolean | null | undefined,
  conditionPath: Path,
  rule: Rule<F, void>,
  fact: F | null | undefined,
  path: Path,
): readonly Finding[] {
  if (condition === false) return []
  const finding = rule.apply(fact, path)
  return [condition == null && finding.met !== true ? rule.unknown(conditionPath) : finding]
}
