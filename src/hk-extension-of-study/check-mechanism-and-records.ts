import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { present } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { describedAs, known, yesOrNo } from '../kernel/fields.js'
import { parser } from '../kernel/input.js'
import { text } from '../kernel/text.js'
import { circular, readings, type Options } from './document.js'

const rules = circular.rules({
  fair: {
    at: '11 s2',
    also: ['App 乙'],
    force: 'mandatory',
    test: present(),
    says: text('The school-based mechanism is fair.', '校本機制公平。'),
  },
  evidenceBased: {
    at: '11 s2',
    also: ['App 乙'],
    force: 'mandatory',
    test: present(),
    says: text('The school-based mechanism rests on evidence.', '校本機制具實證。'),
  },
  transparent: {
    at: '11 s2',
    also: ['App 乙'],
    force: 'mandatory',
    test: present(),
    says: text('The school-based mechanism is transparent.', '校本機制具透明度。'),
  },
  objectiveCriteria: {
    at: '11 s2',
    also: ['App 乙'],
    force: 'mandatory',
    test: present(),
    says: text('Every case is decided each year on objective criteria.', '每年按客觀準則就每宗申請作決定。'),
  },
  appealMechanism: {
    at: '11 s3',
    force: 'mandatory',
    test: present(),
    says: text('The school has an appeal mechanism.', '學校設有上訴機制。'),
  },
  imcEndorsed: {
    at: '11 s4',
    force: 'mandatory',
    test: present(),
    says: text('The Incorporated Management Committee has endorsed the mechanism.', '機制經法團校董會通過。'),
  },
  listWithClassStructure: {
    at: '12(a)',
    force: 'mandatory',
    test: present(),
    says: text('Data on students to be extended go in with the class structure proposed for next year.', '建議下學年班級結構時，一併提交擬延長學生的資料。'),
  },
  supportingDocuments: {
    at: '12(b)',
    also: ['App 乙(vii)¶1'],
    force: 'mandatory',
    test: present(),
    says: text('Reports, case-conference records and teaching plans support each approval.', '每宗批核備有報告、個案會議紀錄及教學計劃等證明。'),
  },
  documentsFiled: {
    at: '12(b)',
    also: ['App 乙(vii)¶1'],
    force: 'mandatory',
    test: present(),
    says: text('These documents are filed for inspection.', '有關文件已存檔備查。'),
  },
  semisAllStudents: {
    at: '12(c)',
    force: 'mandatory',
    test: present(),
    says: text("Every student's level status is reported through SEMIS each school year.", '每學年經 SEMIS 呈報所有學生的學制身份。'),
  },
})

const fact = (en: string, zhHant: string) => describedAs(known(yesOrNo), en, zhHant)

export const MechanismAndRecordsInput = z.strictObject({
  fair: fact('whether the mechanism is fair', '機制是否公平'),
  evidenceBased: fact('whether it rests on evidence', '是否具實證'),
  transparent: fact('whether it is transparent', '是否具透明度'),
  objectiveCriteria: fact('whether cases are decided on objective criteria', '是否按客觀準則決定'),
  appealMechanism: fact('whether there is an appeal mechanism', '有否上訴機制'),
  imcEndorsed: fact('whether the IMC has endorsed the mechanism', '法團校董會是否已通過機制'),
  listWithClassStructure: fact('whether the data went in with the class structure', '有否隨班級結構提交資料'),
  supportingDocuments: fact('whether supporting documents exist', '有否證明文件'),
  documentsFiled: fact('whether they are filed', '文件是否已存檔'),
  semisAllStudents: fact("whether every student's level status is reported", '是否已呈報所有學生的學制身份'),
})
export type MechanismAndRecordsInput = z.input<typeof MechanismAndRecordsInput>

export const MechanismAndRecordsFigures = z.strictObject({
  /** How many demands there are, and how many are met. */
  demands: z.int(),
  met: z.int(),
})
export type MechanismAndRecordsFigures = Readonly<z.output<typeof MechanismAndRecordsFigures>>

const parse = parser(MechanismAndRecordsInput)

/**
 * Whether a school's mechanism and records for extending years of study are complete.
 *
 * Every demand is tested by itself; one that is missing is a breach, and one that is not stated is neither met nor
 * missed. The list goes in with the class structure, for which the text holds no date. How long documents are kept is
 * not stated and not checked.
 *
 * @param input what the school declares of its mechanism and records
 * @param options none of the readings changes this answer
 * @returns how many demands there are and how many are met
 * @throws InputError when a field is unknown or not true or false
 * @source EDB Circular 2/2022 para 11 s2–s4, para 12(a)–(c), App 乙, 乙(vii)¶1
 * @example
 * checkMechanismAndRecords({ fair: true, transparent: false }).outcome //=> 'breach'
 */
export function checkMechanismAndRecords(input: MechanismAndRecordsInput, options?: Options): Answer<MechanismAndRecordsFigures> {
  const declared = parse(input)
  const reader = readings.reader(options)
  reader.take('A-E22')
  const findings = [
    rules.fair.apply(declared.fair, ['fair']),
    rules.evidenceBased.apply(declared.evidenceBased, ['evidenceBased']),
    rules.transparent.apply(declared.transparent, ['transparent']),
    rules.objectiveCriteria.apply(declared.objectiveCriteria, ['objectiveCriteria']),
    rules.appealMechanism.apply(declared.appealMechanism, ['appealMechanism']),
    rules.imcEndorsed.apply(declared.imcEndorsed, ['imcEndorsed']),
    rules.listWithClassStructure.apply(declared.listWithClassStructure, ['listWithClassStructure']),
    rules.supportingDocuments.apply(declared.supportingDocuments, ['supportingDocuments']),
    rules.documentsFiled.apply(declared.documentsFiled, ['documentsFiled']),
    rules.semisAllStudents.apply(declared.semisAllStudents, ['semisAllStudents']),
  ]
  return answer({ demands: findings.length, met: findings.filter(({ met }) => met === true).length }, findings, reader.taken)
}

export const checkMechanismAndRecordsEntry = {
  name: 'checkMechanismAndRecords',
  answers: text("Whether a school's mechanism and records are complete", '校本機制及紀錄是否齊備'),
  input: MechanismAndRecordsInput,
  value: MechanismAndRecordsFigures,
  rules,
  run: checkMechanismAndRecords,
} as const satisfies FunctionEntry
