import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { outcomes, type Answer, type CatalogueEntry } from '../catalogue.js'
import type { Context } from './context.js'
import { packageFolder } from './package-folder.js'
import type { Choice } from './readings.js'

/** What matters here of a golden case, of which the package ships one file for each function. */
const GoldenFile = z.object({
  cases: z.array(z.object({
    name: z.string(),
    at: z.union([z.string(), z.array(z.string())]),
    input: z.unknown(),
    options: z.unknown().optional(),
    outcome: z.enum(outcomes).optional(),
    error: z.unknown().optional(),
  })),
})

const GoldenOptions = z.object({ readings: z.record(z.string(), z.string()).optional() })

/** A golden case that was run and came out as it should. */
export interface RunCase {
  readonly entry: CatalogueEntry
  /** In English only. */
  readonly name: string
  /** The provisions that it cites. */
  readonly at: readonly string[]
  readonly input: unknown
  readonly choice: Choice
  readonly answer: Answer<unknown>
}

async function casesOf({ name, module }: CatalogueEntry): Promise<z.output<typeof GoldenFile>['cases']> {
  const file = join(packageFolder(), 'fixtures', module.document.id, `${name}.json`)
  try {
    return GoldenFile.parse(JSON.parse(await readFile(file, 'utf8'))).cases
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

async function runCases(entry: CatalogueEntry): Promise<readonly RunCase[]> {
  const cases = await casesOf(entry)
  return cases.flatMap(({ name, at, input, options, outcome, error }): readonly RunCase[] => {
    if (error !== undefined) return []
    const answer = entry.run(input, options)
    const choice = GoldenOptions.parse(options ?? {}).readings ?? {}
    return answer.outcome === outcome ? [{ entry, name, at: [at].flat(), input, choice, answer }] : []
  })
}

/** The cases never change while the command line runs, and a paragraph has many rules of the same functions. */
const alreadyRun = new Map<string, Promise<readonly RunCase[]>>()

/** Runs the golden cases of a function that are answered, once; those which come out as they should. */
export function goldenCases(entry: CatalogueEntry): Promise<readonly RunCase[]> {
  const running = alreadyRun.get(entry.name) ?? runCases(entry)
  alreadyRun.set(entry.name, running)
  return running
}

/** The name of a golden case in a line of its own, for those who read English. */
export const nameLine = (name: string, { locale, paint }: Context): readonly string[] => (locale === 'en' ? [`    ${paint('bold', name)}`] : [])

/** The provisions that the golden cases of a function cite, those that come out as they should. */
export async function exercisedBy(entry: CatalogueEntry): Promise<ReadonlySet<string>> {
  return new Set((await goldenCases(entry)).flatMap(({ at }) => at))
}

/** The facts of a golden case that is in order and says so of at least one rule; `undefined` when a function has none. */
export async function soundInput(entry: CatalogueEntry): Promise<unknown> {
  const sound = (await goldenCases(entry)).find(({ choice, answer }) =>
    Object.keys(choice).length === 0 && answer.outcome === 'ok' && answer.findings.some(({ met }) => met === true),
  )
  return sound?.input
}
