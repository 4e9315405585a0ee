import * as z from 'zod'
import { date, describedAs, listOf, locales } from '../catalogue.js'
import { failOnChoices } from './fail-on.js'
import { ChoiceFields } from './readings.js'
import { RecordId } from './record-id.js'

/** The configuration that is taken unless another is named. */
export const CONFIG_NAME = 'school-support-rules.json'

const LONGEST_TEXT = 1000
const MOST_FILES = 1000
const MOST_ACCEPTED = 10_000

const words = (): z.ZodString => z.string().min(1).max(LONGEST_TEXT)

const FilesWithCheck = z.strictObject({
  files: describedAs(words(), 'A file, a folder or a glob', '檔案、資料夾或 glob 樣式'),
  check: describedAs(words(), 'The function for records that name none, such as the rows of a CSV file', '紀錄（例如 CSV 的各列）未指明函式時所用的函式'),
})

/** A departure that the school has looked at and lets stand for a time. */
export const AcceptedFields = z.strictObject({
  rule: describedAs(words(), 'The rule: its id or its name', '規則：識別碼或名稱').optional(),
  paragraph: describedAs(
    words(),
    'The paragraph as it is printed, such as "para 10 sentence 1", or as a finding gives it under "at", such as "10 s1"',
    '段落，寫法與所印出的相同，例如「第 10 段 第 1 句」，或與 finding 的 at 相同，例如「10 s1」',
  ).optional(),
  file: describedAs(words(), 'The file of the record, a folder or a glob', '紀錄所在的檔案、資料夾或 glob 樣式').optional(),
  id: describedAs(RecordId, 'The id of the record', '紀錄的識別碼').optional(),
  reason: describedAs(words(), 'Why it is accepted', '接受的理由'),
  until: describedAs(date(), 'The last day on which it is accepted', '接受至哪一天（包括當日）'),
})

/** What `check` is to do, for all who run it. */
export const ConfigFields = z.strictObject({
  $schema: describedAs(z.string().max(LONGEST_TEXT), 'where an editor finds the schema', '編輯器取得 schema 的位置').optional(),
  files: describedAs(
    listOf(z.union([words(), FilesWithCheck]), MOST_FILES),
    'What to check when the command line names nothing: files, folders and globs, from the folder of this file',
    '指令未指明時要檢查的檔案、資料夾及 glob 樣式，以本檔所在的資料夾起計',
  ).optional(),
  locale: describedAs(z.enum(locales), 'The language', '語言').optional(),
  failOn: describedAs(z.enum(failOnChoices), 'The mildest outcome that gives exit code 1', '最輕微到甚麼結果便以代碼 1 結束').optional(),
  readings: describedAs(
    ChoiceFields,
    'How unclear points are read where a record does not say so itself: {"A-E3": "floor"}',
    '紀錄本身沒有指明時，各不明確之處採用的理解：{"A-E3": "floor"}',
  ).optional(),
  accepted: describedAs(
    listOf(AcceptedFields, MOST_ACCEPTED),
    'Departures that are accepted for a time. Each names a rule or a paragraph (or both), and a file or an id (or both).',
    '在一段時間內接受的偏離。每項須指明規則或段落（或兩者），以及檔案或識別碼（或兩者）。',
  ).optional(),
})
export type Config = z.output<typeof ConfigFields>
export type Accepted = z.output<typeof AcceptedFields>
