import * as z from 'zod'
import { answer, worst, type Answer } from '../kernel/answer.js'
import { absent, present } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { describedAs, known, yesOrNo } from '../kernel/fields.js'
import { parser, type Path } from '../kernel/input.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { guidelines, readings, type Options, type Reader } from './document.js'
import { anyOf } from './known-facts.js'

const rules = guidelines.rules({
  nonProfitNgo: {
    at: '5 s1',
    force: 'mandatory',
    test: present(),
    says: text('The applicant is a non-profit non-governmental organisation.', '申請機構為非牟利非政府機構。'),
  },
  isStatutoryBody: {
    at: '5(a) limb 1',
    force: 'alternative',
    test: present(),
    says: text('The organisation is a statutory body.', '機構為法定機構。'),
  },
  isRegisteredInHongKong: {
    at: '5(a) limb 1',
    force: 'alternative',
    test: present(),
    says: text('The organisation is registered under Hong Kong law.', '機構按香港法例註冊。'),
  },
  legalStatus: {
    at: '5(a) limb 1',
    force: 'mandatory',
    test: present(),
    says: text('The organisation is a statutory body or registered under Hong Kong law.', '機構為法定機構或按香港法例註冊。'),
  },
  welfareObjects: {
    at: '5(a) limb 2',
    force: 'mandatory',
    test: present(),
    says: text('Its constitution names welfare-related services among its objects.', '機構章程或憲章的宗旨包括提供社福相關服務。'),
  },
  charityStatus: {
    at: '5(b)',
    force: 'mandatory',
    test: present(),
    says: text('It is recognised as a charity or trust of a public character under section 88 of Cap. 112.', '機構已按第 112 章第 88 條獲認可。'),
    next: text('recognition must be there already; an application for it does not suffice', '須已獲認可；正在申請並不足夠'),
  },
  relevantExperience: {
    at: '5(c)',
    force: 'mandatory',
    test: present(),
    says: text('It has substantial experience of such after-school activities.', '機構具相當經驗舉辦相關課後活動。'),
  },
  notDisqualified: {
    at: '6(f)',
    force: 'mandatory',
    test: absent(),
    says: text('The Education Bureau has not disqualified the organisation.', '教育局沒有取消機構的資格。'),
  },
})

const organisation = {
  statutoryBody: describedAs(known(yesOrNo), 'a statutory body', '法定機構'),
  registeredInHK: describedAs(known(yesOrNo), 'registered under Hong Kong law, as a company or society for example', '按香港法例註冊，例如公司或社團'),
  welfareObjects: describedAs(known(yesOrNo), 'welfare-related services are among the objects of its constitution', '章程宗旨包括社福相關服務'),
  s88: describedAs(known(yesOrNo), 'recognised under section 88 of the Inland Revenue Ordinance', '已按《稅務條例》第 88 條獲認可'),
  experienced: describedAs(known(yesOrNo), 'declared to have substantial experience of such activities', '聲明具相當經驗舉辦相關活動'),
} as const

/** An organisation that applies, with the subsidiary that it authorises to run the project, if there is one. */
export const ApplicantInput = z.strictObject({
  nonProfitNGO: describedAs(known(yesOrNo), 'a non-profit non-governmental organisation', '非牟利非政府機構'),
  ...organisation,
  subsidiary: describedAs(
    known(z.strictObject(organisation)),
    'the subsidiary authorised to run the project; left out when there is none',
    '獲授權推行計劃的附屬機構；沒有則略去',
  ),
  disqualifiedByEdb: describedAs(
    known(yesOrNo),
    'the Education Bureau has disqualified the organisation under paragraph 6(f); its decision, never an inference',
    '教育局已根據第 6(f) 段取消資格；以其決定為準，不作推斷',
  ),
})
export type ApplicantInput = z.input<typeof ApplicantInput>

export const ApplicantFigures = z.strictObject({
  /** Every condition is met; `null` while one that could fail is not known. */
  eligible: z.boolean().nullable(),
})
export type ApplicantFigures = Readonly<z.output<typeof ApplicantFigures>>

type Organisation = Omit<z.output<typeof ApplicantInput>, 'nonProfitNGO' | 'subsidiary' | 'disqualifiedByEdb'>

