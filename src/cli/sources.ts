import { stat } from 'node:fs/promises'
import { isAbsolute, join, posix, relative, resolve, sep } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import type { Text } from '../catalogue.js'
import { CONFIG_NAME } from './config-schema.js'
import { isStdin, type Io } from './io.js'
import { messages } from './messages.js'
import { RECORD_EXTENSIONS } from './record-files.js'

/** What somebody asked to check: files by name, folder or glob, and the function for those records that name none. */
export interface Wanted {
  readonly files: string
  readonly check?: string | undefined
}

/** A file to read, or why there is none. */
export type Source = { readonly file: string; readonly check: string | undefined } | { readonly nothing: string; readonly says: Text }

const IGNORED = ['**/node_modules/**', `**/${CONFIG_NAME}`]

async function kindOf(path: string): Promise<'file' | 'folder' | 'nothing'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file'
  } catch {
    return 'nothing'
  }
}

const sorted = (files: readonly string[]): readonly string[] => files.toSorted((a, b) => (a < b ? -1 : 1))

/** A file by its path from the folder of the command, with the slashes of every system alike; one elsewhere by its full path. */
export function nameFrom(cwd: string, path: string): string {
  const name = relative(cwd, path)
  return (name.startsWith('..') || isAbsolute(name) ? path : name).split(sep).join(posix.sep)
}

/** The files that a name, a folder or a glob stands for. */
export async function filesOf(cwd: string, wanted: string): Promise<readonly string[]> {
  if (isStdin(wanted)) return [wanted]
  const path = resolve(cwd, wanted)
  const kind = await kindOf(path)
  const options = { ignore: IGNORED, expandDirectories: false }
  if (kind === 'folder') {
    const found = await glob(`**/*.{${RECORD_EXTENSIONS.join(',')}}`, { ...options, cwd: path })
    return sorted(found.map((file) => nameFrom(cwd, join(path, file))))
  }
  if (kind === 'nothing' && isDynamicPattern(wanted)) {
    const found = await glob(wanted, { ...options, cwd, absolute: true })
    return sorted(found.map((file) => nameFrom(cwd, resolve(file))))
  }
  return [nameFrom(cwd, path)]
}

/** The files that are asked for, each once, in the order in which they are asked for and then by name. */
export async function sourcesOf({ cwd }: Io, wanted: readonly Wanted[]): Promise<readonly Source[]> {
  const sources = new Map<string, Source>()
  for (const { files, check } of wanted) {
    const found = await filesOf(cwd, files)
    for (const file of found) {
      if (!sources.has(file)) sources.set(file, { file, check })
    }
    if (found.length === 0) sources.set(files, { nothing: files, says: isDynamicPattern(files) ? messages.matchesNothing : messages.noRecordFiles })
  }
  return [...sources.values()]
}
