import { computeInstructorFee, computeSubsidySettlement } from '../../../src/index.js'
import type { Draw } from '../draw.js'
import { margins, sharesOf, type Exam, type Reading } from '../exam.js'
import { atMost, least, minus, most, plus, times } from '../expression.js'
import { big, number, smaller } from '../whole.js'

// The Hsinchu regulations: one ceiling, what it leaves to be raised, and what misuse makes repayable, in both texts.

const exam = sharesOf('hsinchu-special-education')

const CEILING = 100_000
const texts = [
  { name: 'text of 2024', onDate: '2025-03-01', prefix: '' },
  { name: 'former text', onDate: '2023-03-01', prefix: 'former' },
] as const
const ruleOf = (prefix: string, rule: string): string => (prefix === '' ? rule : `${prefix}${rule.slice(0, 1).toUpperCase()}${rule.slice(1)}`)

type Settled = Readonly<Record<'cost' | 'granted' | 'earlier' | 'institutions', number>>
const settled = (draw: Draw): Settled => {
  const [earlier, institutions] = [draw.whole(0, 120_000), draw.whole(1, 5)]
  const granted = Math.max(0, draw.around(CEILING * draw.whole(1, institutions) - (draw.whole(0, 1) === 0 ? earlier : 0), 600_000))
  return { cost: granted + draw.ofAnySize(500_000), granted, earlier, institutions }
}

function ceiling(text: (typeof texts)[number], joint: 'onePerProgramme' | 'onePerInstitution', over: 'perApplication' | 'perSchoolYear'): Reading<Settled> {
  const all = joint === 'onePerInstitution' ? times(CEILING, 'institutions') : CEILING
  const used = over === 'perSchoolYear' ? 'earlier' : 0
  return {
    name: `${text.name}, H-A10b ${joint}, H-A14 ${over}`,
    library: ({ cost, granted, earlier, institutions }) => {
      const answer = computeSubsidySettlement(
        { onDate: text.onDate, programmeCost: cost, subsidyGranted: granted, grantedEarlierThisYear: earlier, institutions },
        { readings: { 'H-A10b': joint, 'H-A14': over } },
      )
      const rule = joint === 'onePerInstitution' && institutions > 1 ? 'subsidyWithinCeilings' : 'subsidyWithinCeiling'
      return [answer.value.subsidyInPrinciple, answer.value.selfFundedOrStudentPaid, ...margins(answer, ruleOf(text.prefix, rule))]
    },
    oracle: ({ cost, granted, earlier, institutions }) => {
      const all = BigInt(CEILING) * (joint === 'onePerInstitution' ? big(institutions) : 1n)
      const left = all - (over === 'perSchoolYear' ? big(earlier) : 0n)
      const room = left - big(granted)
      return [number(smaller(big(cost), left < 0n ? 0n : left)), cost - granted, room >= 0n, number(room)]
    },
    formulas: [least('cost', most(0, minus(all, used))), minus('cost', 'granted'), atMost(plus('granted', used), all)],
  }
}

export const hsinchuShares: readonly Exam[] = [
  exam({ at: '第9條前段', rule: 'NT$100,000 for a programme, and the rest', facts: settled }).under(
    texts.flatMap((text) =>
      (['onePerProgramme', 'onePerInstitution'] as const).flatMap((joint) =>
        (['perApplication', 'perSchoolYear'] as const).map((over) => ceiling(text, joint, over)),
      ),
    ),
  ),
  exam({
    at: '第9條後段',
    rule: 'misused money is repaid in full',
    facts: (draw) => {
      const granted = draw.ofAnySize(200_000)
      const misused = draw.whole(0, granted)
      return { granted, misused, repaid: Math.max(0, draw.around(draw.whole(0, 1) === 0 ? granted : misused, granted + 1)) }
    },
  }).under(
    texts.flatMap((text) =>
      (['wholeSubsidy', 'misusedPartOnly'] as const).map((what) => ({
        name: `${text.name}, H-A15 ${what}`,
        library: ({ granted, misused, repaid }) => {
          const answer = computeSubsidySettlement(
            { onDate: text.onDate, subsidyGranted: granted, misuseVerified: true, misusedAmount: misused, repaidAmount: repaid },
            { readings: { 'H-A15': what } },
          )
          return [answer.value.repayable, ...margins(answer, ruleOf(text.prefix, 'misuseRepaid'))]
        },
        oracle: ({ granted, misused, repaid }) => {
          const due = what === 'wholeSubsidy' ? granted : misused
          return [due, repaid >= due, repaid - due]
        },
        formulas: [what === 'wholeSubsidy' ? 'granted' : 'misused'],
      })),
    ),
  ),
  exam({
    at: '第8條第4項',
    rule: 'periods or hours at the rate of the standard',
    facts: (draw) => ({ units: draw.ofAnySize(100_000), rate: draw.ofAnySize(1_000_000_000) }),
  }).under([
    {
      name: '',
      library: ({ units, rate }) => [computeInstructorFee({ feeKind: 'hourlyTeaching', units, ratePerUnit: rate }).value.amount],
      oracle: ({ units, rate }) => [number(big(units) * big(rate))],
      formulas: [times('units', 'rate')],
    },
  ]),
]
