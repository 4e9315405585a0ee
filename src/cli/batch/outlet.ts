import type { Writable } from 'node:stream'

const isClosedPipe = (error: NodeJS.ErrnoException): boolean =>
  error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED' || error.code === 'ERR_STREAM_WRITE_AFTER_END'

/** Where lines are written to, no faster than they are taken; it says when nobody takes them any more. */
export class Outlet {
  isClosed = false

  constructor(readonly stream: Writable) {}

  /** Ends when the bytes have been taken, and their memory can be used again. */
  async write(bytes: Uint8Array): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.stream.write(bytes, (error) => {
        if (error == null) resolve()
        else if (isClosedPipe(error)) resolve(void (this.isClosed = true))
        else reject(error)
      })
    })
  }
}
