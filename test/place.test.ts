import { expect, test } from 'vitest'

test('the tests run in the time zone and the language that they were started in', () => {
  const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions()
  const minutesBehindUtc = new Date('2024-01-01T00:00:00Z').getTimezoneOffset()
  const here = `${timeZone} ${minutesBehindUtc} ${locale}`
  expect(here).toBe(process.env['EXPECTED_PLACE'] ?? here)
})
