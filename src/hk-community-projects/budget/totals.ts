import type * as z from 'zod'
import { describedAs, known, money } from '../../kernel/fields.js'
import { reject, type Path } from '../../kernel/input.js'
import { fromCents, toCents } from '../../kernel/money.js'
import { quantity, text } from '../../kernel/text.js'
import { MOST_AMOUNT, type BudgetSums, type Lists } from './lines.js'

const dollars = () => known(money().max(MOST_AMOUNT))

const notTheSum = text('must be what its parts come to', '須等於各部分之和')
const lessThanAPart = text('must not be less than a part of it', '不得少於其中一部分')
const moreThanCoordination = text('must not be more than coordination and administration, of which it is part', '屬統籌及行政費用的一部分，不得多於該數')

/** The totals of a budget, as the NGO states them. */
export const statedTotals = {
  projectGrant: describedAs(dollars(), 'the whole grant applied for, in Hong Kong dollars', '申請撥款總額（港元）', notTheSum, lessThanAPart),
  activityGrant: describedAs(dollars(), 'what of it is for activities', '其中的活動撥款', notTheSum),
  coordinationAndAdmin: describedAs(
    dollars(),
    'what of it is for coordination and administration, the audit fee included',
    '其中的統籌及行政費用，包括核數費用',
    notTheSum,
  ),
  auditFee: describedAs(dollars(), 'what of that is the audit fee', '其中的核數費用', notTheSum, moreThanCoordination),
}
type Stated = z.output<z.ZodObject<typeof statedTotals>>

/** An amount in cents; `undefined` while not known. */
export type Cents = number | undefined

const centsOf = (amount: number | null | undefined): Cents => (amount == null ? undefined : toCents(amount))
export const dollarsOf = (cents: Cents): number | null => (cents === undefined ? null : fromCents(cents))

/** A stated total and what it is made of must agree. */
function mustAgree(name: string, stated: Cents, parts: Cents): void {
  if (stated === undefined || parts === undefined || stated === parts) return
  const total = fromCents(stated)
  const sum = fromCents(parts)
  reject([name], text(
    `${notTheSum.en}, ${quantity(sum, 'HKD', 'en')}; found ${quantity(total, 'HKD', 'en')}`,
    `${notTheSum['zh-Hant']} ${quantity(sum, 'HKD', 'zh-Hant')}；但得到 ${quantity(total, 'HKD', 'zh-Hant')}`,
  ))
}

/** The sums that the caps are held against, in cents. */
export interface Totals {
  readonly project: Cents
  /** What of the project is known while the whole is not. */
  readonly projectAtLeast: number
  /** Without lines that are barred or undecided. */
  readonly activity: Cents
  readonly coordination: Cents
  readonly auditFee: Cents
}

export const plus = (a: Cents, b: number): Cents => (a === undefined ? undefined : a + b)

/** Puts stated totals and lines together: they must agree, and a half without lines is what its total says. */
export function totalsOf(budget: Stated & Lists, sums: BudgetSums): Totals {
  const { activities, coordinationLines } = budget
  const { standing, counted } = sums
  const project = centsOf(budget.projectGrant)
  const statedActivity = centsOf(budget.activityGrant)
  const statedCoordination = centsOf(budget.coordinationAndAdmin)
  const statedAudit = centsOf(budget.auditFee)
  if (activities !== undefined) mustAgree('activityGrant', statedActivity, standing.activity)
  if (coordinationLines !== undefined) {
    mustAgree('coordinationAndAdmin', statedCoordination, standing.coordination)
    mustAgree('auditFee', statedAudit, sums.auditStanding)
  }
  const coordination = coordinationLines === undefined ? statedCoordination : standing.coordination
  const activity = activities === undefined ? statedActivity : standing.activity
  const known = (activity ?? 0) + (coordination ?? 0)
  const whole = activity === undefined || coordination === undefined ? undefined : known
  mustAgree('projectGrant', project, whole)
  if (project !== undefined && project < known) reject(['projectGrant'], lessThanAPart)
  if (statedAudit !== undefined && statedCoordination !== undefined && statedAudit > statedCoordination) {
    reject(['auditFee'], moreThanCoordination)
  }
  const rest = project === undefined || coordination === undefined ? undefined : project - coordination
  return {
    project: project ?? whole,
    projectAtLeast: known,
    activity: activities === undefined ? plus(activity ?? rest, counted.activity) : counted.activity,
    coordination: coordinationLines === undefined ? plus(coordination, counted.coordination) : counted.coordination,
    auditFee: coordinationLines === undefined ? plus(statedAudit, sums.auditFee) : sums.auditFee,
  }
}

/** A sum that depends on facts which are not known: from the least to the most, with the first such fact. */
export interface Span {
  readonly least: number
  readonly most: number
  readonly missing: Path | undefined
}
