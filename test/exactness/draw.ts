/** Facts drawn at random: the same ones on every machine and in every run. */
export interface Draw {
  /** A whole number from the least to the most, both included. */
  whole(least: number, most: number): number
  /** A number as often small as large: first its size is drawn, then the number. */
  ofAnySize(most: number): number
  /** Cents as often few as many, and as often whole dollars as not. */
  cents(mostDollars: number): number
  /** Something near a limit as often as anywhere. */
  around(limit: number, most: number): number
}

/** Marsaglia's xorshift on 32 bits. */
function randomWords(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
}

const WORDS = 2 ** 32
const STEPS_AROUND = 3

export function drawing(seed: number): Draw {
  const next = randomWords(seed)
  const whole = (least: number, most: number): number => least + Math.floor((next() / WORDS) * (most - least + 1))
  const ofAnySize = (most: number): number => whole(0, Math.min(most, 10 ** whole(0, Math.ceil(Math.log10(most)))))
  return {
    whole,
    ofAnySize,
    cents: (mostDollars) => (whole(0, 1) === 0 ? ofAnySize(mostDollars) * 100 : ofAnySize(mostDollars * 100)),
    around: (limit, most) => (whole(0, 1) === 0 ? Math.max(0, whole(limit - STEPS_AROUND, limit + STEPS_AROUND)) : whole(0, most)),
  }
}
