import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { atLeast, oneOf, present } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { count, describedAs, known, listOf, yesOrNo } from '../kernel/fields.js'
import { parser, type Path } from '../kernel/input.js'
import { flatMap } from '../kernel/list.js'
import type { Finding, Rule } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { guidelines, readings, type Options, type Reader } from './document.js'
import type { Locator } from './ledger.js'
import { allOf, anyOf, whereItApplies, type Condition, type MaybeKnown } from './known-facts.js'

/** The examination results of table 甲. @source CBP guidelines 2025/26 para 8(c)iii table 甲 rows 1–2 */
const SUBJECTS = 5
const PRIMARY_LEVEL = 2
const JUNIOR_LEVEL = 3
const LANGUAGES = 2
const TWO_AL = 2
const ONE_AL = 1
const TWO_AS = 2

/** Chinese, English and Mathematics, which must be among the five subjects. @source CBP guidelines 2025/26 para 8(c)iii table 甲 rows 1–2 */
const coreSubjects = ['chinese', 'english', 'mathematics'] as const

/** One of several ways to qualify. */
const way = <T>(at: Locator, test: T, en: string, zhHant: string) => ({ at, force: 'alternative', test, says: text(en, zhHant) }) as const

/** What a course asks for, whichever way it is met. */
const qualified = (at: Locator, en: string, zhHant: string) =>
  ({
    at,
    force: 'mandatory',
    test: present(),
    says: text(`The tutor is qualified to lead ${en}.`, `導師具備擔任${zhHant}的資歷。`),
    next: text('engage another tutor: one below the minimum qualification is not funded', '另聘導師：不符合最低資歷者不獲資助'),
  }) as const

const dseSubjects = (at: Locator, level: number) =>
  way(at, atLeast(SUBJECTS, 'subject'), `HKDSE subjects at Level ${level} or above come to {test}.`, `文憑試取得 ${level} 級或以上的科目{test}。`)
const dseCore = (at: Locator, level: number) =>
  way(
    at, atLeast(coreSubjects.length, 'subject'),
    `Of Chinese, English and Mathematics, {test} are at Level ${level} or above.`, `中、英、數之中，取得 ${level} 級或以上的科目{test}。`,
  )
const equivalent = ['The qualification is equivalent or higher.', '具同等或以上學歷。'] as const

