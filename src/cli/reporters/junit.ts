import builder, { type TestSuite } from 'junit-report-builder'
import { outcomeText } from '../../catalogue.js'
import type { Context } from '../context.js'
import { isFailure, type FailOn } from '../fail-on.js'
import { messages } from '../messages.js'
import { nameOf, type Problem } from '../problems.js'
import type { CheckedRecord, Reporter } from './report.js'
import { linesOf, noticeText, outcomeOf, plain, problemText, toldOf } from './told.js'

/** The end of a section of plain text in XML, which a text from outside may not bring about. */
const asText = (text: string): string => text.replaceAll(']]>', ']] >')

/** The builder counts skipped tests at the root, too, where the schema of JUnit reports has no such attribute. */
const ROOT_SKIPPED = /(<testsuites [^>]*?) skipped="\d+"/

/** A record is a test: it fails with a breach and with whatever makes the command fail; what is left to people is skipped. */
function addRecord(suite: TestSuite, checked: CheckedRecord, failOn: FailOn, context: Context, verbose: boolean): void {
  const { record, answer, outcome } = checked
  const test = suite.testCase().name(nameOf(record, context)).className(record.entry.name)
  const told = toldOf(checked, context, verbose)
  const text = asText(told.map((each) => linesOf(each, context).join('\n')).join('\n\n'))
  if (outcome === 'breach' || isFailure(outcome, failOn)) {
    const worst = told.find(({ finding, accepted }) => finding.outcome === outcome && accepted === undefined)
    const [, ...details] = worst === undefined ? [] : linesOf(worst, context)
    test.failure([outcomeText(outcome, context.locale), ...details].join(' · '), outcome).stacktrace(text)
    return
  }
  if (outcome !== 'ok') test.skipped()
  if (answer.outcome !== 'ok' || text !== '') test.standardOutput([asText(outcomeOf(checked, context)), text].join('\n\n').trim())
}

function addProblem(suite: TestSuite, problem: Problem, context: Context): void {
  const { record, id, file, says } = problem
  const name = record === null && id === null ? file : nameOf(problem, context)
  suite.testCase().name(name).className(context.say(messages.unableToCheck)).error(says[context.locale], 'malformed', asText(problemText(problem, context)))
}

/** JUnit: a file is a suite, a record a test. */
export const junit: Reporter = (report, given, verbose) => {
  const context = plain(given)
  const results = builder.newBuilder().name('school-support-rules')
  const suites = new Map<string, TestSuite>()
  const suiteOf = (file: string): TestSuite => {
    const known = suites.get(file)
    if (known !== undefined) return known
    const suite = results.testSuite().name(file)
    suites.set(file, suite)
    return suite
  }
  for (const file of report.files) suiteOf(file)
  for (const each of report.checked) addRecord(suiteOf(each.record.file), each, report.failOn, context, verbose)
  for (const problem of report.problems) addProblem(suiteOf(problem.file), problem, context)
  for (const notice of report.notices) {
    suiteOf(notice.file).testCase().name(placeName(notice.position.line, context)).className(notice.kind).skipped().standardOutput(asText(noticeText(notice, context)))
  }
  return results.build().replace(ROOT_SKIPPED, '$1')
}

const placeName = (line: number, { say }: Context): string => say(messages.atLine, { line }).trim()
