import type { CatalogueEntry, InputError, Path, Text } from '../catalogue.js'
import { fieldNames, inputSchema } from './input-schema.js'
import { withSuggestion } from './names.js'

/** One thing wrong, and where. */
export interface Fault {
  readonly path: Path
  readonly says: Text
}

/** What is wrong with an input of a function, by paths within the input; a mistyped field gets a suggestion. */
export const inputFaults = (entry: CatalogueEntry, { issues }: InputError): readonly Fault[] =>
  issues.map(({ path, code, message }) => {
    const isUnknownField = code === 'unrecognized_keys'
    return { path, says: isUnknownField ? withSuggestion(message, String(path.at(-1)), fieldNames(inputSchema(entry))) : message }
  })
