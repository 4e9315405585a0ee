import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, type Options } from 'tsup'
import ts from 'typescript'

const COMMAND_LINE = 'src/cli/main.ts'
const THREAD = 'src/cli/batch/worker.ts'

/** Every folder that holds a document's module is a subpath of the package. */
const modules = readdirSync('src').filter((folder) => existsSync(`src/${folder}/module.ts`))

const utf8: Options['esbuildOptions'] = (options) => {
  options.charset = 'utf8'
}

/** What a bundler drops by itself when nothing uses it; anything else might do something, for all that it can tell. */
const isPlain = (node: ts.Expression): boolean => ts.isLiteralExpression(node) || ts.isFunctionLike(node)

/** The code with every constant of the file that is worked out marked as dispensable: none has a side effect. */
function withDispensableConstants(code: string): string {
  const { statements } = ts.createSourceFile('module.ts', code, ts.ScriptTarget.ES2022)
  const workedOut = statements
    .flatMap((statement) => (ts.isVariableStatement(statement) ? statement.declarationList.declarations : []))
    .flatMap(({ name, initializer }) => (initializer !== undefined && ts.isIdentifier(name) && !isPlain(initializer) ? [initializer] : []))
  return workedOut.reduceRight(
    (changed, { pos, end }) => `${changed.slice(0, pos)} /* @__PURE__ */ (() => (${changed.slice(pos, end)}))()${changed.slice(end)}`,
    code,
  )
}

/** Lets a bundler drop the schemas, rules and constants of the functions that are not used: they share a file with the others. */
const dispensableConstants: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'dispensable-constants',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({ contents: withDispensableConstants(readFileSync(path, 'utf8')), loader: 'ts' }))
  },
}

const publicFaces = { index: 'src/index.ts', ...Object.fromEntries(modules.map((id) => [id, `src/${id}/index.ts`])) }

/**
 * The library: the root and a subpath for each document, in both module formats. What they share is split off, so
 * that an `InputError` is the same class wherever it is imported from, and a bundler drops the documents not used.
 */
const library: Options = {
  // The catalogue holds every document: as an entry it is split off too, and the root is left with re-exports.
  entry: { ...publicFaces, catalogue: 'src/catalogue.ts' },
  format: ['esm', 'cjs'],
  platform: 'neutral',
  target: 'es2022',
  splitting: true,
  // TypeScript 6 calls an option deprecated that the bundler of the declarations sets.
  dts: { entry: publicFaces, compilerOptions: { ignoreDeprecations: '6.0' } },
  clean: ['!cli'],
  esbuildOptions: utf8,
  esbuildPlugins: [dispensableConstants],
}

const CLI_FOLDER = 'dist/cli'

/** The licences of the packages that were bundled; the bundle names the file of each part in a comment. */
function writeLicences(): Promise<void> {
  const bundle = readdirSync(CLI_FOLDER).filter((file) => file.endsWith('.js')).map((file) => readFileSync(`${CLI_FOLDER}/${file}`, 'utf8')).join('\n')
  const packages = new Set(Array.from(bundle.matchAll(/^\/\/ \S*node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//gm), ([, name = '']) => name))
  const licences = [...packages].sort().map((name) => {
    const file = readdirSync(`node_modules/${name}`).find((each) => /^licen[cs]e(?:[-.]\w+)*$/i.test(each))
    if (file === undefined) throw new Error(`${name} is bundled into the command line, but has no licence to ship with it`)
    return `${name}\n\n${readFileSync(`node_modules/${name}/${file}`, 'utf8').trim()}\n`
  })
  writeFileSync(`${CLI_FOLDER}/THIRD-PARTY-LICENSES.txt`, licences.join('\n---\n\n'))
  return Promise.resolve()
}

/**
 * Lets every command say that it needs what starts the command line, which is loaded by then: its parts then share one
 * file. The bundler would write a file for every set of commands that share a part, and Node would open each.
 */
const oneStart: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'one-start',
  setup(build) {
    const START = '../program.js'
    build.onLoad({ filter: /[\\/]src[\\/]cli[\\/]commands[\\/].*\.ts$/ }, ({ path }) => ({ contents: `import '${START}'\n${readFileSync(path, 'utf8')}`, loader: 'ts' }))
    build.onResolve({ filter: /^\.\.\/program\.js$/ }, ({ resolveDir }) => ({ path: join(resolveDir, '../program.ts'), sideEffects: true }))
  },
}

/**
 * The parser of the command line can start commands that are programs of their own. There are none here, and what
 * starts them takes Node longer to load than the parser.
 */
const noOtherPrograms: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'no-other-programs',
  setup(build) {
    const namespace = 'unused'
    build.onResolve({ filter: /^node:child_process$/ }, ({ importer, path }) => (/[\\/]commander[\\/]/.test(importer) ? { path, namespace } : undefined))
    build.onLoad({ filter: /.*/, namespace }, () => ({ contents: 'module.exports = {}', loader: 'js' }))
  },
}

/**
 * The command line, and the threads of a batch, with all that they need, so that they install nothing of their own. A
 * command loads the parts that it uses: what names every function need not load any.
 */
const commandLine: Options = {
  entry: { main: COMMAND_LINE, worker: THREAD },
  outDir: CLI_FOLDER,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  splitting: true,
  noExternal: [/./],
  // So that every bundler and runtime knows them for Node's own modules.
  removeNodeProtocol: false,
  // Bundled CommonJS asks for Node's own modules with `require`.
  banner: { js: "import { createRequire as requireFrom } from 'node:module'\nconst require = requireFrom(import.meta.url)" },
  clean: true,
  esbuildOptions(options) {
    options.charset = 'utf8'
    // Some packages bundle others into their CommonJS file; their ES modules leave each with its own licence.
    options.mainFields = ['module', 'main']
  },
  esbuildPlugins: [oneStart, noOtherPrograms],
  onSuccess: writeLicences,
}

export default defineConfig(existsSync(COMMAND_LINE) ? [library, commandLine] : [library])
