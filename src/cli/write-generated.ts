import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DIRECTORY_FILE, LISTING_FILE } from './directory.js'
import { directoryOfCatalogue, listingOfCatalogue } from './directory-of-catalogue.js'
import { packageFolder } from './package-folder.js'
import { allSchemas } from './schemas/all-schemas.js'

// The last step of the build: what is made of the catalogue, for those that should not have to load it.

const built = join(packageFolder(), 'dist')

function write(path: string, value: unknown): void {
  const file = join(built, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(value)}\n`)
}

write(`cli/${LISTING_FILE}`, listingOfCatalogue())
write(`cli/${DIRECTORY_FILE}`, directoryOfCatalogue())
for (const [path, schema] of allSchemas()) write(`schemas/${path}.json`, schema)
