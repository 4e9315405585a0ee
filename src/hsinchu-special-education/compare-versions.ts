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
import { describeReviewOutcome, type ReviewOutcomeFigures } from './describe-review-outcome.js'
import { ledger, type Locator } from './ledger.js'
import { planSupervisionFollowUp, type SupervisionFollowUpFigures } from './plan-supervision-follow-up.js'
import type { Version } from './versions.js'

/** Where either text sets a figure: nowhere where it is silent; of several places, the first that the answer names. */
interface Places {
  readonly former: Locator | null
  readonly amended2024: readonly Locator[]
}
type PlacesOf<Figures> = Readonly<Record<Exclude<keyof Figures, 'version'>, Places>>

const at = (former: Locator | null, ...amended2024: readonly Locator[]): Places => ({ former, amended2024 })

const eligibility: PlacesOf<ProgrammeEligibilityFigures> = {
  regime: at('舊第2條第1項', '第15條', '第2條'),
  scopeLocator: at('舊第2條第1項', '第2條'),
}
const deliveryMode: PlacesOf<DeliveryModeFigures> = {
  modeLocator: at('舊第5條', '第5條', '第6條第1項'),
  scheduleStatus: at('舊第6條第2項前段', '第6條第2項前段'),
}
const approvalPathway: PlacesOf<ApprovalPathwayFigures> = {
  committeeRequired: at('舊第2條第2項前段', '第7條第4項'),
  approver: at('舊第2條第2項前段', '第7條第4項'),
  executionWaitsFor: at('舊第10條第1項', '第11條第1項'),
  jointProgrammeAllowed: at('舊第2條第2項後段', '第7條第5項'),
  perInstitutionPathway: at('舊第2條第2項後段', '第7條第5項'),
}
const applicationDossier: PlacesOf<ApplicationDossierFigures> = {
  itemsRequired: at('舊第7條第1款', '第8條第1項第1款'),
}
const applicationDeadline: PlacesOf<ApplicationDeadlineFigures> = {
  lastDay: at('舊第3條前段', '第10條第2項', '第10條第1項'),
  lastDayExtended: at(null, '第10條第2項', '第10條第1項'),
  safeLastDay: at('舊第3條前段', '第10條第2項', '第10條第1項'),
  correspondingDayReading: at(null, '第10條第1項'),
  saturdayNoonRule: at(null, '第10條第2項'),
  weekendsOnly: at('舊第3條前段', '第10條第1項'),
  status: at('舊第3條前段', '第10條第2項', '第10條第1項'),
}
const reviewOutcome: PlacesOf<ReviewOutcomeFigures> = {
  writtenNoticeRequired: at(null, '第11條第1項'),
  mayExecute: at('舊第10條第1項', '第11條第1項'),
  executeAs: at(null, '第11條第1項'),
  cityFundingFollows: at(null, '第11條第1項'),
  interimPlans: at(null, '第11條第2項'),
  interimBasis: at(null, '第11條第2項'),
  resubmissionOpen: at(null, '第11條第2項'),
  decisionDue: at(null, '第11條第1項'),
}
const implementationDuties: PlacesOf<ImplementationDutiesFigures> = {
  requiredClosingMeeting: at(null, '第13條第1項前段', '第13條第2項'),
  settlementBasis: at(null, '第13條第1項後段', '第13條第2項'),
}
const supervisionFollowUp: PlacesOf<SupervisionFollowUpFigures> = {
  cityMustOrderCorrection: at(null, '第14條第1項後段'),
  explanationOwedFor: at(null, '第14條第1項後段'),
  nextVisitItems: at(null, '第14條第1項後段'),
  uncorrected: at(null, '第14條第1項後段'),
  rewardRulesApply: at('舊第10條第3項後段', '第14條第2項'),
  showcase: at(null, '第14條第2項'),
}

type PlacesByFigure = Readonly<Record<string, Places>>

