import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { catalogue } from 'school-support-rules'
import * as z from 'zod'

type Entry = NonNullable<ReturnType<(typeof catalogue)['get']>>

const GoldenFile = z.object({ cases: z.array(z.object({ input: z.json(), error: z.json().optional() })) })

/** The inputs of a function's golden cases that it accepts as they stand, each once. */
export function acceptedInputs(entry: Entry): readonly unknown[] {
  const { name, module } = entry
  const file = fileURLToPath(import.meta.resolve(`school-support-rules/fixtures/${module.document.id}/${name}.json`))
  const { cases } = GoldenFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  const accepted = cases.filter(({ input, error }) => error === undefined && isAnswered(() => entry.run(input)))
  return [...new Map(accepted.map(({ input }) => [JSON.stringify(input), input])).values()]
}

/** A case may be accepted only under a reading of its own. */
function isAnswered(ask: () => unknown): boolean {
  try {
    ask()
    return true
  } catch {
    return false
  }
}
