import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { everyEngine, exams } from './all.js'
import { fullTable, shortTable, withTable } from './table.js'

// How many wrong answers this library, three rule engines and plain JavaScript give to the rules of the five documents.
// `npm run exactness`; `-- --inputs 1000000 --slow 5000` asks about more, `-- --write` writes the README's table.

const { values } = parseArgs({ options: { inputs: { type: 'string' }, slow: { type: 'string' }, write: { type: 'boolean' } } })
const sizes = everyEngine(Number(values.inputs ?? 40_000), Number(values.slow ?? 250))

const rows = exams.map((exam, index) => {
  if (process.stderr.isTTY) process.stderr.write(`\r${index + 1} of ${exams.length} rules`)
  return exam.sit(sizes)
})
if (process.stderr.isTTY) process.stderr.write('\n')

console.log(fullTable(rows))
for (const { at, rule, disagreements } of rows) for (const disagreement of disagreements) console.log(`${rule} · ${at}: ${disagreement}`)
if (rows.some(({ library }) => library.wrong > 0)) process.exitCode = 1

if (values.write === true) {
  const readme = fileURLToPath(new URL('../../README.md', import.meta.url))
  writeFileSync(readme, withTable(readFileSync(readme, 'utf8'), shortTable(rows)))
}
