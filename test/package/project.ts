import { execFileSync } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'

export const root = fileURLToPath(new URL('../../', import.meta.url))

/** What a program that starts from the tests sees of the environment: nothing of the test runner's. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:VITEST|NODE_ENV$|NODE_OPTIONS$|npm_|FORCE_COLOR$)/.test(name)))
}

/** Runs a program to its end and gives what it printed; throws with that when it fails. */
export const run = (program: string, args: readonly string[], cwd: string): string =>
  execFileSync(program, args, { cwd, encoding: 'utf8', env: cleanEnvironment(), stdio: 'pipe', maxBuffer: Infinity })

const Packed = z.tuple([z.object({ filename: z.string(), files: z.array(z.object({ path: z.string() })) })])

export interface Tarball {
  readonly file: string
  readonly contents: readonly string[]
}

/** Packs what would be published. */
export function pack(folder: string): Tarball {
  const [{ filename, files }] = Packed.parse(JSON.parse(run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], root)))
  return { file: join(folder, filename), contents: files.map(({ path }) => path) }
}

/** A folder of its own, away from this project. */
export interface Project {
  readonly folder: string
  write(name: string, contents: string): string
  run(program: string, ...args: readonly string[]): string
  remove(): void
}

export function newProject(): Project {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'school-support-rules-')))
  return {
    folder,
    write(name, contents) {
      writeFileSync(join(folder, name), contents)
      return join(folder, name)
    },
    run: (program, ...args) => run(program, args, folder),
    remove: () => { rmSync(folder, { recursive: true }) },
  }
}
