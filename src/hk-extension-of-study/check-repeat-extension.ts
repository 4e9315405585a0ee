import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { oneOf, present } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { count, describedAs, known, yesOrNo } from '../kernel/fields.js'
import { parser } from '../kernel/input.js'
import { text } from '../kernel/text.js'
import { circular, readings, type Options } from './document.js'

const MOST_EXTENSIONS = 20
const NONE = 0

const rules = circular.rules({
  sufficientGrounds: {
    at: '10 s3',
    also: ['App 乙(vii)¶2'],
    force: 'mandatory',
    test: present(),
    says: text('There are solid and sufficient grounds for another extension.', '再次延長學習年期有確切而充分的理據。'),
  },
  evidence: {
    at: '10 s3',
    also: ['App 乙(vii)¶2'],
    force: 'mandatory',
    test: present(),
    says: text('The school provides sufficient evidence.', '學校提供足夠的證明。'),
  },
  explanation: {
    at: '10 s3',
    also: ['App 乙(vii)¶2'],
    force: 'mandatory',
    test: present(),
    says: text('The school provides a sufficient explanation.', '學校提供足夠的解說。'),
  },
  quotaUsageReviewed: {
    at: 'App 乙(vii)¶2',
    force: 'mandatory',
    test: present(),
    says: text('The actual use of the pre-set quota has been reviewed.', '已審視預計定量名額的實際使用情況。'),
  },
  imcDecides: {
    at: '10 s3',
    also: ['App 乙(vii)¶2'],
    force: 'mandatory',
    test: oneOf('approved'),
    says: text('The Incorporated Management Committee decides finally: {test}.', '法團校董會作最後決定：{test}。'),
    next: text('put the case to the IMC; without its approval the student is not extended again', '把個案交法團校董會；未獲批准不得再次延長'),
  },
})

export const RepeatExtensionInput = z.strictObject({
  previousExtensions: describedAs(count(MOST_EXTENSIONS), 'extensions approved for the student before', '學生過往獲批延長的次數'),
  sufficientGrounds: describedAs(known(yesOrNo), 'whether the grounds are solid and sufficient', '理據是否確切及充分'),
  evidence: describedAs(known(yesOrNo), 'whether sufficient evidence is provided', '是否提供足夠證明'),
  explanation: describedAs(known(yesOrNo), 'whether a sufficient explanation is provided', '是否提供足夠解說'),
  quotaUsageReviewed: describedAs(known(yesOrNo), 'whether the actual use of the quota was reviewed', '是否已審視名額的實際使用情況'),
  imc: describedAs(known(z.enum(['approved', 'rejected'])), "the IMC's decision", '法團校董會的決定'),
})
export type RepeatExtensionInput = z.input<typeof RepeatExtensionInput>

export const RepeatExtensionFigures = z.strictObject({
  /** Whether the student was extended before; then the IMC decides. */
  isRepeat: z.boolean(),
})
export type RepeatExtensionFigures = Readonly<z.output<typeof RepeatExtensionFigures>>

const parse = parser(RepeatExtensionInput)

/**
 * Whether another extension for a student who was extended before is ready to stand.
 *
 * The demands begin with the second extension: after none, nothing of this is asked; after one, everything is. No
 * number of extensions is too many in the text; each repeat goes to the IMC, whose decision is final.
 *
 * @param input the extensions before (0 to 20), what the school provides, and the IMC's decision
 * @param options none of the readings changes this answer
 * @returns whether it is a repeat
 * @throws InputError when a field is malformed
 * @source EDB Circular 2/2022 para 10 s3, App 乙(vii)¶2
 * @example
 * checkRepeatExtension({ previousExtensions: 0 }).outcome //=> 'ok'
 */
export function checkRepeatExtension(input: RepeatExtensionInput, options?: Options): Answer<RepeatExtensionFigures> {
  const { previousExtensions, sufficientGrounds, evidence, explanation, quotaUsageReviewed, imc } = parse(input)
  const reader = readings.reader(options)

  if (previousExtensions === NONE) return answer({ isRepeat: false }, [], reader.taken)
  reader.take('A-E13')
  return answer(
    { isRepeat: true },
    [
      rules.sufficientGrounds.apply(sufficientGrounds, ['sufficientGrounds']),
      rules.evidence.apply(evidence, ['evidence']),
      rules.explanation.apply(explanation, ['explanation']),
      rules.quotaUsageReviewed.apply(quotaUsageReviewed, ['quotaUsageReviewed']),
      rules.imcDecides.apply(imc, ['imc']),
    ],
    reader.taken,
  )
}

export const checkRepeatExtensionEntry = {
  name: 'checkRepeatExtension',
  answers: text('Whether another extension is ready to stand', '再次延長學習年期是否符合要求'),
  input: RepeatExtensionInput,
  value: RepeatExtensionFigures,
  rules,
  run: checkRepeatExtension,
} as const satisfies FunctionEntry
