import * as z from 'zod'
import { atLeast, atMost, present, within } from '../kernel/comparator.js'
import type { Path } from '../kernel/input.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { memorandum, type Reader } from './document.js'

/** The least and the most months of a stay. @source para 4(c)¶2 s1, fn 1 s4 */
export const STAY = { least: 3, most: 6 } as const
/** The most months that are agreed at first, in principle. @source fn 1 s1 */
export const FIRST_PERIOD = 3
/** The least and the most months by which a stay is lengthened. @source fn 1 s3 */
export const EXTENSION = { least: 1, most: 3 } as const
const ONE_STEP = 1

/** Bounds that only keep an input finite; no text sets them. */
const MOST_MONTHS = 120
export const MOST_EXTENSIONS = 100
const HALF = 0.5

/** A number of months, whole or half; the text counts in months and does not say that they are whole. */
export const monthCount = (): z.ZodNumber => z.number().min(0).max(MOST_MONTHS).multipleOf(HALF).overwrite((value) => value + 0)

/** The months agreed at first: a period of no time is none. */
export const firstMonths = (): z.ZodNumber => z.number().min(HALF).max(MOST_MONTHS).multipleOf(HALF)

/** What a stay planned in months must keep to. */
export const planRules = memorandum.rules({
  plannedThreeMonths: {
    at: '4(c)¶2 s1 period',
    force: 'mandatory',
    test: atLeast(STAY.least, 'month'),
    says: text('The planned stay comes to {test}.', '計劃的支援期合共{test}。'),
    next: text('plan a longer stay, or record that both sides found the goals reached', '安排較長的支援期，或記錄雙方檢視後認為已達目標'),
  },
  plannedSixMonths: {
    at: 'fn 1 s4',
    also: ['4(c)¶2 s1 period'],
    force: 'mandatory',
    test: atMost(STAY.most, 'month'),
    says: text('With its extensions the planned stay comes to {test}.', '連同延長期，計劃的支援期合共{test}。'),
    next: text('end the stay at the limit; the student returns', '支援期屆滿即告結束，安排學生返回原校'),
  },
  firstPeriod: {
    at: 'fn 1 s1',
    force: 'in-principle',
    decides: text("the resource centre and the student's own school", '資源中心與原校'),
    test: atMost(FIRST_PERIOD, 'month'),
    says: text('The period agreed at first is {test}.', '最初商定的支援期{test}。'),
    next: text(`agree ${FIRST_PERIOD} months first and review before lengthening`, `先以 ${FIRST_PERIOD} 個月為期，檢視後才延長`),
  },
  extensionStep: {
    at: 'fn 1 s3',
    force: 'mandatory',
    test: within(EXTENSION.least, EXTENSION.most, 'month'),
    says: text('A stay is lengthened by {test} at a time.', '每次延長{test}。'),
  },
  extensionsTogether: {
    at: 'fn 1 s3',
    force: 'mandatory',
    test: atMost(EXTENSION.most, 'month'),
    says: text('The extensions of a stay come to {test} together.', '延長期合共{test}。'),
  },
  oneExtensionOnly: {
    at: 'fn 1 s3',
    force: 'mandatory',
    test: atMost(ONE_STEP, 'step'),
    says: text('A stay is lengthened in {test}.', '支援期分步延長，{test}。'),
  },
})

/** The way in which a stay may end before three months. */
export const earlyReturn = memorandum.rules({
  goalsReachedEarly: {
    at: 'fn 1 s2',
    force: 'alternative',
    test: present(),
    says: text('A stay that ends sooner does so because both sides found the goals reached.', '支援期提早結束，是因雙方檢視後認為已達目標。'),
  },
})

/** The part of a rule that says that a fact is missing. */
interface Asking {
  unknown(path: Path): Finding
}

/**
 * The minimum of a stay: three months, or fewer as A-S4 is read.
 * @param reached whether the stay comes to three months
 */
export function minimumStay(rule: Asking, reached: Finding, goalsMet: boolean | null | undefined, reader: Reader): readonly Finding[] {
  if (reached.met === true) return [reached]
  const reading = reader.take('A-S4')
  if (reading === 'noFloor') return []
  if (reading === 'absoluteFloor') return [reached]
  if (goalsMet == null) return [rule.unknown(['goalsMet'])]
  const early = earlyReturn.goalsReachedEarly.apply(goalsMet, ['goalsMet'])
  return goalsMet ? [early] : [reached, early]
}

/** One lengthening of a stay, and where it stands in the input. */
export interface Step {
  readonly months: number
  readonly path: Path
}

export const sumOfMonths = (months: readonly number[]): number => months.reduce((sum, each) => sum + each, 0)

/** Footnote 1, third sentence: each step, and the steps together, as A-S5 is read. */
export function extensionFindings(steps: readonly Step[], reader: Reader): readonly Finding[] {
  const last = steps.at(-1)
  if (last === undefined) return []
  const findings = [planRules.extensionsTogether.apply(sumOfMonths(steps.map(({ months }) => months)), last.path)]
  const reading = reader.take('A-S5')
  if (reading === 'oneExtension') findings.push(planRules.oneExtensionOnly.apply(steps.length, last.path))
  if (reading !== 'partMonths') findings.push(...steps.map(({ months, path }) => planRules.extensionStep.apply(months, path)))
  return findings
}
