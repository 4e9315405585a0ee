import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  absent,
  atLeast,
  atMost,
  between,
  given,
  lessThan,
  moreThan,
  oneOf,
  onOrAfter,
  onOrBefore,
  present,
  share,
  stated,
  within,
  type Fact,
  type Test,
} from '../../src/kernel/comparator.js'
import { percent, ratio } from '../../src/kernel/ratio.js'
import type { Unit } from '../../src/kernel/text.js'

const runs = { seed: 2_026, numRuns: 20_000 }

/** A fact on one side of a limit, on it and on the other: whether it passes, and its margin. */
type Row = readonly [fact: number, met: boolean, margin: number]

function expectRows(demand: Test<number, void>, rows: readonly Row[]): void {
  expect(rows.map(([fact]) => [fact, demand.met(fact), demand.margin(fact)])).toEqual(rows)
}

describe.each<[Unit, number]>([
  ['place', 15],
  ['minute', 270],
  ['schoolDay', 1],
  ['TWD', 100_000],
])('a limit in the unit %s', (unit, limit) => {
  test('at most: the limit itself is allowed', () => {
    expectRows(atMost(limit, unit), [[limit - 1, true, 1], [limit, true, 0], [limit + 1, false, -1]])
  })

  test('at least: the limit itself is enough', () => {
    expectRows(atLeast(limit, unit), [[limit - 1, false, -1], [limit, true, 0], [limit + 1, true, 1]])
  })

  test('more than: the limit itself is not enough, the next value is', () => {
    expectRows(moreThan(limit, unit), [[limit - 1, false, -2], [limit, false, -1], [limit + 1, true, 0], [limit + 2, true, 1]])
  })

  test('less than: the limit itself is too much, the value before is not', () => {
    expectRows(lessThan(limit, unit), [[limit - 2, true, 1], [limit - 1, true, 0], [limit, false, -1], [limit + 1, false, -2]])
  })

  test('within: both ends are allowed', () => {
    expectRows(within(limit, limit + 3, unit), [
      [limit - 1, false, -1], [limit, true, 0], [limit + 1, true, 1], [limit + 2, true, 1], [limit + 3, true, 0], [limit + 4, false, -1],
    ])
  })
})

describe('a limit of zero', () => {
  test('at most none: none passes with margin zero, one does not', () => {
    expectRows(atMost(0, 'student'), [[0, true, 0], [1, false, -1]])
  })

  test('more than none: one passes', () => {
    expectRows(moreThan(0, 'student'), [[0, false, -1], [1, true, 0]])
  })
})

describe('Hong Kong dollars go by cents', () => {
  test('at most', () => {
    expectRows(atMost(5_000, 'HKD'), [[4_999.99, true, 0.01], [5_000, true, 0], [5_000.01, false, -0.01]])
  })

  test('at least', () => {
    expectRows(atLeast(0.3, 'HKD'), [[0.29, false, -0.01], [0.3, true, 0], [0.31, true, 0.01]])
  })

  test('more than', () => {
    expectRows(moreThan(0.1, 'HKD'), [[0.1, false, -0.01], [0.11, true, 0], [0.12, true, 0.01]])
  })

  test('less than', () => {
    expectRows(lessThan(0.3, 'HKD'), [[0.28, true, 0.01], [0.29, true, 0], [0.3, false, -0.01]])
  })

  test('within', () => {
    expectRows(within(0.1, 0.3, 'HKD'), [[0.09, false, -0.01], [0.1, true, 0], [0.2, true, 0.1], [0.3, true, 0], [0.31, false, -0.01]])
  })

  test('no cent is lost anywhere: the margin is the difference in whole cents', () => {
    const cents = fc.integer({ min: 0, max: 100_000_000_000 })
    fc.assert(
      fc.property(cents, cents, (fact, limit) => {
        const margin = Number(BigInt(limit) - BigInt(fact)) / 100
        const demand = atMost(limit / 100, 'HKD')
        return demand.margin(fact / 100) === margin && demand.met(fact / 100) === (fact <= limit)
      }),
      runs,
    )
  })
})

