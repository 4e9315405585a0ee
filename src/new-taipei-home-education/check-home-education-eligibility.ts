import * as z from 'zod'
import { answer, worst, type Answer } from '../kernel/answer.js'
import { oneOf, present } from '../kernel/comparator.js'
import type { FunctionEntry } from '../kernel/document.js'
import { date, describedAs, known, yesOrNo } from '../kernel/fields.js'
import { parser } from '../kernel/input.js'
import type { Finding } from '../kernel/rule.js'
import { text } from '../kernel/text.js'
import { plan, readings, type Options, type Reader } from './document.js'
import { planVersionOn, planVersions, versionRules } from './version.js'

const rules = plan.rules({
  coveredStage: {
    at: '標題',
    force: 'mandatory',
    test: oneOf('elementary', 'juniorHigh'),
    says: text('The student is in a stage that the plan covers, {test}.', '學生就讀本計畫適用的教育階段，即{test}。'),
  },
  householdInCity: {
    at: '參',
    force: 'alternative',
    test: present(),
    says: text('The household is registered in New Taipei City.', '戶籍設於新北市。'),
  },
  schoolInCity: {
    at: '參',
    force: 'alternative',
    test: present(),
    says: text('The student is at a school in New Taipei City.', '就讀新北市學校。'),
  },
  registeredOrAtSchoolInCity: {
    at: '參',
    force: 'mandatory',
    test: present(),
    says: text('The student is registered, or at school, in New Taipei City.', '學生設籍或就讀新北市。'),
  },
  unableToAttend: {
    at: '參',
    force: 'mandatory',
    test: present(),
    says: text('The student is unable to attend school.', '學生因故無法到學校就讀。'),
  },
  identifiedDisability: {
    at: '參',
    force: 'mandatory',
    test: present(),
    says: text('The student has an identified disability.', '學生為身心障礙學生。'),
    next: text('have the student identified first', '先辦理鑑定'),
  },
  committeeResolution: {
    at: '參',
    force: 'mandatory',
    test: present(),
    says: text('The placement committee has agreed to home education.', '鑑輔會已議決同意在家教育。'),
    next: text('apply to the placement committee; nothing starts before its resolution', '向鑑輔會申請；議決前不得開始'),
  },
  placeInCity: {
    at: '陸',
    force: 'in-principle',
    decides: text('the Education Department', '教育局'),
    test: present(),
    says: text('Service is mainly given at places in the city.', '服務地點以在本市者為主。'),
  },
  regularPlace: {
    at: '陸',
    force: 'in-principle',
    decides: text('the Education Department', '教育局'),
    test: present(),
    says: text(
      'A place that is neither home, care institution nor medical facility is long-term and regular.',
      '家中、教養機構、醫療院所以外的地點屬長期、經常的安置地點。',
    ),
  },
  modeOfService: {
    at: '柒、二',
    force: 'in-principle',
    decides: text('the Education Department', '教育局'),
    test: present(),
    says: text("One of the plan's two modes of service fits the student.", '本計畫的兩種服務方式之一適用於該學生。'),
    next: text('ask the Department how a student away long-term who is not registered in the city is served', '未設籍本市而長期安置於外者，請教育局決定服務方式'),
  },
})

const fact = (en: string, zhHant: string) => describedAs(known(yesOrNo), en, zhHant)

export const HomeEducationEligibilityInput = z.strictObject({
  onDate: describedAs(date(), 'the day asked about', '查詢日期'),
  householdRegisteredInCity: fact('whether the household is registered in the city', '戶籍是否在本市'),
  attendsSchoolInCity: fact('whether the student is on the register of a school in the city', '是否就讀本市學校'),
  stage: describedAs(known(z.enum(['preschool', 'elementary', 'juniorHigh', 'seniorHigh'])), 'stage of education', '教育階段'),
  hasIdentifiedDisability: fact('whether a disability has been identified', '是否經鑑定為身心障礙'),
  unableToAttendSchool: fact('whether the student is unable to attend school, for whatever reason', '是否因故無法到校'),
  committeeAgreedHomeEducation: fact('whether the placement committee has resolved on home education', '鑑輔會是否議決同意在家教育'),
  placement: describedAs(
    known(z.enum(['home', 'careInstitution', 'medicalFacility', 'otherRegularPlacement'])),
    'where the student stays',
    '學生的安置地點',
  ),
  placementInCity: fact('whether that place is in the city', '該地點是否在本市'),
  longTermPlacement: fact('whether the student stays there long-term', '是否長期安置於該處'),
})
export type HomeEducationEligibilityInput = z.input<typeof HomeEducationEligibilityInput>

const serviceMode = z.enum(['direct', 'indirect'])

export const HomeEducationEligibilityFigures = z.strictObject({
  planVersion: z.enum(planVersions),
  /** How the student is served: empty when not eligible, `null` while facts are missing or the text of the day is not held. */
  serviceModes: z.array(serviceMode).readonly().nullable(),
})
export type HomeEducationEligibilityFigures = Readonly<z.output<typeof HomeEducationEligibilityFigures>>

type Facts = z.output<typeof HomeEducationEligibilityInput>
type ServiceModes = NonNullable<HomeEducationEligibilityFigures['serviceModes']>

