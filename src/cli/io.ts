import { Buffer } from 'node:buffer'
import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { addAbortSignal, type Readable, type Writable } from 'node:stream'
import { text, type Text } from '../kernel/text.js'
import { messages } from './messages.js'
import { printable } from './printable.js'

/** All that the command line has of the world around it; a test brings its own. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: Writable & { readonly isTTY?: boolean }
  readonly stderr: Writable & { readonly isTTY?: boolean }
  /** The folder that file names are relative to. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Asks a command to stop where it is, with the name of the signal as its reason; without it, nobody can. */
  readonly interrupted?: AbortSignal
}

/**
 * Sound, found something, could not do it: three different things to a program that calls this one. A command that
 * a signal stops ends with 128 and the number of the signal, as shells have it.
 */
export const exitCode = { sound: 0, found: 1, unable: 2, interrupted: 130, terminated: 143 } as const
export type ExitCode = (typeof exitCode)[keyof typeof exitCode]

/** Something that the person at the keyboard has to put right, in both languages. */
export class Complaint extends Error {
  override readonly name = 'Complaint'

  constructor(readonly says: Text) {
    super(says.en)
  }
}

/** Whether a file name stands for standard input. */
export const isStdin = (file: string): boolean => file === '-'

/** How a file is called in what is printed. */
export const shownName = (file: string): string => (isStdin(file) ? '<stdin>' : file)

const errorCode = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'

const reasons: Readonly<Record<string, Text>> = {
  ENOENT: messages.noSuchFile,
  EISDIR: messages.isFolder,
  ENOTDIR: messages.noSuchFile,
  ELOOP: messages.linksInACircle,
  EACCES: messages.noPermission,
  EPERM: messages.noPermission,
  ERR_ENCODING_INVALID_ENCODED_DATA: messages.notUtf8,
}

/** Why a file could not be read, in words. */
function unreadable(error: unknown): Complaint {
  if (error instanceof Complaint) return error
  const code = errorCode(error)
  return new Complaint(reasons[code] ?? messages.unreadable(code))
}

/** A complaint that names the file that it is about. */
export function complaintAbout(file: string, { says }: Complaint): Complaint {
  const name = printable(shownName(file))
  return new Complaint(text(`${name}${messages.colon.en}${says.en}`, `${name}${messages.colon['zh-Hant']}${says['zh-Hant']}`))
}

/** Why the output could not be written; nothing when its reader has had enough, such as `head`. */
export function unwritable(error: unknown): Complaint | undefined {
  const code = errorCode(error)
  if (['EPIPE', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END'].includes(code)) return undefined
  return new Complaint(code === 'ENOSPC' ? messages.noSpace : messages.unwritable(code))
}

/** What is read from a file at a time. */
const PIECE = 256 * 1024

const stoppedBy = (stream: Readable, stop: AbortSignal | undefined): Readable => (stop === undefined ? stream : addAbortSignal(stop, stream))

/** The bytes of a file; that it loses some while it is read is no end like any other. */
async function* bytesOfFile(path: string, stop: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  const file = await open(path)
  try {
    const stats = await file.stat()
    let read = 0
    for await (const piece of stoppedBy(file.createReadStream({ highWaterMark: PIECE, autoClose: false }), stop)) {
      if (!Buffer.isBuffer(piece)) continue
      read += piece.length
      yield piece
    }
    if (stats.isFile() && read < stats.size) throw new Complaint(messages.becameShorter)
  } finally {
    await file.close()
  }
}

/** The bytes of a file, or of standard input for `-`, piece by piece. */
export async function* piecesOf(io: Io, file: string, stop?: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    yield* isStdin(file) ? stoppedBy(io.stdin, stop) : bytesOfFile(resolve(io.cwd, file), stop)
  } catch (error) {
    throw unreadable(error)
  }
}

/** The largest file that is held as a whole, with all that is found in it. */
const LARGEST_FILE = 32 * 2 ** 20

/** Reads a file, or standard input for `-`, as UTF-8 text without its byte order mark. */
export async function readText(io: Io, file: string): Promise<string> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of piecesOf(io, file)) {
    size += piece.length
    if (size > LARGEST_FILE) throw new Complaint(messages.tooLarge)
    pieces.push(piece)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces))
  } catch (error) {
    throw unreadable(error)
  }
}
