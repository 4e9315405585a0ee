import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { cleanEnvironment, root } from './package/project.js'

/** On both sides of UTC, with daylight saving, with a day that was skipped; languages with other digits and letter cases. */
const places = [
  { zone: 'UTC', language: 'C', seen: 'UTC 0 en-US' },
  { zone: 'Asia/Hong_Kong', language: 'zh_HK.UTF-8', seen: 'Asia/Hong_Kong -480 zh-HK' },
  { zone: 'America/Sao_Paulo', language: 'ar_EG.UTF-8', seen: 'America/Sao_Paulo 180 ar-EG' },
  { zone: 'Pacific/Apia', language: 'tr_TR.UTF-8', seen: 'Pacific/Apia -780 tr-TR' },
] as const

/** Enough to meet a dependence on the place; the laws are looked into at length where this is started. */
const LAWS_RUNS = '25'

const WHOLE_SUITE_MS = 20 * 60_000

test.each(places)('every test of the rules passes in $zone, in the language $language', ({ zone, language, seen }) => {
  const env = { ...cleanEnvironment(), TZ: zone, LANG: language, LC_ALL: language, LAWS_RUNS, EXPECTED_PLACE: seen }
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project=rules', '--reporter=dot', '--no-color']
  const { status, stdout, stderr } = spawnSync(process.execPath, vitest, { cwd: root, env, encoding: 'utf8', timeout: WHOLE_SUITE_MS })
  expect(status, stdout + stderr).toBe(0)
})
