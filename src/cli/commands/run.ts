import { describe, InputError, type Answer, type CatalogueEntry } from '../../catalogue.js'
import type { Context } from '../context.js'
import { codeAfter, type FailOn } from '../fail-on.js'
import { inputFaults } from '../input-faults.js'
import { Complaint, exitCode, isStdin, type ExitCode } from '../io.js'
import { readJson } from '../json-file.js'
import { messages } from '../messages.js'
import { functionNamed } from '../names.js'
import { problemJson, problemLine, type Problem } from '../problems.js'
import { choiceFrom, wrongChoiceIn, type Choice } from '../readings.js'
import type { Format } from '../reporters/report.js'

export interface RunOptions {
  readonly format: Format
  readonly failOn: FailOn
  readonly reading: readonly string[]
}

/** The answer to the input in a file, or what is wrong with it. */
async function ask(
  { io, say }: Context,
  entry: CatalogueEntry,
  file: string,
  readings: Choice,
): Promise<Answer<unknown> | readonly Problem[]> {
  if (isStdin(file) && io.stdin.isTTY === true) io.stderr.write(`${say(messages.typeInput)}\n`)
  const json = await readJson(io, file)
  if ('says' in json) return [json]
  try {
    return entry.run(json.value, { readings })
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    const place = { file: json.name, record: null, id: null }
    return inputFaults(entry, error).map(({ path, says }) => ({ ...place, path, position: json.text.locate(path), says }))
  }
}

/** Asks one function, with input from a file or standard input. */
export async function runFunction(context: Context, name: string, file: string, options: RunOptions): Promise<ExitCode> {
  const { locale, paint } = context
  const entry = functionNamed(name)
  const choice = choiceFrom(options.reading)
  for (const [id, option] of Object.entries(choice)) {
    const wrong = wrongChoiceIn(entry.module, id, option)
    if (wrong !== undefined) throw new Complaint(wrong)
  }

  const asked = await ask(context, entry, file, choice)
  if (!('outcome' in asked)) {
    if (options.format === 'json') context.printJson({ problems: asked.map((problem) => problemJson(problem, locale)) })
    else for (const problem of asked) context.io.stderr.write(`${problemLine(problem, context)}\n`)
    return exitCode.unable
  }
  const question = `${entry.answers[locale]} · ${entry.module.document.short[locale]}`
  if (options.format === 'json') context.printJson(asked)
  else context.print(`${paint('bold', question)}\n${describe(asked, { locale })}`)
  return codeAfter([asked], options.failOn)
}
