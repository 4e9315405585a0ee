import type { Answer } from '../../catalogue.js'
import { bytesOf, isPlain, type JsonBytes } from './json-bytes.js'

type Finding = Answer<unknown>['findings'][number]

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The parts of an answer that differ from one to the next of the same shape, in the order in which they are written. */
export function leavesOf({ value, findings }: Answer<unknown>): readonly unknown[] {
  const leaves: unknown[] = []
  if (isFields(value)) for (const name in value) leaves.push(value[name])
  else leaves.push(value)
  for (const { fact, limit, margin } of findings) leaves.push(fact, limit, margin)
  return leaves
}

/** A text of the same length, anything written out in full, or something that makes the shape what it is. */
type Kind = 'text' | 'written' | 'shape'

function kindOf(leaf: unknown): Kind {
  if (typeof leaf === 'string') return isPlain(leaf) ? 'text' : 'written'
  return typeof leaf === 'number' || (typeof leaf === 'object' && leaf !== null) ? 'written' : 'shape'
}

/** Bytes that are the same in every answer of a shape but for the texts within them, and the leaf that follows. */
interface Piece {
  readonly bytes: Uint8Array
  readonly texts: readonly { readonly leaf: number; readonly at: number }[]
  readonly next: number | undefined
}

/** Takes a JSON text apart into its pieces. */
class Cutter {
  readonly pieces: Piece[] = []
  readonly kinds: Kind[] = []
  #json = ''
  #texts: { leaf: number; at: number }[] = []

  add(json: string): void {
    this.#json += json
  }

  /** A leaf after what stands before it; one that is not defined is left out with that. */
  leaf(before: string, leaf: unknown): void {
    const kind = kindOf(leaf)
    const index = this.kinds.push(kind) - 1
    if (leaf === undefined) return
    this.add(before)
    if (kind === 'text') this.#texts.push({ leaf: index, at: bytesOf(this.#json).length + 1 })
    if (kind === 'written') this.end(index)
    else this.add(JSON.stringify(leaf))
  }

  end(next?: number): void {
    this.pieces.push({ bytes: bytesOf(this.#json), texts: this.#texts, next })
    this.#json = ''
    this.#texts = []
  }
}

function cut({ outcome, value, findings, readings }: Answer<unknown>): Cutter {
  const cutter = new Cutter()
  cutter.add(`{"outcome":"${outcome}","value":`)
  if (isFields(value)) {
    let separator = '{'
    for (const name in value) {
      cutter.leaf(`${separator}${JSON.stringify(name)}:`, value[name])
      if (value[name] !== undefined) separator = ','
    }
    cutter.add(separator === '{' ? '{}' : '}')
  } else {
    cutter.leaf('', value)
  }
  cutter.add(',"findings":[')
  for (const [index, { rule, at, outcome, met, path, fact, limit, margin }] of findings.entries()) {
    cutter.add(`${index > 0 ? ',' : ''}${JSON.stringify({ rule, at, outcome, met, path }).slice(0, -1)}`)
    cutter.leaf(',"fact":', fact)
    cutter.leaf(',"limit":', limit)
    cutter.leaf(',"margin":', margin)
    cutter.add('}')
  }
  cutter.add(`],"readings":${JSON.stringify(readings)}}`)
  cutter.end()
  return cutter
}

function isSameList<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  if (a.length !== b.length) return false
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false
  return true
}

/** Whether two findings differ in the fact and how it compares with the limit only. */
const isSameHead = (a: Finding, b: Finding | undefined): boolean =>
  b !== undefined && a.rule === b.rule && a.outcome === b.outcome && a.met === b.met && a.at === b.at && isSameList(a.path, b.path)

/** Whether two values have fields of the same names in the same order. */
function hasSameNames(value: unknown, names: readonly string[] | undefined): boolean {
  if (!isFields(value)) return names === undefined
  if (names === undefined) return false
  let index = 0
  for (const name in value) if (names[index++] !== name) return false
  return index === names.length
}

/** The bytes of an answer, to be filled with the leaves of others of its shape. */
export class Mould {
  readonly #names: readonly string[] | undefined
  readonly #kinds: readonly Kind[]
  readonly #pieces: readonly Piece[]

  constructor(readonly example: Answer<unknown>, readonly leaves: readonly unknown[]) {
    const { kinds, pieces } = cut(example)
    this.#kinds = kinds
    this.#pieces = pieces
    this.#names = isFields(example.value) ? Object.keys(example.value) : undefined
  }

  fits({ outcome, value, findings, readings }: Answer<unknown>, leaves: readonly unknown[]): boolean {
    const { example } = this
    if (outcome !== example.outcome || findings.length !== example.findings.length) return false
    for (let index = 0; index < findings.length; index += 1) {
      const finding = findings[index]
      if (finding === undefined || !isSameHead(finding, example.findings[index])) return false
    }
    // A reading that is taken is the same object in every answer.
    if (!isSameList(readings, example.readings) || !hasSameNames(value, this.#names)) return false
    for (let index = 0; index < leaves.length; index += 1) if (!this.#fitsLeaf(index, leaves[index])) return false
    return true
  }

  #fitsLeaf(index: number, leaf: unknown): boolean {
    const of = this.leaves[index]
    const kind = this.#kinds[index]
    if (kind === 'text') return typeof leaf === 'string' && typeof of === 'string' && leaf.length === of.length
    return kind === 'written' ? leaf !== undefined : leaf === of
  }

  /** Writes the answer that these leaves make; false, and nothing is written, when one of them has to be escaped. */
  write(out: JsonBytes, leaves: readonly unknown[]): boolean {
    const start = out.length
    for (const { bytes, texts, next } of this.#pieces) {
      const before = out.length
      out.copy(bytes)
      for (const { leaf, at } of texts) {
        if (out.overwrite(before + at, leaves[leaf])) continue
        out.rewind(start)
        return false
      }
      if (next !== undefined) out.value(leaves[next])
    }
    return true
  }
}
