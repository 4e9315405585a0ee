import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { absent, atMost, present } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { count, describedAs, known, yesOrNo } from '../kernel/fields.js'
import { parser } from '../kernel/input.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { plan, readings, type Options, type Reader } from './document.js'

/** Official leave for guidance on one occasion, in half-days. @source New Taipei home-education plan (2019) X.2(2) */
const HALF_DAYS_EACH_TIME = 1

const NONE = 0
const MOST_HALF_DAYS = 400

const rules = plan.rules({
  leaveTakenInForm: {
    at: '壹拾、二、（一）',
    also: ['壹拾、三、（三）1後段', '壹拾、三、（三）2'],
    force: 'mandatory',
    test: present(),
    says: text('The teacher applied for leave at the establishment school.', '教師已向原編制學校辦理請假。'),
    next: text('complete the leave formalities', '補辦請假手續'),
  },
  parentsToldBeforehand: {
    at: '壹拾、二、（一）',
    force: 'mandatory',
    test: present(),
    says: text('The parents were told beforehand.', '已事先通知家長。'),
  },
  leaveForGuidance: {
    at: '壹拾、二、（二）',
    force: 'mandatory',
    test: atMost(HALF_DAYS_EACH_TIME, 'halfDay'),
    says: text('Official leave for guidance comes to {test} on one occasion.', '輔導日的公假每次{test}。'),
    next: text('book the rest as leave of another kind', '其餘時間改以其他假別辦理'),
  },
  leaveUnderOtherRules: {
    at: '壹拾、二、（三）',
    force: 'in-principle',
    decides: text('the school, under the teacher leave rules and city personnel rules', '學校，依教師請假規則及本市人事規定'),
    test: absent(),
    says: text('The session was missed for leave that the plan does not regulate: {test}.', '未能如期輔導係因本計畫未規定的假別：{test}。'),
    next: text('look the leave up in the teacher leave rules', '依教師請假規則辦理'),
  },
  madeUpAfterOfficialLeave: {
    at: '壹拾、三、（三）1前段',
    force: 'mandatory',
    test: present(),
    says: text('The session was rescheduled, or another teacher held it.', '已自行調補課，或協調其他教師授課。'),
    next: text('reschedule, or arrange another teacher', '調補課或協調其他教師'),
  },
  proofInRecord: {
    at: '壹拾、三、（三）1後段',
    force: 'mandatory',
    test: present(),
    says: text("Proof of the official leave is attached to the session's record.", '當次輔導紀錄附有公假證明。'),
    next: text('attach the proof, or make the session up', '補附證明，或補課'),
  },
  madeUpAfterLeave: {
    at: '壹拾、三、（三）2',
    force: 'mandatory',
    test: present(),
    says: text('The session was made up, or a substitute found by the teacher held it.', '已調補課或自請代課。'),
    next: text('make the session up or find a substitute; there is no waiver', '調補課或自請代課，不得免補'),
  },
  reasonInRecord: {
    at: '壹拾、三、（三）3',
    force: 'mandatory',
    test: present(),
    says: text("The reason is stated in the session's record.", '當次服務紀錄已敘明原因。'),
    next: text('state it in the record, or make the session up', '於紀錄敘明，或補課'),
  },
  signedByParent: {
    at: '壹拾、三、（三）3',
    force: 'mandatory',
    test: present(),
    says: text('A parent signed the record.', '紀錄經家長簽名確認。'),
    next: text('have a parent sign, or make the session up', '請家長簽名，或補課'),
  },
  offeredAtNewPlace: {
    at: '壹拾、三、（三）4',
    force: 'mandatory',
    test: present(),
    says: text(
      'The session was offered at the new place: a change of place for medical care is no ground to refuse.',
      '已於新地點提供教學；不得以醫療變更地點為由拒絕。',
    ),
    next: text('offer the session where the student is treated', '於學生就醫處提供教學'),
  },
})

const fact = (en: string, zhHant: string) => describedAs(known(yesOrNo), en, zhHant)

