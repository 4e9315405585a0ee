import { describe, expect, test } from 'vitest'
import { locales, modules } from '../../src/catalogue.js'
import { placesCalled } from '../../src/cli/paragraphs.js'
import { cli } from './harness.js'

const withinQuota = `The places used in a school year come to at most the extra places of the school.
hk-extension-of-study/withinQuota
How strongly: must
Comes to: not met, breach; not given, facts missing
Limit: comes with the case
Boundary: the limit itself passes; the first value that does not is 1 place more
If not met: approve fewer extensions; places need not all be used but are never exceeded
Applied by:
  checkExtraPlaceUsage: Whether a school uses its extra places as it may
Paragraph: EDB Circular 2/2022 para 10 sentence 1
  ▸ para 10 sentence 1 · Extra places are a maximum and need not all be used; each application must be considered carefully.
    para 10 sentence 2 · The school must give a student in difficulty suitable guidance and support; extension is one way among others, and the exception.
    para 10 sentence 3 · A repeat needs careful discussion, sufficient grounds, evidence and explanation, and the IMC decides finally.
Also:
    Appendix 甲4 · The quota is not to be exceeded and need not be used up; each case is considered carefully on objective criteria.
Unclear points, and how they can be read (--reading)
  A-E23 · para 10 sentence 1: Does a student who stays on in a further extended year use a place again?
      everyExtendedStudent: Yes: all students in an extended year count in that school year (unless told otherwise)
      newApprovalsOnly: No: only new approvals count
      (n of n golden answers: everyExtendedStudent in n; newApprovalsOnly in n)
Answers that apply this rule also lean on
  A-E11: May the remaining places go to a student who is not leaving this year? (n of n golden answers: inPrinciple in n; barred in n)
  A-E12: Who comes first when students with a valid reason outnumber the places? (n of n golden answers: notRanked in n)
Passes:
    all 15 places used is in order: the figure is a maximum, and the figure itself is allowed
      para 10 sentence 1; Appendix 甲4
      ✓ validReasonApproved: The places used in a school year come to at most 15 places (the extra places of the school). Found: 15 places; only just
      echo '{"extraPlaces":15,"validReasonApproved":10,"validReasonPending":0,"surplusLeavers":5,"surplusOthers":0}' | npx school-support-rules run checkExtraPlaceUsage
Does not pass:
    a student in a second extended year uses a place again
      para 10 sentence 1
      ✗ validReasonApproved: The places used in a school year come to at most 12 places (the extra places of the school). Found: 13 places; over by 1 place
        Next: approve fewer extensions; places need not all be used but are never exceeded
      echo '{"extraPlaces":12,"validReasonApproved":13,"surplusLeavers":0,"continuing":1,"surplusOthers":0}' | npx school-support-rules run checkExtraPlaceUsage
`

/** How many golden answers there are changes with every case that is added. */
const withoutCounts = (explained: string): string =>
  explained.replaceAll(/\(\d+ of \d+ golden answers: .*\)/g, (counts) => counts.replaceAll(/\d+(?= of | golden|;|\))/g, 'n'))