/** Chapter III, first condition: one of two ties to the city is enough. */
function tieToCity({ householdRegisteredInCity: household, attendsSchoolInCity: school }: Facts, reader: Reader): readonly Finding[] {
  const atSchool = rules.schoolInCity.apply(school, ['attendsSchoolInCity'])
  if (reader.take('N-A2') === 'schoolRegister') {
    return [rules.registeredOrAtSchoolInCity.apply(school, ['attendsSchoolInCity']), atSchool]
  }
  const tied = household === true || school === true
  const open = !tied && (household == null || school == null)
  const looked = household === true || (open && household == null) ? 'householdRegisteredInCity' : 'attendsSchoolInCity'
  return [
    open ? rules.registeredOrAtSchoolInCity.unknown([looked]) : rules.registeredOrAtSchoolInCity.apply(tied, [looked]),
    rules.householdInCity.apply(household, ['householdRegisteredInCity']),
    atSchool,
  ]
}

/** Chapter VI: mainly in the city; a place of another kind is long-term and regular. */
function mainPlaces({ placement, placementInCity, longTermPlacement }: Facts): readonly Finding[] {
  const inCity = rules.placeInCity.apply(placementInCity, ['placementInCity'])
  if (placement == null) return [inCity, rules.regularPlace.unknown(['placement'])]
  return placement === 'otherRegularPlacement' ? [inCity, rules.regularPlace.apply(longTermPlacement, ['longTermPlacement'])] : [inCity]
}

/**
 * VII.2: directly in the city or away for a time; indirectly when away, or in a care institution, for long. Or the name of
 * a fact without which that is not known.
 */
function serviceModes(facts: Facts, reader: Reader): ServiceModes | keyof Facts {
  const { placement, placementInCity: inCity, longTermPlacement: longTerm } = facts
  const register = reader.take('N-A2') === 'schoolRegister' ? 'attendsSchoolInCity' : 'householdRegisteredInCity'
  const registered = facts[register]
  const outsideInstitutions = placement != null && placement !== 'careInstitution'
  if (longTerm === false || (inCity === true && (registered === false || outsideInstitutions))) return ['direct']
  if (inCity == null) return 'placementInCity'
  if (inCity && placement == null) return 'placement'
  if (registered == null) return register
  if (longTerm == null) return 'longTermPlacement'
  if (!inCity) return registered ? ['indirect'] : []
  const taken = reader.take('N-A7')
  if (taken === 'both') return ['direct', 'indirect']
  return [taken === 'directOnly' ? 'direct' : 'indirect']
}

const parse = parser(HomeEducationEligibilityInput)

/**
 * Whether a student is one whom the plan serves, and how: directly, indirectly or both.
 *
 * Registration in the city or a school in the city is enough; every other condition must be met. Home education starts
 * with the committee's resolution, never earlier; why the student cannot attend is not asked. A place outside the city
 * does not end eligibility: it is for the Department to judge. A fact left out is neither yes nor no. Before 31 January
 * 2019 the text of 2015 applies, which is not held: nothing is then evaluated. 31 January 2019 itself is covered.
 *
 * @param input the day asked about, and what is known of the student and the placement
 * @param options another reading of N-A2 (registered) or N-A7 (institutions in the city)
 * @returns the version of the plan and the modes of service
 * @throws InputError when a date or a choice is malformed
 * @source New Taipei home-education plan (2019) title, letters, III, VI, VII.2, XIII
 * @example
 * checkHomeEducationEligibility({ onDate: '2015-10-30' }).value.planVersion //=> 'original2015'
 * @example
 * checkHomeEducationEligibility({ onDate: '2019-09-02', committeeAgreedHomeEducation: false }).outcome //=> 'breach'
 */
export function checkHomeEducationEligibility(
  input: HomeEducationEligibilityInput,
  options?: Options,
): Answer<HomeEducationEligibilityFigures> {
  const facts = parse(input)
  const reader = readings.reader(options)
  const planVersion = planVersionOn(facts.onDate, reader)
  const version = versionRules.amendedText.apply(facts.onDate, ['onDate'])
  if (version.met === false) return answer({ planVersion, serviceModes: null }, [version], reader.taken)

  const conditions = [
    rules.coveredStage.apply(facts.stage, ['stage']),
    ...tieToCity(facts, reader),
    rules.unableToAttend.apply(facts.unableToAttendSchool, ['unableToAttendSchool']),
    rules.identifiedDisability.apply(facts.hasIdentifiedDisability, ['hasIdentifiedDisability']),
    rules.committeeResolution.apply(facts.committeeAgreedHomeEducation, ['committeeAgreedHomeEducation']),
  ]
  const eligibility = worst(conditions)
  const findings = [version, ...conditions, ...mainPlaces(facts)]
  if (eligibility === 'breach') return answer({ planVersion, serviceModes: [] }, findings, reader.taken)
  const modes = serviceModes(facts, reader)
  if (typeof modes === 'string') {
    return answer({ planVersion, serviceModes: null }, [...findings, rules.modeOfService.unknown([modes])], reader.taken)
  }
  findings.push(rules.modeOfService.apply(modes.length > 0, ['placement']))
  return answer({ planVersion, serviceModes: eligibility === 'ok' ? modes : null }, findings, reader.taken)
}

export const checkHomeEducationEligibilityEntry = {
  name: 'checkHomeEducationEligibility',
  answers: text('Whether a student is served under the plan, and how', '學生是否屬本計畫服務對象，以及服務方式'),
  input: HomeEducationEligibilityInput,
  value: HomeEducationEligibilityFigures,
  rules: { ...versionRules, ...rules },
  run: checkHomeEducationEligibility,
} as const satisfies FunctionEntry