const rules = guidelines.rules({
  primaryDseSubjects: dseSubjects('8(c)iii 甲 r1', PRIMARY_LEVEL),
  primaryDseCore: dseCore('8(c)iii 甲 r1', PRIMARY_LEVEL),
  primaryHkceeSubjects: way('8(c)iii 甲 r1', atLeast(SUBJECTS, 'subject'), 'HKCEE passes come to {test}.', '會考合格的科目{test}。'),
  primaryHkceeCore: way(
    '8(c)iii 甲 r1', atLeast(coreSubjects.length, 'subject'),
    'Of Chinese, English (Syllabus B) and Mathematics, {test} are passed in HKCEE.', '會考中、英（課程乙）、數之中，合格的科目{test}。',
  ),
  primaryEquivalent: way('8(c)iii 甲 r1', present(), ...equivalent),
  qualifiedForPrimary: qualified('8(c)iii 甲 r1', 'tutorial service for P1 to P6', '小一至小六功課輔導'),

  juniorDseSubjects: dseSubjects('8(c)iii 甲 r2', JUNIOR_LEVEL),
  juniorDseCore: dseCore('8(c)iii 甲 r2', JUNIOR_LEVEL),
  juniorAlLanguages: way(
    '8(c)iii 甲 r2', atLeast(LANGUAGES, 'subject'),
    'Of Chinese and English, {test} are passed in HKALE.', '高級程度會考中、英之中，合格的科目{test}。',
  ),
  juniorTwoAl: way('8(c)iii 甲 r2', atLeast(TWO_AL, 'subject'), 'Passes in other Advanced Level subjects come to {test}.', '其他高級程度科目合格{test}。'),
  juniorOneAl: way(
    '8(c)iii 甲 r2', atLeast(ONE_AL, 'subject'),
    'With Advanced Supplementary subjects, passes in other Advanced Level subjects come to {test}.', '連同高級補充程度科目時，其他高級程度科目合格{test}。',
  ),
  juniorTwoAs: way(
    '8(c)iii 甲 r2', atLeast(TWO_AS, 'subject'),
    'Passes in other Advanced Supplementary Level subjects come to {test}.', '其他高級補充程度科目合格{test}。',
  ),
  juniorEquivalent: way('8(c)iii 甲 r2', present(), ...equivalent),
  qualifiedForJunior: qualified('8(c)iii 甲 r2', 'tutorial service for S1 to S3', '初中功課輔導'),

  higherDiplomaOrAssociateDegree: way('8(c)iii 甲 r3', oneOf('HD', 'AD'), 'The highest qualification is {test}.', '最高學歷為{test}。'),
  s4s5Equivalent: way('8(c)iii 甲 r3', present(), ...equivalent),
  qualifiedForS4S5: qualified('8(c)iii 甲 r3', 'tutorial service for S4 and S5', '中四至中五功課輔導'),

  degreeForS6: way('8(c)iii 甲 r4', oneOf('degree'), 'The highest qualification is {test}.', '最高學歷為{test}。'),
  s6Equivalent: way('8(c)iii 甲 r4', present(), ...equivalent),
  qualifiedForS6: qualified('8(c)iii 甲 r4', 'tutorial service for S6', '中六功課輔導'),

  isQualifiedTeacher: way(
    '8(c)iii 乙', present(),
    'The tutor is a qualified teacher under the Education Ordinance.', '導師為符合《教育條例》的合資歷教師。',
  ),
  qualifiedForSpecialist: qualified('8(c)iii 乙', 'a specialist subject', '專科'),
  teacherIsGraduate: {
    at: '8(c)iii 乙',
    force: 'in-principle',
    decides: text('the Education Bureau, under the Education Ordinance', '教育局，按《教育條例》'),
    test: oneOf('degree', 'collegeOfEducation'),
    says: text('The highest qualification of a teacher of a specialist subject is generally {test}.', '專科教師的最高學歷一般為{test}。'),
  },

  isSocialWorkerForGrowth: way('8(c)iii 丙', present(), 'The person is a registered social worker.', '導師為註冊社工。'),
  isRelevantForGrowth: way('8(c)iii 丙', present(), 'The tutor has relevant qualifications.', '導師具備相關資歷。'),
  qualifiedForGrowth: qualified('8(c)iii 丙', 'a personal growth course', '成長課程'),

  isRelevantForInterest: way('8(c)iii 丁', present(), 'The tutor has relevant qualifications.', '導師具備相關資歷。'),
  qualifiedForInterest: qualified('8(c)iii 丁', 'an interest group', '興趣小組'),

  isSocialWorkerForAnyCourse: way('8(c)iii s1', present(), 'The person is a registered social worker.', '導師為註冊社工。'),
  resultsOfOneSitting: way('8(c)iii 甲 r1', present(), 'The examination results are of one sitting.', '考試成績屬同一次考試取得。'),

  nonLocalAssessed: {
    at: '8(c)iii note',
    force: 'mandatory',
    test: present(),
    says: text('A non-local qualification comes with an HKCAAVQ report or another assessment document.', '非本地學歷附有評審局報告或其他評估文件。'),
  },
})

const BEST_LEVEL = 7
const MOST_SUBJECTS = 30
const flag = (en: string, zhHant: string): z.ZodOptional<z.ZodNullable<z.ZodBoolean>> => describedAs(known(yesOrNo), en, zhHant)

const dseResult = z.union([count(BEST_LEVEL), z.enum(['attained', 'attainedWithDistinction'])])
const Hkdse = z.strictObject({
  chinese: describedAs(known(dseResult), 'result in Chinese Language', '中國語文科成績'),
  english: describedAs(known(dseResult), 'result in English Language', '英國語文科成績'),
  mathematics: describedAs(known(dseResult), 'result in Mathematics', '數學科成績'),
  others: describedAs(known(listOf(dseResult, MOST_SUBJECTS)), 'results in all other subjects', '其他各科成績'),
})
const Hkcee = z.strictObject({
  chinese: flag('Chinese passed', '中文合格'),
  english: describedAs(
    known(z.enum(['syllabusB', 'syllabusAGradeC', 'none'])),
    'English passed: Syllabus B, Syllabus A at grade C or above, or neither',
    '英文合格：課程乙、課程甲 C 級或以上，或兩者皆否',
  ),
  mathematics: flag('Mathematics passed', '數學合格'),
  others: describedAs(known(count(MOST_SUBJECTS)), 'other subjects passed', '其他合格科目數目'),
})
const Hkale = z.strictObject({
  chinese: flag('Chinese passed', '中文合格'),
  english: flag('English passed', '英文合格'),
  otherAL: describedAs(known(count(MOST_SUBJECTS)), 'other Advanced Level subjects passed', '其他合格的高級程度科目數目'),
  otherAS: describedAs(known(count(MOST_SUBJECTS)), 'other Advanced Supplementary Level subjects passed', '其他合格的高級補充程度科目數目'),
})