describe('a rule is explained', () => {
  test.each([
    ['its id', ['hk-extension-of-study/withinQuota']],
    ['its name', ['withinQuota']],
    ['its paragraph', ['10 s1']],
    ['its paragraph in several words', ['10', 's1']],
    ['its paragraph as people say it', ['para', '10', 's1']],
    ['its paragraph with the document', ['hk-extension-of-study/10 s1']],
    ['its paragraph as a finding prints it', ['EDB', 'Circular', '2/2022', 'para', '10', 'sentence', '1']],
    ['its paragraph as it is printed without the document', ['para 10 sentence 1']],
    ['its paragraph as it is printed in Traditional Chinese', ['教育局通告第2/2022號 第 10 段 第 1 句']],
    ['its paragraph in Traditional Chinese, without white space', ['第10段第1句']],
    ['its paragraph in other letters and with more white space', ['edb circular 2/2022  PARA 10 Sentence  1']],
    ['its paragraph with the document and another way to write it', ['hk-extension-of-study/para 10 sentence 1']],
  ])('by %s', async (_name, words) => {
    const { code, out, err } = await cli(['explain', ...words])
    expect({ code, out: withoutCounts(out), err }).toEqual({ code: 0, out: withinQuota, err: '' })
  })

  test('with who decides', async () => {
    const { out } = await cli(['explain', 'leaversInPrinciple'])
    expect(out).toContain('How strongly: in principle\nComes to: not met, for judgement; not given, facts missing\nLimit: 0 students\n')
    expect(out).toContain('\nDecided by: the school, on objective criteria\n')
  })

  test('with a case that leaves the fact out, where whatever is stated passes', async () => {
    const { out } = await cli(['explain', 'approvedPlaces'])
    expect(out).toContain('\nComes to: not given, facts missing\nBoundary: whatever is stated passes\n')
    expect(out).toContain('\nNot given:\n')
    expect(out).not.toContain('Does not pass')
  })

  test('with the case read as by default rather than otherwise, and the readings of the case where there is no other', async () => {
    const { out } = await cli(['explain', 'leaversOnly'])
    expect(out).toContain('| npx school-support-rules run checkExtraPlaceUsage --reading A-E11=barred\n')
  })

  test('in Traditional Chinese', async () => {
    const { out } = await cli(['explain', 'withinQuota', '--locale', 'zh-Hant'])
    expect(out).toContain('約束力：必須\n結果：未符合時為「不符合」；未提供時為「資料不足」\n限度：視乎個案\n界線：限度本身符合；最先一個不符合的值多 1 個學額\n')
    expect(out).toContain('  ▸ 第 10 段 第 1 句 · 額外學額是上限，無須用盡；每宗申請均須審慎處理。\n')
    expect(out).toContain('\n符合的例子：\n      第 10 段 第 1 句；附錄 甲4\n      ✓ validReasonApproved：')
    expect(out).not.toContain('all 15 places used')
  })
})

describe('the boundary says whether the limit itself is allowed, and names the values on either side of it', () => {
  test.each([
    ['at most a count', 'studentsOfTheYear', 'the limit itself passes: 5 students is the last value that does, 6 students the first that does not'],
    ['at most an amount in cents', 'auditFeeCeiling', 'the limit itself passes: HK$5,000 is the last value that does, HK$5,000.01 the first that does not'],
    ['at most an amount in whole dollars', 'formerSubsidyWithinCeiling', 'the limit itself passes: NT$100,000 is the last value that does, NT$100,001 the first that does not'],
    ['at most some months, given in halves', 'plannedSixMonths', 'the limit itself passes: 6 months is the last value that does, 6.5 months the first that does not'],
    ['at least a count', 'enoughWorkshops', 'the limit itself passes: 3 workshops is the last value that does, 2 workshops the first that does not'],
    ['at least some minutes', 'visitLength', 'the limit itself passes: 1 hour is the last value that does, 59 minutes the first that does not'],
    ['at least a school year', 'measureHasBegun', 'the limit itself passes: 2010/11 is the last value that does, 2009/10 the first that does not'],
    ['more than a count of the case', 'prolongedAbsence', 'the limit itself does not pass; the last value that does is 1 school day more'],
    ['at most an amount of the case', 'tutorPayAverage', 'the limit itself passes; the first value that does not is HK$0.01 more'],
    ['at least an amount of the case', 'surplusReturned', 'the limit itself passes; the first value that does not is HK$0.01 less'],
    ['on or before a day', 'endsWithTheScheme', 'the limit itself passes: 2027-08-31 is the last value that does, 2027-09-01 the first that does not'],
    ['on or after a day', 'amendedText', 'the limit itself passes: 2019-01-31 is the last value that does, 2019-01-30 the first that does not'],
    ['on or before a day of the case', 'meetingByMarch', 'the limit itself passes; the first value that does not is 1 day later'],
    ['on or after a day of the case', 'stayThreeMonths', 'the limit itself passes; the first value that does not is 1 day earlier'],
    ['from one count to another', 'weeklyPeriods', 'both ends pass: 4 periods and 10 periods do, 3 periods and 11 periods do not'],
    ['from a count to itself', 'exactlyTwoManagers', 'only 2 school managers passes: 1 school manager and 3 school managers do not'],
    ['between two days of the case', 'postedInSeason', 'both ends pass; the day before the first and the day after the last do not'],
    ['one of a list', 'publicSectorSchool', 'only these pass: government; aided; caput'],
    ['to be so', 'inOrdinarySchool', '"yes" passes, "no" does not'],
    ['not to be so', 'notDisqualified', '"no" passes, "yes" does not'],
  ])('%s', async (_kind, name, says) => {
    expect((await cli(['explain', name])).out).toContain(`\nBoundary: ${says}\n`)
  })

  test.each([
    ['studentsOfTheYear', '限度本身符合：5 名學生 是最後一個符合的值，6 名學生 是最先一個不符合的值'],
    ['prolongedAbsence', '限度本身不符合；最後一個符合的值多 1 個上課日'],
    ['stayThreeMonths', '限度本身符合；最先一個不符合的值早 1 日'],
    ['weeklyPeriods', '兩端均符合：4 節及 10 節符合，3 節及 11 節不符合'],
  ])('in Traditional Chinese: %s', async (name, says) => {
    expect((await cli(['explain', name, '--locale', 'zh-Hant'])).out.replaceAll(' ', '')).toContain(`\n界線：${says}\n`.replaceAll(' ', ''))
  })
})

