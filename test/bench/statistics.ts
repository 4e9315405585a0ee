/** A figure below which a share of the sorted figures lies; between two of them it is interpolated. */
function quantile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(at)] ?? Number.NaN, sorted[Math.ceil(at)] ?? Number.NaN]
  return below + (above - below) * (at - Math.floor(at))
}

export const median = (figures: readonly number[]): number => quantile(figures, 0.5)

/** How far apart the middle half of the figures lies, as a share of their median. */
export const relativeSpread = (figures: readonly number[]): number =>
  (quantile(figures, 0.75) - quantile(figures, 0.25)) / median(figures)

export const geometricMean = (figures: readonly number[]): number =>
  Math.exp(figures.reduce((sum, figure) => sum + Math.log(figure), 0) / figures.length)

/** What each figure is times the one at the same place of the other list: both were measured side by side. */
export const ratios = (figures: readonly number[], others: readonly number[]): readonly number[] =>
  figures.map((figure, index) => figure / (others[index] ?? Number.NaN))
