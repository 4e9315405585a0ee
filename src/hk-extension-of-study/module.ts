import type { DocumentModule } from '../kernel/document.js'
import { checkExtraPlaceUsageEntry } from './check-extra-place-usage.js'
import { computeExtraPlacesEntry } from './compute-extra-places.js'
import { circular, readings } from './document.js'
import { ledger } from './ledger.js'

/** EDB Circular 2/2022 with all that was made of it, for the catalogue. */
export const extensionOfStudy: DocumentModule = {
  document: circular,
  ledger,
  readings: readings.all,
  functions: [computeExtraPlacesEntry, checkExtraPlaceUsageEntry],
}
