import { outcomes, type Answer, type Outcome } from '../../catalogue.js'

export type Counts = Readonly<Record<Outcome, number>>
type Counting = Record<Outcome, number>

/** What a run found, in numbers. */
export interface Tally {
  /** Rows that got an answer, by its outcome. */
  readonly outcomes: Counts
  /** Rows that got none. */
  readonly bad: number
  /** Findings that are not in order, by the paragraph that they rest on. */
  readonly paragraphs: ReadonlyMap<string, Counts>
}

const none = (): Counting => ({ ok: 0, advice: 0, judgement: 0, incomplete: 0, breach: 0 })

function add(to: Counting, counts: Counts): void {
  for (const outcome of outcomes) to[outcome] += counts[outcome]
}

/** Counts answers, and adds up what others counted. */
export class Counter implements Tally {
  readonly outcomes = none()
  readonly paragraphs = new Map<string, Counting>()
  bad = 0

  count({ outcome, findings }: Answer<unknown>): void {
    this.outcomes[outcome] += 1
    if (outcome === 'ok') return
    for (const finding of findings) {
      if (finding.outcome !== 'ok') this.#paragraph(finding.at)[finding.outcome] += 1
    }
  }

  add(tally: Tally): void {
    this.bad += tally.bad
    add(this.outcomes, tally.outcomes)
    for (const [at, counts] of tally.paragraphs) add(this.#paragraph(at), counts)
  }

  /** The counts so far, as plain data. */
  get tally(): Tally {
    return { outcomes: this.outcomes, bad: this.bad, paragraphs: this.paragraphs }
  }

  get rows(): number {
    return outcomes.reduce((sum, outcome) => sum + this.outcomes[outcome], this.bad)
  }

  #paragraph(at: string): Counting {
    let counts = this.paragraphs.get(at)
    if (counts === undefined) this.paragraphs.set(at, (counts = none()))
    return counts
  }
}
