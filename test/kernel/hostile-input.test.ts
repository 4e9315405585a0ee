import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { catalogue } from '../../src/catalogue.js'
import { InputError } from '../../src/kernel/input.js'
import { hostileProxy, throwing } from './hostile-values.js'
import { parse } from './record.js'

// Inputs that take long, or may; they stand apart from those that say what a message says.

const revoked = (): unknown => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}
/** Answers differently each time it is asked. */
function fickle(...values: readonly unknown[]): object {
  let asked = 0
  return Object.defineProperty({ students: 1 }, 'level', {
    enumerable: true,
    get: () => {
      asked += 1
      return values[Math.min(asked, values.length) - 1]
    },
  })
}
function circular(): unknown {
  const visits: unknown[] = []
  visits.push(visits)
  return { students: 1, visits }
}

const deep = (levels: number): unknown => {
  let value: unknown = 1
  for (let level = 0; level < levels; level += 1) value = { students: value, visits: [value] }
  return value
}
const boxed = (value: unknown): unknown => Object(value)

/** Longer than the slowest of them takes on a loaded machine, shorter than anything that grows faster than its input. */
const BOUND_MS = 20_000

describe('hostile inputs', () => {
  test.each<[string, () => unknown]>([
    ['a getter that throws', () => Object.defineProperty({}, 'students', { enumerable: true, get: throwing })],
    ['a proxy that throws whatever is asked of it', hostileProxy],
    ['such a proxy as a field', () => ({ students: hostileProxy() })],
    ['such a proxy in a list', () => ({ students: 1, visits: [hostileProxy()] })],
    ['a revoked proxy', revoked],
    ['a revoked proxy as a field', () => ({ students: revoked() })],
    ['a getter that answers differently each time', () => fickle('mild', 'severe', 'wild')],
    ['a getter that is right only at second sight', () => fickle('severe', 'mild')],
    ['an object that cannot become a text', () => ({ students: { toString: throwing, valueOf: throwing, [Symbol.toPrimitive]: throwing } })],
    ['a list in itself', circular],
    ['ten thousand levels of nesting', () => deep(10_000)],
    ['a text of ten million characters', () => ({ students: 'x'.repeat(10_000_000), start: '2'.repeat(10_000_000), year: '2'.repeat(10_000_000), name: 'x'.repeat(10_000_000), level: 'x'.repeat(10_000_000) })],
    ['a list of a million items', () => ({ students: 1, visits: Array.from({ length: 1_000_000 }, () => 1) })],
    ['a list of a million holes', () => ({ students: 1, visits: Array(1_000_000) })],
    ['a list that says it is four thousand million items long', () => ({ students: 1, visits: Object.defineProperty([], 'length', { value: 4_294_967_295 }) })],
    ['a million unknown fields', () => Object.fromEntries(Array.from({ length: 1_000_000 }, (_, index) => [`k${index}`, index]))],
    ['a Map', () => new Map([['students', 1]])],
    ['a Date', () => new Date(0)],
    ['a function', () => () => 1],
    ['a promise', () => Promise.resolve({ students: 1 })],
    ['a symbol', () => Symbol.iterator],
    ['typed bytes', () => new Uint8Array(1_000_000)],
    ['a number in a box', () => ({ students: boxed(12) })],
    ['a text in a box', () => ({ students: 1, level: boxed('mild') })],
    ['an error', () => new Error('students')],
  ])('%s: an InputError or an answer, in bounded time, and a short message', (_name, make) => {
    const input = make()
    const start = performance.now()
    let error: unknown
    try {
      parse(input)
    } catch (thrown) {
      error = thrown
    }
    expect(performance.now() - start).toBeLessThan(BOUND_MS)
    if (error === undefined) return
    expect(error).toBeInstanceOf(InputError)
    if (error instanceof InputError) {
      expect(error.message.length).toBeLessThan(101 * 120)
      expect(error.in('zh-Hant').length).toBeLessThan(101 * 120)
    }
  }, 60_000)
})

test('an input is parsed by generated code: no schema of the catalogue falls back to the slow way', () => {
  for (const { name, input } of catalogue.values()) expect(() => z.compile(input, { strict: true }), name).not.toThrow()
})
