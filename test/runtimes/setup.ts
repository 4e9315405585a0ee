import type { TestProject } from 'vitest/node'
import { newProject, pack } from '../package/project.js'
import { goldenProgram } from './golden-program.js'
import { referenceProgram } from './tools.js'

declare module 'vitest' {
  interface ProvidedContext {
    /** A fresh project into which the packed package is installed; it holds `golden.mjs` and `golden.cjs`. */
    readonly project: string
    /** What the golden cases give on the Node.js of reference: a file. */
    readonly reference: string
    readonly cases: number
  }
}

/** Packs the package, installs it into a fresh project and asks it every golden case on the Node.js of reference. */
export default function setup({ provide }: TestProject): () => void {
  const project = newProject()
  project.write('package.json', JSON.stringify({ name: 'a-school', private: true }))
  project.run('npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', pack(project.folder).file)
  project.write('golden.cjs', goldenProgram(project.folder, 'cjs'))
  const answers = project.run(referenceProgram(), project.write('golden.mjs', goldenProgram(project.folder, 'esm')))
  provide('project', project.folder)
  provide('reference', project.write('reference.ndjson', answers))
  provide('cases', answers.trimEnd().split('\n').length)
  return () => { project.remove() }
}