export const MissedSessionInput = z.strictObject({
  cause: describedAs(
    z.enum(['specialEducationOfficialLeave', 'personalLeave', 'sickLeave', 'otherLeave', 'studentHealth', 'studentMedicalRelocation']),
    'why the session did not take place as scheduled',
    '未能如期輔導的原因',
  ),
  madeUp: fact('whether the session was made up, held by somebody else, or offered at the new place', '是否已補課、由他人授課或於新地點提供'),
  substituteFound: fact('whether another teacher could be found', '能否覓得代課教師'),
  leaveFormalities: fact('whether leave was applied for at the establishment school', '是否已向原編制學校請假'),
  leaveProofInRecord: fact('whether proof of the official leave is in the record', '紀錄是否附公假證明'),
  parentNotifiedInAdvance: fact('whether the parents were told beforehand', '是否事先通知家長'),
  recordedInServiceRecord: fact('whether the reason is in the service record', '服務紀錄是否敘明原因'),
  parentSigned: fact('whether a parent signed the record', '家長是否簽名'),
  guidanceOfficialLeaveHalfDays: describedAs(
    known(count(MOST_HALF_DAYS)),
    'official leave for guidance on this occasion, in half-days; 0 for none; asked for only where official leave is the cause',
    '當次輔導公假的半日數；沒有則填 0；只在原因為公假時須填',
  ),
  teacher: describedAs(
    known(z.enum(['assisting', 'itinerant'])),
    'a teacher who assists, or the itinerant teacher; used only when N-A18 is read as assistingTeachers',
    '協助輔導的教師或巡迴輔導教師；只在 N-A18 採用 assistingTeachers 時使用',
  ),
})
export type MissedSessionInput = z.input<typeof MissedSessionInput>

const makeUpOption = z.enum(['reschedule', 'otherTeacher', 'selfArrangedSubstitute'])

export const MissedSessionFigures = z.strictObject({
  /** `null` while it is not known whether another teacher could be found. */
  makeUp: z.enum(['required', 'waivable', 'sessionMustBeOffered', 'notRegulated']).nullable(),
  makeUpOptions: z.array(makeUpOption).readonly(),
  /** 0 for a teacher without a limit; `null` while the half-days, or whose they are, are not known. */
  excessOfficialLeaveHalfDays: z.int().nullable(),
})
export type MissedSessionFigures = Readonly<z.output<typeof MissedSessionFigures>>

type Facts = z.output<typeof MissedSessionInput>

interface Ruling {
  readonly makeUp: MissedSessionFigures['makeUp']
  readonly makeUpOptions: MissedSessionFigures['makeUpOptions']
  readonly findings: readonly Finding[]
}

/** X.2(1): leave in form, and parents told beforehand. */
const leave = ({ leaveFormalities, parentNotifiedInAdvance }: Facts): readonly Finding[] => [
  rules.leaveTakenInForm.apply(leaveFormalities, ['leaveFormalities']),
  rules.parentsToldBeforehand.apply(parentNotifiedInAdvance, ['parentNotifiedInAdvance']),
]

/** X.3(3)1: make the session up; when nobody can be found, proof in the record serves instead. */
function officialLeave(facts: Facts): Ruling {
  const { substituteFound, madeUp, leaveProofInRecord } = facts
  const makeUpOptions = ['reschedule', 'otherTeacher'] as const
  const makeUp = substituteFound == null ? null : substituteFound ? 'required' : 'waivable'
  const findings = [...leave(facts)]
  if (madeUp === true || makeUp === 'required') findings.push(rules.madeUpAfterOfficialLeave.apply(madeUp, ['madeUp']))
  else if (makeUp === 'waivable') findings.push(rules.proofInRecord.apply(leaveProofInRecord, ['leaveProofInRecord']))
  else findings.push(rules.madeUpAfterOfficialLeave.unknown(['substituteFound']))
  return { makeUp, makeUpOptions, findings }
}

/** X.3(3)2: always made up. */
function ownLeave(facts: Facts): Ruling {
  return {
    makeUp: 'required',
    makeUpOptions: ['reschedule', 'selfArrangedSubstitute'],
    findings: [...leave(facts), rules.madeUpAfterLeave.apply(facts.madeUp, ['madeUp'])],
  }
}

/** X.2(3): another kind of leave, for which the plan has no rule of its own. */
function otherLeave(facts: Facts, reader: Reader): Ruling {
  if (reader.take('N-A22') === 'likePersonalLeave') return ownLeave(facts)
  return { makeUp: 'notRegulated', makeUpOptions: [], findings: leave(facts) }
}

/** X.3(3)3: no make-up needed when the record says why and a parent has signed. */
function studentHealth({ madeUp, recordedInServiceRecord, parentSigned }: Facts): Ruling {
  const conditions = [
    rules.reasonInRecord.apply(recordedInServiceRecord, ['recordedInServiceRecord']),
    rules.signedByParent.apply(parentSigned, ['parentSigned']),
  ]
  return { makeUp: 'waivable', makeUpOptions: ['reschedule'], findings: madeUp === true ? [] : conditions }
}

