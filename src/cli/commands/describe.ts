import { forceText, type DocumentModule, type Reading } from '../../catalogue.js'
import type { Context } from '../context.js'
import { fieldLines } from '../input-fields.js'
import { inputSchema } from '../input-schema.js'
import { exitCode, type ExitCode } from '../io.js'
import { messages } from '../messages.js'
import { functionNamed } from '../names.js'
import { paragraphsOf, provisionsOf } from '../provisions.js'
import { readingLines } from '../reading-lines.js'

/** The unclear points of those provisions. */
const readingsOf = ({ readings }: DocumentModule, locators: readonly string[]): readonly Reading[] =>
  readings.filter(({ at }) => at.some((locator) => locators.includes(locator)))

/** Tells what a function answers, what it needs and which rules it applies. */
export function describe(context: Context, name: string): ExitCode {
  const { locale, paint, say, print } = context
  const entry = functionNamed(name)
  const { module, answers, rules } = entry
  const { document } = module
  const provisions = provisionsOf(entry)
  const readings = readingsOf(module, provisions)
  const heading = (title: string): string => `\n${paint('bold', title)}`

  print([
    `${paint('bold', name)}${say(messages.colon)}${answers[locale]}`,
    `${document.title[locale]} ${paint('dim', `(${document.id})`)}`,
    say(messages.rests, { paragraphs: paragraphsOf(entry)[locale] }),
    heading(say(messages.inputHeading)),
    ...fieldLines(inputSchema(entry), context),
    heading(say(messages.rulesHeading)),
    ...Object.entries(rules).flatMap(([rule, data]) => [
      `  ${paint('cyan', rule)} · ${forceText(data, locale)} · ${document.cite(data.at)[locale]}`,
      `      ${data.sentence(locale)}`,
    ]),
    ...(readings.length === 0 ? [] : [heading(say(messages.readingsHeading))]),
    ...readings.flatMap((reading) => readingLines(reading, document, context)),
  ].join('\n'))
  return exitCode.sound
}