describe('a limit that the case brings', () => {
  const quota = given('the extra places of the school', '學校的額外學額')

  test('is the figure of the case', () => {
    const demand = atMost(quota, 'place')
    expect([demand.limit, demand.limitFor(12), demand.met(12, 12), demand.met(13, 12), demand.margin(13, 12)]).toEqual([null, 12, true, false, -1])
  })

  test('may be zero', () => {
    expect([atMost(quota, 'place').met(0, 0), atMost(quota, 'place').met(1, 0), moreThan(quota, 'place').met(0, 0)]).toEqual([true, false, false])
  })

  test('is said with its figure when there is one', () => {
    const demand = atMost(quota, 'place')
    expect([demand.phrase('en'), demand.phrase('zh-Hant')]).toEqual(['at most the extra places of the school', '不超過學校的額外學額'])
    expect([demand.phrase('en', 12), demand.phrase('zh-Hant', 12)]).toEqual([
      'at most 12 places (the extra places of the school)',
      '不超過 12 個學額（學校的額外學額）',
    ])
  })
})

describe('a share of something in the case', () => {
  const third = share(ratio(1, 3), 'the school days', '上課日數')

  test.each([
    ['atMost', atMost(third, 'day'), 66, [66, true, 0], [67, false, -1]],
    ['moreThan', moreThan(third, 'day'), 66, [66, false, -1], [67, true, 0]],
    ['atLeast', atLeast(third, 'day'), 67, [66, false, -1], [67, true, 0]],
    ['lessThan', lessThan(third, 'day'), 67, [66, true, 0], [67, false, -1]],
  ] as const)('of a third of 200 days, %s lets no day pass that the exact third stops', (_name, demand, limit, below, above) => {
    expect(demand.limitFor(200)).toBe(limit)
    for (const [fact, met, margin] of [below, above]) expect([demand.met(fact, 200), demand.margin(fact, 200)]).toEqual([met, margin])
  })

  test('of a third of 201 days, the limit itself counts as the comparator says', () => {
    expect([atMost, moreThan, atLeast, lessThan].map((comparator) => comparator(third, 'day').met(67, 201))).toEqual([true, false, true, false])
  })

  const comparators = [
    { demand: atMost, exact: (fact: bigint, limit: bigint) => fact <= limit },
    { demand: atLeast, exact: (fact: bigint, limit: bigint) => fact >= limit },
    { demand: moreThan, exact: (fact: bigint, limit: bigint) => fact > limit },
    { demand: lessThan, exact: (fact: bigint, limit: bigint) => fact < limit },
  ] as const
  const shares = fc.tuple(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 1, max: 1_000 }))

  test.each(comparators)('$demand.name compares counts as the exact share does', ({ demand, exact }) => {
    fc.assert(
      fc.property(shares, fc.nat(1_000_000), fc.integer({ min: -2, max: 2 }), ([numerator, denominator], whole, near) => {
        const [n, d] = [BigInt(numerator), BigInt(denominator)]
        const fact = Math.max(0, Number((BigInt(whole) * n) / d) + near)
        const rule = demand(share(ratio(numerator, denominator), 'all', '全部'), 'place')
        return rule.met(fact, whole) === exact(BigInt(fact) * d, BigInt(whole) * n)
      }),
      runs,
    )
  })

  test.each(comparators)('$demand.name compares amounts to the cent as the exact share does', ({ demand, exact }) => {
    fc.assert(
      fc.property(shares, fc.nat(100_000_000_000), fc.integer({ min: -2, max: 2 }), ([numerator, denominator], whole, near) => {
        const [n, d] = [BigInt(numerator), BigInt(denominator)]
        const fact = Math.max(0, Number((BigInt(whole) * n) / d) + near)
        const rule = demand(share(ratio(numerator, denominator), 'all', '全部'), 'HKD')
        return rule.met(fact / 100, whole / 100) === exact(BigInt(fact) * d, BigInt(whole) * n)
      }),
      runs,
    )
  })

  test('is said as a percentage where it is one, else as a fraction; with the figure of the case where there is one', () => {
    const phrases = (part: Parameters<typeof atMost>[0], limit?: number): readonly string[] => [atMost(part, 'HKD').phrase('en', limit), atMost(part, 'HKD').phrase('zh-Hant', limit)]
    expect(phrases(share(percent(10), 'the grant', '撥款'))).toEqual(['at most 10% of the grant', '不超過撥款的 10%'])
    expect(phrases(share(percent(18), 'the grant', '撥款'), 1_234.5)).toEqual(['at most HK$1,234.50 (18% of the grant)', '不超過 HK$1,234.50（撥款的 18%）'])
    expect(phrases(share(ratio(1, 3), 'the grant', '撥款'))).toEqual(['at most 1/3 of the grant', '不超過撥款的 1/3'])
  })
})

