const FIRST_SIZE = 1 << 20

const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const BACKSLASH = 0x5c
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
const FIRST_PRINTABLE = 0x20

/** Where UTF-8 needs one byte more, and the halves of what UTF-16 writes in two. */
const TWO_BYTES = 0x80
const THREE_BYTES = 0x800
const FIRST_SURROGATE = 0xd800
const LAST_SURROGATE = 0xdfff
const MOST_BYTES_OF_A_UNIT = 3

const encoder = new TextEncoder()

/** The bytes of a value that is written again and again. */
export const bytesOf = (json: string): Uint8Array => encoder.encode(json)

/** Whether a text stands in JSON as it is, a byte for each character. */
export function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (!isPlainUnit(text.charCodeAt(index))) return false
  return true
}

const isPlainUnit = (unit: number): boolean => unit >= FIRST_PRINTABLE && unit < TWO_BYTES && unit !== QUOTE && unit !== BACKSLASH

const isList = (value: object): value is readonly unknown[] => Array.isArray(value)
const isFields = (value: object): value is Readonly<Record<string, unknown>> => !isList(value)

/**
 * Writes JSON as UTF-8, byte for byte what `JSON.stringify` gives, without the texts in between: small values in
 * great number are written twice as fast. For plain data only: no `undefined`, no methods.
 */
export class JsonBytes {
  #bytes = new Uint8Array(FIRST_SIZE)
  #length = 0

  /** Starts anew in this memory, or else in as much as was needed the last time. */
  start(memory = new ArrayBuffer(this.#bytes.length)): void {
    this.#bytes = new Uint8Array(memory)
    this.#length = 0
  }

  /** All that was written since the start. */
  get written(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#length)
  }

  get length(): number {
    return this.#length
  }

  /** Forgets what was written from here on. */
  rewind(length: number): void {
    this.#length = length
  }

  /** Writes a plain text over another; false when it is none. */
  overwrite(at: number, text: unknown): boolean {
    if (typeof text !== 'string') return false
    const bytes = this.#bytes
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index)
      if (!isPlainUnit(unit)) return false
      bytes[at + index] = unit
    }
    return true
  }

  /** Text that is JSON already, and holds ASCII only. */
  ascii(json: string): this {
    this.#reserve(json.length)
    const bytes = this.#bytes
    let length = this.#length
    for (let index = 0; index < json.length; index += 1) bytes[length++] = json.charCodeAt(index)
    this.#length = length
    return this
  }

  /** Bytes that are JSON already. */
  copy(json: Uint8Array): this {
    this.#reserve(json.length)
    this.#bytes.set(json, this.#length)
    this.#length += json.length
    return this
  }

  value(value: unknown): this {
    switch (typeof value) {
      case 'string':
        return this.text(value)
      case 'number':
        return this.ascii(Number.isFinite(value) ? String(value) : 'null')
      case 'boolean':
        return this.ascii(value ? 'true' : 'false')
      case 'object':
        if (value === null) return this.ascii('null')
        if (isList(value)) return this.#list(value)
        return isFields(value) ? this.#fields(value) : this
      default:
        return this.copy(bytesOf(JSON.stringify(value)))
    }
  }

  text(text: string): this {
    this.#reserve(text.length * MOST_BYTES_OF_A_UNIT + 2)
    const bytes = this.#bytes
    let length = this.#length
    bytes[length++] = QUOTE
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index)
      if (unit < TWO_BYTES) {
        if (unit < FIRST_PRINTABLE || unit === QUOTE || unit === BACKSLASH) return this.#escaped(text)
        bytes[length++] = unit
      } else if (unit < THREE_BYTES) {
        bytes[length++] = 0xc0 | (unit >> 6)
        bytes[length++] = 0x80 | (unit & 0x3f)
      } else if (unit < FIRST_SURROGATE || unit > LAST_SURROGATE) {
        bytes[length++] = 0xe0 | (unit >> 12)
        bytes[length++] = 0x80 | ((unit >> 6) & 0x3f)
        bytes[length++] = 0x80 | (unit & 0x3f)
      } else {
        return this.#escaped(text)
      }
    }
    bytes[length++] = QUOTE
    this.#length = length
    return this
  }

  /** What needs escaping is rare, and left to the engine. */
  #escaped(text: string): this {
    return this.copy(bytesOf(JSON.stringify(text)))
  }

  #list(list: readonly unknown[]): this {
    this.#byte(OPEN_LIST)
    for (let index = 0; index < list.length; index += 1) {
      if (index > 0) this.#byte(COMMA)
      this.value(list[index])
    }
    return this.#byte(CLOSE_LIST)
  }

  #fields(fields: Readonly<Record<string, unknown>>): this {
    this.#byte(OPEN_OBJECT)
    let isFirst = true
    for (const name of Object.keys(fields)) {
      const value = fields[name]
      if (value === undefined) continue
      if (!isFirst) this.#byte(COMMA)
      isFirst = false
      this.text(name).#byte(COLON).value(value)
    }
    return this.#byte(CLOSE_OBJECT)
  }

  #byte(byte: number): this {
    this.#reserve(1)
    this.#bytes[this.#length++] = byte
    return this
  }

  #reserve(more: number): void {
    const needed = this.#length + more
    if (needed <= this.#bytes.length) return
    const larger = new Uint8Array(needed * 2)
    larger.set(this.#bytes)
    this.#bytes = larger
  }
}
