// What nobody should pass, and what somebody may: each made once, since some take a while.

const MANY = 1_000_000
const TEN_MILLION = 10_000_000

const throwing = (): never => {
  throw new Error('no reader welcome')
}

const whateverIsAsked = { get: throwing, has: throwing, ownKeys: throwing, getPrototypeOf: throwing, getOwnPropertyDescriptor: throwing }

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {})
  revoke()
  return proxy
}

function nested(levels: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 1
  for (let level = 0; level < levels; level += 1) value = wrap(value)
  return value
}

/** A record, or a list, whose every part is itself. */
function endless(target: object): object {
  const proxy: object = new Proxy(target, {
    get: () => proxy,
    has: () => true,
    ownKeys: () => ['kind', 'length'],
    getOwnPropertyDescriptor: (_target, key) => (key === 'length' ? Reflect.getOwnPropertyDescriptor(target, key) : { configurable: true, enumerable: true, value: proxy }),
  })
  return proxy
}

/** A list that says that it is of another length than it is. */
const lying = (length: unknown): object => new Proxy([], { get: (target, key): unknown => (key === 'length' ? length : Reflect.get(target, key)) })

/** A record that names other fields than it has. */
const misnaming = (): object =>
  new Proxy({ kind: 'single' }, { ownKeys: () => ['kind', 'ghost', 'constructor'], has: () => false, getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: 1 }) })

function circularList(): unknown {
  const list: unknown[] = []
  list.push(list)
  return list
}

function circularRecord(): unknown {
  const record: Record<string, unknown> = {}
  record['self'] = record
  return record
}

class Numbers extends Array<number> {
  override get length(): number { return throwing() }
  override set length(_length: number) { /* It stays what it is. */ }
}

const parsed = (json: string): unknown => JSON.parse(json)

const boxed = (value: unknown): unknown => Object(value)

/** Values that JSON can hold, or that a program passes by mistake: what is wrong with them can always be said. */
export const readableValues: Readonly<Record<string, unknown>> = {
  'not a number': Number.NaN,
  infinity: Infinity,
  'minus infinity': -Infinity,
  'minus zero': -0,
  'a number beyond all bounds': 1e308,
  'the smallest number': 5e-324,
  'the first number that is not exact': 2 ** 53,
  'minus that number': -(2 ** 53),
  'a bigint': 10n ** 1000n,
  'a symbol': Symbol('field'),
  'a function': throwing,
  'a class': Numbers,
  nothing: null,
  'an empty text': '',
  'half a character': '\ud800',
  'the other half of a character': '\udc00x',
  'nothing but zero bytes': '\u0000'.repeat(100),
  'a million digits': '2'.repeat(MANY),
  'a date that goes on': `2025-09-01${' '.repeat(MANY)}`,
  'ten million letters': 'x'.repeat(TEN_MILLION),
  'a million characters of four bytes': '😀'.repeat(MANY),
  'the name of the prototype': '__proto__',
  'the name of a method': 'toString',
  'an empty list': [],
  'a million numbers': Array<number>(MANY).fill(1),
  'a million records': Array<object>(MANY).fill({}),
  'a list of ten thousand records': Array<object>(10_000).fill({}),
  'a list of ten thousand others': Array<unknown>(10_000).fill(null),
  'a million holes': Array<unknown>(MANY),
  'a list with a hole': Object.assign([], { 0: 1, 2: 3 }),
  'a list that says it is four thousand million items long': Object.defineProperty([], 'length', { value: 4_294_967_295 }),
  'a hundred thousand lists in each other': nested(100_000, (inner) => [inner]),
  'a hundred thousand records in each other': nested(100_000, (inner) => ({ kind: inner })),
  'a list in itself': circularList(),
  'a record in itself': circularRecord(),
  'an empty record': {},
  'a hundred thousand unknown fields': Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`field${index}`, index])),
  'a field with a name of ten million letters': { ['k'.repeat(TEN_MILLION)]: 1 },
  'fields of the prototype': parsed('{ "__proto__": { "polluted": true }, "constructor": { "prototype": { "polluted": true } }, "prototype": { "polluted": true } }'),
  'a Date': new Date(0),
  'a Date that is none': new Date(Number.NaN),
  'a Map': new Map([['kind', 'single']]),
  'a Set': new Set([1]),
  'a promise': Promise.resolve(1),
  'a regular expression': /(a+)+$/,
  'an error': new Error('kind'),
  'bytes': new Uint8Array(1_000),
  'a text in a box': boxed('2025-09-01'),
  'a number in a box': boxed(12),
}

/** Objects with code of their own, which runs when they are read. */
export const hostileValues: Readonly<Record<string, unknown>> = {
  'a proxy that throws whatever is asked of it': new Proxy({}, whateverIsAsked),
  'a list that does': new Proxy([], whateverIsAsked),
  'a function that does': new Proxy(throwing, { ...whateverIsAsked, apply: throwing }),
  'a revoked proxy': revoked({}),
  'a revoked list': revoked([]),
  'a record without end': endless({}),
  'a list without end': endless([]),
  'a list as long as no list can be': lying(2 ** 32 - 1),
  'a list longer than that': lying(1e308),
  'a list of minus one items': lying(-1),
  'a list of not a number of items': lying(Number.NaN),
  'a list of half an item': lying(0.5),
  'a list of "3" items': lying('3'),
  'a record that misnames its fields': misnaming(),
  'a list of a class that cannot be counted': new Numbers(),
  'a getter that throws': Object.defineProperty({}, 'kind', { enumerable: true, get: throwing }),
  'a list with a getter that throws': Object.defineProperty([1], 0, { enumerable: true, get: throwing }),
  'what cannot become a text': { toString: throwing, valueOf: throwing, toJSON: throwing, [Symbol.toPrimitive]: throwing },
  'what throws when its kind is asked': Object.defineProperty({}, Symbol.toStringTag, { get: throwing }),
  'what says that it is a text': { length: 3, [Symbol.toStringTag]: 'String' },
}
