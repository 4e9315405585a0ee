import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { absent, present } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { describedAs, known, listOf, yesOrNo } from '../kernel/fields.js'
import { parser } from '../kernel/input.js'
import { text } from '../kernel/text.js'
import { memorandum, readings, type Options, type Reader } from './document.js'
import {
  earlyReturn, EXTENSION, extensionFindings, firstMonths, minimumStay, monthCount, MOST_EXTENSIONS, planRules, STAY, sumOfMonths, type Step,
} from './short-stay.js'

const NONE = 0

const rules = {
  ...planRules,
  ...earlyReturn,
  ...memorandum.rules({
    reviewedJointly: {
      at: 'fn 1 s2',
      also: ['fn 1 s3'],
      force: 'mandatory',
      test: present(),
      says: text('Both sides have reviewed the plan.', '雙方已檢視支援計劃。'),
      next: text("review the plan together with the student's own school", '與原校一同檢視支援計劃'),
    },
    returnOnceGoalsReached: {
      at: 'fn 1 s2',
      also: ['fn 1 s3'],
      force: 'mandatory',
      test: absent(),
      says: text('A stay is lengthened only while its goals are not yet reached.', '未達支援計劃的目標，才延長支援期。'),
      next: text("arrange the student's return", '安排學生返回原校'),
    },
  }),
}

/** A stay so far, and what both sides found. */
export const ShortStayContinuationInput = z.strictObject({
  initialMonths: describedAs(firstMonths(), 'months agreed at first, whole or half, more than none', '最初商定的月數（可為半個月，不可為零）'),
  extensions: describedAs(
    listOf(monthCount(), MOST_EXTENSIONS),
    'months of each extension so far; empty when there is none',
    '至今每次延長的月數；沒有則留空',
  ),
  jointReview: describedAs(
    known(yesOrNo),
    'whether both sides have reviewed the plan; not needed once six months are up and nothing more is asked for',
    '雙方是否已檢視支援計劃；六個月已屆滿而不擬延長時毋須提供',
  ),
  goalsMet: describedAs(known(yesOrNo), 'whether they found the goals reached', '雙方是否認為已達目標'),
  requestedMonths: describedAs(
    known(monthCount()),
    'months of the extension asked for; 0 when none is; not needed once both sides found the goals reached',
    '擬延長的月數；沒有則為 0；雙方檢視後認為已達目標時毋須提供',
  ),
})
export type ShortStayContinuationInput = z.input<typeof ShortStayContinuationInput>

export const ShortStayContinuationFigures = z.strictObject({
  /** What follows; `null` while a fact that it turns on is not known. */
  action: z.enum(['reviewRequired', 'returnToOriginalSchool', 'extend', 'refuse']).nullable(),
  /** The months of the stay once that is done. */
  totalMonths: z.number(),
  /** The months that could still be added after that. */
  furtherMonths: z.number(),
})
export type ShortStayContinuationFigures = Readonly<z.output<typeof ShortStayContinuationFigures>>

type Stay = z.output<typeof ShortStayContinuationInput>

/** The months that may be added to a stay: up to three of extension and six in all, as A-S5 is read. */
function monthsLeft(initialMonths: number, extensions: readonly number[], reader: Reader): number {
  const reading = reader.take('A-S5')
  if (reading === 'oneExtension' && extensions.length > 0) return NONE
  const extended = sumOfMonths(extensions)
  const left = Math.min(STAY.most - initialMonths - extended, EXTENSION.most - extended)
  const least = reading === 'partMonths' ? NONE : EXTENSION.least
  return left >= least ? left : NONE
}

/** Whether an extension of so many months may be given when so many are left. */
const mayExtend = (asked: number, left: number, reader: Reader): boolean =>
  asked <= left && (asked >= EXTENSION.least || reader.take('A-S5') === 'partMonths')

const monthsSoFar = ({ initialMonths, extensions }: Stay): number => initialMonths + sumOfMonths(extensions)

/** Once six months are up and no more are asked for, the student returns without a review. */
const endsAtTheLimit = (stay: Stay): boolean => stay.requestedMonths === NONE && monthsSoFar(stay) >= STAY.most

/** Once both sides found the goals reached, the student returns, whatever is asked for. */
const endsWithTheGoals = ({ jointReview, goalsMet }: Stay): boolean => jointReview === true && goalsMet === true

