import { describeFinding, pathText, type Answer, type Locale } from '../../catalogue.js'
import { problemJson } from '../problems.js'
import type { SchoolRecord } from '../records.js'
import type { CheckedRecord, Reporter } from './report.js'

function findingJson(finding: Answer<unknown>['findings'][number], { locate }: SchoolRecord, locale: Locale) {
  const { cites, demand, force, found, next, outcome } = describeFinding(finding, locale)
  const { line, column } = locate(['input', ...finding.path])
  return {
    rule: finding.rule,
    outcome: finding.outcome,
    path: pathText(finding.path),
    line,
    column,
    paragraph: cites,
    says: { outcome, force, demand, found, next },
  }
}

function readingJson({ id, taken, alternatives }: Answer<unknown>['readings'][number], { entry }: SchoolRecord, locale: Locale) {
  const reading = entry.module.readings.find((known) => known.id === id)
  return { id, taken, alternatives, says: { asks: reading?.asks[locale] ?? id, taken: reading?.options[taken]?.[locale] ?? taken } }
}

function recordJson({ record, answer }: CheckedRecord, locale: Locale) {
  return {
    file: record.file,
    record: record.record,
    id: record.id,
    line: record.locate([]).line,
    function: record.entry.name,
    document: record.entry.module.document.id,
    outcome: answer.outcome,
    findings: answer.findings.map((finding) => findingJson(finding, record, locale)),
    readings: answer.readings.map((reading) => readingJson(reading, record, locale)),
    answer,
  }
}

/** One JSON document with everything, for programs. */
export const json: Reporter = ({ files, checked, problems, counts }, { locale }) =>
  JSON.stringify(
    {
      locale,
      files,
      counts,
      records: checked.map((each) => recordJson(each, locale)),
      problems: problems.map((problem) => problemJson(problem, locale)),
    },
    null,
    2,
  )
