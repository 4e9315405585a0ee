import type { Path } from '../catalogue.js'

/** A place in a text as an editor counts it, from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** The tokens of JSON (RFC 8259). */
const punctuation = /[{}[\],:]/
const string = /"(?:[ !#-[\]-\u{10FFFF}]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/u
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/
const token = new RegExp([punctuation, string, number, /true|false|null/].map(({ source }) => source).join('|'), 'uy')
const space = /[ \t\n\r]*/y

/** A value deeper than this stands where the value that holds it starts; no input of this library goes so deep. */
const DEEPEST = 16

/** What may come next. */
type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing'

/** An open list or object, and the step of the path that its current member has. */
interface Container {
  readonly isList: boolean
  /** The names that an object has so far. */
  readonly names: Set<string | number>
  step: string | number
}

/** What is told while a text is walked through. */
interface Listener {
  /** A value starts here. */
  readonly value?: (path: Path, offset: number) => void
  /** A name starts here that its object has already. */
  readonly repeatedName?: (path: Path, offset: number) => void
}

/** A name that its object has twice, of which JSON.parse would silently keep the last. */
export interface RepeatedName {
  readonly path: Path
  readonly position: Position
}

function offsetAfterSpace(text: string, at: number): number {
  space.lastIndex = at
  space.exec(text)
  return space.lastIndex
}

const keyOf = (path: Path): string => JSON.stringify(path)

const pathTo = (open: readonly Container[]): Path => open.map(({ step }) => step)

/**
 * Walks through a JSON text and tells where each value starts and each name that is repeated.
 * @returns where the text stops being JSON; `null` when it is JSON to the end
 */
function walk(text: string, { value, repeatedName }: Listener): number | null {
  const open: Container[] = []
  let expected: Expected = 'value'
  let at = 0

  for (;;) {
    const start = offsetAfterSpace(text, at)
    token.lastIndex = start
    const [found] = token.exec(text) ?? []
    if (found === undefined) return expected === 'nothing' && start === text.length ? null : start
    at = start + found.length

    const container = open.at(-1)
    const closes = container?.isList === true ? ']' : '}'
    const mayEnd = expected === 'value or end' || expected === 'key or end' || expected === 'comma or end'
    if (found === closes && container !== undefined && mayEnd) {
      open.pop()
      expected = open.length === 0 ? 'nothing' : 'comma or end'
    } else if (expected === 'value' || expected === 'value or end') {
      if (',:]}'.includes(found)) return start
      if (open.length <= DEEPEST) value?.(pathTo(open), start)
      if (found === '[') open.push({ isList: true, names: new Set(), step: 0 })
      else if (found === '{') open.push({ isList: false, names: new Set(), step: '' })
      if (found === '[') expected = 'value or end'
      else if (found === '{') expected = 'key or end'
      else expected = open.length === 0 ? 'nothing' : 'comma or end'
    } else if (container === undefined) {
      return start
    } else if (expected === 'key' || expected === 'key or end') {
      if (!found.startsWith('"')) return start
      container.step = String(JSON.parse(found))
      if (container.names.has(container.step)) repeatedName?.(pathTo(open), start)
      container.names.add(container.step)
      expected = 'colon'
    } else if (expected === 'colon') {
      if (found !== ':') return start
      expected = 'value'
    } else {
      if (found !== ',') return start
      if (typeof container.step === 'number') container.step += 1
      expected = container.isList ? 'value' : 'key'
    }
  }
}

/** A JSON text that knows where its values stand. */
export class JsonText {
  readonly #text: string
  readonly #firstLine: number
  #offsets: ReadonlyMap<string, number> | undefined
  #lineStarts: readonly number[] | undefined

  /** @param firstLine the line of its file that the text starts on */
  constructor(text: string, firstLine = 1) {
    this.#text = text
    this.#firstLine = firstLine
  }

  /** The value of the text, or the position at which it stops being JSON. */
  read(): { readonly value: unknown } | { readonly brokenAt: Position } {
    try {
      return { value: JSON.parse(this.#text) }
    } catch {
      return { brokenAt: this.#position(walk(this.#text, {}) ?? this.#text.length) }
    }
  }

  /** The names that an object has more than once, in the order of the text. */
  repeatedNames(): readonly RepeatedName[] {
    const repeated: RepeatedName[] = []
    walk(this.#text, { repeatedName: (path, offset) => repeated.push({ path, position: this.#position(offset) }) })
    return repeated
  }

  /** Where the value at a path starts; when nothing stands there, where the value that lacks it starts. */
  locate(path: Path): Position {
    this.#offsets ??= this.#allOffsets()
    for (let steps = path; steps.length > 0; steps = steps.slice(0, -1)) {
      const offset = this.#offsets.get(keyOf(steps))
      if (offset !== undefined) return this.#position(offset)
    }
    return this.#position(offsetAfterSpace(this.#text, 0))
  }

  #allOffsets(): ReadonlyMap<string, number> {
    const offsets = new Map<string, number>()
    walk(this.#text, { value: (path, offset) => offsets.set(keyOf(path), offset) })
    return offsets
  }

  #position(offset: number): Position {
    this.#lineStarts ??= [0, ...[...this.#text.matchAll(/\n/g)].map(({ index }) => index + 1)]
    const starts = this.#lineStarts
    let line = 0
    for (let after = starts.length; after - line > 1;) {
      const middle = (line + after) >> 1
      if ((starts[middle] ?? Infinity) <= offset) line = middle
      else after = middle
    }
    return { line: line + this.#firstLine, column: offset - (starts[line] ?? 0) + 1 }
  }
}