const highest = describedAs(
  known(z.enum(['secondary', 'collegeOfEducation', 'HD', 'AD', 'degree'])),
  'highest qualification: secondary or below, former college of education, Higher Diploma, Associate Degree, degree or above',
  '最高學歷：中學或以下、前教育學院、高級文憑、副學士、大學或以上',
)
const everyone = {
  rsw: flag('a registered social worker', '註冊社工'),
  nonLocal: flag('holds a non-local qualification', '持有非本地學歷'),
  assessment: flag('HKCAAVQ report or other assessment document handed in', '已提交評審局報告或其他評估文件'),
} as const

/** A tutor and the course to be led, as the table distinguishes them. */
export const TutorInput = z.discriminatedUnion('course', [
  z.strictObject({
    course: describedAs(z.literal('tutorial'), 'the kind of course: tutorial service', '課程類別：功課輔導'),
    level: describedAs(known(z.enum(['primary', 'junior', 'S4-S5', 'S6'])), 'the highest level taught: P1–P6, S1–S3, S4–S5 or S6', '任教的最高級別'),
    hkdse: describedAs(
      known(Hkdse),
      'HKDSE results: 0 unclassified or not taken, 1 to 5, 6 for 5*, 7 for 5**; left out when not relied on',
      '文憑試成績：0 為不予評級或沒有報考，1 至 5，5* 為 6，5** 為 7；不以此為據則略去',
    ),
    hkcee: describedAs(known(Hkcee), 'HKCEE passes; left out when not relied on', '會考合格科目；不以此為據則略去'),
    hkale: describedAs(known(Hkale), 'HKALE passes; left out when not relied on', '高級程度會考合格科目；不以此為據則略去'),
    oneSitting: flag('the results are of one sitting; used only when A-C12 is read as oneSitting', '成績屬同一次考試；只在 A-C12 採用 oneSitting 時使用'),
    highest,
    equivalent: flag('declared equivalent to or higher than what the row of the table asks for', '聲明具附表該行的同等或以上學歷'),
    ...everyone,
  }),
  z.strictObject({
    course: describedAs(z.literal('specialist'), 'the kind of course: specialist subjects', '課程類別：專科'),
    qualifiedTeacher: flag('a qualified teacher under the Education Ordinance', '符合《教育條例》的合資歷教師'),
    highest,
    ...everyone,
  }),
  z.strictObject({ course: describedAs(z.literal('personalGrowth'), 'the kind of course: personal growth', '課程類別：成長課程'), relevant: flag('has relevant qualifications', '具備相關資歷'), ...everyone }),
  z.strictObject({ course: describedAs(z.literal('interest'), 'the kind of course: interest groups', '課程類別：興趣小組'), relevant: flag('has relevant qualifications', '具備相關資歷'), ...everyone }),
])
export type TutorInput = z.input<typeof TutorInput>

const routes = [
  'hkdse', 'hkcee', 'hkaleTwoAL', 'hkaleOneALTwoAS', 'highestQualification', 'equivalentOrHigher',
  'qualifiedTeacher', 'registeredSocialWorker', 'relevantQualification',
] as const

export const TutorFigures = z.strictObject({
  /** Whether the person may be engaged for the course; `null` while not known. */
  meets: z.boolean().nullable(),
  /** The first way, in the order of the table, by which the person qualifies. */
  route: z.enum(routes).nullable(),
})
export type TutorFigures = Readonly<z.output<typeof TutorFigures>>

type Tutor = z.output<typeof TutorInput>
type Course<C extends Tutor['course']> = Extract<Tutor, { course: C }>
type Tutorial = Course<'tutorial'>
type DseResult = z.output<typeof dseResult>

/** A way to qualify: every rule of it must be met. */
interface Way {
  readonly route: (typeof routes)[number]
  readonly findings: readonly Finding[]
}

const isMet = ({ findings }: Way): boolean | null => allOf(...findings.map(({ met }) => met))
const single = (route: Way['route'], finding: Finding): Way => ({ route, findings: [finding] })

