import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { Stryker } from '@stryker-mutator/core'
import type { Survivor } from '../equivalents.js'

export interface Tried {
  readonly changes: number
  /** Changes that no test noticed. */
  readonly survivors: readonly Survivor[]
}

const onOneLine = (code: string): string => code.replace(/\s+/g, ' ').slice(0, 100)

const KERNEL = 'kernel'

/** Which files are not mutated: sentences, re-exports and lists of functions, whose tests are others. */
const NOT_CODE = '{ledger,module,index}.ts'

const kernelRun = { testRunner: 'vitest', plugins: ['@stryker-mutator/vitest-runner'], coverageAnalysis: 'perTest', vitest: { configFile: 'test/mutation/code/vitest.config.ts', related: false } } as const
const documentRun = { testRunner: 'golden', plugins: ['./test/mutation/code/golden-runner.ts'], coverageAnalysis: 'off' } as const

/** Lets Stryker change the code of a document, or of the kernel, in every way it knows, and runs the tests each time. */
export async function tryCode(root: string, folder: string, concurrency: number): Promise<Tried> {
  process.env['MUTATED_DOCUMENT'] = folder
  const { plugins, ...run } = folder === KERNEL ? kernelRun : documentRun
  const stryker = new Stryker({
    ...run,
    mutate: [`src/${folder}/**/*.ts`, `!src/${folder}/${NOT_CODE}`],
    plugins: [...plugins, './test/mutation/code/prose.ts'],
    ignorers: ['prose'],
    testRunnerNodeArgs: ['--import', 'tsx'],
    concurrency,
    reporters: [],
    ignorePatterns: ['dist', 'reports', 'coverage', '*.md'],
    disableTypeChecks: false,
    allowEmpty: false,
  })
  const results = (await stryker.runMutationTest()).filter(({ status }) => status !== 'Ignored')
  const survivors = results
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .map(({ fileName, location: { start, end }, replacement, mutatorName }): Survivor => {
      const lines = readFileSync(fileName, 'utf8').split('\n')
      const mutated = lines.slice(start.line - 1, end.line)
      const last = mutated.length - 1
      const original = mutated.map((line, index) => line.slice(index === 0 ? start.column - 1 : 0, index === last ? end.column - 1 : undefined)).join('\n')
      return {
        file: relative(`${root}/src/${folder}`, fileName),
        line: start.line,
        source: lines[start.line - 1]?.trim() ?? '',
        change: `${mutatorName}: ${onOneLine(replacement)} for ${onOneLine(original)}`,
      }
    })
  return { changes: results.length, survivors }
}
