import * as z from 'zod'
import { modules, type DocumentModule, type Reading, type Text } from '../catalogue.js'
import { Complaint } from './io.js'
import { messages } from './messages.js'
import { filled, unknownName, withSuggestion } from './names.js'

/** Readings chosen by the caller: the option of each unclear point. */
export type Choice = Readonly<Record<string, string>>

const LONGEST_WORD = 1000

/** More than all documents have. */
const MOST_CHOICES = 1000

const areNotTooMany = (choice: Choice): boolean => Object.keys(choice).length <= MOST_CHOICES

/** Choices as a file gives them; whether any document knows them is asked afterwards. */
export const ChoiceFields = z
  .record(z.string().max(LONGEST_WORD), z.string().max(LONGEST_WORD))
  .refine(areNotTooMany, { params: { message: filled(messages.tooManyReadings, { most: String(MOST_CHOICES) }) } })
  .meta({ maxProperties: MOST_CHOICES })

const find = (readings: readonly Reading[], id: string): Reading | undefined => readings.find((reading) => reading.id === id)

/** What is wrong with a choice among these readings; `undefined` when nothing is. */
export function wrongChoice(readings: readonly Reading[], unknown: Text, id: string, option: unknown): Text | undefined {
  const reading = find(readings, id)
  if (reading === undefined) return unknownName(unknown, id, readings.map((known) => known.id))
  if (typeof option === 'string' && Object.hasOwn(reading.options, option)) return undefined
  const options = Object.keys(reading.options)
  const says = filled(messages.unknownReadingOption, { name: id, options: options.join(', '), found: JSON.stringify(option) })
  return typeof option === 'string' ? withSuggestion(says, option, options) : says
}

/** What is wrong with the choice of a reading of one document. */
export function wrongChoiceIn({ document, readings }: DocumentModule, id: string, option: unknown): Text | undefined {
  const { en, 'zh-Hant': zh } = document.short
  return wrongChoice(readings, filled(messages.foreignReading, { document: en }, { document: zh }), id, option)
}

/** What is wrong with the choice of a reading, of whatever document. */
export const wrongChoiceAnywhere = (id: string, option: unknown): Text | undefined =>
  wrongChoice(modules.flatMap(({ readings }) => readings), messages.unknownReading, id, option)

/** Reads choices as they are typed, `A-E3=floor`; complains about those that no document knows. */
export function choiceFrom(typed: readonly string[]): Choice {
  return Object.fromEntries(
    typed.map((each) => {
      const equals = each.indexOf('=')
      if (equals < 0) throw new Complaint(filled(messages.readingForm, { found: JSON.stringify(each) }))
      const [id, option] = [each.slice(0, equals), each.slice(equals + 1)]
      const wrong = wrongChoiceAnywhere(id, option)
      if (wrong !== undefined) throw new Complaint(wrong)
      return [id, option] as const
    }),
  )
}

/** The part of a choice that concerns one document. */
export const choiceFor = ({ readings }: DocumentModule, choice: Choice): Choice =>
  Object.fromEntries(Object.entries(choice).filter(([id]) => find(readings, id) !== undefined))
