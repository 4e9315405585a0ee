import * as z from 'zod'
import { atMost } from '../../kernel/comparator.js'
import { describedAs, known, listOf, money } from '../../kernel/fields.js'
import { reject, type Path } from '../../kernel/input.js'
import { fromCents, toCents } from '../../kernel/money.js'
import type { Finding } from '../../kernel/rule.js'
import { text } from '../../kernel/text.js'
import { guidelines, type Reader } from '../document.js'
import { MOST_AMOUNT } from './lines.js'
import type { Span, Totals } from './totals.js'

/** The most for one application, and for all projects of one coordinator. @source CBP guidelines 2025/26 para 8(a) s1–s2 */
const GRANT_CEILING = 2_500_000

/** A bound that keeps the input finite; no text sets it. */
const MOST_PROJECTS = 1_000

export const ceilingRules = guidelines.rules({
  projectCeiling: {
    at: '8(a) s1',
    force: 'mandatory',
    test: atMost(GRANT_CEILING, 'HKD'),
    says: text('The grant applied for is {test}.', '申請撥款額{test}。'),
    next: text('apply for less', '減少申請額'),
  },
  coordinatorCeiling: {
    at: '8(a) s2',
    force: 'mandatory',
    test: atMost(GRANT_CEILING, 'HKD'),
    says: text('The grants of all projects under one coordinator come to {test}.', '同一統籌員負責的所有計劃，撥款合計{test}。'),
    next: text('apply for less, or let another coordinator take a project', '減少申請額，或由另一名統籌員負責'),
  },
})

const dollars = () => known(money().max(MOST_AMOUNT))

const OtherProject = z.strictObject({
  applied: describedAs(dollars(), 'the sum applied for', '申請額'),
  approved: describedAs(dollars(), 'the sum approved; left out while nothing is approved', '獲批額；未獲批則不提供'),
  sameSchoolYear: describedAs(known(z.boolean()), 'whether it is a project of the same school year', '是否同一學年的計劃'),
  sameNgo: describedAs(
    known(z.boolean()),
    'whether it is a project of the same NGO; used only when A-C25 is read as ownNgo',
    '是否同一機構的計劃；只在 A-C25 採用 ownNgo 時使用',
  ),
})

const givenTwice = text('give either all projects or the others', '請只提供所有計劃或其他計劃其中一項')
const lacksThisProject = text("must hold this project's own grant too", '須包括本計劃的撥款額')

/** The projects of the coordinator: all of them, or the others. */
export const coordinatorFields = {
  coordinatorProjects: describedAs(
    listOf(money().max(MOST_AMOUNT), MOST_PROJECTS).optional(),
    "the grants of all the coordinator's projects that count, this one included",
    '統籌員所有計算在內的計劃的撥款額，包括本計劃',
    lacksThisProject,
  ),
  otherProjects: describedAs(
    listOf(OtherProject, MOST_PROJECTS).optional(),
    "instead: the coordinator's other projects, this one not included",
    '或：統籌員負責的其他計劃，不包括本計劃',
    givenTwice,
  ),
}
type CoordinatorProjects = z.output<z.ZodObject<typeof coordinatorFields>>

/** The sums of which the application is made up, from the whole to its parts. */
const partsOfProject = ['projectGrant', 'activities', 'activityGrant', 'coordinationLines', 'coordinationAndAdmin'] as const
type PartsOfProject = Readonly<Partial<Record<(typeof partsOfProject)[number], unknown>>>

/** 8(a) s1: one application. Parts that already exceed the ceiling exceed it whatever the rest. */
export function projectFindings(budget: PartsOfProject, { project, projectAtLeast }: Totals): readonly Finding[] {
  const path = [partsOfProject.find((name) => budget[name] != null) ?? 'projectGrant']
  if (project !== undefined) return [ceilingRules.projectCeiling.apply(fromCents(project), path)]
  const soFar = ceilingRules.projectCeiling.apply(fromCents(projectAtLeast), path)
  return soFar.met === false ? [soFar] : []
}

type Project = z.output<typeof OtherProject>

/** In cents, an amount that may not be known; nothing while it is not. */
const atLeastCents = (amount: number | null | undefined): number => toCents(amount ?? 0)

/** What another project counts for, as A-C25 reads the sum that matters. */
function sumThatCounts({ applied, approved }: Project, path: Path, approvedOnly: boolean): Span {
  const known = Math.max(atLeastCents(approved), atLeastCents(approvedOnly ? undefined : applied))
  if (approvedOnly ? approved != null : applied != null) return { least: known, most: known, missing: undefined }
  const most = approvedOnly && applied != null ? toCents(applied) : Number.POSITIVE_INFINITY
  return { least: known, most, missing: [...path, approvedOnly ? 'approved' : 'applied'] }
}

/** The other projects of the coordinator that count, as A-C25 reads them. */
function otherProjectsTotal(projects: readonly Project[], reader: Reader): Span {
  const reading = reader.take('A-C25')
  let total: Span = { least: 0, most: 0, missing: undefined }
  projects.forEach((project, index) => {
    const path = ['otherProjects', index]
    const conditions = [
      ...(reading === 'everySchoolYear' ? [] : (['sameSchoolYear'] as const)),
      ...(reading === 'ownNgo' ? (['sameNgo'] as const) : []),
    ]
    if (conditions.some((name) => project[name] === false)) return
    const open = conditions.find((name) => project[name] == null)
    const sum = sumThatCounts(project, path, reading === 'approved')
    total = {
      least: total.least + (open === undefined ? sum.least : 0),
      most: total.most + sum.most,
      missing: total.missing ?? (open === undefined ? sum.missing : [...path, open]),
    }
  })
  return total
}

/** 8(a) s2: all projects of one coordinator, given as a whole or as this one and the others. */
export function coordinatorTotal(budget: CoordinatorProjects, { project, projectAtLeast }: Totals, reader: Reader): Span | undefined {
  const { coordinatorProjects, otherProjects } = budget
  if (coordinatorProjects !== undefined) {
    if (otherProjects !== undefined) reject(['otherProjects'], givenTwice)
    if (project !== undefined && !coordinatorProjects.some((grant) => toCents(grant) === project)) {
      reject(['coordinatorProjects'], lacksThisProject)
    }
    reader.take('A-C25')
    const sum = coordinatorProjects.reduce((cents, grant) => cents + toCents(grant), 0)
    return { least: sum, most: sum, missing: undefined }
  }
  if (otherProjects === undefined) return undefined
  const others = otherProjectsTotal(otherProjects, reader)
  if (project !== undefined) return { ...others, least: others.least + project, most: others.most + project }
  return { least: others.least + projectAtLeast, most: Number.POSITIVE_INFINITY, missing: ['projectGrant'] }
}

export function coordinatorFindings(budget: CoordinatorProjects, total: Span | undefined): readonly Finding[] {
  if (total === undefined) return []
  const path = [budget.coordinatorProjects === undefined ? 'otherProjects' : 'coordinatorProjects']
  const atLeast = ceilingRules.coordinatorCeiling.apply(fromCents(total.least), path)
  if (atLeast.met === false) return [atLeast]
  const atMost = Number.isFinite(total.most) ? ceilingRules.coordinatorCeiling.apply(fromCents(total.most), path) : undefined
  return [atMost?.met === true ? atMost : ceilingRules.coordinatorCeiling.unknown(total.missing ?? path)]
}
