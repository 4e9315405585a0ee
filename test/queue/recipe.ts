import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeBlocks } from '../markdown.js'
import { root } from '../package/project.js'

// The recipe of the README for a queue: its programs, and the commands that install and start them.

const blocks = codeBlocks(readFileSync(join(root, 'README.md'), 'utf8'))

function program(name: string): string {
  const found = blocks.find(({ language, before }) => language === 'js' && before.includes(`\`${name}\``))
  if (found === undefined) throw new Error(`README.md shows no ${name}`)
  return found.code
}

export const programs = { 'work.mjs': program('work.mjs'), 'send.mjs': program('send.mjs') } as const

const commands = blocks.filter(({ language }) => language === 'sh').flatMap(({ code }) => code.split('\n'))

function command(start: string): string {
  const found = commands.find((line) => line.startsWith(start))
  if (found === undefined) throw new Error(`README.md does not say "${start} …"`)
  return found
}

const INSTALL = 'npm install school-support-rules bullmq'

/** The packages that a project of the recipe installs. */
export const packages = command(INSTALL).split(' ').slice(2)
export const work = command('node work.mjs')
export const send = command('node send.mjs')
