import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { statutoryMonthsAfter } from '../kernel/calendar.js'
import { oneOf, present } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { date, describedAs, known, yesOrNo } from '../kernel/fields.js'
import { parser } from '../kernel/input.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { readings, regulations, type Options, type Reader } from './document.js'
import { applyWhen, onDate, Version, versionOn } from './versions.js'

/** The general period of the Administrative Procedure Act (51), where the text sets none. */
const MONTHS_TO_DECIDE = 2

const rules = regulations.rules({
  noticeInWriting: {
    at: '第11條第1項',
    force: 'mandatory',
    test: present(),
    says: text('The City notifies the result in writing.', '本府以書面通知審查結果。'),
  },
  executedAsApproved: {
    at: '第11條第1項',
    force: 'mandatory',
    test: oneOf('notStarted', 'asApproved'),
    says: text('The programme is carried out as it was approved: {test}.', '依審查通過之內容執行：{test}。'),
  },
  notExecutedUnapproved: {
    at: '第11條第1項',
    force: 'mandatory',
    test: oneOf('notStarted'),
    says: text('A programme that is not approved is not carried out: {test}.', '未經審查通過者尚未執行：{test}。'),
  },
  servedUnderIep: {
    at: '第11條第2項',
    force: 'mandatory',
    test: present(),
    says: text('Until a new submission is approved, students with disabilities are served under their IEPs.', '再送審通過前，身心障礙學生依 IEP 接受服務。'),
  },
  servedUnderIgp: {
    at: '第11條第2項',
    force: 'mandatory',
    test: present(),
    says: text('Until a new submission is approved, gifted students are served under their IGPs.', '再送審通過前，資優學生依 IGP 接受服務。'),
  },
  servedUnderEither: {
    at: '第11條第2項',
    force: 'mandatory',
    test: present(),
    says: text('Until a new submission is approved, a twice-exceptional student is served under the IEP or the IGP.', '再送審通過前，雙重特殊需求學生依 IEP 或 IGP 接受服務。'),
  },
  formerReviewedByExperts: {
    at: '舊第10條第1項',
    force: 'mandatory',
    test: present(),
    says: text('Experts and scholars whom the City invited review the programme.', '方案經本府邀集之專家學者審核。'),
  },
})

const done = known(yesOrNo)

/** What the City decided, and what was done about it. */
export const ReviewOutcomeInput = z.strictObject({
  onDate,
  decision: describedAs(z.enum(['approved', 'partlyApproved', 'notApproved', 'pending']), 'the result of the review', '審查結果'),
  category: describedAs(
    known(z.enum(['disability', 'gifted', 'both'])),
    'whom the programme serves; both for a twice-exceptional student',
    '對象；雙重特殊需求為 both',
  ),
  receivedOn: describedAs(
    known(date()),
    'the day on which the City received the application; used when H-A19 is read as twoMonths',
    '本府收件日；僅於 H-A19 採 twoMonths 時使用',
  ),
  carriedOut: describedAs(
    known(
      z.strictObject({
        writtenNotice: describedAs(done, 'the result was notified in writing', '已書面通知'),
        execution: describedAs(known(z.enum(['notStarted', 'asApproved', 'otherwise'])), 'how the programme is carried out', '執行情形'),
        servedUnderIep: describedAs(done, 'students with disabilities are served under their IEPs', '身心障礙學生依 IEP 接受服務'),
        servedUnderIgp: describedAs(done, 'gifted students are served under their IGPs', '資優學生依 IGP 接受服務'),
        reviewedByExperts: describedAs(done, 'experts and scholars reviewed it (former text)', '經專家學者審核（修正前條文）'),
      }),
    ),
    'what was done; left out as a whole, it is not judged',
    '已辦理之事項；整項未提供則不予判斷',
  ),
})
export type ReviewOutcomeInput = z.input<typeof ReviewOutcomeInput>

