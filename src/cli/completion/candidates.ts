import type { Argument, Command, Option } from 'commander'
import type { Directory, NamedDocument } from '../directory-of-catalogue.js'
import { text, type Text } from '../../kernel/text.js'
import { completionMessages } from './messages.js'

/** What a word at the cursor can become, and what a shell can say of it. */
export interface Candidate {
  readonly value: string
  readonly says: Text
}

/** Candidates, or whatever files there are. */
export type Completions = readonly Candidate[] | 'files'

const NOTHING = text('', '')

/** What to choose names from: the words before the cursor, and all names. */
interface Choosing {
  readonly before: readonly string[]
  readonly directory: Directory
  readonly program: Command
}

/** The documents that a command line is about: that of the function it names, else all. */
function documentsMeant({ before, directory }: Choosing): Directory {
  const named = directory.filter(({ functions }) => functions.some(({ name }) => before.includes(name)))
  return named.length > 0 ? named : directory
}

const functionsOf = ({ functions }: NamedDocument): readonly Candidate[] => functions.map(({ name, answers }) => ({ value: name, says: answers }))

const functions = ({ directory }: Choosing): readonly Candidate[] => directory.flatMap(functionsOf)

/** Each way to read each unclear point, as it is typed. */
const readings = (choosing: Choosing): readonly Candidate[] =>
  documentsMeant(choosing).flatMap((document) =>
    document.readings.flatMap(({ id, options }) => Object.entries(options).map(([option, says]) => ({ value: `${id}=${option}`, says }))),
  )

const commands = ({ program }: Choosing): readonly Candidate[] =>
  program.createHelp().visibleCommands(program).map((each) => ({ value: each.name(), says: text(each.description(), each.description()) }))

/** What stands in place of a name in the usage of a command, and what can be put there. */
const byPlaceholder: Readonly<Record<string, (choosing: Choosing) => Completions>> = {
  command: commands,
  function: functions,
  schema: (choosing) => [
    { value: 'records', says: completionMessages.recordsSchema },
    { value: 'config', says: completionMessages.configSchema },
    ...functions(choosing),
  ],
  document: ({ directory }) => directory.map(({ id, title }) => ({ value: id, says: title })),
  rule: ({ directory }) => directory.flatMap(({ rules }) => rules.flatMap(({ id, name, says }) => [{ value: name, says }, { value: id, says }])),
  'id=option': readings,
  'reading|day': readings,
  file: () => 'files',
  files: () => 'files',
}

/** The placeholder in the flags of an option: `function` in `--check <function>`. */
const placeholderOf = ({ flags }: Option): string => /[<[](.+?)(?:\.\.\.)?[>\]]/.exec(flags)?.[1] ?? ''

function valuesOf(choices: readonly string[] | undefined, placeholder: string, choosing: Choosing): Completions {
  if (choices !== undefined) return choices.map((value) => ({ value, says: NOTHING }))
  return byPlaceholder[placeholder]?.(choosing) ?? []
}

const takesValue = ({ required, optional }: Option): boolean => required || optional

/** Where the words before the cursor lead: a command, how many of its arguments are given, and an option that waits for its value. */
interface Place {
  readonly command: Command | undefined
  readonly argumentsGiven: number
  readonly waiting: Option | undefined
}

const optionsOf = (command: Command, program: Command): readonly Option[] => {
  const own = command.createHelp().visibleOptions(command)
  return command === program ? own : [...own, ...program.options.filter(({ long }) => long !== '--version')]
}

const optionNamed = (name: string, command: Command, program: Command): Option | undefined =>
  optionsOf(command, program).find(({ long, short }) => name === long || name === short)

function placeAfter(before: readonly string[], program: Command): Place {
  let command: Command | undefined = program
  let argumentsGiven = 0
  let waiting: Option | undefined
  for (const word of before) {
    if (waiting !== undefined) {
      waiting = undefined
    } else if (word.startsWith('-') && word !== '-') {
      const option = command === undefined ? undefined : optionNamed(word, command, program)
      waiting = option !== undefined && takesValue(option) ? option : undefined
    } else if (command === program) {
      command = program.commands.find((each) => each.name() === word)
    } else {
      argumentsGiven += 1
    }
  }
  return { command, argumentsGiven, waiting }
}

/** The argument that comes next; the last one may be given again and again. */
function nextArgument({ registeredArguments }: Command, given: number): Argument | undefined {
  const last = registeredArguments.at(-1)
  return registeredArguments[given] ?? (last?.variadic === true ? last : undefined)
}

const beginningWith = (typed: string, completions: Completions): Completions =>
  completions === 'files' ? 'files' : completions.filter(({ value }) => value.startsWith(typed))

/** What the last word of a command line can become. */
export function completionsOf(program: Command, words: readonly string[], directory: Directory): Completions {
  const [before, typed] = [words.slice(0, -1), words.at(-1) ?? '']
  const { command, argumentsGiven, waiting } = placeAfter(before, program)
  const choosing = { before, directory, program }
  if (command === undefined) return []
  if (waiting !== undefined) return beginningWith(typed, valuesOf(waiting.argChoices, placeholderOf(waiting), choosing))

  const equals = typed.indexOf('=')
  if (typed.startsWith('--') && equals > 0) {
    const option = optionNamed(typed.slice(0, equals), command, program)
    const values = option === undefined ? [] : valuesOf(option.argChoices, placeholderOf(option), choosing)
    return values === 'files' ? 'files' : beginningWith(typed, values.map(({ value, says }) => ({ value: `${typed.slice(0, equals)}=${value}`, says })))
  }
  if (typed.startsWith('-')) {
    return beginningWith(typed, optionsOf(command, program).flatMap(({ long, description }) => (long == null ? [] : [{ value: long, says: text(description, description) }])))
  }
  if (command === program) return beginningWith(typed, commands(choosing))
  const argument = nextArgument(command, argumentsGiven)
  return argument === undefined ? [] : beginningWith(typed, valuesOf(argument.argChoices, argument.name(), choosing))
}
