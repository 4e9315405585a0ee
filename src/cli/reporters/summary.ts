import { outcomes, outcomeText } from '../../catalogue.js'
import type { Context } from '../context.js'
import { messages } from '../messages.js'
import { outcomeStyles } from '../paint.js'
import type { CheckReport } from './report.js'
import { acceptedIn } from './told.js'

/** The counts, in one line. */
export function summary(report: CheckReport, { say, paint, locale }: Context): string {
  const { files, checked, problems, counts } = report
  const colon = say(messages.colon)
  const byOutcome = [...outcomes].reverse()
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => paint(outcomeStyles[outcome], `${outcomeText(outcome, locale)}${colon}${counts[outcome]}`))
  const accepted = acceptedIn(report)
  const unable = new Set(problems.map(({ file, record }) => `${file} ${record}`)).size
  return [
    say(messages.checked, { records: checked.length, files: files.length }),
    ...byOutcome,
    ...(accepted === 0 ? [] : [paint('dim', say(messages.acceptedCount, { count: accepted }))]),
    ...(unable === 0 ? [] : [paint('red', say(messages.notChecked, { count: unable }))]),
  ].join(' · ')
}
