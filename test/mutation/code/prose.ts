/** As much of a node of the syntax tree as is looked at here. */
interface Node {
  readonly type: string
  readonly value?: unknown
  readonly quasis?: readonly { readonly value: { readonly raw: string } }[]
  readonly callee?: { readonly name?: string }
  readonly arguments?: readonly Node[]
  readonly key?: { readonly name?: string }
}

interface Place {
  readonly node: Node
  readonly parentPath: Place | null
}

const comparators = new Set(['atMost', 'atLeast', 'moreThan', 'lessThan', 'within'])
const citations = new Set(['at', 'also'])

const writtenIn = ({ type, value, quasis }: Node): string | undefined => {
  if (type === 'StringLiteral') return String(value)
  return type === 'TemplateLiteral' ? quasis?.map((part) => part.value.raw).join('') : undefined
}

const isChinese = (node: Node | undefined): boolean => node !== undefined && /\p{Script=Han}/u.test(writtenIn(node) ?? '')

/** A sentence stands in both languages, one argument after the other. */
function isSentence(node: Node, call: Node): boolean {
  const next = call.arguments?.[(call.arguments.indexOf(node)) + 1]
  return isChinese(node) || isChinese(next)
}

/**
 * Leaves out what no golden case can be expected to hold.
 *
 * Wording is not behaviour: sentences have tests of their own, in both languages, and so have units, except that an
 * amount of Hong Kong dollars has cents. A citation is of the type of the locators of its ledger: another string
 * does not compile.
 */
const prose = {
  shouldIgnore({ node, parentPath }: Place): string | undefined {
    const parent = parentPath?.node
    if (parent === undefined) return undefined
    if (parent.type === 'ObjectProperty' && citations.has(parent.key?.name ?? '')) return 'a citation that is not in the ledger does not compile'
    const written = writtenIn(node)
    if (written === undefined || parent.type !== 'CallExpression') return undefined
    if (isSentence(node, parent)) return 'wording is not behaviour'
    return comparators.has(parent.callee?.name ?? '') && written !== 'HKD' ? 'another unit only words the sentence otherwise, or does not compile' : undefined
  },
}

export const strykerPlugins = [{ kind: 'Ignore', name: 'prose', value: prose }]
