import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { oneOf, present } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { describedAs, known, yesOrNo } from '../kernel/fields.js'
import { parser } from '../kernel/input.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { readings, regulations, type Options, type Reader } from './document.js'
import type { Locator } from './ledger.js'
import { applyWhen, onDate, Version, versionOn } from './versions.js'

/** The items that a programme states under either text. @source Art. 8(1), former Art. 7 */
const itemsRequired = { amended2024: 9, former: 8 } as const

const states = <const At extends Locator>(at: At, en: string, zhHant: string) =>
  ({ at, force: 'mandatory', test: present(), says: text(`The programme states ${en}.`, `方案載明${zhHant}。`) }) as const

const rules = regulations.rules({
  basis: states('第8條第1項第1款', 'its basis', '依據'),
  purpose: states('第8條第1項第2款', 'its purpose', '目的'),
  targetsAndNeedsAssessment: states('第8條第1項第3款', 'whom it is for and the assessment of their needs', '對象及其需求評估'),
  deliveryAndContent: states('第8條第1項第4款', 'how services are delivered and their content', '辦理方式及內容'),
  curriculum: states('第8條第1項第4款', 'the curriculum', '課程'),
  teaching: states('第8條第1項第4款', 'the teaching', '教學'),
  counselling: states('第8條第1項第4款', 'the counselling', '輔導'),
  rehabilitationTraining: states('第8條第1項第4款', 'the rehabilitation training', '復健訓練'),
  staffingAndAdminSupport: states('第8條第1項第5款', 'teachers, other staff and administrative support', '師資、人力及行政支持'),
  spaceAndEnvironment: states('第8條第1項第6款', 'space and environment', '空間與環境'),
  schedule: states('第8條第1項第7款', 'its timetable', '期程'),
  budgetAndSources: states('第8條第1項第8款', 'its budget and where the money comes from', '經費及來源'),
  expectedBenefits: states('第8條第1項第9款', 'the expected benefits', '預期效益'),
  previousYearReport: {
    at: '第8條第2項',
    force: 'mandatory',
    test: present(),
    says: text("The last school year's implementation is attached.", '檢附前一學年度之辦理情形。'),
  },
  previousYearResults: {
    at: '第8條第2項',
    force: 'mandatory',
    test: oneOf('interim', 'final'),
    says: text("The last school year's results are attached: {test}.", '檢附前一學年度之成效：{test}。'),
  },
  previousYearFinalResults: {
    at: '第8條第2項',
    force: 'mandatory',
    test: oneOf('final'),
    says: text("The last school year's final results are attached: {test}.", '檢附前一學年度之期末成效：{test}。'),
  },
  formerBasis: states('舊第7條第1款', 'its basis', '依據'),
  formerPurpose: states('舊第7條第2款', 'its purpose', '目的'),
  formerTargetsAndNeedsAssessment: states('舊第7條第3款', 'whom it is for and the assessment of their needs', '對象及其需求評估'),
  formerDeliveryAndContent: states('舊第7條第3款', 'how services are delivered and their content', '辦理方式及內容'),
  formerCurriculum: states('舊第7條第3款', 'the curriculum', '課程'),
  formerTeaching: states('舊第7條第3款', 'the teaching', '教學'),
  formerCounselling: states('舊第7條第3款', 'the counselling', '輔導'),
  formerServices: states('舊第7條第3款', 'the services', '服務內容'),
  formerStaffingAndAdminSupport: states('舊第7條第4款', 'teachers, other staff and administrative support', '師資、人力及行政支持'),
  formerSpaceAndEnvironment: states('舊第7條第5款', 'space and environment', '空間與環境'),
  formerSchedule: states('舊第7條第6款', 'its timetable', '期程'),
  formerBudgetAndSources: states('舊第7條第7款', 'its budget and where the money comes from', '經費及來源'),
  formerExpectedBenefits: states('舊第7條第8款', 'the expected benefits', '預期效益'),
})

/** Which rule asks for which item; the former text asked for the second and the third below in one. */
const itemRules = {
  amended2024: rules,
  former: {
    basis: rules.formerBasis,
    purpose: rules.formerPurpose,
    targetsAndNeedsAssessment: rules.formerTargetsAndNeedsAssessment,
    deliveryAndContent: rules.formerDeliveryAndContent,
    staffingAndAdminSupport: rules.formerStaffingAndAdminSupport,
    spaceAndEnvironment: rules.formerSpaceAndEnvironment,
    schedule: rules.formerSchedule,
    budgetAndSources: rules.formerBudgetAndSources,
    expectedBenefits: rules.formerExpectedBenefits,
  },
} as const

