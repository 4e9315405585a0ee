import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'

/** One change to one place in the source, which no test noticed. */
export interface Survivor {
  /** Within the folder of the document or of the kernel. */
  readonly file: string
  readonly line: number
  /** The line as it stands, to find it again when others move. */
  readonly source: string
  readonly change: string
}

export type Part = 'numbers' | 'code'

const Equivalent = z.strictObject({
  file: z.string(),
  source: z.string(),
  changes: z.array(z.string()).min(1),
  /** Why nothing that can be observed changes. */
  because: z.string().min(1),
})
const Equivalents = z.strictObject({ numbers: z.array(Equivalent), code: z.array(Equivalent) })

const listed = (folder: string, part: Part): z.output<typeof Equivalents>[Part] => {
  const file = fileURLToPath(new URL(`./equivalent/${folder}.json`, import.meta.url))
  return Equivalents.parse(JSON.parse(readFileSync(file, 'utf8')))[part]
}

/** Survivors as they were judged: those that are equivalent, those that nobody explains, and explanations of none. */
export interface Judged {
  readonly equivalent: readonly Survivor[]
  readonly unexplained: readonly string[]
  /** Listed as equivalent, though a test notices the change or the source no longer reads so. */
  readonly stale: readonly string[]
}

const key = (file: string, source: string, change: string): string => `${file} [${change}] ${source}`

/**
 * Holds the survivors in the folder of a document, or of the kernel, against its list of equivalent changes.
 * @param slow changes that were noticed only because the tests took too long: one that is listed, since it changes
 *   nothing but how long an answer takes, may be among them on a busy machine
 */
export function judge(folder: string, part: Part, survivors: readonly Survivor[], slow: readonly Survivor[] = []): Judged {
  const explained = listed(folder, part).flatMap(({ file, source, changes }) => changes.map((change) => key(file, source, change)))
  const keyOf = ({ file, source, change }: Survivor): string => key(file, source, change)
  const notStale = new Set([...survivors, ...slow].map(keyOf))
  return {
    equivalent: survivors.filter((survivor) => explained.includes(keyOf(survivor))),
    unexplained: survivors
      .filter((survivor) => !explained.includes(keyOf(survivor)))
      .map(({ file, line, source, change }) => `${file}:${line} [${change}] ${source}`),
    stale: explained.filter((each) => !notStale.has(each)),
  }
}
