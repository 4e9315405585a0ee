import { readFile } from 'node:fs/promises'
import type { Directory, Listing } from './directory-of-catalogue.js'

/** The functions alone are asked for far more often than the names of all rules and readings, which are most of the text. */
export const LISTING_FILE = 'listing.json'
export const DIRECTORY_FILE = 'directory.json'

/** What the build wrote beside the command line; nothing in the sources. */
async function readBuilt(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(new URL(file, import.meta.url), 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

const isListing = (value: unknown): value is Listing => Array.isArray(value)
const isDirectory = (value: unknown): value is Directory => Array.isArray(value)

/** The documents and their functions, as the build wrote them down, or from the catalogue. */
export async function readListing(): Promise<Listing> {
  const read = await readBuilt(LISTING_FILE)
  return isListing(read) ? read : (await import('./directory-of-catalogue.js')).listingOfCatalogue()
}

/** The names of everything, as the build wrote them down, or from the catalogue. */
export async function readDirectory(): Promise<Directory> {
  const read = await readBuilt(DIRECTORY_FILE)
  return isDirectory(read) ? read : (await import('./directory-of-catalogue.js')).directoryOfCatalogue()
}
