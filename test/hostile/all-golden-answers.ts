import { InputError } from '../../src/kernel/input.js'
import { goldenFiles } from '../golden-cases.js'

/** The answer to every golden case; to one that is refused, what is wrong with it. */
export const allGoldenAnswers = (): readonly unknown[] =>
  goldenFiles().flatMap(({ entry, cases }) =>
    cases.map(({ input, options }): unknown => {
      try {
        return entry.run(input, options)
      } catch (error) {
        if (error instanceof InputError) return error.issues
        throw error
      }
    }),
  )
