import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { documents } from './documents.js'
import type { Group, Row } from './rows.js'

// What a bundler adds to a page: this library's own code, minified and compressed. Its packages, which others on the
// page may use too, are left out.

const GOAL = 12
const BYTES_OF_A_KIB = 1024
const runtimePackages = ['zod', 'date-fns', 'date-fns/*', 'decimal.js']

/** KiB of a page's script that uses what it imports. */
async function sizeOf(script: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: script, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    external: runtimePackages,
    logLevel: 'silent',
  })
  const [bundle] = outputFiles
  if (bundle === undefined) throw new Error('nothing was bundled')
  return gzipSync(bundle.contents, { level: 9 }).length / BYTES_OF_A_KIB
}

const using = (names: readonly string[], from: string): string => `import { ${names.join(', ')} } from '${from}'\nconsole.log(${names.join(', ')})`

const shown = (kib: number): string => `${kib.toFixed(1)} KiB`
const row = (what: string, kib: number): Row => ({ what, figure: shown(kib), goal: { says: `at most ${GOAL} KiB`, reached: kib <= GOAL }, doubts: [] })

interface Sized {
  readonly name: string
  readonly kib: number
}

async function singles(): Promise<readonly Sized[]> {
  const names = [...documents.values()].flat()
  const sized = await Promise.all(names.map(async (name) => ({ name, kib: await sizeOf(using([name], 'school-support-rules')) })))
  return sized.toSorted((a, b) => a.kib - b.kib)
}

async function rowsOf(id: string, functions: readonly string[]): Promise<readonly Row[]> {
  const subpath = `school-support-rules/${id}`
  return [
    row(`All functions of \`${id}\``, await sizeOf(using(functions, subpath))),
    { what: `All that \`${id}\` exports, with its ledger`, figure: shown(await sizeOf(`import * as all from '${subpath}'\nconsole.log(all)`)), doubts: [] },
  ]
}

/** Sizes are the same in every run. */
export async function size(): Promise<Group> {
  const sized = await singles()
  const [smallest, largest] = [sized[0], sized.at(-1)]
  if (smallest === undefined || largest === undefined) throw new Error('there is no function')
  const rows = await Promise.all([...documents].map(([id, functions]) => rowsOf(id, functions)))
  return {
    title: 'Own code in a bundle, minified and gzipped',
    rows: [
      row(`One function of the root, the smallest: \`${smallest.name}\``, smallest.kib),
      row(`One function of the root, the largest: \`${largest.name}\``, largest.kib),
      ...rows.flat(),
    ],
    details: sized.map(({ name, kib }) => `${shown(kib).padStart(9)}  ${name}`).toReversed().slice(0, 10),
  }
}
