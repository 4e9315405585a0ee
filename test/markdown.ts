/** A fenced block of a Markdown file. */
export interface CodeBlock {
  readonly language: string
  readonly code: string
  /** The line of its opening fence. */
  readonly line: number
  /** The last line of text before it. */
  readonly before: string
}

/** The fenced blocks of a Markdown file, in order. */
export function codeBlocks(markdown: string): readonly CodeBlock[] {
  const blocks: CodeBlock[] = []
  const lines = markdown.split('\n')
  let opened: number | undefined
  for (const [index, line] of lines.entries()) {
    if (!line.startsWith('```')) continue
    if (opened === undefined) {
      opened = index
      continue
    }
    const before = lines.slice(0, opened).findLast((each) => each.trim() !== '') ?? ''
    blocks.push({ language: (lines[opened] ?? '').slice('```'.length).trim(), code: lines.slice(opened + 1, index).join('\n'), line: opened + 1, before })
    opened = undefined
  }
  return blocks
}

/** The file with other code in the blocks that open on these lines. */
export function withCode(markdown: string, codes: ReadonlyMap<number, string>): string {
  let written = markdown
  for (const { line, code, language } of codeBlocks(markdown).toReversed()) {
    const other = codes.get(line)
    if (other === undefined) continue
    const lines = written.split('\n')
    lines.splice(line - 1, code.split('\n').length + 2, `\`\`\`${language}`, other, '```')
    written = lines.join('\n')
  }
  return written
}
