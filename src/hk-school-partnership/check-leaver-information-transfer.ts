import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { present } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { count, describedAs, known, yesOrNo } from '../kernel/fields.js'
import { parser } from '../kernel/input.js'
import { text } from '../kernel/text.js'
import { memorandum, readings, type Options } from './document.js'

/** The age from which a person is of full age in Hong Kong. @source Age of Majority (Related Provisions) Ordinance (Cap. 410) s 2 */
const FULL_AGE = 18
/** A bound that only keeps the input finite. */
const OLDEST = 150

const rules = memorandum.rules({
  leaverConsent: {
    at: '5(b) s1',
    force: 'mandatory',
    test: present(),
    says: text('The leaver has consented before the information is passed on.', '傳遞資料前已取得離校生同意。'),
    next: text("obtain the leaver's consent; until then nothing is passed on", '取得離校生同意，在此之前不傳遞資料'),
  },
  parentConsent: {
    at: '5(b) s1',
    force: 'mandatory',
    test: present(),
    says: text('The parents have consented before the information is passed on.', '傳遞資料前已取得家長同意。'),
    next: text("obtain the parents' consent; until then nothing is passed on", '取得家長同意，在此之前不傳遞資料'),
  },
})

/** The consents to passing a leaver's information to the receiving school. */
export const LeaverInformationTransferInput = z.strictObject({
  leaverConsent: describedAs(known(yesOrNo), 'whether the leaver has consented, before anything is passed on', '傳遞資料前離校生是否已同意'),
  parentConsent: describedAs(known(yesOrNo), 'whether the parents have consented, before anything is passed on', '傳遞資料前家長是否已同意'),
  leaverAge: describedAs(
    known(count(OLDEST)),
    "the leaver's age in whole years; used only when A-S12 is read as leaverAlone",
    '離校生的年齡（整數）；只在 A-S12 採用 leaverAlone 時使用',
  ),
})
export type LeaverInformationTransferInput = z.input<typeof LeaverInformationTransferInput>

export const LeaverInformationTransferFigures = z.strictObject({
  /** How many consents are asked for, and how many are given. */
  demands: z.int(),
  met: z.int(),
})
export type LeaverInformationTransferFigures = Readonly<z.output<typeof LeaverInformationTransferFigures>>

const parse = parser(LeaverInformationTransferInput)

/**
 * Whether a resource centre of the second mode may pass a leaver's information to the receiving school.
 *
 * The leaver and the parents must both have consented, before anything is passed on: one consent without the other is
 * a breach, whichever it is. A consent that is not stated is neither given nor refused. The text makes no exception
 * for a leaver of full age, so age changes nothing unless A-S12 is read otherwise; then the leaver's eighteenth
 * birthday makes the parents' consent unnecessary. Data-protection law is not checked.
 *
 * @param input the two consents, and the leaver's age in whole years (0 to 150)
 * @param options another reading of A-S12 (a leaver of full age)
 * @returns how many consents are asked for and how many are given
 * @throws InputError when a field is unknown or malformed
 * @source EDBCM 116/2025 para 5(b) s1
 * @example
 * checkLeaverInformationTransfer({ leaverConsent: true, parentConsent: true }).outcome //=> 'ok'
 * @example
 * checkLeaverInformationTransfer({ leaverConsent: true, parentConsent: false, leaverAge: 18 }).outcome //=> 'breach'
 */
export function checkLeaverInformationTransfer(
  input: LeaverInformationTransferInput,
  options?: Options,
): Answer<LeaverInformationTransferFigures> {
  const { leaverConsent, parentConsent, leaverAge } = parse(input)
  const reader = readings.reader(options)
  const findings = [rules.leaverConsent.apply(leaverConsent, ['leaverConsent'])]
  const mayBeOfAge = leaverAge == null || leaverAge >= FULL_AGE
  const leaverMayDoAlone = parentConsent !== true && mayBeOfAge && reader.take('A-S12') === 'leaverAlone'
  if (!leaverMayDoAlone) findings.push(rules.parentConsent.apply(parentConsent, ['parentConsent']))
  else if (leaverAge == null) findings.push(rules.parentConsent.unknown(['leaverAge']))
  return answer({ demands: findings.length, met: findings.filter(({ met }) => met === true).length }, findings, reader.taken)
}

export const checkLeaverInformationTransferEntry = {
  name: 'checkLeaverInformationTransfer',
  answers: text("Whether a leaver's information may be passed to the receiving school", '可否把離校生的資料交予收生學校'),
  input: LeaverInformationTransferInput,
  value: LeaverInformationTransferFigures,
  rules,
  run: checkLeaverInformationTransfer,
} as const satisfies FunctionEntry
