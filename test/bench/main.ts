import { fork } from 'node:child_process'
import { once } from 'node:events'
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

const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null && 'rows' in value

/** Measures a group in a process of its own, which prints it: what an engine of JavaScript has learnt from other work slows it down. */
async function measuredApart(name: string, { quick, only }: Options): Promise<Group> {
  const child = fork(fileURLToPath(import.meta.url), [name, ...(quick ? ['--quick'] : []), ...(only.length > 0 ? ['--only', ...only] : [])])
  const sent: unknown[] = []
  child.on('message', (message) => sent.push(message))
  await once(child, 'exit')
  const [group] = sent
  if (!isGroup(group)) throw new Error(`${name} could not be measured`)
  return group
}

/** Measures a group here, and tells a process that has asked for it. */
async function measureHere(name: string, options: Options): Promise<void> {
  const group = await groups[name]?.(options)
  if (group === undefined) return
  console.log(`${printedGroup(group)}\n`)
  process.send?.(group)
}

/** Runs the groups one after the other; only a run of them all is written into the README. */
async function bench(names: readonly string[], options: Options): Promise<void> {
  const [name, ...others] = names
  if (name !== undefined && others.length === 0) {
    await measureHere(name, options)
    return
  }
  const measured: Group[] = []
  for (const each of names.length === 0 ? Object.keys(groups) : names) measured.push(await measuredApart(each, options))
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
