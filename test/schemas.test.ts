import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020, type AnySchemaObject, type ErrorObject } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { modules } from '../src/catalogue.js'
import { inputSchema, isSchema, type JsonSchema } from '../src/cli/input-schema.js'
import { allSchemas } from '../src/cli/schemas/all-schemas.js'
import { beyondSchemas } from '../src/kernel/fields.js'
import { InputError, type InputIssue, type Path } from '../src/kernel/input.js'
import type { Text } from '../src/kernel/text.js'
import { ask, goldenFiles, type GoldenCase, type GoldenFile } from './golden-cases.js'
import { sourceFiles } from './sources.js'

const ajv = new Ajv2020({ allErrors: true, strictTypes: false, strictRequired: false })
addFormats(ajv)
const schemas = allSchemas()
const HAN = /\p{Script=Han}/u

/** Where a schema finds fault with a value, as JSON pointers; nowhere when it accepts it. */
function faultsOf(schema: AnySchemaObject, value: unknown): readonly string[] {
  const validate = ajv.getSchema(schema.$id ?? '') ?? ajv.compile(schema)
  return validate(value) === true ? [] : (validate.errors ?? []).map(({ instancePath }: ErrorObject) => instancePath)
}

const schemaNamed = (path: string): JsonSchema => {
  const schema = schemas.get(path)
  if (schema === undefined) throw new Error(`there is no schema ${path}`)
  return schema
}

describe.each([...schemas])('%s', (path, schema) => {
  test('is valid against the meta-schema of JSON Schema 2020-12', () => {
    expect(ajv.validateSchema(schema), JSON.stringify(ajv.errors)).toBe(true)
  })

  test('says what it is: dialect, name, title and a description in both languages', () => {
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', $id: `school-support-rules/schemas/${path}.json` })
    expect(schema.title).toMatch(/\w/)
    expect(schema.description).toMatch(/^[^·]+ · [^·]*\p{Script=Han}/u)
  })
})

/** What the function finds wrong with the input of a case; nothing when it answers. */
function issuesOf(file: GoldenFile, golden: GoldenCase): readonly InputIssue[] {
  try {
    ask(file, golden)
    return []
  } catch (error) {
    if (error instanceof InputError) return error.issues
    throw error
  }
}

/** The schemas that a step of a path leads to, by whatever keyword. */
function stepsFrom(schema: JsonSchema, step: string | number): readonly JsonSchema[] {
  const { properties = {}, items, prefixItems = [], anyOf = [], oneOf = [] } = schema
  const own = typeof step === 'string' ? [Object.hasOwn(properties, step) ? properties[step] : undefined] : [prefixItems[step], items]
  return [...own.filter(isSchema), ...[...anyOf, ...oneOf].flatMap((each) => stepsFrom(each, step))]
}

/** The descriptions that an editor shows on the way to a place, the whole input first. */
function descriptionsOnTheWay(schema: JsonSchema, path: Path): readonly string[] {
  let reached = [schema]
  const all = [schema]
  for (const step of path) {
    reached = reached.flatMap((each) => stepsFrom(each, step))
    all.push(...reached)
  }
  return all.flatMap(({ description, anyOf = [] }) => [description, ...anyOf.map((each) => each.description)]).filter((each) => each !== undefined)
}

/** The messages that a description quotes, or the demands that it names. */
const quotedIn = (description: string): readonly string[] => Array.from(description.matchAll(/"([^"]+)"|「([^」]+)」/g), ([, en, zh]) => en ?? zh ?? '')

/** Whether a description tells, in both languages, why an input is refused. */
function tells(description: string, { code, message }: InputIssue): boolean {
  if (code === 'custom') return Object.values(beyondSchemas).some(({ en, 'zh-Hant': zh }) => description.includes(en) && description.includes(zh))
  const quoted = quotedIn(description)
  return quoted.some((words) => message.en.startsWith(words)) && quoted.some((words) => message['zh-Hant'].startsWith(words))
}

describe.each(goldenFiles().map((file) => [file.entry.name, file] as const))('the schema of %s', (_name, file) => {
  const schema = inputSchema(file.entry)
  const accepted = file.cases.filter(({ error }) => error === undefined)
  const refused = file.cases.filter(({ error, options }) => error !== undefined && options === undefined)

  test.each(accepted.map((golden) => [golden.name, golden] as const))('accepts: %s', (_case, { input }) => {
    expect(faultsOf(schema, input)).toEqual([])
  })

  test('refuses what the function refuses, or tells of it where an editor shows it', () => {
    for (const golden of refused.filter(({ input }) => faultsOf(schema, input).length === 0)) {
      for (const issue of issuesOf(file, golden)) {
        const told = descriptionsOnTheWay(schema, issue.path).some((description) => tells(description, issue))
        expect(told, `${golden.name}: ${issue.path.join('.')} ${issue.message.en}`).toBe(true)
      }
    }
  })
})

const root = fileURLToPath(new URL('../', import.meta.url))

/** The names that stand anywhere in an expression. */
function namesIn(node: ts.Node): readonly string[] {
  return ts.isIdentifier(node) ? [node.text] : node.getChildren().flatMap(namesIn)
}

/** Every call of a function of that name in a file. */
function callsOf(name: string, node: ts.Node): readonly ts.CallExpression[] {
  const own = ts.isCallExpression(node) && node.expression.getText() === name ? [node] : []
  return [...own, ...node.getChildren().flatMap((child) => callsOf(name, child))]
}

