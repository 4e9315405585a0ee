import { describeFinding, outcomes, outcomeText, pathText, type Answer } from '../../catalogue.js'
import type { Context } from '../context.js'
import { messages } from '../messages.js'
import { outcomeStyles } from '../paint.js'
import { nameOf, problemLine } from '../problems.js'
import type { SchoolRecord } from '../records.js'
import type { CheckedRecord, CheckReport, Reporter } from './report.js'

type Finding = Answer<unknown>['findings'][number]

/** Whether a finding is worth a reader's time: it is not in order, or it is a way to meet a rule that was not taken. */
const isTold = ({ outcome, met }: Finding): boolean => outcome !== 'ok' || met === false

function findingLines(finding: Finding, record: SchoolRecord, { locale, say, paint }: Context): readonly string[] {
  const { sign, cites, demand, force, found, next } = describeFinding(finding, locale)
  const { line } = record.locate(['input', ...finding.path])
  const path = pathText(finding.path) || say(messages.wholeInput)
  const rule = finding.rule.slice(finding.rule.indexOf('/') + 1)
  const details = finding.outcome === 'ok' ? [`${demand} ${found}`] : [demand, found, next].filter((part) => part !== '')
  const place = `${path}${say(messages.atLine, { line })}`
  return [
    `  ${paint(outcomeStyles[finding.outcome], sign)} ${place} · ${force} · ${paint('bold', cites)} ${paint('dim', `· ${rule}`)}`,
    ...details.map((detail) => `      ${detail}`),
  ]
}

/** The readings that could have been otherwise: `A-E9=justifiedOnly (or allAbsence)`. */
function readingLine({ readings }: Answer<unknown>, { say, paint }: Context): readonly string[] {
  const open = readings.filter(({ alternatives }) => alternatives.length > 0)
  if (open.length === 0) return []
  const list = open.map(({ id, taken, alternatives }) =>
    say(messages.readingTaken, { reading: `${id}=${taken}`, others: alternatives.join(', ') }),
  )
  return [paint('dim', `  ${say(messages.readAs, { list: list.join(', ') })}`)]
}

/** The value of an answer in one line, for those who want everything. */
function figureLine({ value }: Answer<unknown>, { say, paint }: Context): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const list = Object.entries(value).map(([name, figure]) => `${name} ${JSON.stringify(figure)}`)
  return list.length === 0 ? [] : [paint('dim', `  ${say(messages.figures, { list: list.join(', ') })}`)]
}

function recordLines({ record, answer }: CheckedRecord, context: Context, verbose: boolean): readonly string[] {
  const { paint, locale } = context
  const findings = verbose ? answer.findings : answer.findings.filter(isTold)
  const outcome = paint(outcomeStyles[answer.outcome], outcomeText(answer.outcome, locale))
  return [
    `${record.file}:${record.locate([]).line} · ${paint('bold', nameOf(record, context))} · ${record.entry.name} · ${outcome}`,
    ...findings.flatMap((finding) => findingLines(finding, record, context)),
    ...(verbose ? figureLine(answer, context) : []),
    ...readingLine(answer, context),
    '',
  ]
}

function summary({ files, checked, problems, counts }: CheckReport, { say, paint, locale }: Context): string {
  const colon = say(messages.colon)
  const byOutcome = [...outcomes].reverse()
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => paint(outcomeStyles[outcome], `${outcomeText(outcome, locale)}${colon}${counts[outcome]}`))
  const unable = new Set(problems.map(({ file, record }) => `${file} ${record}`)).size
  const notChecked = unable === 0 ? [] : [paint('red', say(messages.notChecked, { count: unable }))]
  return [say(messages.checked, { records: checked.length, files: files.length }), ...byOutcome, ...notChecked].join(' · ')
}

/** What a person wants to read: what is not in order, field by field, then the counts. */
export const human: Reporter = (report, context, verbose) => {
  const told = verbose ? report.checked : report.checked.filter(({ answer }) => answer.outcome !== 'ok')
  const problems = report.problems.map((problem) => problemLine(problem, context))
  return [
    ...told.flatMap((each) => recordLines(each, context, verbose)),
    ...(problems.length === 0 ? [] : [context.say(messages.unableToCheck), ...problems, '']),
    summary(report, context),
  ].join('\n')
}
