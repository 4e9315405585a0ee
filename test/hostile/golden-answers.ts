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

const { allGoldenAnswers } = await import('./all-golden-answers.js')

function isPossible(): boolean {
  try {
    return Reflect.construct(original, ['return true']) instanceof original
  } catch {
    return false
  }
}

console.log(JSON.stringify({ attempts, isPossible: isPossible(), answers: allGoldenAnswers() }))
