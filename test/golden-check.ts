import { isDeepStrictEqual } from 'node:util'
import type { Answer } from '../src/kernel/answer.js'
import type { DocumentFacts, FunctionEntry } from '../src/kernel/document.js'
import type { Finding } from '../src/kernel/rule.js'
import type { GoldenCase, GoldenConstant, GoldenLocator } from './golden-format.js'

/** The name of a rule within its module: what a case calls it. */
const nameOf = (ruleId: string): string => ruleId.slice(ruleId.indexOf('/') + 1)

const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value))

const propertyOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined

/** What a case leaves out is not compared. */
const holds = (actual: object, expected: object): boolean =>
  Object.entries(expected).every(([name, value]) => value === undefined || isDeepStrictEqual(propertyOf(actual, name), value))

/** An `InputError`, told by its shape: a bundle has a class of its own. */
const pathsOf = (error: unknown): unknown =>
  error instanceof Error && error.name === 'InputError' && 'issues' in error && Array.isArray(error.issues)
    ? error.issues.map((issue: unknown) => propertyOf(issue, 'path'))
    : undefined

function inAnswer(golden: GoldenCase, answer: Answer<unknown>): readonly string[] {
  const findings = answer.findings.map((finding): Finding => ({ ...finding, rule: nameOf(finding.rule) }))
  const expected = golden.findings ?? []
  const isNamed = ({ rule, path }: Finding): boolean =>
    expected.some((finding) => finding.rule === rule && (finding.path === undefined || isDeepStrictEqual(finding.path, path)))
  const found: string[] = []
  if (answer.outcome !== golden.outcome) found.push(`the outcome is ${answer.outcome}, not ${golden.outcome ?? 'an error'}: ${shown(findings)}`)
  for (const [name, figure] of Object.entries(golden.value ?? {})) {
    const actual = propertyOf(answer.value, name)
    if (!isDeepStrictEqual(actual, figure)) found.push(`the value has ${name} ${shown(actual)}, not ${shown(figure)}`)
  }
  for (const finding of expected) {
    if (!findings.some((actual) => holds(actual, finding))) found.push(`no finding is ${shown(finding)}: ${shown(findings)}`)
  }
  for (const finding of findings) {
    if (finding.outcome !== 'ok' && !isNamed(finding)) found.push(`the case does not name ${shown(finding)}`)
  }
  for (const unexpected of golden.without ?? []) {
    if (findings.some((actual) => holds(actual, unexpected))) found.push(`a finding is ${shown(unexpected)}`)
  }
  const { readings } = golden
  const sameReadings =
    readings === undefined ||
    (readings.length === answer.readings.length && readings.every((reading, index) => holds(answer.readings[index] ?? {}, reading)))
  if (!sameReadings) found.push(`the readings are ${shown(answer.readings)}, not ${shown(readings)}`)
  return found
}

/** Where a function answers otherwise than the case says; nothing when it answers so. */
export function differences(golden: GoldenCase, entry: FunctionEntry): readonly string[] {
  try {
    const answer = entry.run(golden.input, golden.options)
    const outsideSchema = entry.value.safeParse(answer.value).error?.issues.map(({ path, message }) => `the schema of the value, at ${shown(path)}: ${message}`)
    const ids = Object.values(entry.rules).map(({ id }) => id)
    const unlisted = answer.findings.filter(({ rule }) => !ids.includes(rule)).map(({ rule }) => `${rule} is not a rule of the function`)
    return [...inAnswer(golden, answer), ...(outsideSchema ?? []), ...unlisted]
  } catch (error) {
    const paths = pathsOf(error)
    if (paths === undefined) throw error
    return isDeepStrictEqual(paths, golden.error) ? [] : [`the input is refused at ${shown(paths)}, not ${shown(golden.error)}`]
  }
}

/** Whether an exported constant holds what the case says; of an object, what the case leaves out is not compared. */
export function isHeld({ name, value }: GoldenConstant, face: object): boolean {
  const actual = propertyOf(face, name)
  const partly = typeof value === 'object' && value !== null && !Array.isArray(value)
  return partly ? typeof actual === 'object' && actual !== null && holds(actual, value) : isDeepStrictEqual(actual, value)
}

const isDocument = (value: unknown): value is DocumentFacts => typeof value === 'object' && value !== null && 'cite' in value && typeof value.cite === 'function'

/** How the document that a module exports writes a locator, in the languages that a case names. */
export function written({ at, ...expected }: GoldenLocator, face: object): object {
  const cited = Object.values(face).find(isDocument)?.cite(at)
  return Object.fromEntries(Object.keys(expected).map((locale) => [locale, propertyOf(cited, locale)]))
}

export const isWritten = (locator: GoldenLocator, face: object): boolean => isDeepStrictEqual({ at: locator.at, ...written(locator, face) }, locator)
