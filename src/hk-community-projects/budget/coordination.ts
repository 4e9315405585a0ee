import { atMost, share } from '../../kernel/comparator.js'
import type { Path } from '../../kernel/input.js'
import { fromCents } from '../../kernel/money.js'
import { percent, ratio, shareOf } from '../../kernel/ratio.js'
import type { Finding } from '../../kernel/rule.js'
import { text } from '../../kernel/text.js'
import { expenditureRules } from '../classify-expenditure.js'
import { guidelines, type Reader } from '../document.js'
import type { BudgetSums } from './lines.js'
import { plus, type Cents, type Span, type Totals } from './totals.js'

/** Coordination and administration as a percentage of the grant. @source CBP guidelines 2025/26 para 8(d) Coordination iii */
const COORDINATION_PERCENT = 10
const HUNDRED_PERCENT = 100

/** As A-C7 reads it: a tenth of the grant for activities, or a tenth of the whole, which is a ninth of the rest. */
const shares = {
  activities: percent(COORDINATION_PERCENT),
  wholeGrant: ratio(COORDINATION_PERCENT, HUNDRED_PERCENT - COORDINATION_PERCENT),
} as const

const cutCoordination = text('cut coordination and administration, or let the NGO bear the rest', '削減統籌及行政費用，或由機構承擔餘數')

export const coordinationRules = guidelines.rules({
  coordinationCeiling: {
    at: '8(d)統籌 iii cap',
    force: 'mandatory',
    test: atMost(share(shares.activities, 'the grant for activities', '活動撥款'), 'HKD'),
    says: text('Coordination and administration come to {test}.', '統籌及行政費用{test}。'),
    next: cutCoordination,
  },
  coordinationCeilingOfWhole: {
    at: '8(d)統籌 iii cap',
    force: 'mandatory',
    test: atMost(share(shares.wholeGrant, 'the rest of the grant', '其餘撥款'), 'HKD'),
    says: text('Coordination and administration come to {test}.', '統籌及行政費用{test}。'),
    next: cutCoordination,
  },
})

/** The rule and the share that A-C7 chooses. */
const ceilings = {
  activities: { rule: coordinationRules.coordinationCeiling, share: shares.activities },
  wholeGrant: { rule: coordinationRules.coordinationCeilingOfWhole, share: shares.wholeGrant },
} as const

/** The audit fee that counts beside the 10% and not within it, as A-C22 is read; `undefined` while that is not known. */
const feeBeside = ({ auditFee }: Totals, reader: Reader): Cents => (auditFee === 0 || reader.take('A-C22') === 'inside' ? 0 : auditFee)

/** What counts within the 10%: an audit fee that is not known may be all of it. */
function withoutFee(coordination: number, beside: Cents): Span {
  if (beside === undefined) return { least: 0, most: coordination, missing: ['auditFee'] }
  const rest = coordination - beside
  return { least: rest, most: rest, missing: undefined }
}

/** The most that coordination and administration may come to, in cents, and whether it is kept to. */
interface CoordinationCeiling {
  readonly cap: number | undefined
  readonly findings: readonly Finding[]
}

/**
 * 8(d) Coordination iii: at most 10% of the grant for activities; activity lines that are undecided may count or not. Of the
 * whole grant, an audit fee beside the 10% is part of the rest.
 */
export function coordinationCeiling(sums: BudgetSums, totals: Totals, path: Path, reader: Reader): CoordinationCeiling {
  const { activity, coordination } = totals
  const { counted, undecided, undecidedPath } = sums
  const nothingToJudge = coordination === undefined && counted.coordination === 0
  if (activity === undefined) {
    return { cap: undefined, findings: nothingToJudge ? [] : [coordinationRules.coordinationCeiling.unknown(['activityGrant'])] }
  }
  const reading = reader.take('A-C7')
  const { rule, share } = ceilings[reading]
  const rest = reading === 'wholeGrant' ? plus(feeBeside(totals, reader), activity) : activity
  const cap = undecided === 0 && rest !== undefined ? shareOf(rest, share, 'floor') : undefined
  if (nothingToJudge) return { cap, findings: [] }

  const base = rest ?? activity
  const spent = withoutFee(coordination ?? counted.coordination, feeBeside(totals, reader))
  const missing = coordination === undefined ? ['coordinationAndAdmin'] : (undecidedPath ?? spent.missing)
  const atLeast = rule.apply(fromCents(spent.least), path, fromCents(base + undecided))
  if (atLeast.met === false) return { cap, findings: [atLeast] }
  const atMost = rule.apply(fromCents(spent.most), path, fromCents(base))
  return { cap, findings: [coordination !== undefined && atMost.met === true ? atMost : rule.unknown(missing ?? path)] }
}

/** Appendix 9: the audit fee, all lines of it together; an audit that costs nothing needs no finding. */
export function auditFindings({ auditFee }: Totals, sums: BudgetSums): readonly Finding[] {
  const nothingToJudge = sums.auditPath === undefined && (auditFee === undefined || auditFee === 0)
  if (nothingToJudge) return []
  const soFar = expenditureRules.auditFeeCeiling.apply(fromCents(auditFee ?? sums.auditFee), sums.auditPath ?? ['auditFee'])
  return [auditFee === undefined && soFar.met === true ? expenditureRules.auditFeeCeiling.unknown(['auditFee']) : soFar]
}
