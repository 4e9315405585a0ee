import { communityProjectDays } from './days/hk-community-projects.js'
import { extensionOfStudyDays } from './days/hk-extension-of-study.js'
import { schoolPartnershipDays } from './days/hk-school-partnership.js'
import { hsinchuDays } from './days/hsinchu-special-education.js'
import { homeEducationDays } from './days/new-taipei-home-education.js'
import { everyDay } from './day-exam.js'
import type { Exam, Sizes } from './exam.js'
import { communityProjectShares } from './shares/hk-community-projects.js'
import { extensionOfStudyShares } from './shares/hk-extension-of-study.js'
import { schoolPartnershipShares } from './shares/hk-school-partnership.js'
import { hsinchuShares } from './shares/hsinchu-special-education.js'
import { homeEducationShares } from './shares/new-taipei-home-education.js'

/** Every rule that is put to the test, document by document. */
export const exams: readonly Exam[] = [
  ...schoolPartnershipShares, ...schoolPartnershipDays,
  ...extensionOfStudyShares, ...extensionOfStudyDays,
  ...communityProjectShares, ...communityProjectDays,
  ...hsinchuShares, ...hsinchuDays,
  ...homeEducationShares, ...homeEducationDays,
]

/** The library alone, for the tests. */
export const libraryOnly: Sizes = { library: 40_000, engine: () => 0, days: 0 }

/** Publicodes and feelin answer a few thousand times a second, the others some hundred thousand times. */
const SLOW_ENGINES = new Set(['publicodes', 'feelin'])
export const everyEngine = (library: number, slow: number): Sizes => ({
  library,
  engine: ({ name }) => (SLOW_ENGINES.has(name) ? slow : Math.min(library, 40_000)),
  days: Math.min(2 * slow, everyDay.length),
})
