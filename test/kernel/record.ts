import * as z from 'zod'
import { count, date, known, label, listOf, minutes, money, schoolYear } from '../../src/kernel/fields.js'
import { parser } from '../../src/kernel/input.js'

/** A record with a field of every kind. */
const Record = z.strictObject({
  students: count(500),
  fee: known(money()),
  start: known(date()),
  year: known(schoolYear()),
  name: known(label()),
  confirmed: known(z.boolean()),
  level: known(z.enum(['mild', 'moderate'])),
  version: known(z.literal(3)),
  visits: known(listOf(z.strictObject({ on: date(), minutes: minutes() }), 5)),
})

export const parse = parser(Record)