/** Whether one of several ways is met, and where: the path is of the first way that decides, or of a fact that still could. */
function oneOfWays(ways: readonly Way[]): Condition {
  const holds = anyOf(...ways.map(isMet))
  const deciding = ways.find((each) => isMet(each) === holds)?.findings.find(({ met }) => met === holds)
  return { holds, path: deciding?.path ?? [] }
}

/** What a table row asks for: met by any of its ways. */
function row(rule: Rule<boolean, void>, ways: readonly Way[]): readonly Finding[] {
  const { holds, path } = oneOfWays(ways)
  const own = new Set(flatMap(ways, ({ findings }) => findings))
  return [...own, rule.apply(holds, path)]
}

/** Subjects counted so far; while some are not known, too few is not yet a failure. */
const counted = (rule: Rule<number, void>, subjects: number, path: Path, missing: string | undefined): Finding => {
  const finding = rule.apply(subjects, path)
  return finding.met === true || missing === undefined ? finding : rule.unknown([...path, missing])
}

/** The first result that could still bring the subjects to five; none when even all that are not known would be too few. */
function missingResult(subjects: number, openCore: readonly string[], others: unknown): string | undefined {
  if (others == null) return openCore[0] ?? 'others'
  return subjects + openCore.length >= SUBJECTS ? openCore[0] : undefined
}

const attainedAs = { attained: PRIMARY_LEVEL, attainedWithDistinction: JUNIOR_LEVEL } as const

interface HkdseRow {
  readonly level: number
  readonly subjects: Rule<number, void>
  readonly core: Rule<number, void>
}

const hkdseRows = {
  primary: { level: PRIMARY_LEVEL, subjects: rules.primaryDseSubjects, core: rules.primaryDseCore },
  junior: { level: JUNIOR_LEVEL, subjects: rules.juniorDseSubjects, core: rules.juniorDseCore },
} as const

/** Five HKDSE subjects at a level, Chinese, English and Mathematics among them. */
function hkdseWay({ hkdse }: Tutorial, { level, subjects, core }: HkdseRow, attainedToo: boolean): readonly Way[] {
  if (hkdse == null) return []
  const reaches = (result: DseResult): boolean =>
    typeof result === 'number' ? result >= level : attainedToo && attainedAs[result] >= level
  const inCore = coreSubjects.filter((subject) => hkdse[subject] != null && reaches(hkdse[subject])).length
  const subjectsSoFar = inCore + (hkdse.others?.filter(reaches).length ?? 0)
  const openCore = coreSubjects.filter((subject) => hkdse[subject] == null)
  const coreFailed = coreSubjects.some((subject) => hkdse[subject] != null && !reaches(hkdse[subject]))
  return [{
    route: 'hkdse',
    findings: [
      counted(subjects, subjectsSoFar, ['hkdse'], missingResult(subjectsSoFar, openCore, hkdse.others)),
      counted(core, inCore, ['hkdse'], coreFailed ? undefined : openCore[0]),
    ],
  }]
}

/** Five HKCEE passes, Chinese, English (Syllabus B) and Mathematics among them. */
function hkceeWay({ hkcee }: Tutorial, syllabusAToo: boolean): readonly Way[] {
  if (hkcee == null) return []
  const english = hkcee.english == null ? null : hkcee.english === 'syllabusB' || (syllabusAToo && hkcee.english === 'syllabusAGradeC')
  const core = { chinese: hkcee.chinese, english, mathematics: hkcee.mathematics }
  const inCore = coreSubjects.filter((subject) => core[subject] === true).length
  const subjectsSoFar = inCore + (hkcee.others ?? 0)
  const openCore = coreSubjects.filter((subject) => core[subject] == null)
  const coreFailed = coreSubjects.some((subject) => core[subject] === false)
  return [{
    route: 'hkcee',
    findings: [
      counted(rules.primaryHkceeSubjects, subjectsSoFar, ['hkcee'], missingResult(subjectsSoFar, openCore, hkcee.others)),
      counted(rules.primaryHkceeCore, inCore, ['hkcee'], coreFailed ? undefined : openCore[0]),
    ],
  }]
}

