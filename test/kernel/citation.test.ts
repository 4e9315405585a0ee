import { describe, expect, test } from 'vitest'
import { modules } from '../../src/catalogue.js'
import { citeHongKong } from '../../src/kernel/citation.js'

describe('a locator of a Hong Kong circular', () => {
  test.each([
    ['10 s1', 'para 10 sentence 1', '第 10 段 第 1 句'],
    ['5', 'para 5', '第 5 段'],
    ['8(iii)', 'para 8(iii)', '第 8(iii) 段'],
    ['5 table r5', 'para 5 table row 5', '第 5 段 表第 5 行'],
    ['6 s1 limb 2', 'para 6 sentence 1 limb 2', '第 6 段 第 1 句 第 2 種情況'],
    ['4 chapeau s2', 'para 4 opening words sentence 2', '第 4 段 引言 第 2 句'],
    ['4 s1 empowerment', 'para 4 sentence 1 (empowerment)', '第 4 段 第 1 句 （賦權）'],
    ['4(c)¶2 s3', 'para 4(c) sub-paragraph 2 sentence 3', '第 4(c) 段第 2 節 第 3 句'],
    ['3 s1–s3', 'para 3 sentences 1–3', '第 3 段 第 1 至 3 句'],
    ['11 s5–s6', 'para 11 sentences 5–6', '第 11 段 第 5 至 6 句'],
    ['fn 4 s2', 'footnote 4 sentence 2', '註 4 第 2 句'],
    ['App fn 2', 'Appendix footnote 2', '附錄註 2'],
    ['App 甲4', 'Appendix 甲4', '附錄 甲4'],
    ['App 乙(i) s2 meeting', 'Appendix 乙(i) sentence 2 (meeting)', '附錄 乙(i) 第 2 句 （會議）'],
    ['App 乙(i) s2 report', 'Appendix 乙(i) sentence 2 (report)', '附錄 乙(i) 第 2 句 （呈報）'],
    ['App 乙(vii)¶2', 'Appendix 乙(vii) sub-paragraph 2', '附錄 乙(vii)第 2 節'],
    ['App 丙 closing s3', 'Appendix 丙 closing words sentence 3', '附錄 丙 結語 第 3 句'],
    ['App title', 'Appendix title', '附錄 標題'],
    ['App version', 'Appendix version', '附錄 版本'],
    ['header', 'header', '檔頭'],
    ['note (a)', 'note (a)', '註 (a)'],
    ['date', 'date', '日期'],
    ['header distribution', 'header (distribution list)', '檔頭 （分發名單）'],
    ['9 table r12', 'para 9 table row 12', '第 9 段 表第 12 行'],
    ['fn 14 s12', 'footnote 14 sentence 12', '註 14 第 12 句'],
    ['App fn 10', 'Appendix footnote 10', '附錄註 10'],
    ['12 s10–s12', 'para 12 sentences 10–12', '第 12 段 第 10 至 12 句'],
    ['4(c)¶11', 'para 4(c) sub-paragraph 11', '第 4(c) 段第 11 節'],
    ['6 limb 10', 'para 6 limb 10', '第 6 段 第 10 種情況'],
    ['3 provision', 'para 3 (provision)', '第 3 段 （提供）'],
    ['header ref', 'header reference', '檔頭 編號'],
    ['2 history', 'para 2 (history)', '第 2 段 （沿革）'],
    ['3(b) number', 'para 3(b) (number)', '第 3(b) 段 （數目）'],
    ['5(a) visits', 'para 5(a) (visits)', '第 5(a) 段 （到訪）'],
    ['signature', 'signature', '署名'],
    ['4(c)¶2 s1 period', 'para 4(c) sub-paragraph 2 sentence 1 (period)', '第 4(c) 段第 2 節 第 1 句 （期間）'],
  ])('%s is cited as %s and %s', (at, en, zhHant) => {
    expect(citeHongKong(at)).toEqual({ en, 'zh-Hant': zhHant })
  })
})

describe.each(modules.map(({ document, ledger }) => [document.id, document, ledger] as const))('%s', (_id, { cite }, ledger) => {
  const cited = ledger.map(({ at }) => cite(at))

  test('cites each provision differently in each language', () => {
    for (const locale of ['en', 'zh-Hant'] as const) {
      const written = cited.map((each) => each[locale])
      expect(written.filter((each, index) => written.indexOf(each) !== index)).toEqual([])
    }
  })

  test('leaves no English word in Chinese, and no double space in either', () => {
    const words = /[A-Za-z]{2,}/g
    const romanNumeral = /^[ivx]+$/
    expect(cited.flatMap((each) => each['zh-Hant'].match(words) ?? []).filter((word) => !romanNumeral.test(word))).toEqual([])
    expect(cited.filter(({ en, 'zh-Hant': zh }) => / {2}|^ | $/.test(en + zh))).toEqual([])
  })

  test('leaves none of the marks of its locators', () => {
    expect(cited.filter(({ en, 'zh-Hant': zh }) => /¶|\bfn\b|\br\d|\bs\d|chapeau/.test(`${en} ${zh}`))).toEqual([])
  })
})
