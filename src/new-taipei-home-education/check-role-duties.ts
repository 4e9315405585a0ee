import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { atMost } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { describedAs, known, label, listOf } from '../kernel/fields.js'
import { parser } from '../kernel/input.js'
import { text } from '../kernel/text.js'
import { plan, readings, type Options } from './document.js'
import { duties, type DutyCode } from './duties.js'

const NONE = 0

const rules = plan.rules({
  ...duties,
  listedDuties: {
    at: '肆',
    force: 'in-principle',
    decides: text('whoever keeps the list of what was done', '紀錄者'),
    test: atMost(NONE, 'item'),
    says: text('Of the codes given as done, {test} are ones that this checklist does not hold for the role.', '所列代碼中，本檢核表未列於該角色者{test}。'),
    next: text(
      'check the codes: a duty such as XII.3 is in another function; items (4) and (5) of IV.4 do not exist',
      '核對代碼：壹拾貳、三等職責由其他函式檢核；肆、四並無（四）（五）兩款',
    ),
  },
})

const educationDepartment = [
  '4.1.1', '4.1.2', '4.1.3', '4.1.4', '4.1.5', '4.1.6', '4.1.7', '4.1.8', '4.1.9', '4.1.10', '12.1', '12.4', '12.5',
] as const satisfies readonly DutyCode[]
const specialEducationResourceCentre = ['4.2.1', '4.2.2', '4.2.3', '4.2.4', '4.2.5', '12.2', '12.5'] as const satisfies readonly DutyCode[]
const ofRegistration = [
  '4.3.1', '4.3.2', '4.3.3', '4.3.4', '4.3.5', '4.3.6', '4.3.7', '4.3.8', '4.3.9', '4.3.10', '4.3.11', '4.3.12', '4.3.13', '4.3.14', '4.3.15',
] as const satisfies readonly DutyCode[]
const onChange = ['8.4', '8.4.1.1'] as const satisfies readonly DutyCode[]
const services = ['7.3.1', '7.3.2', '7.3.3', '7.3.4', '7.3.5'] as const satisfies readonly DutyCode[]
const ofTeaching = ['5.1.1', '5.1.2', '5.1.3', '5.1.4', '5.1.5', '5.1.6', '5.1.7', '5.1.8', '7.1.5.2', '10.1.3.1', '10.1.3.2'] as const satisfies readonly DutyCode[]

/** The duties of a role: those that it always has, and those that depend on the kind of teacher. */
interface RoleDuties {
  readonly always: readonly DutyCode[]
  readonly departmentAssigned?: readonly DutyCode[]
  readonly schoolAssigned?: readonly DutyCode[]
}

/** IV.4 gives the hosting school the duties of a school of registration too; the officer of X.1(2) belongs to the latter. */
const dutiesOfRole = {
  educationDepartment: { always: educationDepartment },
  specialEducationResourceCentre: { always: specialEducationResourceCentre },
  registeredSchool: { always: [...ofRegistration, '7.2.2', ...services, ...onChange], schoolAssigned: ['10.1.2c'] },
  itinerantClassSchool: { always: [...ofRegistration, '4.4.1', '4.4.2', '4.4.3', '4.4.6', '11.3'] },
  itinerantTeacher: {
    always: ofTeaching,
    departmentAssigned: ['10.1.1a', '10.1.1b', '10.1.1c', '10.1.1d'],
    schoolAssigned: ['10.1.2a', '10.1.2b'],
  },
  homeroomTeacher: { always: ['5.2.1', '5.2.2', '5.2.3', '5.2.4', '5.2.5', '5.2.6'] },
  relatedProfessional: { always: ['5.3.1', '5.3.2', '5.3.3', '5.3.4'] },
  schoolSocialWorker: { always: ['5.4.1', '5.4.2', '5.4.3', '5.4.4'] },
  parent: { always: ['9.1', '9.2', '9.3', '9.4', '9.5', '9.6'] },
} as const satisfies Readonly<Record<string, RoleDuties>>

const MOST_CODES = 200

const roles = [
  'educationDepartment',
  'specialEducationResourceCentre',
  'registeredSchool',
  'itinerantClassSchool',
  'itinerantTeacher',
  'homeroomTeacher',
  'relatedProfessional',
  'schoolSocialWorker',
  'parent',
] as const satisfies readonly (keyof typeof dutiesOfRole)[]

