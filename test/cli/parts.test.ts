import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { JsonText } from '../../src/cli/json-text.js'
import { closest } from '../../src/cli/suggest.js'

describe('a JSON text', () => {
  const text = new JsonText('[\n  { "a": 1, "list": [true, {"deep": null}] },\n  {}\n]')

  test.each([
    [[], 1, 1],
    [[0], 2, 3],
    [[0, 'a'], 2, 10],
    [[0, 'list', 1, 'deep'], 2, 37],
    [[1], 3, 3],
  ])('knows where %j stands', (path, line, column) => {
    expect(text.locate(path)).toEqual({ line, column })
  })

  test.each([
    ['a field that is not there stands where its object starts', [1, 'missing'], 3, 3],
    ['a record that is not there stands where the list starts', [7, 'a', 'b'], 1, 1],
  ])('%s', (_name, path, line, column) => {
    expect(text.locate(path)).toEqual({ line, column })
  })

  test.each([
    ['', 1, 1],
    ['  ', 1, 3],
    ['{', 1, 2],
    ['{"a" 1}', 1, 6],
    ['{"a": }', 1, 7],
    ['{"a": 1,}', 1, 9],
    ['{a: 1}', 1, 2],
    ['[1,\n2\n3]', 3, 1],
    ['[1,]', 1, 4],
    ['["a\nb"]', 1, 2],
    ['[01]', 1, 3],
    ['{} {}', 1, 4],
    ['[}', 1, 2],
    ['{]', 1, 2],
    ["{'a': 1}", 1, 2],
    ['nul', 1, 1],
    ['"unfinished', 1, 1],
    ['// note\n1', 1, 1],
  ])('knows that %j breaks off at %i:%i', (broken, line, column) => {
    expect(new JsonText(broken).read()).toEqual({ brokenAt: { line, column } })
  })

  test('every JSON value is read as it is, and each of its members is found where it stands', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(undefined, 2), (value, indent) => {
        const written = JSON.stringify(value, null, indent)
        const json = new JsonText(written)
        const parsed: unknown = JSON.parse(written)
        expect(json.read()).toStrictEqual({ value: parsed })
        if (!Array.isArray(value) || value.length === 0) return
        const last = value.length - 1
        const { line, column } = json.locate([last])
        const found = written.split('\n').slice(line - 1).join('\n').slice(column - 1)
        expect(JSON.stringify(value[last])[0]).toBe(found[0])
      }),
    )
  })

  test('a text that JSON.parse refuses is never found to be JSON, and the other way round', () => {
    const tokens = ['{', '}', '[', ']', ',', ':', '"a"', '"', '1', '-', 'true', ' ', '\n', '\\', 'e']
    const pieces = fc.array(fc.constantFrom(...tokens), { maxLength: 8 })
    fc.assert(
      fc.property(pieces.map((parts) => parts.join('')), (written) => {
        const read = new JsonText(written).read()
        if ('brokenAt' in read) expect(() => { JSON.parse(written) }).toThrow()
        else expect(read.value).toEqual(JSON.parse(written))
      }),
      { numRuns: 2000 },
    )
  })

  test('nesting without end does no harm', () => {
    const nested = '['.repeat(50_000)
    expect(new JsonText(nested).read()).toEqual({ brokenAt: { line: 1, column: 50_001 } })
    expect(new JsonText(`${nested}${']'.repeat(50_000)}`).locate([0, 0])).toEqual({ line: 1, column: 3 })
  })
})

describe('the closest name', () => {
  const names = ['computeExtraPlaces', 'checkExtraPlaceUsage', 'checkAppeal']

  test.each([
    ['computeExtraPlace', 'computeExtraPlaces'],
    ['computExtraPlaces', 'computeExtraPlaces'],
    ['COMPUTEEXTRAPLACES', 'computeExtraPlaces'],
    ['checkApepal', 'checkAppeal'],
    ['checkExtra', 'checkExtraPlaceUsage'],
    ['', undefined],
    ['ch', undefined],
    ['somethingElse', undefined],
  ])('to "%s" is %s', (mistyped, meant) => {
    expect(closest(mistyped, names)).toBe(meant)
  })
})