const items = [
  'basis',
  'purpose',
  'targetsAndNeedsAssessment',
  'deliveryAndContent',
  'staffingAndAdminSupport',
  'spaceAndEnvironment',
  'schedule',
  'budgetAndSources',
  'expectedBenefits',
] as const

const isStated = known(yesOrNo)

/** What an application holds. */
export const ApplicationDossierInput = z.strictObject({
  onDate,
  category: describedAs(known(z.enum(['disability', 'gifted'])), 'the category of the programme', '方案類別'),
  itemsPresent: describedAs(
    known(
      z.strictObject({
        basis: describedAs(isStated, 'basis', '依據'),
        purpose: describedAs(isStated, 'purpose', '目的'),
        targetsAndNeedsAssessment: describedAs(isStated, 'whom it is for and the assessment of their needs', '對象及其需求評估'),
        deliveryAndContent: describedAs(isStated, 'delivery and content', '辦理方式及內容'),
        staffingAndAdminSupport: describedAs(isStated, 'teachers, other staff and administrative support', '師資、人力及行政支持'),
        spaceAndEnvironment: describedAs(isStated, 'space and environment', '空間與環境'),
        schedule: describedAs(isStated, 'timetable', '期程'),
        budgetAndSources: describedAs(isStated, 'budget and sources', '經費及來源'),
        expectedBenefits: describedAs(isStated, 'expected benefits', '預期效益'),
      }),
    ),
    'the items of the programme, each stated or not; one left out is not known',
    '方案應載事項是否載明；未提供者視為未知',
  ),
  contentComponents: describedAs(
    known(
      z.strictObject({
        curriculum: describedAs(isStated, 'curriculum', '課程'),
        teaching: describedAs(isStated, 'teaching', '教學'),
        counselling: describedAs(isStated, 'counselling', '輔導'),
        rehabilitationTraining: describedAs(isStated, 'rehabilitation training (2024 text)', '復健訓練（113 年條文）'),
        services: describedAs(isStated, 'services (former text)', '服務內容（修正前條文）'),
      }),
    ),
    'what delivery and content cover, each stated or not',
    '辦理方式及內容所含項目是否載明',
  ),
  applicationFor: describedAs(known(z.enum(['newSchoolYear', 'transferStudent'])), 'what the application is for', '申請事由'),
  hadProgrammePreviousSchoolYear: describedAs(known(yesOrNo), 'a programme ran in the school year before', '前一學年度有辦理方案'),
  attachments: describedAs(
    known(
      z.strictObject({
        previousYearImplementationReport: describedAs(isStated, "the last school year's implementation is attached", '已附前一學年度辦理情形'),
        previousYearResults: describedAs(
          known(z.enum(['none', 'interim', 'final'])),
          "the last school year's results as attached",
          '所附前一學年度成效',
        ),
      }),
    ),
    'what is attached',
    '檢附資料',
  ),
})
export type ApplicationDossierInput = z.input<typeof ApplicationDossierInput>

export const ApplicationDossierFigures = z.strictObject({
  version: Version,
  /** How many items the text asks for. */
  itemsRequired: z.int(),
})
export type ApplicationDossierFigures = Readonly<z.output<typeof ApplicationDossierFigures>>

type Facts = z.output<typeof ApplicationDossierInput>

const itemPath = ['itemsPresent', 'deliveryAndContent']
const componentPath = (name: string) => ['contentComponents', name]
const attachmentPath = (name: string) => ['attachments', name]

/** Item 4: what delivery and content cover; asked for only where the item itself is there. */
function contentFindings({ category, itemsPresent, contentComponents }: Facts, reader: Reader): readonly Finding[] {
  const item = itemsPresent?.deliveryAndContent
  if (item === false) return []
  const { curriculum, teaching, counselling, rehabilitationTraining } = contentComponents ?? {}
  const rehabilitationNeeded = (): boolean | null => {
    const reading = reader.take('H-A11')
    if (reading === 'disabilityProgrammes') return category == null ? null : category === 'disability'
    return reading === 'everyProgramme'
  }
  const needed = rehabilitationTraining === true ? true : rehabilitationNeeded()
  const [condition, path] = item == null ? [null, itemPath] : [needed, ['category']]
  return [
    ...applyWhen(item, itemPath, rules.curriculum, curriculum, componentPath('curriculum')),
    ...applyWhen(item, itemPath, rules.teaching, teaching, componentPath('teaching')),
    ...applyWhen(item, itemPath, rules.counselling, counselling, componentPath('counselling')),
    ...(needed === false
      ? []
      : applyWhen(condition, path, rules.rehabilitationTraining, rehabilitationTraining, componentPath('rehabilitationTraining'))),
  ]
}

