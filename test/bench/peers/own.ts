import { checkValidReasons } from 'school-support-rules'
import * as z from 'zod'
import { answer, type Answer } from '../../../src/kernel/answer.js'
import { atMost, moreThan, present, share, stated } from '../../../src/kernel/comparator.js'
import { defineDocument } from '../../../src/kernel/document.js'
import { count } from '../../../src/kernel/fields.js'
import { parser } from '../../../src/kernel/input.js'
import { percent, ratio, shareOf } from '../../../src/kernel/ratio.js'
import { text } from '../../../src/kernel/text.js'
import type { Contestant, School } from './tasks.js'

// Both tasks as this library does them: once as a full answer, once by the bare rules. Task B is a function of the
// library as it is; task A is written as a module would write it, since no document asks for just that.

const MOST_PLACES = 20
const THIRD_OF_DAYS = share(ratio(1, 3), 'the school days', '上課日')

const tasks = defineDocument<'A' | 'B'>({
  id: 'tasks',
  title: text('Two tasks', '兩項工作'),
  short: text('Two tasks', '兩項工作'),
  jurisdiction: 'HK',
  issued: '2025-09',
  covers: text('benchmarks', '效能測試'),
  cite: (at) => text(at, at),
})

const readings = tasks.readings({
  rounding: { at: 'A', asks: text('Which way?', '如何取整數？'), options: { floor: text('Down', '捨去'), ceiling: text('Up', '進位') }, byDefault: 'floor' },
})

const rules = tasks.rules({
  places: { at: 'A', force: 'mandatory', test: stated(), says: text('The places are {test}.', '學額{test}。') },
  prolonged: { at: 'B', force: 'alternative', test: moreThan(THIRD_OF_DAYS, 'schoolDay'), says: text('Absent {test}.', '缺席{test}。') },
  attended: { at: 'B', force: 'alternative', test: atMost(THIRD_OF_DAYS, 'schoolDay'), says: text('Absent {test}.', '缺席{test}。') },
  declared: { at: 'B', force: 'alternative', test: present(), says: text('Declared: {test}.', '聲明：{test}。') },
})

const parse = parser(z.strictObject({ places: count() }))

function extraPlaces(input: School): Answer<{ readonly extraPlaces: number }> {
  const school = parse(input)
  const reader = readings.reader(undefined)
  const exact = shareOf(school.places, percent(15), reader.take('rounding'))
  return answer({ extraPlaces: Math.min(exact, MOST_PLACES) }, [rules.places.apply(school.places, ['places'])], reader.taken)
}

export const fullAnswer: Contestant = {
  name: 'a full answer',
  extraPlaces: (school) => extraPlaces(school).value.extraPlaces,
  hasReason: (student) => checkValidReasons(student).outcome === 'ok',
}

const FIFTEEN_PERCENT = percent(15)

export const bareRule: Contestant = {
  name: 'the bare rule',
  extraPlaces: ({ places }) => Math.min(shareOf(places, FIFTEEN_PERCENT, 'floor'), MOST_PLACES),
  hasReason: ({ absentDays, totalSchoolDays, absenceJustified, seriousDisruption, seriousAdaptation, admittedThisYear }) => {
    const isDeclared = (fact: boolean, name: string): boolean => rules.declared.apply(fact, [name]).met === true
    return (
      (rules.prolonged.apply(absentDays, ['absentDays'], totalSchoolDays).met === true && isDeclared(absenceJustified, 'absenceJustified')) ||
      (isDeclared(seriousDisruption, 'seriousDisruption') && rules.attended.apply(absentDays, ['absentDays'], totalSchoolDays).met === true) ||
      (isDeclared(seriousAdaptation, 'seriousAdaptation') && isDeclared(admittedThisYear, 'admittedThisYear'))
    )
  },
}
