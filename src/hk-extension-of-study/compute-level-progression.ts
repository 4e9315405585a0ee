import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { atMost, stated } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { describedAs, known, yesOrNo } from '../kernel/fields.js'
import { parser, reject } from '../kernel/input.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { circular, readings, type Options, type Reader } from './document.js'

/** Every key stage has three levels: P1–P3, P4–P6, S1–S3, S4–S6. @source fn 2 */
const LEVELS_OF_A_KEY_STAGE = 3
const KEY_STAGE_OF_SENIOR_SECONDARY = 4
const PAST_THE_LAST_KEY_STAGE = KEY_STAGE_OF_SENIOR_SECONDARY + 1
/** Years 11 to 13 of the 13-year course are senior secondary; the ten years before are not mapped. @source para 2, fn 2 */
const FIRST_SENIOR_YEAR_OF_THIRTEEN = 11
const TWELVE = 12
const THIRTEEN = 13
/** "More than one key stage". @source para 10 s4 */
const ONE_KEY_STAGE = 1
const ONE_LEVEL = 1
/** Only keeps the levels of age peers finite; no text sets it. */
const MOST_PEER_LEVELS = 30

const rules = circular.rules({
  extensionIsStated: {
    at: 'fn 4 s3',
    force: 'mandatory',
    test: stated(),
    says: text('Whether an extension was approved in this school year is known.', '須知道本學年內是否獲准延長學習年期。'),
  },
  gapWithinOneKeyStage: {
    at: '10 s4',
    also: ['App 甲5'],
    force: 'advisory',
    test: atMost(LEVELS_OF_A_KEY_STAGE, 'level'),
    says: text('The level status stays behind that of age peers by {test}, one key stage.', '學制身分落後同齡同學{test}，即一個學習階段。'),
    next: text('weigh whether staying longer serves the development of the student', '考慮繼續延長是否有利學生的身心發展'),
  },
  noKeyStageBetween: {
    at: '10 s4',
    force: 'advisory',
    test: atMost(ONE_KEY_STAGE, 'stage'),
    says: text('The key stage of the student and that of age peers are apart by {test}.', '學生與同齡同學的學習階段相差{test}。'),
  },
})

const beyondTheCourse = text('lies beyond the last year of the course', '超出學制的最後一年')

export const LevelProgressionInput = z.strictObject({
  level: describedAs(z.int().min(ONE_LEVEL).max(THIRTEEN), "the student's level this school year: 1 for the first year of the course", '學生本學年的級別：學制第一年為 1', beyondTheCourse),
  standardYears: describedAs(z.union([z.literal(TWELVE), z.literal(THIRTEEN)]), 'the years of the course, from standardYearsOfStudy', '學制年數，見 standardYearsOfStudy'),
  extended: describedAs(known(yesOrNo), 'whether an extension was approved in this school year, so that the next repeats the level', '本學年內是否獲准延長學習年期（下學年學制身份不變）'),
  peerLevel: describedAs(
    known(z.int().min(ONE_LEVEL).max(MOST_PEER_LEVELS)),
    'the level of age peers this school year; those who have left are counted on, year by year',
    '同齡同學本學年的級別；已離校者逐年續算',
  ),
})
export type LevelProgressionInput = z.input<typeof LevelProgressionInput>

export const LevelProgressionFigures = z.strictObject({
  /** The level next school year, or `graduates` after the last level; `null` while it is not known whether an extension was approved. */
  nextLevel: z.union([z.int(), z.literal('graduates')]).nullable(),
  /** The key stage this year; `null` in the first ten years of the 13-year course, which the text does not map. */
  keyStage: z.int().nullable(),
  /** How many levels the student is behind age peers this year; negative when ahead. An extension adds one next year. */
  gapYears: z.int().nullable(),
})
export type LevelProgressionFigures = Readonly<z.output<typeof LevelProgressionFigures>>

function keyStageOf(level: number, standardYears: number): number | null {
  if (standardYears === TWELVE) return Math.ceil(level / LEVELS_OF_A_KEY_STAGE)
  return level >= FIRST_SENIOR_YEAR_OF_THIRTEEN ? KEY_STAGE_OF_SENIOR_SECONDARY : null
}

/** Whoever has left the course is past its last key stage, however long ago. */
const peerStageOf = (peerLevel: number, standardYears: number): number | null =>
  peerLevel > standardYears ? PAST_THE_LAST_KEY_STAGE : keyStageOf(peerLevel, standardYears)

/** How far behind age peers, as A-E14 reads "more than one key stage"; without key stages to compare, by levels. */
function gap(level: number, peerLevel: number | null | undefined, standardYears: number, reader: Reader): Finding {
  if (peerLevel == null) return rules.gapWithinOneKeyStage.unknown(['peerLevel'])
  const own = keyStageOf(level, standardYears)
  const peers = peerStageOf(peerLevel, standardYears)
  const byLevels = reader.take('A-E14') === 'overThreeLevels' || own === null || peers === null
  return byLevels ? rules.gapWithinOneKeyStage.apply(peerLevel - level, ['peerLevel']) : rules.noKeyStageBetween.apply(peers - own, ['peerLevel'])
}

const parse = parser(LevelProgressionInput)

/**
 * The level of a student next school year, the key stage, and how far the student is behind age peers.
 *
 * A level rises by one each school year; when an extension was approved in the year, the next repeats it. After the
 * last level of the course a student without an extension graduates. A gap of exactly three levels is one key stage and
 * in order; four is more. It is the gap of this year: an extension makes it one level more in the next. Peers who have
 * left are counted on: two years after S6 they are in level 14. Read by whole key stages, they are one stage past the
 * last; the first ten years of the 13-year course have no key stage in the text, and there the levels are counted.
 * The first level of a student is the school's judgement and is taken as given.
 *
 * @param input the level (1 to 13, within the course), the years of the course (12 or 13), whether an extension was
 * approved this year, and the level of age peers (1 to 30)
 * @param options another reading of A-E14 (over one key stage)
 * @returns the next level, the key stage and the gap
 * @throws InputError when the student's level lies beyond the course
 * @source EDB Circular 2/2022 para 3 s5, para 10 s4, fn 2, fn 4 s2–s3, App 甲5
 * @example
 * computeLevelProgression({ level: 5, standardYears: 12, extended: true }).value.nextLevel //=> 5
 * @example
 * computeLevelProgression({ level: 12, standardYears: 12, extended: false }).value.nextLevel //=> 'graduates'
 */
export function computeLevelProgression(input: LevelProgressionInput, options?: Options): Answer<LevelProgressionFigures> {
  const { level, standardYears, extended, peerLevel } = parse(input)
  const reader = readings.reader(options)
  if (level > standardYears) reject(['level'], beyondTheCourse)

  reader.take('A-E21')
  if (extended === true) reader.take('A-E13')
  const findings = [rules.extensionIsStated.apply(extended, ['extended']), gap(level, peerLevel, standardYears, reader)]

  const risen = level === standardYears ? ('graduates' as const) : level + ONE_LEVEL
  const nextLevel = extended == null ? null : extended ? level : risen
  const figures = { nextLevel, keyStage: keyStageOf(level, standardYears), gapYears: peerLevel == null ? null : peerLevel - level }
  return answer(figures, findings, reader.taken)
}

export const computeLevelProgressionEntry = {
  name: 'computeLevelProgression',
  answers: text("A student's level next year, and the gap to age peers", '學生下學年的學制身份及與同齡同學的差距'),
  input: LevelProgressionInput,
  value: LevelProgressionFigures,
  rules,
  run: computeLevelProgression,
} as const satisfies FunctionEntry
