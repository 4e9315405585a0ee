import { describeFinding, pathText, type Answer, type Finding, type Locale } from '../../catalogue.js'
import type { Notice } from '../accepted.js'
import { problemJson, type ProblemJson } from '../problems.js'
import type { CheckedRecord, CheckReport, Reporter } from './report.js'
import { positionOf } from './told.js'

function findingJson(finding: Finding, checked: CheckedRecord, locale: Locale) {
  const { cites, demand, force, found, next, outcome } = describeFinding(finding, locale)
  const { line, column } = positionOf(checked, finding)
  const accepted = checked.accepted.get(finding)
  return {
    rule: finding.rule,
    outcome: finding.outcome,
    path: pathText(finding.path),
    line,
    column,
    paragraph: cites,
    ...(accepted === undefined ? {} : { accepted: { reason: accepted.reason, until: accepted.until } }),
    says: { outcome, force, demand, found, next },
  }
}

function readingJson({ id, taken, alternatives }: Answer<unknown>['readings'][number], { record }: CheckedRecord, locale: Locale) {
  const reading = record.entry.module.readings.find((known) => known.id === id)
  return { id, taken, alternatives, says: { asks: reading?.asks[locale] ?? id, taken: reading?.options[taken]?.[locale] ?? taken } }
}

function recordJson(checked: CheckedRecord, locale: Locale) {
  const { record, answer, outcome } = checked
  return {
    file: record.file,
    record: record.record,
    id: record.id,
    line: record.locate([]).line,
    function: record.entry.name,
    document: record.entry.module.document.id,
    outcome,
    findings: answer.findings.map((finding) => findingJson(finding, checked, locale)),
    readings: answer.readings.map((reading) => readingJson(reading, checked, locale)),
    answer,
  }
}

const noticeJson = ({ kind, file, position, says }: Notice, locale: Locale) => ({ kind, file, ...position, says: says[locale] })

interface ReportJson {
  readonly locale: Locale
  readonly files: readonly string[]
  readonly counts: CheckReport['counts']
  readonly records: readonly object[]
  readonly problems: readonly ProblemJson[]
  readonly notices: readonly object[]
}

/** Everything, as plain data. */
export const reportJson = ({ files, checked, problems, notices, counts }: CheckReport, locale: Locale): ReportJson => ({
  locale,
  files,
  counts,
  records: checked.map((each) => recordJson(each, locale)),
  problems: problems.map((problem) => problemJson(problem, locale)),
  notices: notices.map((notice) => noticeJson(notice, locale)),
})

/** One JSON document with everything, for programs. */
export const json: Reporter = (report, { locale }) => JSON.stringify(reportJson(report, locale), null, 2)
