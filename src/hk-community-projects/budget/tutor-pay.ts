import { flatMap } from '../../kernel/list.js'
import { fromCents, sumOfMoney } from '../../kernel/money.js'
import type { Finding } from '../../kernel/rule.js'
import { averagePay, payAsRead, payTogether, tutorPayRules } from '../compute-allowable-claim.js'
import type { Reader } from '../document.js'
import type { BudgetActivity, BudgetSums } from './lines.js'

const rule = tutorPayRules.tutorPayAverage

type ActivitySums = BudgetSums['activities'][number]

/** The tutor-pay lines of an activity, in dollars, with its MPF lines where these count. */
const ceilingOf = ({ tutorPay, tutorMpf }: ActivitySums, mpfCounts: boolean): number =>
  fromCents(mpfCounts ? tutorPay + tutorMpf : tutorPay)

/**
 * Appendix 1: against the tutor-pay lines of an activity, or of the whole project, the pay of each tutor by their
 * average and all pay by their sum.
 */
export function tutorPayFindings(activities: readonly BudgetActivity[], sums: BudgetSums, reader: Reader): readonly Finding[] {
  const employers = flatMap(activities, ({ tutors }, index) => {
    const own = sums.activities[index]
    return tutors === undefined || own === undefined ? [] : [{ tutors, own, path: ['activities', index, 'tutors'] }]
  })
  if (employers.length === 0) return []

  const reading = reader.take('A-C19')
  const mpfCounts = reading === 'mpfInside'
  const ofWhole = reading === 'wholeProject'
  const ofProject = {
    ceiling: sumOfMoney(employers.map(({ own }) => ceilingOf(own, mpfCounts))),
    tutors: employers.reduce((all, { tutors }) => all + tutors.count, 0),
  }
  const findings = flatMap(employers, ({ tutors, own, path }) => {
    const ceiling = ceilingOf(own, mpfCounts)
    const pay = payAsRead(tutors, mpfCounts, path)
    const average = ofWhole
      ? averagePay(ofProject.ceiling, ofProject.tutors)
      : averagePay(ceiling, reading === 'actualTutors' ? pay.length : tutors.count)
    const missing = [...path, 'mpf']
    const one = pay.map((each, index) => rule.apply(each, each === undefined ? missing : [...path, 'pay', index], average))
    return ofWhole ? one : [...one, ...payTogether(pay, ceiling, [...path, 'pay'], missing)]
  })
  if (!ofWhole) return findings
  const allPay = flatMap(employers, ({ tutors }) => tutors.pay)
  const everywhere = ['activities']
  return [...findings, ...payTogether(allPay, ofProject.ceiling, everywhere, everywhere)]
}
