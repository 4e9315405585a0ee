import { SingleBar } from 'cli-progress'
import type { Context } from '../context.js'
import { batchMessages } from './messages.js'

/** Shows how far a run is. */
export interface Progress {
  update(bytes: number, rows: number): void
  stop(): void
}

const silent: Progress = { update: () => undefined, stop: () => undefined }

/** Whether there is a terminal to show it on, and nothing else is written there. */
const isWatched = ({ io: { stdout, stderr } }: Context): boolean => stderr.isTTY === true && stdout.isTTY !== true

/** A bar on a terminal; without the size of the input, the number of rows. */
export function progressOf(context: Context, size: number | undefined): Progress {
  if (!isWatched(context)) return silent
  const rows = context.say(batchMessages.progress, { count: '{rows}' })
  const bar = new SingleBar({
    stream: context.io.stderr,
    format: size === undefined ? rows : `{bar} {percentage}% · ${rows} · {eta_formatted}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    clearOnComplete: true,
    etaBuffer: 100,
  })
  bar.start(size ?? 0, 0, { rows: 0 })
  return {
    update: (bytes, count) => { bar.update(bytes, { rows: count }) },
    stop: () => { bar.stop() },
  }
}
