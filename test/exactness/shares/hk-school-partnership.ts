import { checkShortStayIntake, checkThematicWorkshops } from '../../../src/index.js'
import { margins, sharesOf, type Exam } from '../exam.js'
import { atLeast, atMost, minus, most, plus, type Expression } from '../expression.js'

// The memorandum on the School Partnership Scheme has a cap, a minimum and no percentage.

const exam = sharesOf('hk-school-partnership')

const MOST_STUDENTS = 5

/** The students, those over five, the places left, and whether there are five at most. */
const roomFor = (total: Expression): readonly Expression[] =>
  [total, most(0, minus(total, MOST_STUDENTS)), most(0, minus(MOST_STUDENTS, total)), atMost(total, MOST_STUDENTS)]

export const schoolPartnershipShares: readonly Exam[] = [
  exam({
    at: '4(c)¶2 s1 number',
    rule: 'at most five students in a school year',
    facts: (draw) => {
      const [served, carried] = [draw.whole(0, 30), draw.whole(0, 30)]
      return { served, carried, proposed: draw.whole(0, 30), returned: draw.whole(0, served + carried) }
    },
  }).under((['cumulative', 'concurrent', 'admissionYear'] as const).map((basis) => ({
    name: `A-S3 ${basis}`,
    library: ({ served, carried, proposed, returned }) => {
      const answer = checkShortStayIntake({ servedThisYear: served, carriedOver: carried, proposed, returned }, { readings: { 'A-S3': basis } })
      return [answer.value.total, answer.value.excess, answer.value.placesLeft, ...margins(answer, 'studentsOfTheYear')]
    },
    oracle: ({ served, carried, proposed, returned }) => {
      const total = proposed + served + (basis === 'admissionYear' ? 0 : carried) - (basis === 'concurrent' ? returned : 0)
      const room = MOST_STUDENTS - total
      return [total, room < 0 ? -room : 0, room > 0 ? room : 0, room >= 0, room]
    },
    formulas: roomFor(plus('proposed', 'served', basis === 'admissionYear' ? 0 : 'carried', basis === 'concurrent' ? minus(0, 'returned') : 0)),
  }))),
  exam({
    at: '4(a)',
    rule: 'at least three workshops in a school year',
    facts: (draw) => {
      const held = draw.whole(0, 12)
      return { held, elsewhere: draw.whole(0, held) }
    },
  }).under((['eachHost', 'countedOnce'] as const).map((counted) => {
    const own = counted === 'eachHost' ? 'held' : minus('held', 'elsewhere')
    return {
      name: `A-S7 ${counted}`,
      library: ({ held, elsewhere }) => {
        const openSessionHeld = Array.from({ length: held }, () => true as const)
        const answer = checkThematicWorkshops({ openSessionHeld, countedForAnotherCentre: elsewhere }, { readings: { 'A-S7': counted } })
        return [answer.value.count, answer.value.shortfall, ...margins(answer, 'enoughWorkshops')]
      },
      oracle: ({ held, elsewhere }) => {
        const own = counted === 'eachHost' ? held : held - elsewhere
        return [own, own < 3 ? 3 - own : 0, own >= 3, own - 3]
      },
      formulas: [own, most(0, minus(3, own)), atLeast(own, 3)],
    }
  })),
]
