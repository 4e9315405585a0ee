import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { present, stated } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { count, describedAs, known, listOf } from '../kernel/fields.js'
import { parser } from '../kernel/input.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { circular, readings, type Options, type Reader } from './document.js'

const rules = circular.rules({
  principalAttends: {
    at: 'App 乙(ii)',
    force: 'mandatory',
    test: present(),
    says: text('The principal attends the student progress meeting.', '校長出席學生進程會議。'),
  },
  teachersAttend: {
    at: 'App 乙(ii)',
    force: 'mandatory',
    test: present(),
    says: text('Teachers attend the student progress meeting.', '老師出席學生進程會議。'),
  },
  specialistStaffAttend: {
    at: 'App 乙(ii)',
    force: 'mandatory',
    test: present(),
    says: text('Specialist staff attend the student progress meeting.', '專責人員出席學生進程會議。'),
  },
  meetingDecides: {
    at: 'App 乙(iii) s1',
    force: 'mandatory',
    test: stated(),
    says: text('All who attend decide together, or vote when they stay divided.', '由所有出席者決定；仍有分歧則投票。'),
    next: text('give the consensus, or the votes for and against', '請提供共識，或贊成及反對票數'),
  },
  chairDecidesTie: {
    at: 'App 乙(iii) s2',
    force: 'mandatory',
    test: stated(),
    says: text('The chair decides finally when the votes are equal.', '票數相同時由會議主席作最終決定。'),
    next: text("give the chair's decision", '請提供主席的決定'),
  },
  abstentionsAreStated: {
    at: 'App 乙(iii) s2',
    force: 'mandatory',
    test: stated(),
    says: text('The abstentions are known, where a majority of all who attend is needed.', '如以所有出席者的多數決定，須知道棄權票數。'),
  },
})

const MOST_ATTENDING = 1_000
const MOST_ROLES = 100
const NONE = 0

const decision = z.enum(['approve', 'reject'])

export const ProgressMeetingInput = z.strictObject({
  consensus: describedAs(known(decision), 'what all who attended agreed on, if they did', '所有出席者的共識（如有）'),
  votesFor: describedAs(known(count(MOST_ATTENDING)), 'votes for extension', '贊成票數'),
  votesAgainst: describedAs(known(count(MOST_ATTENDING)), 'votes against extension', '反對票數'),
  abstentions: describedAs(known(count(MOST_ATTENDING)), 'abstentions; used only when A-E16 is read as allPresent', '棄權票數；只在 A-E16 採用 allPresent 時使用'),
  chair: describedAs(known(decision), "the chair's decision on a tie", '票數相同時主席的決定'),
  roles: describedAs(known(listOf(z.enum(['principal', 'teacher', 'specialist']), MOST_ROLES)), 'the kinds of people who attended', '出席者的身份'),
})
export type ProgressMeetingInput = z.input<typeof ProgressMeetingInput>

export const ProgressMeetingFigures = z.strictObject({
  /** `pendingChair` while a tie waits for the chair; `null` while nothing is decided. */
  decision: z.enum(['approve', 'reject', 'pendingChair']).nullable(),
  method: z.enum(['consensus', 'vote', 'chairDecides']).nullable(),
})
export type ProgressMeetingFigures = Readonly<z.output<typeof ProgressMeetingFigures>>

type Meeting = z.output<typeof ProgressMeetingInput>

/** The three kinds of people whom the text names; it sets no number. */
function attendance({ roles }: Meeting): readonly Finding[] {
  const path = ['roles']
  return [
    rules.principalAttends.apply(roles?.includes('principal'), path),
    rules.teachersAttend.apply(roles?.includes('teacher'), path),
    rules.specialistStaffAttend.apply(roles?.includes('specialist'), path),
  ]
}

interface Decided {
  readonly figures: ProgressMeetingFigures
  readonly finding: Finding
}

/** A consensus decides; a divided meeting votes; the chair decides a tie. */
function decide({ consensus, votesFor, votesAgainst, abstentions, chair }: Meeting, reader: Reader): Decided {
  if (consensus != null) return { figures: { decision: consensus, method: 'consensus' }, finding: rules.meetingDecides.apply(consensus, ['consensus']) }

  const undecided = { decision: null, method: null } as const
  if (votesFor == null || votesAgainst == null) {
    const missing = votesFor == null && votesAgainst == null ? 'consensus' : votesFor == null ? 'votesFor' : 'votesAgainst'
    return { figures: undecided, finding: rules.meetingDecides.unknown([missing]) }
  }
  if (votesFor + votesAgainst === NONE) return { figures: undecided, finding: rules.meetingDecides.unknown(['consensus']) }

  const ofAllPresent = reader.take('A-E16') === 'allPresent'
  // Fewer votes for than against reject however many abstained.
  if (ofAllPresent && abstentions == null && votesFor >= votesAgainst) {
    return { figures: undecided, finding: rules.abstentionsAreStated.unknown(['abstentions']) }
  }
  const against = votesAgainst + (ofAllPresent ? (abstentions ?? NONE) : NONE)
  if (votesFor === against) {
    return { figures: { decision: chair ?? 'pendingChair', method: 'chairDecides' }, finding: rules.chairDecidesTie.apply(chair, ['chair']) }
  }
  const finding =
    ofAllPresent && abstentions != null ? rules.abstentionsAreStated.apply(abstentions, ['abstentions']) : rules.meetingDecides.apply(votesFor, ['votesFor'])
  return { figures: { decision: votesFor > against ? 'approve' : 'reject', method: 'vote' }, finding }
}

const parse = parser(ProgressMeetingInput)

/**
 * What a student progress meeting decided, and whether those who should attend did.
 *
 * A consensus decides whatever votes are noted beside it. Otherwise more votes for than against approve; equal votes
 * go to the chair, and until the chair has decided the decision is pending. A meeting without consensus and without
 * a single vote has not decided. Read as a majority of all who attend, abstentions are added to the votes against
 * before a tie is looked for: 4 to 4 with 2 abstaining rejects, 5 to 4 with 1 goes to the chair. Each of the three
 * kinds of people must be there; no number is set.
 *
 * @param input the consensus or the votes (0 to 1,000), the chair's decision on a tie, and the kinds of people present
 * @param options another reading of A-E16 (majority of whom)
 * @returns the decision and how it was reached
 * @throws InputError when a vote is not a whole number or a role is unknown
 * @source EDB Circular 2/2022 App 乙(ii), 乙(iii)
 * @example
 * decideProgressMeeting({ votesFor: 4, votesAgainst: 4, chair: 'approve' }).value.method //=> 'chairDecides'
 */
export function decideProgressMeeting(input: ProgressMeetingInput, options?: Options): Answer<ProgressMeetingFigures> {
  const meeting = parse(input)
  const reader = readings.reader(options)
  const { figures, finding } = decide(meeting, reader)
  return answer(figures, [finding, ...attendance(meeting)], reader.taken)
}

export const decideProgressMeetingEntry = {
  name: 'decideProgressMeeting',
  answers: text('What a student progress meeting decided', '學生進程會議的決定'),
  input: ProgressMeetingInput,
  value: ProgressMeetingFigures,
  rules,
  run: decideProgressMeeting,
} as const satisfies FunctionEntry
