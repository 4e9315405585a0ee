import type { Fact, Test } from '../../../src/kernel/comparator.js'
import { addDays, addMonths, addYears } from '../../../src/kernel/calendar.js'

/** The one change that is in force: a place and which of its changes; or none. */
export interface InForce {
  readonly site: number
  readonly change: number
}

const comparisons: Readonly<Record<string, (a: never, b: never) => readonly [asWritten: boolean, changed: boolean]>> = {
  '<': (a, b) => [a < b, a <= b],
  '<=': (a, b) => [a <= b, a < b],
  '>': (a, b) => [a > b, a >= b],
  '>=': (a, b) => [a >= b, a > b],
}

/** A leap year, so that every month and day has a date in it. */
const ANY_YEAR = '2024'

/** A date, month, month and day, or school year, one unit earlier or later: changes come in pairs, the larger unit first. */
function shifted(written: string, change: number): string {
  const by = change % 2 === 0 ? -1 : 1
  if (written.includes('/')) {
    const year = Number(written.slice(0, 4)) + by
    return `${year}/${String((year + 1) % 100).padStart(2, '0')}`
  }
  const [hyphen, digits] = written.startsWith('-') ? ['-', written.slice(1)] : ['', written]
  const parts = digits.split('-')
  const hasYear = parts[0]?.length === 4
  const shift = [addYears, addMonths, addDays].slice(hasYear ? 0 : 3 - parts.length)[Math.floor(change / 2)] ?? addDays
  if (hasYear) return shift(parts.length === 3 ? digits : `${digits}-15`, by).slice(0, digits.length)
  const date = shift(parts.length === 2 ? `${ANY_YEAR}-${digits}` : `${ANY_YEAR}-07-${digits}`, by)
  return hyphen + date.slice(-digits.length)
}

/** The rule's demand with a different verdict at the very edge, and nowhere else. */
function atEdge(test: Test<Fact, unknown>, change: number): Test<Fact, unknown> {
  const step = test.unit === 'HKD' ? 0.01 : 1
  const verdict: Readonly<Record<string, (margin: number) => number>> = {
    moreThan: (margin) => (margin === -step ? 0 : margin),
    lessThan: (margin) => (margin === -step ? 0 : margin),
  }
  const excluded = (margin: number): number => (margin === 0 ? -step : margin)
  const margin = (fact: Fact, basis: unknown): number | undefined => {
    const distance = test.margin(fact, basis)
    if (distance === undefined) return undefined
    const limit = test.limitFor(basis)
    if (Array.isArray(limit)) return fact === limit[change] ? -step : distance
    return (verdict[test.comparator] ?? excluded)(distance)
  }
  return { ...test, margin, met: (fact, basis) => (margin(fact, basis) ?? 0) >= 0 }
}

/** More calls than the golden cases of any function need: past them a change has made a loop endless. */
const MOST_CALLS = 2_000_000

/** What the rewritten source calls at each place: the value as written, or changed where the change is in force. */
export function changed(inForce: InForce | undefined): Readonly<Record<'number' | 'date' | 'comparison' | 'edge', (id: number, ...values: never) => unknown>> {
  let calls = 0
  const at = (id: number): number | undefined => {
    calls += 1
    if (calls > MOST_CALLS) throw new Error('The loop does not end.')
    return inForce?.site === id ? inForce.change : undefined
  }
  return {
    number: (id, value: number) => value + ([1, -1][at(id) ?? 2] ?? 0),
    date(id, written: string) {
      const change = at(id)
      return change === undefined ? written : shifted(written, change)
    },
    comparison: (id, operator: string, a: never, b: never) => comparisons[operator]?.(a, b)[at(id) === undefined ? 0 : 1],
    edge(id, test: Test<Fact, unknown>) {
      const change = at(id)
      return change === undefined ? test : atEdge(test, change)
    },
  }
}
