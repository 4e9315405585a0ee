import * as z from 'zod'
import { oneOf } from '../kernel/comparator.js'
import { text } from '../kernel/text.js'
import { regulations } from './document.js'

/** The institutions that the provisions on procedure tell apart. @source Arts. 7, 13, 15 */
export const Institution = z.enum(['school', 'schoolAffiliatedPreschool', 'independentPreschool', 'workplaceEducareCentre'])
export type Institution = z.output<typeof Institution>

/** Whether an institution goes by the committee of a school; a preschool of its own and a centre are exempt. */
export const hasCommittee = (institution: Institution): boolean =>
  institution === 'school' || institution === 'schoolAffiliatedPreschool'

/** The former text knew schools and preschools only, and municipal ones: `checkProgrammeEligibility` tells those apart. */
export const formerInstitutionRules = regulations.rules({
  formerCoversInstitution: {
    at: '舊第2條第1項',
    force: 'mandatory',
    test: oneOf('school', 'schoolAffiliatedPreschool', 'independentPreschool'),
    says: text('The institution is of a kind that the former text covers where it is municipal: {test}.', '機構屬修正前條文所列類別（以市立者為限）：{test}。'),
  },
})
