import { modules } from '../../catalogue.js'
import { becameText } from '../became.js'
import type { Context } from '../context.js'
import { account, coverageOf, type Accounted, type Coverage } from '../coverage.js'
import { exitCode, type ExitCode } from '../io.js'
import { messages } from '../messages.js'
import { documentNamed } from '../names.js'
import type { Format } from '../reporters/report.js'

export interface LedgerOptions {
  readonly format: Format
}

/** Cut down, so that 100% means all. */
const percentage = (part: number, whole: number): string => `${whole === 0 ? 100 : Math.floor((100 * part) / whole)}%`

function coverageText({ provisions, accountedFor, encoded, exercised }: Coverage, { say }: Context): readonly string[] {
  return [
    say(messages.accountedFor, { provisions, accountedFor, share: percentage(accountedFor, provisions) }),
    say(messages.exercised, { encoded, exercised, share: percentage(exercised, encoded) }),
  ]
}

/** What keeps a provision from counting. */
function gap({ accountedFor, encoded, exercised }: Accounted, { say, paint }: Context): string {
  if (!accountedFor) return paint('red', say(messages.notThere))
  return encoded && !exercised ? paint('yellow', say(messages.notExercised)) : ''
}

function provisionLines(accounted: Accounted, context: Context): readonly string[] {
  const { at, says, became } = accounted.provision
  return [`${context.paint('bold', at)} · ${says[context.locale]}`, `    → ${becameText(became, context)}${gap(accounted, context)}`]
}

const provisionJson = ({ provision: { at, says, became }, accountedFor, encoded, exercised }: Accounted, { locale }: Context) => ({
  at,
  says: says[locale],
  became: became.as === 'nothing' ? { ...became, because: became.because[locale] } : became,
  accountedFor,
  ...(encoded ? { exercised } : {}),
})

async function summary(context: Context, { format }: LedgerOptions): Promise<void> {
  const { locale, paint, print, printJson } = context
  const all = await Promise.all(modules.map(async (module) => ({ document: module.document, coverage: coverageOf(await account(module)) })))
  if (format === 'json') {
    printJson(all.map(({ document, coverage }) => ({ document: document.id, title: document.title[locale], ...coverage })))
    return
  }
  for (const { document, coverage } of all) {
    print([paint('bold', document.id), document.short[locale], ...coverageText(coverage, context)].join(' · '))
  }
}

/** Lists every provision of a document and what became of it; without a document, one line for each. */
export async function ledger(context: Context, name: string | undefined, options: LedgerOptions): Promise<ExitCode> {
  if (name === undefined) {
    await summary(context, options)
    return exitCode.sound
  }
  const { locale, paint, say, print, printJson } = context
  const module = documentNamed(name)
  const { id, title, issued, covers } = module.document
  const provisions = await account(module)
  const coverage = coverageOf(provisions)
  if (options.format === 'json') {
    printJson({ document: id, title: title[locale], ...coverage, ledger: provisions.map((each) => provisionJson(each, context)) })
    return exitCode.sound
  }
  print([
    `${paint('bold', title[locale])} ${paint('dim', `(${id})`)}`,
    say(messages.issued, { issued, covers: covers[locale] }),
    '',
    ...provisions.flatMap((each) => provisionLines(each, context)),
    '',
    ...coverageText(coverage, context),
  ].join('\n'))
  return exitCode.sound
}
