import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { atLeast, present } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { count, describedAs, known, listOf } from '../kernel/fields.js'
import { parser, reject } from '../kernel/input.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { BUREAU, memorandum, readings, type Options, type Reader } from './document.js'

/** The fewest workshops of a centre in a school year. @source para 4(a) */
const FEWEST_WORKSHOPS = 3
const NONE = 0
/** A bound that only keeps the list finite. */
const MOST_WORKSHOPS = 1000

const rules = memorandum.rules({
  enoughWorkshops: {
    at: '4(a)',
    force: 'mandatory',
    test: atLeast(FEWEST_WORKSHOPS, 'workshop'),
    says: text('In a school year a resource centre holds {test}, for a district or for a school.', '資源中心一個學年的區本或校本工作坊：{test}。'),
  },
  openSessionAfterEachWorkshop: {
    at: '4(b)',
    force: 'in-principle',
    decides: BUREAU,
    test: present(),
    says: text('An open class or exchange session follows the workshop.', '工作坊後設有開放課堂或交流環節。'),
    next: text('arrange the session for those who took part in this workshop', '為參加該次工作坊的人員補辦有關環節'),
  },
})

const moreThanWereHeld = text('must not exceed the number of workshops held', '不得多於已舉辦的工作坊次數')

/** The thematic workshops that one resource centre held in one school year. */
export const ThematicWorkshopsInput = z.strictObject({
  openSessionHeld: describedAs(
    listOf(z.literal([true, false, 'afterSchoolYear']).nullable(), MOST_WORKSHOPS),
    'one entry for each workshop held: whether an open class or exchange session followed; '
      + '"afterSchoolYear" when only after the school year had ended; null when not known',
    '每次已舉辦的工作坊一項：其後有否開放課堂或交流環節；學年結束後才舉行則為 "afterSchoolYear"；未知則為 null',
  ),
  countedForAnotherCentre: describedAs(
    known(count(MOST_WORKSHOPS)),
    'how many of them were held together with another centre that counts them as its own',
    '其中與另一所中心合辦並由對方計算的次數',
    moreThanWereHeld,
  ),
})
export type ThematicWorkshopsInput = z.input<typeof ThematicWorkshopsInput>

export const ThematicWorkshopsFigures = z.strictObject({
  /** The workshops that count, and how many are missing; `null` while a fact that this turns on is not known. */
  count: z.int().nullable(),
  shortfall: z.int().nullable(),
  /** The workshops after which no session is known to have been held, by their place in the list, from 0. */
  workshopsWithoutOpenSession: z.array(z.int()).readonly(),
})
export type ThematicWorkshopsFigures = Readonly<z.output<typeof ThematicWorkshopsFigures>>

type Workshops = z.output<typeof ThematicWorkshopsInput>

/** How many workshops count for this centre; `undefined` while it is not known. */
function workshopsCounted({ openSessionHeld, countedForAnotherCentre }: Workshops, reader: Reader): number | undefined {
  const held = openSessionHeld.length
  const someMayCountElsewhere = held > NONE && countedForAnotherCentre !== NONE
  if (!someMayCountElsewhere || reader.take('A-S7') === 'eachHost') return held
  return countedForAnotherCentre == null ? undefined : held - countedForAnotherCentre
}

/** Workshops that another centre may count can only lower the number: too few in any case is a breach, enough is not yet a pass. */
function enoughWorkshops(counted: number | undefined, held: number): Finding {
  const finding = rules.enoughWorkshops.apply(counted ?? held, ['openSessionHeld'])
  return counted === undefined && finding.met === true ? rules.enoughWorkshops.unknown(['countedForAnotherCentre']) : finding
}

const parse = parser(ThematicWorkshopsInput)

/**
 * Whether a resource centre of the first mode holds enough thematic workshops in a school year, each with an open
 * class or exchange session after it.
 *
 * Three workshops are enough, two are not; an empty list is none held. Every workshop needs its session, the fourth as
 * much as the first; an open class or an exchange session will do. A session that is not known is neither held nor
 * missed. The number is a limit of the text and missing it a breach; the session is what centres undertake, so a
 * missing one is for the Bureau to judge.
 *
 * @param input one entry for each workshop that the centre held in the school year, up to 1,000
 * @param options another reading of A-S7 (workshops of two centres) or A-S8 (when the session must be)
 * @returns the workshops that count, how many are missing, and which have no session
 * @throws InputError when an entry is malformed, or more workshops are counted elsewhere than were held
 * @source EDBCM 116/2025 para 4(a), para 4(b)
 * @example
 * checkThematicWorkshops({ openSessionHeld: [true, true] }).value.shortfall //=> 1
 * @example
 * checkThematicWorkshops({ openSessionHeld: [true, false, true] }).value.workshopsWithoutOpenSession //=> [1]
 */
export function checkThematicWorkshops(input: ThematicWorkshopsInput, options?: Options): Answer<ThematicWorkshopsFigures> {
  const workshops = parse(input)
  const { openSessionHeld, countedForAnotherCentre } = workshops
  if (countedForAnotherCentre != null && countedForAnotherCentre > openSessionHeld.length) {
    reject(['countedForAnotherCentre'], moreThanWereHeld)
  }
  const reader = readings.reader(options)
  const counted = workshopsCounted(workshops, reader)
  const findings = [enoughWorkshops(counted, openSessionHeld.length)]
  const workshopsWithoutOpenSession: number[] = []
  for (const [index, session] of openSessionHeld.entries()) {
    const held = session === 'afterSchoolYear' ? reader.take('A-S8') === 'anyTimeAfter' : session
    if (held === false) workshopsWithoutOpenSession.push(index)
    findings.push(rules.openSessionAfterEachWorkshop.apply(held, ['openSessionHeld', index]))
  }
  const shortfall = counted === undefined ? null : Math.max(NONE, FEWEST_WORKSHOPS - counted)
  return answer({ count: counted ?? null, shortfall, workshopsWithoutOpenSession }, findings, reader.taken)
}

export const checkThematicWorkshopsEntry = {
  name: 'checkThematicWorkshops',
  answers: text('Whether a centre holds enough workshops, each with its open session', '資源中心的主題工作坊及開放環節是否足夠'),
  input: ThematicWorkshopsInput,
  value: ThematicWorkshopsFigures,
  rules,
  run: checkThematicWorkshops,
} as const satisfies FunctionEntry