export const ReviewOutcomeFigures = z.strictObject({
  version: Version,
  /** There is a result, and the text has it notified in writing. */
  writtenNoticeRequired: z.boolean(),
  /** Whether the institution may carry the programme out. */
  mayExecute: z.boolean(),
  /** As what it is carried out; `null` when it is not, or the text does not say. */
  executeAs: z.enum(['approvedContent', 'approvedPart']).nullable(),
  /** The text itself has the City fund what it approved. */
  cityFundingFollows: z.boolean(),
  /**
   * The plans under which students are served meanwhile: all of them, or any one when H-A19d is read as `eitherPlan`;
   * `null` while it is not known whom the programme serves.
   */
  interimPlans: z.array(z.enum(['IEP', 'IGP'])).readonly().nullable(),
  /** Whether the text says so or only by analogy. */
  interimBasis: z.enum(['explicit', 'byAnalogy']).nullable(),
  /** The text speaks of submitting again. */
  resubmissionOpen: z.boolean(),
  /** By when the City decides, where a period is read in. */
  decisionDue: z.string().nullable(),
})
export type ReviewOutcomeFigures = Readonly<z.output<typeof ReviewOutcomeFigures>>

type Facts = z.output<typeof ReviewOutcomeInput>
type Done = NonNullable<Facts['carriedOut']>
type Plan = 'IEP' | 'IGP'

const plansFor: Readonly<Record<'disability' | 'gifted' | 'both', readonly Plan[]>> = {
  disability: ['IEP'],
  gifted: ['IGP'],
  both: ['IEP', 'IGP'],
}

/** The decision as it counts: a part approved counts as such, or as nothing approved. */
function countsAs(decision: Facts['decision'], reader: Reader): Facts['decision'] {
  return decision === 'partlyApproved' && reader.take('H-A19c') === 'asNotApproved' ? 'notApproved' : decision
}

/** Art. 11(2): whether other plans serve students meanwhile, and on what basis. */
function interimBasisOf(decision: Facts['decision'], reader: Reader): ReviewOutcomeFigures['interimBasis'] {
  if (decision === 'approved') return null
  if (decision !== 'pending') return 'explicit'
  return reader.take('H-A19b') === 'byAnalogy' ? 'byAnalogy' : null
}

/** Art. 11(1): notice and execution. */
function executionFindings({ carriedOut }: Facts, decision: Facts['decision'], mayExecute: boolean): readonly Finding[] {
  if (carriedOut == null) return []
  const { writtenNotice, execution } = carriedOut
  const notice = decision === 'pending' ? [] : [rules.noticeInWriting.apply(writtenNotice, ['carriedOut', 'writtenNotice'])]
  const rule = mayExecute ? rules.executedAsApproved : rules.notExecutedUnapproved
  if (decision === 'pending' && mayExecute) return notice
  return [...notice, rule.apply(execution, ['carriedOut', 'execution'])]
}

/** One plan in place of both: the first that is known to serve, else the first that may. */
function eitherServed({ servedUnderIep, servedUnderIgp }: Done): Finding {
  const plans = [
    [servedUnderIep, ['carriedOut', 'servedUnderIep']],
    [servedUnderIgp, ['carriedOut', 'servedUnderIgp']],
  ] as const
  const [served, path] = plans.find(([serves]) => serves === true) ?? plans.find(([serves]) => serves == null) ?? [false, ['carriedOut']]
  return rules.servedUnderEither.apply(served, path)
}

/** Art. 11(2): service under the IEP or the IGP; where that holds by analogy only, nothing is judged. */
function serviceFindings({ category, carriedOut }: Facts, eitherPlan: boolean): readonly Finding[] {
  const under = (plan: Plan): boolean | null => (category == null ? null : plansFor[category].includes(plan))
  if (carriedOut == null) return category == null ? [rules.servedUnderIep.unknown(['category'])] : []
  if (eitherPlan) return [eitherServed(carriedOut)]
  return [
    ...applyWhen(under('IEP'), ['category'], rules.servedUnderIep, carriedOut.servedUnderIep, ['carriedOut', 'servedUnderIep']),
    ...applyWhen(under('IGP'), ['category'], rules.servedUnderIgp, carriedOut.servedUnderIgp, ['carriedOut', 'servedUnderIgp']),
  ]
}

