import * as z from 'zod'
import { twoDigits } from './day-number.js'
import type { Form } from './input.js'
import { text, type Text } from './text.js'

/** Bounds that only keep an input finite; no text sets them. */
const MOST_COUNT = 1_000_000_000
/** In dollars; ten thousand such amounts still add up exactly to the cent. */
const MOST_MONEY = 1_000_000_000
const LONGEST_TEXT = 200
const MOST_MINUTES = 1_000_000

/** What the message says that was expected; zod takes these in the place of messages of its own. */
const WHOLE_NUMBER = 'wholeNumber' satisfies Form
const DATE = 'date' satisfies Form
const AMOUNT = 'amount' satisfies Form
const SCHOOL_YEAR = 'schoolYear' satisfies Form

const listed = (messages: readonly string[], [open, close, between]: readonly [string, string, string]): string =>
  messages.map((message) => `${open}${message}${close}`).join(between)

/** Answered with yes or no. One schema serves all: making one takes longer than asking it a thousand times. */
export const yesOrNo: z.ZodBoolean = z.boolean()

/**
 * A fact that may be missing is wrapped for its field, and takes the description itself; any other schema is copied
 * first, as is one that has a description already.
 */
function described<Schema extends z.ZodType>(schema: Schema, description: string): Schema {
  if (!(schema instanceof z.ZodOptional) || z.globalRegistry.has(schema)) return schema.describe(description)
  z.globalRegistry.add(schema, { description })
  return schema
}

/**
 * What an editor shows for a field, in both languages.
 * @param refusals the messages with which a function refuses the field because of other fields, which no schema holds
 */
export function describedAs<Schema extends z.ZodType>(schema: Schema, en: string, zhHant: string, ...refusals: readonly Text[]): Schema {
  if (refusals.length === 0) return described(schema, `${en} · ${zhHant}`)
  const english = listed(refusals.map((refusal) => refusal.en), ['"', '"', ' or '])
  const chinese = listed(refusals.map((refusal) => refusal['zh-Hant']), ['「', '」', '或'])
  return described(schema, `${en} (can be refused with: ${english}) · ${zhHant}（可能不獲接受，訊息為${chinese}）`)
}

/**
 * A fact that the caller may not have: left out, `undefined` and `null` all mean *not known*,
 * which is neither `false` nor zero.
 */
export const known = <Schema extends z.ZodType>(schema: Schema): z.ZodOptional<z.ZodNullable<Schema>> => schema.nullish()

/** A whole number, zero or more. Adding zero turns −0 into 0, so that an answer survives JSON unchanged. */
export const count = (most = MOST_COUNT): z.ZodNumber => z.int(WHOLE_NUMBER).min(0).max(most).overwrite((value) => value + 0)

/** Whole minutes, zero or more. */
export const minutes = (): z.ZodNumber => count(MOST_MINUTES)

/** A calendar date `YYYY-MM-DD`, 1900 to 2199: a civil date without a time zone. */
const civilDate: z.ZodISODate = z.iso.date(DATE).regex(/^(?:19|20|21)/, DATE)
export const date = (): z.ZodISODate => civilDate

/** What the checks below demand that the keywords of a JSON Schema cannot say. */
export const beyondSchemas: Readonly<Partial<Record<Form, Text>>> = {
  amount: text('at most two decimals', '最多兩個小數位'),
  schoolYear: text('the second year follows the first', '後一年緊接前一年'),
}

const atMostTwoDecimals = (amount: number): boolean => Math.round(amount * 100) / 100 === amount

/** An amount in dollars, zero or more, exact to the cent: a number of at most two decimals. */
export const money = (): z.ZodNumber => z.number(AMOUNT).min(0).max(MOST_MONEY).refine(atMostTwoDecimals, AMOUNT).overwrite((value) => value + 0)

/** An amount in whole New Taiwan dollars, zero or more. */
export const wholeDollars = (): z.ZodNumber => count(MOST_MONEY)

/** A short text of the caller's own, such as a reference; it is never interpreted. */
export const label = (): z.ZodString => z.string().min(1).max(LONGEST_TEXT)

/** A list with a bound, so that no input can grow without end. */
export const listOf = <Schema extends z.ZodType>(item: Schema, most: number): z.ZodArray<Schema> => z.array(item).max(most)

const namesTheNextYear = (year: string): boolean => (twoDigits(year, 'YY'.length) + 1) % 100 === twoDigits(year, 'YYYY/'.length)

/** A school year `2025/26`: the second part is the last two digits of the year after the first. */
export const schoolYear = (): z.ZodString =>
  z.string(SCHOOL_YEAR).max(LONGEST_TEXT).regex(/^(?:19|20|21)\d\d\/\d\d$/, SCHOOL_YEAR).refine(namesTheNextYear, SCHOOL_YEAR)
