import { InputError, readable, wrongChoice, type Path } from './input.js'
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
  readonly at: Locator | readonly [Locator, ...Locator[]]
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
  /**
   * Cites from now on, of the paragraphs of a reading, the first that is wanted: where several texts of a document are
   * held, one of the text that the answer speaks of. The first of all where none is wanted.
   */
  prefer(isWanted: (at: string) => boolean): void
  /** The readings taken so far, in the order in which they were taken. */
  readonly taken: readonly Taken[]
}

/** The options type of the functions of a module, from its readings. */
export type OptionsOf<R> = R extends Readings<infer Specs> ? Options<Specs> : never

/** A list, a `Map` or a `Date` holds no choices by name: it would be taken for no choice at all. */
const isObject = (value: unknown): boolean => Object.prototype.toString.call(value) === '[object Object]'

const wrong = (path: Path, message: Text): InputError => new InputError([{ path, code: 'unknown_choice', message }])

const notOptions = text('must be an object such as { readings: { … } }', '必須是物件，例如 { readings: { … } }')
const onlyReadings = text('is not an option; the only one is readings', '不是選項；只有 readings 一項')

const unknownReading = (known: readonly string[]): Text =>
  text(`is not a reading of this document; its readings are: ${known.join(', ')}`, `不是這份文件的理解；可選的有：${known.join('、')}`)

/**
 * What the caller chose. Options come from configuration files too, so they are checked like any input; a copy is
 * checked and used, so that a getter cannot answer one way and then another.
 */
function chosenReadings<Specs extends ReadingSpecs<Specs>>(specs: Specs, options: Options<Specs>): Options<Specs>['readings'] {
  if (!isObject(options)) throw wrong(['options'], notOptions)
  const unknownOption = Object.keys(options).find((key) => key !== 'readings')
  if (unknownOption !== undefined) throw wrong(['options', unknownOption], onlyReadings)
  const { readings } = options
  if (readings === undefined) return undefined
  if (!isObject(readings)) throw wrong(['options', 'readings'], notOptions)
  const chosen = { ...readings }
  checkChoices(specs, chosen)
  return chosen
}

function checkChoices(specs: Readonly<Record<string, ReadingSpec<string>>>, chosen: Readonly<Record<string, unknown>>): void {
  for (const id of Object.keys(chosen)) {
    const option = chosen[id]
    const spec = Object.hasOwn(specs, id) ? specs[id] : undefined
    if (spec === undefined) throw wrong(['options', 'readings', id], unknownReading(Object.keys(specs)))
    if (option !== undefined && (typeof option !== 'string' || !Object.hasOwn(spec.options, option))) {
      throw wrong(['options', 'readings', id], wrongChoice(Object.keys(spec.options), option))
    }
  }
}

const locators = (at: ReadingSpec<string>['at']): readonly [string, ...string[]] => (typeof at === 'string' ? [at] : at)

type Saying<Option extends string> = Taken & { readonly taken: Option }

/** What an answer says of an unclear point under each option, for each of its paragraphs. Made once, for all answers say the same. */
interface Sayings<Option extends string> {
  readonly byDefault: Option
  readonly options: Readonly<Record<Option, readonly [Saying<Option>, ...Saying<Option>[]]>>
}

type SayingsOf<Specs extends ReadingSpecs<Specs>> = { readonly [Id in keyof Specs]: Sayings<OptionOf<Specs[Id]>> }

function sayingsOf<Specs extends ReadingSpecs<Specs>>(specs: Specs): SayingsOf<Specs>
function sayingsOf(specs: Readonly<Record<string, ReadingSpec<string>>>): Readonly<Record<string, Sayings<string>>> {
  return Object.fromEntries(
    Object.entries(specs).map(([id, { at, options, byDefault }]) => {
      const names = Object.keys(options)
      const [first, ...others] = locators(at)
      const sayings = (taken: string): readonly [Taken, ...Taken[]] => {
        const alternatives = Object.freeze(names.filter((other) => other !== taken))
        const citing = (paragraph: string): Taken => Object.freeze({ id, at: paragraph, taken, alternatives })
        return [citing(first), ...others.map(citing)]
      }
      return [id, { byDefault, options: Object.fromEntries(names.map((name) => [name, sayings(name)])) }]
    }),
  )
}

class AnswerReader<Specs extends ReadingSpecs<Specs>> implements Reader<Specs> {
  readonly taken: Taken[] = []
  // Every answer has a reader, and engines take longer to make an object with hidden members.
  private isWanted: ((at: string) => boolean) | undefined

  constructor(private readonly sayings: SayingsOf<Specs>, private readonly chosen: Options<Specs>['readings']) {}

  take<Id extends keyof Specs & string>(id: Id): OptionOf<Specs[Id]> {
    const { byDefault, options } = this.sayings[id]
    const sayings = options[this.chosen?.[id] ?? byDefault]
    const { isWanted } = this
    const saying = (isWanted === undefined ? undefined : sayings.find(({ at }) => isWanted(at))) ?? sayings[0]
    if (!this.taken.includes(saying)) this.taken.push(saying)
    return saying.taken
  }

  prefer(isWanted: (at: string) => boolean): void {
    this.isWanted = isWanted
  }
}

/** Lists the readings of a document; called once, in the module's `document.ts`. */
export function defineReadings<const Specs extends ReadingSpecs<Specs>>(specs: Specs): Readings<Specs> {
  const all = Object.entries<ReadingSpec<string>>(specs).map(
    ([id, { at, asks, options, byDefault }]): Reading => ({ id, at: locators(at), asks, options, byDefault }),
  )
  const sayings = sayingsOf(specs)
  return {
    all,
    reader: (options) => new AnswerReader(sayings, options === undefined ? undefined : readable(['options'], () => chosenReadings(specs, options))),
  }
}
