import type { Context } from '../context.js'
import { inputSchema } from '../input-schema.js'
import { exitCode, type ExitCode } from '../io.js'
import { functionNamed } from '../names.js'
import { generalSchemas } from '../schemas/all-schemas.js'

/** Prints the JSON Schema of what a function takes, of files of records, or of the configuration. */
export function schema({ printJson }: Context, name: string): ExitCode {
  const general = generalSchemas.get(name)
  printJson(general === undefined ? inputSchema(functionNamed(name, generalSchemas.keys())) : general())
  return exitCode.sound
}
