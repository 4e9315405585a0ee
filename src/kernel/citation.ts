import { text, type Text } from './text.js'

/** Parts of a locator and how each language writes them; the order matters, longer parts first. */
const hongKongParts: readonly (readonly [RegExp, string, string])[] = [
  [/\bchapeau\b/g, 'opening words', '引言'],
  [/\btable r(\d+)/g, 'table row $1', '表第 $1 行'],
  [/\bApp fn\b/g, 'Appendix footnote', '附錄註'],
  [/\bfn\b/g, 'footnote', '註'],
  [/\bApp\b/g, 'Appendix', '附錄'],
  [/\bs(\d+)–s(\d+)/g, 'sentences $1–$2', '第 $1 至 $2 句'],
  [/\bs(\d+)/g, 'sentence $1', '第 $1 句'],
  [/¶(\d+)/g, ' sub-paragraph $1', '第 $1 節'],
  [/\blimb (\d+)/g, 'limb $1', '第 $1 種情況'],
  [/\bclosing\b/g, 'closing words', '結語'],
  [/\bnote\b/g, 'note', '註'],
  [/\bheader\b/g, 'header', '檔頭'],
  [/\btitle\b/g, 'title', '標題'],
  [/\bdate\b/g, 'date', '日期'],
  [/\bversion\b/g, 'version', '版本'],
  [/\bmeeting\b/g, '(meeting)', '（會議）'],
  [/\breport\b/g, '(report)', '（呈報）'],
  [/\bprovision\b/g, '(provision)', '（提供）'],
  [/\bempowerment\b/g, '(empowerment)', '（賦權）'],
  [/\bref\b/g, 'reference', '編號'],
  [/\bdistribution\b/g, '(distribution list)', '（分發名單）'],
  [/\bhistory\b/g, '(history)', '（沿革）'],
  [/\bnumber\b/g, '(number)', '（數目）'],
  [/\bperiod\b/g, '(period)', '（期間）'],
  [/\bvisits\b/g, '(visits)', '（到訪）'],
  [/\bsignature\b/g, 'signature', '署名'],
]

/** The number of the paragraph that a locator begins with: `4(c)` of `4(c)¶2 s1`. */
const paragraphNumber = /^\d[^\s¶]*/

/** Writes a locator of a Hong Kong circular in full: `10 s1` is paragraph 10, sentence 1. */
export function citeHongKong(at: string): Text {
  let en = at
  let zh = at.replace(paragraphNumber, '第 $& 段')
  for (const [part, english, chinese] of hongKongParts) {
    en = en.replace(part, english)
    zh = zh.replace(part, chinese)
  }
  return text(paragraphNumber.test(at) ? `para ${en}` : en, zh)
}
