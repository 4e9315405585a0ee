import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'vitest'
import { root, run } from '../package/project.js'

// The runtimes and compilers, as the npm registry has them. Each package ships its program ready to run: no install script is needed.

const cache = join(root, 'node_modules/.cache/school-support-rules-runtimes')

export interface Tool {
  readonly title: string
  readonly name: string
  readonly version: string
  /** The program's file within the package. */
  readonly program: string
}

const { platform, arch } = process

const node = (version: string): Tool => ({
  title: `Node.js ${version}`,
  name: `node-${platform === 'win32' ? 'win' : platform}-${arch}`,
  version,
  program: platform === 'win32' ? 'bin/node.exe' : 'bin/node',
})

const typescript = (version: string): Tool => ({ title: `TypeScript ${version}`, name: 'typescript', version, program: 'bin/tsc' })

const exe = platform === 'win32' ? '.exe' : ''

/** Their answers are what all the others are compared with. */
export const referenceNode = node('20.20.2')
export const nodes: readonly Tool[] = [referenceNode, node('22.23.3'), node('24.21.0'), node('26.10.0')]

export const typescripts: readonly Tool[] = ['5.5.4', '5.9.3', '6.0.3', '7.0.2'].map(typescript)

export const bun: Tool = {
  title: 'Bun 1.4.5',
  name: `@oven/bun-${platform === 'win32' ? 'windows' : platform}-${arch === 'arm64' ? 'aarch64' : arch}`,
  version: '1.4.5',
  program: `bin/bun${exe}`,
}

export const deno: Tool = {
  title: 'Deno 2.9.6',
  name: `@deno/${platform}-${arch}${platform === 'linux' ? '-glibc' : ''}`,
  version: '2.9.6',
  program: `deno${exe}`,
}

/** Chromium comes from the system: Debian's package `chromium`. */
export const chromiumFile = '/usr/bin/chromium'

/** Installs a package into a folder of its own, once for each version, and gives its program. */
function installed({ name, version, program }: Tool): string {
  const folder = join(cache, `${name.replace('/', '-')}@${version}`)
  if (!existsSync(folder)) {
    const unfinished = `${folder}.${process.pid}`
    mkdirSync(unfinished, { recursive: true })
    try {
      run('npm', ['install', '--prefix', unfinished, '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', `${name}@${version}`], unfinished)
      renameSync(unfinished, folder)
    } finally {
      rmSync(unfinished, { recursive: true, force: true })
    }
  }
  return join(folder, 'node_modules', name, program)
}

/** Where everything can be had, nothing may be left out unnoticed. */
const allRequired = process.env['EVERY_RUNTIME'] === 'required'

/** Leaves a test out, with the reason, on a machine that lacks what it needs. */
export function leaveOut({ skip }: TestContext, reason: string): never {
  if (allRequired) throw new Error(`EVERY_RUNTIME=required, but ${reason}`)
  return skip(reason)
}

/** The program of a tool; the test is left out where the registry has none for this machine. */
export function programOf(tool: Tool, context: TestContext): string {
  try {
    return installed(tool)
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
    const firstError = /^npm error (?!code)(.*)$/m.exec(said)?.[1] ?? said
    return leaveOut(context, `${tool.name}@${tool.version} cannot be installed: ${firstError}`)
  }
}

/** The Node.js that gives the reference. */
export const referenceProgram = (): string => installed(referenceNode)
