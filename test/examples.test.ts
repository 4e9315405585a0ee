import { runInThisContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import * as library from '../src/index.js'
import { declarations, shownIn } from './sources.js'

const files = import.meta.glob<Readonly<Record<string, unknown>>>('../src/**/*.ts')

/** What a line of code comes to, with these names in scope. */
function evaluate(code: string, scope: Readonly<Record<string, unknown>>): unknown {
  const names = Object.keys(scope)
  const run: unknown = runInThisContext(`(function (${names.join(', ')}) { 'use strict'; return (${code}) })`)
  if (typeof run !== 'function') throw new Error(`${code} is not an expression`)
  return Reflect.apply(run, undefined, Object.values(scope))
}

describe('every example in the sources shows what really comes out', () => {
  const examples = declarations().flatMap((declaration) => shownIn(declaration).map((shown) => ({ ...shown, file: declaration.file })))

  test.each(examples.map((example) => [`${example.where}: ${example.expression}`, example] as const))('%s', async (_name, { file, expression, result }) => {
    const own = await files[`../${file}`]?.()
    const scope = { ...own, ...library }
    expect(evaluate(expression, scope)).toEqual(evaluate(result, scope))
  })
})
