import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { given, onOrBefore, oneOf, present, stated } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { date, describedAs, known, yesOrNo } from '../kernel/fields.js'
import { parser, reject } from '../kernel/input.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { INSPECTOR_SECTIONS, memorandum, readings, SCHEME_PAGE, type Options, type Reader } from './document.js'

const handover = given('the day on which the form was handed in', '遞交表格當日')

const rules = memorandum.rules({
  inOrdinarySchool: {
    at: '4(c)¶1 s1',
    also: ['4(c)¶2 s1 number'],
    force: 'mandatory',
    test: present(),
    says: text('The student attends an ordinary school.', '學生就讀普通學校。'),
  },
  hasID: {
    at: '4(c)¶1 s1',
    also: ['3(a) s2'],
    force: 'mandatory',
    test: present(),
    says: text('The student has an intellectual disability.', '學生有智障。'),
  },
  severeAdjustmentDifficulties: {
    at: '4(c)¶1 s1',
    also: ['3(a) s2'],
    force: 'mandatory',
    test: present(),
    says: text('The student also has severe adjustment difficulties.', '學生兼有嚴重適應困難。'),
    next: text('ask the centre for advice instead: it advises ordinary schools on the support of these students', '可改為向資源中心尋求諮詢服務'),
  },
  adviceSought: {
    at: '4(c)¶2 s2',
    force: 'mandatory',
    test: oneOf('schoolEP', 'sesInspector'),
    says: text(
      'The school has consulted its educational psychologist or an inspector ({test}).',
      '學校已徵詢校本教育心理學家或督學（{test}）。',
    ),
    next: text('consult one of them before the referral', '先徵詢其中一方，然後轉介'),
  },
  adviceSupports: {
    at: '4(c)¶2 s3',
    force: 'mandatory',
    test: present(),
    says: text('The advice supports the referral.', '有關意見支持轉介。'),
  },
  parentConsentToReferral: {
    at: '4(c)¶2 s3',
    force: 'mandatory',
    test: present(),
    says: text('The parents have consented to the referral.', '家長已同意轉介。'),
    next: text('obtain the consent before the form is handed in', '取得同意後才遞交表格'),
  },
  formCompleted: {
    at: '4(c)¶2 s3',
    force: 'mandatory',
    test: present(),
    says: text('The referral form is completed.', '轉介表格已填妥。'),
    next: text(`complete the form on ${SCHEME_PAGE}`, `填寫載於 ${SCHEME_PAGE} 的表格`),
  },
  levelOfTheSchool: {
    at: '4 chapeau s3',
    force: 'mandatory',
    test: stated(),
    says: text('It is stated whether the school is a primary or a secondary school.', '已說明學校屬小學或中學。'),
  },
  adviceBeforeForm: {
    at: '4(c)¶2 s2',
    also: ['4(c)¶2 s3'],
    force: 'mandatory',
    test: onOrBefore(handover),
    says: text('The advice is heard {test}.', '聽取意見的日子：{test}。'),
    next: text('hear the advice first and hand the form in again', '先聽取意見，再遞交表格'),
  },
  consentBeforeForm: {
    at: '4(c)¶2 s3',
    force: 'mandatory',
    test: onOrBefore(handover),
    says: text("The parents' consent is obtained {test}.", '取得家長同意的日子：{test}。'),
    next: text('obtain the consent first and hand the form in again', '先取得同意，再遞交表格'),
  },
})

const consentHasADay = text('must not be false once the day of the consent is given', '已提供家長同意當日時不得為否')
const nobodyConsulted = text('must not be given when nobody was consulted', '未曾徵詢任何一方時不得提供')

const fact = (en: string, zhHant: string) => describedAs(known(yesOrNo), en, zhHant)
const day = (en: string, zhHant: string) => describedAs(known(date()), en, zhHant)

/** A student whom an ordinary school wishes to refer for a short stay. */
export const ShortStayReferralInput = z.strictObject({
  level: describedAs(known(z.enum(['primary', 'secondary'])), "the level of the student's school", '學校屬小學或中學'),
  inOrdinarySchool: fact('whether the student attends an ordinary school', '學生是否就讀普通學校'),
  hasID: fact('whether the student has an intellectual disability', '學生是否有智障'),
  severeAdjustmentDifficulties: fact('whether the student also has severe adjustment difficulties', '學生是否兼有嚴重適應困難'),
  adviser: describedAs(
    known(z.enum(['schoolEP', 'sesInspector', 'none'])),
    'whom the school consulted: its educational psychologist, an inspector of SES3 or SES4, or neither',
    '學校曾徵詢誰：校本教育心理學家、第三或第四組督學、或兩者皆無',
  ),
  adviceFavourable: fact(
    'whether the advice supports the referral; used only when A-S9 is read as favourable',
    '有關意見是否支持轉介；只在 A-S9 採用 favourable 時使用',
  ),
  parentConsent: describedAs(
    known(yesOrNo),
    'whether the parents have consented; may be left out where the day of their consent is given',
    '家長是否已同意；已提供同意當日時可略去',
    consentHasADay,
  ),
  formCompleted: fact('whether the referral form is completed', '轉介表格是否已填妥'),
  handover: describedAs(
    z.strictObject({
      adviceHeardOn: describedAs(known(date()), 'the day on which the advice was heard', '聽取意見當日', nobodyConsulted),
      consentObtainedOn: day("the day of the parents' consent", '家長同意當日'),
      formHandedInOn: day('the day on which the form was handed in', '遞交表格當日'),
    }).optional(),
    'the days of the steps, once the form has been handed in; without them their order is not looked at',
    '遞交表格後各步驟的日期；不提供則不檢查先後次序',
  ),
})
export type ShortStayReferralInput = z.input<typeof ShortStayReferralInput>

