import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { present } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { describedAs, known, yesOrNo } from '../kernel/fields.js'
import { parser } from '../kernel/input.js'
import { text } from '../kernel/text.js'
import { BUREAU, memorandum, readings, type Options } from './document.js'

const rules = memorandum.rules({
  centreTrainsTeachers: {
    at: '4(c)¶3 s1',
    force: 'in-principle',
    decides: BUREAU,
    test: present(),
    says: text("The centre's teachers train the teachers of the student's own school.", '資源中心教師為原校教師提供培訓。'),
  },
  centreConsults: {
    at: '4(c)¶3 s1',
    force: 'in-principle',
    decides: BUREAU,
    test: present(),
    says: text("The centre's teachers advise the teachers of the student's own school.", '資源中心教師為原校教師提供諮詢。'),
  },
  teachersJoinPD: {
    at: '4(c)¶3 s2',
    force: 'mandatory',
    test: present(),
    says: text("The teachers of the student's own school take an active part in professional development.", '原校教師積極參與專業發展活動。'),
  },
  jointIEP: {
    at: '4(c)¶3 s2',
    force: 'mandatory',
    test: present(),
    says: text("They draw up the student's IEP together with the centre.", '原校教師與資源中心共同制定個別學習計劃。'),
  },
  jointProgressReview: {
    at: '4(c)¶3 s2',
    force: 'mandatory',
    test: present(),
    says: text("They review the student's progress together with the centre.", '原校教師與資源中心一同檢視學生的進展。'),
  },
  contactAfterReturn: {
    at: '4(c)¶3 s3',
    force: 'in-principle',
    decides: BUREAU,
    test: present(),
    says: text('In the early time after the return the centre keeps in touch.', '學生返回原校初期，資源中心保持聯繫。'),
  },
  consultAfterReturn: {
    at: '4(c)¶3 s3',
    force: 'in-principle',
    decides: BUREAU,
    test: present(),
    says: text('In the early time after the return the centre advises the school.', '學生返回原校初期，資源中心提供諮詢。'),
  },
})

const fact = (en: string, zhHant: string) => describedAs(known(yesOrNo), en, zhHant)

/** What the centre and the student's own school did for a student who completed a short stay. */
export const ShortStayFollowUpInput = z.strictObject({
  centreTrainsTeachers: fact("whether the centre trained the school's teachers", '資源中心有否為原校教師提供培訓'),
  centreConsults: fact("whether the centre advised the school's teachers", '資源中心有否為原校教師提供諮詢'),
  teachersJoinPD: fact("whether the school's teachers took an active part in professional development", '原校教師有否積極參與專業發展活動'),
  jointIEP: fact('whether they drew up the IEP with the centre', '雙方有否共同制定個別學習計劃'),
  jointProgressReview: fact('whether they reviewed progress with the centre', '雙方有否一同檢視進展'),
  contactAfterReturn: fact('whether the centre kept in touch after the return', '返回原校後資源中心有否保持聯繫'),
  consultAfterReturn: fact('whether the centre advised the school after the return', '返回原校後資源中心有否提供諮詢'),
})
export type ShortStayFollowUpInput = z.input<typeof ShortStayFollowUpInput>

export const ShortStayFollowUpFigures = z.strictObject({
  /** How many demands there are, and how many are met. */
  demands: z.int(),
  met: z.int(),
})
export type ShortStayFollowUpFigures = Readonly<z.output<typeof ShortStayFollowUpFigures>>

const parse = parser(ShortStayFollowUpInput)

/**
 * Whether the student's own school and the resource centre do what follows a short stay (短期暫讀計劃).
 *
 * The school's teachers must: one duty of theirs that is missed is a breach. What the centre will do is an undertaking:
 * a missed one is for the Bureau to judge. The text states no amount of training and no end of the early time after
 * the return, so neither is checked. What is not stated is neither done nor missed.
 *
 * @param input what each side declares
 * @param options none of the readings changes this answer
 * @returns how many demands there are and how many are met
 * @throws InputError when a field is unknown or not true or false
 * @source EDBCM 116/2025 para 4(c)¶3 s1–s3
 * @example
 * checkShortStayFollowUp({ teachersJoinPD: false }).outcome //=> 'breach'
 * @example
 * checkShortStayFollowUp({ jointIEP: true, jointProgressReview: true }).value.met //=> 2
 */
export function checkShortStayFollowUp(input: ShortStayFollowUpInput, options?: Options): Answer<ShortStayFollowUpFigures> {
  const declared = parse(input)
  const findings = [
    rules.centreTrainsTeachers.apply(declared.centreTrainsTeachers, ['centreTrainsTeachers']),
    rules.centreConsults.apply(declared.centreConsults, ['centreConsults']),
    rules.teachersJoinPD.apply(declared.teachersJoinPD, ['teachersJoinPD']),
    rules.jointIEP.apply(declared.jointIEP, ['jointIEP']),
    rules.jointProgressReview.apply(declared.jointProgressReview, ['jointProgressReview']),
    rules.contactAfterReturn.apply(declared.contactAfterReturn, ['contactAfterReturn']),
    rules.consultAfterReturn.apply(declared.consultAfterReturn, ['consultAfterReturn']),
  ]
  const { taken } = readings.reader(options)
  return answer({ demands: findings.length, met: findings.filter(({ met }) => met === true).length }, findings, taken)
}

export const checkShortStayFollowUpEntry = {
  name: 'checkShortStayFollowUp',
  answers: text('Whether school and centre do what follows a short stay', '學生完成短期暫讀後，雙方是否已作跟進'),
  input: ShortStayFollowUpInput,
  value: ShortStayFollowUpFigures,
  rules,
  run: checkShortStayFollowUp,
} as const satisfies FunctionEntry
