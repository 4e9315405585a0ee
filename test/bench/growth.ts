import { itinerantVisitRequirements, validateGrantBudget } from 'school-support-rules'
import type { GrantBudgetInput } from 'school-support-rules/hk-community-projects'
import type { ItinerantVisitInput } from 'school-support-rules/new-taipei-home-education'
import { addDays } from '../../src/kernel/calendar.js'
import { interleaved, over, type Effort, type Side } from './interleaved.js'
import { atMostTimes, doubtsAbout, microseconds, type Group, type Row } from './rows.js'
import { median, ratios, relativeSpread } from './statistics.js'

// What one line costs as inputs grow. The goal leaves room for caches that no longer hold the whole input.

const GOAL = 1.5
const LINES = [10, 100, 1_000, 10_000]
const STUDENTS = [1, 10, 100, 1_000]
const ENTRIES = [20, 200, 2_000]
const VARIANTS = 3

const QUICK: Effort = { rounds: 7, warmUp: 200, slice: 20 }
const THOROUGH: Effort = { rounds: 21, warmUp: 600, slice: 40 }

const items = ['partTimeTutorPay', 'activityMaterials', 'activityCopying', 'dayCampFees', 'activityEquipmentHire'] as const

/** Half of the lines in one activity, half of them spread over activities of ten lines. */
function budget(lines: number, variant: number): GrantBudgetInput {
  const line = (index: number) => ({ item: items[(index + variant) % items.length] ?? items[0], amount: 100 + (index % 90) + variant / 4 })
  const all = Array.from({ length: lines }, (_, index) => line(index))
  const half = Math.ceil(lines / 2)
  const smaller = Array.from({ length: Math.ceil((lines - half) / 10) }, (_, index) => ({ lines: all.slice(half + index * 10, half + index * 10 + 10) }))
  return { activities: [{ lines: all.slice(0, half) }, ...smaller] }
}

const FIRST_DAY = '2019-02-01'

/** The log of one student over a number of visits, one on each day from Monday to Thursday, and a call every tenth. */
function log(visits: number, variant: number): ItinerantVisitInput {
  const monday = addDays(FIRST_DAY, 3)
  const days = Array.from({ length: visits }, (_, index) => addDays(monday, Math.floor(index / 4) * 7 + (index % 4)))
  const last = days.at(-1) ?? FIRST_DAY
  return {
    teacherType: 'departmentAssigned',
    placement: 'homeOrMedical',
    log: {
      covers: [FIRST_DAY, addDays(last, 3)],
      teachingWeeks: [[monday, last]],
      visits: days.map((date, index) => ({ date, minutes: 60 + ((index + variant) % 4) * 10 })),
      phoneContacts: days.filter((_, index) => index % 10 === 0).map((date) => ({ date, with: 'parents' })),
      schoolHomeVisits: days.filter((_, index) => index % 16 === 0),
    },
  }
}

interface Growth {
  readonly what: string
  readonly unit: string
  readonly sizes: readonly number[]
  readonly side: (size: number) => Side
  /** How many units one call has. */
  readonly unitsOfACall: (size: number) => number
}

const VISITS_OF_A_STUDENT = 40

const growths: readonly Growth[] = [
  {
    what: '`validateGrantBudget`',
    unit: 'lines',
    sizes: LINES,
    side: (size) => over(Array.from({ length: VARIANTS }, (_, variant) => budget(size, variant)), (input) => validateGrantBudget(input)),
    unitsOfACall: (size) => size,
  },
  {
    what: '`itinerantVisitRequirements`, a log for each student',
    unit: 'students',
    sizes: STUDENTS,
    side: (size) => over(Array.from({ length: size }, (_, variant) => log(VISITS_OF_A_STUDENT, variant)), (input) => itinerantVisitRequirements(input)),
    unitsOfACall: () => 1,
  },
  {
    what: '`itinerantVisitRequirements`, one log up to its bound',
    unit: 'visits',
    sizes: ENTRIES,
    side: (size) => over(Array.from({ length: VARIANTS }, (_, variant) => log(size, variant)), (input) => itinerantVisitRequirements(input)),
    unitsOfACall: (size) => size,
  },
]

async function measured({ what, unit, sizes, side, unitsOfACall }: Growth, effort: Effort): Promise<Row> {
  const rates = await interleaved(Object.fromEntries(sizes.map((size) => [String(size), side(size)])), effort)
  const costs = sizes.map((size) => (rates[String(size)] ?? []).map((perSecond) => 1e6 / perSecond / unitsOfACall(size)))
  const [most = [], ofATenth = []] = costs.toReversed()
  const growth = ratios(most, ofATenth)
  const largest = sizes.at(-1) ?? Number.NaN
  return {
    what: `${what}: ${sizes.map((size) => size.toLocaleString('en')).join(', ')} ${unit}`,
    figure: `${costs.map((cost) => microseconds(median(cost))).join(', ')} each; ${largest.toLocaleString('en')} against a tenth of them ${median(growth).toFixed(2)}×`,
    goal: atMostTimes(median(growth), GOAL),
    doubts: doubtsAbout(relativeSpread(growth)),
  }
}

/** @param quick fewer and shorter rounds */
export async function growth(quick: boolean): Promise<Group> {
  const rows: Row[] = []
  for (const each of growths) rows.push(await measured(each, quick ? QUICK : THOROUGH))
  return { title: 'Cost as the input grows', rows, details: [] }
}
