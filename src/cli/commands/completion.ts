import { scripts, type Shell } from '../completion/scripts.js'
import type { Context } from '../context.js'
import { exitCode, type ExitCode } from '../io.js'

/** Prints the script that sets completion up in a shell. */
export function completion({ locale, print }: Context, shell: Shell): ExitCode {
  print(scripts[shell](locale))
  return exitCode.sound
}
