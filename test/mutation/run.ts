import { fileURLToPath } from 'node:url'
import { modules } from '../../src/catalogue.js'
import { tryCode } from './code/try-code.js'
import { judge, type Part, type Survivor } from './equivalents.js'
import { tryNumbers } from './numbers/try-numbers.js'

// `npm run mutate`: changes the sources in every way and lists the changes that no test notices.
// `npm run mutate -- hk-extension-of-study` does so for one document, `-- kernel` for the kernel;
// `--numbers` or `--code` for one part only.

const root = fileURLToPath(new URL('../../', import.meta.url))
const KERNEL = 'kernel'
const LEAST_KILLED = 95
const CONCURRENCY = Number(process.env['MUTATE_CONCURRENCY'] ?? 2)

interface Row {
  readonly folder: string
  readonly part: Part
  readonly changes: number
  readonly killed: number
  readonly equivalent: number
  readonly unexplained: number
  readonly score: number
}

interface Tried {
  readonly changes: number
  readonly survivors: readonly Survivor[]
  readonly slow?: readonly Survivor[]
}

const tried: Readonly<Record<Part, (folder: string) => Promise<Tried>>> = {
  numbers: (folder) => tryNumbers(root, folder),
  code: (folder) => tryCode(root, folder, CONCURRENCY),
}

async function rowOf(folder: string, part: Part): Promise<Row & { readonly stale: number }> {
  const { changes, survivors, slow } = await tried[part](folder)
  const { equivalent, unexplained, stale } = judge(folder, part, survivors, slow)
  for (const each of unexplained) console.log(`survived: src/${folder}/${each}`)
  for (const each of stale) console.log(`listed as equivalent, but noticed or no longer there: src/${folder}/${each}`)
  const killed = changes - survivors.length
  return { folder, part, changes, killed, equivalent: equivalent.length, unexplained: unexplained.length, stale: stale.length, score: Number(((killed / changes) * 100).toFixed(1)) }
}

const asked = process.argv.slice(2)
const folders = [KERNEL, ...modules.map(({ document }) => document.id)]
const unknown = asked.filter((each) => !['--numbers', '--code', ...folders].includes(each))
if (unknown.length > 0) {
  console.error(`not a document: ${unknown.join(', ')}; one of ${folders.join(', ')}`)
  process.exit(2)
}
const chosen = folders.filter((folder) => asked.includes(folder))
const parts: readonly Part[] = (['numbers', 'code'] as const).filter((part) => asked.includes(`--${part}`) || !asked.some((each) => each.startsWith('--')))

const rows: (Row & { readonly stale: number })[] = []
for (const folder of chosen.length > 0 ? chosen : folders) {
  for (const part of parts) if (folder !== KERNEL || part === 'code') rows.push(await rowOf(folder, part))
}
console.table(rows)
process.exitCode = rows.every(({ unexplained, stale, score }) => unexplained + stale === 0 && score >= LEAST_KILLED) ? 0 : 1