/** Chinese and English in HKALE, with two AL subjects, or with one AL and two AS. */
function hkaleWays({ hkale }: Tutorial): readonly Way[] {
  if (hkale == null) return []
  const { chinese, english, otherAL, otherAS } = hkale
  const passed = [chinese, english].filter((each) => each === true).length
  const unknownLanguage = chinese == null ? 'chinese' : 'english'
  const languageMissing = allOf(chinese, english) === null ? unknownLanguage : undefined
  const languages = counted(rules.juniorAlLanguages, passed, ['hkale'], languageMissing)
  return [
    { route: 'hkaleTwoAL', findings: [languages, rules.juniorTwoAl.apply(otherAL, ['hkale', 'otherAL'])] },
    {
      route: 'hkaleOneALTwoAS',
      findings: [languages, rules.juniorOneAl.apply(otherAL, ['hkale', 'otherAL']), rules.juniorTwoAs.apply(otherAS, ['hkale', 'otherAS'])],
    },
  ]
}

/** Whether the qualification held is among those that the table puts higher; where it puts none, it need not be known. */
function isAmong(highest: Tutorial['highest'], higher: readonly string[]): boolean | null {
  if (higher.length === 0) return false
  return highest == null ? null : higher.includes(highest)
}

/** Equivalent as declared, or higher: by the qualification held, or by the examination that a higher row names. */
function equivalentWay(rule: Rule<boolean, void>, { equivalent, highest }: Tutorial, higher: readonly string[], ofHigherRow: readonly Way[] = []): Way {
  const facts: readonly Condition[] = [
    { holds: equivalent, path: ['equivalent'] },
    { holds: isAmong(highest, higher), path: ['highest'] },
    oneOfWays(ofHigherRow),
  ]
  const holds = anyOf(...facts.map((fact) => fact.holds))
  const deciding = facts.find((fact) => (fact.holds ?? null) === holds)
  return single('equivalentOrHigher', rule.apply(holds, deciding?.path ?? []))
}

/** Results of several sittings count or not, as A-C12 is read; without results the point does not arise. */
function inSittings(ways: readonly Way[], { oneSitting }: Tutorial, reader: Reader): readonly Way[] {
  if (ways.length === 0 || reader.take('A-C12') !== 'oneSitting') return ways
  const sitting = rules.resultsOfOneSitting.apply(oneSitting, ['oneSitting'])
  return ways.map(({ route, findings }) => ({ route, findings: [...findings, sitting] }))
}

/** The ways through examinations, as A-C12 reads the results. */
function examinationWays(tutor: Tutorial, level: 'primary' | 'junior', reader: Reader): readonly Way[] {
  const { hkdse, hkcee, hkale } = tutor
  if (hkdse == null && (level === 'primary' ? hkcee : hkale) == null) return []
  const taken = reader.take('A-C12')
  const ways = [
    ...hkdseWay(tutor, hkdseRows[level], taken === 'attainedToo'),
    ...(level === 'primary' ? hkceeWay(tutor, taken === 'syllabusAToo') : hkaleWays(tutor)),
  ]
  return inSittings(ways, tutor, reader)
}

/** A-C11: a registered social worker in a course for which the table does not name one. */
function socialWorkerWay(rsw: MaybeKnown, named: readonly Way[], reader: Reader): readonly Way[] {
  if (anyOf(...named.map(isMet)) === true) return []
  if (rsw !== false && reader.take('A-C11') === 'personalGrowthOnly') return []
  return [single('registeredSocialWorker', rules.isSocialWorkerForAnyCourse.apply(rsw, ['rsw']))]
}

const tutorialRows = {
  primary: rules.qualifiedForPrimary,
  junior: rules.qualifiedForJunior,
  'S4-S5': rules.qualifiedForS4S5,
  S6: rules.qualifiedForS6,
} as const

function tutorialWays(tutor: Tutorial, level: keyof typeof tutorialRows, reader: Reader): readonly Way[] {
  switch (level) {
    case 'primary':
      return [
        ...examinationWays(tutor, level, reader),
        equivalentWay(rules.primaryEquivalent, tutor, ['HD', 'AD', 'degree'], inSittings(hkaleWays(tutor), tutor, reader)),
      ]
    case 'junior':
      return [...examinationWays(tutor, level, reader), equivalentWay(rules.juniorEquivalent, tutor, ['HD', 'AD', 'degree'])]
    case 'S4-S5':
      return [
        single('highestQualification', rules.higherDiplomaOrAssociateDegree.apply(tutor.highest, ['highest'])),
        equivalentWay(rules.s4s5Equivalent, tutor, ['degree']),
      ]
    case 'S6':
      return [
        single('highestQualification', rules.degreeForS6.apply(tutor.highest, ['highest'])),
        equivalentWay(rules.s6Equivalent, tutor, []),
      ]
  }
}

/** The ways that a course accepts, and the findings on them. */
interface Judged {
  readonly ways: readonly Way[]
  readonly findings: readonly Finding[]
}

