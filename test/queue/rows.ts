// Rows as a queue may meet them: stays in order and not, and now and then something that is no stay.

/** How many rows lie between two of a kind: primes, so that the kinds meet each other anywhere in a chunk. */
const BETWEEN_WRONG_DATES = 499
const BETWEEN_BROKEN_LINES = 997
const BETWEEN_UNKNOWN_FIELDS = 1499
const BETWEEN_EMPTY_LINES = 1999
const BETWEEN_RETURNS = 2503

/** A text that takes several bytes, and a separator of lines that JSON does not take for one. */
const REMARK = '家長同意 👍\u2028見附件'

const isEach = (every: number, index: number): boolean => index % every === every - 1

function stay(index: number): object {
  const month = String(1 + (index % 6)).padStart(2, '0')
  const day = String(1 + (index % 28)).padStart(2, '0')
  return { startDate: `2025-${10 + (index % 3)}-${day}`, endDate: `2026-${month}-15`, goalsMet: index % 2 === 0 }
}

function rowAt(index: number): string {
  if (isEach(BETWEEN_WRONG_DATES, index)) return '{"startDate":"2025-02-30"}'
  if (isEach(BETWEEN_BROKEN_LINES, index)) return '{"startDate":"2025-10-0'
  if (isEach(BETWEEN_UNKNOWN_FIELDS, index)) return JSON.stringify({ ...stay(index), remark: REMARK })
  return JSON.stringify(stay(index))
}

const endAt = (index: number): string => {
  if (isEach(BETWEEN_EMPTY_LINES, index)) return '\n\n'
  return isEach(BETWEEN_RETURNS, index) ? '\r\n\r\n' : '\n'
}

/** So many rows, each on a line; the last has no line end. */
export function rowsText(count: number): string {
  return Array.from({ length: count }, (_, index) => rowAt(index) + (index === count - 1 ? '' : endAt(index))).join('')
}
