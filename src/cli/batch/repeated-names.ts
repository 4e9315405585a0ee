import type { Path } from '../../catalogue.js'
import { JsonText } from '../json-text.js'

/** A row nested deeper than this is not counted, but looked at. */
const DEEPEST = 16

const isFields = (value: object): value is Readonly<Record<string, unknown>> => !Array.isArray(value)

/** How many names of fields a value has, those of the values within it included. */
function namesIn(value: unknown, depth = 0): number {
  if (typeof value !== 'object' || value === null) return 0
  if (depth > DEEPEST) return Infinity
  let count = 0
  if (isFields(value)) for (const name in value) count += 1 + namesIn(value[name], depth + 1)
  else if (Array.isArray(value)) for (const each of value) count += namesIn(each, depth + 1)
  return count
}

function colonsIn(line: string): number {
  let count = 0
  for (let at = line.indexOf(':'); at >= 0; at = line.indexOf(':', at + 1)) count += 1
  return count
}

/**
 * The first name that an object in a line of JSON has twice, of which JSON.parse keeps the last. A colon follows each
 * name, and elsewhere only texts hold any: a line with no more colons than names needs no second look.
 */
export function repeatedNameIn(line: string, value: unknown): Path | undefined {
  return colonsIn(line) === namesIn(value) ? undefined : new JsonText(line).repeatedNames()[0]?.path
}
