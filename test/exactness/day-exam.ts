import { evaluate } from 'feelin'
import { InputError } from '../../src/index.js'
import { daysOfYears, type Day } from '../kernel/slow-calendar.js'
import { feelin, jsonLogicJs, plainJavaScript, publicodes } from './engines.js'
import { Marks, type Exam, type Figure, type Row, type Sizes, type Tally } from './exam.js'

/** One of the ways in which a duration or deadline can be read. */
export interface DayReading {
  readonly name: string
  /** What the public function answers for a day. */
  readonly library: (day: Day) => readonly Figure[]
  /** The same by walking, one day at a time. */
  readonly oracle: (day: Day) => readonly Figure[]
  /** The first figure in FEEL, from `day`, and in plain JavaScript. */
  readonly feel?: string
  readonly plain?: (day: Date) => Date
}

/** A duration or deadline of a document. */
export interface DayRule {
  readonly at: string
  readonly rule: string
  readonly readings: readonly DayReading[]
}

const FIRST_YEAR = 2015
const LAST_YEAR = 2035
export const everyDay: readonly Day[] = daysOfYears(FIRST_YEAR, LAST_YEAR)

const PUBLICODES = 'dates cannot be added to'
const JSON_LOGIC = 'no dates'
const A_WALK = 'no formula: a walk over rest days'
const NOTHING_COUNTED = 'nothing is counted: dates are compared'

/** What the library answers, or that it refuses the question. */
function answered(library: DayReading['library'], day: Day): readonly Figure[] {
  try {
    return library(day)
  } catch (error) {
    if (error instanceof InputError) return ['refused']
    throw error
  }
}

const isoOf = (day: Date): string => day.toISOString().slice(0, 'YYYY-MM-DD'.length)

/** Asks about as many of the days as there is time for, spread evenly. */
function sit(ask: (reading: DayReading) => ((day: Day) => unknown) | undefined, readings: readonly DayReading[], inputs: number): Tally | undefined {
  const marks = new Marks()
  const asked = readings.filter((reading) => ask(reading) !== undefined)
  const step = Math.max(1, Math.ceil((everyDay.length * asked.length) / inputs))
  for (const reading of asked) {
    const program = ask(reading)
    for (let index = 0; index < everyDay.length; index += step) {
      const day = everyDay[index]
      if (day !== undefined && program !== undefined) marks.mark([program(day)], reading.oracle(day).slice(0, 1), () => reading.name)
    }
  }
  return marks.inputs === 0 ? undefined : marks.tally
}

/** The two engines that have dates, asked for the first figure; why the others are not. */
function others(readings: readonly DayReading[], sizes: Sizes): Row['others'] {
  if (sizes.days === 0) return {}
  const inFeel = sit(({ feel }) => (feel === undefined ? undefined : (day) => evaluate(feel, { day: day.iso }).value), readings, sizes.days)
  const inPlain = sit(({ plain }) => (plain === undefined ? undefined : (day) => isoOf(plain(new Date(day.iso)))), readings, Infinity)
  const whyNot = readings.some(({ name }) => /with (a|the) .*calendar/.test(name)) ? A_WALK : NOTHING_COUNTED
  return { [publicodes.name]: PUBLICODES, [feelin.name]: inFeel ?? whyNot, [jsonLogicJs.name]: JSON_LOGIC, [plainJavaScript.name]: inPlain ?? whyNot }
}

/** Starts the durations of a document, which is named by its module; a reading names the calendar that it walks over. */
export const daysOf = (document: string) =>
  ({ at, rule, readings }: DayRule): Exam => ({
    kind: 'duration',
    document,
    at,
    rule,
    sit(sizes) {
      const marks = new Marks()
      for (const { name, library, oracle } of readings) {
        for (const day of everyDay) marks.mark(answered(library, day), oracle(day), () => `${name} ${day.iso}`)
      }
      return {
        kind: 'duration', document, at, rule, readings: readings.length,
        library: marks.tally, disagreements: marks.shown, others: others(readings, sizes),
      }
    },
  })

/** Plain JavaScript as one writes it: fields of a date are set, and run over where the month has no such day. */
export const later = ({ months = 0, days = 0 }: { readonly months?: number; readonly days?: number }) => (day: Date): Date => {
  const end = new Date(day)
  end.setUTCMonth(end.getUTCMonth() + months)
  end.setUTCDate(end.getUTCDate() + days)
  return end
}
