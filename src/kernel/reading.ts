import { InputError } from './input.js'
import { text, type Text } from './text.js'

/** An unclear point of a document: the ways it can be read, and the way taken unless the caller says otherwise. */
export interface Reading<Option extends string = string> {
  readonly id: string
  readonly at: readonly string[]
  /** The question that the text leaves open. */
  readonly asks: Text
  readonly options: Readonly<Record<Option, Text>>
  readonly byDefault: Option
}

/** A reading that an answer leans on. */
export interface Taken {
  readonly id: string
  readonly at: string
  readonly taken: string
  readonly alternatives: readonly string[]
}

/** What a module says of one unclear point; its code is the key. */
export interface ReadingSpec<Locator extends string> {
  readonly at: Locator | readonly Locator[]
  readonly asks: Text
  readonly options: Readonly<Record<string, Text>>
  readonly byDefault: string
}

/** Readings by their codes; a mapped type, so that looking up a known code always finds one. */
type ReadingSpecs<Specs> = { readonly [Id in keyof Specs]: ReadingSpec<string> }
type OptionOf<Spec extends ReadingSpec<string>> = keyof Spec['options'] & string

/** The readings of one document. */
export interface Readings<Specs extends ReadingSpecs<Specs>> {
  readonly all: readonly Reading[]
  /** Opens a record of the readings that one answer leans on. */
  reader(options: Options<Specs> | undefined): Reader<Specs>
}

/** What a caller can choose: another reading of an unclear point than the default. */
export interface Options<Specs extends ReadingSpecs<Specs>> {
  readonly readings?: { readonly [Id in keyof Specs]?: OptionOf<Specs[Id]> | undefined } | undefined
}

export interface Reader<Specs extends ReadingSpecs<Specs>> {
  /** Takes a reading and notes that the answer leans on it. */
  take<Id extends keyof Specs & string>(id: Id): OptionOf<Specs[Id]>
  /** The readings taken so far, in the order in which they were taken. */
  readonly taken: readonly Taken[]
}

/** The options type of the functions of a module, from its readings. */
export type OptionsOf<R> = R extends Readings<infer Specs> ? Options<Specs> : never

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function wrongChoice(path: readonly string[], allowed: readonly string[]): InputError {
  return new InputError([
    {
      path,
      code: 'unknown_choice',
      message: text(`must be one of: ${allowed.join(', ')}`, `必須是以下其中一項：${allowed.join('、')}`),
    },
  ])
}

/** Options come from configuration files too, so they are checked like any input. */
function checkOptions(specs: Readonly<Record<string, ReadingSpec<string>>>, options: unknown): void {
  if (!isRecord(options)) throw wrongChoice(['options'], ['{ readings }'])
  for (const key of Object.keys(options)) {
    if (key !== 'readings') throw wrongChoice(['options', key], ['readings'])
  }
  const { readings } = options
  if (readings === undefined) return
  if (!isRecord(readings)) throw wrongChoice(['options', 'readings'], Object.keys(specs))
  for (const [id, option] of Object.entries(readings)) {
    const spec = Object.hasOwn(specs, id) ? specs[id] : undefined
    if (spec === undefined) throw wrongChoice(['options', 'readings', id], Object.keys(specs))
    if (option !== undefined && (typeof option !== 'string' || !Object.hasOwn(spec.options, option))) {
      throw wrongChoice(['options', 'readings', id], Object.keys(spec.options))
    }
  }
}

const locators = (at: string | readonly string[]): readonly string[] => (typeof at === 'string' ? [at] : at)

/** What an answer says of each option; made once, since every answer that takes it says the same. */
function takenReadings(specs: Readonly<Record<string, ReadingSpec<string>>>): ReadonlyMap<string, ReadonlyMap<string, Taken>> {
  return new Map(
    Object.entries(specs).map(([id, { at, options }]) => {
      const names = Object.keys(options)
      const taken = names.map((name): [string, Taken] => [
        name,
        Object.freeze({ id, at: locators(at)[0] ?? '', taken: name, alternatives: Object.freeze(names.filter((other) => other !== name)) }),
      ])
      return [id, new Map(taken)]
    }),
  )
}

/** Lists the readings of a document; called once, in the module's `document.ts`. */
export function defineReadings<const Specs extends ReadingSpecs<Specs>>(specs: Specs): Readings<Specs> {
  const all = Object.entries<ReadingSpec<string>>(specs).map(
    ([id, { at, asks, options, byDefault }]): Reading => ({ id, at: locators(at), asks, options, byDefault }),
  )
  const sayings = takenReadings(specs)
  return {
    all,
    reader(options) {
      if (options !== undefined) checkOptions(specs, options)
      const taken: Taken[] = []
      return {
        taken,
        take(id) {
          const option = options?.readings?.[id] ?? specs[id].byDefault
          const saying = sayings.get(id)?.get(option)
          if (saying !== undefined && !taken.includes(saying)) taken.push(saying)
          return option
        },
      }
    },
  }
}
