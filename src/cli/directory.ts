import { readFile } from 'node:fs/promises'
import type { Directory } from './directory-of-catalogue.js'

export const DIRECTORY_FILE = 'directory.json'

const isDirectory = (value: unknown): value is Directory => Array.isArray(value)

/** What the build wrote beside the command line; in the sources, where it wrote nothing, the same from the catalogue. */
export async function readDirectory(): Promise<Directory> {
  try {
    const read: unknown = JSON.parse(await readFile(new URL(DIRECTORY_FILE, import.meta.url), 'utf8'))
    if (isDirectory(read)) return read
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  return (await import('./directory-of-catalogue.js')).directoryOfCatalogue()
}
