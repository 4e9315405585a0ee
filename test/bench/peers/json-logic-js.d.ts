declare module 'json-logic-js' {
  const jsonLogic: {
    readonly apply: (logic: object, data: unknown) => unknown
    readonly add_operation: (name: string, operation: (value: number) => number) => void
  }
  export default jsonLogic
}
