import type { Answer } from '../kernel/answer.js'
import type { Limit } from '../kernel/comparator.js'
import { pathText, type Path } from '../kernel/input.js'
import { flatMap } from '../kernel/list.js'
import type { Finding, Outcome } from '../kernel/rule.js'
import { checkApplicationDeadline, type ApplicationDeadlineFigures } from './check-application-deadline.js'
import { checkApplicationDossier, type ApplicationDossierFigures } from './check-application-dossier.js'
import { checkApprovalPathway, type ApprovalPathwayFigures } from './check-approval-pathway.js'
import { checkDeliveryMode, type DeliveryModeFigures } from './check-delivery-mode.js'
import { checkImplementationDuties, type ImplementationDutiesFigures } from './check-implementation-duties.js'
import { checkProgrammeEligibility, type ProgrammeEligibilityFigures } from './check-programme-eligibility.js'
import { computeInstructorFee, type InstructorFeeFigures } from './compute-instructor-fee.js'
import { computeSubsidySettlement, type SubsidySettlementFigures } from './compute-subsidy-settlement.js'
import { describeReviewOutcome, type ReviewOutcomeFigures } from './describe-review-outcome.js'
import { ledger, type Locator } from './ledger.js'
import { planSupervisionFollowUp, type SupervisionFollowUpFigures } from './plan-supervision-follow-up.js'
import type { Version } from './versions.js'

/** Where either text sets a figure: nowhere where it is silent; of several places, the one that a finding cites. */
type Places = Readonly<Record<Version, readonly Locator[]>>
type PlacesOf<Figures> = Readonly<Record<Exclude<keyof Figures, 'version'>, Places>>

const at = (amended2024: Locator | readonly Locator[], former: Locator | null): Places => ({
  amended2024: typeof amended2024 === 'string' ? [amended2024] : amended2024,
  former: former === null ? [] : [former],
})

const eligibility: PlacesOf<ProgrammeEligibilityFigures> = {
  regime: at('第2條', '舊第2條第1項'),
  scopeLocator: at('第2條', '舊第2條第1項'),
}
const deliveryMode: PlacesOf<DeliveryModeFigures> = {
  modeLocator: at(['第5條', '第6條第1項'], '舊第5條'),
  scheduleStatus: at('第6條第2項前段', '舊第6條第2項前段'),
}
const approvalPathway: PlacesOf<ApprovalPathwayFigures> = {
  committeeRequired: at(['第7條第3項前段', '第7條第4項'], '舊第2條第2項前段'),
  approver: at(['第7條第3項前段', '第7條第4項'], '舊第2條第2項前段'),
  executionWaitsFor: at('第11條第1項', '舊第10條第1項'),
  jointProgrammeAllowed: at('第7條第5項', '舊第2條第2項後段'),
  perInstitutionPathway: at('第7條第5項', '舊第2條第2項後段'),
}
const applicationDossier: PlacesOf<ApplicationDossierFigures> = {
  itemsRequired: at('第8條第1項第1款', '舊第7條第1款'),
}
const instructorFee: PlacesOf<InstructorFeeFigures> = {
  governingStandard: at('第8條第4項', '舊第8條第2項'),
  amount: at('第8條第4項', '舊第8條第2項'),
  specialExpertHirePermitted: at('第8條第3項', '舊第8條第1項'),
}
const subsidySettlement: PlacesOf<SubsidySettlementFigures> = {
  subsidyInPrinciple: at('第9條前段', '舊第9條前段'),
  subsidyGranted: at('第9條前段', '舊第9條前段'),
  selfFundedOrStudentPaid: at('第9條前段', '舊第9條前段'),
  repayable: at('第9條後段', '舊第9條後段'),
}
const applicationDeadline: PlacesOf<ApplicationDeadlineFigures> = {
  lastDay: at(['第10條第1項', '第10條第2項'], '舊第3條前段'),
  lastDayExtended: at(['第10條第2項', '第10條第1項'], null),
  safeLastDay: at(['第10條第1項', '第10條第2項'], '舊第3條前段'),
  correspondingDayReading: at('第10條第1項', null),
  saturdayNoonRule: at('第10條第2項', null),
  weekendsOnly: at('第10條第1項', '舊第3條前段'),
  status: at(['第10條第1項', '第10條第2項'], '舊第3條前段'),
}
const reviewOutcome: PlacesOf<ReviewOutcomeFigures> = {
  writtenNoticeRequired: at('第11條第1項', null),
  mayExecute: at('第11條第1項', '舊第10條第1項'),
  executeAs: at('第11條第1項', null),
  cityFundingFollows: at('第11條第1項', null),
  interimPlans: at('第11條第2項', null),
  interimBasis: at('第11條第2項', null),
  resubmissionOpen: at('第11條第2項', null),
  decisionDue: at('第11條第1項', null),
}
const implementationDuties: PlacesOf<ImplementationDutiesFigures> = {
  requiredClosingMeeting: at(['第13條第1項前段', '第13條第2項'], null),
  settlementBasis: at(['第13條第1項後段', '第13條第2項'], null),
}
const supervisionFollowUp: PlacesOf<SupervisionFollowUpFigures> = {
  cityMustOrderCorrection: at('第14條第1項後段', null),
  explanationOwedFor: at('第14條第1項後段', null),
  nextVisitItems: at('第14條第1項後段', null),
  uncorrected: at('第14條第1項後段', null),
  rewardAndShowcase: at('第14條第2項', '舊第10條第3項後段'),
  rewardRulesApply: at('第14條第2項', '舊第10條第3項後段'),
}

