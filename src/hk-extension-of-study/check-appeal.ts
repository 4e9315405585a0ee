import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { addDays, holidaysNotHeld, hongKongWorkingDays, workingDayOnOrAfter, type IsoDate } from '../kernel/calendar.js'
import { atLeast, given, onOrBefore, oneOf, present, within } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { count, date, describedAs, known, listOf, yesOrNo } from '../kernel/fields.js'
import { parser, reject } from '../kernel/input.js'
import { text } from '../kernel/text.js'
import { circular, readings, type Options, type Reader } from './document.js'

/** Two weeks. @source App 乙(iv)3 */
const DAYS_TO_NOTIFY = 14
/** Two school managers beside the supervisor. @source App 乙(iv)2 */
const MANAGERS = 2
const MOST_MANAGERS = 100
const MOST_HOLIDAYS = 1_000

const rules = circular.rules({
  appellantIsParentOrGuardian: {
    at: 'App 乙(iv)1',
    force: 'mandatory',
    test: oneOf('parent', 'guardian'),
    says: text('The appeal is brought by {test}.', '上訴由{test}提出。'),
  },
  appealInWriting: {
    at: 'App 乙(iv)1',
    force: 'mandatory',
    test: present(),
    says: text('The appeal to the supervisor is in writing.', '以書面向校監提出上訴。'),
  },
  supervisorOnPanel: {
    at: 'App 乙(iv)2',
    force: 'mandatory',
    test: present(),
    says: text('The supervisor sits on the appeal panel.', '校監為上訴小組成員。'),
  },
  exactlyTwoManagers: {
    at: 'App 乙(iv)2',
    force: 'mandatory',
    test: within(MANAGERS, MANAGERS, 'manager'),
    says: text('The panel has, beside the supervisor, {test}.', '上訴小組除校監外，有{test}。'),
  },
  atLeastTwoManagers: {
    at: 'App 乙(iv)2',
    force: 'mandatory',
    test: atLeast(MANAGERS, 'manager'),
    says: text('The panel has, beside the supervisor, {test}.', '上訴小組除校監外，有{test}。'),
  },
  principalGivesBackground: {
    at: 'App 乙(iv)2',
    force: 'mandatory',
    test: present(),
    says: text("The principal gives the panel the background: the criteria of the mechanism, the student's situation.", '校長向小組提交背景資料，包括所用準則及學生情況。'),
  },
  parentManagerInvited: {
    at: 'App fn 2',
    force: 'advisory',
    test: present(),
    says: text('The parent manager is invited to the panel.', '邀請家長校董加入上訴小組。'),
  },
  notifiedInTime: {
    at: 'App 乙(iv)3',
    force: 'mandatory',
    test: onOrBefore(given('two weeks after the receipt of the appeal', '接獲上訴後兩星期')),
    says: text('The supervisor tells the parents the result {test}.', '校監於 {test}通知家長上訴結果。'),
    next: text('tell the parents the result at once and record the delay', '立即通知家長結果，並記錄延遲原因'),
  },
  notifiedInAcceptedWay: {
    at: 'App 乙(iv)3',
    force: 'mandatory',
    test: oneOf('written', 'otherAccepted'),
    says: text('The parents are told in writing or another way that they accept: {test}.', '以書面或家長接受的其他方式通知：{test}。'),
  },
})

const beforeReceipt = text('lies before the day of receipt', '早於接獲上訴的日期')

export const AppealInput = z.strictObject({
  appellant: describedAs(known(z.enum(['parent', 'guardian', 'other'])), 'who appeals', '提出上訴的人'),
  inWriting: describedAs(known(yesOrNo), 'whether the appeal is in writing', '上訴是否以書面提出'),
  supervisorOnPanel: describedAs(known(yesOrNo), 'whether the supervisor sits on the panel', '校監是否上訴小組成員'),
  managers: describedAs(known(count(MOST_MANAGERS)), 'school managers on the panel beside the supervisor', '上訴小組中校監以外的校董人數'),
  principalGaveBackground: describedAs(known(yesOrNo), 'whether the principal gave the panel the background', '校長是否已提交背景資料'),
  parentManager: describedAs(known(yesOrNo), 'whether the parent manager was invited', '有否邀請家長校董'),
  receivedOn: describedAs(date(), 'the day on which the supervisor received the appeal', '校監接獲上訴的日期'),
  notifiedOn: describedAs(known(date()), 'the day on which the parents were told the result', '通知家長結果的日期', beforeReceipt),
  mode: describedAs(
    known(z.enum(['written', 'otherAccepted', 'otherNotAccepted'])),
    'how the parents were told: in writing, or another way that they accept or do not',
    '通知方式：書面、家長接受或不接受的其他方式',
  ),
  holidays: describedAs(
    known(listOf(date(), MOST_HOLIDAYS)),
    'general holidays, used only when A-E17 is read as rollForward; the gazetted ones by default',
    '公眾假期，只在 A-E17 採用 rollForward 時使用；預設為憲報公布的假期',
    holidaysNotHeld,
  ),
})
export type AppealInput = z.input<typeof AppealInput>

