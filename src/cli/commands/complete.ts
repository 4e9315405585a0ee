import type { Command } from 'commander'
import { completionsOf } from '../completion/candidates.js'
import type { Context } from '../context.js'
import { readDirectory } from '../directory.js'
import { exitCode, type ExitCode } from '../io.js'

/** Lists what the last word of a command line can become, for the scripts of the shells. */
export async function complete({ locale, print }: Context, program: Command, words: readonly string[]): Promise<ExitCode> {
  const found = completionsOf(program, words, await readDirectory())
  if (found === 'files') print(':files')
  else if (found.length > 0) print(found.map(({ value, says }) => `${value}\t${says[locale].replace(/\s+/g, ' ')}`).join('\n'))
  return exitCode.sound
}
