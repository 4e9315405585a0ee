import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { modules } from '../src/catalogue.js'
import type { DocumentModule } from '../src/kernel/document.js'
import { declarations } from './sources.js'

// `npm run docs` writes what these tests compare.

const fileIn = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url))
const read = (name: string): string => readFileSync(fileIn(name), 'utf8')

const sourceTags = new Map(
  declarations().map(({ name, tags }) => [name, tags.find((tag) => tag.name === 'source')?.text.replace(/\s+/g, ' ')] as const),
)

/** The paragraphs that a function encodes: its `@source`, without the name of the document. */
const paragraphs = (name: string, { document }: DocumentModule): string => (sourceTags.get(name) ?? '').replace(`${document.short.en} `, '')

function tableOf(module: DocumentModule): string {
  const { document, functions } = module
  const rows = functions.map(({ name, answers }) => `| \`${name}\` | ${answers.en} | ${paragraphs(name, module)} |`)
  return [
    `### ${document.title.en}`,
    '',
    `\`school-support-rules/${document.id}\` · ${document.title['zh-Hant']} · issued ${document.issued} · covers: ${document.covers.en}`,
    '',
    '| Function | Answers | Paragraphs |',
    '|---|---|---|',
    ...rows,
  ].join('\n')
}

const START = '<!-- functions: written by `npm run docs` -->'
const END = '<!-- /functions -->'

test('the README lists every function by document and paragraph', async () => {
  const readme = read('README.md')
  const start = readme.indexOf(START)
  const end = readme.indexOf(END)
  expect(start, START).toBeGreaterThan(-1)
  expect(end, END).toBeGreaterThan(start)
  const written = [readme.slice(0, start + START.length), ...modules.map(tableOf), readme.slice(end)].join('\n\n')
  await expect(written).toMatchFileSnapshot(fileIn('README.md'))
})

const subpath = (name: string): object => ({
  import: { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` },
  require: { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` },
})

test('the package has a subpath for every document', async () => {
  const manifest = z.record(z.string(), z.json()).parse(JSON.parse(read('package.json')))
  const exported = {
    '.': subpath('index'),
    ...Object.fromEntries(modules.map(({ document }) => [`./${document.id}`, subpath(document.id)])),
    './schemas/*': './dist/schemas/*',
    './fixtures/*': './fixtures/*',
    './package.json': './package.json',
  }
  await expect(`${JSON.stringify({ ...manifest, exports: exported }, null, 2)}\n`).toMatchFileSnapshot(fileIn('package.json'))
})
