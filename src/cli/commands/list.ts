import type { Context } from '../context.js'
import { readListing } from '../directory.js'
import { exitCode, type ExitCode } from '../io.js'
import type { Format } from '../reporters/report.js'

export interface ListOptions {
  readonly format: Format
}

/** Lists the documents and their functions. */
export async function list({ locale, paint, print, printJson }: Context, { format }: ListOptions): Promise<ExitCode> {
  const documents = await readListing()
  if (format === 'json') {
    printJson(documents.map(({ id, title, functions }) => ({
      document: id,
      title: title[locale],
      functions: functions.map(({ name, answers, paragraphs }) => ({ name, answers: answers[locale], paragraphs: paragraphs[locale] })),
    })))
    return exitCode.sound
  }
  const width = Math.max(...documents.flatMap(({ functions }) => functions.map(({ name }) => name.length)))
  print(documents
    .map(({ id, title, functions }) => [
      `${paint('bold', title[locale])} ${paint('dim', `(${id})`)}`,
      ...functions.map(({ name, answers }) => `  ${paint('cyan', name.padEnd(width))}  ${answers[locale]}`),
    ].join('\n'))
    .join('\n\n'))
  return exitCode.sound
}
