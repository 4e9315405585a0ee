import { pathText } from '../../catalogue.js'
import type { Context } from '../context.js'
import { messages } from '../messages.js'
import type { CheckedRecord, Reporter } from './report.js'
import { readingsText } from './readings-text.js'
import { summary } from './summary.js'
import { acceptedText, factText, limitText, noticeText, outcomeOf, placeOf, plain, problemText, toldOf, type Told } from './told.js'
import { nameOf } from '../problems.js'

/** A text that means nothing to Markdown, calls nobody's name and keeps to its cell. */
const literal = (text: string): string =>
  text
    .replace(/[&<>@]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/[\\`*_{}[\]#|~]/g, String.raw`\$&`)
    .replace(/[\r\n]+/g, ' ')

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

function findingRow(told: Told, context: Context): string {
  const { finding, said, position, accepted, checked } = told
  const says = [said.demand, said.found, said.next, accepted === undefined ? '' : acceptedText(accepted, context)]
  return row([
    `${said.sign} ${literal(said.outcome)}`,
    literal(pathText(finding.path) || context.say(messages.wholeInput)),
    literal(placeOf(checked.record.file, position)),
    says.filter((part) => part !== '').map(literal).join('<br>'),
    literal(limitText(finding, context)),
    literal(factText(finding, context)),
    literal(`${said.cites} · ${said.force}`),
    literal(finding.rule),
  ])
}

function section(checked: CheckedRecord, context: Context, verbose: boolean): readonly string[] {
  const { record, answer } = checked
  const { say } = context
  const told = toldOf(checked, context, verbose)
  const columns = [
    messages.outcomeColumn, messages.fieldColumn, messages.placeColumn, messages.saysColumn,
    messages.limitTitle, messages.foundColumn, messages.paragraphTitle, messages.ruleColumn,
  ]
  const readings = readingsText(answer, context)
  return [
    `### ${[placeOf(record.file, record.locate([])), nameOf(record, context), record.entry.name, outcomeOf(checked, context)].map(literal).join(' · ')}`,
    '',
    ...(told.length === 0 ? [] : [row(columns.map((column) => say(column))), row(columns.map(() => '---')), ...told.map((each) => findingRow(each, context)), '']),
    ...(readings === '' ? [] : [literal(readings), '']),
  ]
}

const list = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`### ${literal(heading)}`, '', ...lines.map((line) => `- ${literal(line)}`), '']

/** A page for a job's summary or a comment on a change. */
export const markdown: Reporter = (report, given, verbose) => {
  const context = plain(given)
  const told = verbose ? report.checked : report.checked.filter(({ answer }) => answer.outcome !== 'ok')
  return [
    '## school-support-rules',
    '',
    literal(summary(report, context)),
    '',
    ...told.flatMap((each) => section(each, context, verbose)),
    ...list(context.say(messages.unableToCheck), report.problems.map((problem) => problemText(problem, context))),
    ...list(context.say(messages.noticesHeading), report.notices.map((notice) => noticeText(notice, context))),
  ].join('\n').trimEnd()
}
