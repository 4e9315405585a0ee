import { mkdirSync, symlinkSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalogue, modules } from '../../src/catalogue.js'
import { newProject, root } from './project.js'

// What a bundler makes of the built package for a browser.

const project = newProject()
const bundles = new Map<string, string>()

beforeAll(async () => {
  mkdirSync(join(project.folder, 'node_modules'))
  symlinkSync(root, join(project.folder, 'node_modules/school-support-rules'), 'junction')
  const everything = project.write('everything.js', "import * as everything from 'school-support-rules'\nconsole.log(everything)")
  const single = [...catalogue.keys()].map((name) => project.write(`${name}.js`, `import { ${name} } from 'school-support-rules'\nconsole.log(${name})`))
  const { outputFiles } = await build({
    entryPoints: [everything, ...single],
    outdir: join(project.folder, 'bundles'),
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    charset: 'utf8',
    logLevel: 'silent',
  })
  for (const { path, text } of outputFiles) bundles.set(basename(path, '.js'), text)
})
afterAll(() => { project.remove() })

const titles = modules.map(({ document }) => document.title['zh-Hant'])
const titlesIn = (bundle: string): readonly string[] => titles.filter((title) => bundles.get(bundle)?.includes(title))

describe('one function imported from the root', () => {
  test.each([...catalogue.values()].map((entry) => [entry.name, entry] as const))('%s brings its own document and no other', (name, { module }) => {
    expect(titlesIn(name)).toEqual([module.document.title['zh-Hant']])
  })
})

test('the whole library can be bundled: it needs nothing of Node', () => {
  expect(titlesIn('everything')).toEqual(titles)
})
