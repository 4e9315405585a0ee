import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import type { IsoDate } from '../kernel/calendar.js'
import { present, stated } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { date, describedAs, known, label, listOf, yesOrNo } from '../kernel/fields.js'
import { parser, reject } from '../kernel/input.js'
import { flatMap } from '../kernel/list.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { readings, regulations, type Options } from './document.js'
import { applyWhen, onDate, Version, versionOn } from './versions.js'

/** Only keeps the input finite. */
const MOST_SHORTCOMINGS = 500

const rules = regulations.rules({
  correctionDateSet: {
    at: '第14條第1項後段',
    force: 'mandatory',
    test: stated(),
    says: text("The day by which the City's order has a shortcoming corrected is {test}.", '本府令改善之期限{test}。'),
    next: text('ask the City for the date; the regulations set no period', '洽本府確認期限；本辦法未定期間'),
  },
  uncorrectedExplained: {
    at: '第14條第1項後段',
    force: 'mandatory',
    test: present(),
    says: text('The institution explains what it could not correct.', '對未能改善之事項提出說明。'),
  },
})

const namedTwice = text('is the id of an earlier shortcoming too', '與先前之缺失代號重複')

/** What a visit found, and what became of it. */
export const SupervisionFollowUpInput = z.strictObject({
  onDate,
  deficiencies: describedAs(
    listOf(
      z.strictObject({
        id: describedAs(label(), 'what the caller calls the shortcoming', '缺失之代號', namedTwice),
        corrected: describedAs(known(yesOrNo), 'it was corrected', '已改善'),
        correctBy: describedAs(
          known(date()),
          'the day by which the City ordered it corrected; up to it, by onDate, no explanation is owed',
          '本府所定改善期限；onDate 未逾期限者，尚無須說明',
        ),
        explained: describedAs(known(yesOrNo), 'the institution explained why it was not corrected', '已就未能改善提出說明'),
      }),
      MOST_SHORTCOMINGS,
    ),
    'the shortcomings found; none is an empty list',
    '訪視所見之缺失；無缺失為空清單',
  ),
  performance: describedAs(known(z.enum(['excellent', 'ordinary', 'poor'])), "the City's view of the results", '本府對成效之評定'),
})
export type SupervisionFollowUpInput = z.input<typeof SupervisionFollowUpInput>

export const SupervisionFollowUpFigures = z.strictObject({
  version: Version,
  /** The City must order correction by a day that it sets. */
  cityMustOrderCorrection: z.boolean(),
  /** The shortcomings that still want an explanation; none whose period for correction still runs. */
  explanationOwedFor: z.array(z.string()).readonly(),
  /** What the next visit looks at: the result of every correction, made or not. */
  nextVisitItems: z.array(z.string()).readonly(),
  /** The shortcomings known not to be corrected. */
  uncorrected: z.array(z.string()).readonly(),
  /** The staff reward rules apply: to excellent results; under the former text to any results. `null` while they are not known. */
  rewardRulesApply: z.boolean().nullable(),
  /** The institution is shown to others, which the former text did not say; `null` while the results are not known. */
  showcase: z.boolean().nullable(),
})
export type SupervisionFollowUpFigures = Readonly<z.output<typeof SupervisionFollowUpFigures>>

type Shortcoming = z.output<typeof SupervisionFollowUpInput>['deficiencies'][number]

const idsOf = (shortcomings: readonly Shortcoming[]): readonly string[] => shortcomings.map(({ id }) => id)

/** Two shortcomings of one name could not be told apart in the answer. */
function checkNames(shortcomings: readonly Shortcoming[]): void {
  const seen = new Set<string>()
  shortcomings.forEach(({ id }, index) => {
    if (seen.has(id)) reject(['deficiencies', index, 'id'], namedTwice)
    seen.add(id)
  })
}

/** Whether a shortcoming can still be corrected in time. A period that nobody can place is not taken to run. */
const isPeriodRunning = (day: IsoDate | null | undefined, { correctBy }: Shortcoming): boolean =>
  day != null && correctBy != null && day <= correctBy

