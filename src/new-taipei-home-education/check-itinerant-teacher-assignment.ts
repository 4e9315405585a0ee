import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { absent, oneOf, present } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { describedAs, known, listOf, yesOrNo } from '../kernel/fields.js'
import { parser } from '../kernel/input.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { plan, readings, type Options, type Reader } from './document.js'

const school = text('the school, with the Education Department', '學校，會同教育局')

const rules = plan.rules({
  schoolAssignedInPrinciple: {
    at: '柒、一、（一）2前段',
    force: 'in-principle',
    decides: school,
    test: oneOf('schoolAssigned'),
    says: text('A student in home education for health impairment has a teacher who is {test}.', '因身體病弱在家教育的學生，教師為{test}。'),
    next: text("state why the school's own teacher does not serve", '說明未由學校自派教師的理由'),
  },
  // 依下列原則選派: the word is principle, and the three are open enough that the school weighs them.
  selectionPrinciple: {
    at: '伍、一、來源（二）',
    force: 'in-principle',
    decides: school,
    test: present(),
    says: text('The teacher whom the school assigns meets one of the three principles.', '自派教師符合三項選派原則之一。'),
    next: text('look for a teacher with background, with the expertise, or at least willing', '另覓具背景、具專長或有意願的教師'),
  },
  knowsStudentOrHasBackground: {
    at: '伍、一、來源（二）1',
    force: 'alternative',
    test: present(),
    says: text('The teacher knows the student or has a special-education background.', '教師熟悉學生或具特教背景。'),
  },
  fittingExpertise: {
    at: '伍、一、來源（二）2',
    force: 'alternative',
    test: present(),
    says: text("The teacher's expertise fits the student's needs.", '教師專長符合學生需求。'),
  },
  willingTeacher: {
    at: '伍、一、來源（二）3',
    force: 'alternative',
    test: present(),
    says: text('The teacher is willing.', '教師有意願輔導。'),
  },
  nobodyOfHigherRank: {
    at: '伍、一、來源（二）',
    force: 'mandatory',
    test: absent(),
    says: text('A teacher who meets an earlier principle is available: {test}.', '另有符合前順位原則的教師：{test}。'),
    next: text('assign the teacher who meets the earlier principle', '改派符合前順位原則的教師'),
  },
  arrangedInMeeting: {
    at: '柒、一、（一）2中段',
    force: 'mandatory',
    test: oneOf('iepMeeting', 'specialEducationCommittee', 'caseMeeting'),
    says: text('The school arranges its teacher in {test}.', '學校經{test}安排教師。'),
    next: text('bring the arrangement before one of the three', '提交三種會議之一決定'),
  },
  fundingApplicationForm: {
    at: '柒、一、（一）2後段',
    force: 'mandatory',
    test: present(),
    says: text('The application for periods and money has the form.', '申請節數與經費時附有經費申請表。'),
  },
  iepAttached: {
    at: '柒、一、（一）2後段',
    force: 'mandatory',
    test: present(),
    says: text('It has the IEP.', '附有個別化教育計畫。'),
  },
  timetableAttached: {
    at: '柒、一、（一）2後段',
    force: 'mandatory',
    test: present(),
    says: text('It has the timetable.', '附有課表。'),
  },
})

const fact = (en: string, zhHant: string) => describedAs(known(yesOrNo), en, zhHant)

const documents = ['fundingApplicationForm', 'iep', 'timetable'] as const
const MOST_DOCUMENTS = 10

export const ItinerantTeacherAssignmentInput = z.strictObject({
  teacherType: describedAs(z.enum(['departmentAssigned', 'schoolAssigned']), "the Department's teacher or the school's own", '局派教師或自派教師'),
  placementReason: describedAs(known(z.enum(['healthImpairment', 'other'])), 'why home education was agreed to', '同意在家教育的原因'),
  candidate: describedAs(
    z.strictObject({
      familiarWithStudentOrSpecialEducationBackground: fact('knows the student or has a special-education background', '熟悉學生或具特教背景'),
      expertiseMatchesNeeds: fact('has expertise that fits the needs', '專長符合需求'),
      willing: fact('is willing', '有意願'),
      higherRankedTeacherAvailable: fact(
        'whether a teacher who meets an earlier principle is available; used only when N-A12 is read as ranked',
        '是否另有符合前順位原則的教師；只在 N-A12 採用 ranked 時使用',
      ),
    }).nullish(),
    'the teacher whom the school would assign',
    '擬自派的教師',
  ),
  decisionForum: describedAs(
    known(z.enum(['iepMeeting', 'specialEducationCommittee', 'caseMeeting', 'none'])),
    'the meeting that arranged the teacher',
    '決定安排教師的會議',
  ),
  documents: describedAs(known(listOf(z.enum(documents), MOST_DOCUMENTS)), 'documents with the application for periods and money', '申請節數與經費所附文件'),
})
export type ItinerantTeacherAssignmentInput = z.input<typeof ItinerantTeacherAssignmentInput>

export const ItinerantTeacherAssignmentFigures = z.strictObject({
  /** Whom the plan presumes; `null` while the reason is not known. */
  presumption: z.enum(['schoolAssigned', 'noPresumption']).nullable(),
  /** The first of the three principles that the teacher meets; `null` when none, not known, or a department-assigned teacher. */
  selectionCriterion: z.int().nullable(),
  /** What the school applies for. */
  schoolAction: z.enum(['applyForPeriodsAndFunding', 'applyOnReportingNet']),
})
export type ItinerantTeacherAssignmentFigures = Readonly<z.output<typeof ItinerantTeacherAssignmentFigures>>

