import type { Answer } from '../../catalogue.js'
import { bytesOf, type JsonBytes } from './json-bytes.js'

type Finding = Answer<unknown>['findings'][number]
type Readings = Answer<unknown>['readings']

/** Something written before, and its bytes. */
interface Kept<Written> {
  readonly written: Written
  readonly bytes: Uint8Array
}

/** More than this differ too much from row to row for keeping to help. */
const MOST_KEPT = 32

function isSameList<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  if (a.length !== b.length) return false
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false
  return true
}

/** Whether two findings differ in the fact and how it compares with the limit only. */
const isSameHead = (a: Finding, b: Finding): boolean =>
  a.rule === b.rule && a.outcome === b.outcome && a.met === b.met && a.at === b.at && isSameList(a.path, b.path)

const headOf = ({ rule, at, outcome, met, path }: Finding): Uint8Array =>
  bytesOf(`${JSON.stringify({ rule, at, outcome, met, path }).slice(0, -1)},"fact":`)

/** The bytes of something that was written before, or else those that are made of it now. */
function bytesFor<Written>(kept: Kept<Written>[], found: Written, isSame: (a: Written, b: Written) => boolean, make: (found: Written) => Uint8Array): Uint8Array {
  for (const each of kept) if (isSame(each.written, found)) return each.bytes
  const bytes = make(found)
  if (kept.length < MOST_KEPT) kept.push({ written: found, bytes })
  return bytes
}

/** Writes answers as JSON, keeping the bytes of what the answers of one function have in common. */
export class AnswerBytes {
  /** The heads of findings by their place in the answer: there, mostly the same rule speaks. */
  readonly #heads: Kept<Finding>[][] = []
  readonly #readings: Kept<Readings>[] = []

  write(out: JsonBytes, { outcome, value, findings, readings }: Answer<unknown>): void {
    out.ascii('{"outcome":"').ascii(outcome).ascii('","value":').value(value).ascii(',"findings":[')
    for (let index = 0; index < findings.length; index += 1) {
      const finding = findings[index]
      if (finding === undefined) continue
      if (index > 0) out.ascii(',')
      const { fact, limit, margin } = finding
      out.copy(bytesFor((this.#heads[index] ??= []), finding, isSameHead, headOf)).value(fact).ascii(',"limit":').value(limit)
      if (margin !== undefined) out.ascii(',"margin":').value(margin)
      out.ascii('}')
    }
    // A reading that is taken is the same object in every answer.
    out.ascii('],"readings":').copy(bytesFor(this.#readings, readings, isSameList, (taken) => bytesOf(JSON.stringify(taken)))).ascii('}')
  }
}
