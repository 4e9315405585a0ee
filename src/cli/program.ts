import { Argument, Command, CommanderError, Option } from 'commander'
import { version } from '../../package.json'
import { locales, type Locale, type Text } from '../kernel/text.js'
import { rowForms } from './batch/chunks.js'
import type { BatchOptions } from './commands/batch.js'
import type { CheckOptions } from './commands/check.js'
import type { DiffOptions } from './commands/diff.js'
import type { ExplainOptions } from './commands/explain.js'
import type { LedgerOptions } from './commands/ledger.js'
import type { ListOptions } from './commands/list.js'
import type { RunOptions } from './commands/run.js'
import { completionMessages } from './completion/messages.js'
import { shells, type Shell } from './completion/scripts.js'
import { contextOf, type Context } from './context.js'
import { diffMessages } from './diff/messages.js'
import { failOnChoices } from './fail-on.js'
import { initMessages } from './init/messages.js'
import { Complaint, exitCode, unwritable, type ExitCode, type Io } from './io.js'
import { messages } from './messages.js'
import { printable } from './printable.js'
import { checkFormats, formats, type CheckFormat, type Format } from './reporters/report.js'
import { closest } from './suggest.js'

const NAME = 'school-support-rules'

const EXAMPLES = [
  'init hk-extension-of-study',
  'list',
  'describe checkExtraPlaceUsage',
  'run checkExtraPlaceUsage usage.json',
  'check year.json --locale zh-Hant',
  'explain 10 s1',
  'explain A-E11',
  'completion bash',
] as const

const DIFF_EXAMPLES = [
  'diff checkShortStayDuration stays.csv --to A-S5=partMonths',
  'diff checkShortStayDuration stays.csv --from A-S5=oneExtension --to A-S5=partMonths',
  'diff checkProgrammeEligibility year.json --from 2024-09-01 --to 2025-09-01',
  'diff computeExtraPlaces school.json --across',
] as const

/** The language has to be known before the arguments are read, so that what is wrong with them is said in it. */
function localeIn(argv: readonly string[]): Locale {
  const at = argv.findLastIndex((arg) => arg === '--locale' || arg.startsWith('--locale='))
  if (at < 0) return 'en'
  const asked = argv[at]?.split('=')[1] ?? argv[at + 1]
  return locales.find((locale) => locale === asked) ?? 'en'
}

/** The headings of the help, which commander says in English. */
const titles: Readonly<Record<string, Text>> = {
  'Usage:': messages.usageTitle,
  'Arguments:': messages.argumentsTitle,
  'Options:': messages.optionsTitle,
  'Global Options:': messages.globalOptionsTitle,
  'Commands:': messages.commandsTitle,
}

/** What commander can find wrong with the arguments. */
const usageErrors: Readonly<Record<string, Text>> = {
  'commander.unknownOption': messages.unknownOption,
  'commander.unknownCommand': messages.unknownCommand,
  'commander.missingArgument': messages.missingArgument,
  'commander.excessArguments': messages.excessArguments,
  'commander.optionMissingArgument': messages.optionMissingArgument,
  'commander.invalidArgument': messages.wrongChoice,
}

/** Options that other programs have, and ours for the same. */
const usualElsewhere: ReadonlyMap<string | undefined, string> = new Map([['-v', '--version'], ['-V', '--version']])

/** The same in the language asked for: the names that commander quotes, and what it thinks was meant. */
function usageErrorIn({ say }: Context, { code, message }: CommanderError): string {
  const known = usageErrors[code]
  if (known === undefined) return message.replace(/^error: /, '')
  const found = [...message.matchAll(/'([^']*)'/g)].map(([, name = '']) => printable(name))
  // Of an option commander says first what it is called, of an argument first what was given.
  const quoted = message.includes('command-argument value') ? found.toReversed() : found
  const choices = /Allowed choices are (.+)\./.exec(message)?.[1]?.split(', ')
  const [, near = usualElsewhere.get(quoted[0])] = /\(Did you mean (?:one of )?(.+)\?\)/.exec(message) ?? []
  const meant = choices === undefined ? near : closest(quoted[1] ?? '', choices)
  const suggestion = meant === undefined ? '' : say(messages.didYouMean, { name: meant })
  const [first = '', second = ''] = quoted
  return say(known, { 0: first, 1: second, choices: (choices ?? []).join(say(messages.comma)) }) + suggestion
}

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value]

