import { isObject, type Json } from '../laws/arbitraries.js'

/** Where something stands in an input; the input itself has the empty place. */
export type Place = readonly (string | number)[]

/** Every place of an input, itself and its lists and records included. */
export function placesOf(value: Json, at: Place = []): readonly Place[] {
  if (Array.isArray(value)) return [at, ...value.flatMap((item, index) => placesOf(item, [...at, index]))]
  if (isObject(value)) return [at, ...Object.entries(value).flatMap(([key, each]) => placesOf(each, [...at, key]))]
  return [at]
}

/** A place without its numbers: the same for every item of a list. */
export const fieldOf = (place: Place): string => place.map((step) => (typeof step === 'number' ? '[]' : `.${step}`)).join('')

export function valueAt(input: unknown, place: Place): unknown {
  return place.reduce<unknown>((value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined), input)
}

/** A copy of an input in which a property of the record or list at a place is defined anew. */
export function withProperty(input: unknown, place: Place, property: PropertyDescriptor): unknown {
  const [step, ...further] = place
  if (step === undefined || typeof input !== 'object' || input === null) return property.value
  const copy = Array.isArray(input) ? Array.from<unknown>(input) : { ...input }
  const changed = further.length === 0 ? property : { value: withProperty(Reflect.get(input, step), further, property) }
  return Object.defineProperty(copy, step, { configurable: true, enumerable: true, ...changed })
}

/** A copy of an input with something else at a place. */
export const withValue = (input: unknown, place: Place, value: unknown): unknown => withProperty(input, place, { value })
