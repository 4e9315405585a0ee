import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { outcomes, type CatalogueEntry } from '../catalogue.js'
import { packageFolder } from './package-folder.js'

/** What matters here of a golden case, of which the package ships one file for each function. */
const GoldenFile = z.object({
  cases: z.array(z.object({
    at: z.union([z.string(), z.array(z.string())]),
    input: z.unknown(),
    options: z.unknown().optional(),
    outcome: z.enum(outcomes).optional(),
    error: z.unknown().optional(),
  })),
})

async function casesOf({ name, module }: CatalogueEntry): Promise<z.output<typeof GoldenFile>['cases']> {
  const file = join(packageFolder(), 'fixtures', module.document.id, `${name}.json`)
  try {
    return GoldenFile.parse(JSON.parse(await readFile(file, 'utf8'))).cases
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/** Runs the golden cases of a function; the provisions that those which come out as they should cite. */
export async function exercisedBy(entry: CatalogueEntry): Promise<ReadonlySet<string>> {
  const cases = await casesOf(entry)
  const right = cases.filter(({ input, options, outcome, error }) => error === undefined && entry.run(input, options).outcome === outcome)
  return new Set(right.flatMap(({ at }) => at))
}
