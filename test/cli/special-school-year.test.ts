import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { locales } from '../../src/catalogue.js'
import { cli } from './harness.js'

const records = fileURLToPath(new URL('../../fixtures/records/special-school-year.json', import.meta.url))

const Report = z.object({
  counts: z.record(z.string(), z.number()),
  problems: z.array(z.unknown()),
  records: z.array(z.object({
    id: z.string(),
    outcome: z.string(),
    findings: z.array(z.object({ outcome: z.string(), path: z.string(), paragraph: z.string() })),
  })),
})

/** The findings of the year with this outcome: record, field and paragraph. */
async function found(outcome: string, ...options: readonly string[]): Promise<readonly string[]> {
  const report = Report.parse(JSON.parse((await cli(['check', records, '--format', 'json', ...options])).out))
  expect(report.problems).toEqual([])
  return report.records.flatMap(({ id, findings }) =>
    findings.filter((finding) => finding.outcome === outcome).map(({ path, paragraph }) => `${id} · ${path} · ${paragraph}`),
  )
}

describe("a special school's year under EDB Circular 2/2022", () => {
  test('holds five breaches, each with its paragraph', async () => {
    expect(await found('breach')).toEqual([
      'progress-meeting-schedule · semisDate · EDB Circular 2/2022 Appendix 乙(i) sentence 2 (report)',
      'application-04 ·  · EDB Circular 2/2022 para 4 sentence 1 (empowerment)',
      'application-09-repeat · quotaUsageReviewed · EDB Circular 2/2022 Appendix 乙(vii) sub-paragraph 2',
      'application-12-appeal · notifiedOn · EDB Circular 2/2022 Appendix 乙(iv)3',
      'usage-final · validReasonApproved · EDB Circular 2/2022 para 10 sentence 1',
    ])
  })

  test('lacks one fact, leaves two points to people, and hears two pieces of advice', async () => {
    expect(await found('incomplete')).toEqual(['application-07 · absenceJustified · EDB Circular 2/2022 para 4 sentence 1 (empowerment)'])
    expect(await found('judgement')).toEqual([
      'usage-march · validReasonPending · EDB Circular 2/2022 para 9 sentence 3',
      'late-amendment · submittedOn · EDB Circular 2/2022 Appendix 丙 closing words sentence 1',
    ])
    expect(await found('advice')).toEqual([
      'application-10-level · peerLevel · EDB Circular 2/2022 para 10 sentence 4',
      'application-12-appeal · parentManager · EDB Circular 2/2022 Appendix footnote 2',
    ])
  })

  test('stays within its places when students who stay on are not counted again', async () => {
    expect(await found('breach', '--reading', 'A-E23=newApprovalsOnly')).not.toContainEqual(expect.stringContaining('usage-final'))
  })

  test.each(locales)('is told in %s with exit code 1', async (locale) => {
    const { code, out } = await cli(['check', records, '--locale', locale])
    expect(code).toBe(1)
    expect(out).toContain('· application-09-repeat ·')
    expect(out).not.toContain('· application-01 ·')
  })
})
