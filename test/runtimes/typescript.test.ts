import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { cleanEnvironment } from '../package/project.js'
import { examplesInOneFile, misuse, refused, use } from '../package/typed-use.js'
import { programOf, typescripts } from './tools.js'

const folder = join(inject('project'), 'types')

const strictest = { strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false, noEmit: true, target: 'ES2022', types: [] }

const settings = [
  { resolution: 'nodenext', options: { module: 'nodenext', moduleResolution: 'nodenext' }, files: ['use.mts', 'use.cts', 'examples.mts', 'misuse.mts'] },
  { resolution: 'bundler', options: { module: 'preserve', moduleResolution: 'bundler' }, files: ['use.ts', 'examples.mts', 'misuse.mts'] },
] as const

beforeAll(() => {
  mkdirSync(folder)
  const sources = { 'use.ts': use, 'use.mts': use, 'use.cts': use, 'examples.mts': examplesInOneFile, 'misuse.mts': misuse }
  for (const [name, code] of Object.entries(sources)) writeFileSync(join(folder, name), code)
  for (const { resolution, options, files } of settings) {
    writeFileSync(join(folder, `${resolution}.json`), JSON.stringify({ compilerOptions: { ...strictest, ...options }, files }))
  }
})

describe.for(typescripts.map((each) => [each.title, each] as const))('%s', ([, typescript]) => {
  const compiled = (program: string, ...args: readonly string[]): string =>
    spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8', env: cleanEnvironment() }).stdout

  test.for(settings.map(({ resolution }) => [resolution] as const))('%s: takes the declarations and every example, refuses misuse', ([resolution], context) => {
    const program = programOf(typescript, context)
    expect(compiled(program, '--version')).toBe(`Version ${typescript.version}\n`)
    const complaints = compiled(program, '-p', `${resolution}.json`, '--pretty', 'false').split('\n').filter((line) => /^\S/.test(line))
    expect(complaints.map((complaint) => /^misuse\.mts\(\d+/.exec(complaint)?.[0] ?? complaint)).toEqual(refused.map((line) => `misuse.mts(${line}`))
  })
})
