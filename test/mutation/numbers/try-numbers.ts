import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'esbuild'
import type { Survivor } from '../equivalents.js'
import { bundled } from '../functions.js'
import { changed } from './changed.js'
import { CHANGED, withSites, type Site } from './sites.js'

export interface Tried {
  readonly changes: number
  /** Changes that every golden case is answered the same with. */
  readonly survivors: readonly Survivor[]
}

/** It tells of the document and holds no number that anything is calculated with. */
const LEDGER = '/ledger.ts'

/** Makes every change to a number, a date or a comparison of a document by itself, and asks the golden cases each time. */
export async function tryNumbers(root: string, document: string): Promise<Tried> {
  const folder = `src/${document}/`
  const sites: Site[] = []
  const rewritten = new Map<string, string>()
  const rewriting: Plugin = {
    name: 'changeable numbers',
    setup(build) {
      build.onLoad({ filter: new RegExp(`/${folder}.*\\.ts$`) }, ({ path }) => {
        if (path.endsWith(LEDGER)) return undefined
        const known = rewritten.get(path)
        if (known !== undefined) return { contents: known, loader: 'js' }
        const { code, sites: found } = withSites(path.slice(join(root, '/').length), readFileSync(path, 'utf8'), sites.length)
        sites.push(...found)
        rewritten.set(path, code)
        return { contents: code, loader: 'js' }
      })
    },
  }
  const functions = await bundled(root, document, [rewriting], [CHANGED])

  const failing = functions.find((each) => each.firstFailing([changed(undefined)]) !== undefined)
  if (failing !== undefined) throw new Error(`A golden case of ${failing.name} fails without any change.`)

  const survivors: Survivor[] = []
  let changes = 0
  for (const { id, file, line, source, changes: possible } of sites) {
    const concerned = functions.filter(({ files }) => files.has(file))
    for (const [index, change] of possible.entries()) {
      changes += 1
      const globals = [changed({ site: id, change: index })]
      if (!concerned.some((each) => each.firstFailing(globals) !== undefined)) survivors.push({ file: file.slice(folder.length), line, source, change })
    }
  }
  return { changes, survivors }
}
