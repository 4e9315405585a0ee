import * as z from 'zod'
import { answer, type Answer } from '../kernel/answer.js'
import { absent, oneOf, present } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { describedAs, known, yesOrNo } from '../kernel/fields.js'
import { parser } from '../kernel/input.js'
import { text } from '../kernel/text.js'
import { readings, regulations, type Options, type Reader } from './document.js'
import type { Locator } from './ledger.js'
import { onDate, Version, versionOn } from './versions.js'

const listed = [
  'citySeniorHigh',
  'publicElementaryOrJuniorHigh',
  'privateElementaryOrJuniorHigh',
  'publicPreschool',
  'privatePreschool',
  'workplaceEducareCentre',
] as const

/** Municipal institutions: a public elementary or junior high or preschool that is not national is the City's. @source former Art. 2(1) */
const municipal = ['citySeniorHigh', 'publicElementaryOrJuniorHigh', 'publicPreschool'] as const

const Institution = z.enum([
  ...listed,
  'communityEducareCentre',
  'nationalElementaryOrJuniorHigh',
  'nationalSeniorHigh',
  'privateSeniorHigh',
  'juniorHighOfPrivateSeniorHigh',
  'preschoolOfNationalSchool',
  'other',
])
type Institution = z.output<typeof Institution>

/** The item of Art. 2 that lists an institution, and Art. 15 for those that follow by analogy. */
const listedAt: Readonly<Partial<Record<Institution, Locator>>> = {
  citySeniorHigh: '第2條第1款',
  publicElementaryOrJuniorHigh: '第2條第2款',
  privateElementaryOrJuniorHigh: '第2條第2款',
  publicPreschool: '第2條第3款',
  privatePreschool: '第2條第3款',
  workplaceEducareCentre: '第15條',
}

const rules = regulations.rules({
  institutionInScope: {
    at: '第2條',
    also: ['第2條第1款', '第2條第2款', '第2條第3款', '第15條'],
    force: 'mandatory',
    test: oneOf(...listed),
    says: text('The institution is of a listed kind: {test}.', '機構屬所列類別：{test}。'),
  },
  inHsinchuCity: {
    at: '第2條',
    force: 'mandatory',
    test: present(),
    says: text('The institution is in Hsinchu City.', '機構位於新竹市。'),
  },
  specialEducationStudent: {
    at: '第3條',
    force: 'mandatory',
    test: present(),
    says: text('The student or child is identified for special education; a suspected need is not enough.', '經鑑定為特教學生或幼兒；疑似者不在此列。'),
    next: text('apply for identification first', '先申請鑑定'),
  },
  notInSpecialEducationClass: {
    at: '第3條',
    force: 'mandatory',
    test: absent(),
    says: text('The student or child is not placed in a special education class.', '未安置於特殊教育班。'),
  },
  attendsRegularClass: {
    at: '第3條',
    force: 'mandatory',
    test: present(),
    says: text('The student or child attends a regular class.', '就讀普通班。'),
  },
  receivesServices: {
    at: '第3條',
    force: 'mandatory',
    test: present(),
    says: text('The student or child receives special education services there.', '在普通班接受特殊教育服務。'),
  },
  formerInstitutionInScope: {
    at: '舊第2條第1項',
    force: 'mandatory',
    test: oneOf(...municipal),
    says: text('The institution is a municipal one: {test}.', '機構為市立：{test}。'),
  },
  formerInHsinchuCity: {
    at: '舊第2條第1項',
    force: 'mandatory',
    test: present(),
    says: text('The institution belongs to Hsinchu City.', '機構屬新竹市所有。'),
  },
  formerSpecialEducationStudent: {
    at: '舊第2條第1項',
    force: 'mandatory',
    test: present(),
    says: text('The student is a special education student.', '屬特殊教育學生。'),
    next: text('apply for identification first', '先申請鑑定'),
  },
})

/** An institution and a student or child of it. */
export const ProgrammeEligibilityInput = z.strictObject({
  onDate,
  institutionType: describedAs(
    known(Institution),
    'the kind of institution; public means municipal, national ones are kinds of their own',
    '機構類別；公立指市立，國立另列',
  ),
  locatedInHsinchuCity: describedAs(known(yesOrNo), 'the institution is in Hsinchu City', '機構位於新竹市'),
  isSpecialEducationStudentOrChild: describedAs(
    known(yesOrNo),
    'identified for special education; suspected only is false',
    '經鑑定為特教學生或幼兒；僅疑似者為 false',
  ),
  specialEducationPlacement: describedAs(
    known(z.enum(['none', 'resourceClass', 'itinerantProgramme', 'centralizedClass'])),
    'the special education class that the student or child is placed in, or none',
    '所安置之特殊教育班；未安置者為 none',
  ),
  attendsRegularClass: describedAs(known(yesOrNo), 'attends a regular class', '就讀普通班'),
  receivesSpecialEducationServices: describedAs(
    known(yesOrNo),
    'receives special education services in the regular class',
    '在普通班接受特殊教育服務',
  ),
})
export type ProgrammeEligibilityInput = z.input<typeof ProgrammeEligibilityInput>

export const ProgrammeEligibilityFigures = z.strictObject({
  version: Version,
  /** Whether the text speaks to the institution itself or by analogy; `null` when it is out of scope or not known. */
  regime: z.enum(['direct', 'mutatisMutandis']).nullable(),
  /** The provision that takes the institution in. */
  scopeLocator: z.string().nullable(),
})
export type ProgrammeEligibilityFigures = Readonly<z.output<typeof ProgrammeEligibilityFigures>>

