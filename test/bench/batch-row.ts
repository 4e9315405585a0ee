import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { atLeastTimes, doubtsAbout, times, type Group } from './rows.js'

// `npm run bench:batch` measures the rows of a batch; here it is only run, and its result told.

const QUICK = ['100000', '1']
const THOROUGH = ['1000000', '3']

/** What the last line of `batch.ts` says. */
const RESULT = /median ratio ([\d.]+), goal ([\d.]+)/

/** @param quick fewer rows, once */
export function batch(quick: boolean): Group {
  const program = fileURLToPath(new URL('batch.ts', import.meta.url))
  const { stdout, stderr, status } = spawnSync(process.execPath, [...process.execArgv, program, ...(quick ? QUICK : THOROUGH)], { encoding: 'utf8' })
  const [, ratio, goal] = RESULT.exec(stdout) ?? []
  if (status !== 0 || ratio === undefined || goal === undefined) throw new Error(`The batch benchmark told no median ratio: ${stdout}${stderr}`)
  return {
    title: 'Rows of a batch',
    rows: [{
      what: '`batch`, against a bare loop of `JSON.parse` and `JSON.stringify` on the same rows',
      figure: times(Number(ratio)),
      goal: atLeastTimes(Number(ratio), Number(goal)),
      doubts: doubtsAbout(0),
    }],
    details: stdout.trim().split('\n'),
  }
}
