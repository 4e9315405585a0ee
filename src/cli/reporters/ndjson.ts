import { reportJson } from './json.js'
import type { Reporter } from './report.js'

/** The parts of the JSON report, one a line: each record, problem and notice, then the counts. */
export const ndjson: Reporter = (report, { locale }) => {
  const { records, problems, notices, ...summary } = reportJson(report, locale)
  return [
    ...records.map((record) => ({ type: 'record', ...record })),
    ...problems.map((problem) => ({ type: 'problem', ...problem })),
    ...notices.map((notice) => ({ type: 'notice', ...notice })),
    { type: 'summary', ...summary },
  ].map((line) => JSON.stringify(line)).join('\n')
}
