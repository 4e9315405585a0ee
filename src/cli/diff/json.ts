import { describeFinding, outcomeText, pathText, type Finding, type Locale, type Outcome } from '../../catalogue.js'
import { problemJson } from '../problems.js'
import type { AnswerChanges, FindingChange } from './compare-answers.js'
import type { ComparedRecord, Comparison } from './compare-record.js'
import { countsOf, transitionOf, type DiffReport } from './report.js'
import type { Side } from './sides.js'

function findingJson(finding: Finding | null, locale: Locale) {
  if (finding === null) return null
  const { outcome, demand, found, next } = describeFinding(finding, locale)
  const { met, fact, limit, margin } = finding
  return { outcome: finding.outcome, met, fact, limit, ...(margin === undefined ? {} : { margin }), says: { outcome, demand, found, next } }
}

function findingChangeJson({ kind, before, after }: FindingChange, locale: Locale) {
  const told = after ?? before
  const { cites, force } = describeFinding(told, locale)
  return {
    change: kind,
    rule: told.rule,
    at: told.at,
    paragraph: cites,
    force,
    path: pathText(told.path),
    before: findingJson(before, locale),
    after: findingJson(after, locale),
  }
}

const changesJson = ({ figures, findings, readings }: AnswerChanges, locale: Locale) => ({
  figures: figures.map(({ path, before, after }) => ({ path: pathText(path), before: before ?? null, after: after ?? null })),
  findings: findings.map((change) => findingChangeJson(change, locale)),
  readings,
})

const outcomeJson = (outcome: Outcome | null, locale: Locale) => (outcome === null ? null : outcomeText(outcome, locale))

function comparisonJson({ choice, alike, difference }: Comparison, locale: Locale) {
  const { before, after } = transitionOf(difference)
  const changes = difference.kind === 'answers' ? changesJson(difference.changes, locale) : { figures: [], findings: [], readings: [] }
  const refused = difference.kind === 'refused' ? difference.faults.map(({ path, says }) => ({ path: pathText(path), says: says[locale] })) : []
  return {
    with: choice,
    furtherCombinations: alike,
    outcome: { before, after, says: { before: outcomeJson(before, locale), after: outcomeJson(after, locale) } },
    ...changes,
    refused,
  }
}

const recordJson = ({ question: { record }, comparisons, outcomeStands }: ComparedRecord, locale: Locale) => ({
  file: record.file,
  record: record.record,
  id: record.id,
  line: record.locate([]).line,
  differs: comparisons.length > 0,
  ...(outcomeStands === null ? {} : { outcomeStands }),
  comparisons: comparisons.map((comparison) => comparisonJson(comparison, locale)),
})

const sideJson = ({ day, choice }: Side) => ({ day: day ?? null, readings: choice })

/** Everything, as plain data. */
export function diffJson(report: DiffReport, locale: Locale): object {
  const { entry, sides, compared, problems, notLeanedOn } = report
  return {
    locale,
    function: entry.name,
    document: entry.module.document.id,
    ...(sides === null ? { across: true } : { across: false, from: sideJson(sides.from), to: sideJson(sides.to) }),
    records: compared.map((each) => recordJson(each, locale)),
    problems: problems.map((problem) => problemJson(problem, locale)),
    notLeanedOn,
    counts: countsOf(report),
  }
}