describe('dates', () => {
  test('on or before: the day itself is in time; the margin is in days', () => {
    const demand = onOrBefore('2025-08-01')
    expect(['2025-07-31', '2025-08-01', '2025-08-02'].map((day) => [demand.met(day), demand.margin(day)])).toEqual([[true, 1], [true, 0], [false, -1]])
    expect([demand.limit, demand.limitFor(), demand.unit]).toEqual(['2025-08-01', '2025-08-01', 'date'])
  })

  test('on or after: the day itself is in time', () => {
    const demand = onOrAfter('2025-09-01')
    expect(['2025-08-31', '2025-09-01', '2025-09-02'].map((day) => [demand.met(day), demand.margin(day)])).toEqual([[false, -1], [true, 0], [true, 1]])
    expect([demand.limit, demand.limitFor()]).toEqual(['2025-09-01', '2025-09-01'])
  })

  test('a margin runs over the end of a leap year and of a century', () => {
    expect(onOrBefore('2025-01-01').margin('2024-01-01')).toBe(366)
    expect(onOrAfter('1999-12-31').margin('2000-03-01')).toBe(61)
  })

  test('the day that the case brings', () => {
    const [before, after] = [onOrBefore(given('the end of the stay', '支援期結束')), onOrAfter(given('the start', '開始'))]
    expect([before.limit, before.limitFor('2026-03-07'), before.met('2026-03-08', '2026-03-07'), before.margin('2026-03-08', '2026-03-07')]).toEqual([null, '2026-03-07', false, -1])
    expect([after.limit, after.limitFor('2026-03-07'), after.met('2026-03-08', '2026-03-07'), after.margin('2026-03-08', '2026-03-07')]).toEqual([null, '2026-03-07', true, 1])
  })

  test('between: both ends are in time; the margin is to the nearer end', () => {
    const demand = between(given('the school year', '學年'))
    const year = ['2025-09-01', '2026-08-31'] as const
    const rows = ['2025-08-31', '2025-09-01', '2025-09-02', '2026-08-30', '2026-08-31', '2026-09-01'].map((day) => [demand.met(day, year), demand.margin(day, year)])
    expect(rows).toEqual([[false, -1], [true, 0], [true, 1], [true, 1], [true, 0], [false, -1]])
    expect([demand.limit, demand.limitFor(year)]).toEqual([null, year])
  })

  test('are said in both languages, with what the day is where the case brings it', () => {
    const said = (demand: { phrase: Test<string, void>['phrase'] }, limit?: Parameters<Test<string, void>['phrase']>[1]): readonly string[] => [demand.phrase('en', limit), demand.phrase('zh-Hant', limit)]
    expect(said(onOrBefore('2025-08-01'))).toEqual(['on or before 2025-08-01', '2025-08-01 或以前'])
    expect(said(onOrBefore('2025-08-01'), '2025-08-01')).toEqual(['on or before 2025-08-01', '2025-08-01 或以前'])
    expect(said(onOrAfter('2025-09-01'))).toEqual(['on or after 2025-09-01', '2025-09-01 或以後'])
    expect(said(onOrBefore(given('the deadline', '截止日期')))).toEqual(['on or before the deadline', '截止日期或以前'])
    expect(said(onOrBefore(given('the deadline', '截止日期')), '2025-08-01')).toEqual(['on or before 2025-08-01 (the deadline)', '2025-08-01（截止日期）或以前'])
    expect(said(between(given('in the school year', '在學年之內')))).toEqual(['in the school year', '在學年之內'])
    expect(said(between(given('in the school year', '在學年之內')), null)).toEqual(['in the school year', '在學年之內'])
    expect(said(between(given('in the school year', '在學年之內')), ['2025-09-01', '2026-08-31'])).toEqual([
      'from 2025-09-01 to 2026-08-31 (in the school year)',
      '2025-09-01 至 2026-08-31（在學年之內）',
    ])
  })
})

