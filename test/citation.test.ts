import { expect, test } from 'vitest'
import { citeHongKong } from '../src/kernel/citation.js'

test.each([
  ['10 s1', 'para 10 sentence 1', '第 10 段 第 1 句'],
  ['5', 'para 5', '第 5 段'],
  ['5 table r5', 'para 5 table row 5', '第 5 段 表第 5 行'],
  ['4 chapeau s2', 'para 4 opening words sentence 2', '第 4 段 引言 第 2 句'],
  ['4(c)¶2 s3', 'para 4(c) sub-paragraph 2 sentence 3', '第 4(c) 段第 2 節 第 3 句'],
  ['4(c)¶2 s1 period', 'para 4(c) sub-paragraph 2 sentence 1 (period)', '第 4(c) 段第 2 節 第 1 句 （期間）'],
  ['3 s1–s3', 'para 3 sentences 1–3', '第 3 段 第 1 至 3 句'],
  ['fn 1 s4', 'footnote 1 sentence 4', '註 1 第 4 句'],
  ['header distribution', 'header (distribution list)', '檔頭 （分發名單）'],
])('%s is cited as %s and %s', (at, en, zhHant) => {
  expect(citeHongKong(at)).toEqual({ en, 'zh-Hant': zhHant })
})
