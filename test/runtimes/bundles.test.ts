import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Metafile } from 'esbuild'
import { describe, expect, inject, test } from 'vitest'
import * as z from 'zod'
import { run } from '../package/project.js'
import { bundlers } from './bundles.js'
import { expectSameAnswers } from './golden-program.js'
import { referenceNode, referenceProgram } from './tools.js'

const folder = inject('project')
const installed = join(folder, 'node_modules/school-support-rules')
const reference = readFileSync(inject('reference'), 'utf8')
const cases = inject('cases')

describe.for(bundlers.map((each) => [each.title, each] as const))('%s', ([, { make }]) => {
  test(`the bundle, on ${referenceNode.title}: ${cases} golden cases, each answer the same`, async () => {
    expectSameAnswers(run(referenceProgram(), [await make(folder, 'bundles-for-node')], folder), reference)
  })
})

describe('what can be reached', () => {
  const Format = z.object({ default: z.string() })
  const Manifest = z.object({ exports: z.record(z.string(), z.union([z.string(), z.object({ import: Format, require: Format })])) })
  const { exports } = Manifest.parse(JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')))
  const files = Object.values(exports)
    .flatMap((each) => (typeof each === 'string' ? [each] : [each.import.default, each.require.default]))
    .filter((file) => /\.c?js$/.test(file))

  async function reachedFrom(file: string): Promise<Metafile> {
    const { metafile } = await build({
      entryPoints: [join(installed, file)],
      absWorkingDir: folder,
      bundle: true,
      write: false,
      metafile: true,
      format: 'esm',
      platform: 'node',
      logLevel: 'silent',
    })
    return metafile
  }

  /** What is not a file of a package: on the platform of Node.js, its built-in modules. */
  const builtIns = ({ inputs }: Metafile): readonly string[] =>
    Object.values(inputs).flatMap(({ imports }) => imports.filter(({ external }) => external === true).map(({ path }) => path))

  test(`from any of the ${files.length} entries: no built-in module of Node.js, nothing of the command line`, async () => {
    for (const file of files) {
      const metafile = await reachedFrom(file)
      expect(builtIns(metafile), file).toEqual([])
      expect(Object.keys(metafile.inputs).filter((path) => path.includes('/cli/')), file).toEqual([])
    }
  })

  test('from the command line: built-in modules, so they would be seen', async () => {
    expect(builtIns(await reachedFrom('dist/cli/main.js'))).toContain('node:module')
  })
})
