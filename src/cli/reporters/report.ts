import type { Answer, Outcome } from '../../catalogue.js'
import type { Context } from '../context.js'
import type { Problem } from '../problems.js'
import type { SchoolRecord } from '../records.js'

/** The formats of a report; each has a file of its own beside this one. */
export const formats = ['human', 'json'] as const
export type Format = (typeof formats)[number]

/** A record and the answer to it. */
export interface CheckedRecord {
  readonly record: SchoolRecord
  readonly answer: Answer<unknown>
}

/** What a check found, whatever it is printed as. */
export interface CheckReport {
  readonly files: readonly string[]
  readonly checked: readonly CheckedRecord[]
  /** What could not be checked, in the order of the files. */
  readonly problems: readonly Problem[]
  /** How many records have each outcome. */
  readonly counts: Readonly<Record<Outcome, number>>
}

/** Turns a report into the text that is printed. */
export type Reporter = (report: CheckReport, context: Context, verbose: boolean) => string