export const RoleDutiesInput = z.strictObject({
  role: describedAs(z.enum(roles), 'who has the duties', '負責者'),
  teacherType: describedAs(
    known(z.enum(['departmentAssigned', 'schoolAssigned'])),
    "the Department's teacher or the school's own; it matters to the itinerant teacher and to the school of registration",
    '局派教師或自派教師；影響巡迴輔導教師及設籍學校的職責',
  ),
  done: describedAs(
    listOf(label(), MOST_CODES).nullish(),
    'codes of the duties that were done, such as 4.3.15; left out, the duties are only listed',
    '已辦職責的代碼，例如 4.3.15；未提供則只列出職責',
  ),
})
export type RoleDutiesInput = z.input<typeof RoleDutiesInput>

export const RoleDutiesFigures = z.strictObject({
  /** How many duties the role has for certain. */
  dutyCount: z.int(),
  /** The kind of teacher is not known and may add to them. */
  isMinimum: z.boolean(),
  duties: z.array(z.string()).readonly(),
  /** Codes given as done that this checklist does not hold for the role. */
  unknownCodes: z.array(z.string()).readonly(),
})
export type RoleDutiesFigures = Readonly<z.output<typeof RoleDutiesFigures>>

const parse = parser(RoleDutiesInput)

/**
 * Which duties the plan gives a role, and which of them are not done.
 *
 * Without a list of what was done the duties are only listed. With one, each duty has its finding: a duty that is not in
 * the list is a breach; one that arises on an occasion only, such as a return to school, is for the role to judge; what the
 * plan asks of parents is advice. While the kind of teacher is not known, the duties that depend on it are neither done nor
 * missed. A code that is not in the list of the role is reported and counts for nothing; IV.4 has no items (4) and (5). No number
 * or date is attached to a duty here: those that have one are in the other functions.
 *
 * @param input the role, the kind of teacher, and the codes of what was done
 * @param options none of the readings changes this answer
 * @returns the duties by code, how many they are, and the codes that are none of them
 * @throws InputError when the role or the kind of teacher is unknown
 * @source New Taipei home-education plan (2019) IV, V, VII.1(5)2, VII.2(2), VII.3, VIII.4, IX, X.1, XI.3, XII.1–2, XII.4–5
 * @example
 * checkRoleDuties({ role: 'homeroomTeacher' }).value.dutyCount //=> 6
 * @example
 * checkRoleDuties({ role: 'itinerantClassSchool', done: ['4.4.4'] }).value.unknownCodes //=> ['4.4.4']
 */
export function checkRoleDuties(input: RoleDutiesInput, options?: Options): Answer<RoleDutiesFigures> {
  const { role, teacherType, done } = parse(input)
  const reader = readings.reader(options)
  if (role === 'itinerantClassSchool') reader.take('N-A13')

  const { always, departmentAssigned = [], schoolAssigned = [] }: RoleDuties = dutiesOfRole[role]
  const byTeacher = { departmentAssigned, schoolAssigned }
  const open = teacherType == null ? [...departmentAssigned, ...schoolAssigned] : []
  const certain = teacherType == null ? always : [...always, ...byTeacher[teacherType]]
  const ofThisRole: readonly string[] = [...certain, ...open]
  const unknownCodes = (done ?? []).filter((code) => !ofThisRole.includes(code))
  const value = { dutyCount: certain.length, isMinimum: open.length > NONE, duties: certain, unknownCodes }
  if (done == null) return answer(value, [], reader.taken)

  const wasDone = new Set<string>(done)
  const findings = [
    ...certain.map((code) => rules[code].apply(wasDone.has(code), ['done'])),
    ...open.map((code) => rules[code].unknown(['teacherType'])),
    rules.listedDuties.apply(unknownCodes.length, ['done']),
  ]
  return answer(value, findings, reader.taken)
}

export const checkRoleDutiesEntry = {
  name: 'checkRoleDuties',
  answers: text('Which duties a role has, and which are not done', '各角色的職責，以及尚未辦理者'),
  input: RoleDutiesInput,
  value: RoleDutiesFigures,
  rules,
  run: checkRoleDuties,
} as const satisfies FunctionEntry
