import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { modules, type CatalogueEntry, type DocumentModule } from '../../catalogue.js'
import { CONFIG_NAME } from '../config-schema.js'
import type { Context } from '../context.js'
import { soundInput } from '../golden.js'
import { initMessages } from '../init/messages.js'
import { writeNewFiles } from '../init/new-files.js'
import { exitCode, type ExitCode } from '../io.js'
import { documentNamed } from '../names.js'

const RECORDS = 'records'
const PROGRAM = 'npx school-support-rules'

/** Where a project that has the package among its own holds the schemas. */
const SCHEMAS = 'node_modules/school-support-rules/dist/schemas'

/** The first function of a document, in the order of its text, that has a sample in order; those that check come first. */
async function sampleOf(module: DocumentModule): Promise<{ readonly entry: CatalogueEntry; readonly input: unknown }> {
  const checking = module.functions.filter(({ name }) => name.startsWith('check'))
  for (const each of [...checking, ...module.functions]) {
    const entry = { ...each, module }
    const input = await soundInput(entry)
    if (input !== undefined) return { entry, input }
  }
  throw new Error(`no function of ${module.document.id} has a golden case that is in order`)
}

/** The documents to choose from, numbered. */
const choices = ({ locale, paint }: Context): string =>
  modules.map(({ document }, index) => `  ${index + 1}. ${paint('cyan', document.id)}  ${document.title[locale]}`).join('\n')

/** What somebody at a terminal answers; `undefined` when they leave instead, with Ctrl+C or Ctrl+D. */
async function answerOf({ io, say }: Context): Promise<string | undefined> {
  const prompt = createInterface({ input: io.stdin, output: io.stderr })
  const left = once(prompt, 'close').then(() => undefined)
  const answer = await Promise.race([prompt.question(say(initMessages.ask)).catch(() => undefined), left])
  prompt.close()
  if (answer === undefined) io.stderr.write('\n')
  return answer?.trim()
}

/** The document that somebody at a terminal chooses, or the exit code: elsewhere nobody can be asked. */
async function chosenDocument(context: Context): Promise<DocumentModule | ExitCode> {
  const { io, say } = context
  io.stderr.write(`${say(initMessages.whichDocument)}\n${choices(context)}\n`)
  if (io.stdin.isTTY !== true || io.stderr.isTTY !== true) return exitCode.unable
  const answer = await answerOf(context)
  return answer === undefined ? exitCode.interrupted : (modules[Number(answer) - 1] ?? documentNamed(answer))
}

/** An editor finds the schemas by these, where the package is installed beside the files. */
const schemaField = (cwd: string, schema: string, up: string): object =>
  existsSync(join(cwd, SCHEMAS, schema)) ? { $schema: `${up}/${SCHEMAS}/${schema}` } : {}

/** Writes a configuration and a sample record of a document, and tells what to do next. */
export async function init(context: Context, name: string | undefined): Promise<ExitCode> {
  const { io: { cwd }, locale, paint, print, say } = context
  const module = name === undefined ? await chosenDocument(context) : documentNamed(name)
  if (typeof module === 'number') return module

  const { entry, input } = await sampleOf(module)
  const files = new Map<string, object>([
    [CONFIG_NAME, { ...schemaField(cwd, 'config.json', '.'), files: [RECORDS], ...(locale === 'en' ? {} : { locale }) }],
    [`${RECORDS}/${module.document.id}.json`, { ...schemaField(cwd, 'records.json', '..'), check: entry.name, id: 'sample', input }],
  ])
  await writeNewFiles(cwd, files)

  const steps = [
    [`${PROGRAM} check`, initMessages.check],
    [`${PROGRAM} describe ${entry.name}`, initMessages.describe],
    [`${PROGRAM} list`, initMessages.list],
  ] as const
  const width = Math.max(...steps.map(([command]) => command.length))
  print([
    ...[...files.keys()].map((file) => say(initMessages.wrote, { file })),
    '',
    say(initMessages.next),
    ...steps.map(([command, says]) => `  ${paint('cyan', command.padEnd(width))}  ${say(says)}`),
  ].join('\n'))
  return exitCode.sound
}
