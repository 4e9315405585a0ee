import { Buffer } from 'node:buffer'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chunksOf, type RowForm } from '../../../src/cli/batch/chunks.js'

/** The chunks of an input that comes in these pieces: the number of each one's first row, how many rows, and its text. */
async function chunksIn(pieces: readonly (string | Uint8Array)[], form: RowForm): Promise<readonly (readonly [number, number, string])[]> {
  async function* input(): AsyncGenerator<Uint8Array> {
    await Promise.resolve()
    for (const piece of pieces) yield Buffer.from(piece)
  }
  const found: [number, number, string][] = []
  for await (const { first, rows, bytes } of chunksOf(input(), form)) found.push([first, rows, Buffer.from(bytes).toString('utf8')])
  return found
}

describe('rows are cut from whatever pieces they come in', () => {
  test('a row that goes on in the next piece waits for it; those before it do not', async () => {
    expect(await chunksIn(['1\n2\n3', '4\n', '5'], 'ndjson')).toEqual([[1, 2, '1\n2\n'], [3, 1, '34\n'], [4, 1, '5']])
  })

  test('a line of CSV goes on within quotation marks, and the header is a chunk of its own', async () => {
    expect(await chunksIn(['a,b\n"1\n2",""""\n', 'x"\n,"\n', '"'], 'csv')).toEqual([[0, 1, 'a,b\n'], [1, 1, '"1\n2",""""\n'], [2, 1, 'x"\n'], [3, 1, ',"\n"']])
  })

  test('a byte order mark is no part of the first row, even when it is cut', async () => {
    expect(await chunksIn([Buffer.of(0xef), Buffer.of(0xbb), Buffer.of(0xbf, 0x31)], 'ndjson')).toEqual([[1, 1, '1']])
  })

  test('every row comes once, in order, under its own number', async () => {
    const row = fc.stringMatching(/^[^\n\r]{1,12}$/)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(row, fc.constant('')), { maxLength: 20 }), fc.array(fc.nat({ max: 8 })), async (lines, sizes) => {
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''))
        const pieces: Buffer[] = []
        for (let at = 0; at < bytes.length; at += pieces.at(-1)?.length ?? 0) pieces.push(bytes.subarray(at, at + 1 + (sizes[pieces.length] ?? 3)))
        let next = 1
        const found: string[] = []
        for (const [first, rows, text] of await chunksIn(pieces, 'ndjson')) {
          const whole = text.split('\n').filter((line) => line !== '')
          expect([first, rows]).toEqual([next, whole.length])
          next += rows
          found.push(...whole)
        }
        expect(found).toEqual(lines.filter((line) => line !== '' && line !== '\ufeff').map((line, index) => (index === 0 ? line.replace(/^\ufeff/, '') : line)))
      }),
    )
  })
})
