import { isAbsolute } from 'node:path'
import { pathToFileURL } from 'node:url'
import { SarifBuilder, SarifResultBuilder, SarifRuleBuilder, SarifRunBuilder } from 'node-sarif-builder'
import { version } from '../../../package.json'
import { pathText, rules, text, type Locale, type Path } from '../../catalogue.js'
import type { Context } from '../context.js'
import { isStdin } from '../io.js'
import type { Position } from '../json-text.js'
import type { Reporter } from './report.js'
import { summary } from './summary.js'
import { acceptedText, linesOf, noticeText, plain, problemText, toldIn, type Told } from './told.js'

type Result = SarifResultBuilder['result']

const NAME = 'school-support-rules'

/** What the report can say besides the rules of the documents. */
const ownRules = {
  malformed: text('What cannot be read, or is malformed, is not checked.', '無法讀取或內容有誤者未經檢查。'),
  expired: text('An accepted departure has expired and counts again.', '已接受的偏離已到期，重新計算。'),
  unused: text('An accepted departure is no longer found.', '已接受的偏離不再出現。'),
} as const
type OwnRule = keyof typeof ownRules

/** A file as a reference (RFC 3986); one elsewhere on the machine in full. */
const uriOf = (file: string): string => (isAbsolute(file) ? pathToFileURL(file).href : file.split('/').map(encodeURIComponent).join('/'))

/** Where a result stands; what came from standard input stands nowhere. */
function locationsAt(file: string, position: Position | null, logical?: string): Pick<Result, 'locations'> {
  const logicalLocations = logical === undefined || logical === '' ? {} : { logicalLocations: [{ fullyQualifiedName: logical }] }
  if (isStdin(file) || file === '<stdin>') return logical === undefined || logical === '' ? {} : { locations: [logicalLocations] }
  const region = position === null ? {} : { region: { startLine: position.line, startColumn: position.column } }
  return { locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...region }, ...logicalLocations }] }
}

function resultOf(given: Result): SarifResultBuilder {
  const builder = new SarifResultBuilder()
  Object.assign(builder.result, given)
  return builder
}

/** `records[3].surplusLeavers`: the field and the record that it belongs to. */
const logicalName = (name: string, path: Path): string => [name, pathText(path)].filter((part) => part !== '').join(' · ')

function findingResult(told: Told, context: Context): SarifResultBuilder {
  const { finding, checked, position, level, accepted, name } = told
  const { file } = checked.record
  const isDeparture = finding.outcome !== 'ok'
  return resultOf({
    ruleId: finding.rule,
    kind: isDeparture ? 'fail' : finding.met === true ? 'pass' : 'informational',
    level: isDeparture ? level : 'none',
    message: { text: linesOf(told, context).join('\n') },
    ...locationsAt(file, position, logicalName(name, finding.path)),
    partialFingerprints: { 'recordRuleField/v1': [file, name, finding.rule, pathText(finding.path)].join('|') },
    ...(accepted === undefined ? {} : { suppressions: [{ kind: 'external', status: 'accepted', justification: acceptedText(accepted, context) }] }),
    properties: { outcome: finding.outcome, paragraph: finding.at, record: name, fact: finding.fact, limit: finding.limit, readings: checked.answer.readings },
  })
}

function ruleOf(id: string, locale: Locale): SarifRuleBuilder {
  const builder = new SarifRuleBuilder()
  const known = rules.get(id)
  if (known === undefined) return builder
  const { rule, module } = known
  const cites = `${module.document.short[locale]} ${module.document.cite(rule.at)[locale]}`
  Object.assign(builder.rule, {
    id,
    shortDescription: { text: rule.sentence(locale) },
    fullDescription: { text: `${cites}: ${rule.sentence(locale)}` },
    help: { text: [cites, rule.next?.[locale] ?? ''].filter((part) => part !== '').join('\n') },
    properties: { document: module.document.id, paragraph: rule.at, force: rule.force },
  })
  return builder
}

function ownRule(id: OwnRule, locale: Locale): SarifRuleBuilder {
  return new SarifRuleBuilder({ id: `${NAME}/${id}`, shortDescription: { text: ownRules[id][locale] } })
}

/** SARIF 2.1.0. */
export const sarif: Reporter = (report, given, verbose) => {
  const context = plain(given)
  const { locale } = context
  const told = toldIn(report, context, verbose)
  const run = new SarifRunBuilder().initSimple({ toolDriverName: NAME, toolDriverVersion: version })
  for (const id of new Set(told.map(({ finding }) => finding.rule))) run.addRule(ruleOf(id, locale))
  if (report.problems.length > 0) run.addRule(ownRule('malformed', locale))
  for (const kind of new Set(report.notices.map((notice) => notice.kind))) run.addRule(ownRule(kind, locale))

  for (const each of told) run.addResult(findingResult(each, context))
  for (const problem of report.problems) {
    run.addResult(resultOf({
      ruleId: `${NAME}/malformed`, kind: 'fail', level: 'error', message: { text: problemText(problem, context) },
      ...locationsAt(problem.file, problem.position, pathText(problem.path)),
    }))
  }
  for (const notice of report.notices) {
    run.addResult(resultOf({
      ruleId: `${NAME}/${notice.kind}`, kind: 'fail', level: notice.kind === 'expired' ? 'warning' : 'note',
      message: { text: noticeText(notice, context) }, ...locationsAt(notice.file, notice.position),
    }))
  }
  Object.assign(run.run, {
    language: locale,
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: report.problems.length === 0 }],
    properties: { summary: summary(report, context), counts: report.counts, files: report.files },
  })
  const log = new SarifBuilder()
  log.addRun(run)
  return log.buildSarifJsonString({ indent: true })
}
