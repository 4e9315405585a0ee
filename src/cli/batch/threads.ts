import { Worker } from 'node:worker_threads'
import type { Chunk } from './chunks.js'
import type { Answered, Job } from './row-answerer.js'

/** What a thread is sent: rows, and memory for their answers. */
export interface Task {
  readonly chunk: Chunk
  readonly memory: ArrayBuffer | undefined
}

interface Waiting {
  readonly resolve: (answered: Answered) => void
  readonly reject: (error: unknown) => void
}

/** Beside this file in the sources and beside the bundled command line. */
const program = new URL('./worker.js', import.meta.url)

/** One thread; it answers chunks in the order in which it gets them. */
class Thread {
  readonly #worker = new Worker(program)
  readonly #waiting: Waiting[] = []

  constructor(job: Job) {
    this.#worker.on('message', (answered: Answered) => { this.#waiting.shift()?.resolve(answered) })
    this.#worker.on('error', (error) => { this.#fail(error) })
    this.#worker.on('exit', () => { this.#fail(new Error('a thread ended before its work')) })
    this.#worker.postMessage(job)
  }

  get load(): number { return this.#waiting.length }

  answer({ chunk, memory }: Task): Promise<Answered> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      this.#worker.postMessage({ chunk, memory }, memory === undefined ? [chunk.bytes.buffer] : [chunk.bytes.buffer, memory])
    })
  }

  /** Leaves whatever waits without an answer: nobody asks any more. */
  close(): Promise<number> {
    this.#waiting.length = 0
    return this.#worker.terminate()
  }

  #fail(error: unknown): void {
    for (const { reject } of this.#waiting.splice(0)) reject(error)
  }
}

/** So many threads at one job, each started when there is work for it. */
export class Threads {
  readonly #threads: Thread[] = []
  readonly #memory: ArrayBuffer[] = []

  constructor(readonly job: Job, readonly most: number) {}

  /** Gives a chunk to the thread with the least to do. */
  answer(chunk: Chunk): Promise<Answered> {
    return this.#idlest().answer({ chunk, memory: this.memory() })
  }

  /** Memory that was used before and is free, if there is any. */
  memory(): ArrayBuffer | undefined {
    return this.#memory.pop()
  }

  /** Takes back the memory of answers that nobody reads any more: to get new memory takes as long as to fill it. */
  reuse({ bytes }: Answered): void {
    this.#memory.push(bytes.buffer)
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()))
  }

  #idlest(): Thread {
    const [idlest] = this.#threads.toSorted((a, b) => a.load - b.load)
    if (idlest !== undefined && (idlest.load === 0 || this.#threads.length >= this.most)) return idlest
    const started = new Thread(this.job)
    this.#threads.push(started)
    return started
  }
}
