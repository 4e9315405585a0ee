import { describeFinding, pathText, type Answer, type Finding } from '../../catalogue.js'
import type { Context } from '../context.js'
import { messages } from '../messages.js'
import { outcomeStyles } from '../paint.js'
import { nameOf, problemLine } from '../problems.js'
import { readingsText } from './readings-text.js'
import type { CheckedRecord, Reporter } from './report.js'
import { summary } from './summary.js'
import { acceptedText, noticeText, outcomeOf, placeOf, positionOf, toldFindings } from './told.js'

function findingLines(finding: Finding, checked: CheckedRecord, context: Context): readonly string[] {
  const { locale, say, paint } = context
  const { sign, cites, demand, force, found, next } = describeFinding(finding, locale)
  const { line } = positionOf(checked, finding)
  const path = pathText(finding.path) || say(messages.wholeInput)
  const rule = finding.rule.slice(finding.rule.indexOf('/') + 1)
  const accepted = checked.accepted.get(finding)
  const details = finding.outcome === 'ok' ? [`${demand} ${found}`] : [demand, found, next].filter((part) => part !== '')
  const place = `${path}${say(messages.atLine, { line })}`
  return [
    `  ${paint(outcomeStyles[finding.outcome], sign)} ${place} · ${force} · ${paint('bold', cites)} ${paint('dim', `· ${rule}`)}`,
    ...details.map((detail) => `      ${detail}`),
    ...(accepted === undefined ? [] : [`      ${paint('green', acceptedText(accepted, context))}`]),
  ]
}

/** The readings that could have been otherwise. */
function readingLine(answer: Answer<unknown>, context: Context): readonly string[] {
  const readings = readingsText(answer, context)
  return readings === '' ? [] : [context.paint('dim', `  ${readings}`)]
}

/** The value of an answer in one line, for those who want everything. */
function figureLine({ value }: Answer<unknown>, { say, paint }: Context): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const list = Object.entries(value).map(([name, figure]) => `${name} ${JSON.stringify(figure)}`)
  return list.length === 0 ? [] : [paint('dim', `  ${say(messages.figures, { list: list.join(', ') })}`)]
}

function recordLines(checked: CheckedRecord, context: Context, verbose: boolean): readonly string[] {
  const { record, answer } = checked
  const { paint } = context
  const outcome = paint(outcomeStyles[answer.outcome], outcomeOf(checked, context))
  return [
    `${placeOf(record.file, record.locate([]))} · ${paint('bold', nameOf(record, context))} · ${record.entry.name} · ${outcome}`,
    ...toldFindings(checked, verbose).flatMap((finding) => findingLines(finding, checked, context)),
    ...(verbose ? figureLine(answer, context) : []),
    ...readingLine(answer, context),
    '',
  ]
}

/** What a person wants to read: what is not in order, field by field, then the counts. */
export const human: Reporter = (report, context, verbose) => {
  const told = verbose ? report.checked : report.checked.filter(({ answer }) => answer.outcome !== 'ok')
  const problems = report.problems.map((problem) => problemLine(problem, context))
  const notices = report.notices.map((notice) => `! ${noticeText(notice, context)}`)
  return [
    ...told.flatMap((each) => recordLines(each, context, verbose)),
    ...(problems.length === 0 ? [] : [context.say(messages.unableToCheck), ...problems, '']),
    ...(notices.length === 0 ? [] : [context.say(messages.noticesHeading), ...notices, '']),
    summary(report, context),
  ].join('\n')
}
