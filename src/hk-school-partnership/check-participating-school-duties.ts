import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { present } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { describedAs, known, yesOrNo } from '../kernel/fields.js'
import { parser } from '../kernel/input.js'
import { text } from '../kernel/text.js'
import { memorandum, readings, type Options } from './document.js'

const rules = memorandum.rules({
  activeParticipation: {
    at: '7 s1',
    force: 'mandatory',
    test: present(),
    says: text("The school takes an active part in the centre's activities.", '學校積極參與資源中心的支援活動。'),
  },
  learnFromCentre: {
    at: '7 s1',
    force: 'mandatory',
    test: present(),
    says: text('It watches and learns from the centre.', '學校向資源中心觀摩學習。'),
  },
  applyLearning: {
    at: '7 s1',
    force: 'mandatory',
    test: present(),
    says: text('It applies what it learns to students in need of support.', '學校把所學應用於支援有需要的學生。'),
  },
  managementSupport: {
    at: '7 s2',
    force: 'mandatory',
    test: present(),
    says: text('School management guides and supports the teachers.', '學校管理層給予教師指導及支持。'),
  },
  suitableTeachers: {
    at: '7 s3',
    force: 'mandatory',
    test: present(),
    says: text('Suitable teachers are assigned.', '學校選派合適的教師。'),
  },
  adequateSpace: {
    at: '7 s3',
    force: 'mandatory',
    test: present(),
    says: text('They have enough room to communicate and work with the centre.', '教師有足夠空間與資源中心溝通合作。'),
  },
  feedback: {
    at: '8',
    force: 'mandatory',
    test: present(),
    says: text('The school gives feedback on the services.', '學校就支援服務提供回饋。'),
    next: text('give feedback to the Bureau; the text sets neither form nor date', '向教育局提供回饋；文件沒有訂明形式或日期'),
  },
})

const fact = (en: string, zhHant: string) => describedAs(known(yesOrNo), en, zhHant)

/** What an ordinary school that takes part in the Scheme declares. */
export const ParticipatingSchoolDutiesInput = z.strictObject({
  activeParticipation: fact("whether the school takes an active part in the centre's activities", '學校有否積極參與支援活動'),
  learnFromCentre: fact('whether it watches and learns from the centre', '學校有否向資源中心觀摩學習'),
  applyLearning: fact('whether it applies what it learns', '學校有否應用所學'),
  managementSupport: fact('whether management guides and supports the teachers', '管理層有否給予教師指導及支持'),
  suitableTeachers: fact('whether suitable teachers are assigned', '有否選派合適的教師'),
  adequateSpace: fact('whether they have enough room to work with the centre', '教師有否足夠空間與資源中心合作'),
  feedback: fact('whether the school has given feedback', '學校有否提供回饋'),
})
export type ParticipatingSchoolDutiesInput = z.input<typeof ParticipatingSchoolDutiesInput>

export const ParticipatingSchoolDutiesFigures = z.strictObject({
  /** How many demands there are, and how many are met. */
  demands: z.int(),
  met: z.int(),
})
export type ParticipatingSchoolDutiesFigures = Readonly<z.output<typeof ParticipatingSchoolDutiesFigures>>

const parse = parser(ParticipatingSchoolDutiesInput)

/**
 * Whether an ordinary school that takes part in the Scheme does its part.
 *
 * Every duty is tested by itself; one that is missed is a breach, and one that is not stated is neither met nor
 * missed. How active is active and how much room is enough is for the school to say. Feedback has neither form nor
 * date in the text, so only whether it was given is asked. The visits of inspectors are the Bureau's own act.
 *
 * @param input what the school declares
 * @param options none of the readings changes this answer
 * @returns how many demands there are and how many are met
 * @throws InputError when a field is unknown or not true or false
 * @source EDBCM 116/2025 para 7 s1–s3, para 8
 * @example
 * checkParticipatingSchoolDuties({ activeParticipation: true, feedback: false }).outcome //=> 'breach'
 * @example
 * checkParticipatingSchoolDuties({ suitableTeachers: true, adequateSpace: true }).value.met //=> 2
 */
export function checkParticipatingSchoolDuties(
  input: ParticipatingSchoolDutiesInput,
  options?: Options,
): Answer<ParticipatingSchoolDutiesFigures> {
  const declared = parse(input)
  const reader = readings.reader(options)
  reader.take('A-S16')
  const findings = [
    rules.activeParticipation.apply(declared.activeParticipation, ['activeParticipation']),
    rules.learnFromCentre.apply(declared.learnFromCentre, ['learnFromCentre']),
    rules.applyLearning.apply(declared.applyLearning, ['applyLearning']),
    rules.managementSupport.apply(declared.managementSupport, ['managementSupport']),
    rules.suitableTeachers.apply(declared.suitableTeachers, ['suitableTeachers']),
    rules.adequateSpace.apply(declared.adequateSpace, ['adequateSpace']),
    rules.feedback.apply(declared.feedback, ['feedback']),
  ]
  return answer({ demands: findings.length, met: findings.filter(({ met }) => met === true).length }, findings, reader.taken)
}

export const checkParticipatingSchoolDutiesEntry = {
  name: 'checkParticipatingSchoolDuties',
  answers: text('Whether a participating school does its part', '參與學校是否已履行責任'),
  input: ParticipatingSchoolDutiesInput,
  value: ParticipatingSchoolDutiesFigures,
  rules,
  run: checkParticipatingSchoolDuties,
} as const satisfies FunctionEntry
