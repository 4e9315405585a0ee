import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { newProject, root, run } from './project.js'

// Prints what the package brings along, in CycloneDX: `npm run sbom`.
// npm leaves out what a development tool happens to need, too, when it is told to omit those tools; so it is shown a
// project without them.

const Manifest = z.looseObject({ name: z.string() })
const Lock = z.looseObject({ packages: z.record(z.string(), z.looseObject({ dev: z.boolean().optional(), devOptional: z.boolean().optional() })) })

const read = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'))

const withoutTools = (part: object): object => Object.fromEntries(Object.entries(part).filter(([name]) => name !== 'devDependencies'))

const manifest = Manifest.parse(read('package.json'))
const lock = Lock.parse(read('package-lock.json'))
const packages = Object.fromEntries(
  Object.entries(lock.packages)
    .filter(([, { dev, devOptional }]) => dev !== true && devOptional !== true)
    .map(([path, each]) => [path, withoutTools(each)]),
)

const project = newProject()
try {
  // npm calls the package by its folder.
  const folder = join(project.folder, manifest.name)
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), JSON.stringify(withoutTools(manifest)))
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ ...lock, packages }))
  process.stdout.write(run('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], folder))
} finally {
  project.remove()
}
