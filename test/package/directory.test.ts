import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { directoryOfCatalogue, listingOfCatalogue } from '../../src/cli/directory-of-catalogue.js'
import { allSchemas } from '../../src/cli/schemas/all-schemas.js'
import { root } from './project.js'

const built = (path: string): unknown => JSON.parse(readFileSync(join(root, 'dist', path), 'utf8'))

test('the built names are those of the catalogue', () => {
  expect(built('cli/directory.json')).toEqual(directoryOfCatalogue())
  expect(built('cli/listing.json')).toEqual(listingOfCatalogue())
})

test('the built schemas are those that the command line prints', () => {
  for (const [path, schema] of allSchemas()) expect(built(`schemas/${path}.json`), path).toEqual(schema)
})
