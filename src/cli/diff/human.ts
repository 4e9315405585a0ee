import { describeFinding, outcomeText, pathText, placeText, type Finding } from '../../catalogue.js'
import type { Context } from '../context.js'
import { messages } from '../messages.js'
import { outcomeStyles } from '../paint.js'
import { printable } from '../printable.js'
import { nameOf, problemLine } from '../problems.js'
import { placeOf } from '../reporters/told.js'
import type { FigureChange, FindingChange, ReadingChange } from './compare-answers.js'
import type { ComparedRecord, Comparison, Difference } from './compare-record.js'
import { diffMessages } from './messages.js'
import { countsOf, transitionOf, type DiffReport, type Transition } from './report.js'
import { sideText } from './sides.js'

const signs = { appears: '+', vanishes: '-', changes: '~' } as const
const signStyles = { appears: 'green', vanishes: 'red', changes: 'yellow' } as const

function transitionText({ before, after }: Transition, { locale, paint, say }: Context): string {
  const outcome = (each: Transition['before']): string =>
    each === null ? paint('red', say(diffMessages.refused)) : paint(outcomeStyles[each], outcomeText(each, locale))
  return say(diffMessages.change, { before: outcome(before), after: outcome(after) })
}

/** How a finding came out: what is demanded, what was found and how far from the limit. */
function findingText(finding: Finding, { locale, paint, say }: Context): string {
  const { sign, outcome, demand, found } = describeFinding(finding, locale)
  return `${paint(outcomeStyles[finding.outcome], `${sign} ${outcome}`)}${say(messages.colon)}${demand} ${found}`
}

function findingLines({ kind, before, after }: FindingChange, context: Context): readonly string[] {
  const { locale, paint, say } = context
  const told = after ?? before
  const { path, force, cites, next } = describeFinding(told, locale)
  const rule = told.rule.slice(told.rule.indexOf('/') + 1)
  const sides = kind === 'changes'
    ? [`${say(diffMessages.before)}${say(messages.colon)}${findingText(before, context)}`, `${say(diffMessages.after)}${say(messages.colon)}${findingText(after, context)}`]
    : [findingText(told, context)]
  return [
    `  ${paint(signStyles[kind], signs[kind])} ${path} · ${force} · ${paint('bold', cites)} ${paint('dim', `· ${rule}`)}`,
    ...[...sides, ...(after === null || next === '' ? [] : [next])].map((line) => `      ${line}`),
  ]
}

/** A figure as it is printed in an answer; `undefined` is one that the answer does not have. */
function figureText(figure: unknown, { say }: Context): string {
  if (figure === undefined) return say(diffMessages.absent)
  if (figure === null) return say(messages.noLimit)
  return typeof figure === 'string' ? printable(figure) : JSON.stringify(figure)
}

function figureLine({ path, before, after }: FigureChange, context: Context): string {
  const change = context.say(diffMessages.change, { before: figureText(before, context), after: figureText(after, context) })
  return `      ${pathText(path)}${context.say(messages.colon)}${change}`
}

function readingText({ id, before, after }: ReadingChange, { say }: Context): string {
  const none = say(diffMessages.notTaken)
  return `${id} ${say(diffMessages.change, { before: before ?? none, after: after ?? none })}`
}

function differenceLines(difference: Difference, context: Context): readonly string[] {
  const { locale, paint, say } = context
  const colon = say(messages.colon)
  if (difference.kind === 'refused') {
    return difference.faults.map(({ path, says }) => `  ${paint('red', '✗')} ${printable(placeText(path, locale))}${colon}${says[locale]}`)
  }
  const { figures, findings, readings } = difference.changes
  return [
    ...findings.flatMap((change) => findingLines(change, context)),
    ...(figures.length === 0 ? [] : [`  ${say(diffMessages.figures)}${colon.trimEnd()}`]),
    ...figures.map((change) => figureLine(change, context)),
    ...(readings.length === 0 ? [] : [paint('dim', `  ${say(diffMessages.readings)}${colon}${readings.map((each) => readingText(each, context)).join(say(messages.semicolon))}`)]),
  ]
}

/** The readings of a combination, and how many more have the same answer. */
function combinationText({ choice, alike }: Comparison, { paint, say }: Context): string {
  const names = Object.entries(choice).map(([id, taken]) => `${id}=${taken}`).join(', ')
  const more = alike === 1 ? say(diffMessages.oneAlike) : say(diffMessages.alike, { count: alike })
  return `${paint('cyan', names)}${alike === 0 ? '' : more}`
}

function recordLines({ question: { record }, comparisons, outcomeStands }: ComparedRecord, context: Context): readonly string[] {
  const { paint, say } = context
  const place = `${placeOf(record.file, record.locate([]))} · ${paint('bold', nameOf(record, context))}`
  if (outcomeStands === null) {
    return comparisons.flatMap(({ difference }) => [`${place} · ${transitionText(transitionOf(difference), context)}`, ...differenceLines(difference, context), ''])
  }
  return [
    `${place} · ${say(outcomeStands ? diffMessages.outcomeStands : diffMessages.outcomeDoesNotStand)}`,
    ...comparisons.flatMap((comparison) => [
      `${combinationText(comparison, context)} · ${transitionText(transitionOf(comparison.difference), context)}`,
      ...differenceLines(comparison.difference, context),
    ]).map((line) => `  ${line}`),
    '',
  ]
}

function summary(report: DiffReport, context: Context): readonly string[] {
  const { say } = context
  const { compared, differ, alike, passedOver, problems, outcomes } = countsOf(report)
  return [
    [
      say(diffMessages.counts, { compared, differ, alike }),
      ...(passedOver === 0 ? [] : [say(diffMessages.passedOver, { count: passedOver })]),
      ...(problems === 0 ? [] : [say(diffMessages.notCompared, { count: problems })]),
    ].join(' · '),
    ...outcomes.map(({ count, ...transition }) => `  ${say(diffMessages.transition, { change: transitionText(transition, context), count })}`),
  ]
}

/** What a person wants to read: which records differ and in what, then the counts. */
export function diffHuman(report: DiffReport, context: Context): string {
  const { locale, paint, say } = context
  const { entry, sides, compared, problems, notLeanedOn } = report
  const before = sides === null ? '' : sideText(sides.from, context)
  const after = sides === null ? '' : sideText(sides.to, context)
  return [
    paint('bold', `${entry.answers[locale]} · ${entry.module.document.short[locale]}`),
    sides === null ? say(diffMessages.acrossSides) : say(diffMessages.sides, { before, after }),
    ...notLeanedOn.map((id) => say(diffMessages.notLeanedOn, { id })),
    '',
    ...compared.filter(({ comparisons }) => comparisons.length > 0).flatMap((each) => recordLines(each, context)),
    ...(problems.length === 0 ? [] : [say(diffMessages.unableToCompare), ...problems.map((problem) => problemLine(problem, context)), '']),
    ...summary(report, context),
  ].join('\n')
}
