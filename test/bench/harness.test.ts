import { describe, expect, test } from 'vitest'
import { over } from './interleaved.js'
import { rate, times } from './rows.js'
import { geometricMean, median, ratios, relativeSpread } from './statistics.js'
import { betweenMarkers, markdownTable } from './tables.js'

describe('statistics', () => {
  test('the median of an odd number of figures is the middle one, in whatever order they come', () => {
    expect(median([9, 1, 4])).toBe(4)
  })

  test('the median of an even number of figures lies halfway between the middle two', () => {
    expect(median([1, 9, 5, 4])).toBe(4.5)
  })

  test('one round that went wrong does not move the median', () => {
    expect(median([2, 2, 2, 2, 900])).toBe(2)
  })

  test('the geometric mean of twice and half as fast is as fast', () => {
    expect(geometricMean([2, 0.5])).toBeCloseTo(1, 12)
  })

  test('the spread is that of the middle half, as a share of the median', () => {
    expect(relativeSpread([8, 9, 10, 11, 12])).toBeCloseTo(0.2, 12)
    expect(relativeSpread([10, 10, 10])).toBe(0)
  })

  test('figures are compared with those of the same round', () => {
    expect(ratios([10, 30], [5, 10])).toEqual([2, 3])
  })
})

describe('a rotation', () => {
  test('calls for every input in turn, as often as asked', () => {
    const called: string[] = []
    over(['a', 'b', 'c'], (input) => called.push(input)).rotate(2)
    expect(called.join('')).toBe('abcabc')
  })
})

describe('how figures are written', () => {
  test.each([[0.5, '0.5×'], [0.0123, '0.012×'], [1.346, '1.35×'], [3491, '3490×']])('%d as %s', (ratio, written) => {
    expect(times(ratio)).toBe(written)
  })

  test.each([[1_239_000, '1.24 M/s'], [45_600, '45.6 k/s'], [861, '861/s']])('%d calls a second as %s', (perSecond, written) => {
    expect(rate(perSecond)).toBe(written)
  })
})

describe('the table', () => {
  const table = markdownTable([{
    title: 'Group',
    rows: [
      { what: 'First', figure: '2×', goal: { says: 'at least 1×', reached: true }, doubts: [] },
      { what: 'Second', figure: '0.4×', goal: { says: 'at least 1×', reached: false }, doubts: ['load 9.0 on 2 cores'] },
      { what: 'Third', figure: '7 KiB', doubts: [] },
    ],
    details: ['only printed'],
  }])

  test('says of each row whether its goal is reached, and why a figure is doubtful', () => {
    expect(table.split('\n')).toEqual([
      '| Measured | Figure | Goal | |',
      '|---|---|---|---|',
      '| **Group** | | | |',
      '| First | 2× | at least 1× | reached |',
      '| Second | 0.4× (doubtful: load 9.0 on 2 cores) | at least 1× | **not reached** |',
      '| Third | 7 KiB |  |  |',
    ])
  })

  test('is written between the markers and nowhere else', () => {
    expect(betweenMarkers('before\n\n<start>\n\nold\n\n<end>\n\nafter\n', '<start>', '<end>', 'new')).toBe('before\n\n<start>\n\nnew\n\n<end>\n\nafter\n')
  })

  test.each(['no markers', '<end> first, then <start>', '<start> only'])('is not written into a document with %s', (document) => {
    expect(() => betweenMarkers(document, '<start>', '<end>', 'new')).toThrow('<start>')
  })
})
