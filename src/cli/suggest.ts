import { closestMatch } from 'leven'

/** More changes than this share of the word, and it is another word. */
const MOST_CHANGED = 0.4

/** A longer word is no slip of the finger, and comparing it takes time. */
const LONGEST_WORD = 100

/** Fewer letters than this begin too many names. */
const SHORTEST_BEGINNING = 3

/** The known name that a mistyped or cut-off one most likely means, if any comes near. */
export function closest(mistyped: string, names: Iterable<string>): string | undefined {
  if (mistyped.length > LONGEST_WORD) return undefined
  const word = mistyped.toLowerCase()
  const known = new Map(Array.from(names, (name) => [name.toLowerCase(), name]))
  const maxDistance = Math.floor(word.length * MOST_CHANGED)
  const near = closestMatch(word, [...known.keys()], { maxDistance })
  if (near !== undefined) return known.get(near)
  if (word.length < SHORTEST_BEGINNING) return undefined
  return [...known].find(([name]) => name.startsWith(word))?.[1]
}