/** Where a fact of an organisation stands. */
type At = (fact: keyof Organisation) => Path
const ofApplicant: At = (fact) => [fact]
const ofSubsidiary: At = (fact) => ['subsidiary', fact]

/** The first fact that could still show a legal status, else the one that is asked first. */
function statusPath({ statutoryBody, registeredInHK }: Organisation): keyof Organisation {
  return statutoryBody != null && registeredInHK == null ? 'registeredInHK' : 'statutoryBody'
}

/** 5(a), second limb: read narrowly, a statutory body need not have such objects. */
function objectsFinding({ statutoryBody, welfareObjects }: Organisation, at: At, reader: Reader): readonly Finding[] {
  const finding = rules.welfareObjects.apply(welfareObjects, at('welfareObjects'))
  const leansOnReading = finding.met !== true && statutoryBody !== false
  if (!leansOnReading || reader.take('A-C4') === 'everyApplicant') return [finding]
  return statutoryBody === true ? [] : [rules.welfareObjects.unknown(at('statutoryBody'))]
}

/** Section 5 (a) to (c), for the applicant or its subsidiary alike. */
function organisationFindings(body: Organisation, at: At, reader: Reader): readonly Finding[] {
  const { statutoryBody, registeredInHK, s88, experienced } = body
  return [
    rules.isStatutoryBody.apply(statutoryBody, at('statutoryBody')),
    rules.isRegisteredInHongKong.apply(registeredInHK, at('registeredInHK')),
    rules.legalStatus.apply(anyOf(statutoryBody, registeredInHK), at(statusPath(body))),
    ...objectsFinding(body, at, reader),
    rules.charityStatus.apply(s88, at('s88')),
    rules.relevantExperience.apply(experienced, at('experienced')),
  ]
}

const parse = parser(ApplicantInput)

/**
 * Whether an organisation may apply for a Community-based Project.
 *
 * All conditions of section 5 must be met, by the applicant and by the subsidiary that it authorises. Being a
 * statutory body or being registered is enough; both are not needed. The ordinances that the text names are
 * examples, so registration under any Hong Kong law counts. Disqualification is the Bureau's own decision and is
 * never inferred. What counts as substantial experience is not stated; the organisation declares it.
 *
 * @param input the organisation; a fact that is left out is not known; without `subsidiary` there is none
 * @param options another reading of A-C4 (objects of a statutory body)
 * @returns whether every condition is met; each condition is a finding
 * @throws InputError when a fact is neither true nor false
 * @source CBP guidelines 2025/26 para 5, 6(a) s2, 6(f)
 * @example
 * checkApplicantEligibility({ nonProfitNGO: true, statutoryBody: true, registeredInHK: false, welfareObjects: true, s88: true, experienced: true, disqualifiedByEdb: false }).value.eligible //=> true
 * @example
 * checkApplicantEligibility({ nonProfitNGO: false }).outcome //=> 'breach'
 */
export function checkApplicantEligibility(input: ApplicantInput, options?: Options): Answer<ApplicantFigures> {
  const applicant = parse(input)
  const { nonProfitNGO, subsidiary, disqualifiedByEdb } = applicant
  const reader = readings.reader(options)
  const findings = [
    rules.nonProfitNgo.apply(nonProfitNGO, ['nonProfitNGO']),
    ...organisationFindings(applicant, ofApplicant, reader),
    ...(subsidiary == null ? [] : organisationFindings(subsidiary, ofSubsidiary, reader)),
    rules.notDisqualified.apply(disqualifiedByEdb, ['disqualifiedByEdb']),
  ]
  // Every condition is mandatory: the worst finding decides.
  const outcome = worst(findings)
  return answer({ eligible: outcome === 'incomplete' ? null : outcome === 'ok' }, findings, reader.taken)
}

export const checkApplicantEligibilityEntry = {
  name: 'checkApplicantEligibility',
  answers: text('Whether an organisation may apply for a Community-based Project', '機構是否符合「區本計劃」的申請資格'),
  input: ApplicantInput,
  value: ApplicantFigures,
  rules,
  run: checkApplicantEligibility,
} as const satisfies FunctionEntry
