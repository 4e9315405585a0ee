import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import type { FunctionEntry } from '../kernel/document.js'
import { parser } from '../kernel/input.js'
import { fromCents } from '../kernel/money.js'
import { text } from '../kernel/text.js'
import { ceilingRules, coordinatorFields, coordinatorFindings, coordinatorTotal, projectFindings } from './budget/ceilings.js'
import { auditFindings, coordinationCeiling, coordinationRules } from './budget/coordination.js'
import { addUp, budgetLists, lineRules, type BudgetSums } from './budget/lines.js'
import { dollarsOf, statedTotals, totalsOf } from './budget/totals.js'
import { tutorPayFindings } from './budget/tutor-pay.js'
import { tutorialMinutesPerWeek, tutorialRules, tutorialWeek } from './budget/tutorial-week.js'
import { expenditureRules } from './classify-expenditure.js'
import { tutorPayRules } from './compute-allowable-claim.js'
import { readings, type Options } from './document.js'
import { headings } from './expenditure-items.js'

const rules = { ...ceilingRules, ...coordinationRules, ...tutorialRules, ...tutorPayRules, ...lineRules, ...expenditureRules }

/** A budget as totals, as lines, or as both; what is left out is not judged. */
export const GrantBudgetInput = z.strictObject({ ...statedTotals, tutorialMinutesPerWeek, ...coordinatorFields, ...budgetLists })
export type GrantBudgetInput = z.input<typeof GrantBudgetInput>

const amount = z.number().nullable()

/** Amounts in Hong Kong dollars; `null` where neither a total nor lines were given. */
export const GrantBudgetFigures = z.strictObject({
  /** The sum applied for, whatever becomes of its lines. */
  projectGrant: amount,
  /** The grant for activities, of which the 10% is taken: without lines that are barred or undecided. */
  activityGrant: amount,
  /** Coordination and administration, likewise. */
  coordinationAndAdmin: amount,
  /** The most that coordination and administration may come to; `null` also while a line of the activities is undecided, or an audit fee that it turns on is not known. */
  coordinationCap: amount,
  auditFee: amount,
  /** The grants of all the coordinator's projects; `null` also while a fact that it needs is not known. */
  coordinatorTotal: amount,
  /** Minutes of tutorial service in a week, as A-C8 counts them; `null` also while they are not known. */
  tutorialMinutesPerWeek: z.int().nullable(),
  /** The funded lines by heading of the Appendix; `none` holds those that it has no heading for. */
  byHeading: z.record(z.enum([...headings, 'none']), z.number()).readonly().nullable(),
  /** What each activity applies for, in order. */
  activities: z.array(z.number()).readonly().nullable(),
  /** Lines that the guidelines bar. */
  barred: amount,
  /** Lines that turn on a fact which is not known. */
  undecided: amount,
})
export type GrantBudgetFigures = Readonly<z.output<typeof GrantBudgetFigures>>

/** The sums by heading, in dollars. */
const inDollars = (cents: BudgetSums['byHeading']): GrantBudgetFigures['byHeading'] => ({
  'App 1': fromCents(cents['App 1']),
  'App 2': fromCents(cents['App 2']),
  'App 3': fromCents(cents['App 3']),
  'App 4': fromCents(cents['App 4']),
  'App 5': fromCents(cents['App 5']),
  'App 6': fromCents(cents['App 6']),
  'App 7': fromCents(cents['App 7']),
  'App 8': fromCents(cents['App 8']),
  'App 9': fromCents(cents['App 9']),
  none: fromCents(cents.none),
})

const parse = parser(GrantBudgetInput)

