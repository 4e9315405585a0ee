import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { answer } from '../../src/kernel/answer.js'
import { atLeast, atMost, between, given, lessThan, moreThan, oneOf, onOrAfter, onOrBefore, present, share, stated, within } from '../../src/kernel/comparator.js'
import { Describer } from '../../src/kernel/describe.js'
import { defineDocument, type DocumentModule } from '../../src/kernel/document.js'
import { percent } from '../../src/kernel/ratio.js'
import type { Finding } from '../../src/kernel/rule.js'
import { text } from '../../src/kernel/text.js'

const circular = defineDocument<string>({
  id: 'house',
  title: text('House rules', '屋規'),
  short: text('House Rules 1/2025', '屋規第1/2025號'),
  jurisdiction: 'HK',
  issued: '2025-01-01',
  covers: text('2025', '2025 年'),
  cite: (at) => text(`para ${at}`, `第 ${at} 段`),
})

const rules = circular.rules({
  quota: { at: '1', force: 'mandatory', test: atMost(given('the quota', '定額'), 'place'), says: text('The places used come to {test}.', '使用的學額{test}。'), next: text('approve fewer', '減少批核') },
  workshops: { at: '2', force: 'in-principle', decides: text('the school', '學校'), test: atLeast(3, 'workshop'), says: text('A year has {test}.', '每年{test}。'), next: text('record why', '記錄理據') },
  deadline: { at: '3', force: 'mandatory', test: onOrBefore('2025-08-01'), says: text('The list goes in {test}.', '名單須於 {test} 遞交。') },
  opening: { at: '4', force: 'advisory', test: onOrAfter('2025-09-01'), says: text('Meetings are held {test}.', '會議於 {test} 舉行。') },
  year: { at: '5', force: 'advisory', test: between(given('the school year', '學年')), says: text('The visit falls {test}.', '到訪日期為 {test}。') },
  stay: { at: '6', force: 'mandatory', test: within(3, 6, 'month'), says: text('A stay lasts {test}.', '支援期為 {test}。') },
  absence: { at: '7', force: 'alternative', test: moreThan(share(percent(10), 'the school days', '上課日數'), 'schoolDay'), says: text('Absent {test}.', '缺席{test}。') },
  cost: { at: '8', force: 'mandatory', test: lessThan(5_000, 'HKD'), says: text('The audit costs {test}.', '審計費用{test}。') },
  consent: { at: '9', force: 'mandatory', test: present(), says: text('The parents agree.', '家長同意。') },
  level: { at: '10', force: 'mandatory', test: oneOf('mild', 'severe'), says: text('The level is {test}.', '程度為{test}。') },
  firstYear: { at: '11', force: 'mandatory', test: atLeast(2010, 'schoolYear'), says: text('The measure applies from {test} on.', '措施由 {test} 起適用。') },
  places: { at: '12', force: 'mandatory', test: stated(), says: text('The approved places are known.', '須知道核准學額。') },
})

const readings = circular.readings({
  'X-1': { at: '1', asks: text('How is it rounded?', '如何取整數？'), options: { nearest: text('To the nearest place', '四捨五入'), floor: text('Down', '捨去小數'), ceiling: text('Up', '進位') }, byDefault: 'nearest' },
  'X-2': { at: '2', asks: text('Which year?', '哪一年？'), options: { asGiven: text('As stated', '以提供者為準') }, byDefault: 'asGiven' },
})

const house: DocumentModule = {
  document: circular,
  ledger: [],
  readings: readings.all,
  functions: [{ name: 'check', answers: text('?', '？'), input: z.unknown(), value: z.unknown(), rules, run: () => answer(null, [], []) }],
}
const describer = new Describer([house])

const found = (finding: Finding): readonly string[] => [describer.finding(finding, 'en').found, describer.finding(finding, 'zh-Hant').found]

