import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { compileFunction } from 'node:vm'
import { build, type Plugin } from 'esbuild'
import { globSync } from 'tinyglobby'
import type { FunctionEntry } from '../../src/kernel/document.js'
import { differences, isHeld, isWritten } from '../golden-check.js'
import { GoldenCases, GoldenConstants } from '../golden-format.js'

/** A part of a document, bundled by itself, so that it can be loaded anew with a change in it within milliseconds. */
export interface Bundled {
  /** The function, or the constants of the document. */
  readonly name: string
  /** The source files in the bundle, from the root of the project. */
  readonly files: ReadonlySet<string>
  /**
   * Loads the bundle and asks the golden cases one after the other until one is answered otherwise.
   * @param globals what the code of the bundle finds under the names that `bundled` was given
   * @returns the name of the case that fails, or `undefined` when every case is answered as it says
   */
  firstFailing(globals?: readonly unknown[]): string | undefined
}

/** What a bundle is asked once it is loaded. */
interface Asked {
  readonly name: string
  /** The file that the bundle starts from. */
  readonly file: string
  readonly failing: (loaded: object) => string | undefined
}

const isEntry = (value: unknown): value is FunctionEntry => typeof value === 'object' && value !== null && 'run' in value && 'name' in value

const exportsEntry = /export const (\w+)Entry = /
const LOADING = 'loading'

const json = (...path: readonly string[]): unknown => JSON.parse(readFileSync(join(...path), 'utf8'))

/** Loading and asking may throw under a change, which fails the case. */
function holdsUnderChange(check: () => boolean): boolean {
  try {
    return check()
  } catch {
    return false
  }
}

/** The golden cases of a function, in the order in which they stand. */
function askedOfFunction(root: string, document: string, file: string, name: string): Asked {
  const { cases } = GoldenCases.parse(json(root, 'fixtures', document, `${name}.json`))
  return {
    name,
    file,
    failing(loaded) {
      const entry = Object.values(loaded).find(isEntry)
      if (entry?.name !== name) return LOADING
      return cases.find((golden) => !holdsUnderChange(() => differences(golden, entry).length === 0))?.name
    },
  }
}

/** The golden cases of the constants, and of the locators as they are written. */
function askedOfConstants(root: string, document: string): Asked {
  const { constants, locators } = GoldenConstants.parse(json(root, 'fixtures/constants', `${document}.json`))
  return {
    name: `constants of ${document}`,
    file: `src/${document}/index.ts`,
    failing: (loaded) =>
      constants.find((constant) => !holdsUnderChange(() => isHeld(constant, loaded)))?.name ??
      locators.find((locator) => !holdsUnderChange(() => isWritten(locator, loaded)))?.at,
  }
}

/**
 * Bundles every function of a document, and its constants.
 * @param root the folder of the project
 * @param document the folder of the document within `src`
 * @param globals names that the code of the bundles may use
 */
export async function bundled(root: string, document: string, plugins: readonly Plugin[] = [], globals: readonly string[] = []): Promise<readonly Bundled[]> {
  const require = createRequire(join(root, 'package.json'))
  const functions = globSync(`src/${document}/**/*.ts`, { cwd: root }).flatMap((file) => {
    const name = exportsEntry.exec(readFileSync(join(root, file), 'utf8'))?.[1]
    return name === undefined ? [] : [askedOfFunction(root, document, file, name)]
  })
  return Promise.all(
    [...functions, askedOfConstants(root, document)].map(async ({ name, file, failing }) => {
      const { outputFiles, metafile } = await build({
        absWorkingDir: root,
        entryPoints: [file],
        bundle: true,
        write: false,
        metafile: true,
        format: 'cjs',
        platform: 'node',
        target: 'node20',
        packages: 'external',
        plugins: [...plugins],
        logLevel: 'silent',
      })
      const load = compileFunction(outputFiles[0]?.text ?? '', ['require', 'module', ...globals])
      return {
        name,
        files: new Set(Object.keys(metafile.inputs)),
        firstFailing(values = []) {
          const module: { exports: object } = { exports: {} }
          const loads = holdsUnderChange(() => {
            Reflect.apply(load, undefined, [require, module, ...values])
            return true
          })
          return loads ? failing(module.exports) : LOADING
        },
      }
    }),
  )
}
