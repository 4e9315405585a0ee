import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { catalogue } from '../src/catalogue.js'
import { dateOfDayNumber, dayNumber, isoWeekday, mondayNumber, mondayOf } from '../src/kernel/calendar.js'
import { itinerantVisitRequirements } from '../src/new-taipei-home-education/index.js'

/** What is wrong in the file, by the provision broken; every other record is in order. */
const planted: Readonly<Record<string, readonly [outcome: string, at: string]>> = {
  'B/deadlines': ['breach', '柒、一、（四）前段'],
  'B/iep': ['breach', '捌、二、（一）'],
  'A/log': ['breach', '壹拾貳、三前段'],
  'A/fee-2019-10': ['breach', '壹拾、三、（二）4'],
  'B-teacher/travel-2019-11': ['breach', '壹拾壹、一、（二）'],
  'B/log': ['judgement', '柒、四、（一）前段'],
  'A/missed-2019-12-05': ['incomplete', '壹拾、三、（三）3'],
}

const SchoolRecord = z.strictObject({ check: z.string(), id: z.string(), input: z.json() })
const file = fileURLToPath(new URL('../fixtures/records/new-taipei-semester.json', import.meta.url))
const records = z.array(SchoolRecord).parse(JSON.parse(readFileSync(file, 'utf8')))

describe("a school's file of a semester", () => {
  test.each(records.map((record) => [record.id, record] as const))('%s shows what was planted, and nothing else', (id, { check, input }) => {
    const answer = catalogue.get(check)?.run(input)
    const [outcome, at] = planted[id] ?? ['ok', undefined]
    expect(answer?.outcome).toBe(outcome)
    const wrong = answer?.findings.filter((finding) => finding.outcome !== 'ok') ?? []
    expect(wrong.map((finding) => finding.at)).toEqual(at === undefined ? [] : [at])
  })

  test('holds every record that something was planted in', () => {
    expect(Object.keys(planted).filter((id) => !records.some((record) => record.id === id))).toEqual([])
  })
})

test('a day number and its Monday agree with the calendar on every day of thirty years', () => {
  for (let day = dayNumber('1990-01-01'); day <= dayNumber('2020-12-31'); day += 1) {
    const date = dateOfDayNumber(day)
    expect(dayNumber(date)).toBe(day)
    expect(mondayNumber(day)).toBe(day - (isoWeekday(date) - 1))
  }
  expect(dateOfDayNumber(mondayNumber(dayNumber('1969-12-28')))).toBe(mondayOf('1969-12-28'))
})

test('a log of whole weeks counts every visit once, whatever the order of its entries', () => {
  const visits = Array.from({ length: 60 }, (_, index) => {
    const date = dateOfDayNumber(dayNumber('2019-09-02') + index * 2)
    return { date, minutes: 60 + index }
  })
  const log = { covers: ['2019-09-02', '2019-12-29'] as const, teachingWeeks: [['2019-09-02', '2019-12-29'] as const] }
  const ask = (entries: typeof visits) =>
    itinerantVisitRequirements({
      teacherType: 'departmentAssigned',
      placement: 'homeOrMedical',
      log: { covers: [...log.covers], teachingWeeks: log.teachingWeeks.map((range) => [...range]), visits: entries },
    }).value.log?.weeks
  const weeks = ask(visits)
  expect(weeks).toHaveLength(17)
  expect(weeks?.reduce((sum, week) => sum + (week.visits ?? 0), 0)).toBe(visits.length)
  expect(ask([...visits].reverse())).toEqual(weeks)
})
