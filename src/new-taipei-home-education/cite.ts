import { text, type Text } from '../kernel/text.js'

const UNITS = '一二三四五六七八九'
const TEN = '十'

/** What stands in a locator besides numbers, in the order in which it is looked for: of 壹拾貳 first 壹拾, then 貳. */
const words: readonly (readonly [string, string])[] = [
  ['標題', 'title'], ['104年10月30日函', 'letter of 2015-10-30'], ['108年1月31日函', 'letter of 2019-01-31'],
  ['壹拾', 'X'], ['壹', 'I'], ['貳', 'II'], ['參', 'III'], ['肆', 'IV'], ['伍', 'V'], ['陸', 'VI'], ['柒', 'VII'], ['捌', 'VIII'], ['玖', 'IX'],
  ['、來源', ' sources '], ['、職責', ' duties '],
  ['前段', ', first part'], ['中段', ', middle part'], ['後段', ', last part'],
  ['國民中學', ' junior high'], ['國民小學', ' elementary'],
]

/** 一 to 十九 as a number: 十五 is 15. */
const numeral = (written: string): number =>
  (written.startsWith(TEN) ? UNITS.length + 1 : 0) + UNITS.indexOf(written.slice(-1)) + 1

const english = (at: string): string =>
  words.reduce((written, [chinese, meaning]) => written.replace(chinese, meaning), at)
    .replace(/第(\d)分句/, ', clause $1')
    .replace(/、?（([一二三四五六七八九十]+)）/g, (_, item: string) => `(${numeral(item)})`)
    .replace(/、([一二三四五六七八九])/g, (_, section: string) => `.${numeral(section)}`)
    .replace(/（(\d)）/g, '($1)')

/** Writes a locator of the plan in English too: `柒、四、（一）` is VII.4(1), `壹拾、三、（二）1` is X.3(2)1. */
export const citePlan = (at: string): Text => text(english(at), at)
