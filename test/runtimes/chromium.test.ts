import { existsSync, readFileSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'
import { afterAll, describe, expect, inject, test } from 'vitest'
import * as z from 'zod'
import { bundlers } from './bundles.js'
import { expectSameAnswers } from './golden-program.js'
import { chromiumFile, leaveOut } from './tools.js'

const folder = inject('project')
const reference = readFileSync(inject('reference'), 'utf8')
const cases = inject('cases')

const QUIET = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

let started: Promise<Browser> | undefined
const browser = (): Promise<Browser> => (started ??= chromium.launch({ executablePath: chromiumFile, args: QUIET }))
afterAll(async () => (await started)?.close())

const site = 'https://school.test/'
const html = '<!doctype html><meta charset="utf-8"><script type="module" src="policy.js"></script><script type="module" src="golden.js"></script>'

/** Leaves behind whether the page can run code that is made from a text. */
const policy = 'try { globalThis.canMakeCode = new Function("return true")() } catch { globalThis.canMakeCode = false }'

/** Lets a page run what it loads from its own site, and no code that is made from a text. */
const STRICT = { 'content-security-policy': "default-src 'none'; script-src 'self'" }

interface Loaded {
  readonly answers: string
  readonly canMakeCode: unknown
}

/** Opens a page that loads the bundle, with nothing else to be had; gives what the bundle leaves behind. */
async function load(bundle: string, headers: Readonly<Record<string, string>> = {}): Promise<Loaded> {
  const page = await (await browser()).newPage()
  const errors: unknown[] = []
  page.on('pageerror', (error) => errors.push(error))
  await page.route('**/*', async (route) => {
    switch (route.request().url()) {
      case site:
        return route.fulfill({ contentType: 'text/html', body: html, headers })
      case `${site}policy.js`:
        return route.fulfill({ contentType: 'text/javascript', body: policy })
      case `${site}golden.js`:
        return route.fulfill({ contentType: 'text/javascript', path: bundle })
      default:
        return route.abort()
    }
  })
  await page.goto(site, { waitUntil: 'load' })
  expect(errors).toEqual([])
  const answers = z.string().parse(await page.evaluate('globalThis.goldenAnswers'))
  const canMakeCode: unknown = await page.evaluate('globalThis.canMakeCode')
  await page.close()
  return { answers: `${answers}\n`, canMakeCode }
}

describe('Chromium', () => {
  test.for(bundlers.map((each) => [each.title, each] as const))(`the bundle of %s: ${cases} golden cases, each answer the same`, async ([, { make }], context) => {
    if (!existsSync(chromiumFile)) leaveOut(context, `there is no ${chromiumFile}: apt-get install chromium`)
    const { answers, canMakeCode } = await load(await make(folder, 'bundles-for-chromium'))
    expect(canMakeCode).toBe(true)
    expectSameAnswers(answers, reference)
  })

  test.for(bundlers.slice(0, 1).map((each) => [each.title, each] as const))(`the bundle of %s, on a page whose policy forbids code from texts: ${cases} golden cases, each answer the same`, async ([, { make }], context) => {
    if (!existsSync(chromiumFile)) leaveOut(context, `there is no ${chromiumFile}: apt-get install chromium`)
    const { answers, canMakeCode } = await load(await make(folder, 'bundles-for-a-strict-page'), STRICT)
    expect(canMakeCode).toBe(false)
    expectSameAnswers(answers, reference)
  })
})
