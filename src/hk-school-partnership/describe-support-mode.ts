import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import type { FunctionEntry } from '../kernel/document.js'
import { describedAs } from '../kernel/fields.js'
import { parser } from '../kernel/input.js'
import { text } from '../kernel/text.js'
import { ENQUIRIES, INSPECTOR_SECTIONS, memorandum, readings, type Options } from './document.js'

/** The services that the text names for students; its list opens with "including". @source EDBCM 116/2025 para 5(a) s1–s2 */
const studentServices = [
  'counsellingAfterReturn',
  'cooperationOfParentsAndSchool',
  'adviceOnChoosingASchool',
  'preparationForTheNewSchool',
  'counsellingBeforeAdmission',
  'contactAndCareAfterReturn',
  'gatheringsOfLeavers',
  'linksWithParents',
] as const

/** The services that the text names for schools; its list opens with "including". @source EDBCM 116/2025 para 5(b) s1–s2 */
const schoolServices = ['professionalExchange', 'workshopsAndSharing', 'consultationForStaff', 'onSiteSupportForLeavers'] as const

const modes = {
  1: {
    centreType: 'SSRC',
    centreCount: 10, // 3(a) s1
    target: 'studentsWithID', // 3(a) s2
    inspectorSections: [INSPECTOR_SECTIONS.primary, INSPECTOR_SECTIONS.secondary],
    services: ['thematicWorkshops', 'openClassOrExchange', 'shortStays', 'consultation', 'trainingMaterials'], // 4(a)–(c)
    section: ENQUIRIES.section,
    phone: ENQUIRIES.SSRC,
  },
  2: {
    centreType: 'SSRC(SSD)',
    centreCount: 8, // 3(b)
    target: 'leaversInFirstYear', // 3(b)
    inspectorSections: [], // 5 names none
    services: [...studentServices, ...schoolServices],
    section: ENQUIRIES.section,
    phone: ENQUIRIES['SSRC(SSD)'],
  },
} as const

const rules = memorandum.rules({})

export const SupportModeInput = z.strictObject({
  mode: describedAs(z.literal([1, 2]), 'the first or the second support mode', '第一種或第二種支援模式'),
})
export type SupportModeInput = z.input<typeof SupportModeInput>

export const SupportModeFigures = z.strictObject({
  /** A special school cum resource centre, or such a centre that is a school for social development. */
  centreType: z.enum(['SSRC', 'SSRC(SSD)']),
  centreCount: z.int(),
  /** Whom the centres support. */
  target: z.enum(['studentsWithID', 'leaversInFirstYear']),
  /** The sections whose inspectors contact primary and secondary schools; none is named for the second mode. */
  inspectorSections: z.array(z.string()).readonly(),
  /** The services that the text names; there may be others. */
  services: z.array(z.string()).readonly(),
  /** The section to ask, and its telephone number for such centres. */
  section: z.string(),
  phone: z.string(),
})
export type SupportModeFigures = Readonly<z.output<typeof SupportModeFigures>>

const parse = parser(SupportModeInput)

/**
 * What a support mode of the Scheme is: its centres, whom they support, their services, and whom to ask.
 *
 * It is data and demands nothing. The lists of services are those that the text names, and it leaves them open. Which
 * schools are centres stands on the Bureau's website, not in the text, so no name is held here; nor is any officer's.
 *
 * @param input 1 for centres that support students with intellectual disability, 2 for those that support leavers
 * @param options none of the readings changes this answer
 * @returns the kind and number of the centres, the students they support, their services, the section and telephone number
 * @throws InputError when the mode is neither 1 nor 2
 * @source EDBCM 116/2025 para 3(a)–(b), para 4 chapeau s3, para 4(a)–(c), para 5(a) s1–s2, para 5(b) s1–s2, para 9
 * @example
 * describeSupportMode({ mode: 1 }).value.inspectorSections //=> ['SES3', 'SES4']
 * @example
 * describeSupportMode({ mode: 2 }).value.services.length //=> 12
 */
export function describeSupportMode(input: SupportModeInput, options?: Options): Answer<SupportModeFigures> {
  const { mode } = parse(input)
  return answer(modes[mode], [], readings.reader(options).taken)
}

export const describeSupportModeEntry = {
  name: 'describeSupportMode',
  answers: text('What a support mode of the Scheme offers, and to whom', '計劃的支援模式、對象及服務'),
  input: SupportModeInput,
  value: SupportModeFigures,
  rules,
  run: describeSupportMode,
} as const satisfies FunctionEntry