type Facts = z.output<typeof ItinerantTeacherAssignmentInput>

interface Selection {
  readonly criterion: number | null
  readonly findings: readonly Finding[]
}

/** V.1: the first principle that the teacher meets; one that is met decides, whatever is not known of the others. */
function selection({ candidate }: Facts, reader: Reader): Selection {
  if (candidate == null) return { criterion: null, findings: [rules.selectionPrinciple.unknown(['candidate'])] }
  const background = rules.knowsStudentOrHasBackground.apply(
    candidate.familiarWithStudentOrSpecialEducationBackground,
    ['candidate', 'familiarWithStudentOrSpecialEducationBackground'],
  )
  const principles = [
    background,
    rules.fittingExpertise.apply(candidate.expertiseMatchesNeeds, ['candidate', 'expertiseMatchesNeeds']),
    rules.willingTeacher.apply(candidate.willing, ['candidate', 'willing']),
  ]
  const notRuledOut = principles.findIndex(({ met }) => met !== false)
  const criterion = principles[notRuledOut]?.met === true ? notRuledOut + 1 : null
  const { met, path } = principles.find((each) => each.met === true) ?? principles.find((each) => each.met === null) ?? background
  const findings = [rules.selectionPrinciple.apply(met, path), ...principles]
  const ranked = reader.take('N-A12') === 'ranked'
  if (ranked && criterion !== 1) {
    findings.push(rules.nobodyOfHigherRank.apply(candidate.higherRankedTeacherAvailable, ['candidate', 'higherRankedTeacherAvailable']))
  }
  return { criterion, findings }
}

/** VII.1(1)2, last part: the three documents of the application. */
function applicationDocuments(given: Facts['documents']): readonly Finding[] {
  const has = (name: (typeof documents)[number]): boolean | undefined => given?.includes(name)
  return [
    rules.fundingApplicationForm.apply(has('fundingApplicationForm'), ['documents']),
    rules.iepAttached.apply(has('iep'), ['documents']),
    rules.timetableAttached.apply(has('timetable'), ['documents']),
  ]
}

/** VII.1(1)2, first part: a principle for health impairment only. */
function presumption({ placementReason, teacherType }: Facts): readonly Finding[] {
  if (placementReason == null) return [rules.schoolAssignedInPrinciple.unknown(['placementReason'])]
  return placementReason === 'healthImpairment' ? [rules.schoolAssignedInPrinciple.apply(teacherType, ['teacherType'])] : []
}

const presumedFor = { healthImpairment: 'schoolAssigned', other: 'noPresumption' } as const

const parse = parser(ItinerantTeacherAssignmentInput)

/**
 * Whether a student's itinerant teacher was chosen as the plan asks: the presumption for health impairment, the choice of
 * the school's own teacher, the meeting that arranged it and the documents of the application.
 *
 * The presumption is a principle: a department-assigned teacher for a student with health impairment is for people to
 * judge, never a breach. Any one of the three meetings serves; all three documents are needed. For a department-assigned
 * teacher the school only applies on the reporting net, by a date that the Department's letter sets and this text does not
 * hold. Documents given as a list are all that there are; no list at all means not known. The days by which this is done
 * are in computeCaseDeadlines.
 *
 * @param input kind of teacher, reason of the placement and, for the school's own teacher, what is known of choice and papers
 * @param options another reading of N-A12 (ranking of the principles)
 * @returns whom the plan presumes, the principle met and what the school applies for
 * @throws InputError when a choice is missing or malformed
 * @source New Taipei home-education plan (2019) V.1 sources (2), VII.1(1)1–2
 * @example
 * checkItinerantTeacherAssignment({ teacherType: 'departmentAssigned', placementReason: 'healthImpairment' }).outcome //=> 'judgement'
 * @example
 * checkItinerantTeacherAssignment({ teacherType: 'departmentAssigned', placementReason: 'other' }).value.schoolAction //=> 'applyOnReportingNet'
 */
export function checkItinerantTeacherAssignment(
  input: ItinerantTeacherAssignmentInput,
  options?: Options,
): Answer<ItinerantTeacherAssignmentFigures> {
  const facts = parse(input)
  const reader = readings.reader(options)
  const presumed = facts.placementReason == null ? null : presumedFor[facts.placementReason]
  const findings = presumption(facts)
  if (facts.teacherType === 'departmentAssigned') {
    return answer({ presumption: presumed, selectionCriterion: null, schoolAction: 'applyOnReportingNet' }, findings, reader.taken)
  }
  const { criterion, findings: chosen } = selection(facts, reader)
  const arranged = rules.arrangedInMeeting.apply(facts.decisionForum, ['decisionForum'])
  return answer(
    { presumption: presumed, selectionCriterion: criterion, schoolAction: 'applyForPeriodsAndFunding' },
    [...findings, ...chosen, arranged, ...applicationDocuments(facts.documents)],
    reader.taken,
  )
}

export const checkItinerantTeacherAssignmentEntry = {
  name: 'checkItinerantTeacherAssignment',
  answers: text("Whether a student's itinerant teacher was chosen as the plan asks", '巡迴輔導教師的安排是否符合規定'),
  input: ItinerantTeacherAssignmentInput,
  value: ItinerantTeacherAssignmentFigures,
  rules,
  run: checkItinerantTeacherAssignment,
} as const satisfies FunctionEntry
