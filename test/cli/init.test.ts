import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { locales, modules } from '../../src/catalogue.js'
import { cli, folderWith } from './harness.js'

const everythingIn = (folder: string): readonly string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
const json = (folder: string, file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'))

describe.each(modules.map(({ document }) => document.id))('init %s', (id) => {
  test.each(locales)('writes a configuration and a record that check finds in order, in %s', async (locale) => {
    const folder = folderWith({})
    const { code, out, err } = await cli(['init', id, '--locale', locale], { folder })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('npx school-support-rules check')
    expect(everythingIn(folder)).toEqual(['records', `records/${id}.json`, 'school-support-rules.json'])
    const checked = await cli(['check', '--fail-on', 'advice'], { folder })
    expect(checked).toMatchObject({ code: 0, err: '' })
    expect(checked.out).toContain(locale === 'en' ? 'records: 1 · files: 1 · in order: 1' : '紀錄：1 · 檔案：1 · 符合：1')
  })
})

const DOCUMENT = 'hk-extension-of-study'

describe('init', () => {
  test('names the schemas where the package is installed beside the files', async () => {
    const folder = folderWith({ 'node_modules/school-support-rules/dist/schemas/config.json': {}, 'node_modules/school-support-rules/dist/schemas/records.json': {} })
    expect(await cli(['init', DOCUMENT], { folder })).toMatchObject({ code: 0, err: '' })
    expect(json(folder, 'school-support-rules.json')).toHaveProperty(['$schema'], './node_modules/school-support-rules/dist/schemas/config.json')
    expect(json(folder, `records/${DOCUMENT}.json`)).toHaveProperty(['$schema'], '../node_modules/school-support-rules/dist/schemas/records.json')
    expect(await cli(['check'], { folder })).toMatchObject({ code: 0, err: '' })
  })

  test.each([
    ['school-support-rules.json', 'error: school-support-rules.json exists already; nothing was written\n'],
    [`records/${DOCUMENT}.json`, `error: records/${DOCUMENT}.json exists already; nothing was written\n`],
  ])('refuses to overwrite %s, and writes nothing', async (file, err) => {
    const folder = folderWith({ [file]: 'mine' })
    const before = everythingIn(folder)
    expect(await cli(['init', DOCUMENT], { folder })).toEqual({ code: 2, out: '', err })
    expect(everythingIn(folder)).toEqual(before)
    expect(readFileSync(join(folder, file), 'utf8')).toBe('mine')
  })

  test('leaves nothing half-written when a file stands where its folder should be', async () => {
    const folder = folderWith({})
    writeFileSync(join(folder, 'records'), 'a file')
    const { code, out, err } = await cli(['init', DOCUMENT], { folder })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(new RegExp(`^error: records/${DOCUMENT}\\.json could not be written \\(\\w+\\); nothing was written\\n$`))
    expect(everythingIn(folder)).toEqual(['records'])
  })

  test('keeps what is already in the folder of the records', async () => {
    const folder = folderWith({})
    mkdirSync(join(folder, 'records'))
    writeFileSync(join(folder, 'records/mine.json'), '[]')
    expect(await cli(['init', DOCUMENT], { folder })).toMatchObject({ code: 0 })
    expect(everythingIn(folder)).toContain('records/mine.json')
  })

  test('without a document lists the choices, and the exit code is 2', async () => {
    const folder = folderWith({})
    const { code, out, err } = await cli(['init', '--locale', 'zh-Hant'], { folder })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('請指明範例所屬的文件：\n')
    for (const { document } of modules) expect(err).toContain(`${document.id}  ${document.title['zh-Hant']}`)
    expect(everythingIn(folder)).toEqual([])
  })

  test('a mistyped document gets a suggestion', async () => {
    expect(await cli(['init', 'hk-extension-of-studies'])).toEqual({
      code: 2,
      out: '',
      err: 'error: there is no document "hk-extension-of-studies"; did you mean hk-extension-of-study?\n',
    })
  })
})

describe('init at a terminal', () => {
  const atTerminal = { isTTY: true, typed: true, staysOpen: true } as const

  test.each(['2\r', ' 2 \r', `${DOCUMENT}\r`])('%j chooses the second document', async (stdin) => {
    const folder = folderWith({})
    const { code, err } = await cli(['init'], { ...atTerminal, folder, stdin })
    expect(code).toBe(0)
    expect(err).toContain('Number or name: ')
    expect(everythingIn(folder)).toEqual(['records', `records/${DOCUMENT}.json`, 'school-support-rules.json'])
  })

  test.each([
    ['6\r', 'error: there is no document "6"; see "list"\n'],
    ['0\r', 'error: there is no document "0"; see "list"\n'],
    ['hk-extension-of-studies\r', 'error: there is no document "hk-extension-of-studies"; did you mean hk-extension-of-study?\n'],
  ])('%j chooses none, and nothing is written', async (stdin, message) => {
    const folder = folderWith({})
    const { code, err } = await cli(['init'], { ...atTerminal, folder, stdin })
    expect(code).toBe(2)
    expect(err.endsWith(message)).toBe(true)
    expect(everythingIn(folder)).toEqual([])
  })

  test.each([
    ['Ctrl+C', { stdin: '\u0003' }],
    ['Ctrl+D', { stdin: '\u0004' }],
    ['a terminal that closes', { staysOpen: false }],
  ])('is left with %s: without a word, and nothing is written', async (_name, leaving) => {
    const folder = folderWith({})
    const { code, out, err } = await cli(['init'], { ...atTerminal, ...leaving, folder })
    expect({ code, out }).toEqual({ code: 130, out: '' })
    expect(err).toMatch(/Number or name: [^a-z]*\n$/)
    expect(everythingIn(folder)).toEqual([])
  })
})
