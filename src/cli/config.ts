import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { catalogue, InputError, parser, pathText, rules, text, type Locale, type Path, type Text } from '../catalogue.js'
import { AcceptedFields, ConfigFields, CONFIG_NAME, type Accepted, type Config } from './config-schema.js'
import type { Fault } from './input-faults.js'
import { Complaint, type Io } from './io.js'
import { readJson } from './json-file.js'
import type { Position } from './json-text.js'
import { messages } from './messages.js'
import { unknownFunction, unknownName, withSuggestion } from './names.js'
import { paragraphNames, placesCalled } from './paragraphs.js'
import { printable } from './printable.js'
import { wrongChoiceAnywhere } from './readings.js'
import { nameFrom } from './sources.js'

/** A configuration that was read, and where its parts stand. */
export interface ConfigFile {
  readonly name: string
  /** The folder that its files are named from. */
  readonly folder: string
  readonly config: Config
  readonly locate: (path: Path) => Position
}

const parseConfig = parser(ConfigFields)

/** The last part of a rule's id: what `explain` and the report call it. */
export const shortName = (ruleId: string): string => ruleId.slice(ruleId.indexOf('/') + 1)

const ruleNames: ReadonlySet<string> = new Set([...rules.keys()].flatMap((id) => [id, shortName(id)]))

function acceptedFaults({ rule, paragraph, file, id }: Accepted, path: Path): readonly Fault[] {
  const faults: Fault[] = []
  if (rule === undefined && paragraph === undefined) faults.push({ path, says: messages.acceptsWhat })
  if (file === undefined && id === undefined) faults.push({ path, says: messages.acceptsWhere })
  if (rule !== undefined && !ruleNames.has(rule)) faults.push({ path: [...path, 'rule'], says: unknownName(messages.unknownRule, rule, ruleNames) })
  if (paragraph !== undefined && placesCalled(paragraph).length === 0) {
    faults.push({ path: [...path, 'paragraph'], says: unknownName(messages.unknownParagraph, paragraph, paragraphNames()) })
  }
  return faults
}

/** What a schema cannot hold: names of functions, readings, rules and paragraphs. */
function namesUnknownIn({ files = [], readings = {}, accepted = [] }: Config): readonly Fault[] {
  return [
    ...files.flatMap((each, index) =>
      typeof each === 'string' || catalogue.has(each.check)
        ? []
        : [{ path: ['files', index, 'check'], says: unknownFunction(each.check) }],
    ),
    ...Object.entries(readings).flatMap(([id, option]) => {
      const says = wrongChoiceAnywhere(id, option)
      return says === undefined ? [] : [{ path: ['readings', id], says }]
    }),
    ...accepted.flatMap((each, index) => acceptedFaults(each, ['accepted', index])),
  ]
}

const fields = [...Object.keys(ConfigFields.shape), ...Object.keys(AcceptedFields.shape)]

const inBoth = (write: (locale: Locale) => string): Text => text(write('en'), write('zh-Hant'))

/** One line for each fault, in both languages. */
const complaint = (name: string, faults: readonly (Fault & { readonly position: Position | null })[]): Complaint =>
  new Complaint(inBoth((locale) =>
    faults.map(({ path, position, says }) => {
      const place = position === null ? printable(name) : `${printable(name)}:${position.line}:${position.column}`
      return `${[place, ...(path.length === 0 ? [] : [pathText(path)])].join(' · ')}${messages.colon[locale]}${says[locale]}`
    }).join('\n'),
  ))

/** Reads the configuration that is named, or the usual one where there is one; complains about all that is wrong with it. */
export async function readConfig(io: Io, named: string | undefined): Promise<ConfigFile | null> {
  const file = named ?? CONFIG_NAME
  if (named === undefined && !existsSync(resolve(io.cwd, file))) return null
  const json = await readJson(io, file)
  if ('says' in json) throw complaint(json.file, [json])
  const locate = (path: Path): Position => json.text.locate(path)
  const refused = (faults: readonly Fault[]): Complaint => complaint(json.name, faults.map((fault) => ({ ...fault, position: locate(fault.path) })))
  let config: Config
  try {
    config = parseConfig(json.value)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    throw refused(error.issues.map(({ path, code, message }) => ({
      path,
      says: code === 'unrecognized_keys' ? withSuggestion(messages.configUnknownField, String(path.at(-1)), fields) : message,
    })))
  }
  const faults = namesUnknownIn(config)
  if (faults.length > 0) throw refused(faults)
  const path = resolve(io.cwd, file)
  return { name: nameFrom(io.cwd, path), folder: dirname(path), config, locate }
}
