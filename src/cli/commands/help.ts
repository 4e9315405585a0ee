import type { Command } from 'commander'
import { Complaint, exitCode, type ExitCode } from '../io.js'
import { messages } from '../messages.js'
import { filled, withSuggestion } from '../names.js'
import { printable } from '../printable.js'

/** Shows the help of a command, or of the whole command line. */
export function help(program: Command, name: string | undefined): ExitCode {
  const meant = name === undefined ? program : program.commands.find((command) => command.name() === name)
  if (meant === undefined) {
    const names = program.createHelp().visibleCommands(program).map((command) => command.name())
    throw new Complaint(withSuggestion(filled(messages.unknownCommand, { 0: printable(name ?? '') }), name ?? '', names))
  }
  meant.outputHelp()
  return exitCode.sound
}
