import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { modules } from '../../src/catalogue.js'

// A program that asks the installed package every golden case that it ships, and prints one line of JSON for each.

type Format = 'esm' | 'cjs'

const load: Readonly<Record<Format, (name: string, path: string) => string>> = {
  esm: (name, path) =>
    path.endsWith('.json') ? `import ${name} from '${path}' with { type: 'json' }` : `import * as ${name} from '${path}'`,
  cjs: (name, path) => `const ${name} = require('${path}')`,
}

/** The functions come from the subpath of their document, the error from the root: it must be the same class. */
const ask = `
function told(run, { input, options }) {
  try {
    const answer = run(input, options)
    return { answer, en: root.describe(answer), zh: root.describe(answer, { locale: 'zh-Hant' }) }
  } catch (error) {
    if (!(error instanceof root.InputError)) throw error
    return { issues: error.issues, en: error.in('en'), zh: error.in('zh-Hant') }
  }
}

const lines = golden.flatMap(([functions, { function: name, cases }]) =>
  cases.map((each) => JSON.stringify({ function: name, case: each.name, told: told(functions[name], each) })))

globalThis.goldenAnswers = lines.join('\\n')
console.log(globalThis.goldenAnswers)
`

/** The program for a project that has the package installed. */
export function goldenProgram(project: string, format: Format): string {
  const loads = [load[format]('root', 'school-support-rules')]
  const pairs: string[] = []
  for (const [index, { document }] of modules.entries()) {
    loads.push(load[format](`document${index}`, `school-support-rules/${document.id}`))
    for (const file of readdirSync(join(project, 'node_modules/school-support-rules/fixtures', document.id))) {
      const name = `cases${pairs.length}`
      loads.push(load[format](name, `school-support-rules/fixtures/${document.id}/${file}`))
      pairs.push(`[document${index}, ${name}]`)
    }
  }
  return `${loads.join('\n')}\n\nconst golden = [${pairs.join(', ')}]\n${ask}`
}

const SHOWN = 3

/** Fails unless every byte is the same; shows the first cases that differ. */
export function expectSameAnswers(printed: string, reference: string): void {
  const expected = reference.split('\n')
  const lines = printed.split('\n')
  const differing = expected.flatMap((line, index) => (line === lines[index] ? [] : [{ expected: line, answered: lines[index] }]))
  expect(differing.slice(0, SHOWN), `${differing.length} of ${expected.length} answers differ`).toEqual([])
  expect(printed === reference, 'the same number of answers').toBe(true)
}
