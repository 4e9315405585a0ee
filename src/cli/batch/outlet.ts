import type { Writable } from 'node:stream'
import { unwritable } from '../io.js'

/** Where lines are written to, no faster than they are taken; it says when nobody takes them any more. */
export class Outlet {
  isClosed = false

  constructor(readonly stream: Writable) {}

  /** Ends when the bytes have been taken, and their memory can be used again. */
  async write(bytes: Uint8Array): Promise<void> {
    const error = await new Promise<Error | null | undefined>((resolve) => { this.stream.write(bytes, resolve) })
    if (error == null) return
    const complaint = unwritable(error)
    if (complaint !== undefined) throw complaint
    this.isClosed = true
  }
}
