import { Buffer } from 'node:buffer'

/** How rows are told apart: a line of CSV can go on within quotation marks, and its first row is its header. */
export const rowForms = ['ndjson', 'csv'] as const
export type RowForm = (typeof rowForms)[number]

/** Rows that follow each other, as they stand in the input. */
export interface Chunk {
  /** The number of the first row, from 1; a header is row 0. */
  readonly first: number
  readonly rows: number
  /** The rows with their line ends, in memory of their own; empty for a single row that is too long to be held. */
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** The longest row that is held; a longer one is passed over, so that memory stays bounded. */
export const LONGEST_ROW = 16 * 2 ** 20

const NEWLINE = 0x0a
const RETURN = 0x0d
const QUOTE = 0x22
const COMMA = 0x2c
const NOTHING = Buffer.alloc(0)

/** The mark that some programs put before a text. */
const BYTE_ORDER_MARK = Buffer.of(0xef, 0xbb, 0xbf)

async function* withoutMark(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let start: Buffer | undefined = NOTHING
  for await (const piece of input) {
    if (start === undefined) {
      yield piece
      continue
    }
    start = Buffer.concat([start, piece])
    const isPartOfMark = start.length < BYTE_ORDER_MARK.length && BYTE_ORDER_MARK.indexOf(start) === 0
    if (isPartOfMark) continue
    yield start.indexOf(BYTE_ORDER_MARK) === 0 ? start.subarray(BYTE_ORDER_MARK.length) : start
    start = undefined
  }
  if (start !== undefined && start.length > 0) yield start
}

/** Where a byte of CSV stands. */
type Place = 'atStart' | 'unquoted' | 'quoted' | 'afterQuote'

/** Finds where rows end, in bytes that come piece by piece. */
class RowEnds {
  #place: Place = 'atStart'

  constructor(readonly form: RowForm) {}

  /** The newline that ends the row, searched for from here on; −1 when it has not come yet. */
  next(bytes: Buffer, from: number): number {
    return this.form === 'csv' ? this.#nextOfCsv(bytes, from) : bytes.indexOf(NEWLINE, from)
  }

  /** A quotation mark opens only at the start of a field; a doubled one is part of the text. */
  #nextOfCsv(bytes: Buffer, from: number): number {
    let place = this.#place
    for (let at = from; at < bytes.length; at += 1) {
      const byte = bytes[at]
      if (place === 'quoted') {
        if (byte === QUOTE) place = 'afterQuote'
      } else if (byte === NEWLINE) {
        this.#place = 'atStart'
        return at
      } else if (byte === COMMA) {
        place = 'atStart'
      } else {
        place = byte === QUOTE && place !== 'unquoted' ? 'quoted' : 'unquoted'
      }
    }
    this.#place = place
    return -1
  }
}

/** Whether nothing stands on a line, or only what is left of a line end of two characters. */
const isBlank = (bytes: Buffer, start: number, end: number): boolean =>
  start === end || (end - start === 1 && bytes[start] === RETURN)

/**
 * Cuts an input into chunks of whole rows as it comes in, so that no row waits for one that has not been sent. Empty
 * lines are no rows. The header of CSV is a chunk by itself.
 */
export async function* chunksOf(input: AsyncIterable<Uint8Array>, form: RowForm): AsyncGenerator<Chunk> {
  const ends = new RowEnds(form)
  let next = form === 'csv' ? 0 : 1
  let unfinished = NOTHING
  let isPassingOver = false

  const chunk = (rows: number, bytes: Buffer): Chunk => {
    const first = next
    next += rows
    return { first, rows, bytes: new Uint8Array(bytes) }
  }

  for await (const piece of withoutMark(input)) {
    const bytes = Buffer.concat([unfinished, piece])
    let rows = 0
    let sent = 0
    let start = 0
    let searched = unfinished.length
    for (let end = ends.next(bytes, searched); end >= 0; end = ends.next(bytes, searched)) {
      if (isPassingOver) {
        sent = end + 1
      } else if (end - start > LONGEST_ROW) {
        if (rows > 0) yield chunk(rows, bytes.subarray(sent, start))
        yield chunk(1, NOTHING)
        rows = 0
        sent = end + 1
      } else if (!isBlank(bytes, start, end)) {
        rows += 1
      }
      isPassingOver = false
      start = searched = end + 1
      if (next === 0 && rows > 0) {
        yield chunk(rows, bytes.subarray(sent, start))
        rows = 0
        sent = start
      }
    }
    if (rows > 0) yield chunk(rows, bytes.subarray(sent, start))
    unfinished = isPassingOver ? NOTHING : bytes.subarray(start)
    if (unfinished.length > LONGEST_ROW) {
      yield chunk(1, NOTHING)
      unfinished = NOTHING
      isPassingOver = true
    }
  }
  if (!isBlank(unfinished, 0, unfinished.length)) yield chunk(1, unfinished)
}
