import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Stryker } from '@stryker-mutator/core'
import { modules } from '../../../src/catalogue.js'
import type { Survivor } from '../equivalents.js'

export interface Tried {
  readonly changes: number
  /** Changes that no test noticed. */
  readonly survivors: readonly Survivor[]
  /** Changes that were noticed by how long the tests took, which depends on the machine. */
  readonly slow: readonly Survivor[]
}

type Mutant = Awaited<ReturnType<Stryker['runMutationTest']>>[number]

/** Sentences, re-exports and lists of functions have tests of their own. */
const NOT_CODE = '{ledger,module,index}.ts'

const common: ConstructorParameters<typeof Stryker>[0] = {
  coverageAnalysis: 'perTest',
  ignorers: ['prose'],
  // The plugins are TypeScript.
  testRunnerNodeArgs: ['--import', 'tsx'],
  reporters: [],
  ignorePatterns: ['dist', 'reports', 'coverage', '.stryker-tmp', '*.md'],
  tempDirName: `.stryker-tmp/${process.pid}`,
}

/** What documents do beside answering: cite, compare, and refuse what is too long for a golden case. */
const besideAnswering = ['test/*citation.test.ts', 'test/hsinchu-versions.test.ts', 'test/hk-community-projects.test.ts']

const prose = import.meta.resolve('./prose.ts')
const byGoldenCases = { ...common, testRunner: 'golden', plugins: [import.meta.resolve('./golden-runner.ts'), prose] }
const byOtherTests = {
  ...common,
  testRunner: 'vitest',
  plugins: [import.meta.resolve('@stryker-mutator/vitest-runner'), prose],
  vitest: { configFile: fileURLToPath(import.meta.resolve('./vitest.config.ts')), related: false },
}

const killed = ({ status }: Mutant): boolean => status === 'Killed'
const timedOut = ({ status }: Mutant): boolean => status === 'Timeout'
const survived = ({ status }: Mutant): boolean => status === 'Survived' || status === 'NoCoverage'
const place = ({ fileName, location: { start, end } }: Mutant): string => `${fileName}:${start.line}:${start.column}-${end.line}:${end.column}`
/** The same place as Stryker takes it to mutate nothing else: its columns are then counted from 0. */
const rangeOf = (root: string, { fileName, location: { start, end } }: Mutant): string =>
  `${relative(root, fileName)}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`
const keyOf = (mutant: Mutant): string => `${place(mutant)} ${mutant.mutatorName} ${mutant.replacement}`

const onOneLine = (code: string): string => code.replace(/\s+/g, ' ').slice(0, 100)

/** The source that a mutant replaces, and the line where it starts. */
function replaced({ fileName, location: { start, end } }: Mutant): { readonly original: string; readonly source: string } {
  const lines = readFileSync(fileName, 'utf8').split('\n')
  const [from = 0, to = 0] = [start, end].map(({ line, column }) => lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0) + column - 1)
  return { original: lines.join('\n').slice(from, to), source: lines[start.line - 1]?.trim() ?? '' }
}

/** Lets Stryker change the code of a document, or of the kernel, in every way it knows, and runs the tests each time. */
export async function tryCode(root: string, folder: string, concurrency: number): Promise<Tried> {
  const documents = modules.map(({ document }) => document.id)
  const isKernel = !documents.includes(folder)
  process.env['MUTATION_DOCUMENTS'] = isKernel ? documents.join(' ') : folder
  process.env['MUTATION_TESTS'] = (isKernel ? ['test/kernel/**/*.test.ts'] : besideAnswering).join(' ')
  // The closest tests first: what they let pass, the others may notice.
  const [closest, others] = isKernel ? [byOtherTests, byGoldenCases] : [byGoldenCases, byOtherTests]
  const all = await new Stryker({ ...closest, mutate: [`src/${folder}/**/*.ts`, `!src/${folder}/${NOT_CODE}`], concurrency }).runMutationTest()
  let surviving = all.filter(survived)
  let slow = all.filter(timedOut)
  if (surviving.length > 0) {
    const again = await new Stryker({ ...others, mutate: surviving.map((mutant) => rangeOf(root, mutant)), concurrency }).runMutationTest()
    const noticed = new Set(again.filter((mutant) => killed(mutant) || timedOut(mutant)).map(keyOf))
    surviving = surviving.filter((mutant) => !noticed.has(keyOf(mutant)))
    slow = [...slow, ...again.filter(timedOut)]
  }
  const named = (mutant: Mutant): Survivor => {
    const { original, source } = replaced(mutant)
    const change = `${mutant.mutatorName}: ${onOneLine(mutant.replacement)} for ${onOneLine(original)}`
    return { file: relative(join(root, 'src', folder), mutant.fileName), line: mutant.location.start.line, source, change }
  }
  return { changes: all.filter(({ status }) => status !== 'Ignored').length, survivors: surviving.map(named), slow: slow.map(named) }
}
