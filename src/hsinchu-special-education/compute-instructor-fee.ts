import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { stated } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { count, describedAs, known, wholeDollars } from '../kernel/fields.js'
import { parser } from '../kernel/input.js'
import { text } from '../kernel/text.js'
import { readings, regulations, type Options } from './document.js'
import { onDate, Version, versionOn } from './versions.js'

/** The standards that the fees follow, which this text names and does not repeat. @source Art. 8(4), former Art. 8(2) */
const governingStandards = {
  hourlyTeaching: 'publicSchoolPartTimeAndSubstituteHourlyPayStandard',
  lecture: 'civilServiceLectureFeeRules',
} as const

/** Keeps the product exact; no text sets it. */
const MOST_UNITS = 100_000

const unitsStated = {
  force: 'mandatory',
  test: stated(),
  says: text('The periods or hours taught are {test}.', '節數或時數{test}。'),
} as const
const rateStated = {
  force: 'mandatory',
  test: stated(),
  says: text('The rate of the standard is {test}.', '支給基準之費率{test}。'),
  next: text('take the rate from the standard in force; the regulations hold none', '依現行支給基準提供費率；本辦法未定'),
} as const

const rules = regulations.rules({
  unitsStated: { at: '第8條第4項', ...unitsStated },
  rateStated: { at: '第8條第4項', ...rateStated },
  formerUnitsStated: { at: '舊第8條第2項', ...unitsStated },
  formerRateStated: { at: '舊第8條第2項', ...rateStated },
})

/** What an instructor taught, at which rate. */
export const InstructorFeeInput = z.strictObject({
  onDate,
  feeKind: describedAs(z.enum(['hourlyTeaching', 'lecture']), 'the fee: hourly teaching or a lecture', '費用類別：鐘點費或講座費'),
  units: describedAs(known(count(MOST_UNITS)), 'periods or hours, 0 or more', '節數或時數'),
  ratePerUnit: describedAs(known(wholeDollars()), 'NT$ for each, from the standard in force', '每節（時）新臺幣金額，依現行基準'),
})
export type InstructorFeeInput = z.input<typeof InstructorFeeInput>

export const InstructorFeeFigures = z.strictObject({
  version: Version,
  /** The standard that the rate must come from. */
  governingStandard: z.enum(['publicSchoolPartTimeAndSubstituteHourlyPayStandard', 'civilServiceLectureFeeRules']),
  /** NT$; `null` while units or rate are not known. */
  amount: z.int().nullable(),
  /** Special experts may always be hired. */
  specialExpertHirePermitted: z.literal(true),
})
export type InstructorFeeFigures = Readonly<z.output<typeof InstructorFeeFigures>>

const parse = parser(InstructorFeeInput)

/**
 * What an instructor of a programme is paid, and under which standard.
 *
 * The regulations hold no rate: hourly teaching follows the standard for part-time and substitute teachers of public
 * schools, a lecture the rules on lecture fees. The rate is the caller's; nothing is taught for nothing, so that 0 units
 * pay 0. Units or a rate that are left out leave the amount open.
 *
 * @param input units, 0 to 100,000, and a rate in whole NT$
 * @param options H-A13 (whose fee, which rate) has one reading only
 * @returns the amount in NT$ and the standard
 * @throws InputError when the kind of fee is missing, or units or rate are negative or not whole
 * @source Hsinchu special education programme regulations (2024) Art. 8(3), (4); former Art. 8
 * @example
 * computeInstructorFee({ feeKind: 'hourlyTeaching', units: 20, ratePerUnit: 336 }).value.amount //=> 6720
 */
export function computeInstructorFee(input: InstructorFeeInput, options?: Options): Answer<InstructorFeeFigures> {
  const { onDate: day, feeKind, units, ratePerUnit } = parse(input)
  const reader = readings.reader(options)
  const version = versionOn(day, reader)
  reader.take('H-A13')

  const former = version === 'former'
  const findings = [
    (former ? rules.formerUnitsStated : rules.unitsStated).apply(units, ['units']),
    (former ? rules.formerRateStated : rules.rateStated).apply(ratePerUnit, ['ratePerUnit']),
  ]
  const amount = units == null || ratePerUnit == null ? null : units * ratePerUnit
  const figures = { version, governingStandard: governingStandards[feeKind], amount, specialExpertHirePermitted: true } as const
  return answer(figures, findings, reader.taken)
}

export const computeInstructorFeeEntry = {
  name: 'computeInstructorFee',
  answers: text('What an instructor of a programme is paid, and under which standard', '方案教師之鐘點費或講座費及其依據'),
  input: InstructorFeeInput,
  value: InstructorFeeFigures,
  rules,
  run: computeInstructorFee,
} as const satisfies FunctionEntry