const stay = `EDBCM 116/2025
  A-S5 · footnote 1 sentence 3: What is lengthening step by step by 1 to 3 months?
      stepsOfAMonthOrMore: One or more steps, each of a month at least, three months in all (unless told otherwise)
      oneExtension: One step of 1 to 3 months
      partMonths: Steps of any length, part of a month too, three months in all
Paragraph:
    footnote 1 sentence 3 · When both sides find that support is still needed, the period may be lengthened step by step by 1 to 3 months.
Functions whose answers lean on it:
`

const oneDayPast = `What another reading changes:
    one day past three months: no extension is so short, and the first period is three months in principle only
      footnote 1 sentence 3; footnote 1 sentence 1
      stepsOfAMonthOrMore: for judgement; partMonths: in order
      echo '{"startDate":"2025-09-08","endDate":"2025-12-08"}' | npx school-support-rules diff checkShortStayDuration --to A-S5=partMonths
`

describe('an unclear point is explained by its code', () => {
  test('with its question, options, paragraphs, the functions that lean on it, and what another reading changes', async () => {
    const { code, out } = await cli(['explain', 'A-S5'])
    expect(code).toBe(0)
    expect(out.startsWith(stay)).toBe(true)
    expect(out.endsWith(oneDayPast)).toBe(true)
    const functions = out.slice(stay.length, -oneDayPast.length).trimEnd().split('\n')
    expect(functions.map((line) => line.replace(/\d+/g, '#'))).toEqual([
      '    checkShortStayDuration (# of # golden answers: stepsOfAMonthOrMore in #; partMonths in #; oneExtension in #)',
      '    decideShortStayContinuation (# of # golden answers: stepsOfAMonthOrMore in #; partMonths in #; oneExtension in #)',
    ])
  })

  test('that has one option only, by saying so', async () => {
    expect((await cli(['explain', 'A-S13'])).out).toMatch(/What another reading changes:\n {4}it has no other option\n$/)
  })

  test('in Traditional Chinese', async () => {
    expect((await cli(['explain', 'A-S5', '--locale', 'zh-Hant'])).out).toContain('：\n      註 1 第 3 句；註 1 第 1 句\n      stepsOfAMonthOrMore：須由人判斷；partMonths：符合\n')
  })
})

