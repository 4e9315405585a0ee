import * as library from '../../src/index.js'
import { declarations, shownIn } from '../sources.js'

// Code that a compiler must take, and code that it must refuse, in a project that has the package installed.

export const use = `
  import { computeExtraPlaces, safely, type Answer, type Finding } from 'school-support-rules'
  import { ExtraPlacesInput, type ExtraPlacesFigures } from 'school-support-rules/hk-extension-of-study'
  const input: ExtraPlacesInput = { kind: 'single', category: 'mild' }
  const answer: Answer<ExtraPlacesFigures> = computeExtraPlaces(ExtraPlacesInput.parse(input), { readings: { 'A-E3': 'floor' } })
  export const places: number | null = answer.value.extraPlaces
  export const findings: readonly Finding[] = answer.findings
  const safe = safely(computeExtraPlaces)(input)
  export const margin: number | undefined = safe.ok ? safe.answer.findings[0]?.margin : undefined
`

export const misuse = `
  import { computeExtraPlaces } from 'school-support-rules'
  computeExtraPlaces({ kind: 'single', category: 'mild', colour: 'red' })
  computeExtraPlaces({ kind: 'single', category: 'gifted' })
  computeExtraPlaces({ kind: 'single', category: 'mild' }, { readings: { 'A-E3': 'sideways' } })
  computeExtraPlaces({ kind: 'single', category: 'mild' }).outcome = 'ok'
`

/** The lines of `misuse`: an unknown field, a wrong choice, a reading that is not there, a change to an answer. */
export const refused = [3, 4, 5, 6]

const offered = Object.keys(library)
const examples = declarations().filter(({ name }) => offered.includes(name)).flatMap(shownIn)

/** Every example of the public functions. */
export const examplesInOneFile = `import { ${offered.join(', ')} } from 'school-support-rules'\n${examples.map(({ expression }) => `void (${expression})`).join('\n')}`