/** The places of the figures, by the function that gives them. Fees and the subsidy come out alike: none of their figures can differ. */
const placesByFunction = new Map<unknown, PlacesByFigure>([
  [checkProgrammeEligibility, eligibility],
  [checkDeliveryMode, deliveryMode],
  [checkApprovalPathway, approvalPathway],
  [checkApplicationDossier, applicationDossier],
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

interface RuleChange {
  readonly of: 'rule'
  readonly path: Path
  readonly former: RuleSide | null
  readonly amended2024: RuleSide | null
}

interface FigureChange {
  readonly of: 'figure'
  readonly name: string
  readonly former: FigureSide
  readonly amended2024: FigureSide
}

/** Something that the amendment changes for the school: a demand on one of its facts, or a figure. */
export type VersionChange = RuleChange | FigureChange

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
const order = new Map<unknown, number>(ledger.map((provision, index) => [provision.at, index]))
const placeOf = ({ amended2024, former }: VersionChange): number => order.get(amended2024?.at) ?? order.get(former?.at) ?? order.size

/** Findings by the fact that they are about; two demands on one fact are kept apart by their order. */
function byFact(findings: readonly Finding[]): ReadonlyMap<string, Finding> {
  const found = new Map<string, Finding>()
  for (const finding of findings) {
    let key = pathText(finding.path)
    while (found.has(key)) key += ' again'
    found.set(key, finding)
  }
  return found
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const sideOf = (finding: Finding | undefined): RuleSide | null =>
  finding === undefined
    ? null
    : { rule: finding.rule, at: finding.at, outcome: finding.outcome, met: finding.met, limit: finding.limit }
const judged = (side: RuleSide | null): unknown => side && [side.outcome, side.met, side.limit]

function ruleChanges(formerFindings: readonly Finding[], amendedFindings: readonly Finding[]): readonly RuleChange[] {
  const formerByFact = byFact(formerFindings)
  const amendedByFact = byFact(amendedFindings)
  const change = (path: Path, former: Finding | undefined, amended2024: Finding | undefined): RuleChange => ({
    of: 'rule',
    path,
    former: sideOf(former),
    amended2024: sideOf(amended2024),
  })
  return [
    ...[...amendedByFact].map(([fact, now]) => change(now.path, formerByFact.get(fact), now)),
    ...[...formerByFact].filter(([fact]) => !amendedByFact.has(fact)).map(([, old]) => change(old.path, old, undefined)),
  ].filter(({ former, amended2024 }) => !same(judged(former), judged(amended2024)))
}

/** A figure that is itself an article differs by nature; that it stands elsewhere changes nothing. */
const isArticle = (figure: unknown): figure is string => order.has(figure)

/** Of the places of a figure, the first that the answer names, be it in a finding, a reading or a figure, else the first of all. */
function placeIn(places: readonly string[], { value, findings, readings }: Answer<object>): string | undefined {
  const figures: readonly unknown[] = Object.values(value)
  const named = [...findings.map((finding) => finding.at), ...readings.map((reading) => reading.at), ...figures]
  return places.find((place) => named.includes(place)) ?? places[0]
}

/** An article is its own place. */
const figureSide = (figure: unknown, place: string | null | undefined): FigureSide => ({ at: isArticle(figure) ? figure : (place ?? null), figure })

function figureChanges(former: Answer<object>, amended2024: Answer<object>, places: PlacesByFigure | undefined): readonly FigureChange[] {
  const formerFigures = new Map<string, unknown>(Object.entries(former.value))
  return flatMap(Object.entries(amended2024.value), ([name, figure]: readonly [string, unknown]): readonly FigureChange[] => {
    const formerFigure = formerFigures.get(name)
    if (name === 'version' || same(formerFigure, figure) || (isArticle(formerFigure) && isArticle(figure))) return []
    const place = places?.[name]
    return [
      {
        of: 'figure',
        name,
        former: figureSide(formerFigure, place?.former),
        amended2024: figureSide(figure, placeIn(place?.amended2024 ?? [], amended2024)),
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