export const ShortStayReferralFigures = z.strictObject({
  /** The section that the form goes to; `SES` for any of them, `null` while the level of the school is not known. */
  routeSection: z.enum(['SES3', 'SES4', 'SES']).nullable(),
})
export type ShortStayReferralFigures = Readonly<z.output<typeof ShortStayReferralFigures>>

type Referral = z.output<typeof ShortStayReferralInput>

/** The student: an ordinary school, intellectual disability and severe adjustment difficulties, all three. */
function studentFindings({ inOrdinarySchool, hasID, severeAdjustmentDifficulties }: Referral, reader: Reader): readonly Finding[] {
  reader.take('A-S13')
  return [
    rules.inOrdinarySchool.apply(inOrdinarySchool, ['inOrdinarySchool']),
    rules.hasID.apply(hasID, ['hasID']),
    rules.severeAdjustmentDifficulties.apply(severeAdjustmentDifficulties, ['severeAdjustmentDifficulties']),
  ]
}

function adviceFindings({ adviser, adviceFavourable }: Referral, reader: Reader): readonly Finding[] {
  const sought = rules.adviceSought.apply(adviser, ['adviser'])
  if (sought.met === false) return [sought]
  return reader.take('A-S9') === 'favourable' ? [sought, rules.adviceSupports.apply(adviceFavourable, ['adviceFavourable'])] : [sought]
}

/** The day of the consent shows that it was given. */
function consentFinding({ parentConsent, handover }: Referral): Finding {
  const shownByItsDay = parentConsent == null && handover?.consentObtainedOn != null
  return shownByItsDay
    ? rules.parentConsentToReferral.apply(true, ['handover', 'consentObtainedOn'])
    : rules.parentConsentToReferral.apply(parentConsent, ['parentConsent'])
}

/** The steps in their order: advice and consent, then the form. A step that was not taken has no place in it. */
function orderFindings({ adviser, parentConsent, handover }: Referral): readonly Finding[] {
  if (handover === undefined) return []
  const { adviceHeardOn, consentObtainedOn, formHandedInOn } = handover
  const steps = [
    ...(adviser === 'none' ? [] : [{ rule: rules.adviceBeforeForm, day: adviceHeardOn, path: ['handover', 'adviceHeardOn'] }]),
    ...(parentConsent === false ? [] : [{ rule: rules.consentBeforeForm, day: consentObtainedOn, path: ['handover', 'consentObtainedOn'] }]),
  ]
  return steps.map((step) =>
    formHandedInOn == null ? step.rule.unknown(['handover', 'formHandedInOn']) : step.rule.apply(step.day, step.path, formHandedInOn),
  )
}

function routeOf({ level }: Referral, reader: Reader): ShortStayReferralFigures['routeSection'] {
  if (reader.take('A-S11') === 'anySection') return 'SES'
  return level == null ? null : INSPECTOR_SECTIONS[level]
}

/** A step that has its day was taken. */
function checkSteps({ adviser, parentConsent, handover }: Referral): void {
  if (parentConsent === false && handover?.consentObtainedOn != null) reject(['parentConsent'], consentHasADay)
  if (adviser === 'none' && handover?.adviceHeardOn != null) reject(['handover', 'adviceHeardOn'], nobodyConsulted)
}

const parse = parser(ShortStayReferralInput)

/**
 * Whether a school may refer a student for a short stay (短期暫讀計劃), and where the form goes.
 *
 * The student must have both an intellectual disability and severe adjustment difficulties, and attend an ordinary
 * school; the text names no assessment, so the school declares it. The school's own educational psychologist or an
 * inspector will do: one of the two, consulted first. The advice must be heard, it need not agree. Parental consent
 * and the completed form are both needed. Where the days are given, advice and consent on the day of the form are in
 * time, a day later they are not; a day of consent shows that there was one. What is not stated is not taken for granted.
 *
 * @param input what the school declares of the student and of each step
 * @param options another reading of A-S9 (the adviser's view) or A-S11 (the section)
 * @returns the Special Education Support section that the form goes to
 * @throws InputError when a field is unknown or malformed, or a step that was not taken has a day
 * @source EDBCM 116/2025 para 3(a), para 4 chapeau s3, para 4(c)¶1 s1, para 4(c)¶2 s1–s3, fn 2
 * @example
 * checkShortStayReferral({ level: 'secondary', adviser: 'sesInspector' }).value.routeSection //=> 'SES4'
 * @example
 * checkShortStayReferral({ level: 'primary', hasID: true, severeAdjustmentDifficulties: false }).outcome //=> 'breach'
 */
export function checkShortStayReferral(input: ShortStayReferralInput, options?: Options): Answer<ShortStayReferralFigures> {
  const referral = parse(input)
  checkSteps(referral)
  const reader = readings.reader(options)
  const findings = [
    ...studentFindings(referral, reader),
    ...adviceFindings(referral, reader),
    consentFinding(referral),
    rules.formCompleted.apply(referral.formCompleted, ['formCompleted']),
  ]
  const routeSection = routeOf(referral, reader)
  if (routeSection !== 'SES') findings.push(rules.levelOfTheSchool.apply(referral.level, ['level']))
  findings.push(...orderFindings(referral))
  return answer({ routeSection }, findings, reader.taken)
}

export const checkShortStayReferralEntry = {
  name: 'checkShortStayReferral',
  answers: text('Whether a student may be referred for a short stay, and through which section', '可否轉介學生短期暫讀，以及經哪一組轉介'),
  input: ShortStayReferralInput,
  value: ShortStayReferralFigures,
  rules,
  run: checkShortStayReferral,
} as const satisfies FunctionEntry
