import type { Answer, Finding, Outcome, Path } from '../../catalogue.js'

/** A figure or date, or one part of it, that is not the same in both answers; `undefined` where an answer has none. */
export interface FigureChange {
  readonly path: Path
  readonly before: unknown
  readonly after: unknown
}

/** A finding that only one answer has, or that came out otherwise. */
export type FindingChange =
  | { readonly kind: 'appears'; readonly before: null; readonly after: Finding }
  | { readonly kind: 'vanishes'; readonly before: Finding; readonly after: null }
  | { readonly kind: 'changes'; readonly before: Finding; readonly after: Finding }

/** A reading that the answers do not both lean on, or do not take alike. */
export interface ReadingChange {
  readonly id: string
  readonly before: string | null
  readonly after: string | null
}

/** What is not the same in two answers to one question. */
export interface AnswerChanges {
  readonly outcome: { readonly before: Outcome; readonly after: Outcome }
  readonly figures: readonly FigureChange[]
  readonly findings: readonly FindingChange[]
  readonly readings: readonly ReadingChange[]
}

type Fields = Readonly<Record<string, unknown>>

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

/** Parts that differ; lists of another length, and whatever is not of the same kind, differ as a whole. */
function figureChanges(before: unknown, after: unknown, path: Path): readonly FigureChange[] {
  if (same(before, after)) return []
  if (isObject(before) && isObject(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)])
    return [...names].flatMap((name) => figureChanges(before[name], after[name], [...path, name]))
  }
  if (isList(before) && isList(after) && before.length === after.length) {
    return before.flatMap((each, index) => figureChanges(each, after[index], [...path, index]))
  }
  return [{ path, before, after }]
}

/** Findings by rule and fact; a rule that looks twice at one fact is kept apart by order. */
function byRuleAndFact(findings: readonly Finding[]): ReadonlyMap<string, Finding> {
  const found = new Map<string, Finding>()
  for (const finding of findings) {
    let nth = 0
    while (found.has(JSON.stringify([finding.rule, finding.path, nth]))) nth += 1
    found.set(JSON.stringify([finding.rule, finding.path, nth]), finding)
  }
  return found
}

/** In the order of the second answer; what only the first has comes last. */
function findingChanges(before: readonly Finding[], after: readonly Finding[]): readonly FindingChange[] {
  const [old, now] = [byRuleAndFact(before), byRuleAndFact(after)]
  const kept = [...now].flatMap(([key, finding]): readonly FindingChange[] => {
    const former = old.get(key)
    if (former === undefined) return [{ kind: 'appears', before: null, after: finding }]
    return same(former, finding) ? [] : [{ kind: 'changes', before: former, after: finding }]
  })
  const gone = [...old].filter(([key]) => !now.has(key)).map(([, finding]): FindingChange => ({ kind: 'vanishes', before: finding, after: null }))
  return [...kept, ...gone]
}

function readingChanges(before: Answer<unknown>, after: Answer<unknown>): readonly ReadingChange[] {
  const takenIn = ({ readings }: Answer<unknown>, id: string): string | null => readings.find((reading) => reading.id === id)?.taken ?? null
  const ids = new Set([...before.readings, ...after.readings].map(({ id }) => id))
  return [...ids].map((id) => ({ id, before: takenIn(before, id), after: takenIn(after, id) })).filter((taken) => taken.before !== taken.after)
}

/** Compares two answers to one question, figure by figure and finding by finding. */
export const compareAnswers = (before: Answer<unknown>, after: Answer<unknown>): AnswerChanges => ({
  outcome: { before: before.outcome, after: after.outcome },
  figures: figureChanges(before.value, after.value, []),
  findings: findingChanges(before.findings, after.findings),
  readings: readingChanges(before, after),
})

/** Whether the answers say something else; that a text is read otherwise is no difference while they do not. */
export const isDifferent = ({ outcome, figures, findings }: AnswerChanges): boolean =>
  outcome.before !== outcome.after || figures.length > 0 || findings.length > 0
