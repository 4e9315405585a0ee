import { outcomes, type Outcome } from '../kernel/rule.js'
import { exitCode, type ExitCode } from './io.js'

/** The mildest outcome that makes a command end with exit code 1. */
export type FailOn = Outcome | 'never'

/** The outcomes that can be named as the mildest that gives exit code 1. */
export const failOnChoices = [...outcomes.filter((outcome) => outcome !== 'ok').reverse(), 'never'] as const

/** Whether an outcome is as bad as the one that is named, or worse. */
export const isFailure = (outcome: Outcome, failOn: FailOn): boolean =>
  failOn !== 'never' && outcomes.indexOf(outcome) >= outcomes.indexOf(failOn)

/** The exit code after these outcomes. */
export const codeAfter = (found: readonly { readonly outcome: Outcome }[], failOn: FailOn): ExitCode =>
  found.some(({ outcome }) => isFailure(outcome, failOn)) ? exitCode.found : exitCode.sound

/** The worst of several outcomes; `ok` when there are none. */
export const worstOf = (found: readonly { readonly outcome: Outcome }[]): Outcome =>
  outcomes.findLast((outcome) => found.some((each) => each.outcome === outcome)) ?? 'ok'
