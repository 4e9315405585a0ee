import { describe, expect, test } from 'vitest'
import { InputError } from '../src/kernel/input.js'
import { validateGrantBudget, type GrantBudgetInput } from '../src/hk-community-projects/index.js'

const freeOfCharge = (lines: number) => Array.from({ length: lines }, () => ({ item: 'postage', amount: 0 }) as const)
const unpaid = (tutors: number) => ({ count: 1, pay: Array.from({ length: tutors }, () => 0) })

/** Where a budget is refused; nothing when it is answered. */
function refusedAt(budget: GrantBudgetInput): unknown {
  try {
    validateGrantBudget(budget)
    return []
  } catch (error) {
    return error instanceof InputError ? error.issues.map(({ path }) => path) : error
  }
}

describe('a budget of at most 10,000 lines and tutors in all', () => {
  test.each<readonly [string, GrantBudgetInput]>([
    ['lines of one activity', { activities: [{ lines: freeOfCharge(10_000) }] }],
    ['lines of coordination', { coordinationLines: freeOfCharge(10_000) }],
    ['lines of two activities and of coordination', { activities: [{ lines: freeOfCharge(4_000) }, { lines: freeOfCharge(3_000) }], coordinationLines: freeOfCharge(3_000) }],
    ['tutors beside lines', { activities: [{ lines: freeOfCharge(9_500), tutors: unpaid(500) }, { lines: [] }] }],
  ])('%s: 10,000 are answered', (_what, budget) => {
    expect(refusedAt(budget)).toEqual([])
  })

  test.each<readonly [string, GrantBudgetInput]>([
    ['lines of two activities', { activities: [{ lines: freeOfCharge(10_000) }, { lines: freeOfCharge(1) }] }],
    ['lines of two activities and of coordination', { activities: [{ lines: freeOfCharge(4_000) }, { lines: freeOfCharge(3_000) }], coordinationLines: freeOfCharge(3_001) }],
    ['tutors beside lines', { activities: [{ lines: freeOfCharge(9_500), tutors: unpaid(501) }, { lines: [] }] }],
  ])('%s: one more is refused', (_what, budget) => {
    expect(refusedAt(budget)).toEqual([['activities']])
  })
})
