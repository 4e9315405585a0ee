import { date, type CatalogueEntry } from '../../catalogue.js'
import type { Context } from '../context.js'
import { Complaint } from '../io.js'
import { filled } from '../names.js'
import { choiceFrom, wrongChoiceIn, type Choice } from '../readings.js'
import { diffMessages } from './messages.js'

/** How one side of a comparison is asked; whatever it leaves open is as the data says. */
export interface Side {
  /** The day whose text is to answer. */
  readonly day: string | undefined
  readonly choice: Choice
}

const Day = date()

/** Two options of one reading on one side: which is meant? */
function refuseTwice(typed: readonly string[]): void {
  for (const id of typed.map((each) => each.slice(0, each.indexOf('=')))) {
    const own = typed.filter((each) => each.startsWith(`${id}=`))
    if (own.length > 1) throw new Complaint(filled(diffMessages.severalOptions, { id, found: own.join(', ') }))
  }
}

function dayFrom(typed: readonly string[], { module: { document, versionField } }: CatalogueEntry): string | undefined {
  const [day] = typed
  if (day === undefined) return undefined
  const wrong = typed.find((each) => !Day.safeParse(each).success)
  if (wrong !== undefined) throw new Complaint(filled(diffMessages.neither, { found: JSON.stringify(wrong) }))
  if (typed.length > 1) throw new Complaint(filled(diffMessages.severalDays, { found: typed.join(', ') }))
  if (versionField === undefined) {
    const { short, issued } = document
    throw new Complaint(filled(diffMessages.onlyOneText, { document: short.en, issued }, { document: short['zh-Hant'], issued }))
  }
  return day
}

/** Reads a side as it is typed: readings such as `A-S5=partMonths`, and a day. */
export function sideFrom(typed: readonly string[], entry: CatalogueEntry): Side {
  const readings = typed.filter((each) => each.includes('='))
  refuseTwice(readings)
  const choice = choiceFrom(readings)
  for (const [id, option] of Object.entries(choice)) {
    const wrong = wrongChoiceIn(entry.module, id, option)
    if (wrong !== undefined) throw new Complaint(wrong)
  }
  return { day: dayFrom(typed.filter((each) => !each.includes('=')), entry), choice }
}

/** A side in words. */
export function sideText({ day, choice }: Side, { say }: Context): string {
  const parts = [...(day === undefined ? [] : [say(diffMessages.onDay, { day })]), ...Object.entries(choice).map(([id, taken]) => `${id}=${taken}`)]
  return parts.length === 0 ? say(diffMessages.asGiven) : parts.join(', ')
}
