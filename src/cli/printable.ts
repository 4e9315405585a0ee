/** A text of the caller's own that keeps to its line and leaves the terminal alone. */
export const printable = (text: string): string => text.replace(/\p{Cc}/gu, (character) => JSON.stringify(character).slice(1, -1))
