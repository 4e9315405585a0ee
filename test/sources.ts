import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('../', import.meta.url))

/** One tag of a doc comment; `parameter` is the name that a `@param` speaks of. */
interface DocTag {
  readonly name: string
  readonly text: string
  readonly parameter: string | undefined
}

/** A declaration of the sources with its doc comment. */
export interface Documented {
  /** From the project's folder: `src/kernel/answer.ts`. */
  readonly file: string
  readonly line: number
  readonly name: string
  readonly exported: boolean
  /** The parameters of a function; nothing for anything else. */
  readonly parameters: readonly string[] | undefined
  /** The comment without its tags; empty when there is none. */
  readonly text: string
  readonly tags: readonly DocTag[]
}

const textOf = (comment: Parameters<typeof ts.getTextOfJSDocComment>[0]): string => (ts.getTextOfJSDocComment(comment) ?? '').trim()

function tagOf(tag: ts.JSDocTag): DocTag {
  const parameter = ts.isJSDocParameterTag(tag) ? tag.name.getText() : undefined
  return { name: tag.tagName.text, text: textOf(tag.comment), parameter }
}

type Declaration = ts.FunctionDeclaration | ts.ClassDeclaration | ts.InterfaceDeclaration | ts.TypeAliasDeclaration | ts.VariableDeclaration

const isDeclaration = (node: ts.Node): node is Declaration =>
  ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isVariableDeclaration(node)

function parametersOf(node: Declaration): readonly string[] | undefined {
  const callable = ts.isVariableDeclaration(node) ? node.initializer : node
  if (callable === undefined || !(ts.isFunctionDeclaration(callable) || ts.isArrowFunction(callable))) return undefined
  return callable.parameters.map(({ name }) => name.getText())
}

function documented(source: ts.SourceFile, node: Declaration): Documented {
  const comments = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc)
  return {
    file: source.fileName,
    line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1,
    name: node.name?.getText() ?? '',
    exported: (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Export) !== 0,
    parameters: parametersOf(node),
    text: comments.map(({ comment }) => textOf(comment)).join('\n').trim(),
    tags: comments.flatMap(({ tags }) => tags?.map(tagOf) ?? []),
  }
}

function declarationsOf(file: string): readonly Documented[] {
  const source = ts.createSourceFile(file, readFileSync(root + file, 'utf8'), ts.ScriptTarget.ES2022, true)
  const statements = source.statements.flatMap((statement): readonly ts.Node[] =>
    ts.isVariableStatement(statement) ? statement.declarationList.declarations : [statement],
  )
  return statements.filter(isDeclaration).map((node) => documented(source, node))
}

/** Every file of the sources, from the project's folder. */
export const sourceFiles = (): readonly string[] =>
  readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' })
    .map((file) => `src/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts'))
    .sort()

/** Every declaration at the top level of the sources. */
export const declarations = (): readonly Documented[] => sourceFiles().flatMap(declarationsOf)

/** One expression of an example and the result shown for it. */
export interface Shown {
  readonly where: string
  readonly expression: string
  readonly result: string
}

const ARROW = '//=>'

/** The expressions of an `@example`: one a line, each with its result. */
export function shownIn({ file, line, name, tags }: Documented): readonly Shown[] {
  return tags
    .filter((tag) => tag.name === 'example')
    .flatMap(({ text }) => text.split('\n'))
    .filter((each) => each.trim() !== '')
    .map((each) => {
      const arrow = each.indexOf(ARROW)
      if (arrow === -1) throw new Error(`${file}:${line}: an example of ${name} shows no result after ${ARROW}`)
      return { where: `${file} ${name}`, expression: each.slice(0, arrow).trim(), result: each.slice(arrow + ARROW.length).trim() }
    })
}
