import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { documents } from './documents.js'
import { timesAsFast } from './interleaved.js'
import { atMostTimes, doubtsAbout, times, type Group, type Row } from './rows.js'
import { median } from './statistics.js'

// Importing one document's module in a fresh process, beside importing only the packages that it needs; and the start
// of the command line beside Node's own. Processes start by turns.

const IMPORT_GOAL = 1.15
const COMMAND_GOAL = 1.5
const QUICK = 7
const THOROUGH = 25

const root = fileURLToPath(new URL('../../', import.meta.url))
const built = (file: string): string => fileURLToPath(new URL(`../../dist/${file}`, import.meta.url))

const imports = (text: string): readonly string[] => Array.from(text.matchAll(/^(?:import|export)\b[^'"]*?["']([^"']+)["']/gm), ([, from = '']) => from)

/** The packages that a built file imports, its own chunks followed. */
function packagesOf(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return new Set()
  seen.add(file)
  const found = imports(readFileSync(built(file), 'utf8'))
  return new Set(found.flatMap((from) => (from.startsWith('./') ? [...packagesOf(from.slice('./'.length), seen)] : [from])))
}

/** Milliseconds from start to end of a process. */
function lasted(args: readonly string[]): number {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${String(status)}: ${stderr}`)
  return performance.now() - start
}

/** How many times as long one process lasts as the other, by turns; the first of each only fills the disk's cache. */
function compared(args: readonly string[], others: readonly string[], rounds: number) {
  const pairs = Array.from({ length: rounds + 1 }, () => [lasted(args), lasted(others)] as const).slice(1)
  const [own, theirs] = [pairs.map(([first]) => first), pairs.map(([, second]) => second)]
  return { ...timesAsFast(own, theirs), own: median(own), theirs: median(theirs) }
}

const importing = (specifiers: Iterable<string>): readonly string[] => [
  '--input-type=module',
  '--eval',
  [...specifiers].map((specifier) => `import ${JSON.stringify(specifier)}`).join('\n'),
]

function importRow(id: string, rounds: number): Row {
  const { ratio, spread, own, theirs } = compared(importing([`school-support-rules/${id}`]), importing(packagesOf(`${id}.js`)), rounds)
  return {
    what: `Importing \`${id}\`, against importing only what it needs`,
    figure: `${times(ratio)} (${Math.round(own)} and ${Math.round(theirs)} ms)`,
    goal: atMostTimes(ratio, IMPORT_GOAL),
    doubts: doubtsAbout(spread),
  }
}

function commandRow(rounds: number): Row {
  const { ratio, spread, own, theirs } = compared([built('cli/main.js'), 'list'], ['--eval', '0'], rounds)
  return {
    what: '`school-support-rules list`, against `node -e 0`',
    figure: `${times(ratio)} (${Math.round(own)} and ${Math.round(theirs)} ms)`,
    goal: atMostTimes(ratio, COMMAND_GOAL),
    doubts: doubtsAbout(spread),
  }
}

/** @param quick fewer processes */
export function start(quick: boolean): Group {
  const rounds = quick ? QUICK : THOROUGH
  return {
    title: 'Start of a process',
    rows: [...[...documents.keys()].map((id) => importRow(id, rounds)), commandRow(rounds)],
    details: [...documents.keys()].map((id) => `${id} needs ${[...packagesOf(`${id}.js`)].join(', ')}`),
  }
}
