import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Complaint } from '../io.js'
import { filled } from '../names.js'
import { initMessages } from './messages.js'

/** Files to be written, by their names from the folder. */
export type NewFiles = ReadonlyMap<string, unknown>

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown')

function refuseToOverwrite(folder: string, files: NewFiles): void {
  const existing = [...files.keys()].filter((file) => existsSync(join(folder, file)))
  if (existing.length === 0) return
  const { and, exists } = initMessages
  throw new Complaint(filled(exists, { files: existing.join(and.en) }, { files: existing.join(and['zh-Hant']) }))
}

/** Writes files of JSON that do not exist yet: all of them, each whole, or none. */
export async function writeNewFiles(folder: string, files: NewFiles): Promise<void> {
  refuseToOverwrite(folder, files)
  const written: string[] = []
  const made: string[] = []
  let current = ''
  try {
    const waiting: (readonly [from: string, to: string])[] = []
    for (const [file, content] of files) {
      current = file
      const target = join(folder, file)
      const temporary = `${target}.${randomUUID()}.tmp`
      const first = await mkdir(dirname(target), { recursive: true })
      if (first !== undefined) made.push(first)
      written.push(temporary)
      await writeFile(temporary, `${JSON.stringify(content, null, 2)}\n`, { flag: 'wx' })
      waiting.push([temporary, target])
    }
    for (const [temporary, target] of waiting) {
      await rename(temporary, target)
      written.push(target)
    }
  } catch (error) {
    for (const path of [...written, ...made]) await rm(path, { recursive: true, force: true })
    throw new Complaint(filled(initMessages.cannotWrite, { file: current, code: codeOf(error) }))
  }
}
