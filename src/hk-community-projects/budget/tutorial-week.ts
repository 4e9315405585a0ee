import { atMost } from '../../kernel/comparator.js'
import { describedAs, known, minutes } from '../../kernel/fields.js'
import { reject } from '../../kernel/input.js'
import type { Finding } from '../../kernel/rule.js'
import { text } from '../../kernel/text.js'
import { guidelines, type Reader } from '../document.js'
import type { BudgetActivity } from './lines.js'

/** The most tutorial service in a week. @source CBP guidelines 2025/26 para 8(d) Activities v */
const TUTORIAL_HOURS = 4.5
const MINUTES_PER_HOUR = 60

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
)

/** Minutes of tutorial service that a group of one activity has in a week; `undefined` while not known. */
const weekOf = ({ sessions }: BudgetActivity): number | undefined => (sessions === undefined ? undefined : sessions.perWeek * sessions.minutes)

interface TutorialWeek {
  readonly minutes: number | null
  readonly findings: readonly Finding[]
}

/**
 * 8(d) Activities v, from the sessions: each tutorial activity by itself, and for a student what several come to. Who
 * attends more than one is not in a budget: over the limit together, the most of any student must be stated.
 */
function tutorialOfActivities(activities: readonly BudgetActivity[], stated: number | null | undefined, reader: Reader): TutorialWeek {
  const rule = tutorialRules.tutorialServiceWeek
  const tutorials = activities.flatMap((activity, index) => (activity.kind === 'tutorialService' ? [{ activity, index, week: weekOf(activity) }] : []))
  if (tutorials.length === 0) return { minutes: null, findings: [] }

  const reading = reader.take('A-C8')
  const ofProject = reading === 'perProject'
  const unknown = tutorials.flatMap(({ activity, index, week }) => {
    if (week === undefined) return [rule.unknown(['activities', index, 'sessions'])]
    return ofProject && activity.groups == null ? [rule.unknown(['activities', index, 'groups'])] : []
  })
  const sum = tutorials.reduce((minutes, { activity, week = 0 }) => minutes + week * (ofProject ? (activity.groups ?? 0) : 1), 0)
  const longest = tutorials.reduce((minutes, { week = 0 }) => Math.max(minutes, week), 0)
  if (stated != null && unknown.length === 0 && (stated < (ofProject ? sum : longest) || stated > (reading === 'perGroup' ? longest : sum))) {
    reject(['tutorialMinutesPerWeek'], text('does not agree with the sessions of the activities', '與各活動的節數及時間不符'))
  }
  if (ofProject) {
    const total = rule.apply(sum, ['activities'])
    const findings = unknown.length > 0 && total.met === true ? unknown : [total]
    return { minutes: unknown.length > 0 ? null : sum, findings: stated == null ? findings : [] }
  }

  const each = tutorials.flatMap(({ index, week }) => (week === undefined ? [] : [rule.apply(week, ['activities', index, 'sessions'])]))
  const findings = stated == null ? [...each, ...unknown] : each
  if (unknown.length > 0) return { minutes: null, findings }
  if (reading === 'perGroup' || tutorials.length === 1) return { minutes: longest, findings }
  const together = rule.apply(sum, ['activities'])
  if (together.met === true) return { minutes: sum, findings: [...findings, together] }
  const open = stated == null && each.every(({ met }) => met === true) ? [rule.unknown(['tutorialMinutesPerWeek'])] : []
  return { minutes: null, findings: [...findings, ...open] }
}

/** 8(d) Activities v: the stated minutes of a week, and the sessions of the activities. */
export function tutorialWeek(activities: readonly BudgetActivity[], stated: number | null | undefined, reader: Reader): TutorialWeek {
  if (stated != null) reader.take('A-C8')
  const planned = tutorialOfActivities(activities, stated, reader)
  if (stated == null) return planned
  return { minutes: stated, findings: [tutorialRules.tutorialServiceWeek.apply(stated, ['tutorialMinutesPerWeek']), ...planned.findings] }
}
