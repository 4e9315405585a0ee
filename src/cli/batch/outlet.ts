import { once } from 'node:events'
import type { Writable } from 'node:stream'

const isClosedPipe = (error: NodeJS.ErrnoException): boolean => error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED'

/** Where lines are written to, no faster than they are taken; it says when nobody takes them any more. */
export class Outlet {
  isClosed = false
  #failure: Error | undefined
  readonly #ended: Promise<void>

  constructor(readonly stream: Writable) {
    this.#ended = new Promise((resolve) => {
      stream.once('close', () => {
        this.isClosed = true
        resolve()
      })
      stream.once('error', (error) => {
        if (isClosedPipe(error)) this.isClosed = true
        else this.#failure = error
        resolve()
      })
    })
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure
    if (this.isClosed) return
    if (this.stream.write(bytes)) return
    await Promise.race([once(this.stream, 'drain').catch(() => undefined), this.#ended])
  }
}