export const AppealFigures = z.strictObject({
  /** The last day on which the parents may be told the result. */
  notifyBy: z.iso.date(),
})
export type AppealFigures = Readonly<z.output<typeof AppealFigures>>

/** Two weeks from the receipt, as A-E17 counts them. */
function lastDayToNotify(receivedOn: IsoDate, holidays: readonly IsoDate[] | null | undefined, reader: Reader): IsoDate {
  const twoWeeksAfter = addDays(receivedOn, DAYS_TO_NOTIFY)
  switch (reader.take('A-E17')) {
    case 'receiptDayExcluded':
      return twoWeeksAfter
    case 'receiptDayCounted':
      return addDays(twoWeeksAfter, -1)
    case 'rollForward':
      return workingDayOnOrAfter(twoWeeksAfter, hongKongWorkingDays(holidays, ['holidays']))
  }
}

const parse = parser(AppealInput)

/**
 * Whether an appeal against a refused extension is handled as it must be.
 *
 * The day of receipt is not counted: an appeal received on 1 April is answered in time on 15 April and a day late on
 * 16 April. The panel is the supervisor and exactly two school managers, neither one nor three. Inviting the parent
 * manager is encouraged only. No time limit for lodging an appeal is stated, and none is checked.
 *
 * @param input who appealed and how, the panel, the day of receipt and the day and way of notice
 * @param options another reading of A-E17 (two weeks) or A-E18 (two managers)
 * @returns the last day for telling the parents
 * @throws InputError when the notice precedes the receipt, or holidays of a year are needed that are not held
 * @source EDB Circular 2/2022 App 乙(iv), App fn 2
 * @example
 * checkAppeal({ receivedOn: '2026-04-01' }).value.notifyBy //=> '2026-04-15'
 */
export function checkAppeal(input: AppealInput, options?: Options): Answer<AppealFigures> {
  const appeal = parse(input)
  const reader = readings.reader(options)
  const { receivedOn, notifiedOn } = appeal
  if (notifiedOn != null && notifiedOn < receivedOn) {
    reject(['notifiedOn'], beforeReceipt)
  }

  const notifyBy = lastDayToNotify(receivedOn, appeal.holidays, reader)
  const managersRule = reader.take('A-E18') === 'exactlyTwo' ? rules.exactlyTwoManagers : rules.atLeastTwoManagers
  return answer(
    { notifyBy },
    [
      rules.appellantIsParentOrGuardian.apply(appeal.appellant, ['appellant']),
      rules.appealInWriting.apply(appeal.inWriting, ['inWriting']),
      rules.supervisorOnPanel.apply(appeal.supervisorOnPanel, ['supervisorOnPanel']),
      managersRule.apply(appeal.managers, ['managers']),
      rules.principalGivesBackground.apply(appeal.principalGaveBackground, ['principalGaveBackground']),
      rules.parentManagerInvited.apply(appeal.parentManager, ['parentManager']),
      rules.notifiedInTime.apply(notifiedOn, ['notifiedOn'], notifyBy),
      rules.notifiedInAcceptedWay.apply(appeal.mode, ['mode']),
    ],
    reader.taken,
  )
}

export const checkAppealEntry = {
  name: 'checkAppeal',
  answers: text('Whether an appeal is handled as it must be', '上訴的處理是否符合要求'),
  input: AppealInput,
  value: AppealFigures,
  rules,
  run: checkAppeal,
} as const satisfies FunctionEntry
