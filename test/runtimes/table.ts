import type { Reporter, TestCase, TestModule } from 'vitest/node'

const verdicts = { passed: 'as expected', failed: 'FAILED', skipped: 'not run', pending: 'not run' } as const

function row(test: TestCase): readonly [string, string, string, string] {
  const result = test.result()
  const note = result.state === 'skipped' && result.note !== undefined ? `: ${result.note}` : ''
  const runtime = test.parent.type === 'suite' ? test.parent.fullName : ''
  const seconds = ((test.diagnostic()?.duration ?? 0) / 1000).toFixed(1)
  return [runtime, test.name, `${verdicts[result.state]}${note}`, `${seconds} s`]
}

/** Ends a run with a table of what was run, and where. */
export default class Table implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const rows = [...modules]
      .sort((one, other) => (one.moduleId < other.moduleId ? -1 : 1))
      .flatMap((module) => [...module.children.allTests()].map(row))
    const all = [['Where', 'What was run', 'Result', 'Took'], ...rows]
    const widths = all[0]?.map((_, column) => Math.max(...all.map((cells) => cells[column]?.length ?? 0))) ?? []
    const line = (cells: readonly string[], fill = ' '): string => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |`
    const [head = [], ...body] = all
    console.log(['', line(head), line(head.map(() => ''), '-'), ...body.map((cells) => line(cells)), ''].join('\n'))
  }
}
