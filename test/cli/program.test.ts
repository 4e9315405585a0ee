import { describe, expect, test } from 'vitest'
import { version } from '../../package.json'
import { cli, soundUsage, usage } from './harness.js'

const commands = ['list', 'describe', 'run', 'check', 'diff', 'explain', 'ledger', 'schema', 'repl', 'init', 'completion', 'help']

describe('help', () => {
  test('names every command and shows examples', async () => {
    const { code, out, err } = await cli(['--help'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const command of commands) expect(out).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'))
    expect(out).toContain('Examples:\n  school-support-rules init hk-extension-of-study\n')
  })

  test.each(commands)('of %s is in Traditional Chinese throughout', async (command) => {
    const { code, out } = await cli([command, '--help', '--locale', 'zh-Hant'])
    expect(code).toBe(0)
    expect(out).toContain('用法：')
    expect(out).not.toMatch(/Usage:|Options:|Arguments:|Commands:|show help|default:|choices:/)
  })

  test('every example in it ends well', async () => {
    const files = { 'usage.json': soundUsage, 'year.json': [usage('usage')] }
    const { out } = await cli(['--help'])
    const examples = out.split('Examples:\n')[1]?.trim().split('\n') ?? []
    expect(examples.length).toBeGreaterThan(3)
    for (const example of examples) {
      const [, ...argv] = example.trim().split(' ')
      expect(await cli(argv, { files }), example).toMatchObject({ code: 0, err: '' })
    }
  })

  test.each(commands)('of %s is shown by the command help, too', async (command) => {
    for (const options of [[], ['--locale', 'zh-Hant']]) {
      expect(await cli(['help', command, ...options])).toEqual(await cli([command, '--help', ...options]))
    }
  })

  test('of everything is shown by the command help alone', async () => {
    expect(await cli(['help'])).toEqual(await cli(['--help']))
    expect(await cli(['--locale', 'zh-Hant', 'help'])).toEqual(await cli(['--locale', 'zh-Hant', '--help']))
  })

  test('of check tells the exit codes', async () => {
    expect((await cli(['check', '--help'])).out).toContain('Exit code: 0 nothing found; 1 a breach, or what --fail-on names; 2 something could not be read')
  })
})

test('--version prints the version of the package', async () => {
  expect(await cli(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' })
})

test('without a command, the help goes to standard error and the exit code is 2', async () => {
  const { code, out, err } = await cli([])
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain('Usage: school-support-rules')
})

describe('wrong arguments end with exit code 2', () => {
  test.each([
    [['chekc'], 'unknown command chekc; did you mean check?', '沒有 chekc 這個指令；是否想用 check？'],
    [['list', '--formt', 'json'], 'unknown option --formt; did you mean --format?', '沒有 --formt 這個選項；是否想用 --format？'],
    [['list', '--format', 'xml'], '--format <human|json> must be one of: human, json; found "xml"', '--format <human|json> 必須是以下其中一項：human、json；但得到 "xml"'],
    [['run', 'computeExtraPlaces', '--fail-on', 'error'],
      '--fail-on <outcome> must be one of: breach, incomplete, judgement, advice, never; found "error"',
      '--fail-on <outcome> 必須是以下其中一項：breach、incomplete、judgement、advice、never；但得到 "error"'],
    [['completion', 'powershell'], 'shell must be one of: bash, zsh, fish; found "powershell"', 'shell 必須是以下其中一項：bash、zsh、fish；但得到 "powershell"'],
    [['help', 'chekc'], 'unknown command chekc; did you mean check?', '沒有 chekc 這個指令；是否想用 check？'],
    [['help', 'zzzzzzzz'], 'unknown command zzzzzzzz', '沒有 zzzzzzzz 這個指令'],
    [['-v'], 'unknown option -v; did you mean --version?', '沒有 -v 這個選項；是否想用 --version？'],
    [['constructor'], 'unknown command constructor', '沒有 constructor 這個指令'],
    [['describe', 'zzzzzzzz'], 'there is no function "zzzzzzzz"; see "list"', '沒有 "zzzzzzzz" 這個函式；見 list'],
    [['init', 'zzzzzzzz'], 'there is no document "zzzzzzzz"; see "list"', '沒有 "zzzzzzzz" 這份文件；見 list'],
    [['list', '--format'], '--format <human|json> needs a value', '--format <human|json> 須有值'],
    [['describe'], 'the argument function is missing', '缺少參數 function'],
    [['list', 'all'], 'too many arguments for list', 'list 的參數過多'],
  ])('%j', async (argv, en, zhHant) => {
    expect(await cli(argv)).toEqual({ code: 2, out: '', err: `error: ${en}\n` })
    expect(await cli(['--locale', 'zh-Hant', ...argv])).toEqual({ code: 2, out: '', err: `錯誤：${zhHant}\n` })
  })

  test.each([
    ['the value of an option', ['list', '--format', 'a\u001b[2Jb'], 'a\\u001b[2Jb'],
    ['a command', ['a\u001b[2Jb'], 'a\\u001b[2Jb'],
    ['a command to help with', ['help', 'a\u001b[2Jb'], 'a\\u001b[2Jb'],
    ['a function', ['describe', 'a\u001b[2Jb'], 'a\\u001b[2Jb'],
    ['a number of threads', ['batch', 'checkAppeal', '--workers', 'a\u001b[2Jb'], 'a\\u001b[2Jb'],
    ['the file of a configuration', ['check', '--config', 'a\u001b[2Jb'], 'a\\u001b[2Jb'],
    ['a file of rows', ['batch', 'checkAppeal', 'a\u001b[2Jb'], 'a\\u001b[2Jb'],
    ['a file of facts', ['run', 'checkAppeal', 'a\u001b[2Jb'], 'a\\u001b[2Jb'],
  ])('%s that holds control characters is printed without them', async (_what, argv, shown) => {
    const { code, err } = await cli(argv)
    expect(code).toBe(2)
    expect(err).toContain(shown)
    expect(err).not.toContain('\u001b')
  })

  test('an unknown language', async () => {
    expect(await cli(['list', '--locale', 'fr'])).toEqual({ code: 2, out: '', err: 'error: --locale <en|zh-Hant> must be one of: en, zh-Hant; found "fr"\n' })
  })
})
