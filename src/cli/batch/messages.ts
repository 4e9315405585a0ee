import { text } from '../../catalogue.js'

/** What a run over many rows says. */
export const batchMessages = {
  notJson: text('is not JSON', '並非 JSON'),
  eachLine: text(
    'is not JSON: each line is a row, and none goes on over several lines',
    '並非 JSON：每行為一列，一列不可跨越多行',
  ),
  tooLong: text('is longer than 16 MiB', '超過 16 MiB'),
  openQuote: text('a quotation mark is not closed', '引號沒有關閉'),
  otherFunction: text('names another function than {name}', '所列的函式並非 {name}'),

  column: text('the column {name} {says}', '{name} 欄{says}'),

  wrongWorkers: text('--workers must be a whole number of at most {most}; found {found}', '--workers 必須是不多於 {most} 的整數；但得到 {found}'),

  rows: text('rows: {count}', '列：{count}'),
  bad: text('not answered: {count}', '未能回答：{count}'),
  progress: text('{count} rows', '{count} 列'),
} as const
