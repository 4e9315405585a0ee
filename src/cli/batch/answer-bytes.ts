import type { Answer } from '../../catalogue.js'
import { bytesOf, type JsonBytes } from './json-bytes.js'
import { leavesOf, Mould } from './mould.js'

/** More shapes than this differ too much from row to row for keeping to help. */
const MOST_KEPT = 64

/** Writes answers as JSON, keeping the bytes of what answers of one shape have in common. */
export class AnswerBytes {
  /** The one that was used last comes first: rows that follow each other are often alike. */
  readonly #moulds: Mould[] = []

  write(out: JsonBytes, answer: Answer<unknown>): void {
    const leaves = leavesOf(answer)
    const mould = this.#mouldFor(answer, leaves)
    if (mould?.write(out, leaves) !== true) out.copy(bytesOf(JSON.stringify(answer)))
  }

  #mouldFor(answer: Answer<unknown>, leaves: readonly unknown[]): Mould | undefined {
    for (const mould of this.#moulds) if (mould.fits(answer, leaves)) return mould
    if (this.#moulds.length >= MOST_KEPT) return undefined
    const made = new Mould(answer, leaves)
    this.#moulds.push(made)
    return made
  }
}
