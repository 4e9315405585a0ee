import { fill, type Locale, type Text } from '../kernel/text.js'
import type { Io } from './io.js'
import { painter, type Paint } from './paint.js'

type Values = Readonly<Record<string, string | number>>

/** What every command works with: the outside world, a language and a pen. */
export interface Context {
  readonly io: Io
  readonly locale: Locale
  readonly paint: Paint
  /** A sentence in the language asked for, its `{name}` places filled. */
  readonly say: (message: Text, values?: Values) => string
  readonly print: (text: string) => void
  readonly printJson: (value: unknown) => void
}

const asTexts = (values: Values): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))

export function contextOf(io: Io, locale: Locale): Context {
  const print = (text: string): void => void io.stdout.write(`${text}\n`)
  return {
    io,
    locale,
    paint: painter(io),
    say: (message, values = {}) => fill(message[locale], asTexts(values)),
    print,
    printJson: (value) => { print(JSON.stringify(value, null, 2)) },
  }
}
