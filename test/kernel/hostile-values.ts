/** Objects that do harm when they are read. */
export const throwing = (): never => {
  throw new Error('no reader welcome')
}
export const hostileProxy = (): unknown => new Proxy({}, { get: throwing, has: throwing, ownKeys: throwing, getPrototypeOf: throwing, getOwnPropertyDescriptor: throwing })