describe('how far a fact is from the limit', () => {
  test.each<[Finding, string, string]>([
    [rules.quota.apply(12, ['used'], 15), 'Found: 12 places; 3 places to spare', '實際：12 個學額；餘裕 3 個學額'],
    [rules.quota.apply(15, ['used'], 15), 'Found: 15 places; only just', '實際：15 個學額；剛好符合'],
    [rules.quota.apply(16, ['used'], 15), 'Found: 16 places; over by 1 place', '實際：16 個學額；超出 1 個學額'],
    [rules.workshops.apply(4, ['held']), 'Found: 4 workshops; 1 workshop to spare', '實際：4 次工作坊；餘裕 1 次工作坊'],
    [rules.workshops.apply(3, ['held']), 'Found: 3 workshops; only just', '實際：3 次工作坊；剛好符合'],
    [rules.workshops.apply(1, ['held']), 'Found: 1 workshop; short by 2 workshops', '實際：1 次工作坊；尚欠 2 次工作坊'],
    [rules.deadline.apply('2025-07-20', ['on']), 'Found: 2025-07-20; 12 days to spare', '實際：2025-07-20；餘裕 12 日'],
    [rules.deadline.apply('2025-08-01', ['on']), 'Found: 2025-08-01; only just', '實際：2025-08-01；剛好符合'],
    [rules.deadline.apply('2025-08-13', ['on']), 'Found: 2025-08-13; late by 12 days', '實際：2025-08-13；逾期 12 日'],
    [rules.opening.apply('2025-08-31', ['on']), 'Found: 2025-08-31; early by 1 day', '實際：2025-08-31；提早 1 日'],
    [rules.opening.apply('2025-09-02', ['on']), 'Found: 2025-09-02; 1 day to spare', '實際：2025-09-02；餘裕 1 日'],
    [rules.year.apply('2025-08-30', ['on'], ['2025-09-01', '2026-08-31']), 'Found: 2025-08-30; early by 2 days', '實際：2025-08-30；提早 2 日'],
    [rules.year.apply('2026-09-01', ['on'], ['2025-09-01', '2026-08-31']), 'Found: 2026-09-01; late by 1 day', '實際：2026-09-01；逾期 1 日'],
    [rules.stay.apply(2, ['months']), 'Found: 2 months; short by 1 month', '實際：2 個月；尚欠 1 個月'],
    [rules.stay.apply(8, ['months']), 'Found: 8 months; over by 2 months', '實際：8 個月；超出 2 個月'],
    [rules.stay.apply(5, ['months']), 'Found: 5 months; 1 month to spare', '實際：5 個月；餘裕 1 個月'],
    [rules.absence.apply(19, ['absent'], 195), 'Found: 19 school days; short by 1 school day', '實際：19 個上課日；尚欠 1 個上課日'],
    [rules.absence.apply(20, ['absent'], 195), 'Found: 20 school days; only just', '實際：20 個上課日；剛好符合'],
    [rules.cost.apply(5_000, ['cost']), 'Found: HK$5,000; over by HK$0.01', '實際：HK$5,000；超出 HK$0.01'],
    [rules.cost.apply(4_999.99, ['cost']), 'Found: HK$4,999.99; only just', '實際：HK$4,999.99；剛好符合'],
    [rules.firstYear.apply(2008, ['year']), 'Found: 2008/09; short by 2 years', '實際：2008/09；尚欠 2 年'],
    [rules.firstYear.apply(2025, ['year']), 'Found: 2025/26; 15 years to spare', '實際：2025/26；餘裕 15 年'],
    [rules.consent.apply(true, ['consent']), 'Found: yes', '實際：是'],
    [rules.consent.apply(false, ['consent']), 'Found: no', '實際：否'],
    [rules.level.apply('moderate', ['level']), 'Found: moderate', '實際：moderate'],
    [rules.places.apply(0, ['places']), 'Found: 0', '實際：0'],
    [rules.quota.unknown(['sections', 0, 'quota']), 'Not given: sections[0].quota', '未提供：sections[0].quota'],
    [rules.quota.unknown([]), 'Not given: the input', '未提供：整項輸入'],
  ])('%#: %s', (finding, en, zhHant) => {
    expect(found(finding)).toEqual([en, zhHant])
  })
})

