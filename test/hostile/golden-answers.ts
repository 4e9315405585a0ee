import * as z from 'zod'

// A program of its own, to be run where code may not be made from strings. It prints how often that was tried, whether it
// is possible at all, and the answer to every golden case. With `jitless`, zod is told not to try: before the library is
// loaded, since it makes its schemas then.

if (process.argv.includes('jitless')) z.config({ jitless: true })

let attempts = 0
const { Function: original } = globalThis
globalThis.Function = new Proxy(original, {
  construct(target, args, newTarget: () => unknown): object {
    attempts += 1
    return z.instanceof(original).parse(Reflect.construct(target, args, newTarget))
  },
})

const { InputError } = await import('../../src/kernel/input.js')
const { goldenFiles } = await import('../golden-cases.js')

function isPossible(): boolean {
  try {
    return Reflect.construct(original, ['return true']) instanceof original
  } catch {
    return false
  }
}

const answers = goldenFiles().flatMap(({ entry, cases }) =>
  cases.map(({ input, options }): unknown => {
    try {
      return entry.run(input, options)
    } catch (error) {
      if (error instanceof InputError) return error.issues
      throw error
    }
  }),
)
console.log(JSON.stringify({ attempts, isPossible: isPossible(), answers }))