type PlacesByFigure = Readonly<Record<string, Places>>

/** The places of the figures, by the function that gives them. */
const placesByFunction = new Map<unknown, PlacesByFigure>([
  [checkProgrammeEligibility, eligibility],
  [checkDeliveryMode, deliveryMode],
  [checkApprovalPathway, approvalPathway],
  [checkApplicationDossier, applicationDossier],
  [computeInstructorFee, instructorFee],
  [computeSubsidySettlement, subsidySettlement],
  [checkApplicationDeadline, applicationDeadline],
  [describeReviewOutcome, reviewOutcome],
  [checkImplementationDuties, implementationDuties],
  [planSupervisionFollowUp, supervisionFollowUp],
])

/** A demand as one text makes it of the school, and whether it is met. */
export interface RuleSide {
  readonly rule: string
  readonly at: string
  readonly outcome: Outcome
  readonly met: boolean | null
  readonly limit: Limit | null
}

/** A figure as one text gives it; `at` is `null` where that text is silent. */
export interface FigureSide {
  readonly at: string | null
  readonly figure: unknown
}

/** Something that the amendment changes for the school: a demand on one of its facts, or a figure. */
export type VersionChange =
  | { readonly of: 'rule'; readonly path: Path; readonly former: RuleSide | null; readonly amended2024: RuleSide | null }
  | { readonly of: 'figure'; readonly name: string; readonly former: FigureSide; readonly amended2024: FigureSide }

/** The answers under both texts, and what differs between them. */
export interface VersionComparison<Value> {
  readonly former: Answer<Value>
  readonly amended2024: Answer<Value>
  readonly outcomeChanges: boolean
  /** By article of the 2024 text, then by article of the former text alone. */
  readonly changes: readonly VersionChange[]
}

type Asked = Readonly<Record<string, string | undefined>>

interface Dated {
  readonly onDate?: string | null | undefined
}

/** A function of this module as seen here: its options are typed for its own readings. */
interface Versioned<Input, Value> {
  ask(input: Input, options?: { readonly readings?: Asked | undefined }): Answer<Value>
}

/** Every provision in order: the 2024 text first, the former text after it. */
const order = new Map<string | null, number>(ledger.map((provision, index) => [provision.at, index]))
const placeOf = ({ amended2024, former }: VersionChange): number =>
  order.get(amended2024?.at ?? null) ?? order.get(former?.at ?? null) ?? order.size