describe('a finding in words', () => {
  test('of a breach says the demand with the limit of the case, and what to do', () => {
    expect(describer.finding(rules.quota.apply(16, ['used'], 15), 'en')).toEqual({
      sign: '✗', outcome: 'breach', cites: 'House Rules 1/2025 para 1', path: 'used', demand: 'The places used come to at most 15 places (the quota).', force: 'must',
      found: 'Found: 16 places; over by 1 place', next: 'Next: approve fewer',
    })
    expect(describer.finding(rules.quota.apply(16, ['used'], 15), 'zh-Hant')).toEqual({
      sign: '✗', outcome: '不符合', cites: '屋規第1/2025號 第 1 段', path: 'used', demand: '使用的學額不超過 15 個學額（定額）。', force: '必須',
      found: '實際：16 個學額；超出 1 個學額', next: '下一步：減少批核',
    })
  })

  test('of a departure says who decides', () => {
    const finding = rules.workshops.apply(2, ['held'])
    expect(describer.finding(finding, 'en')).toMatchObject({ sign: '?', outcome: 'for judgement', force: 'in principle', next: 'For judgement by: the school · Next: record why' })
    expect(describer.finding(finding, 'zh-Hant')).toMatchObject({ outcome: '須由人判斷', force: '原則上', next: '由下列單位或人員判斷：學校 · 下一步：記錄理據' })
  })

  test('of a missing fact says which one to give', () => {
    const finding = rules.workshops.unknown(['held'])
    expect(describer.finding(finding, 'en')).toMatchObject({ sign: '…', outcome: 'facts missing', next: 'Next: give held and ask again' })
    expect(describer.finding(finding, 'zh-Hant')).toMatchObject({ outcome: '資料不足', next: '下一步：請提供 held 後再查' })
  })

  test('of advice not followed, or not known to be', () => {
    expect(describer.finding(rules.opening.apply('2025-08-31', ['on']), 'en')).toMatchObject({ sign: 'i', outcome: 'advice', force: 'advised', next: '' })
    expect(describer.finding(rules.opening.unknown(['on']), 'zh-Hant')).toMatchObject({ sign: 'i', outcome: '建議', force: '建議', next: '下一步：請提供 on 後再查' })
  })

  test('of an alternative that is not met, or not known to be, shows no pass and no fault', () => {
    for (const finding of [rules.absence.apply(1, ['absent'], 190), rules.absence.unknown(['absent'])]) {
      expect(describer.finding(finding, 'en')).toMatchObject({ sign: '–', outcome: 'not this way', force: 'one way among several', next: '' })
      expect(describer.finding(finding, 'zh-Hant')).toMatchObject({ sign: '–', outcome: '不循此途徑', force: '其中一個可行途徑', next: '' })
    }
    expect(describer.finding(rules.absence.apply(20, ['absent'], 190), 'en')).toMatchObject({ sign: '✓', outcome: 'in order', demand: 'Absent more than 19 school days (10% of the school days).' })
  })

  test.each<[string, Finding, string]>([
    ['a yes where the rule counts', { ...rules.quota.unknown(['used']), fact: true, met: false }, 'Found: yes'],
    ['a distance where the rule has no unit', { ...rules.consent.apply(false, ['consent']), margin: -1 }, 'Found: no'],
    ['no span to lie outside of', { ...rules.stay.apply(8, ['months']), limit: null }, 'Found: 8 months; over by 2 months'],
    ['a text for a span', { ...rules.year.apply('2025-08-30', ['on'], ['2025-09-01', '2026-08-31']), limit: '2025-09-01' }, 'Found: 2025-08-30; over by 2 days'],
    ['a number in a span of days', { ...rules.year.apply('2025-08-30', ['on'], ['2025-09-01', '2026-08-31']), fact: 7 }, 'Found: 7; over by 2 days'],
    ['a day in a span of months', { ...rules.stay.apply(2, ['months']), fact: '2025-08-30' }, 'Found: 2025-08-30; over by 1 month'],
    ['a figure in quotation marks', { ...rules.stay.apply(2, ['months']), fact: '2' }, 'Found: 2; over by 1 month'],
    ['limits in quotation marks', { ...rules.stay.apply(2, ['months']), limit: ['3', '6'] }, 'Found: 2 months; over by 1 month'],
  ])('that was changed elsewhere is not read into: %s', (_what, finding, en) => {
    expect(describer.finding(finding, 'en').found).toBe(en)
  })

  test('of a rule that nobody knows still says what it can', () => {
    const stranger = { ...rules.quota.apply(16, ['used'], 15), rule: 'elsewhere/quota' }
    expect(describer.finding(stranger, 'en')).toEqual({ sign: '✗', outcome: 'breach', cites: '1', path: 'used', demand: 'elsewhere/quota', force: '', found: 'Found: 16', next: '' })
  })
})