/** The former Art. 10(1): a review by experts, and nothing on what follows from it. */
function underFormerText({ decision, carriedOut }: Facts, reader: Reader): Answer<ReviewOutcomeFigures> {
  const figures = {
    version: 'former',
    writtenNoticeRequired: false,
    mayExecute: decision === 'pending' ? reader.take('H-A8') === 'twoSubmissions' : decision !== 'notApproved',
    executeAs: null,
    cityFundingFollows: false,
    interimPlans: [],
    interimBasis: null,
    resubmissionOpen: false,
    decisionDue: null,
  } as const
  const judged = carriedOut != null && decision !== 'pending'
  const findings = judged ? [rules.formerReviewedByExperts.apply(carriedOut.reviewedByExperts, ['carriedOut', 'reviewedByExperts'])] : []
  return answer(figures, findings, reader.taken)
}

const parse = parser(ReviewOutcomeInput)

/**
 * What follows from the City's review of a programme.
 *
 * What was approved is carried out as approved, and the City pays. Of what was not approved nothing is carried out:
 * until a new submission is approved, students with disabilities are served under their IEPs and gifted students under
 * their IGPs, a twice-exceptional student under both. The text has no word on a review that is still pending and no
 * period for it. What was done is judged only where it is given. The former text had a review by experts and said
 * nothing on what follows.
 *
 * @param input the decision, whom the programme serves, and what was done
 * @param options another reading of H-A8 (recorded programmes), H-A19 (period), H-A19b (pending), H-A19c (part) or
 * H-A19d (twice-exceptional students)
 * @returns what may be carried out, who pays and how students are served meanwhile
 * @throws InputError when the decision is missing or a field is unknown or of the wrong type
 * @source Hsinchu special education programme regulations (2024) Art. 11; former Art. 10(1)
 * @example
 * describeReviewOutcome({ decision: 'notApproved', category: 'both' }).value.interimPlans //=> ['IEP', 'IGP']
 * @example
 * describeReviewOutcome({ decision: 'pending', category: 'gifted' }).value.interimBasis //=> 'byAnalogy'
 */
export function describeReviewOutcome(input: ReviewOutcomeInput, options?: Options): Answer<ReviewOutcomeFigures> {
  const facts = parse(input)
  const reader = readings.reader(options)
  const version = versionOn(facts.onDate, reader)
  if (version === 'former') return underFormerText(facts, reader)

  const decision = countsAs(facts.decision, reader)
  const pending = decision === 'pending'
  const approved = decision === 'approved' || decision === 'partlyApproved'
  const mayExecute = pending ? reader.take('H-A8') === 'twoSubmissions' : approved
  const interimBasis = interimBasisOf(decision, reader)
  const eitherPlan = interimBasis !== null && facts.category === 'both' && reader.take('H-A19d') === 'eitherPlan'
  const twoMonths = pending && reader.take('H-A19') === 'twoMonths'
  const figures = {
    version,
    writtenNoticeRequired: !pending,
    mayExecute,
    executeAs: decision === 'approved' ? 'approvedContent' : decision === 'partlyApproved' ? 'approvedPart' : null,
    cityFundingFollows: approved,
    interimPlans: interimBasis === null ? [] : facts.category == null ? null : plansFor[facts.category],
    interimBasis,
    resubmissionOpen: interimBasis === 'explicit',
    decisionDue: twoMonths && facts.receivedOn != null ? statutoryMonthsAfter(facts.receivedOn, MONTHS_TO_DECIDE) : null,
  } as const
  const findings = [
    ...executionFindings(facts, decision, mayExecute),
    ...(interimBasis === 'explicit' ? serviceFindings(facts, eitherPlan) : []),
  ]
  return answer(figures, findings, reader.taken)
}

export const describeReviewOutcomeEntry = {
  name: 'describeReviewOutcome',
  answers: text("What follows from the City's review of a programme", '審查結果之效果及後續處理'),
  input: ReviewOutcomeInput,
  value: ReviewOutcomeFigures,
  rules,
  run: describeReviewOutcome,
} as const satisfies FunctionEntry
