import type { DocumentModule } from '../kernel/document.js'
import { guidelines, readings } from './document.js'
import { ledger } from './ledger.js'

/** The guidelines on Community-based Projects with all that was made of them, for the catalogue. */
export const communityProjects: DocumentModule = {
  document: guidelines,
  ledger,
  readings: readings.all,
  functions: [],
}
