import { spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cleanEnvironment, newProject, root } from './project.js'

// The scripts of `completion` in real shells, as far as this machine has them.

const project = newProject()
const bin = join(project.folder, 'bin')

beforeAll(() => {
  mkdirSync(bin)
  symlinkSync(join(root, 'dist/cli/main.js'), join(bin, 'school-support-rules'))
  project.write('year.json', '[]')
})
afterAll(() => { project.remove() })

const isInstalled = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0

function printedBy(shell: string, code: string): string {
  const environment = cleanEnvironment()
  const { stdout, stderr } = spawnSync(shell, ['-c', code], { cwd: project.folder, encoding: 'utf8', env: { ...environment, PATH: `${bin}${delimiter}${environment['PATH'] ?? ''}` } })
  return stdout + stderr
}

const inSingleQuotes = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`

/** What each shell puts in place of the last word, as its own completion machinery calls for it. */
const shells: Readonly<Record<string, (words: readonly string[]) => readonly string[]>> = {
  bash: (words) => {
    const line = ['school-support-rules', ...words].map(inSingleQuotes).join(' ')
    const code = `eval "$(school-support-rules completion bash)"; COMP_WORDS=(${line}); COMP_CWORD=${words.length}; _school_support_rules school-support-rules; printf '%s\\n' "\${COMPREPLY[@]}"`
    return printedBy('bash', code).trim().split('\n')
  },
  zsh: (words) => {
    const line = ['school-support-rules', ...words].map(inSingleQuotes).join(' ')
    const stubs = `compdef() { : }; compset() { : }; _files() { print -l *.json }; _describe() { print -rl -- \${\${(P)2}%%:*} }`
    const code = `${stubs}; eval "$(school-support-rules completion zsh)"; words=(${line}); CURRENT=${words.length + 1}; _school_support_rules`
    return printedBy('zsh', code).trim().split('\n')
  },
  fish: (words) => {
    const code = `school-support-rules completion fish | source; complete -C ${inSingleQuotes(['school-support-rules', ...words].join(' '))}`
    return printedBy('fish', code).trim().split('\n').map((line) => line.split('\t')[0] ?? '')
  },
}

describe.each(Object.entries(shells))('%s', (shell, completed) => {
  test.skipIf(!isInstalled(shell)).each([
    ['a command', ['bat'], ['batch']],
    ['a function', ['run', 'computeExtra'], ['computeExtraPlaces']],
    ['an option', ['check', '--fail'], ['--fail-on']],
    ['the value of an option', ['check', '--format', 'ju'], ['junit']],
    ['a rule', ['explain', 'withinQu'], ['withinQuota']],
    ['a file', ['check', 'ye'], ['year.json']],
  ])('completes %s', (_what, words, expected) => {
    expect(completed(words)).toEqual(expected)
  })
})

describe('bash', () => {
  test.skipIf(!isInstalled('bash'))('completes after an equals sign, where it takes words apart', () => {
    expect(shells['bash']?.(['check', '--format', '=', 'sa'])).toEqual(['sarif'])
    expect(shells['bash']?.(['run', 'computeExtraPlaces', 'x.json', '--reading', 'A-E3', '=', 'floor'])).toEqual(['floor', 'floorOfTotal'])
  })
})
