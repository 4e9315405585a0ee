import { describeFinding, outcomeText, pathText, type Finding, type FindingText, type Outcome } from '../../catalogue.js'
import type { Accepted } from '../config-schema.js'
import type { Context } from '../context.js'
import type { Position } from '../json-text.js'
import { messages } from '../messages.js'
import { printable } from '../printable.js'
import { nameOf, type Problem } from '../problems.js'
import type { Notice } from '../accepted.js'
import { readingsText } from './readings-text.js'
import type { CheckedRecord, CheckReport } from './report.js'

/** How loudly a CI service speaks of something. */
export type Level = 'error' | 'warning' | 'note'

const levels: Readonly<Record<Outcome, Level>> = { breach: 'error', judgement: 'warning', incomplete: 'note', advice: 'note', ok: 'note' }

/** A finding that is worth telling, with all that is told of it in whatever format. */
export interface Told {
  readonly checked: CheckedRecord
  readonly finding: Finding
  readonly accepted: Accepted | undefined
  readonly level: Level
  readonly position: Position
  readonly said: FindingText
  /** What the record is called. */
  readonly name: string
}

/** Whether a finding is worth a reader's time: it is not in order, or it is a way to meet a rule that was not taken. */
const isTold = ({ outcome, met }: Finding): boolean => outcome !== 'ok' || met === false

/** The findings of a record that are told; of a record in order none, unless everything is asked for. */
export function toldFindings({ answer }: CheckedRecord, verbose: boolean): readonly Finding[] {
  if (verbose) return answer.findings
  return answer.outcome === 'ok' ? [] : answer.findings.filter(isTold)
}

export const positionOf = ({ record }: CheckedRecord, { path }: Finding): Position => record.locate(['input', ...path])

/** The findings of one record that are told. */
export const toldOf = (checked: CheckedRecord, context: Context, verbose: boolean): readonly Told[] =>
  toldFindings(checked, verbose).map((finding) => {
    const accepted = checked.accepted.get(finding)
    return {
      checked,
      finding,
      accepted,
      level: accepted === undefined ? levels[finding.outcome] : 'note',
      position: positionOf(checked, finding),
      said: describeFinding(finding, context.locale),
      name: nameOf(checked.record, context),
    }
  })

/** The findings of all records that are told, in the order of the files. */
export const toldIn = ({ checked }: CheckReport, context: Context, verbose: boolean): readonly Told[] =>
  checked.flatMap((each) => toldOf(each, context, verbose))

type Value = Finding['limit']

function valueText(value: Value, none: string, { say }: Context): string {
  if (value === null) return none
  if (typeof value === 'boolean') return say(value ? messages.yes : messages.no)
  return typeof value === 'object' ? value.map((each) => String(each)).join(' – ') : printable(String(value))
}

/** The limit of a finding, as plainly as it can be written. */
export const limitText = ({ limit }: Finding, context: Context): string => valueText(limit, context.say(messages.noLimit), context)

/** The value that a finding is about. */
export const factText = ({ fact }: Finding, context: Context): string => valueText(fact, context.say(messages.notGiven), context)

/** `records/spring.json:5`, or what there is of it. */
export const placeOf = (file: string, position: Position | null): string =>
  position === null ? printable(file) : `${printable(file)}:${position.line}`

export const acceptedText = ({ until, reason }: Accepted, { say }: Context): string => say(messages.acceptedUntil, { until, reason: printable(reason) })

/** All that there is to say about a finding, in lines: where, what is demanded, what was found, what to do, on what grounds. */
export function linesOf({ checked, finding, accepted, position, said, name }: Told, context: Context): readonly string[] {
  const { say } = context
  const { record, answer } = checked
  const field = pathText(finding.path) || say(messages.wholeInput)
  const readings = readingsText(answer, context)
  return [
    [placeOf(record.file, position), name, record.entry.name, field, said.outcome].join(' · '),
    said.demand,
    said.found,
    said.next,
    say(messages.ruleLine, { rule: finding.rule, force: said.force, cites: said.cites }),
    say(messages.limitLine, { limit: limitText(finding, context), found: factText(finding, context) }),
    readings,
    accepted === undefined ? '' : acceptedText(accepted, context),
  ].filter((line) => line !== '')
}

/** A problem in one line: where it is and what it is. */
export function problemText(problem: Problem, context: Context): string {
  const { file, record, id, path, position, says } = problem
  const name = record === null && id === null ? [] : [nameOf(problem, context)]
  const field = path.length === 0 ? [] : [pathText(path)]
  return `${[placeOf(file, position), ...name, ...field].join(' · ')}${context.say(messages.colon)}${says[context.locale]}`
}

/** A notice in one line. */
export const noticeText = ({ file, position, says }: Notice, { say, locale }: Context): string =>
  `${placeOf(file, position)}${say(messages.colon)}${printable(says[locale])}`

/** How a record came out: what was found, and what is left when accepted departures are put aside. */
export function outcomeOf({ answer, outcome }: CheckedRecord, { locale, say }: Context): string {
  const found = outcomeText(answer.outcome, locale)
  return outcome === answer.outcome ? found : say(messages.apartFromAccepted, { outcome: found, left: outcomeText(outcome, locale) })
}

/** How many findings are accepted. */
export const acceptedIn = ({ checked }: CheckReport): number => checked.reduce((count, { accepted }) => count + accepted.size, 0)

/** The same, uncoloured. */
export const plain = (context: Context): Context => ({ ...context, paint: (_style, text) => text })
