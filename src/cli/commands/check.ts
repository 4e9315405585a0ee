import { InputError, type Outcome } from '../../catalogue.js'
import type { Context } from '../context.js'
import { codeAfter, type FailOn } from '../fail-on.js'
import { inputFaults } from '../input-faults.js'
import { exitCode, shownName, type ExitCode } from '../io.js'
import type { Problem } from '../problems.js'
import { choiceFor, choiceFrom, type Choice } from '../readings.js'
import { readRecords, type SchoolRecord } from '../records.js'
import type { CheckedRecord, CheckReport, Format, Reporter } from '../reporters/report.js'

export interface CheckOptions {
  readonly format: Format
  readonly failOn: FailOn
  readonly reading: readonly string[]
  readonly verbose?: true
}

const reporters: Readonly<Record<Format, () => Promise<Reporter>>> = {
  human: async () => (await import('../reporters/human.js')).human,
  json: async () => (await import('../reporters/json.js')).json,
}

/** Asks the function that a record names; a reading chosen on the command line goes before the record's own. */
function ask(record: SchoolRecord, choice: Choice): CheckedRecord | readonly Problem[] {
  const { entry, input, file, id, record: index } = record
  const readings = { ...record.choice, ...choiceFor(entry.module, choice) }
  try {
    return { record, answer: entry.run(input, { readings }) }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return inputFaults(entry, error).map(({ path, says }) => {
      const inRecord = ['input', ...path]
      return { file, id, record: index, path: inRecord, position: record.locate(inRecord), says }
    })
  }
}

function countsOf(checked: readonly CheckedRecord[]): Readonly<Record<Outcome, number>> {
  const counts = { ok: 0, advice: 0, judgement: 0, incomplete: 0, breach: 0 }
  for (const { answer } of checked) counts[answer.outcome] += 1
  return counts
}

/** Checks files of records, all of them, whatever is wrong with some. */
export async function check(context: Context, files: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const choice = choiceFrom(options.reading)
  const checked: CheckedRecord[] = []
  const problems: Problem[] = []
  for (const file of files) {
    for (const read of await readRecords(context.io, file)) {
      const asked = 'says' in read ? [read] : ask(read, choice)
      if ('answer' in asked) checked.push(asked)
      else problems.push(...asked)
    }
  }
  const report: CheckReport = { files: files.map(shownName), checked, problems, counts: countsOf(checked) }
  const reporter = await reporters[options.format]()
  context.print(reporter(report, context, options.verbose === true))
  return problems.length > 0 ? exitCode.unable : codeAfter(checked.map(({ answer }) => answer), options.failOn)
}
