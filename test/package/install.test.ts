import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalogue, modules } from '../../src/catalogue.js'
import * as library from '../../src/index.js'
import { codeBlocks } from '../markdown.js'
import { newProject, pack, root, type Tarball } from './project.js'
import { examplesInOneFile, misuse, refused, use } from './typed-use.js'

// The package as its users get it: packed, installed into a fresh project, and used.

const project = newProject()
let tarball: Tarball

beforeAll(() => {
  project.write('package.json', JSON.stringify({ name: 'a-school', private: true }))
  tarball = pack(project.folder)
  project.run('npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', tarball.file)
})
afterAll(() => { project.remove() })

const subpaths = ['school-support-rules', ...modules.map(({ document }) => `school-support-rules/${document.id}`)]

describe('the tarball', () => {
  test('holds the built library, the golden cases and the texts about it, and nothing else', () => {
    const expected = /^(?:dist\/[\w-]+\.(?:js|cjs|d\.ts|d\.cts)|dist\/cli\/(?:[\w-]+\.js|(?:directory|listing)\.json|THIRD-PARTY-LICENSES\.txt)|dist\/schemas\/[\w/-]+\.json|fixtures\/[\w/-]+\.json|package\.json|README\.md|CHANGELOG\.md|LICENSE)$/
    expect(tarball.contents.filter((path) => !expected.test(path))).toEqual([])
    expect(tarball.contents).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'CHANGELOG.md', 'dist/index.js', 'dist/index.cjs']))
  })

  test('holds the golden cases of every function', () => {
    for (const { name, module } of catalogue.values()) expect(tarball.contents).toContain(`fixtures/${module.document.id}/${name}.json`)
  })

  test('brings zod, date-fns and decimal.js, and nothing else', () => {
    const installed = readdirSync(join(project.folder, 'node_modules')).filter((name) => !name.startsWith('.'))
    expect(installed.sort()).toEqual(['date-fns', 'decimal.js', 'school-support-rules', 'zod'])
  })
})

describe.each([
  ['ESM', 'mjs', (path: string) => `await import('${path}')`],
  ['CommonJS', 'cjs', (path: string) => `require('${path}')`],
] as const)('%s', (_format, extension, load) => {
  const printed = (code: string): unknown => JSON.parse(project.run('node', project.write(`use.${extension}`, code)))

  test('finds every name of the root and of each document', () => {
    const code = `const names = [${subpaths.map((path) => `Object.keys(${load(path)})`).join(', ')}]\nconsole.log(JSON.stringify(names))`
    const names = printed(code)
    const own = Array.isArray(names) ? names : []
    expect(own[0]).toEqual(expect.arrayContaining(Object.keys(library)))
    for (const [index, module] of modules.entries()) {
      expect(own[index + 1]).toEqual(expect.arrayContaining(module.functions.map(({ name }) => name)))
    }
  })

  test('answers as the sources do', () => {
    const input = { kind: 'two', sections: [['mild', 6, 90], ['moderate', 6, 60]] } as const
    const code = `const { computeExtraPlaces } = ${load('school-support-rules/hk-extension-of-study')}\nconsole.log(JSON.stringify(computeExtraPlaces(${JSON.stringify(input)})))`
    expect(printed(code)).toEqual(library.computeExtraPlaces({ kind: 'two', sections: [['mild', 6, 90], ['moderate', 6, 60]] }))
  })

  test('throws the one InputError wherever a function is imported from', () => {
    const code = `
      const { InputError } = ${load('school-support-rules')}
      const { computeExtraPlaces } = ${load('school-support-rules/hk-extension-of-study')}
      let thrown
      try { computeExtraPlaces({ kind: 'single', category: 'gifted' }) } catch (error) { thrown = error }
      console.log(JSON.stringify([thrown instanceof InputError, thrown.issues.map(({ path }) => path)]))`
    expect(printed(code)).toEqual([true, [['category']]])
  })

  test('finds the golden cases, the schemas and the manifest', () => {
    const code = `
      const { createRequire } = ${load('node:module')}
      const find = createRequire(${JSON.stringify(join(project.folder, 'use.cjs'))})
      console.log(JSON.stringify([find('school-support-rules/fixtures/hk-extension-of-study/computeExtraPlaces.json').function, find('school-support-rules/package.json').name,
        find('school-support-rules/schemas/records.json').$id, find('school-support-rules/schemas/hk-extension-of-study/computeExtraPlaces.json').title]))`
    expect(printed(code)).toEqual(['computeExtraPlaces', 'school-support-rules', 'school-support-rules/schemas/records.json', 'computeExtraPlaces'])
  })
})

describe('TypeScript', () => {
  const readmeBlocks = codeBlocks(readFileSync(join(root, 'README.md'), 'utf8')).filter(({ language }) => language === 'ts')

  const nodeNext: ts.CompilerOptions = { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext }
  const bundler: ts.CompilerOptions = { module: ts.ModuleKind.Preserve, moduleResolution: ts.ModuleResolutionKind.Bundler }

  /** What the compiler says of files in a project that checks the declarations of its packages too. */
  function complaints(files: Readonly<Record<string, string>>, options: ts.CompilerOptions): readonly string[] {
    const program = ts.createProgram({
      rootNames: Object.entries(files).map(([name, code]) => project.write(name, code)),
      options: { ...options, strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false, noEmit: true, target: ts.ScriptTarget.ES2022, types: [] },
    })
    return ts.getPreEmitDiagnostics(program).map(({ messageText, file, start }) => {
      const line = file === undefined || start === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line + 1
      return `${relative(project.folder, file?.fileName ?? '')}:${line} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
    })
  }

  test('takes the declarations under nodenext, and every example of the sources and the README; refuses misuse', () => {
    const files = {
      'use.mts': use,
      'use.cts': use,
      'examples.mts': examplesInOneFile,
      'misuse.mts': misuse,
      ...Object.fromEntries(readmeBlocks.map(({ code, line }) => [`readme-${line}.mts`, `${code}\nexport {}`])),
    }
    const found = complaints(files, nodeNext)
    expect(found.filter((complaint) => !complaint.startsWith('misuse.mts:'))).toEqual([])
    expect(found.map((complaint) => complaint.split(' ')[0])).toEqual(refused.map((line) => `misuse.mts:${line}`))
  })

  test('takes the declarations under bundler', () => {
    expect(complaints({ 'use.ts': use }, bundler)).toEqual([])
  })
})

describe.runIf(existsSync(join(root, 'src/cli/main.ts')))('the command line', () => {
  test('is installed and lists every function', () => {
    const listed = project.run('npx', '--no-install', 'school-support-rules', 'list')
    for (const name of catalogue.keys()) expect(listed).toContain(name)
  })

  test('comes with the licences of all that is bundled into it', () => {
    const folder = join(project.folder, 'node_modules/school-support-rules/dist/cli')
    const licences = readFileSync(join(folder, 'THIRD-PARTY-LICENSES.txt'), 'utf8')
    for (const name of ['commander', 'date-fns', 'decimal.js', 'zod']) expect(licences).toMatch(new RegExp(`^${name.replace('.', '\\.')}$`, 'm'))
  })
})