const parsed = (file: string): ts.SourceFile => ts.createSourceFile(file, readFileSync(root + file, 'utf8'), ts.ScriptTarget.ES2022, true)

describe.each(modules.map(({ document }) => document.id))('every refusal of %s', (id) => {
  const files = sourceFiles().filter((file) => file.startsWith(`src/${id}/`)).map(parsed)

  test('that no schema holds is a message that the description of a field quotes', () => {
    const quoted = new Set(files.flatMap((file) => callsOf('describedAs', file)).flatMap((call) => call.arguments.slice(3)).flatMap(namesIn))
    const unquoted = files.flatMap((file) =>
      callsOf('reject', file)
        .filter(({ arguments: [, message] }) => message === undefined || !namesIn(message).some((name) => quoted.has(name)))
        .map((call) => `${file.fileName}: ${call.getText()}`),
    )
    expect(unquoted).toEqual([])
  })
})

describe('records', () => {
  const schema = schemaNamed('records')
  const record = { check: 'computeExtraPlaces', id: 'quota', input: { kind: 'single', category: 'mild' } }

  test.each(readdirSync(`${root}fixtures/records`))('of %s are accepted', (file) => {
    expect(faultsOf(schema, JSON.parse(readFileSync(`${root}fixtures/records/${file}`, 'utf8')))).toEqual([])
  })

  test.each([
    ['a single record', record],
    ['a list of records', [record, { ...record, id: 7 }]],
    ['an empty list', []],
    ['a record that leaves the function to the configuration, whatever its input', { input: { extraPlaces: 15 } }],
    ['a record that names its schema', { $schema: './schemas/records.json', ...record }],
    ['another reading of its document', { ...record, options: { readings: { 'A-E6': 'rescaled' } } }],
  ])('%s is accepted', (_name, value) => {
    expect(faultsOf(schema, value)).toEqual([])
  })

  test.each([
    ['a function that does not exist', { ...record, check: 'computeExtraPlace' }, '/check'],
    ['a field that the function does not have', { ...record, input: { kind: 'single', category: 'mild', classes: 12 } }, '/input'],
    ['a value that the field does not take', [record, { ...record, input: { kind: 'single', category: 'gifted' } }], '/1/input/category'],
    ['an input for another function', { ...record, check: 'checkExtraPlaceUsage' }, '/input'],
    ['no input', { check: 'computeExtraPlaces' }, ''],
    ['a field that records do not have', { ...record, inputs: {} }, ''],
    ['a reading of another document', { ...record, options: { readings: { 'A-S14': 'included' } } }, '/options/readings'],
    ['an option that the reading does not have', { ...record, options: { readings: { 'A-E6': 'doubled' } } }, '/options/readings/A-E6'],
    ['an id that is empty', { ...record, id: '' }, '/id'],
  ])('%s is refused where it stands', (_name, value, at) => {
    expect(faultsOf(schema, value)).toContain(at)
  })

  test('tell each function and each way of reading in both languages', () => {
    const { $defs = {} } = schema
    const words = JSON.stringify([$defs['record'], ...modules.map(({ document }) => $defs[document.id])])
    expect(words).toContain('Whether a school uses its extra places as it may (EDB Circular 2/2022) · 學校運用額外學額是否符合要求')
    for (const { readings } of modules) {
      for (const { asks, options } of readings) {
        for (const { en, 'zh-Hant': zh } of [asks, ...Object.values<Text>(options)]) expect(words).toContain(JSON.stringify(`${en} · ${zh}`))
      }
    }
    expect(words).toMatch(HAN)
  })
})

describe('the configuration', () => {
  const schema = schemaNamed('config')
  const accepted = { rule: 'withinQuota', id: 'usage', reason: 'agreed', until: '2027-08-31' }

  test.each([
    ['nothing at all', {}],
    ['every field', {
      $schema: './node_modules/school-support-rules/dist/schemas/config.json',
      files: ['records', { files: 'year/*.csv', check: 'checkShortStayDuration' }],
      locale: 'zh-Hant',
      failOn: 'never',
      readings: { 'A-E3': 'floor' },
      accepted: [accepted, { ...accepted, rule: 'hk-extension-of-study/withinQuota', paragraph: '10 s1', file: 'records' }],
    }],
  ])('with %s is accepted', (_name, value) => {
    expect(faultsOf(schema, value)).toEqual([])
  })

  test.each([
    ['a field that it does not have', { file: ['records'] }, ''],
    ['a function that does not exist', { files: [{ files: 'year.csv', check: 'checkShortStay' }] }, '/files/0/check'],
    ['an outcome that there is not', { failOn: 'error' }, '/failOn'],
    ['a reading of no document', { readings: { 'A-E99': 'floor' } }, '/readings'],
    ['an option that the reading does not have', { readings: { 'A-E3': 'down' } }, '/readings/A-E3'],
    ['a rule of no document', { accepted: [{ ...accepted, rule: 'withinQuotas' }] }, '/accepted/0/rule'],
    ['a departure of no rule and no paragraph', { accepted: [{ id: 'usage', reason: 'agreed', until: '2027-08-31' }] }, '/accepted/0'],
    ['a departure of no record', { accepted: [{ rule: 'withinQuota', reason: 'agreed', until: '2027-08-31' }] }, '/accepted/0'],
    ['a day that does not exist', { accepted: [{ ...accepted, until: '2027-02-30' }] }, '/accepted/0/until'],
  ])('with %s is refused where it stands', (_name, value, at) => {
    expect(faultsOf(schema, value)).toContain(at)
  })
})
