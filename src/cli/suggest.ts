/** The changes that make one word of another: a letter put in, left out, replaced, or two neighbours swapped. */
function distance(from: string, to: string): number {
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1]
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      current.push(Math.min(
        (last[column] ?? Infinity) + 1,
        (current[column - 1] ?? Infinity) + 1,
        (last[column - 1] ?? Infinity) + (same ? 0 : 1),
        swapped ? (beforeLast[column - 2] ?? Infinity) + 1 : Infinity,
      ))
    }
    ;[beforeLast, last] = [last, current]
  }
  return last[to.length] ?? Infinity
}

/** More changes than this share of the word, and it is another word. */
const MOST_CHANGED = 0.4

/** Fewer letters than this begin too many names. */
const SHORTEST_BEGINNING = 3

/** The known name that a mistyped or cut-off one most likely means, if any comes near. */
export function closest(mistyped: string, names: Iterable<string>): string | undefined {
  const word = mistyped.toLowerCase()
  const known = [...names]
  let best = word.length < SHORTEST_BEGINNING ? undefined : known.find((name) => name.toLowerCase().startsWith(word))
  let fewest = Math.max(mistyped.length, 1) * MOST_CHANGED
  for (const name of known) {
    const changes = distance(word, name.toLowerCase())
    if (changes < fewest) {
      best = name
      fewest = changes
    }
  }
  return best
}