function judge(tutor: Tutor, reader: Reader): Judged {
  switch (tutor.course) {
    case 'tutorial': {
      if (tutor.level == null) return { ways: [], findings: Object.values(tutorialRows).map((rule) => rule.unknown(['level'])) }
      const named = tutorialWays(tutor, tutor.level, reader)
      const ways = [...named, ...socialWorkerWay(tutor.rsw, named, reader)]
      return { ways, findings: row(tutorialRows[tutor.level], ways) }
    }
    case 'specialist': {
      const teacher = rules.isQualifiedTeacher.apply(tutor.qualifiedTeacher, ['qualifiedTeacher'])
      const named = [single('qualifiedTeacher', teacher)]
      const ways = [...named, ...socialWorkerWay(tutor.rsw, named, reader)]
      const graduate = teacher.met === false ? [] : [rules.teacherIsGraduate.apply(tutor.highest, ['highest'])]
      return { ways, findings: [...row(rules.qualifiedForSpecialist, ways), ...graduate] }
    }
    case 'personalGrowth': {
      const ways = [
        single('registeredSocialWorker', rules.isSocialWorkerForGrowth.apply(tutor.rsw, ['rsw'])),
        single('relevantQualification', rules.isRelevantForGrowth.apply(tutor.relevant, ['relevant'])),
      ]
      return { ways, findings: row(rules.qualifiedForGrowth, ways) }
    }
    case 'interest': {
      const named = [single('relevantQualification', rules.isRelevantForInterest.apply(tutor.relevant, ['relevant']))]
      const ways = [...named, ...socialWorkerWay(tutor.rsw, named, reader)]
      return { ways, findings: row(rules.qualifiedForInterest, ways) }
    }
  }
}

const parse = parser(TutorInput)

/**
 * Whether a tutor or social worker may be engaged for a course, and by which way of the table.
 *
 * Five subjects are enough, and the level named is enough; Chinese, English and Mathematics must be among the five, so
 * a sixth good subject does not make up for a weak one of the three. In HKALE two Advanced Level subjects count beside
 * Chinese and English, or one with two Advanced Supplementary ones. "Equivalent or higher" is met by a higher
 * qualification of the table or as declared, and for P1 to P6 by HKALE passes that are enough for S1 to S3. An
 * examination that is left out is not relied on; any other fact that is left out is not known. A non-local
 * qualification needs an assessment document in every course.
 *
 * Not checked: what a relevant qualification is, and which courses are specialist subjects; the text does not say.
 *
 * @param input the course and the tutor; HKDSE levels 0 to 7 (6 is 5*, 7 is 5**), other subjects as counts
 * @param options another reading of A-C11 (social workers) or A-C12 (which results count)
 * @returns whether the person meets the table, and the way
 * @throws InputError when a level or a qualification is not one of the list
 * @source CBP guidelines 2025/26 para 8(c)iii s1, tables 甲 to 丁 and note
 * @example
 * checkTutorQualification({ course: 'tutorial', level: 'primary', hkdse: { chinese: 2, english: 2, mathematics: 2, others: [2, 2] }, nonLocal: false }).value.route //=> 'hkdse'
 * @example
 * checkTutorQualification({ course: 'tutorial', level: 'S6', highest: 'degree', nonLocal: true, assessment: false }).outcome //=> 'breach'
 */
export function checkTutorQualification(input: TutorInput, options?: Options): Answer<TutorFigures> {
  const tutor = parse(input)
  const reader = readings.reader(options)
  const { ways, findings } = judge(tutor, reader)
  const nonLocal = { holds: tutor.nonLocal, path: ['nonLocal'] }
  const assessed = whereItApplies(nonLocal, rules.nonLocalAssessed, tutor.assessment, ['assessment'])
  const qualifies = ways.length === 0 ? null : anyOf(...ways.map(isMet))
  return answer(
    {
      meets: allOf(qualifies, ...assessed.map(({ met }) => met)),
      route: ways.find((each) => isMet(each) === true)?.route ?? null,
    },
    [...findings, ...assessed],
    reader.taken,
  )
}

export const checkTutorQualificationEntry = {
  name: 'checkTutorQualification',
  answers: text('Whether a tutor or social worker may be engaged for a course', '導師或社工的資歷是否符合課程要求'),
  input: TutorInput,
  value: TutorFigures,
  rules,
  run: checkTutorQualification,
} as const satisfies FunctionEntry
