import { styleText } from 'node:util'
import type { Outcome } from '../catalogue.js'
import type { Io } from './io.js'

type Style = 'bold' | 'dim' | 'green' | 'cyan' | 'yellow' | 'magenta' | 'red'

/** Colours a text, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string

export const outcomeStyles: Readonly<Record<Outcome, Style>> = {
  ok: 'green',
  advice: 'cyan',
  judgement: 'yellow',
  incomplete: 'magenta',
  breach: 'red',
}

/** Only a terminal gets colour, and none of those that ask for none. @see https://no-color.org */
export function usesColour({ stdout, env }: Io): boolean {
  const wantsNone = env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== ''
  return stdout.isTTY === true && !wantsNone && env['TERM'] !== 'dumb'
}

export function painter(io: Io): Paint {
  return usesColour(io) ? (style, text) => styleText(style, text, { validateStream: false }) : (_style, text) => text
}
