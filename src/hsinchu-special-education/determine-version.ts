import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import type { FunctionEntry } from '../kernel/document.js'
import { date, describedAs } from '../kernel/fields.js'
import { parser } from '../kernel/input.js'
import { text } from '../kernel/text.js'
import { readings, type Options } from './document.js'
import { COMMENCEMENT, readingMattersOn, Version } from './versions.js'

/** The provisions of the Special Education Act that either text is made under. @source Art. 1, former Art. 1 */
const enablingProvisions = {
  former: ['SEA(former) Art. 11(3)', 'SEA(former) Art. 40(3)'],
  amended2024: ['SEA Art. 13(4)'],
} as const

/** The day that a version is sought for. */
export const VersionInput = z.strictObject({
  onDate: describedAs(date(), 'the day asked about', '所問之日期'),
})
export type VersionInput = z.input<typeof VersionInput>

export const VersionFigures = z.strictObject({
  /** The text in force on that day. */
  version: Version,
  /** The day from which it is in force; `null` for the former text, whose date this document does not hold. */
  effectiveFrom: z.string().nullable(),
  /** The provisions of the Special Education Act that it cites as its basis. */
  enablingProvisions: z.array(z.string()).readonly(),
  /** The day lies between the two readings of commencement. */
  readingMatters: z.boolean(),
})
export type VersionFigures = Readonly<z.output<typeof VersionFigures>>

const parse = parser(VersionInput)

/**
 * Which text of the regulations is in force on a day.
 *
 * The day of commencement itself has the 2024 text; the day before has the former one. Taken as the third day, the day
 * of promulgation being the first, commencement is 12 September 2024; taken literally it is 10 September, so that the
 * reading decides the 10th and the 11th and no other day. The former text reaches back without a limit: its own date is
 * not in this document.
 *
 * @param input the day, from 1900 to 2199
 * @param options another reading of H-A1 (commencement)
 * @returns the text in force, from when, and under what authority
 * @throws InputError when the day is missing or is not a date
 * @source Hsinchu special education programme regulations (2024) Arts. 1, 16, order header; former Arts. 1, 11
 * @example
 * determineVersion({ onDate: '2024-09-12' }).value.version //=> 'amended2024'
 * @example
 * determineVersion({ onDate: '2024-09-11' }).value.readingMatters //=> true
 */
export function determineVersion(input: VersionInput, options?: Options): Answer<VersionFigures> {
  const { onDate } = parse(input)
  const reader = readings.reader(options)

  const commencement = COMMENCEMENT[reader.take('H-A1')]
  const version = onDate < commencement ? 'former' : 'amended2024'
  if (version === 'amended2024') reader.take('H-A25')
  const figures = {
    version,
    effectiveFrom: version === 'former' ? null : commencement,
    enablingProvisions: enablingProvisions[version],
    readingMatters: readingMattersOn(onDate),
  } as const
  return answer(figures, [], reader.taken)
}

export const determineVersionEntry = {
  name: 'determineVersion',
  answers: text('Which text of the regulations is in force on a day', '某日適用修正前或 113 年修正之條文'),
  input: VersionInput,
  value: VersionFigures,
  rules: {},
  run: determineVersion,
} as const satisfies FunctionEntry
