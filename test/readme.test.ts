import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import * as z from 'zod'
import { codeBlocks, withCode, type CodeBlock } from './markdown.js'
import { cleanEnvironment, newProject, root } from './package/project.js'

// Every block of code in the README is run, in the project of a user, and what it shows is what comes out:
// `//=>` in TypeScript, and for whatever prints, the `text` block that follows. A `json` block is a file.
// `npm run docs` writes the `text` blocks.

const FILE = join(root, 'README.md')
const markdown = readFileSync(FILE, 'utf8')
const readme = codeBlocks(markdown)
const hasCommandLine = existsSync(join(root, 'src/cli/main.ts'))
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))

const user = newProject()
const inUse = join(user.folder, 'node_modules')

beforeAll(() => {
  mkdirSync(join(inUse, '.bin'), { recursive: true })
  symlinkSync(root, join(inUse, 'school-support-rules'), 'junction')
  symlinkSync(join(root, 'dist/cli/main.js'), join(inUse, '.bin/school-support-rules'))
  for (const block of readme.filter(({ language }) => language === 'json')) {
    mkdirSync(join(user.folder, dirname(fileNameOf(block))), { recursive: true })
    user.write(fileNameOf(block), block.code)
  }
})
afterAll(() => { user.remove() })

/** The name of the file that a block is, from the line above it: "`records/spring.json`:". */
function fileNameOf({ before, line }: CodeBlock): string {
  const name = /`([\w./-]+\.json)`[^`]*:$/.exec(before)?.[1]
  if (name === undefined) throw new Error(`README.md:${line}: the line above a json block ends with the name of its file`)
  return name
}

interface Ended {
  readonly printed: string
  readonly status: number | null
}

function ended(program: string, args: readonly string[], cwd: string, input = ''): Ended {
  const { stdout, stderr, status } = spawnSync(program, args, { cwd, input, encoding: 'utf8', env: cleanEnvironment() })
  const ofNpm = /^npm warn .*\n/gm
  return { printed: (stdout + stderr).replace(ofNpm, ''), status }
}

const ARROW = '//=>'

/** The code with every shown result turned into an assertion. */
function asserting(code: string): string {
  const source = ts.createSourceFile('block.ts', code, ts.ScriptTarget.ES2022, true)
  const statements = source.statements.map((statement) => {
    const shown = ts.getTrailingCommentRanges(code, statement.end)?.map(({ pos, end }) => code.slice(pos, end)).find((comment) => comment.startsWith(ARROW))
    if (shown === undefined) return statement.getText()
    if (!ts.isExpressionStatement(statement)) throw new Error(`${statement.getText()} has no result to show`)
    return `assert.deepStrictEqual(${statement.expression.getText()}, ${shown.slice(ARROW.length)})`
  })
  const { outputText } = ts.transpileModule(["import assert from 'node:assert'", ...statements].join('\n'), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  })
  return outputText
}

const EXPECTED_STATUS = /\s*# exit (\d)$/

/** Commands that set a project up or run its scripts, and those of the queue: the tests of the package and of the queue, and `.ci/run`, run them. */
function isRunElsewhere(command: string): boolean {
  const script = /^npm (?:run )?([\w:-]+)$/.exec(command)?.[1]
  return command.startsWith('npm install school-support-rules') || /^node \w+\.mjs\b/.test(command) || script === 'ci' || (script !== undefined && script in scripts)
}

/** What somebody types at the prompt in a session as the README shows it. */
const typedIn = (session: string): readonly string[] => Array.from(session.matchAll(/^> (.*)$/gm), ([, line = '']) => line)

/** What is printed in a session, with what was typed at each prompt as a terminal shows it. */
function asSeen(printed: string, typed: readonly string[]): string {
  let prompts = 0
  return printed.replace(/^> /gm, (prompt) => `${prompt}${typed[prompts++] ?? ''}\n`)
}

/** Runs a line of a block for the shell, as a user would, or in this project where it says `npx .`. */
function runCommand(line: string, shown: string): string {
  const expectedStatus = Number(EXPECTED_STATUS.exec(line)?.[1] ?? 0)
  const command = line.replace(EXPECTED_STATUS, '')
  if (command.split('&&').every((part) => isRunElsewhere(part.trim()))) return ''
  const typed = command.endsWith(' repl') ? typedIn(shown) : []
  const input = typed.map((each) => `${each}\n`).join('')
  const { printed, status } = ended('sh', ['-c', `{ ${command}\n} 2>&1`], command.includes('npx .') ? root : user.folder, input)
  expect(status, `${command}\n${printed}`).toBe(expectedStatus)
  return asSeen(printed, typed)
}

const commandsIn = (code: string): readonly string[] => code.replaceAll('\\\n', ' ').split('\n').filter((line) => line.trim() !== '')

function runBlock({ language, code, line }: CodeBlock, shown: string): string {
  if (language === 'sh') return commandsIn(code).map((command) => runCommand(command, shown)).join('')
  const { printed, status } = ended(process.execPath, [user.write(`readme-${line}.mjs`, asserting(code))], user.folder)
  expect(status, printed).toBe(0)
  return printed
}

/** What the blocks really print, by the line of the `text` block that shows it. */
const prints = new Map<number, string>()

describe.each(readme.map((block, index) => [block.line, block, readme[index + 1]] as const))('README.md:%i', (_line, block, next) => {
  switch (block.language) {
    case 'ts':
    case 'sh': {
      const shows = next?.language === 'text' ? next : undefined
      test.skipIf(block.language === 'sh' && !hasCommandLine)('runs', () => {
        const printed = runBlock(block, shows?.code ?? '').trimEnd()
        if (shows === undefined) expect(printed, 'what is printed is shown in a text block').toBe('')
        else prints.set(shows.line, printed)
      })
      break
    }
    case 'json':
      test('is a file', () => { expect(JSON.parse(block.code)).toBeTypeOf('object') })
      break
    case 'js':
      // The programs of the queue are run by test/queue, with a Redis server.
      test('is a program that can be read', () => { expect(ts.transpileModule(block.code, { reportDiagnostics: true }).diagnostics).toEqual([]) })
      break
    case 'yaml':
      // The recipes for CI services are run by test/package/recipes.test.ts.
      test('is YAML', () => { expect(parseYaml(block.code)).toBeTypeOf('object') })
      break
    case 'text': {
      const before = readme[readme.indexOf(block) - 1]
      test('follows what prints it', () => { expect(['ts', 'sh']).toContain(before?.language) })
      break
    }
    default:
      test('is in a language that is run', () => { expect.unreachable(`A block in ${block.language || 'no language'} is not run.`) })
  }
})

test('what the README shows is what is printed', async () => {
  await expect(withCode(markdown, prints)).toMatchFileSnapshot(FILE)
})
