import { once } from 'node:events'
import { start } from 'node:repl'
import { inspect } from 'node:util'
import { acrossReadings, catalogue, describe, InputError, safely, type Answer } from '../../catalogue.js'
import type { Context } from '../context.js'
import { exitCode, type ExitCode } from '../io.js'
import { messages } from '../messages.js'
import { usesColour } from '../paint.js'

const isAnswer = (value: unknown): value is Answer<unknown> =>
  typeof value === 'object' && value !== null && 'outcome' in value && 'value' in value && 'findings' in value && 'readings' in value

/** What `safely` gives holds an answer or an error; anything else is itself. */
function heldIn(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return value
  if (value.ok === true && 'answer' in value) return value.answer
  return value.ok === false && 'error' in value ? value.error : value
}

/** Opens a prompt with every function in scope, until it is left. */
export async function repl({ io, locale, say, print }: Context): Promise<ExitCode> {
  const colors = usesColour(io)
  const functions = [...catalogue].map(([name, entry]) => [name, (input: unknown, options?: unknown) => entry.run(input, options)] as const)
  const scope = { ...Object.fromEntries(functions), acrossReadings, safely, describe: (answer: Answer<unknown>) => describe(answer, { locale }) }

  print(say(messages.replWelcome))
  const server = start({
    prompt: '> ',
    input: io.stdin,
    output: io.stdout,
    useColors: colors,
    ignoreUndefined: true,
    writer: (value: unknown) => {
      const held = heldIn(value)
      if (isAnswer(held)) return describe(held, { locale })
      return held instanceof InputError ? held.in(locale) : inspect(value, { colors })
    },
  })
  Object.assign(server.context, scope)
  server.on('reset', (context) => Object.assign(context, scope))
  await once(server, 'exit')
  return exitCode.sound
}
