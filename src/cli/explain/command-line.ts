import type { Choice } from '../readings.js'

/** In single quotation marks, as a shell takes it unchanged. */
const quotedForShell = (words: string): string => `'${words.replaceAll("'", "'\\''")}'`

/** Readings as they are typed after an option. */
export const typed = (option: string, choice: Choice): readonly string[] => Object.entries(choice).map(([id, taken]) => `${option} ${id}=${taken}`)

/** A command line that asks about an input, to paste into a shell. */
export const commandLine = (input: unknown, words: readonly string[]): string =>
  `echo ${quotedForShell(JSON.stringify(input))} | npx school-support-rules ${words.join(' ')}`
