/** A fenced block of a Markdown file. */
export interface CodeBlock {
  readonly language: string
  readonly code: string
  /** The line of its opening fence. */
  readonly line: number
  /** The line of text right before it; empty when another block or a blank line of the file's beginning is. */
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
