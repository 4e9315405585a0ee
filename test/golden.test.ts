import { describe, expect, test } from 'vitest'
import { modules } from '../src/catalogue.js'
import { citedBy, goldenConstants, goldenFiles } from './golden-cases.js'
import { differences, isHeld, written } from './golden-check.js'

describe.each(goldenFiles().map((file) => [file.entry.name, file] as const))('%s', (_name, file) => {
  test.each(file.cases.map((golden) => [golden.name, golden] as const))('%s', (_case, golden) => {
    expect(differences(golden, file.entry)).toEqual([])
  })

  test('cites only provisions of its document', () => {
    const locators = file.entry.module.ledger.map(({ at }) => at)
    expect(file.cases.flatMap(citedBy).filter((at) => !locators.includes(at))).toEqual([])
  })
})

const publicFaces = import.meta.glob<object>('../src/*/index.ts', { eager: true })

describe.each(modules.map((module) => [module.document.id, module] as const))('constants of %s', (id, { ledger }) => {
  const { constants, locators } = goldenConstants(id)
  const face = publicFaces[`../src/${id}/index.ts`] ?? {}

  test.each(constants.map((constant) => [constant.name, constant] as const))('%s', (_name, constant) => {
    expect(isHeld(constant, face), JSON.stringify(face)).toBe(true)
  })

  test.each(locators.map((locator) => [locator.at, locator.en, locator] as const))('%s is %s', (at, _en, locator) => {
    expect({ at, ...written(locator, face) }).toEqual(locator)
  })

  test('cites only provisions of its document', () => {
    const provisions = ledger.map(({ at }) => at)
    expect([...constants.flatMap(citedBy), ...locators.map(({ at }) => at)].filter((at) => !provisions.includes(at))).toEqual([])
  })
})
