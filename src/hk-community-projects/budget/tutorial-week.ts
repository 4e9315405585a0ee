import { atMost } from '../../kernel/comparator.js'
import { describedAs, known, minutes } from '../../kernel/fields.js'
import { reject, type Path } from '../../kernel/input.js'
import { flatMap } from '../../kernel/list.js'
import type { Finding } from '../../kernel/rule.js'
import { text } from '../../kernel/text.js'
import { guidelines, type Reader } from '../document.js'
import type { BudgetActivity } from './lines.js'

/** The most tutorial service in a week. @source CBP guidelines 2025/26 para 8(d) Activities v */
const TUTORIAL_HOURS = 4.5
const MINUTES_PER_HOUR = 60

const disagreesWithSessions = text('does not agree with the sessions of the activities', '與各活動的節數及時間不符')

export const tutorialRules = guidelines.rules({
  tutorialServiceWeek: {
    at: '8(d)活動 v',
    force: 'mandatory',
    test: atMost(TUTORIAL_HOURS * MINUTES_PER_HOUR, 'minute'),
    says: text('Tutorial service takes {test} a week.', '功課輔導每星期{test}。'),
    next: text('shorten the sessions, so that students can join other activities', '縮短時數，讓學生有時間參與其他活動'),
  },
})

/** The tutorial service of a week as the NGO states it. */
export const tutorialMinutesPerWeek = describedAs(
  known(minutes()),
  'tutorial service in a week in minutes: the most of any one student, or of whom A-C8 counts',
  '每星期功課輔導分鐘：任何一名學生（或 A-C8 所計算者）的最多時數',
  disagreesWithSessions,
)

/** A tutorial activity: its groups, and the minutes that one of them has in a week; `undefined` while not known. */
interface Tutorial {
  readonly path: Path
  readonly groups: number | undefined
  readonly minutes: number | undefined
}

/** What the sessions say of the week of whom A-C8 counts: from the least to the most that it can be. */
interface Plan {
  readonly least: number
  readonly most: number
  /** Each activity by itself. */
  readonly each: readonly Finding[]
  readonly missing: readonly Finding[]
}

/** The week and the findings on it. */
interface TutorialWeek {
  readonly minutes: number | null
  readonly findings: readonly Finding[]
}

const rule = tutorialRules.tutorialServiceWeek

const tutorialsOf = (activities: readonly BudgetActivity[]): readonly Tutorial[] =>
  flatMap(activities, ({ kind, groups, sessions }, index) =>
    kind === 'tutorialService'
      ? [{ path: ['activities', index], groups: groups ?? undefined, minutes: sessions && sessions.perWeek * sessions.minutes }]
      : [],
  )

/** Read by the project, every group of every tutorial activity counts. */
function planOfProject(tutorials: readonly Tutorial[]): Plan {
  const missing = flatMap(tutorials, ({ path, groups, minutes }) => {
    if (minutes === undefined) return [rule.unknown([...path, 'sessions'])]
    return groups === undefined ? [rule.unknown([...path, 'groups'])] : []
  })
  const total = tutorials.reduce((sum, { groups = 0, minutes = 0 }) => sum + groups * minutes, 0)
  return { least: total, most: total, each: [], missing }
}

/** Read by the group, each activity stands alone; read by the student, he or she attends one of them at least and all at most. */
function planOfGroups(tutorials: readonly Tutorial[], ofStudent: boolean): Plan {
  const each: Finding[] = []
  const missing: Finding[] = []
  let longest = 0
  let sum = 0
  for (const { path, minutes } of tutorials) {
    const sessions = [...path, 'sessions']
    if (minutes === undefined) {
      missing.push(rule.unknown(sessions))
      continue
    }
    each.push(rule.apply(minutes, sessions))
    longest = Math.max(longest, minutes)
    sum += minutes
  }
  return { least: longest, most: ofStudent ? sum : longest, each, missing }
}

/** The week as the sessions alone show it. Who attends several activities is not in a budget: it must then be stated. */
function weekOfPlan({ least, most, each, missing }: Plan): TutorialWeek {
  const atLeast = rule.apply(least, ['activities'])
  if (missing.length > 0) {
    const decided = each.length === 0 && atLeast.met === false
    return { minutes: null, findings: decided ? [atLeast] : [...each, ...missing] }
  }
  if (least === most) return { minutes: least, findings: each.length === 0 ? [atLeast] : each }
  const atMost = rule.apply(most, ['activities'])
  if (atMost.met === true) return { minutes: most, findings: [...each, atMost] }
  return { minutes: null, findings: atLeast.met === true ? [...each, rule.unknown(['tutorialMinutesPerWeek'])] : each }
}

/** 8(d) Activities v: the week that is stated, the sessions of the activities, or both, which must then agree. */
export function tutorialWeek(activities: readonly BudgetActivity[], stated: number | null | undefined, reader: Reader): TutorialWeek {
  const tutorials = tutorialsOf(activities)
  if (tutorials.length === 0 && stated == null) return { minutes: null, findings: [] }

  const reading = reader.take('A-C8')
  const plan = reading === 'perProject' ? planOfProject(tutorials) : planOfGroups(tutorials, reading === 'perStudent')
  if (stated == null) return weekOfPlan(plan)
  const planned = tutorials.length > 0 && plan.missing.length === 0
  if (planned && (stated < plan.least || stated > plan.most)) {
    reject(['tutorialMinutesPerWeek'], disagreesWithSessions)
  }
  return { minutes: stated, findings: [rule.apply(stated, ['tutorialMinutesPerWeek']), ...plan.each] }
}