describe('what is or is not so', () => {
  test('present: it must be so', () => {
    expect([present().met(true), present().met(false), present().limitFor(), present().margin(false)]).toEqual([true, false, true, undefined])
    expect([present().phrase('en'), present().phrase('zh-Hant')]).toEqual(['yes', '是'])
  })

  test('absent: it must not be so', () => {
    expect([absent().met(true), absent().met(false), absent().limitFor(), absent().margin(true)]).toEqual([false, true, false, undefined])
    expect([absent().phrase('en'), absent().phrase('zh-Hant')]).toEqual(['no', '否'])
  })

  test('one of: a value of the list, of the same type', () => {
    const demand = oneOf('mild', 'moderate', 3)
    expect(['mild', 'moderate', 3, 'severe', '3', ''].map((fact) => demand.met(fact))).toEqual([true, true, true, false, false, false])
    expect([demand.limit, demand.limitFor(), demand.unit, demand.margin('mild')]).toEqual([['mild', 'moderate', 3], ['mild', 'moderate', 3], null, undefined])
    expect([demand.phrase('en'), demand.phrase('zh-Hant')]).toEqual(['one of: mild, moderate, 3', '以下其中一項：mild、moderate、3'])
  })

  test.each<Fact>([0, '', false, 12, 'text', true])('stated: whatever is stated will do, %j too', (fact) => {
    expect([stated().met(fact), stated().margin(fact), stated().limit, stated().limitFor()]).toEqual([true, undefined, null, true])
  })

  test('stated is said in both languages', () => {
    expect([stated().phrase('en'), stated().phrase('zh-Hant')]).toEqual(['stated', '已提供'])
  })
})

describe('numbers in words', () => {
  test.each([
    [atMost(1, 'place'), 'at most 1 place', '不超過 1 個學額'],
    [atLeast(3, 'workshop'), 'at least 3 workshops', '至少 3 次工作坊'],
    [moreThan(5, 'class'), 'more than 5 classes', '多於 5 班'],
    [lessThan(2_000, 'student'), 'less than 2,000 students', '少於 2,000 名學生'],
    [atMost(270, 'minute'), 'at most 4.5 hours', '不超過 4.5 小時'],
    [atMost(2_500_000, 'HKD'), 'at most HK$2,500,000', '不超過 HK$2,500,000'],
    [atMost(100_000, 'TWD'), 'at most NT$100,000', '不超過 NT$100,000'],
    [within(3, 6, 'month'), 'from 3 months to 6 months', '3 個月至 6 個月'],
  ] as const)('%# %s', (demand, en, zhHant) => {
    expect([demand.phrase('en'), demand.phrase('zh-Hant')]).toEqual([en, zhHant])
    expect(demand.phrase('en', demand.limitFor())).toBe(en)
  })

  test('within tells both its ends, in general and in a case', () => {
    expect([within(3, 6, 'month').limit, within(3, 6, 'month').limitFor()]).toEqual([[3, 6], [3, 6]])
  })

  test('each demand names its comparator and unit', () => {
    const demands = [
      atMost(1, 'place'), atLeast(1, 'place'), moreThan(1, 'place'), lessThan(1, 'place'), within(1, 2, 'place'),
      onOrBefore('2025-01-01'), onOrAfter('2025-01-01'), between(given('then', '其時')), present(), absent(), oneOf(1), stated(),
    ]
    expect(demands.map(({ comparator, unit }) => [comparator, unit])).toEqual([
      ['atMost', 'place'], ['atLeast', 'place'], ['moreThan', 'place'], ['lessThan', 'place'], ['within', 'place'],
      ['onOrBefore', 'date'], ['onOrAfter', 'date'], ['between', 'date'], ['present', null], ['absent', null], ['oneOf', null], ['stated', null],
    ])
  })
})
