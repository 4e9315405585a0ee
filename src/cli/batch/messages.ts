import { text } from '../../catalogue.js'

/** What a run over many rows says. */
export const batchMessages = {
  notJson: text('is not JSON', '並非 JSON'),
  notUtf8: text('is not UTF-8 text', '不是 UTF-8 文字'),
  tooLong: text('is longer than 16 MiB', '超過 16 MiB'),
  openQuote: text('a quotation mark is not closed', '引號沒有關閉'),
  otherFunction: text('names another function than {name}', '所列的函式並非 {name}'),

  unknownColumn: text('the header has a column {name} that is no field of the input', '標題行的 {name} 不是輸入資料的欄位'),
  columnTwice: text('the header has the column {name} twice', '標題行有兩個 {name}'),
  noColumn: text('the header has no column {name}', '標題行沒有 {name}'),
  noHeader: text('the table has no header', '表格沒有標題行'),

  wrongWorkers: text('--workers must be a whole number of at most {most}; found {found}', '--workers 必須是不多於 {most} 的整數；但得到 {found}'),

  rows: text('rows: {count}', '列：{count}'),
  bad: text('not answered: {count}', '未能回答：{count}'),
  progress: text('{count} rows', '{count} 列'),
} as const
