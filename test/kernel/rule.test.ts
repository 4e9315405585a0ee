import { describe, expect, test } from 'vitest'
import { atMost, given, onOrBefore, oneOf, present, share, stated } from '../../src/kernel/comparator.js'
import { ratio } from '../../src/kernel/ratio.js'
import { outcomes, Rule, type Force } from '../../src/kernel/rule.js'
import { text } from '../../src/kernel/text.js'

const words = { at: '10 s1', says: text('The places used come to {test}.', '使用的學額{test}。') } as const

/** The demand of a fixed limit, with each force. */
function ruleOf(force: Force): Rule<number, void> {
  const test = atMost(15, 'place')
  const spec = force === 'in-principle' ? ({ ...words, test, force, decides: text('the school', '學校') } as const) : ({ ...words, test, force } as const)
  return new Rule('house/places', spec)
}

describe('a rule met', () => {
  test.each<Force>(['mandatory', 'in-principle', 'advisory', 'alternative'])('is in order when it is %s', (force) => {
    expect(ruleOf(force).apply(15, ['used'])).toEqual({ rule: 'house/places', at: '10 s1', outcome: 'ok', met: true, path: ['used'], fact: 15, limit: 15, margin: 0 })
  })
})

describe('a rule not met', () => {
  test.each([
    ['mandatory', 'breach'],
    ['in-principle', 'judgement'],
    ['advisory', 'advice'],
    ['alternative', 'ok'],
  ] as const)('that is %s is: %s', (force, outcome) => {
    expect(ruleOf(force).apply(16, ['used'])).toEqual({ rule: 'house/places', at: '10 s1', outcome, met: false, path: ['used'], fact: 16, limit: 15, margin: -1 })
  })
})

describe('a rule of which the fact is not known', () => {
  test.each([
    ['mandatory', 'incomplete'],
    ['in-principle', 'incomplete'],
    ['advisory', 'advice'],
    ['alternative', 'ok'],
  ] as const)('that is %s is: %s, and never met', (force, outcome) => {
    const finding = { rule: 'house/places', at: '10 s1', outcome, met: null, path: ['used'], fact: null, limit: 15 }
    expect(ruleOf(force).apply(undefined, ['used'])).toEqual(finding)
    expect(ruleOf(force).apply(null, ['used'])).toEqual(finding)
    expect(ruleOf(force).unknown(['used'])).toEqual(finding)
  })

  test('has no margin and, where the case brings the limit, no limit', () => {
    const rule = new Rule('house/places', { ...words, force: 'mandatory', test: atMost(given('the quota', '定額'), 'place') })
    const finding = rule.unknown(['quota'])
    expect(finding).not.toHaveProperty('margin')
    expect(finding.limit).toBe(null)
  })
})

describe('zero, false and the empty text are facts', () => {
  test('none used is in order', () => {
    expect(ruleOf('mandatory').apply(0, ['used'])).toMatchObject({ met: true, fact: 0, margin: 15 })
  })

  test('no is an answer', () => {
    const rule = new Rule('house/held', { ...words, force: 'mandatory', test: present() })
    expect(rule.apply(false, ['held'])).toEqual({ rule: 'house/held', at: '10 s1', outcome: 'breach', met: false, path: ['held'], fact: false, limit: true })
  })

  test('an empty text is stated', () => {
    const rule = new Rule('house/note', { ...words, force: 'mandatory', test: stated() })
    expect(rule.apply('', ['note'])).toMatchObject({ outcome: 'ok', met: true, fact: '' })
  })
})

describe('the limit of the case', () => {
  test('stands in the finding, and the margin is counted from it', () => {
    const rule = new Rule('house/absence', { ...words, force: 'mandatory', test: atMost(share(ratio(1, 3), 'the school days', '上課日數'), 'schoolDay') })
    expect(rule.apply(67, ['absentDays'], 200)).toMatchObject({ outcome: 'breach', limit: 66, margin: -1 })
    expect(rule.limit).toBe(null)
  })

  test('may be a date', () => {
    const rule = new Rule('house/end', { ...words, force: 'mandatory', test: onOrBefore(given('the end', '期終')) })
    expect(rule.apply('2026-03-08', ['endDate'], '2026-03-07')).toMatchObject({ outcome: 'breach', fact: '2026-03-08', limit: '2026-03-07', margin: -1 })
  })

  test('may be a list', () => {
    const rule = new Rule('house/level', { ...words, force: 'mandatory', test: oneOf('mild', 'moderate') })
    const finding = rule.apply('severe', ['level'])
    expect(finding).toMatchObject({ outcome: 'breach', limit: ['mild', 'moderate'] })
    expect(finding).not.toHaveProperty('margin')
  })
})

describe('what a rule tells of itself', () => {
  test('is the data of its demand', () => {
    const rule = new Rule('house/places', { ...words, also: ['App 甲4'], force: 'in-principle', decides: text('the school', '學校'), next: text('approve fewer', '減少'), test: atMost(15, 'place') })
    const { id, at, also, force, comparator, limit, unit, next, decides } = rule
    expect({ id, at, also, force, comparator, limit, unit, next, decides }).toEqual({
      id: 'house/places', at: '10 s1', also: ['App 甲4'], force: 'in-principle', comparator: 'atMost', limit: 15, unit: 'place',
      next: { en: 'approve fewer', 'zh-Hant': '減少' }, decides: { en: 'the school', 'zh-Hant': '學校' },
    })
  })

  test('leaves out what the text does not say', () => {
    const { also, next, decides } = ruleOf('mandatory')
    expect({ also, next, decides }).toEqual({ also: [], next: undefined, decides: undefined })
  })

  test('is a sentence in either language, with the limit of the text or of the case', () => {
    const rule = new Rule('house/places', { ...words, force: 'mandatory', test: atMost(given('the quota', '定額'), 'place') })
    expect([rule.sentence('en'), rule.sentence('zh-Hant')]).toEqual(['The places used come to at most the quota.', '使用的學額不超過定額。'])
    expect([rule.sentence('en', 1), rule.sentence('zh-Hant', 1)]).toEqual(['The places used come to at most 1 place (the quota).', '使用的學額不超過 1 個學額（定額）。'])
  })
})

test('the outcomes go from best to worst', () => {
  expect(outcomes).toEqual(['ok', 'advice', 'judgement', 'incomplete', 'breach'])
})
