import { expect, test } from 'vitest'
import type { GoldenCase } from './golden-format.js'
import { goldenFiles, type GoldenFile } from './golden-cases.js'
import { differences } from './golden-check.js'

type Json = GoldenCase['input']
type Fields = Readonly<Record<string, Json>>

/** One fact put in the place of another beside it. */
interface Mistaken {
  /** Such as `activities.#: groups read from approvedPlaces`. */
  readonly name: string
  readonly input: Json
}

/** Facts that say nothing more once the other is known: reading one for the other changes no answer. */
const unread: Readonly<Record<string, string>> = {
  'validateGrantBudget activities.#: approvedPlaces read from groups': 'The places only bound the groups, and as many groups as places are in bounds.',
  'checkTutorQualification : rsw read from oneSitting': 'A registered social worker is asked about for interest groups, sittings for tutorials: neither with the other.',
  'checkReportSubmission : outstandingOn read from submittedOn': 'Once a report is in, nobody asks how long it was outstanding.',
}

const isFields = (value: Json): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Facts can be taken for each other when they are of one kind: two numbers, two answers yes or no, two dates. */
function kindOf(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? 'date' : undefined
  return typeof value === 'number' || typeof value === 'boolean' ? typeof value : undefined
}

/** The input with every fact in the place of every other of its kind beside it, one at a time. */
function mistakenIn(input: Json, path: readonly string[] = []): readonly Mistaken[] {
  if (Array.isArray(input)) {
    return input.flatMap((item, index) => mistakenIn(item, [...path, '#']).map(({ name, input: changed }) => ({ name, input: input.with(index, changed) })))
  }
  if (!isFields(input)) return []
  const own = Object.keys(input).flatMap((into) =>
    Object.keys(input)
      .filter((from) => from !== into && kindOf(input[into]) !== undefined && kindOf(input[from]) === kindOf(input[into]))
      .map((from) => ({ name: `${path.join('.')}: ${into} read from ${from}`, input: { ...input, [into]: input[from] ?? null } })),
  )
  const deeper = Object.entries(input).flatMap(([key, value]) =>
    mistakenIn(value, [...path, key]).map(({ name, input: changed }) => ({ name, input: { ...input, [key]: changed } })),
  )
  return [...own, ...deeper]
}

function answersTheSame({ entry }: GoldenFile, golden: GoldenCase, input: Json): boolean {
  return differences({ ...golden, input }, entry).length === 0
}

test.each(goldenFiles().map((file) => [file.entry.name, file] as const))('%s reads no fact for the one beside it: a golden case where they differ fails', (name, file) => {
  const mistaken = file.cases.filter(({ error }) => error === undefined).flatMap((golden) => mistakenIn(golden.input).map((each) => ({ ...each, golden })))
  const noticed = new Set<string>()
  for (const { name: place, input, golden } of mistaken) {
    if (!noticed.has(place) && !answersTheSame(file, golden, input)) noticed.add(place)
  }
  const unnoticed = [...new Set(mistaken.map((each) => each.name))].filter((place) => !noticed.has(place)).map((place) => `${name} ${place}`)
  expect(unnoticed).toEqual(Object.keys(unread).filter((place) => place.startsWith(`${name} `)))
})
