import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { atMost } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { count, describedAs, known } from '../kernel/fields.js'
import { parser, reject, type Path } from '../kernel/input.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { memorandum, readings, type Options } from './document.js'

/** The most students whom a centre supports by short stays in a school year. @source para 4(c)¶2 s1 */
const MOST_STUDENTS = 5
const NONE = 0

const rules = memorandum.rules({
  studentsOfTheYear: {
    at: '4(c)¶2 s1 number',
    force: 'mandatory',
    test: atMost(MOST_STUDENTS, 'student'),
    says: text('In a school year a resource centre supports {test} by short stays.', '每所資源中心每學年以短期暫讀支援的學生{test}。'),
    next: text('ask the Special Education Support section for another centre, or for the next school year', '請特殊教育支援組另行安排，或安排於下一學年入讀'),
  },
})

const moreThanWereThere = text('must not exceed the students who were there', '不得多於曾接受支援的學生人數')

/** The short stays of one resource centre in one school year. */
export const ShortStayIntakeInput = z.strictObject({
  servedThisYear: describedAs(known(count()), 'students who began a stay in this school year', '本學年開始暫讀的學生人數'),
  carriedOver: describedAs(known(count()), 'students whose stay began in the last school year and ran into this one', '上學年開始、延續至本學年的學生人數'),
  proposed: describedAs(known(count()), 'students whom the centre now thinks of taking', '擬接收的學生人數'),
  returned: describedAs(
    known(count()),
    'students begun or carried over who have gone back; used only when A-S3 is read as concurrent',
    '上述開始或延續暫讀的學生中，已返回原校的人數；只在 A-S3 採用 concurrent 時使用',
    moreThanWereThere,
  ),
})
export type ShortStayIntakeInput = z.input<typeof ShortStayIntakeInput>

export const ShortStayIntakeFigures = z.strictObject({
  /** The students who count, those over five, and the places left; `null` while a number is not known. */
  total: z.int().nullable(),
  excess: z.int().nullable(),
  placesLeft: z.int().nullable(),
})
export type ShortStayIntakeFigures = Readonly<z.output<typeof ShortStayIntakeFigures>>

type Intake = z.output<typeof ShortStayIntakeInput>
type Field = keyof Intake

/** The numbers that are added up under a reading of A-S3; of these, `concurrent` takes off those who have gone back. */
const addedUp = {
  cumulative: ['servedThisYear', 'carriedOver', 'proposed'],
  concurrent: ['servedThisYear', 'carriedOver', 'proposed'],
  admissionYear: ['servedThisYear', 'proposed'],
} as const satisfies Readonly<Record<string, readonly Field[]>>

/**
 * The fewest students that the known numbers allow, the most whoever has gone back, where the last number that is added
 * up stands, and the first number that is missing.
 */
interface Students {
  readonly least: number
  readonly most: number
  readonly path: Path
  readonly missing: Field | undefined
}

function countStudents(intake: Intake, basis: keyof typeof addedUp): Students {
  const fields = addedUp[basis]
  const added = fields.reduce((sum, field) => sum + (intake[field] ?? NONE), NONE)
  const path = fields.filter((field) => intake[field] != null).slice(-1)
  const missing = fields.find((field) => intake[field] == null)
  const most = missing === undefined ? added : Number.POSITIVE_INFINITY
  if (basis !== 'concurrent') return { least: added, most, path, missing }
  const proposed = intake.proposed ?? NONE
  if (intake.returned == null) return { least: proposed, most, path, missing: missing ?? 'returned' }
  return { least: Math.max(proposed, added - intake.returned), most, path, missing }
}

/** Over five in any case is a breach and five at most in any case a pass, whatever is missing. */
function withinFive({ least, most, path, missing }: Students): Finding {
  if (missing === undefined || least > MOST_STUDENTS) return rules.studentsOfTheYear.apply(least, path)
  return most <= MOST_STUDENTS ? rules.studentsOfTheYear.apply(most, path) : rules.studentsOfTheYear.unknown([missing])
}

const parse = parser(ShortStayIntakeInput)

/**
 * Whether a resource centre may take further students for short stays (短期暫讀計劃) in a school year.
 *
 * Five students are allowed, a sixth is not. They are counted by heads over the whole school year: a student who has
 * gone back still counts, and one whose stay runs across 1 September counts in both years. A number that is left out
 * is not zero; where the others alone exceed five, the answer is a breach without it.
 *
 * @param input numbers of students of one centre in one school year, 0 or more; 0 proposed looks at the year as it is
 * @param options another reading of A-S3 (how the five are counted)
 * @returns the students who count, those over five, and the places left
 * @throws InputError when a number is negative or not whole, or more students went back than were there
 * @source EDBCM 116/2025 para 4(c)¶2 s1
 * @example
 * checkShortStayIntake({ servedThisYear: 3, carriedOver: 0, proposed: 1 }).value.placesLeft //=> 1
 * @example
 * checkShortStayIntake({ servedThisYear: 4, carriedOver: 1, proposed: 1 }).findings[0].margin //=> -1
 */
export function checkShortStayIntake(input: ShortStayIntakeInput, options?: Options): Answer<ShortStayIntakeFigures> {
  const intake = parse(input)
  const { servedThisYear, carriedOver, returned } = intake
  if (returned != null && servedThisYear != null && carriedOver != null && returned > servedThisYear + carriedOver) {
    reject(['returned'], moreThanWereThere)
  }
  const reader = readings.reader(options)
  const students = countStudents(intake, reader.take('A-S3'))
  const total = students.missing === undefined ? students.least : null
  const excess = total === null ? null : Math.max(NONE, total - MOST_STUDENTS)
  const placesLeft = total === null ? null : Math.max(NONE, MOST_STUDENTS - total)
  return answer({ total, excess, placesLeft }, [withinFive(students)], reader.taken)
}

export const checkShortStayIntakeEntry = {
  name: 'checkShortStayIntake',
  answers: text('Whether a centre may take further students for short stays', '資源中心可否再接收短期暫讀學生'),
  input: ShortStayIntakeInput,
  value: ShortStayIntakeFigures,
  rules,
  run: checkShortStayIntake,
} as const satisfies FunctionEntry
