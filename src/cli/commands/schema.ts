import type { Context } from '../context.js'
import { inputSchema } from '../input-schema.js'
import { exitCode, type ExitCode } from '../io.js'
import { functionNamed } from '../names.js'

/** Prints the JSON Schema of what a function takes. */
export function schema({ printJson }: Context, name: string): ExitCode {
  printJson(inputSchema(functionNamed(name)))
  return exitCode.sound
}
