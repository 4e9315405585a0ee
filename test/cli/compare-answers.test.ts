import { describe, expect, test } from 'vitest'
import type { Answer, Finding } from '../../src/catalogue.js'
import { compareAnswers, isDifferent } from '../../src/cli/diff/compare-answers.js'

const finding: Finding = { rule: 'house/doors', at: '1', outcome: 'ok', met: true, path: ['doors'], fact: 2, limit: 3, margin: 1 }
const breach: Finding = { ...finding, outcome: 'breach', met: false, fact: 4, margin: -1 }
const answer = (differences: Partial<Answer<unknown>> = {}): Answer<unknown> => ({ outcome: 'ok', value: {}, findings: [], readings: [], ...differences })
const taken = (option: string) => ({ id: 'H-1', at: '1', taken: option, alternatives: ['other'] })

describe('two answers to one question', () => {
  test('that say the same do not differ', () => {
    const changes = compareAnswers(answer({ findings: [finding] }), answer({ findings: [finding] }))
    expect(changes).toEqual({ outcome: { before: 'ok', after: 'ok' }, figures: [], findings: [], readings: [] })
    expect(isDifferent(changes)).toBe(false)
  })

  test('that only read the text otherwise do not differ, but the reading is told', () => {
    const changes = compareAnswers(answer({ readings: [taken('strict')] }), answer({ readings: [taken('loose')] }))
    expect(changes.readings).toEqual([{ id: 'H-1', before: 'strict', after: 'loose' }])
    expect(isDifferent(changes)).toBe(false)
  })

  test('name a reading that only one of them needs', () => {
    expect(compareAnswers(answer({ readings: [taken('strict')] }), answer()).readings).toEqual([{ id: 'H-1', before: 'strict', after: null }])
    expect(compareAnswers(answer(), answer({ readings: [taken('strict')] })).readings).toEqual([{ id: 'H-1', before: null, after: 'strict' }])
  })

  test('differ when their outcomes do', () => {
    const changes = compareAnswers(answer(), answer({ outcome: 'breach' }))
    expect(changes.outcome).toEqual({ before: 'ok', after: 'breach' })
    expect(isDifferent(changes)).toBe(true)
  })
})

describe('findings', () => {
  const changes = (before: readonly Finding[], after: readonly Finding[]) =>
    compareAnswers(answer({ findings: before }), answer({ findings: after })).findings

  test('change when the same rule comes out otherwise for the same fact', () => {
    expect(changes([finding], [breach])).toEqual([{ kind: 'changes', before: finding, after: breach }])
  })

  test('change when only the limit and the distance from it do', () => {
    const stricter = { ...finding, limit: 2, margin: 0 }
    expect(changes([finding], [stricter])).toEqual([{ kind: 'changes', before: finding, after: stricter }])
  })

  test('appear and vanish by rule', () => {
    const other = { ...finding, rule: 'house/windows' }
    expect(changes([finding], [other])).toEqual([
      { kind: 'appears', before: null, after: other },
      { kind: 'vanishes', before: finding, after: null },
    ])
  })

  test('of one rule are told apart by the fact that they are about', () => {
    const first = { ...finding, path: ['rooms', 0] }
    const second = { ...finding, path: ['rooms', 1] }
    expect(changes([first, second], [first])).toEqual([{ kind: 'vanishes', before: second, after: null }])
  })

  test('of one rule about one fact are told apart by their order', () => {
    expect(changes([finding, finding], [finding, breach])).toEqual([{ kind: 'changes', before: finding, after: breach }])
    expect(changes([finding, finding], [finding])).toEqual([{ kind: 'vanishes', before: finding, after: null }])
  })

  test('in another order are the same', () => {
    const other = { ...finding, rule: 'house/windows' }
    expect(changes([finding, other], [other, finding])).toEqual([])
  })
})

describe('figures', () => {
  const changes = (before: unknown, after: unknown) => compareAnswers(answer({ value: before }), answer({ value: after })).figures

  test('are compared one by one', () => {
    expect(changes({ rooms: 3, doors: 1 }, { rooms: 4, doors: 1 })).toEqual([{ path: ['rooms'], before: 3, after: 4 }])
  })

  test('within others, too, and in lists of the same length', () => {
    expect(changes({ floors: [{ rooms: 3 }, { rooms: 4 }] }, { floors: [{ rooms: 3 }, { rooms: 5 }] })).toEqual([
      { path: ['floors', 1, 'rooms'], before: 4, after: 5 },
    ])
  })

  test('in lists of different lengths differ as a whole', () => {
    expect(changes({ floors: [1] }, { floors: [1, 2] })).toEqual([{ path: ['floors'], before: [1], after: [1, 2] }])
  })

  test('that are not settled, that are zero and that are not there are three things', () => {
    expect(changes({ rooms: null }, { rooms: 0 })).toEqual([{ path: ['rooms'], before: null, after: 0 }])
    expect(changes({ rooms: null }, {})).toEqual([{ path: ['rooms'], before: null, after: undefined }])
    expect(changes({}, { rooms: 0 })).toEqual([{ path: ['rooms'], before: undefined, after: 0 }])
  })

  test('that become a list differ as a whole', () => {
    expect(changes({ rooms: { upstairs: 1 } }, { rooms: [1] })).toEqual([{ path: ['rooms'], before: { upstairs: 1 }, after: [1] }])
  })
})