describe('a whole answer', () => {
  const reader = readings.reader(undefined)
  reader.take('X-1')
  reader.take('X-2')
  const whole = answer(
    { used: 16, remaining: null, method: 'table', candidates: [12, 15], nested: { a: 1 } },
    [rules.deadline.apply('2025-08-01', ['submittedOn']), rules.opening.apply('2025-08-31', ['meeting']), rules.workshops.unknown(['held']), rules.quota.apply(16, ['used'], 15), rules.stay.apply(7, ['months'])],
    reader.taken,
  )

  test('in English: worst findings first, those alike in the order of the text, then figures, then readings', () => {
    expect(describer.answer(whole)).toBe(`breach
✗ House Rules 1/2025 para 1 · must · used
    The places used come to at most 15 places (the quota).
    Found: 16 places; over by 1 place
    Next: approve fewer
✗ House Rules 1/2025 para 6 · must · months
    A stay lasts from 3 months to 6 months.
    Found: 7 months; over by 1 month
… House Rules 1/2025 para 2 · in principle · held
    A year has at least 3 workshops.
    Not given: held
    Next: give held and ask again
i House Rules 1/2025 para 4 · advised · meeting
    Meetings are held on or after 2025-09-01.
    Found: 2025-08-31; early by 1 day
✓ House Rules 1/2025 para 3 · must · submittedOn
    The list goes in on or before 2025-08-01.
    Found: 2025-08-01; only just
Figures:
    used: 16
    remaining: not settled
    method: table
    candidates: [12,15]
    nested: {"a":1}
Read as X-1 (para 1): To the nearest place (otherwise: floor, ceiling)
Read as X-2 (para 2): As stated`)
  })

  test('in Traditional Chinese', () => {
    expect(describer.answer(whole, { locale: 'zh-Hant' })).toBe(`不符合
✗ 屋規第1/2025號 第 1 段 · 必須 · used
    使用的學額不超過 15 個學額（定額）。
    實際：16 個學額；超出 1 個學額
    下一步：減少批核
✗ 屋規第1/2025號 第 6 段 · 必須 · months
    支援期為 3 個月至 6 個月。
    實際：7 個月；超出 1 個月
… 屋規第1/2025號 第 2 段 · 原則上 · held
    每年至少 3 次工作坊。
    未提供：held
    下一步：請提供 held 後再查
i 屋規第1/2025號 第 4 段 · 建議 · meeting
    會議於 2025-09-01 或以後舉行。
    實際：2025-08-31；提早 1 日
✓ 屋規第1/2025號 第 3 段 · 必須 · submittedOn
    名單須於 2025-08-01 或以前遞交。
    實際：2025-08-01；剛好符合
數字：
    used: 16
    remaining: 未能確定
    method: table
    candidates: [12,15]
    nested: {"a":1}
所採的理解 X-1（第 1 段）：四捨五入（其他理解：floor、ceiling）
所採的理解 X-2（第 2 段）：以提供者為準`)
  })

  test('leaves the answer as it is', () => {
    const order = whole.findings.map(({ rule }) => rule)
    describer.answer(whole)
    expect(whole.findings.map(({ rule }) => rule)).toEqual(order)
  })

  test('without findings, figures and readings is its outcome', () => {
    expect(describer.answer(answer(null, [], []))).toBe('in order')
    expect(describer.answer(answer({}, [], []), { locale: 'zh-Hant' })).toBe('符合')
    expect(describer.answer(answer('a bare value', [], []), { locale: undefined })).toBe('in order')
  })

  test('names its value when that cannot be read', () => {
    const value = { get days(): number { throw new Error('no') } }
    expect(() => describer.answer(answer(value, [], []))).toThrow(expect.objectContaining({
      name: 'InputError',
      issues: [{ path: ['value'], code: 'unreadable', message: { en: 'could not be read', 'zh-Hant': '無法讀取' } }],
    }))
  })

  test('with a reading that nobody knows says its id and option', () => {
    expect(describer.answer(answer(null, [], [{ id: 'Y-1', at: '9', taken: 'up', alternatives: [] }]))).toBe('in order\nRead as Y-1 (9): up')
  })
})

describe('a document', () => {
  test('gives its rules ids of its own', () => {
    expect([rules.quota.id, rules.places.id]).toEqual(['house/quota', 'house/places'])
  })
})