type Facts = z.output<typeof ProgrammeEligibilityInput>

/** The listed kind that an institution counts as, where the text leaves it open; otherwise its own. */
function countsAs(institution: Facts['institutionType'], reader: Reader): Facts['institutionType'] {
  switch (institution) {
    case 'nationalElementaryOrJuniorHigh':
      return reader.take('H-A2') === 'in' ? 'publicElementaryOrJuniorHigh' : institution
    case 'juniorHighOfPrivateSeniorHigh':
      return reader.take('H-A2b') === 'in' ? 'privateElementaryOrJuniorHigh' : institution
    case 'preschoolOfNationalSchool':
      return reader.take('H-A2c') === 'in' ? 'publicPreschool' : institution
    case 'communityEducareCentre':
      return reader.take('H-A23') === 'everyCentre' ? 'workplaceEducareCentre' : institution
    default:
      return institution
  }
}

/** Whether a placement is one in a special education class of Art. 13(2) of the Act. */
function inSpecialEducationClass(placement: Facts['specialEducationPlacement'], reader: Reader): boolean | null {
  if (placement == null) return null
  if (placement === 'none' || placement === 'centralizedClass') return placement === 'centralizedClass'
  return reader.take('H-A3') === 'everyListedClass'
}

const outOfScope = { regime: null, scopeLocator: null } as const

function underFormerText(facts: Facts, reader: Reader): Answer<ProgrammeEligibilityFigures> {
  const institution = rules.formerInstitutionInScope.apply(facts.institutionType, ['institutionType'])
  const location = rules.formerInHsinchuCity.apply(facts.locatedInHsinchuCity, ['locatedInHsinchuCity'])
  const inScope = institution.met === true && location.met === true
  const findings = [
    institution,
    location,
    rules.formerSpecialEducationStudent.apply(facts.isSpecialEducationStudentOrChild, ['isSpecialEducationStudentOrChild']),
  ]
  const scope = inScope ? ({ regime: 'direct', scopeLocator: institution.at } as const) : outOfScope
  return answer({ version: 'former', ...scope }, findings, reader.taken)
}

const parse = parser(ProgrammeEligibilityInput)

/**
 * Whether an institution and a student or child of it come under the regulations.
 *
 * Every condition must hold. The list of institutions is closed: a private or national senior high school is outside.
 * A student of a resource class counts as placed in a special education class even when in a regular class most of the
 * week. A fact that is not given leaves the answer incomplete. The former text reached municipal institutions only and
 * set no condition about classes.
 *
 * @param input the institution, and yes or no for each condition
 * @param options another reading of H-A2, H-A2b, H-A2c (national and private institutions), H-A3 (resource class) or
 * H-A23 (educare centres)
 * @returns how the text reaches the institution, and through which provision
 * @throws InputError when a field is unknown or of the wrong type
 * @source Hsinchu special education programme regulations (2024) Arts. 2, 3, 15; former Art. 2(1)
 * @example
 * checkProgrammeEligibility({ institutionType: 'privatePreschool', locatedInHsinchuCity: true }).value.scopeLocator //=> '第2條第3款'
 * @example
 * checkProgrammeEligibility({ onDate: '2025-05-01', specialEducationPlacement: 'resourceClass' }).outcome //=> 'breach'
 */
export function checkProgrammeEligibility(input: ProgrammeEligibilityInput, options?: Options): Answer<ProgrammeEligibilityFigures> {
  const facts = parse(input)
  const reader = readings.reader(options)
  const version = versionOn(facts.onDate, reader)
  if (version === 'former') return underFormerText(facts, reader)

  const institution = countsAs(facts.institutionType, reader)
  const scopeLocator = institution == null || facts.locatedInHsinchuCity !== true ? null : (listedAt[institution] ?? null)
  const regime = institution === 'workplaceEducareCentre' ? 'mutatisMutandis' : 'direct'
  const scope = scopeLocator === null ? outOfScope : ({ regime, scopeLocator } as const)
  const findings = [
    rules.institutionInScope.apply(institution, ['institutionType']),
    rules.inHsinchuCity.apply(facts.locatedInHsinchuCity, ['locatedInHsinchuCity']),
    rules.specialEducationStudent.apply(facts.isSpecialEducationStudentOrChild, ['isSpecialEducationStudentOrChild']),
    rules.notInSpecialEducationClass.apply(inSpecialEducationClass(facts.specialEducationPlacement, reader), ['specialEducationPlacement']),
    rules.attendsRegularClass.apply(facts.attendsRegularClass, ['attendsRegularClass']),
    rules.receivesServices.apply(facts.receivesSpecialEducationServices, ['receivesSpecialEducationServices']),
  ]
  return answer({ version, ...scope }, findings, reader.taken)
}

export const checkProgrammeEligibilityEntry = {
  name: 'checkProgrammeEligibility',
  answers: text('Whether an institution and a student or child come under the regulations', '機構及學生（幼兒）是否適用本辦法'),
  input: ProgrammeEligibilityInput,
  value: ProgrammeEligibilityFigures,
  rules,
  run: checkProgrammeEligibility,
} as const satisfies FunctionEntry
