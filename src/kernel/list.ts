/**
 * What `Array.prototype.flatMap` gives. Engines run the built-in on a generic path that takes longer than all the
 * rest of an answer; a loop does not.
 */
export function flatMap<Item, Result>(items: readonly Item[], each: (item: Item, index: number) => readonly Result[]): Result[] {
  const all: Result[] = []
  let index = 0
  for (const item of items) {
    for (const result of each(item, index)) all.push(result)
    index += 1
  }
  return all
}