/** The former item 3: the same without rehabilitation training. */
function formerContentFindings({ itemsPresent, contentComponents }: Facts): readonly Finding[] {
  const item = itemsPresent?.deliveryAndContent
  const { curriculum, teaching, counselling, services } = contentComponents ?? {}
  return [
    ...applyWhen(item, itemPath, rules.formerCurriculum, curriculum, componentPath('curriculum')),
    ...applyWhen(item, itemPath, rules.formerTeaching, teaching, componentPath('teaching')),
    ...applyWhen(item, itemPath, rules.formerCounselling, counselling, componentPath('counselling')),
    ...applyWhen(item, itemPath, rules.formerServices, services, componentPath('services')),
  ]
}

/** Art. 8(2): the look back, for a new school year only. */
function attachmentFindings({ applicationFor, hadProgrammePreviousSchoolYear, attachments }: Facts, reader: Reader): readonly Finding[] {
  if (applicationFor === 'transferStudent') return []
  const lookBack = hadProgrammePreviousSchoolYear === true || reader.take('H-A12') === 'always' ? true : hadProgrammePreviousSchoolYear
  if (lookBack === false) return []
  const [condition, path] = applicationFor == null ? [null, ['applicationFor']] : [lookBack, ['hadProgrammePreviousSchoolYear']]
  const { previousYearImplementationReport: report, previousYearResults: results } = attachments ?? {}
  const resultsRule = reader.take('H-A12b') === 'finalOnly' ? rules.previousYearFinalResults : rules.previousYearResults
  return [
    ...applyWhen(condition, path, rules.previousYearReport, report, attachmentPath('previousYearImplementationReport')),
    ...applyWhen(condition, path, resultsRule, results, attachmentPath('previousYearResults')),
  ]
}

const parse = parser(ApplicationDossierInput)

/**
 * Whether a programme states every item that it must, with what an application for a new school year attaches.
 *
 * All nine items are asked for (eight in the former text, which put needs, delivery and content in one). The contents of
 * item 4 are asked for only where the item is there: rehabilitation training of programmes for disabilities. Last
 * year's implementation and results are asked for only if a programme ran then, and never of an application for a
 * student who transfers. An item that is left out is not known, not missing.
 *
 * @param input the items, contents and attachments, each stated or not
 * @param options another reading of H-A11 (rehabilitation training), H-A12 (first programmes) or H-A12b (interim results)
 * @returns how many items the text asks for
 * @throws InputError when a field is unknown or of the wrong type
 * @source Hsinchu special education programme regulations (2024) Art. 8(1), (2); former Art. 7
 * @example
 * checkApplicationDossier({ onDate: '2025-07-01', itemsPresent: { expectedBenefits: false } }).outcome //=> 'breach'
 * @example
 * checkApplicationDossier({ onDate: '2024-07-01' }).value.itemsRequired //=> 8
 */
export function checkApplicationDossier(input: ApplicationDossierInput, options?: Options): Answer<ApplicationDossierFigures> {
  const facts = parse(input)
  const reader = readings.reader(options)
  const version = versionOn(facts.onDate, reader)

  const stated = items.map((item) => itemRules[version][item].apply(facts.itemsPresent?.[item], ['itemsPresent', item]))
  const others =
    version === 'former'
      ? formerContentFindings(facts)
      : [...contentFindings(facts, reader), ...attachmentFindings(facts, reader)]
  return answer({ version, itemsRequired: itemsRequired[version] }, [...stated, ...others], reader.taken)
}

export const checkApplicationDossierEntry = {
  name: 'checkApplicationDossier',
  answers: text('Whether a programme states every item that it must', '方案應載事項及檢附資料是否齊備'),
  input: ApplicationDossierInput,
  value: ApplicationDossierFigures,
  rules,
  run: checkApplicationDossier,
} as const satisfies FunctionEntry
