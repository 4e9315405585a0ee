import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { codeBlocks } from '../markdown.js'
import { cleanEnvironment, newProject, root } from './project.js'

// The recipes of the README for CI services, run as far as a machine without a network can: every script line, with
// the records of fixtures/records and the configuration that the README shows.

const blocks = codeBlocks(readFileSync(join(root, 'README.md'), 'utf8'))
const recipes = blocks.filter(({ language }) => language === 'yaml').map(({ code }): unknown => parse(code))

const Step = z.object({ uses: z.string().optional(), run: z.string().optional(), if: z.string().optional(), with: z.record(z.string(), z.unknown()).optional() })
const Workflow = z.object({ jobs: z.record(z.string(), z.object({ permissions: z.record(z.string(), z.string()), steps: z.array(Step) })) })
const GitLab = z.record(z.string(), z.object({
  script: z.array(z.string()),
  artifacts: z.object({ when: z.string(), reports: z.record(z.string(), z.string()) }),
}))

const school = newProject()

beforeAll(() => {
  mkdirSync(join(school.folder, 'node_modules/.bin'), { recursive: true })
  symlinkSync(root, join(school.folder, 'node_modules/school-support-rules'), 'junction')
  symlinkSync(join(root, 'dist/cli/main.js'), join(school.folder, 'node_modules/.bin/school-support-rules'))
  cpSync(join(root, 'fixtures/records'), join(school.folder, 'records'), { recursive: true })
  const [config] = blocks.filter(({ before }) => before.endsWith('`school-support-rules.json`:'))
  school.write('school-support-rules.json', config?.code ?? '')
})
afterAll(() => { school.remove() })

/** Runs a line as the service would; what installs the project's packages is done already. */
function ended(line: string): { readonly status: number | null; readonly printed: string } {
  if (line === 'npm ci') return { status: 0, printed: '' }
  const { status, stdout, stderr } = spawnSync('sh', ['-ec', line], {
    cwd: school.folder,
    encoding: 'utf8',
    env: { ...cleanEnvironment(), GITHUB_STEP_SUMMARY: join(school.folder, 'summary.md'), CI: 'true' },
  })
  return { status, printed: stdout + stderr }
}

const written = (path: string): string => readFileSync(join(school.folder, path), 'utf8')

describe('the GitHub workflow', () => {
  const [job] = recipes.flatMap((recipe) => Object.values(Workflow.safeParse(recipe).data?.jobs ?? {}))
  const steps = job?.steps ?? []

  test('uses only actions of a version', () => {
    const actions = steps.flatMap(({ uses }) => (uses === undefined ? [] : [uses]))
    expect(actions).toHaveLength(3)
    for (const action of actions) expect(action).toMatch(/^[\w-]+\/[\w/-]+@v\d+$/)
  })

  test('annotates the lines, fails at the breaches, and still writes the summary and the file that it uploads', () => {
    const ran = steps.flatMap(({ run, if: condition }) => (run === undefined ? [] : [{ condition, ...ended(run) }]))
    expect(ran.map(({ status, condition }) => [status, condition])).toEqual([[0, undefined], [1, undefined], [0, 'always()'], [0, 'always()']])
    expect(ran[1]?.printed).toContain('::error file=records/special-school-year.json,line=')
    expect(ran[1]?.printed).toContain('agreed to one more place in its letter of 3 June')
    expect(written('summary.md')).toMatch(/^## school-support-rules\n\nrecords: \d+/)
    const upload = steps.find(({ uses }) => uses?.startsWith('github/codeql-action/upload-sarif') === true)
    expect(JSON.parse(written(String(upload?.with?.['sarif_file'])))).toMatchObject({ version: '2.1.0' })
  })

  test('may write the results of code scanning, and nothing else', () => {
    expect(job?.permissions).toEqual({ contents: 'read', 'security-events': 'write' })
  })
})

test('the GitLab job fails at the breaches, and its report is there all the same', () => {
  const jobs = recipes.flatMap((recipe) => Object.values(GitLab.safeParse(recipe).data ?? {}))
  expect(jobs).toHaveLength(1)
  const statuses = jobs.flatMap(({ script }) => script.map((line) => ended(line).status))
  expect(statuses).toEqual([0, 1])
  expect(jobs[0]?.artifacts.when).toBe('always')
  expect(written(jobs[0]?.artifacts.reports['junit'] ?? '')).toMatch(/^<\?xml[^>]*>\n<testsuites name="school-support-rules" tests="\d+" failures="[1-9]/)
})
