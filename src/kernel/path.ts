import { text, type Locale } from './text.js'

/** Where in the input a fact stands: `['sections', 0, 'approvedPlaces']`. */
export type Path = readonly (string | number)[]

/** The most that a message repeats of a value or a name that it found. */
const LONGEST_SHOWN = 40

/** What could steer a terminal, end the line or turn it around. */
const unprintable = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu

/** A text that keeps to its line and leaves the terminal alone. */
export const printable = (found: string): string =>
  found.replace(unprintable, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** The beginning of a text in quotation marks, safe to print. */
export function quoted(found: string): string {
  const escaped = printable(JSON.stringify(found.slice(0, LONGEST_SHOWN + 1)).slice(1, -1))
  return `"${escaped.length > LONGEST_SHOWN ? `${escaped.slice(0, LONGEST_SHOWN)}…` : escaped}"`
}

/** Names that need no quotation marks. */
const plainName = /^[\p{L}_$][\p{L}\p{N}_$-]*$/u

/** A path as a person writes it: `sections[0].approvedPlaces`; a name that is no plain one in quotation marks, `["a b"]`. */
export function pathText(path: Path): string {
  let written = ''
  for (const step of path) {
    if (typeof step === 'number') written += `[${step}]`
    else if (step.length > LONGEST_SHOWN || !plainName.test(step)) written += `[${quoted(step)}]`
    else written += written === '' ? step : `.${step}`
  }
  return written
}

/** The input as a whole, which has no path. */
const WHOLE = text('the input', '整項輸入')

/** A path in words that are never empty. */
export const placeText = (path: Path, locale: Locale): string => pathText(path) || WHOLE[locale]
