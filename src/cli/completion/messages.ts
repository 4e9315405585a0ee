import { text } from '../../kernel/text.js'

/** What the command says that sets completion up. */
export const completionMessages = {
  completion: text('print a script that completes commands, names and options on TAB', '輸出供 shell 以 TAB 鍵補全指令、名稱及選項的程式碼'),
  complete: text('list what a word can become; for the scripts of "completion"', '列出可供補全的字詞；供 completion 的程式碼使用'),
  shell: text('the shell: bash, zsh or fish', 'shell：bash、zsh 或 fish'),
  word: text('the words of the command line, the one at the cursor last', '指令列上的各個字詞，游標所在者排最後'),
  schema: text('the name of a function, as listed by "list"; or records, or config', '函式名稱，見 list；或 records（紀錄檔案）、config（設定檔）'),
  recordsSchema: text('files of records', '紀錄檔案'),
  configSchema: text('the configuration', '設定檔'),
} as const