/** Art. 14(1), second part: for what is not corrected, a date and, once that has passed, an explanation. */
function correctionFindings(shortcoming: Shortcoming, index: number, day: IsoDate | null | undefined): readonly Finding[] {
  const { corrected, correctBy, explained } = shortcoming
  const uncorrected = corrected == null ? null : !corrected
  const owed = isPeriodRunning(day, shortcoming) ? false : uncorrected
  const at = (field: string) => ['deficiencies', index, field]
  return [
    ...applyWhen(uncorrected, at('corrected'), rules.correctionDateSet, correctBy, at('correctBy')),
    ...applyWhen(owed, at('corrected'), rules.uncorrectedExplained, explained, at('explained')),
  ]
}

const parse = parser(SupervisionFollowUpInput)

/**
 * What follows from a visit by the City.
 *
 * Every shortcoming has the City order correction by a day that it sets, and is an item of the next visit even when it
 * was corrected; what could not be corrected in the period is explained. On the last day of the period no explanation is
 * owed yet, on the day after it is; where the day asked about or the period is not given, it is taken to have run out. No
 * shortcoming, no follow-up. Only excellent results are rewarded and shown to others; no penalty can be derived from poor
 * ones. Under the former text the City could visit and guide, nothing had to be corrected, nobody was shown to others, and
 * rewards and discipline followed the results whatever they were.
 *
 * @param input the shortcomings and how each stands, with the City's view of the results
 * @param options H-A22 (period for correction) has one reading only
 * @returns what is owed, what the next visit looks at, and whether the reward rules apply
 * @throws InputError when the list of shortcomings is missing, or two have the same id
 * @source Hsinchu special education programme regulations (2024) Art. 14; former Art. 10(2), (3)
 * @example
 * planSupervisionFollowUp({ deficiencies: [{ id: 'a', corrected: true }] }).value.nextVisitItems //=> ['a']
 * @example
 * planSupervisionFollowUp({ deficiencies: [{ id: 'a', corrected: false, explained: false }] }).value.explanationOwedFor //=> ['a']
 */
export function planSupervisionFollowUp(input: SupervisionFollowUpInput, options?: Options): Answer<SupervisionFollowUpFigures> {
  const { onDate: day, deficiencies, performance } = parse(input)
  const reader = readings.reader(options)
  const version = versionOn(day, reader)
  checkNames(deficiencies)

  const uncorrected = deficiencies.filter(({ corrected }) => corrected === false)
  if (version === 'former') {
    const figures = {
      version,
      cityMustOrderCorrection: false,
      explanationOwedFor: [],
      nextVisitItems: [],
      uncorrected: idsOf(uncorrected),
      rewardRulesApply: performance == null ? null : true,
      showcase: false,
    }
    return answer(figures, [], reader.taken)
  }
  if (deficiencies.length > 0) reader.take('H-A22')
  const excellent = performance == null ? null : performance === 'excellent'
  const figures = {
    version,
    cityMustOrderCorrection: deficiencies.length > 0,
    explanationOwedFor: idsOf(uncorrected.filter((shortcoming) => shortcoming.explained !== true && !isPeriodRunning(day, shortcoming))),
    nextVisitItems: idsOf(deficiencies),
    uncorrected: idsOf(uncorrected),
    rewardRulesApply: excellent,
    showcase: excellent,
  }
  return answer(figures, flatMap(deficiencies, (shortcoming, index) => correctionFindings(shortcoming, index, day)), reader.taken)
}

export const planSupervisionFollowUpEntry = {
  name: 'planSupervisionFollowUp',
  answers: text('What follows from a visit by the City', '本府訪視後之處理'),
  input: SupervisionFollowUpInput,
  value: SupervisionFollowUpFigures,
  rules,
  run: planSupervisionFollowUp,
} as const satisfies FunctionEntry
