import { modules } from '../../src/catalogue.js'
import { engines } from './engines.js'
import type { Row, Tally } from './exam.js'

const grouped = (number: number): string => number.toLocaleString('en')

const names = engines.map(({ name }) => name)

const tallyOf = (row: Row, engine: string): Tally | string => row.others[engine] ?? '–'

const cell = (tally: Tally | string): string => (typeof tally === 'string' ? '–' : `${grouped(tally.wrong)} of ${grouped(tally.inputs)}`)

const titles = { share: 'shares and caps', duration: 'durations and deadlines' } as const

/** The documents with the rules of one kind, in the order of the catalogue. */
function groups(rows: readonly Row[]) {
  return modules.flatMap(({ document }) =>
    (['share', 'duration'] as const).map((kind) => ({ document, kind, rows: rows.filter((row) => row.kind === kind && row.document === document.id) })),
  )
}

/** Columns padded to the widest of their cells. */
function padded(lines: readonly (readonly string[])[]): readonly string[] {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  return lines.map((line) => line.map((text, column) => (column === line.length - 1 ? text : text.padStart(widths[column] ?? 0))).join('  '))
}

/** Why a rule is not expressible, each reason once. */
function reasons(rows: readonly Row[]): readonly string[] {
  const said = rows.flatMap((row) => names.map((name) => ({ name, why: tallyOf(row, name) })).flatMap(({ name, why }) => (typeof why === 'string' ? [`– ${name}: ${why}`] : [])))
  return [...new Set(said)].sort()
}

/** The whole table for a terminal, rule by rule. */
export function fullTable(rows: readonly Row[]): string {
  return groups(rows).filter((group) => group.rows.length > 0).map((group) => {
    const { cite, short } = group.document
    const lines = group.rows.map((row) => [
      String(row.readings), grouped(row.library.inputs), grouped(row.library.wrong), ...names.map((name) => cell(tallyOf(row, name))), `${row.rule} · ${cite(row.at).en}`,
    ])
    return [`${short.en}: ${titles[group.kind]}`, ...padded([['readings', 'inputs', 'wrong', ...names, 'rule'], ...lines]), ...reasons(group.rows)].join('\n')
  }).join('\n\n')
}

const sum = (tallies: readonly (Tally | string)[]): Tally | string => {
  const counted = tallies.filter((tally) => typeof tally !== 'string')
  if (counted.length === 0) return '–'
  return { inputs: counted.reduce((all, { inputs }) => all + inputs, 0), wrong: counted.reduce((all, { wrong }) => all + wrong, 0) }
}

/** The table of the README: a line for the rules of a kind in a document. */
export function shortTable(rows: readonly Row[]): string {
  const lines = groups(rows).filter((group) => group.rows.length > 0).map(({ document, kind, rows: own }) => {
    const others = names.map((name) => cell(sum(own.map((row) => tallyOf(row, name)))))
    return [`${document.short.en}: ${titles[kind]}`, String(own.length), cell(sum(own.map(({ library }) => library))), ...others]
  })
  const head = ['Document', 'Rules', 'This library', ...names]
  return [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n')
}

const START = '<!-- exactness: written by `npm run exactness -- --write` -->'
const END = '<!-- /exactness -->'

/** A text with the table between its two marks replaced. */
export function withTable(text: string, table: string): string {
  const [start, end] = [text.indexOf(START), text.indexOf(END)]
  if (start < 0 || end < start) throw new Error(`no place between ${START} and ${END}`)
  return `${text.slice(0, start + START.length)}\n\n${table}\n\n${text.slice(end)}`
}

/** The first two cells of every line of the table in a text. */
export function linesOf(text: string): readonly string[] {
  const table = text.slice(text.indexOf(START), text.indexOf(END))
  return table.split('\n').filter((line) => line.startsWith('| ')).map((line) => line.split(' | ').slice(0, 2).join(' | '))
}
