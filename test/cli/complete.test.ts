import { describe, expect, test } from 'vitest'
import { cli } from './harness.js'

/** What the last word can become, without what it means. */
async function candidates(...words: readonly string[]): Promise<readonly string[]> {
  const { code, out, err } = await cli(['complete', '--', ...words])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return out === '' ? [] : out.trimEnd().split('\n').map((line) => line.split('\t')[0] ?? '')
}

describe('a word can become', () => {
  test.each([
    ['a command', ['expl'], ['explain']],
    ['a command, not the hidden one', ['compl'], ['completion']],
    ['a command to help with', ['help', 'expl'], ['explain']],
    ['a function', ['describe', 'checkExtra'], ['checkExtraPlaceUsage']],
    ['a file after the function', ['run', 'checkExtraPlaceUsage', ''], [':files']],
    ['nothing after the last argument', ['run', 'checkExtraPlaceUsage', 'usage.json', 'x'], []],
    ['one more file of several', ['check', 'a.json', 'b'], [':files']],
    ['an option of the command', ['check', '--fo'], ['--format']],
    ['an option of all commands', ['ledger', '--lo'], ['--locale']],
    ['the value of an option', ['check', '--fail-on', 'j'], ['judgement']],
    ['the value of an option after an equals sign', ['check', '--format=ju'], ['--format=junit']],
    ['the file of an option', ['check', '--config', ''], [':files']],
    ['the function of an option', ['check', '--check', 'checkApp'], ['checkAppeal', 'checkApplicantEligibility', 'checkApplicationSubmission', 'checkApplicationDeadline', 'checkApplicationDossier', 'checkApprovalPathway']],
    ['the name of a rule', ['explain', 'withinQuo'], ['withinQuota']],
    ['the id of a rule', ['explain', 'hk-extension-of-study/withinQ'], ['hk-extension-of-study/withinQuota']],
    ['a document', ['ledger', 'hs'], ['hsinchu-special-education']],
    ['a document to start with', ['init', 'new'], ['new-taipei-home-education']],
    ['the schema of the configuration', ['schema', 'conf'], ['config']],
    ['a shell', ['completion', 'f'], ['fish']],
    ['a reading with an option', ['check', '--reading', 'A-E7'], ['A-E7=bothGroups', 'A-E7=everySchool']],
    ['a reading to compare with', ['diff', 'computeExtraPlaces', 'school.json', '--to', 'A-E7=b'], ['A-E7=bothGroups']],
    ['nothing of a command that there is not', ['chekc', ''], []],
    ['nothing after an option that is free', ['check', '--today', '2'], []],
  ])('%s: %j', async (_what, words, expected) => {
    expect((await candidates(...words)).toSorted()).toEqual(expected.toSorted())
  })

  test('readings of the document only, once a function is named', async () => {
    const found = await candidates('run', 'computeExtraPlaces', 'quota.json', '--reading', '')
    expect(found).toContain('A-E3=floor')
    expect(found.filter((each) => !each.startsWith('A-E'))).toEqual([])
  })
})

test('what a candidate means comes after a tab, in the language of the command line', async () => {
  expect((await cli(['complete', '--', 'describe', 'checkExtraP'])).out).toBe('checkExtraPlaceUsage\tWhether a school uses its extra places as it may\n')
  expect((await cli(['complete', '--locale', 'zh-Hant', '--', 'describe', 'checkExtraP'])).out).toBe('checkExtraPlaceUsage\t學校運用額外學額是否符合要求\n')
})

test('the script of a shell asks in the language that it was made in', async () => {
  expect((await cli(['completion', 'bash', '--locale', 'zh-Hant'])).out).toContain('complete --locale zh-Hant --')
  expect((await cli(['completion', 'fish'])).out).toContain('complete --locale en --')
})
