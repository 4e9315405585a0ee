import { text } from '../../kernel/text.js'

/** What setting a folder up says. */
export const initMessages = {
  init: text('write a configuration and a sample record to start from', '寫出設定檔及一項紀錄範例，供開始使用'),
  document: text('the document that the sample is of, as listed by "list"; without it, the choices', '範例所屬的文件，見 list；不填則列出可選的文件'),
  whichDocument: text('name the document that the sample is to be of:', '請指明範例所屬的文件：'),
  ask: text('Number or name: ', '編號或名稱：'),
  exists: text('{files} exists already; nothing was written', '{files} 已存在；沒有寫入任何檔案'),
  cannotWrite: text('{file} could not be written ({code}); nothing was written', '無法寫入 {file}（{code}）；沒有寫入任何檔案'),
  wrote: text('Written: {file}', '已寫入：{file}'),
  next: text('Next:', '下一步：'),
  check: text('check the records', '檢查紀錄'),
  describe: text('what the function of the sample asks for', '範例所用函式需要的資料'),
  list: text('all functions', '所有函式'),
  and: text(' and ', '及'),
} as const
