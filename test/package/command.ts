import { join } from 'node:path'
import { checkExtraPlaceUsage } from '../../src/index.js'
import { soundUsage } from '../cli/harness.js'
import { root } from './project.js'

/** The command line as it is published. */
export const command = join(root, 'dist/cli/main.js')

/** A row that is in order. */
export const ROW = `${JSON.stringify(soundUsage)}\n`

const over = { ...soundUsage, surplusLeavers: 6 }

/** Of every five rows three are in order, one is a breach and one is no JSON. */
const kinds = [soundUsage, over, soundUsage, undefined, soundUsage] as const
const kindOf = (row: number): (typeof kinds)[number] => kinds[(row - 1) % kinds.length]

const linesFor = (rows: number, line: (row: number) => string): string => Array.from({ length: rows }, (_, index) => `${line(index + 1)}\n`).join('')

/** So many rows, each a record whose id is its number. */
export const numberedRows = (rows: number): string =>
  linesFor(rows, (row) => {
    const input = kindOf(row)
    return input === undefined ? `row ${row}` : JSON.stringify({ id: row, input })
  })

/** What becomes of them. */
export const answersTo = (rows: number): string =>
  linesFor(rows, (row) => {
    const input = kindOf(row)
    const notJson = { path: [], code: 'not_json', message: { en: 'is not JSON', 'zh-Hant': '並非 JSON' } }
    return JSON.stringify(input === undefined ? { row, error: { issues: [notJson] } } : { row, id: row, answer: checkExtraPlaceUsage(input) })
  })
