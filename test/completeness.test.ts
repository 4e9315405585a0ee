import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { catalogue, modules } from '../src/catalogue.js'
import * as library from '../src/index.js'
import { declarations } from './sources.js'

const publicFaces = import.meta.glob<Readonly<Record<string, unknown>>>('../src/*/index.ts')

const kebabCase = (name: string): string => name.replace(/[A-Z]+/g, (capitals) => `-${capitals.toLowerCase()}`)
const documented = new Map(declarations().map((declaration) => [`${declaration.file} ${declaration.name}`, declaration]))

interface Field {
  readonly path: string
  readonly description: unknown
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every field that a JSON Schema names, wherever it is nested. */
function fieldsOf(schema: unknown, path = ''): readonly Field[] {
  if (Array.isArray(schema)) return schema.flatMap((each) => fieldsOf(each, path))
  if (!isRecord(schema)) return []
  const { properties, ...rest } = schema
  const own = Object.entries(isRecord(properties) ? properties : {}).flatMap(([name, field]) => {
    const here = path === '' ? name : `${path}.${name}`
    return [{ path: here, description: isRecord(field) ? field['description'] : undefined }, ...fieldsOf(field, here)]
  })
  return [...own, ...Object.values(rest).flatMap((each) => fieldsOf(each, path))]
}

test('the catalogue holds every function once', () => {
  const names = modules.flatMap(({ functions }) => functions.map(({ name }) => name))
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  expect([...catalogue.keys()]).toEqual(names)
})

test('an id belongs to one rule', () => {
  const rules = new Map<string, unknown>()
  for (const rule of modules.flatMap(({ functions }) => functions.flatMap((entry) => Object.values(entry.rules)))) {
    expect(rules.get(rule.id) ?? rule, rule.id).toBe(rule)
    rules.set(rule.id, rule)
  }
})

test('a code belongs to one reading', () => {
  const codes = modules.flatMap(({ readings }) => readings.map(({ id }) => id))
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([])
})

describe.each([...catalogue.values()].map((entry) => [entry.name, entry] as const))('%s', (name, entry) => {
  const folder = `src/${entry.module.document.id}`
  const file = `${folder}/${kebabCase(name)}.ts`
  const documentation = documented.get(`${file} ${name}`)

  test('stands in a file of its own, named after it', () => {
    expect(existsSync(fileURLToPath(new URL(`../${file}`, import.meta.url))), file).toBe(true)
    expect(documentation?.exported).toBe(true)
  })

  test('is exported by its module and by the root, and is what the catalogue runs', async () => {
    const face = await publicFaces[`../${folder}/index.ts`]?.()
    const run: unknown = Reflect.get(entry, 'run')
    expect(face).toHaveProperty([name], run)
    expect(library).toHaveProperty([name], run)
  })

  test('says what it answers, and its boundary cases in words', () => {
    const paragraphs = documentation?.text.split(/\n\s*\n/) ?? []
    expect(paragraphs.length, 'a first paragraph that says what it answers, and one on the boundaries').toBeGreaterThan(1)
  })

  test('documents each parameter, the result, the error and the source, with an example', () => {
    const tags = documentation?.tags ?? []
    const parameters = tags.filter((tag) => tag.name === 'param')
    expect(parameters.map(({ parameter }) => parameter)).toEqual(documentation?.parameters)
    for (const tag of ['returns', 'throws', 'source', 'example']) expect(tags.map((each) => each.name), `@${tag}`).toContain(tag)
    expect(tags.filter(({ text }) => text === '')).toEqual([])
    expect(tags.find((tag) => tag.name === 'throws')?.text).toMatch(/^InputError /)
    expect(tags.find((tag) => tag.name === 'source')?.text.startsWith(entry.module.document.short.en), '@source names the document').toBe(true)
  })

  test('describes every field of its input in both languages', () => {
    const fields = fieldsOf(z.toJSONSchema(entry.input, { io: 'input' }))
    expect(fields.length).toBeGreaterThan(0)
    expect(fields.filter(({ description }) => typeof description !== 'string' || !description.includes(' · ')).map(({ path }) => path)).toEqual([])
  })

  test('publishes a schema of its figures', () => {
    expect(z.toJSONSchema(entry.value)).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' })
  })
})

const isFunction = (value: unknown): boolean => typeof value === 'function' && !/^class\b/.test(Function.prototype.toString.call(value))
const exported = [...documented.values()].filter((declaration) => declaration.exported)

test('whatever else can be called from outside is documented with an example', async () => {
  const faces = [library, ...(await Promise.all(Object.values(publicFaces).map((load) => load())))]
  const others = new Set(faces.flatMap((face) => Object.entries(face).filter(([name, value]) => isFunction(value) && !catalogue.has(name)).map(([name]) => name)))
  for (const name of others) {
    const declaration = exported.find((each) => each.name === name)
    expect(declaration?.text ?? '', name).not.toBe('')
    expect(declaration?.tags.map((tag) => tag.name), name).toContain('example')
  }
})
