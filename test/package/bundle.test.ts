import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { catalogue, modules } from '../../src/catalogue.js'
import { root } from './project.js'

// What a bundler makes of the built package for a browser.

async function bundleOf(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: root },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    charset: 'utf8',
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}

describe('importing one function from the root', () => {
  test.each([...catalogue.values()].map((entry) => [entry.name, entry] as const))('%s brings its own document and no other', async (name, { module }) => {
    const bundle = await bundleOf(`import { ${name} } from 'school-support-rules'\nconsole.log(${name})`)
    const titles = modules.map(({ document }) => document.title['zh-Hant'])
    expect(titles.filter((title) => bundle.includes(title))).toEqual([module.document.title['zh-Hant']])
  })
})

test('the whole library needs nothing of Node', async () => {
  const bundle = await bundleOf("import * as everything from 'school-support-rules'\nconsole.log(everything)")
  expect(bundle).toContain('computeExtraPlaces')
})
