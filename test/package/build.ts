import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

function changedLast(path: string): number {
  const stats = statSync(path)
  return stats.isDirectory() ? Math.max(0, ...readdirSync(path).map((name) => changedLast(join(path, name)))) : stats.mtimeMs
}

const madeFrom = ['src', 'package.json', 'tsconfig.json', 'tsup.config.ts']
const made = ['dist/index.js', 'dist/index.cjs', 'dist/index.d.ts', 'dist/index.d.cts', ...(existsSync(join(root, 'src/cli/main.ts')) ? ['dist/cli/main.js', 'dist/cli/worker.js', 'dist/cli/directory.json', 'dist/cli/listing.json', 'dist/schemas/records.json'] : [])]

/** Builds the package when something that it is made of has changed since. */
export default function build(): void {
  const sources = Math.max(...madeFrom.map((path) => changedLast(join(root, path))))
  const fresh = made.every((path) => existsSync(join(root, path)) && changedLast(join(root, path)) > sources)
  if (!fresh) execFileSync('npm', ['run', 'build'], { cwd: root, stdio: 'inherit' })
}