describe('a paragraph is explained', () => {
  test('with every rule that cites it, also as a second paragraph', async () => {
    const { out } = await cli(['explain', 'App 乙(vi)'])
    expect(out).toContain('hk-extension-of-study/validReasonFirst\n')
    expect(out).toContain('hk-extension-of-study/leaversInPrinciple\n')
  })

  test('with its parts, and not with a longer number that begins alike', async () => {
    const { out } = await cli(['explain', '9'])
    expect(out).toContain('hk-extension-of-study/validReasonFirst\n')
    expect(out).toContain('  ▸ para 9 sentences 1–2 · The three reasons')
    expect((await cli(['explain', '1'])).out).not.toContain('▸ para 10')
  })

  test('with its parts, also after the document as it is printed', async () => {
    const { out } = await cli(['explain', 'EDB Circular 2/2022 para 9'])
    expect(out).toContain('  ▸ para 9 sentences 1–2 · The three reasons')
    expect(out).not.toContain('EDBCM')
    expect((await cli(['explain', 'Art. 2'])).out).toBe((await cli(['explain', '第2條'])).out)
  })

  test('without a rule, by what became of it', async () => {
    const { code, out } = await cli(['explain', '10 s2'])
    expect(code).toBe(0)
    expect(out).toContain('→ nothing to compute: A duty of the school whose content is left to its professional judgement; it sets no test, amount or date.\n')
  })

  test.each(modules.flatMap(({ document, ledger }) => ledger.map(({ at }) => `${document.id}/${at}`)))('%s', async (locator) => {
    expect((await cli(['explain', locator])).code).toBe(0)
  })

  test('by every name that is printed of it, which in its document no other has', () => {
    for (const module of modules) {
      const { cite, short } = module.document
      for (const { at } of module.ledger) {
        for (const name of [at, ...locales.map((locale) => cite(at)[locale])]) {
          const inDocument = placesCalled(name).filter((place) => place.module === module)
          expect(inDocument.map(({ provision }) => provision.at), name).toEqual([at])
        }
        for (const locale of locales) {
          expect(placesCalled(`${short[locale]} ${cite(at)[locale]}`).map(({ provision }) => provision.at), at).toEqual([at])
        }
      }
    }
  })
})

describe('the provisions around it are those of the same paragraph, two before and two after at most', () => {
  test.each([
    ['the first sentence of a paragraph', 'hk-extension-of-study/10 s1', ['para 10 sentence 1', 'para 10 sentence 2', 'para 10 sentence 3']],
    ['a footnote that stands inside a paragraph', 'hk-school-partnership/4(c)¶2 s2', [
      'para 4(c) sub-paragraph 2 sentence 1 (number)', 'para 4(c) sub-paragraph 2 sentence 1 (period)',
      'para 4(c) sub-paragraph 2 sentence 2', 'para 4(c) sub-paragraph 2 sentence 3', 'para 4(c) sub-paragraph 2 sentence 3 closing words',
    ]],
    ['a point that stands alone', 'hsinchu-special-education/總說明一', ['general explanation, point 1']],
    ['a later item of an article, and not the former article of that number', 'hsinchu-special-education/第9條後段', ['Art. 9, first part', 'Art. 9, second part']],
  ])('%s', async (_name, locator, cited) => {
    const { out } = await cli(['explain', locator])
    const [, first = ''] = /((?:^(?: {2}▸| {3}) .* · .*\n)+)/m.exec(out) ?? []
    expect(first.trimEnd().split('\n').map((line) => line.replace(/^[ ▸]+/, '').split(' · ')[0])).toEqual(cited)
  })
})

test.each([
  ['withinQuotas', 'there is no rule, paragraph or reading "withinQuotas"; did you mean withinQuota?'],
  ['A-S55', 'there is no rule, paragraph or reading "A-S55"; did you mean A-S5?'],
  ['hk-extension-of-study 10 s1', 'there is no rule, paragraph or reading "hk-extension-of-study 10 s1"; did you mean hk-extension-of-study/10 s1?'],
  ['para 10 sentance 1', 'there is no rule, paragraph or reading "para 10 sentance 1"; did you mean para 10 sentence 1?'],
  ['EDB Circular 2/2022', 'there is no rule, paragraph or reading "EDB Circular 2/2022"'],
  ['EDBCM 116/20255', 'there is no rule, paragraph or reading "EDBCM 116/20255"'],
  ['zzzzzzzz', 'there is no rule, paragraph or reading "zzzzzzzz"'],
  ['', 'there is no rule, paragraph or reading ""'],
])('"%s" is refused', async (name, says) => {
  expect(await cli(['explain', name])).toEqual({ code: 2, out: '', err: `error: ${says}\n` })
})