/**
 * Whether a budget keeps to every cap of the guidelines, and which of its lines they bar.
 *
 * Totals are enough: what is left out is not judged, and a fact is reported as missing only where a rule needs it. Given
 * lines, each is ruled on as classifyExpenditure does, and added up in cents under its heading. A line that is barred is
 * reported and left out of the 10% on either side; a line in the wrong half of the budget is reported and counted in the
 * right one; a line that turns on a fact which is not known may count or not, and so may leave a cap open. What is left to
 * the Bureau counts as applied for. Every line counts towards the application, barred or not. Lines in order have no
 * finding of their own.
 *
 * Every ceiling may be reached: HK$2,500,000.00, 10% to the cent, HK$5,000.00, 270 minutes, the average pay, the
 * tutor-pay lines for all tutors together. One cent or minute more is a breach. A total and its parts that disagree are
 * a contradiction, not a finding. Minutes of a week are those of one student; whether a student attends two tutorial
 * activities is not known from their sessions.
 *
 * @param input totals, lines or both, as applied for, in Hong Kong dollars to the cent (each at most 1,000,000,000), at most
 * 10,000 lines and tutors in all; minutes per week
 * @param options another reading of A-C7 (10% of what), A-C8 (whose week), A-C19 (average pay), A-C20, A-C21, A-C24 (items),
 * A-C22 (audit fee) or A-C25 (the coordinator's total)
 * @returns the sums by heading and by half, the cap on coordination, what is barred and what is undecided
 * @throws InputError when a total and its parts disagree, the coordinator's projects leave this one out, there are more
 * groups than places, or an amount is negative or finer than a cent
 * @source CBP guidelines 2025/26 para 8(a), 8(d), App 1–9
 * @example
 * validateGrantBudget({ projectGrant: 2500000.01 }).findings[0].margin //=> -0.01
 * @example
 * validateGrantBudget({ activityGrant: 800000, coordinationAndAdmin: 80000, auditFee: 5000 }).value.coordinationCap //=> 80000
 */
export function validateGrantBudget(input: GrantBudgetInput, options?: Options): Answer<GrantBudgetFigures> {
  const budget = parse(input)
  const { activities, coordinationLines } = budget
  const reader = readings.reader(options)

  const sums = addUp(budget, reader)
  const totals = totalsOf(budget, sums)
  const coordinator = coordinatorTotal(budget, totals, reader)
  const week = tutorialWeek(activities ?? [], budget.tutorialMinutesPerWeek, reader)
  const coordinationPath = [coordinationLines === undefined ? 'coordinationAndAdmin' : 'coordinationLines']
  const coordination = coordinationCeiling(sums, totals, coordinationPath, reader)
  const findings = [
    ...projectFindings(budget, totals),
    ...coordinatorFindings(budget, coordinator),
    ...coordination.findings,
    ...auditFindings(totals, sums),
    ...week.findings,
    ...tutorPayFindings(activities ?? [], sums, reader),
    ...sums.findings,
  ]
  const hasLines = activities !== undefined || coordinationLines !== undefined
  return answer(
    {
      projectGrant: dollarsOf(totals.project),
      activityGrant: dollarsOf(totals.activity),
      coordinationAndAdmin: dollarsOf(totals.coordination),
      coordinationCap: dollarsOf(coordination.cap),
      auditFee: dollarsOf(totals.auditFee),
      coordinatorTotal: coordinator === undefined || coordinator.missing !== undefined ? null : fromCents(coordinator.least),
      tutorialMinutesPerWeek: week.minutes,
      byHeading: hasLines ? inDollars(sums.byHeading) : null,
      activities: activities === undefined ? null : sums.activities.map(({ all }) => fromCents(all)),
      barred: hasLines ? fromCents(sums.barred) : null,
      undecided: hasLines ? fromCents(sums.undecided) : null,
    },
    findings,
    reader.taken,
  )
}

export const validateGrantBudgetEntry = {
  name: 'validateGrantBudget',
  answers: text('Whether a budget keeps to the caps, and which lines are barred', '預算是否符合各項上限，哪些項目不獲資助'),
  input: GrantBudgetInput,
  value: GrantBudgetFigures,
  rules,
  run: validateGrantBudget,
} as const satisfies FunctionEntry