/** X.3(3)4: no ground to refuse. */
const medicalRelocation = ({ madeUp }: Facts): Ruling => ({
  makeUp: 'sessionMustBeOffered',
  makeUpOptions: [],
  findings: [rules.offeredAtNewPlace.apply(madeUp, ['madeUp'])],
})

function rulingOn(facts: Facts, reader: Reader): Ruling {
  switch (facts.cause) {
    case 'specialEducationOfficialLeave':
      return officialLeave(facts)
    case 'personalLeave':
    case 'sickLeave':
      return ownLeave(facts)
    case 'otherLeave':
      return otherLeave(facts, reader)
    case 'studentHealth':
      return studentHealth(facts)
    case 'studentMedicalRelocation':
      return medicalRelocation(facts)
  }
}

interface GuidanceLeave {
  readonly excess: MissedSessionFigures['excessOfficialLeaveHalfDays']
  readonly findings: readonly Finding[]
}

/** X.2(2): half a day each time, for whoever N-A18 says. It speaks of official leave: nothing is asked for after another cause. */
function guidanceLeave({ cause, guidanceOfficialLeaveHalfDays: halfDays, teacher }: Facts, reader: Reader): GuidanceLeave {
  const concerned = cause === 'specialEducationOfficialLeave'
  const missing = (field: keyof Facts): GuidanceLeave =>
    ({ excess: null, findings: concerned ? [rules.leaveForGuidance.unknown([field])] : [] })
  if (halfDays == null && !concerned) return { excess: null, findings: [] }
  if (halfDays !== NONE && reader.take('N-A18') === 'assistingTeachers') {
    if (teacher == null) return missing('teacher')
    if (teacher === 'itinerant') return { excess: NONE, findings: [] }
  }
  if (halfDays == null) return missing('guidanceOfficialLeaveHalfDays')
  return {
    excess: Math.max(NONE, halfDays - HALF_DAYS_EACH_TIME),
    findings: [rules.leaveForGuidance.apply(halfDays, ['guidanceOfficialLeaveHalfDays'])],
  }
}

const parse = parser(MissedSessionInput)

/**
 * Whether a session that did not take place must be made up, and whether everything that goes with it was done.
 *
 * After official leave for special-education work the session is made up or taken by another teacher; only when nobody can
 * be found may it fall away, with proof in the record. After personal or sick leave it is always made up. A session missed
 * for the student's health may fall away when the record says why and a parent has signed; once it is made up, neither is
 * asked for. A change of place for medical care is never a ground to refuse. The teacher's own absence needs leave in form
 * and parents told beforehand; the student's does not. Half a day of official leave for guidance is in order, a second
 * half-day on the same occasion is one too many. How much there was is asked for after official leave only; given after
 * another cause, it is judged as well.
 *
 * @param input the cause, and what is known of make-up, leave and record; half-days are whole numbers
 * @param options another reading of N-A18 (whose leave) or N-A22 (other leave)
 * @returns whether the session must be made up, the ways, and the half-days of leave in excess
 * @throws InputError when the cause is missing or a value malformed
 * @source New Taipei home-education plan (2019) X.2(1)–(3), X.3(3)1–4
 * @example
 * checkMissedSession({ cause: 'sickLeave' }).value.makeUp //=> 'required'
 * @example
 * checkMissedSession({ cause: 'studentHealth', guidanceOfficialLeaveHalfDays: 2 }).value.excessOfficialLeaveHalfDays //=> 1
 */
export function checkMissedSession(input: MissedSessionInput, options?: Options): Answer<MissedSessionFigures> {
  const facts = parse(input)
  const reader = readings.reader(options)
  const { makeUp, makeUpOptions, findings } = rulingOn(facts, reader)
  const underOtherRules = rules.leaveUnderOtherRules.apply(makeUp === 'notRegulated', ['cause'])
  const { excess, findings: leaveFindings } = guidanceLeave(facts, reader)
  return answer({ makeUp, makeUpOptions, excessOfficialLeaveHalfDays: excess }, [...findings, underOtherRules, ...leaveFindings], reader.taken)
}

export const checkMissedSessionEntry = {
  name: 'checkMissedSession',
  answers: text('Whether a missed session must be made up, and what goes with it', '未能如期輔導時是否須補課，以及應辦事項'),
  input: MissedSessionInput,
  value: MissedSessionFigures,
  rules,
  run: checkMissedSession,
} as const satisfies FunctionEntry
