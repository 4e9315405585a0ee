import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { catalogue, type CatalogueEntry } from '../src/catalogue.js'
import type { Answer } from '../src/kernel/answer.js'
import { GoldenCases, GoldenConstants, type GoldenCase, type GoldenConstant } from './golden-format.js'

export type { GoldenCase } from './golden-format.js'

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url))

export interface GoldenFile {
  readonly entry: CatalogueEntry
  readonly cases: readonly GoldenCase[]
}

/** Reads the golden cases of every function of the catalogue; a function without a file has no cases. */
export function goldenFiles(): readonly GoldenFile[] {
  return [...catalogue.values()].map((entry) => {
    const folder = `${fixtures}${entry.module.document.id}/`
    const file = `${entry.name}.json`
    if (!readdirSync(folder).includes(file)) return { entry, cases: [] }
    return { entry, cases: GoldenCases.parse(JSON.parse(readFileSync(folder + file, 'utf8'))).cases }
  })
}

/** The golden cases of the constants of a document, and of its locators in English. */
export const goldenConstants = (document: string): GoldenConstants =>
  GoldenConstants.parse(JSON.parse(readFileSync(`${fixtures}constants/${document}.json`, 'utf8')))

/** The provisions that a case cites. */
export const citedBy = ({ at }: GoldenCase | GoldenConstant): readonly string[] => (typeof at === 'string' ? [at] : at)

/** Asks the function what the case asks. */
export const ask = ({ entry }: GoldenFile, { input, options }: GoldenCase): Answer<unknown> => entry.run(input, options)
