import { describe, expect, test } from 'vitest'
import { cli, usage } from './harness.js'

// What was mistyped, where, and what is suggested instead, in both languages.

const files = {
  'usage.json': usage('a')['input'],
  'field.json': [usage('a', { extraPlace: 15 })],
  'function.json': [{ ...usage('a'), check: 'checkExtraPlaceUse' }],
  'reading.json': [{ ...usage('a'), options: { readings: { 'A-E111': 'barred' } } }],
  'option.json': [{ ...usage('a'), options: { readings: { 'A-E11': 'bared' } } }],
  'record-field.json': [{ ...usage('a'), inputs: {} }],
  'rule-config.json': { accepted: [{ rule: 'withinQota', id: 'a', reason: 'agreed', until: '2027-08-31' }] },
  'check-config.json': { files: [{ files: 'usage.json', check: 'checkExtraPlaceUse' }] },
  'reading-config.json': { readings: { 'A-E3': 'flor' } },
  'field-config.json': { acepted: [] },
}

describe.each([
  ['a command', ['exlain', 'withinQuota'], 'explain'],
  ['a function to describe', ['describe', 'checkExtraPlaceUse'], 'checkExtraPlaceUsage'],
  ['a function to run', ['run', 'checkExtraPlaceUse', 'usage.json'], 'checkExtraPlaceUsage'],
  ['a function to ask about rows', ['batch', 'checkExtraPlaceUse', 'usage.json'], 'checkExtraPlaceUsage'],
  ['the schema of a function', ['schema', 'checkExtraPlaceUse'], 'checkExtraPlaceUsage'],
  ['the schema of records', ['schema', 'record'], 'records'],
  ['a function for records', ['check', 'usage.json', '--check', 'checkExtraPlaceUse'], 'checkExtraPlaceUsage'],
  ['a rule', ['explain', 'withinQota'], 'withinQuota'],
  ['a document', ['ledger', 'hk-extension-of-studies'], 'hk-extension-of-study'],
  ['an option', ['check', 'usage.json', '--fial-on', 'never'], '--fail-on'],
  ['the value of an option', ['check', 'usage.json', '--fail-on', 'judgment'], 'judgement'],
  ['a format', ['list', '--format', 'jsn'], 'json'],
  ['a shell', ['completion', 'bsh'], 'bash'],
  ['a reading', ['run', 'checkExtraPlaceUsage', 'usage.json', '--reading', 'A-E111=barred'], 'A-E11'],
  ['an option of a reading', ['run', 'checkExtraPlaceUsage', 'usage.json', '--reading', 'A-E11=bared'], 'barred'],
  ['a field of an input', ['check', 'field.json'], 'extraPlaces'],
  ['the function of a record', ['check', 'function.json'], 'checkExtraPlaceUsage'],
  ['the reading of a record', ['check', 'reading.json'], 'A-E11'],
  ['an option of the reading of a record', ['check', 'option.json'], 'barred'],
  ['a field of a record', ['check', 'record-field.json'], 'input'],
  ['a rule in the configuration', ['check', '--config', 'rule-config.json'], 'withinQuota'],
  ['a function in the configuration', ['check', '--config', 'check-config.json'], 'checkExtraPlaceUsage'],
  ['an option of a reading in the configuration', ['check', '--config', 'reading-config.json'], 'floor'],
  ['a field of the configuration', ['check', '--config', 'field-config.json'], 'accepted'],
])('%s that is mistyped', (_what, argv, meant) => {
  test('gets a suggestion in either language, and the exit code is 2', async () => {
    const english = await cli(argv, { files })
    expect(english.code).toBe(2)
    expect(english.out + english.err).toContain(`; did you mean ${meant}?`)
    const chinese = await cli([...argv, '--locale', 'zh-Hant'], { files })
    expect(chinese.code).toBe(2)
    expect(chinese.out + chinese.err).toContain(`；是否想用 ${meant}？`)
  })
})

test.each([
  ['a function for records', ['check', 'none.json']],
  ['a function in the configuration', ['check', '--config', 'none-config.json']],
])('%s that is like no other points to the list', async (_what, argv) => {
  const none = { 'none.json': [{ ...usage('a'), check: 'zzzzzzzz' }], 'none-config.json': { files: [{ files: '*.csv', check: 'zzzzzzzz' }] } }
  const { code, out, err } = await cli(argv, { files: none })
  expect(code).toBe(2)
  expect(out + err).toContain('there is no function "zzzzzzzz"; see "list"\n')
})

test('a shell for which there is no completion is named after the argument', async () => {
  expect(await cli(['completion', 'tcl'])).toEqual({ code: 2, out: '', err: 'error: shell must be one of: bash, zsh, fish; found "tcl"\n' })
})
