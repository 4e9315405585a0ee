import { text } from '../../catalogue.js'

/** What the schemas say of themselves. */
export const messages = {
  records: text(
    'Records for school-support-rules check: one, or a list. What "check" names decides what "input" takes.',
    '供 school-support-rules check 檢查的紀錄：單項或清單。「input」的欄位取決於「check」所指的函式。',
  ),
  config: text('The configuration of school-support-rules check.', 'school-support-rules check 的設定。'),
} as const
