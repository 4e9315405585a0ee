import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** What a file loads as soon as it is loaded itself: neither types nor what it imports later. */
function loadsAtOnce(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.ES2022)
  return source.statements.flatMap((statement) => {
    const isType = ts.isImportDeclaration(statement) ? statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword : ts.isExportDeclaration(statement) && statement.isTypeOnly
    if (isType || !(ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement))) return []
    const { moduleSpecifier: from } = statement
    return from !== undefined && ts.isStringLiteral(from) ? [from.text] : []
  })
}

/** All that is loaded with a file of the sources, and the packages that these load. */
function loadedWith(file: string, found = new Set<string>()): ReadonlySet<string> {
  found.add(file)
  for (const name of loadsAtOnce(file)) {
    const path = name.startsWith('.') ? relative(root, join(root, dirname(file), name)).replaceAll('\\', '/').replace(/\.js$/, '.ts') : name
    if (found.has(path)) continue
    if (path.endsWith('.ts')) loadedWith(path, found)
    else found.add(path)
  }
  return found
}

test.each(['src/cli/main.ts', 'src/cli/commands/list.ts', 'src/cli/commands/complete.ts'])('%s loads neither the catalogue nor zod', (file) => {
  const loaded = [...loadedWith(file)]
  expect(loaded).toContain('src/kernel/text.ts')
  expect(loaded.filter((each) => each === 'zod' || each === 'src/catalogue.ts' || /^src\/(?!cli\/|kernel\/)/.test(each))).toEqual([])
})
