import type { Context } from '../context.js'
import { compareAcross, compareSides, type ComparedRecord } from '../diff/compare-record.js'
import { diffHuman } from '../diff/human.js'
import { diffJson } from '../diff/json.js'
import { diffMessages } from '../diff/messages.js'
import { readInputs, type Question } from '../diff/read-inputs.js'
import type { DiffReport } from '../diff/report.js'
import { sideFrom } from '../diff/sides.js'
import { Complaint, exitCode, isStdin, type ExitCode } from '../io.js'
import { messages } from '../messages.js'
import { functionNamed } from '../names.js'
import type { Problem } from '../problems.js'
import type { Format } from '../reporters/report.js'

export interface DiffOptions {
  readonly format: Format
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly across?: boolean
}

/** The readings that were asked for and that no answer leans on, so that nobody takes silence for a result. */
function notLeanedOn(sides: DiffReport['sides'], compared: readonly ComparedRecord[]): readonly string[] {
  if (sides === null || compared.length === 0) return []
  const asked = new Set([...Object.keys(sides.from.choice), ...Object.keys(sides.to.choice)])
  return [...asked].filter((id) => compared.every(({ leansOn }) => !leansOn.includes(id)))
}

/** Tells what another reading or another version of the text changes in the answers of one function. */
export async function diff(context: Context, name: string, file: string, options: DiffOptions): Promise<ExitCode> {
  const { io, say } = context
  const entry = functionNamed(name)
  const isAcross = options.across === true
  const typed = options.from.length + options.to.length
  if (isAcross && typed > 0) throw new Complaint(diffMessages.acrossAlone)
  if (!isAcross && typed === 0) throw new Complaint(diffMessages.nothingToCompare)
  const sides = isAcross ? null : { from: sideFrom(options.from, entry), to: sideFrom(options.to, entry) }

  if (isStdin(file) && io.stdin.isTTY === true) io.stderr.write(`${say(messages.typeInput)}\n`)
  const { questions, problems, passedOver } = await readInputs(io, file, entry)
  const compare = (question: Question): ComparedRecord | readonly Problem[] =>
    sides === null ? compareAcross(question) : compareSides(question, sides.from, sides.to)
  const results = questions.map(compare)
  const compared = results.filter((result) => 'comparisons' in result)
  const report: DiffReport = {
    entry,
    sides,
    compared,
    problems: [...problems, ...results.flatMap((result) => ('comparisons' in result ? [] : result))],
    passedOver,
    notLeanedOn: notLeanedOn(sides, compared),
  }
  if (options.format === 'json') context.printJson(diffJson(report, context.locale))
  else context.print(diffHuman(report, context))
  if (report.problems.length > 0) return exitCode.unable
  return compared.some(({ comparisons }) => comparisons.length > 0) ? exitCode.found : exitCode.sound
}
