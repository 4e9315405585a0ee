import { pathText } from '../../catalogue.js'
import { messages } from '../messages.js'
import { isStdin } from '../io.js'
import type { Position } from '../json-text.js'
import type { Reporter } from './report.js'
import { summary } from './summary.js'
import { linesOf, noticeText, plain, problemText, toldIn, type Level } from './told.js'

const commands: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', note: 'notice' }

/** What a message may not hold as it is. */
const inMessage = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

/** A property ends at a comma, and the properties at a colon. */
const inProperty = (text: string): string => inMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** A line by which a workflow puts a remark beside a line of a file. */
function annotation(level: Level, file: string | null, position: Position | null, title: string, message: string): string {
  const properties = {
    ...(file === null ? {} : { file }),
    ...(file === null || position === null ? {} : { line: String(position.line), col: String(position.column) }),
    title,
  }
  const written = Object.entries(properties).map(([name, value]) => `${name}=${inProperty(value)}`)
  return `::${commands[level]} ${written.join(',')}::${inMessage(message)}`
}

/** The file to point at; there is none for what came from standard input. */
const fileOf = (file: string): string | null => (isStdin(file) || file === '<stdin>' ? null : file)

/** Annotations of GitHub Actions. */
export const github: Reporter = (report, given, verbose) => {
  const context = plain(given)
  const told = toldIn(report, context, verbose).map((each) => {
    const { said, finding, checked, name, position, level } = each
    const title = `${name} · ${pathText(finding.path) || context.say(messages.wholeInput)} · ${said.cites}`
    return annotation(level, fileOf(checked.record.file), position, title, linesOf(each, context).join('\n'))
  })
  const problems = report.problems.map((problem) =>
    annotation('error', fileOf(problem.file), problem.position, context.say(messages.unableToCheck), problemText(problem, context)),
  )
  const notices = report.notices.map((notice) =>
    annotation(notice.kind === 'expired' ? 'warning' : 'note', notice.file, notice.position, context.say(messages.noticesHeading), noticeText(notice, context)),
  )
  return [...told, ...problems, ...notices, summary(report, context)].join('\n')
}
