import type { Answer, Finding, Outcome } from '../../catalogue.js'
import type { Notice } from '../accepted.js'
import type { Accepted } from '../config-schema.js'
import type { Context } from '../context.js'
import type { FailOn } from '../fail-on.js'
import type { Problem } from '../problems.js'
import type { SchoolRecord } from '../records.js'

/** The formats of most commands. */
export const formats = ['human', 'json'] as const
export type Format = (typeof formats)[number]

/** The formats of a report on records; each has a file of its own beside this one. */
export const checkFormats = [...formats, 'ndjson', 'sarif', 'junit', 'github', 'markdown'] as const
export type CheckFormat = (typeof checkFormats)[number]

/** A record and the answer to it. */
export interface CheckedRecord {
  readonly record: SchoolRecord
  readonly answer: Answer<unknown>
  /** The findings that the configuration accepts. */
  readonly accepted: ReadonlyMap<Finding, Accepted>
  /** The worst of the findings that are not accepted. */
  readonly outcome: Outcome
}

/** What a check found, whatever it is printed as. */
export interface CheckReport {
  readonly files: readonly string[]
  readonly checked: readonly CheckedRecord[]
  /** What could not be checked, in the order of the files. */
  readonly problems: readonly Problem[]
  /** What is to be looked at again in the configuration. */
  readonly notices: readonly Notice[]
  /** How many records have each outcome. */
  readonly counts: Readonly<Record<Outcome, number>>
  readonly failOn: FailOn
}

/** Turns a report into the text that is printed. */
export type Reporter = (report: CheckReport, context: Context, verbose: boolean) => string