const sideOf = ({ rule, at: locator, outcome, met, limit }: Finding): RuleSide => ({ rule, at: locator, outcome, met, limit })

/** Findings by the fact that they are about; two demands on one fact are kept apart by their order. */
function byFact(findings: readonly Finding[]): ReadonlyMap<string, Finding> {
  const found = new Map<string, Finding>()
  for (const finding of findings) {
    const fact = pathText(finding.path)
    let key = fact
    for (let nth = 2; found.has(key); nth += 1) key = `${fact} (${nth})`
    found.set(key, finding)
  }
  return found
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
/** A figure that is itself an article differs by nature; that it stands elsewhere changes nothing. */
const isArticle = (figure: unknown): boolean => typeof figure === 'string' && order.has(figure)
const judged = (side: RuleSide | null): unknown => side && [side.outcome, side.met, side.limit]

function ruleChanges(formerFindings: readonly Finding[], amendedFindings: readonly Finding[]): readonly VersionChange[] {
  const formerByFact = byFact(formerFindings)
  const amendedByFact = byFact(amendedFindings)
  const changes: VersionChange[] = []
  for (const key of new Set([...amendedByFact.keys(), ...formerByFact.keys()])) {
    const [old, now] = [formerByFact.get(key), amendedByFact.get(key)]
    const former = old === undefined ? null : sideOf(old)
    const amended2024 = now === undefined ? null : sideOf(now)
    if (!same(judged(former), judged(amended2024))) changes.push({ of: 'rule', path: now?.path ?? old?.path ?? [], former, amended2024 })
  }
  return changes
}

/** Of the places of a figure, the one that the answer's findings cite, else the first. */
const citedIn = (places: readonly string[] | undefined, { findings }: Answer<unknown>): string | null =>
  places?.find((place) => findings.some((finding) => finding.at === place)) ?? places?.[0] ?? null

function figureChanges(former: Answer<object>, amended2024: Answer<object>, places: PlacesByFigure | undefined): readonly VersionChange[] {
  const formerFigures = new Map<string, unknown>(Object.entries(former.value))
  return flatMap(Object.entries(amended2024.value), ([name, figure]: readonly [string, unknown]): readonly VersionChange[] => {
    const formerFigure = formerFigures.get(name)
    if (name === 'version' || same(formerFigure, figure) || (isArticle(formerFigure) && isArticle(figure))) return []
    const place = places?.[name]
    return [
      {
        of: 'figure',
        name,
        former: { at: citedIn(place?.former, former), figure: formerFigure },
        amended2024: { at: citedIn(place?.amended2024, amended2024), figure },
      },
    ]
  })
}

/**
 * Answers one question under the former and the 2024 text and lists what the amendment changes for that school: the
 * demands that differ, or that only one text makes, and the figures that differ, each with its article in either text.
 * Whatever date the input holds is set aside.
 *
 * @param ask a function of this module that depends on the text in force; `determineVersion` does not
 * @param input the facts
 * @param options other readings of unclear points
 * @returns both answers and the changes, by article
 * @throws InputError when the function itself does
 * @example
 * compareVersions(checkProgrammeEligibility, { institutionType: 'privatePreschool' }).former.outcome //=> 'breach'
 */
export function compareVersions<Input extends Dated, Value extends object>(
  ask: Versioned<Input, Value>['ask'],
  input: NoInfer<Input>,
  options?: { readonly readings?: Asked | undefined },
): VersionComparison<Value> {
  const under = (version: Version): Answer<Value> =>
    ask({ ...input, onDate: null }, { readings: { ...options?.readings, 'H-V1': version } })
  const former = under('former')
  const amended2024 = under('amended2024')
  const changes = [
    ...ruleChanges(former.findings, amended2024.findings),
    ...figureChanges(former, amended2024, placesByFunction.get(ask)),
  ].toSorted((a, b) => placeOf(a) - placeOf(b))
  return { former, amended2024, outcomeChanges: former.outcome !== amended2024.outcome, changes }
}
