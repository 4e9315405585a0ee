import * as z from 'zod'

export const LONGEST_NAME = 200
const GREATEST_NUMBER = 999_999_999_999_999

/** What a school calls a record: a name, or a number of its own counting. */
export const RecordId = z.union([z.string().min(1).max(LONGEST_NAME), z.int().min(-GREATEST_NUMBER).max(GREATEST_NUMBER)])
