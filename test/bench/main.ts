import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { Argument, Command, Option } from 'commander'
import { answers } from './answers.js'
import { batch } from './batch-row.js'
import { growth } from './growth.js'
import { peers } from './peers/peers.js'
import type { Group } from './rows.js'
import { size } from './size.js'
import { start } from './start.js'
import { betweenMarkers, markdownTable, printedGroup } from './tables.js'

// `npm run bench`: how fast the built package is, as ratios within one run. The README's table is written by it.

interface Options {
  readonly quick: boolean
  readonly only: readonly string[]
  readonly write: boolean
}

const groups: Readonly<Record<string, (options: Options) => Group | Promise<Group>>> = {
  answers: ({ quick, only }) => answers(quick, only),
  peers: ({ quick }) => peers(quick),
  growth: ({ quick }) => growth(quick),
  start: ({ quick }) => start(quick),
  batch: ({ quick }) => batch(quick),
  size,
}

const README = fileURLToPath(new URL('../../README.md', import.meta.url))
const START = '<!-- speed: written by `npm run bench` -->'
const END = '<!-- /speed -->'

const machine = `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${availableParallelism()} cores`

/**
 * Measured before all others: what an engine of JavaScript has learnt from other work slows it down, and after the
 * answers of every function this library alone of its peers would have done any.
 */
const FIRST = 'peers'

/** Runs the groups one after the other; only a run of them all is written into the README. */
async function bench(names: readonly string[], options: Options): Promise<void> {
  const chosen = Object.entries(groups).filter(([name]) => names.length === 0 || names.includes(name))
  const byName = new Map<string, Group>()
  for (const [name, measure] of [...chosen.filter(([name]) => name === FIRST), ...chosen.filter(([name]) => name !== FIRST)]) {
    const group = await measure(options)
    byName.set(name, group)
    console.log(`${printedGroup(group)}\n`)
  }
  const measured = chosen.flatMap(([name]) => byName.get(name) ?? [])
  const isFull = measured.length === Object.keys(groups).length && options.only.length === 0
  if (!isFull || !options.write) return
  const table = `${markdownTable(measured)}\n\nMedians of one run${options.quick ? ' of few rounds' : ''}: ${machine}.`
  writeFileSync(README, betweenMarkers(readFileSync(README, 'utf8'), START, END, table))
}

await new Command('bench')
  .addArgument(new Argument('[groups...]', 'what to measure; everything by default').choices(Object.keys(groups)))
  .option('--quick', 'fewer and shorter rounds', false)
  .addOption(new Option('--only <functions...>', 'measure the answers of these functions only').default([]))
  .option('--no-write', 'print only; a run of all groups otherwise writes the table of the README')
  .action(bench)
  .parseAsync()
