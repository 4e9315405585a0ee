import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { newProject, pack, root, run, type Tarball } from './project.js'

// What whoever installs the package takes along, and from whom.

const Versions = z.record(z.string(), z.string())
const Manifest = z.looseObject({
  name: z.string(),
  version: z.string(),
  dependencies: Versions,
  devDependencies: Versions,
  scripts: Versions,
  publishConfig: z.record(z.string(), z.unknown()),
})
const Lock = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({ version: z.string(), dev: z.boolean().optional(), integrity: z.string().optional(), license: z.string().optional(), hasInstallScript: z.boolean().optional() }),
  ),
})
const Component = z.looseObject({
  name: z.string(),
  version: z.string(),
  purl: z.string(),
  hashes: z.array(z.strictObject({ alg: z.string(), content: z.string() })),
  licenses: z.array(z.strictObject({ license: z.strictObject({ id: z.string() }) })),
})
const Sbom = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  metadata: z.looseObject({ component: z.looseObject({ name: z.string(), version: z.string() }) }),
  components: z.array(Component),
})

const text = (name: string): string => readFileSync(join(root, name), 'utf8')
const manifest = Manifest.parse(JSON.parse(text('package.json')))
const { packages } = Lock.parse(JSON.parse(text('package-lock.json')))
const locked = Object.entries(packages).filter(([path]) => path !== '')
const broughtAlong = locked.filter(([, { dev }]) => dev !== true)

/** What npm runs on the machine of whoever installs a package from the registry. */
const INSTALL_SCRIPTS = ['preinstall', 'install', 'postinstall']

const project = newProject()
let tarball: Tarball
beforeAll(() => { tarball = pack(project.folder) })
afterAll(() => { project.remove() })

describe('what is published', () => {
  test('is these files; one more or one fewer is a decision', async () => {
    // The bundler names the parts that documents share by their contents, and how many there are is its own affair.
    const named = tarball.contents.map((path) => path.replace(/^(dist\/(?:cli\/)?[\w-]+?)-(?=[\w-]*[A-Z0-9])[\w-]{8}(?=\.)/, '$1-HASH'))
    const files = [...new Set(named)].sort()
    await expect(`${files.join('\n')}\n`).toMatchFileSnapshot(fileURLToPath(new URL('published-files.txt', import.meta.url)))
  })

  test('is no file without contents, such as a bundler leaves of a part that only passes others on', () => {
    run('tar', ['-xzf', tarball.file], project.folder)
    expect(tarball.contents.length).toBeGreaterThan(0)
    expect(tarball.contents.filter((path) => readFileSync(join(project.folder, 'package', path), 'utf8').replace(/^"use strict";/, '').trim() === '')).toEqual([])
  })

  test('runs nothing when it is installed', () => {
    const packed = Manifest.parse(JSON.parse(run('tar', ['-xzOf', tarball.file, 'package/package.json'], project.folder)))
    expect(Object.keys(packed.scripts).filter((name) => INSTALL_SCRIPTS.includes(name))).toEqual([])
    expect(broughtAlong.filter(([, { hasInstallScript }]) => hasInstallScript === true)).toEqual([])
  })

  test('builds nothing with what npm would build by itself', () => {
    expect(tarball.contents.filter((path) => path.endsWith('binding.gyp') || path.endsWith('.node'))).toEqual([])
  })

  test('is published with a statement of where it was built', () => {
    expect(manifest.publishConfig).toEqual({ access: 'public', provenance: true })
  })
})

describe('what it brings along', () => {
  test('is three packages', () => {
    expect(Object.keys(manifest.dependencies)).toEqual(['date-fns', 'decimal.js', 'zod'])
    expect(broughtAlong.map(([path]) => path)).toEqual(['node_modules/date-fns', 'node_modules/decimal.js', 'node_modules/zod'])
  })

  test('is listed by npm run sbom, by name, version, licence and digest, and by no place on this machine', () => {
    const printed = run('npm', ['run', '--silent', 'sbom'], root)
    const { metadata, components } = Sbom.parse(JSON.parse(printed))
    expect([metadata.component.name, metadata.component.version]).toEqual([manifest.name, manifest.version])
    const expected = broughtAlong.map(([path, { version, license, integrity = '' }]) => {
      const name = path.replace('node_modules/', '')
      const content = Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex')
      return { name, version, purl: `pkg:npm/${name}@${version}`, hashes: [{ alg: 'SHA-512', content }], licenses: [{ license: { id: license } }] }
    })
    expect(components.map(({ name, version, purl, hashes, licenses }) => ({ name, version, purl, hashes, licenses }))).toEqual(expected)
    expect(printed).not.toMatch(/"(?:\/|[A-Z]:\\\\|file:)/)
    expect(printed).not.toContain(JSON.stringify(root).slice(1, -1))
  })
})

describe('every package that is built and tested with', () => {
  test('is pinned to one version', () => {
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([])
    expect(versions.filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)).toEqual([])
  })

  test('is checked against its digest, from whatever registry it comes', () => {
    expect(locked.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? '')).map(([path]) => path)).toEqual([])
    expect(locked.filter(([, each]) => 'resolved' in each).map(([path]) => path)).toEqual([])
  })
})

describe('the command line', () => {
  const code = (): string => tarball.contents.filter((path) => /^dist\/cli\/.*\.js$/.test(path)).map(text).join('\n')
  const bundled = (): readonly string[] => [...new Set(Array.from(code().matchAll(/^\/\/ \S*node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//gm), ([, name = '']) => name))]

  test('comes with the licence of each package that is bundled into it', () => {
    const titles = text('dist/cli/THIRD-PARTY-LICENSES.txt').split('\n---\n\n').map((licence) => licence.split('\n')[0])
    expect(bundled()).toContain('zod')
    expect(bundled().filter((name) => !titles.includes(name))).toEqual([])
  })

  test('bundles only what may be passed on under the terms of its own licence', () => {
    const mayBePassedOn = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0']
    expect(bundled().filter((name) => !mayBePassedOn.includes(packages[`node_modules/${name}`]?.license ?? ''))).toEqual([])
  })
})
