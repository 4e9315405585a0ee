import { text } from '../../kernel/text.js'

/** What a comparison of two readings or versions says. */
export const diffMessages = {
  command: text('tell what another reading or version of the text changes in the answers', '比較在另一種理解或另一版文本之下，答案有何不同'),
  file: text(
    "a function's input, a list of them, or a file of records (JSON, NDJSON, CSV); \"-\" or nothing for JSON from standard input",
    '一項輸入資料、輸入資料的清單，或紀錄檔案（JSON、NDJSON、CSV）；「-」或不填則讀取標準輸入的 JSON',
  ),
  from: text(
    'before: a reading such as A-S5=partMonths, or the day whose text is to answer; as the data says unless told otherwise; can be given several times',
    '比較前：一種理解（例如 A-S5=partMonths），或以某日的文本回答；預設按資料所載；可重複使用',
  ),
  to: text('after: likewise', '比較後：同上'),
  across: text('compare with every combination of the readings that an answer leans on', '與答案所依據各項理解的每個組合比較'),
  exitCodes: text(
    'Exit code: 0 nothing differs; 1 something does; 2 something could not be read or compared.',
    '結束代碼：0 沒有不同；1 有不同之處；2 有內容無法讀取或比較。',
  ),

  nothingToCompare: text('say what to compare: --to or --from with a reading or a day, or --across', '請說明比較甚麼：以 --to 或 --from 指明理解或日期，或使用 --across'),
  acrossAlone: text('--across takes every reading in turn: leave --from and --to out', '--across 會逐一採用各種理解：請勿同時使用 --from 或 --to'),
  neither: text('{found} is neither a reading such as A-S5=partMonths nor a day YYYY-MM-DD', '{found} 不是理解（例如 A-S5=partMonths），也不是日期 YYYY-MM-DD'),
  severalDays: text('only one day can be given for each side; found {found}', '每一方只可指明一個日期；但得到 {found}'),
  severalOptions: text('{id} can be read in only one way on each side; found {found}', '每一方只可採用 {id} 的一種理解；但得到 {found}'),
  onlyOneText: text(
    '{document} is held in one text only, issued {issued}: no day chooses another',
    '{document}只備有一版文本（{issued} 發出），沒有其他版本可按日期選用',
  ),
  nothingFor: text('{file} holds nothing for {name}', '{file} 沒有供 {name} 查問的內容'),

  asGiven: text('as the data says', '按資料所載'),
  onDay: text('the text in force on {day}', '{day} 適用的文本'),
  sides: text('Before: {before} · After: {after}', '比較前：{before} · 比較後：{after}'),
  acrossSides: text('Before: as the data says · After: every combination of readings', '比較前：按資料所載 · 比較後：各項理解的每個組合'),
  notLeanedOn: text('No answer here leans on {id}, so that it changes nothing.', '此處沒有答案依據 {id}，故不造成任何改變。'),

  change: text('{before} → {after}', '{before} → {after}'),
  before: text('before', '之前'),
  after: text('after', '之後'),
  figures: text('Figures', '數字'),
  absent: text('none', '沒有'),
  readings: text('Readings', '理解'),
  notTaken: text('not needed', '毋須採用'),
  refused: text('the facts contradict each other', '資料互相矛盾'),
  alike: text(' (and {count} further combinations with the same answer)', '（另有 {count} 個組合的答案相同）'),
  oneAlike: text(' (and one further combination with the same answer)', '（另有一個組合的答案相同）'),
  outcomeStands: text('The outcome stands however the text is read.', '無論如何理解，結果不變。'),
  outcomeDoesNotStand: text('The outcome does not stand under every reading.', '結果因理解而異。'),

  unableToCompare: text('Could not be compared:', '未能比較：'),
  counts: text('compared: {compared} · differ: {differ} · alike: {alike}', '已比較：{compared} · 有不同：{differ} · 相同：{alike}'),
  passedOver: text('of other functions, passed over: {count}', '屬其他函式而略過：{count}'),
  notCompared: text('could not be compared: {count}', '未能比較：{count}'),
  transition: text('{change}: {count}', '{change}：{count}'),
} as const
