import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { catalogue, describeFinding } from '../src/catalogue.js'
import type { Answer } from '../src/kernel/answer.js'

const Records = z.array(z.strictObject({ check: z.string(), id: z.string(), input: z.json() }))

const file = fileURLToPath(new URL('../fixtures/records/hsinchu-application-year.json', import.meta.url))

/** Every record of the year by its id, answered. */
function answers(): ReadonlyMap<string, Answer<unknown>> {
  const records = Records.parse(JSON.parse(readFileSync(file, 'utf8')))
  return new Map(
    records.map(({ check, id, input }) => {
      const entry = catalogue.get(check)
      if (entry === undefined) throw new Error(`no function ${check}`)
      return [id, entry.run(input)]
    }),
  )
}

/** The findings of the year with this outcome: record, field and article. */
const found = (outcome: string): readonly string[] =>
  [...answers()].flatMap(([id, { findings }]) =>
    findings.filter((finding) => finding.outcome === outcome).map((finding) => `${id} · ${describeFinding(finding, 'en').path} · ${finding.at}`),
  )

describe("a Hsinchu school's application year", () => {
  test('holds five breaches, each of another article', () => {
    expect(found('breach')).toEqual([
      'disability-student-02 · specialEducationPlacement · 第3條',
      'disability-dossier-draft · contentComponents.rehabilitationTraining · 第8條第1項第4款',
      'gifted-pathway · invited.actualCaregiver · 第7條第3項後段',
      'gifted-filing-late · filedOn · 第10條第1項',
      'gifted-ended · settlementFiled · 第13條第1項後段',
    ])
  })

  test('lacks one rate, and leaves one grant to the City', () => {
    expect(found('incomplete')).toEqual(['gifted-lecture-fee · ratePerUnit · 第8條第4項'])
    expect(found('judgement')).toEqual(['gifted-settlement · subsidyGranted · 第9條前段'])
    expect(found('advice')).toEqual([])
  })

  test('is under the 2024 text throughout, the date given every time', () => {
    for (const [id, { readings }] of answers()) expect(readings.map((reading) => reading.id), id).not.toContain('H-V1')
  })
})
