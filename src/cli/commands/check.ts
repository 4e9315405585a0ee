import { join, relative } from 'node:path'
import * as z from 'zod'
import { InputError, type Finding, type Locale, type Outcome } from '../../catalogue.js'
import { Acceptances } from '../accepted.js'
import { readConfig, type ConfigFile } from '../config.js'
import { CONFIG_NAME, type Accepted } from '../config-schema.js'
import { contextOf, type Context } from '../context.js'
import { codeAfter, worstOf, type FailOn } from '../fail-on.js'
import { inputFaults } from '../input-faults.js'
import { Complaint, exitCode, shownName, type ExitCode } from '../io.js'
import { messages } from '../messages.js'
import { filled, functionNamed } from '../names.js'
import type { Problem } from '../problems.js'
import { choiceFor, choiceFrom, type Choice } from '../readings.js'
import { readRecords } from '../record-files.js'
import type { SchoolRecord } from '../records.js'
import type { CheckedRecord, CheckFormat, CheckReport, Reporter } from '../reporters/report.js'
import { sourcesOf, type Source, type Wanted } from '../sources.js'

export interface CheckOptions {
  readonly format: CheckFormat
  readonly failOn?: FailOn
  readonly reading: readonly string[]
  readonly check?: string
  readonly config?: string
  readonly today?: string
  readonly verbose?: true
}

const reporters: Readonly<Record<CheckFormat, () => Promise<Reporter>>> = {
  human: async () => (await import('../reporters/human.js')).human,
  json: async () => (await import('../reporters/json.js')).json,
  ndjson: async () => (await import('../reporters/ndjson.js')).ndjson,
  sarif: async () => (await import('../reporters/sarif.js')).sarif,
  junit: async () => (await import('../reporters/junit.js')).junit,
  github: async () => (await import('../reporters/github.js')).github,
  markdown: async () => (await import('../reporters/markdown.js')).markdown,
}

/** How the records are asked about. */
interface Asking {
  /** Read so unless a record says otherwise. */
  readonly byDefault: Choice
  /** Read so, whatever a record says. */
  readonly always: Choice
  readonly acceptances: Acceptances
}

/** Asks the function that a record names. */
function ask(record: SchoolRecord, { byDefault, always, acceptances }: Asking): CheckedRecord | readonly Problem[] {
  const { entry, input, file, id, record: index } = record
  const readings = { ...choiceFor(entry.module, byDefault), ...record.choice, ...choiceFor(entry.module, always) }
  try {
    const answer = entry.run(input, { readings })
    const accepted = new Map<Finding, Accepted>()
    for (const finding of answer.findings) {
      const acceptance = acceptances.of(finding, record)
      if (acceptance !== undefined) accepted.set(finding, acceptance)
    }
    return { record, answer, accepted, outcome: worstOf(answer.findings.filter((finding) => !accepted.has(finding))) }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return inputFaults(entry, error).map(({ path, says }) => {
      const inRecord = ['input', ...path]
      return { file, id, record: index, path: inRecord, position: record.locate(inRecord), says }
    })
  }
}

async function checkAll({ io }: Context, sources: readonly Source[], asking: Asking): Promise<Pick<CheckReport, 'checked' | 'problems'>> {
  const checked: CheckedRecord[] = []
  const problems: Problem[] = []
  for (const source of sources) {
    if ('nothing' in source) {
      problems.push({ file: source.nothing, record: null, id: null, path: [], position: null, says: source.says })
      continue
    }
    for (const read of await readRecords(io, source.file, source.check)) {
      const asked = 'says' in read ? [read] : ask(read, asking)
      if ('answer' in asked) checked.push(asked)
      else problems.push(...asked)
    }
  }
  return { checked, problems }
}

function countsOf(checked: readonly CheckedRecord[]): Readonly<Record<Outcome, number>> {
  const counts = { ok: 0, advice: 0, judgement: 0, incomplete: 0, breach: 0 }
  for (const { outcome } of checked) counts[outcome] += 1
  return counts
}

const Day = z.iso.date()

/** The day by which acceptances expire: the one that is named, or that of the machine's calendar. */
function dayOf(named: string | undefined): string {
  if (named !== undefined && !Day.safeParse(named).success) throw new Complaint(filled(messages.notADay, { found: JSON.stringify(named) }))
  const now = new Date()
  const twoDigits = (part: number): string => String(part).padStart(2, '0')
  return named ?? `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`
}

/** What the configuration lists, named from the folder of the command. */
const listedIn = ({ config, folder }: ConfigFile, cwd: string): readonly Wanted[] =>
  (config.files ?? []).map((each) => {
    const { files, check } = typeof each === 'string' ? { files: each, check: undefined } : each
    return { files: join(relative(cwd, folder), files), check }
  })

/** Checks files of records, all of them, whatever is wrong with some. */
export async function check(given: Context, files: readonly string[], options: CheckOptions, locale: Locale | undefined): Promise<ExitCode> {
  const always = choiceFrom(options.reading)
  if (options.check !== undefined) functionNamed(options.check)
  const today = dayOf(options.today)
  const config = await readConfig(given.io, options.config)
  const context = contextOf(given.io, locale ?? config?.config.locale ?? given.locale)

  const listed = config === null ? [] : listedIn(config, given.io.cwd)
  const wanted = files.length > 0 ? files.map((each): Wanted => ({ files: each, check: options.check })) : listed
  if (wanted.length === 0) throw new Complaint(filled(messages.nothingToCheck, { config: CONFIG_NAME }))
  const sources = await sourcesOf(given.io, wanted)
  const acceptances = await Acceptances.of(config, given.io.cwd, today)

  const found = await checkAll(context, sources, { byDefault: config?.config.readings ?? {}, always, acceptances })
  const failOn = options.failOn ?? config?.config.failOn ?? 'breach'
  const names = sources.map((source) => ('nothing' in source ? source.nothing : shownName(source.file)))
  const report: CheckReport = { files: names, ...found, notices: acceptances.notices(names, files.length === 0), counts: countsOf(found.checked), failOn }
  const reporter = await reporters[options.format]()
  context.print(reporter(report, context, options.verbose === true))
  return found.problems.length > 0 ? exitCode.unable : codeAfter(found.checked, failOn)
}