/** What both sides' findings lead to; `null` while one that it turns on is not known. */
function decide(stay: Stay, reader: Reader): ShortStayContinuationFigures['action'] {
  const { initialMonths, extensions, jointReview, goalsMet, requestedMonths } = stay
  if (endsAtTheLimit(stay)) return 'returnToOriginalSchool'
  if (jointReview === false) return 'reviewRequired'
  if (jointReview == null) return null
  if (goalsMet === true || requestedMonths === NONE) return 'returnToOriginalSchool'
  if (goalsMet == null || requestedMonths == null) return null
  return mayExtend(requestedMonths, monthsLeft(initialMonths, extensions, reader), reader) ? 'extend' : 'refuse'
}

const parse = parser(ShortStayContinuationInput)

/**
 * What follows when the period of a short stay (短期暫讀計劃) comes to its end: a review, the return, or an extension.
 *
 * Nothing is decided before both sides have reviewed the plan, unless six months are up and no more are asked for: the
 * limit then decides, and the student returns. Goals reached: the student returns, whatever is asked for, and what is
 * asked for need not be known. Goals not reached: an extension of 1 to 3 months may be given, in one step or several, as
 * long as the extensions come to three months at most and the whole stay to six; the limits themselves are allowed. With
 * nothing asked for the student returns. A first period of more than three months departs from the principle and is for
 * the two sides to justify; one of less leaves no more than three months of extension all the same. A return before
 * three months needs the goals to be reached. Nobody judges here whether they are.
 *
 * @param input the months agreed at first and of each extension, whole or half, and what both sides found
 * @param options another reading of A-S4 (the minimum) or A-S5 (extensions)
 * @returns what follows, the months of the stay then, and the months that could still be added
 * @throws InputError when a number of months is missing, negative or not a whole or half number, or the first is 0
 * @source EDBCM 116/2025 fn 1 s1–s4, para 4(c)¶2 s1
 * @example
 * decideShortStayContinuation({ initialMonths: 3, extensions: [1], jointReview: false }).value.action //=> 'reviewRequired'
 * @example
 * decideShortStayContinuation({ initialMonths: 4, extensions: [1], requestedMonths: 1 }).value.furtherMonths //=> 1
 */
export function decideShortStayContinuation(input: ShortStayContinuationInput, options?: Options): Answer<ShortStayContinuationFigures> {
  const stay = parse(input)
  const { initialMonths, extensions, jointReview, goalsMet, requestedMonths } = stay
  const reader = readings.reader(options)
  const asked = goalsMet === true ? NONE : (requestedMonths ?? NONE)
  const steps = extensions.map((months, index): Step => ({ months, path: ['extensions', index] }))
  if (asked > NONE) steps.push({ months: asked, path: ['requestedMonths'] })

  const findings = [rules.firstPeriod.apply(initialMonths, ['initialMonths'])]
  if (!endsAtTheLimit(stay)) findings.push(rules.reviewedJointly.apply(jointReview, ['jointReview']))
  if (requestedMonths == null) {
    if (!endsWithTheGoals(stay)) findings.push(rules.extensionStep.unknown(['requestedMonths']))
  } else if (requestedMonths > NONE) {
    findings.push(rules.returnOnceGoalsReached.apply(goalsMet, ['goalsMet']))
  }
  const used = monthsSoFar(stay)
  const wholeStayPath = steps.at(-1)?.path ?? ['initialMonths']
  findings.push(...extensionFindings(steps, reader), rules.plannedSixMonths.apply(used + asked, wholeStayPath))

  const action = decide(stay, reader)
  if (action === 'returnToOriginalSchool') {
    const reached = rules.plannedThreeMonths.apply(used, wholeStayPath)
    findings.push(...minimumStay(rules.plannedThreeMonths, reached, goalsMet, reader))
    return answer({ action, totalMonths: used, furtherMonths: NONE }, findings, reader.taken)
  }
  const [totalMonths, given] = action === 'extend' ? [used + asked, [...extensions, asked]] : [used, extensions]
  return answer({ action, totalMonths, furtherMonths: monthsLeft(initialMonths, given, reader) }, findings, reader.taken)
}

export const decideShortStayContinuationEntry = {
  name: 'decideShortStayContinuation',
  answers: text('What follows at the end of the period of a short stay', '短期暫讀的支援期屆滿時如何處理'),
  input: ShortStayContinuationInput,
  value: ShortStayContinuationFigures,
  rules,
  run: decideShortStayContinuation,
} as const satisfies FunctionEntry
