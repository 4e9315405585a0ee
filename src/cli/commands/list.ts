import { modules } from '../../catalogue.js'
import type { Context } from '../context.js'
import { exitCode, type ExitCode } from '../io.js'
import type { Format } from '../reporters/report.js'

export interface ListOptions {
  readonly format: Format
}

/** Lists the documents and their functions. */
export function list({ locale, paint, print, printJson }: Context, { format }: ListOptions): ExitCode {
  if (format === 'json') {
    printJson(modules.map(({ document, functions }) => ({
      document: document.id,
      title: document.title[locale],
      functions: functions.map(({ name, answers }) => ({ name, answers: answers[locale] })),
    })))
    return exitCode.sound
  }
  const width = Math.max(...modules.flatMap(({ functions }) => functions.map(({ name }) => name.length)))
  print(modules
    .map(({ document, functions }) => [
      `${paint('bold', document.title[locale])} ${paint('dim', `(${document.id})`)}`,
      ...functions.map(({ name, answers }) => `  ${paint('cyan', name.padEnd(width))}  ${answers[locale]}`),
    ].join('\n'))
    .join('\n\n'))
  return exitCode.sound
}
