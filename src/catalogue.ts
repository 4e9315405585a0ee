import type { Answer } from './kernel/answer.js'
import { Describer, type DescribeOptions } from './kernel/describe.js'
import type { DocumentModule, FunctionEntry } from './kernel/document.js'
import type { RuleData } from './kernel/rule.js'
import { homeEducation } from './new-taipei-home-education/index.js'
import { communityProjects } from './hk-community-projects/index.js'
import { hsinchuSpecialEducation } from './hsinchu-special-education/index.js'
import { extensionOfStudy } from './hk-extension-of-study/index.js'
import { schoolPartnership } from './hk-school-partnership/index.js'

export { acrossReadings } from './kernel/across-readings.js'
export { safely, type Answer } from './kernel/answer.js'
export { addDays } from './kernel/calendar.js'
export type { Fact, Limit } from './kernel/comparator.js'
export { forceText, outcomeText, type FindingText } from './kernel/describe.js'
export type { DocumentModule, Provision } from './kernel/document.js'
export { beyondSchemas, date, describedAs, listOf } from './kernel/fields.js'
export { InputError, isForm, parser, pathText, placeText, type Path } from './kernel/input.js'
export type { Reading } from './kernel/reading.js'
export { outcomes, unknownOutcome, unmetOutcome, type Finding, type Outcome, type RuleData } from './kernel/rule.js'
export { fill, locales, quantity, text, type Locale, type Text } from './kernel/text.js'

/** Every document of this library with its ledger, readings and functions. */
export const modules: readonly DocumentModule[] = [schoolPartnership, extensionOfStudy, communityProjects, hsinchuSpecialEducation, homeEducation]

/** One function of the library and the document that it belongs to. */
export interface CatalogueEntry extends FunctionEntry {
  readonly module: DocumentModule
}

/** Every function by name: what the command line, the documentation and the tests read. */
export const catalogue: ReadonlyMap<string, CatalogueEntry> = new Map(
  modules.flatMap((module) => module.functions.map((entry) => [entry.name, { ...entry, module }] as const)),
)

/** A rule with the document and the functions that apply it. */
export interface RuleEntry {
  readonly rule: RuleData
  readonly module: DocumentModule
  readonly functions: readonly string[]
}

/** Every rule by its id. */
export const rules: ReadonlyMap<string, RuleEntry> = new Map(
  modules.flatMap((module) =>
    module.functions
      .flatMap(({ rules: own }) => Object.values(own))
      .map((rule) => {
        const functions = module.functions.filter(({ rules: own }) => Object.values(own).some(({ id }) => id === rule.id)).map(({ name }) => name)
        return [rule.id, { rule, module, functions }] as const
      }),
  ),
)

const describer = new Describer(modules)

/** One finding in words, part by part, for whatever lays it out. */
export const describeFinding = describer.finding.bind(describer)

/**
 * An answer in words, in English unless `locale` says `zh-Hant`: each finding with its paragraph, how strongly it
 * binds, what was found and what to do next; then the figures, and how unclear points were read.
 * @example
 * describe(computeExtraPlaces({ kind: 'single', category: 'severe' })).split('\n')[0] //=> 'in order'
 */
export const describe = (answer: Answer<unknown>, options?: DescribeOptions): string => describer.answer(answer, options)
