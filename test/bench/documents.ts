import { catalogue } from 'school-support-rules'

/** The names of the functions of each document, by its subpath. */
export const documents: ReadonlyMap<string, readonly string[]> = (() => {
  const found = new Map<string, string[]>()
  for (const { name, module } of catalogue.values()) found.set(module.document.id, [...(found.get(module.document.id) ?? []), name])
  return found
})()
