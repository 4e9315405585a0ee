import type { Group, Row } from './rows.js'

const verdict = ({ goal }: Row): string => (goal === undefined ? '' : goal.reached ? 'reached' : '**not reached**')
const figureOf = ({ figure, doubts }: Row): string => (doubts.length === 0 ? figure : `${figure} (doubtful: ${doubts.join(', ')})`)

/** The rows of all groups as one Markdown table. */
export const markdownTable = (groups: readonly Group[]): string =>
  [
    '| Measured | Figure | Goal | |',
    '|---|---|---|---|',
    ...groups.flatMap(({ title, rows }) => [
      `| **${title}** | | | |`,
      ...rows.map((row) => `| ${row.what} | ${figureOf(row)} | ${row.goal?.says ?? ''} | ${verdict(row)} |`),
    ]),
  ].join('\n')

/** One group for a terminal. */
export function printedGroup({ title, rows, details }: Group): string {
  const width = Math.max(...rows.map(({ what }) => what.length))
  const lines = rows.map((row) => {
    const goal = row.goal === undefined ? '' : `  goal ${row.goal.says}: ${row.goal.reached ? 'reached' : 'NOT REACHED'}`
    return `  ${row.what.padEnd(width)}  ${figureOf(row)}${goal}`
  })
  return [title, ...lines, ...details.map((detail) => `  ${detail}`)].join('\n').replaceAll('`', '')
}

/** The text with something else between two markers, each on a line of its own. */
export function betweenMarkers(document: string, start: string, end: string, written: string): string {
  const from = document.indexOf(start)
  const to = document.indexOf(end)
  if (from < 0 || to < from) throw new Error(`The markers ${start} and ${end} are not there, or not in this order.`)
  return [document.slice(0, from + start.length), written, document.slice(to)].join('\n\n')
}
