import { join, relative } from 'node:path'
import type { Finding, Text } from '../catalogue.js'
import type { Accepted } from './config-schema.js'
import { shortName, type ConfigFile } from './config.js'
import type { Position } from './json-text.js'
import { messages } from './messages.js'
import { filled } from './names.js'
import { placesCalled, restsOn, type Place } from './paragraphs.js'
import type { RecordPlace } from './problems.js'
import { filesOf } from './sources.js'

/** An accepted departure that has to be looked at again. */
export interface Notice {
  readonly kind: 'expired' | 'unused'
  readonly file: string
  readonly position: Position
  readonly says: Text
}

interface Entry {
  readonly accepted: Accepted
  readonly index: number
  /** The files that it is for; `undefined` when it is for all. */
  readonly files: ReadonlySet<string> | undefined
  /** The provisions that it is for; `undefined` when only its rule counts. */
  readonly places: readonly Place[] | undefined
  used: boolean
}

const concernsRule = ({ accepted: { rule }, places }: Entry, finding: Finding): boolean =>
  (rule === undefined || rule === finding.rule || rule === shortName(finding.rule)) && (places === undefined || restsOn(finding, places))

const concernsRecord = ({ accepted: { id }, files }: Entry, record: RecordPlace): boolean =>
  (id === undefined || String(id) === record.id) && (files === undefined || files.has(record.file))

/** The departures that a configuration accepts, and which of them are still needed. */
export class Acceptances {
  readonly #entries: readonly Entry[]
  readonly #config: ConfigFile | null
  readonly #today: string

  private constructor(config: ConfigFile | null, entries: readonly Entry[], today: string) {
    this.#config = config
    this.#entries = entries
    this.#today = today
  }

  /** @param today the day, `YYYY-MM-DD` */
  static async of(config: ConfigFile | null, cwd: string, today: string): Promise<Acceptances> {
    const entries: Entry[] = []
    for (const [index, accepted] of (config?.config.accepted ?? []).entries()) {
      const files = accepted.file === undefined ? undefined : new Set(await filesOf(cwd, join(relative(cwd, config?.folder ?? cwd), accepted.file)))
      const places = accepted.paragraph === undefined ? undefined : placesCalled(accepted.paragraph)
      entries.push({ accepted, index, files, places, used: false })
    }
    return new Acceptances(config, entries, today)
  }

  /**
   * The acceptance of a finding. Only a departure can be accepted: a fact that is missing has to be given.
   * One that has expired accepts nothing.
   */
  of(finding: Finding, record: RecordPlace): Accepted | undefined {
    if (finding.met !== false || finding.outcome === 'ok') return undefined
    const found = this.#entries.filter((entry) => concernsRule(entry, finding) && concernsRecord(entry, record))
    for (const entry of found) entry.used = true
    return found.find((entry) => !this.#isExpired(entry))?.accepted
  }

  /** Those that have expired and those that nothing needed, as far as the files they are for were checked. */
  notices(checkedFiles: readonly string[], checkedAll: boolean): readonly Notice[] {
    const checked = new Set(checkedFiles)
    return this.#entries.flatMap((entry): readonly Notice[] => {
      const wasChecked = checkedAll || entry.files === undefined || [...entry.files].some((file) => checked.has(file))
      if (!wasChecked) return []
      if (this.#isExpired(entry)) return [this.#notice('expired', messages.acceptedExpired, entry)]
      return entry.used ? [] : [this.#notice('unused', messages.acceptedUnused, entry)]
    })
  }

  #isExpired({ accepted }: Entry): boolean {
    return accepted.until < this.#today
  }

  #notice(kind: Notice['kind'], sentence: Text, { accepted, index }: Entry): Notice {
    const { rule, paragraph, until, reason } = accepted
    const says = filled(sentence, { until, reason, rule: [rule, paragraph].filter((part) => part !== undefined).join(' · ') })
    return { kind, file: this.#config?.name ?? '', position: this.#config?.locate(['accepted', index]) ?? { line: 1, column: 1 }, says }
  }
}
