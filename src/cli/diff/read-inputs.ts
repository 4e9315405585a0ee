import type { CatalogueEntry, Path } from '../../catalogue.js'
import { Complaint, shownName, type Io } from '../io.js'
import { filled } from '../names.js'
import type { Problem } from '../problems.js'
import { readRecords } from '../record-files.js'
import { readRecord, type Candidate, type SchoolRecord } from '../records.js'
import { diffMessages } from './messages.js'

/** A question to one function: the facts, and where they stand in the file. */
export interface Question {
  readonly record: SchoolRecord
  /** Where in the record the input stands: nowhere below it when it is the input itself. */
  readonly within: Path
}

export interface Inputs {
  readonly questions: readonly Question[]
  readonly problems: readonly Problem[]
  /** How many records are for other functions. */
  readonly passedOver: number
}

/** Whether a value is the input itself: a record says which function it is for, or has its facts in `input`. */
const isBare = ({ value }: Candidate): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('check' in value) && !('input' in value)

/** A bare input as a record of the function. */
const asRecord = (candidate: Candidate, check: string): Candidate => ({
  ...candidate,
  value: { check, input: candidate.value },
  locate: (path) => candidate.locate(path[0] === 'input' ? path.slice(1) : []),
})

/** Reads what a function is to be asked: one input or a list of them, or a file of records as `check` takes it. */
export async function readInputs(io: Io, file: string, { name }: CatalogueEntry): Promise<Inputs> {
  const bare = new Set<SchoolRecord | Problem>()
  const read = await readRecords(io, file, name, (candidate) => {
    if (!isBare(candidate)) return readRecord(candidate, name)
    const records = readRecord(asRecord(candidate, name), name)
    for (const record of records) bare.add(record)
    return records
  })
  const records = read.filter((each) => 'entry' in each)
  const questions = records
    .filter(({ entry }) => entry.name === name)
    .map((record): Question => ({ record, within: bare.has(record) ? [] : ['input'] }))
  const problems = read.filter((each) => 'says' in each)
  if (questions.length === 0 && problems.length === 0) throw new Complaint(filled(diffMessages.nothingFor, { file: shownName(file), name }))
  return { questions, problems, passedOver: records.length - questions.length }
}
