import { text } from '../../catalogue.js'

/** What `explain` says beside what the documents and their rules say. */
export const explainMessages = {
  boundaryTitle: text('Boundary', '界線'),
  upTo: text(
    'the limit itself passes: {passes} is the last value that does, {fails} the first that does not',
    '限度本身符合：{passes} 是最後一個符合的值，{fails} 是最先一個不符合的值',
  ),
  beyond: text(
    'the limit itself does not pass: {passes} is the last value that does, {fails} the first that does not',
    '限度本身不符合：{passes} 是最後一個符合的值，{fails} 是最先一個不符合的值',
  ),
  span: text('both ends pass: {passes} do, {fails} do not', '兩端均符合：{passes} 符合，{fails} 不符合'),
  onlyOne: text('only {passes} passes: {fails} do not', '只有 {passes} 符合：{fails} 不符合'),
  upToCase: text('the limit itself passes; the first value that does not is {distance}', '限度本身符合；最先一個不符合的值{distance}'),
  beyondCase: text('the limit itself does not pass; the last value that does is {distance}', '限度本身不符合；最後一個符合的值{distance}'),
  spanCase: text('both ends pass; the day before the first and the day after the last do not', '首尾兩日均符合；首日之前一日及尾日之後一日不符合'),
  more: text('{amount} more', '多 {amount}'),
  less: text('{amount} less', '少 {amount}'),
  later: text('{amount} later', '遲 {amount}'),
  earlier: text('{amount} earlier', '早 {amount}'),
  onlyListed: text('only these pass: {list}', '只有以下各項符合：{list}'),
  yesPasses: text('"yes" passes, "no" does not', '「是」符合，「否」不符合'),
  noPasses: text('"no" passes, "yes" does not', '「否」符合，「是」不符合'),
  anythingStated: text('whatever is stated passes', '只要有提供即符合'),
  and: text(' and ', '及 '),

  comesToTitle: text('Comes to', '結果'),
  comesTo: text('not met, {unmet}; not given, {unknown}', '未符合時為「{unmet}」；未提供時為「{unknown}」'),
  onlyNotGiven: text('not given, {unknown}', '未提供時為「{unknown}」'),
  decidesNothing: text('not met or not given, it decides nothing by itself: another way may do', '未符合或未提供，本身並無影響：可循其他途徑'),

  passingTitle: text('Passes', '符合的例子'),
  failingTitle: text('Does not pass', '不符合的例子'),
  leftOutTitle: text('Not given', '未提供的例子'),
  noPassing: text('no golden case passes this rule', '沒有符合此規則的標準案例'),
  noFailing: text('no golden case fails this rule', '沒有不符合此規則的標準案例'),

  leanedHeading: text('Answers that apply this rule also lean on', '採用此規則的答案亦依據以下理解'),
  leanedOn: text('{id}: {asks} {counts}', '{id}：{asks}{counts}'),
  counts: text('({answers} of {all} golden answers: {taken})', '（{all} 個標準答案中有 {answers} 個：{taken}）'),
  takenCount: text('{option} in {count}', '{option} {count} 個'),
  noneLean: text('(no golden answer that applies this rule)', '（採用此規則的標準答案均未有涉及）'),
  leaningFunctions: text('Functions whose answers lean on it', '答案依據此點的函式'),
  functionCounts: text('{name} {counts}', '{name}{counts}'),
  noFunction: text('no golden answer leans on it', '沒有標準答案依據此點'),
  changesTitle: text('What another reading changes', '採用另一理解的影響'),
  changesNothing: text('in no golden case does another reading change the answer', '在所有標準案例中，採用另一理解均不改變答案'),
  onlyOption: text('it has no other option', '沒有其他選項'),
  changesTo: text('{taken}: {before}; {option}: {after}', '{taken}：{before}；{option}：{after}'),
  otherFigures: text('{outcome}, with other figures or findings', '{outcome}，但數字或各項結果不同'),

  unknown: text('there is no rule, paragraph or reading {name}', '沒有 {name} 這項規則、段落或理解'),
} as const
