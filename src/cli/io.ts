import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Text } from '../catalogue.js'
import { messages } from './messages.js'

/** All that the command line has of the world around it; a test brings its own. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: Writable & { readonly isTTY?: boolean }
  readonly stderr: Writable & { readonly isTTY?: boolean }
  /** The folder that file names are relative to. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Sound, found something, could not do it: three different things to a program that calls this one. */
export const exitCode = { sound: 0, found: 1, unable: 2 } as const
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

function bytesOf(io: Io, file: string): Promise<Uint8Array> {
  return isStdin(file) ? buffer(io.stdin) : readFile(resolve(io.cwd, file))
}

const errorCode = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'

const reasons: Readonly<Record<string, Text>> = {
  ENOENT: messages.noSuchFile,
  EISDIR: messages.isFolder,
  EACCES: messages.noPermission,
  ERR_ENCODING_INVALID_ENCODED_DATA: messages.notUtf8,
}

/** Why a file could not be read, in words. */
export function unreadable(error: unknown): Complaint {
  if (error instanceof Complaint) return error
  const code = errorCode(error)
  return new Complaint(reasons[code] ?? messages.unreadable(code))
}

/** Reads a file, or standard input for `-`, as UTF-8 text without its byte order mark. */
export async function readText(io: Io, file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await bytesOf(io, file))
  } catch (error) {
    throw unreadable(error)
  }
}
