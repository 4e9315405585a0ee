import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { modules } from '../../../src/catalogue.js'
import { judge } from '../equivalents.js'
import { tryNumbers } from './try-numbers.js'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const LEAST_KILLED = 0.95

test.each(modules.map(({ document }) => document.id))('%s: a golden case fails when any number, date or comparison is changed by one', async (id) => {
  const { changes, survivors } = await tryNumbers(root, id)
  const { unexplained, stale } = judge(id, 'numbers', survivors)
  expect(unexplained, 'changes that no golden case notices').toEqual([])
  expect(stale, 'listed as equivalent, but noticed or no longer there').toEqual([])
  expect(1 - survivors.length / changes).toBeGreaterThanOrEqual(LEAST_KILLED)
})
