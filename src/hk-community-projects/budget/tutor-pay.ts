import { fromCents } from '../../kernel/money.js'
import type { Finding } from '../../kernel/rule.js'
import { averagePay, payAsRead, tutorPayRules } from '../compute-allowable-claim.js'
import type { Reader } from '../document.js'
import type { BudgetActivity, BudgetSums } from './lines.js'

/** Appendix 1: the pay of each tutor against the average of the tutor-pay lines of the activity, or of the whole project. */
export function tutorPayFindings(activities: readonly BudgetActivity[], sums: BudgetSums, reader: Reader): readonly Finding[] {
  const withTutors = activities.flatMap(({ tutors }, index) => (tutors === undefined ? [] : [{ tutors, index, lines: sums.activities[index] }]))
  if (withTutors.length === 0) return []

  const reading = reader.take('A-C19')
  const mpfCounts = reading === 'mpfInside'
  const ceilingOf = (lines: BudgetSums['activities'][number] | undefined): number => (lines?.tutorPay ?? 0) + (mpfCounts ? (lines?.tutorMpf ?? 0) : 0)
  const ceilingOfAll = withTutors.reduce((cents, { lines }) => cents + ceilingOf(lines), 0)
  const tutorsOfAll = withTutors.reduce((all, { tutors }) => all + tutors.count, 0)
  return withTutors.flatMap(({ tutors, index, lines }) => {
    const path = ['activities', index, 'tutors']
    const pay = payAsRead(tutors, mpfCounts, path)
    if (pay.length === 0) return []
    const average = reading === 'wholeProject'
      ? averagePay(fromCents(ceilingOfAll), tutorsOfAll)
      : averagePay(fromCents(ceilingOf(lines)), reading === 'actualTutors' ? pay.length : tutors.count)
    return pay.map((each, tutor) => tutorPayRules.tutorPayAverage.apply(each, each === undefined ? [...path, 'mpf'] : [...path, 'pay', tutor], average))
  })
}
