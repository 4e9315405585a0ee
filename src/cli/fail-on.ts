import { outcomes, type Outcome } from '../catalogue.js'
import { exitCode, type ExitCode } from './io.js'

/** The mildest outcome that makes a command end with exit code 1. */
export type FailOn = Outcome | 'never'

/** The exit code after these outcomes. */
export function codeAfter(found: readonly { readonly outcome: Outcome }[], failOn: FailOn): ExitCode {
  const threshold = failOn === 'never' ? Infinity : outcomes.indexOf(failOn)
  return found.some(({ outcome }) => outcomes.indexOf(outcome) >= threshold) ? exitCode.found : exitCode.sound
}
