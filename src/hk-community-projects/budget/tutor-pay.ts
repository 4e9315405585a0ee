import { flatMap } from '../../kernel/list.js'
import { fromCents, sumOfMoney } from '../../kernel/money.js'
import type { Finding } from '../../kernel/rule.js'
import { averagePay, payAsRead, tutorPayRules } from '../compute-allowable-claim.js'
import type { Reader } from '../document.js'
import type { BudgetActivity, BudgetSums } from './lines.js'

const rule = tutorPayRules.tutorPayAverage

type ActivitySums = BudgetSums['activities'][number]

/** The tutor-pay lines of an activity, in dollars, with its MPF lines where these count. */
const ceilingOf = ({ tutorPay, tutorMpf }: ActivitySums, mpfCounts: boolean): number =>
  fromCents(mpfCounts ? tutorPay + tutorMpf : tutorPay)

/** Appendix 1: the pay of each tutor against the average of the tutor-pay lines of the activity, or of the whole project. */
export function tutorPayFindings(activities: readonly BudgetActivity[], sums: BudgetSums, reader: Reader): readonly Finding[] {
  const employers = flatMap(activities, ({ tutors }, index) => {
    const own = sums.activities[index]
    return tutors === undefined || own === undefined ? [] : [{ tutors, own, path: ['activities', index, 'tutors'] }]
  })
  if (employers.length === 0) return []

  const reading = reader.take('A-C19')
  const mpfCounts = reading === 'mpfInside'
  const ofProject = {
    ceiling: sumOfMoney(employers.map(({ own }) => ceilingOf(own, mpfCounts))),
    tutors: employers.reduce((all, { tutors }) => all + tutors.count, 0),
  }
  return flatMap(employers, ({ tutors, own, path }) => {
    const pay = payAsRead(tutors, mpfCounts, path)
    const average = reading === 'wholeProject'
      ? averagePay(ofProject.ceiling, ofProject.tutors)
      : averagePay(ceilingOf(own, mpfCounts), reading === 'actualTutors' ? pay.length : tutors.count)
    return pay.map((each, index) => rule.apply(each, each === undefined ? [...path, 'mpf'] : [...path, 'pay', index], average))
  })
}
