import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import type { Io } from '../../src/cli/io.js'
import { run } from '../../src/cli/program.js'

export interface World {
  /** Files in the folder that the command runs in; a value that is not a text is written as JSON. */
  readonly files?: Readonly<Record<string, unknown>>
  readonly stdin?: string
  /** Whether more could still be typed after it. */
  readonly staysOpen?: boolean
  /** Whether the output goes to a terminal. */
  readonly isTTY?: boolean
  /** Whether standard input comes from one. */
  readonly typed?: boolean
  readonly env?: Io['env']
  /** A folder that earlier commands ran in, instead of one of its own. */
  readonly folder?: string
}

export interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** A folder of its own with these files. */
export function folderWith(files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'school-support-rules-'))
  for (const [name, content] of Object.entries(files)) {
    const asItIs = content instanceof Uint8Array || typeof content === 'string'
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), asItIs ? content : JSON.stringify(content, null, 2))
  }
  return folder
}

/** Keeps what is written to it. */
class Sink extends Writable {
  written = ''

  constructor(readonly isTTY: boolean) {
    super({ write: (chunk: Buffer, _encoding, done) => { this.written += chunk.toString('utf8'); done() } })
  }
}

/** Runs a command line in a world of its own, within this process. */
export async function cli(argv: readonly string[], world: World = {}): Promise<Ended> {
  const { files = {}, stdin = '', staysOpen = false, isTTY = false, typed = false, env = {}, folder = folderWith(files) } = world
  const [stdout, stderr] = [new Sink(isTTY), new Sink(isTTY)]
  const input = Object.assign(new PassThrough(), { isTTY: typed })
  input.write(stdin)
  if (!staysOpen) input.end()
  const code = await run(argv, { stdin: input, stdout, stderr, env, cwd: folder })
  await new Promise((resolve) => { setImmediate(resolve) })
  return { code, out: stdout.written, err: stderr.written }
}

/** A school that uses its 15 extra places as it may. */
export const soundUsage = { extraPlaces: 15, validReasonApproved: 10, validReasonPending: 0, surplusLeavers: 5, surplusOthers: 0 }

/** A record of a school's use of its extra places, which differs from the sound one only in what is given. */
export const usage = (id: string, differences: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
  check: 'checkExtraPlaceUsage',
  id,
  input: { ...soundUsage, ...differences },
})