/** The options that several commands share. */
function optionsOf({ say }: Context) {
  return {
    format: () =>
      new Option(`--format <${formats.join('|')}>`, say(messages.formatOption)).choices(formats).default('human' satisfies Format),
    failOn: () => new Option('--fail-on <outcome>', `${say(messages.failOnOption)} (${failOnChoices.join(' | ')})`).choices(failOnChoices),
    reading: () => new Option('--reading <id=option>', say(messages.readingOption)).argParser(collect).default([]),
    verbose: () => new Option('--verbose', say(messages.verboseOption)),
  }
}

/** The commands; each loads only what it needs when it is called, and hands its exit code to `done`. */
function programOf(context: Context, done: (code: ExitCode) => void): Command {
  const { io, say, paint } = context
  const option = optionsOf(context)
  const program = new Command(NAME)
    .description(say(messages.about))
    .version(version, '--version', say(messages.versionOption))
    .addOption(new Option(`--locale <${locales.join('|')}>`, say(messages.localeOption)).choices(locales))
    .helpOption('-h, --help', say(messages.helpOption))
    .helpCommand(false)
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => paint('bold', titles[title] === undefined ? title : say(titles[title])),
      optionDescription: ({ description }) => description,
      argumentDescription: ({ description }) => description,
    })
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      outputError: () => undefined,
    })
    .exitOverride()
    .addHelpText('after', `\n${say(messages.examples)}\n${EXAMPLES.map((example) => `  ${NAME} ${example}`).join('\n')}`)

  program
    .command('list')
    .description(say(messages.list))
    .addOption(option.format())
    .action(async (options: ListOptions) => { done(await (await import('./commands/list.js')).list(context, options)) })
  program
    .command('describe')
    .description(say(messages.describe))
    .argument('<function>', say(messages.functionName))
    .action(async (name: string) => { done((await import('./commands/describe.js')).describe(context, name)) })
  program
    .command('run')
    .description(say(messages.run))
    .argument('<function>', say(messages.functionName))
    .argument('[file]', say(messages.inputFile), '-')
    .addOption(option.format())
    .addOption(option.failOn().default('breach'))
    .addOption(option.reading())
    .addHelpText('after', `\n${say(messages.exitCodes)}`)
    .action(async (name: string, file: string, options: RunOptions) => {
      done(await (await import('./commands/run.js')).runFunction(context, name, file, options))
    })
  program
    .command('check')
    .description(say(messages.check))
    .argument('[files...]', say(messages.recordFiles))
    .addOption(
      new Option(`--format <${checkFormats.join('|')}>`, say(messages.checkFormatOption)).choices(checkFormats).default('human' satisfies CheckFormat),
    )
    .option('--check <function>', say(messages.checkOption))
    .option('--config <file>', say(messages.configOption))
    .addOption(option.failOn())
    .addOption(option.reading())
    .option('--today <YYYY-MM-DD>', say(messages.todayOption))
    .addOption(option.verbose())
    .addHelpText('after', `\n${say(messages.exitCodes)}`)
    .action(async (files: readonly string[], options: CheckOptions) => {
      done(await (await import('./commands/check.js')).check(context, files, options, program.opts<{ readonly locale?: Locale }>().locale))
    })
  program
    .command('batch')
    .description(say(messages.batch))
    .argument('<function>', say(messages.functionName))
    .argument('[file]', say(messages.rowsFile), '-')
    .addOption(new Option(`--from <${rowForms.join('|')}>`, say(messages.fromOption)).choices(rowForms))
    .addOption(new Option('--workers <number>', say(messages.workersOption)))
    .addOption(option.failOn().default('breach'))
    .addOption(option.reading())
    .addHelpText('after', `\n${say(messages.exitCodes)}`)
    .action(async (name: string, file: string, options: BatchOptions) => {
      done(await (await import('./commands/batch.js')).batch(context, name, file, options))
    })
  program
    .command('diff')
    .description(say(diffMessages.command))
    .argument('<function>', say(messages.functionName))
    .argument('[file]', say(diffMessages.file), '-')
    .addOption(new Option('--from <reading|day>', say(diffMessages.from)).argParser(collect).default([]))
    .addOption(new Option('--to <reading|day>', say(diffMessages.to)).argParser(collect).default([]))
    .option('--across', say(diffMessages.across))
    .addOption(option.format())
    .addHelpText('after', `\n${say(diffMessages.exitCodes)}\n\n${say(messages.examples)}\n${DIFF_EXAMPLES.map((example) => `  ${NAME} ${example}`).join('\n')}`)
    .action(async (name: string, file: string, options: DiffOptions) => {
      done(await (await import('./commands/diff.js')).diff(context, name, file, options))
    })
  program
    .command('explain')
    .description(say(messages.explain))
    .argument('<rule...>', say(messages.ruleName))
    .addOption(option.format())
    .action(async (words: readonly string[], options: ExplainOptions) => {
      done(await (await import('./commands/explain.js')).explain(context, words, options))
    })
  program
    .command('ledger')
    .description(say(messages.ledger))
    .argument('[document]', say(messages.documentName))
    .addOption(option.format())
    .action(async (name: string | undefined, options: LedgerOptions) => {
      done(await (await import('./commands/ledger.js')).ledger(context, name, options))
    })
  program
    .command('schema')
    .description(say(messages.schema))
    .argument('<schema>', say(completionMessages.schema))
    .action(async (name: string) => { done((await import('./commands/schema.js')).schema(context, name)) })
  program
    .command('repl')
    .description(say(messages.repl))
    .action(async () => { done(await (await import('./commands/repl.js')).repl(context)) })
  program
    .command('init')
    .description(say(initMessages.init))
    .argument('[document]', say(initMessages.document))
    .action(async (name: string | undefined) => { done(await (await import('./commands/init.js')).init(context, name)) })
  program
    .command('completion')
    .description(say(completionMessages.completion))
    .addArgument(new Argument('<shell>', say(completionMessages.shell)).choices(shells))
    .action(async (shell: Shell) => { done((await import('./commands/completion.js')).completion(context, shell)) })
  program
    .command('help')
    .description(say(messages.help))
    .argument('[command]', say(messages.commandName))
    .action(async (name: string | undefined) => { done((await import('./commands/help.js')).help(program, name)) })
  program
    .command('complete', { hidden: true })
    .description(say(completionMessages.complete))
    .argument('[word...]', say(completionMessages.word))
    .action(async (words: readonly string[]) => { done(await (await import('./commands/complete.js')).complete(context, program, words)) })
  return program
}

/** Waits until all that was printed is written. */
const written = ({ stdout }: Io): Promise<void> => new Promise((resolve) => { stdout.write('', () => { resolve() }) })

/** Runs one command line, without its first two words, and tells how it ended. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const context = contextOf(io, localeIn(argv))
  let code: ExitCode = exitCode.sound
  const program = programOf(context, (ended) => { code = ended })
  let broken: Complaint | undefined
  io.stdout.on('error', (error) => { broken ??= unwritable(error) })
  const complain = (says: string): void => void io.stderr.write(`${context.say(messages.error, { says: says.split('\n').map(printable).join('\n') })}\n`)
  try {
    await program.parseAsync(argv, { from: 'user' })
    await written(io)
    if (broken !== undefined) throw broken
    return code
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exitCode.sound
      if (error.code !== 'commander.help') complain(usageErrorIn(context, error))
      return exitCode.unable
    }
    if (error instanceof Complaint) {
      complain(error.says[context.locale])
      return exitCode.unable
    }
    throw error
  }
}
