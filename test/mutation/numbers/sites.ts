import ts from 'typescript'

/** A place in the source where a number or a comparison stands, with the changes that can be made there. */
export interface Site {
  readonly id: number
  /** From the root of the project. */
  readonly file: string
  readonly line: number
  /** The line as it stands, to find it again when others move. */
  readonly source: string
  readonly changes: readonly string[]
}

/** The name under which the changed code finds what makes the change. */
export const CHANGED = '__changed'

/** The kernel's comparators that have a last value in order, and the ends at which they can be made strict or inclusive. */
const edges: ReadonlyMap<string, readonly string[]> = new Map([
  ['atMost', ['excludes its limit']],
  ['atLeast', ['excludes its limit']],
  ['moreThan', ['includes its limit']],
  ['lessThan', ['includes its limit']],
  ['onOrBefore', ['excludes its limit']],
  ['onOrAfter', ['excludes its limit']],
  ['within', ['excludes its lower end', 'excludes its upper end']],
  ['between', ['excludes its first day', 'excludes its last day']],
])

const otherComparison: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.LessThanToken, '<= for <'],
  [ts.SyntaxKind.LessThanEqualsToken, '< for <='],
  [ts.SyntaxKind.GreaterThanToken, '>= for >'],
  [ts.SyntaxKind.GreaterThanEqualsToken, '> for >='],
])

/** A whole date, a month and day, a month, or a school year; in a template also with the hyphen before it. */
const dated = /^(?:\d{4}-\d{2}-\d{2}|-?\d{2}-\d{2}|\d{4}-\d{2}|\d{4}\/\d{2}|-\d{2})$/

/** What a number here cannot be but a place in a text or a list. */
const placeTakers = new Set(['at', 'slice', 'padStart', 'padEnd', 'charAt'])
/** Bounds that only keep an input finite; no text sets them. */
const boundOfInput = /^(?:MOST|LONGEST)_/

const calledName = ({ expression }: ts.CallExpression): string =>
  ts.isPropertyAccessExpression(expression) ? expression.name.text : ts.isIdentifier(expression) ? expression.text : ''

/** A path to a fact, such as `['sections', 0, 1]`. */
const isPath = (node: ts.Node): boolean => ts.isArrayLiteralExpression(node) && node.elements[0] !== undefined && ts.isStringLiteral(node.elements[0])

function datedChanges(written: string): readonly string[] {
  if (written.includes('/')) return ['a year earlier', 'a year later']
  const parts = written.split('-').filter((part) => part !== '')
  const names = parts[0]?.length === 4 ? ['year', 'month', 'day'] : parts.length === 1 ? ['day'] : ['month', 'day']
  return names.slice(0, parts.length).flatMap((name) => [`a ${name} earlier`, `a ${name} later`])
}

/**
 * Rewrites a source file so that every number, date and comparison goes through `__changed`, and lists those places.
 * @param from the id of the first place
 */
export function withSites(file: string, source: string, from: number): { readonly code: string; readonly sites: readonly Site[] } {
  const sites: Site[] = []
  const transformer: ts.TransformerFactory<ts.SourceFile> = (context) => (root) => {
    const { factory } = context
    const lines = source.split('\n')

    function through(node: ts.Node, what: string, changes: readonly string[], values: readonly ts.Expression[]): ts.Expression {
      const { line } = root.getLineAndCharacterOfPosition(node.getStart(root))
      const id = from + sites.length
      sites.push({ id, file, line: line + 1, source: lines[line]?.trim() ?? '', changes })
      const method = factory.createPropertyAccessExpression(factory.createIdentifier(CHANGED), what)
      return factory.createCallExpression(method, undefined, [factory.createNumericLiteral(id), ...values])
    }

    const number = (node: ts.NumericLiteral): ts.Expression => {
      const value = Number(node.text)
      return through(node, 'number', [`${value + 1} for ${value}`, `${value - 1} for ${value}`], [node])
    }
    const date = (node: ts.Node, written: string): ts.Expression =>
      through(node, 'date', datedChanges(written).map((change) => `${change} than ${written}`), [factory.createStringLiteral(written)])

    /** `a${b}-08-01` as the sum of its parts. */
    function template(node: ts.TemplateExpression): ts.Expression {
      let sum: ts.Expression = factory.createStringLiteral(node.head.text)
      for (const { expression, literal } of node.templateSpans) {
        sum = factory.createAdd(sum, factory.createParenthesizedExpression(expressionOf(expression)))
        sum = factory.createAdd(sum, dated.test(literal.text) ? date(literal, literal.text) : factory.createStringLiteral(literal.text))
      }
      return factory.createParenthesizedExpression(sum)
    }

    const expressionOf = (node: ts.Expression): ts.Expression => {
      const visited = visit(node)
      return ts.isExpression(visited) ? visited : node
    }

    function visit(node: ts.Node): ts.Node {
      if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node
      if (ts.isVariableDeclaration(node) && boundOfInput.test(node.name.getText(root))) return node
      if (isPath(node) || ts.isElementAccessExpression(node) && ts.isNumericLiteral(node.argumentExpression)) {
        return ts.visitEachChild(node, (child) => (ts.isNumericLiteral(child) ? child : visit(child)), context)
      }
      if (ts.isPropertyAssignment(node) && ts.isNumericLiteral(node.name)) {
        return factory.createPropertyAssignment(factory.createComputedPropertyName(number(node.name)), expressionOf(node.initializer))
      }
      if (ts.isPropertyAssignment(node) && ts.isStringLiteral(node.name)) {
        return factory.createPropertyAssignment(node.name, expressionOf(node.initializer))
      }
      if (ts.isNumericLiteral(node)) return number(node)
      if (ts.isStringLiteral(node) && dated.test(node.text)) return date(node, node.text)
      if (ts.isTemplateExpression(node) && node.templateSpans.some(({ literal }) => dated.test(literal.text))) return template(node)
      if (ts.isBinaryExpression(node)) {
        const change = otherComparison.get(node.operatorToken.kind)
        if (change !== undefined) {
          const values = [factory.createStringLiteral(node.operatorToken.getText(root)), expressionOf(node.left), expressionOf(node.right)]
          return through(node.operatorToken, 'comparison', [change], values)
        }
      }
      if (ts.isCallExpression(node)) {
        const name = calledName(node)
        if (placeTakers.has(name)) {
          return ts.visitEachChild(node, (child) => (ts.isNumericLiteral(child) ? child : visit(child)), context)
        }
        const ends = ts.isIdentifier(node.expression) ? edges.get(name) : undefined
        if (ends !== undefined) return through(node, 'edge', ends.map((end) => `${name} ${end}`), [ts.visitEachChild(node, visit, context)])
      }
      return ts.visitEachChild(node, visit, context)
    }
    return ts.visitEachChild(root, visit, context)
  }
  const { outputText } = ts.transpileModule(source, {
    fileName: file,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true },
    transformers: { before: [transformer] },
  })
  return { code: outputText, sites }
}
