import { catalogue, modules, type DocumentModule, type Reading } from '../../catalogue.js'
import type { Context } from '../context.js'
import { nameLine } from '../golden.js'
import { messages } from '../messages.js'
import { outcomeStyles } from '../paint.js'
import { readingLines } from '../reading-lines.js'
import { countsText } from './counts-text.js'
import { explainMessages } from './messages.js'
import { aroundLines } from './provisions.js'
import type { ExampleFacts, RuleFacts, RuleReadingFacts } from './rule-facts.js'

const moduleOf = ({ paragraph }: RuleFacts): DocumentModule | undefined => modules.find(({ document }) => document.id === paragraph.document)

/** The facts of an example, the finding in words and the question to paste. */
function exampleLines({ name, cites, finding, says, command }: ExampleFacts, context: Context): readonly string[] {
  const { paint, say } = context
  return [
    ...nameLine(name, context),
    `      ${cites.join(say(messages.semicolon))}`,
    `      ${paint(outcomeStyles[finding.outcome], says.sign)} ${says.path}${say(messages.colon)}${says.demand} ${says.found}`,
    ...(says.next === '' ? [] : [`        ${says.next}`]),
    `      ${paint('dim', command)}`,
  ]
}

function exampleSection({ comparator, examples }: RuleFacts, context: Context): readonly string[] {
  const { say } = context
  const { passing, failing } = examples
  const heading = (title: string): string => `${title}${say(messages.colon).trimEnd()}`
  return [
    heading(say(explainMessages.passingTitle)),
    ...(passing === null ? [`    ${say(explainMessages.noPassing)}`] : exampleLines(passing, context)),
    heading(say(comparator === 'stated' ? explainMessages.leftOutTitle : explainMessages.failingTitle)),
    ...(failing === null ? [`    ${say(explainMessages.noFailing)}`] : exampleLines(failing, context)),
  ]
}

/** The readings that stand in the rule's paragraphs in full, those that answers with it lean on besides in a line each. */
function readingSection(facts: RuleFacts, context: Context): readonly string[] {
  const { say, locale, paint } = context
  const module = moduleOf(facts)
  if (module === undefined) return []
  const pairs = facts.readings.flatMap((told): readonly { readonly told: RuleReadingFacts; readonly reading: Reading }[] => {
    const reading = module.readings.find(({ id }) => id === told.id)
    return reading === undefined ? [] : [{ told, reading }]
  })
  const here = pairs.filter(({ told }) => told.standsHere)
  const besides = pairs.filter(({ told }) => !told.standsHere)
  return [
    ...(here.length === 0 ? [] : [say(messages.readingsHeading)]),
    ...here.flatMap(({ told, reading }) => [
      ...readingLines(reading, module.document, context),
      `      ${told.answers === 0 ? say(explainMessages.noneLean) : countsText(told, context)}`,
    ]),
    ...(besides.length === 0 ? [] : [say(explainMessages.leanedHeading)]),
    ...besides.map(({ told, reading }) =>
      `  ${say(explainMessages.leanedOn, { id: paint('cyan', told.id), asks: reading.asks[locale], counts: countsText(told, context) })}`),
  ]
}

/** A rule for people. */
export function ruleLines(facts: RuleFacts, context: Context): readonly string[] {
  const { locale, paint, say } = context
  const { demand, rule, force, limitSays, boundary, decides, next, functions, paragraph, also } = facts
  const part = (title: string, value: string | null): readonly string[] => (value === null ? [] : [`${title}${say(messages.colon)}${value}`])
  const named = (name: string): string => `  ${paint('cyan', name)}${say(messages.colon)}${catalogue.get(name)?.answers[locale] ?? ''}`
  return [
    paint('bold', demand),
    paint('dim', rule),
    ...part(say(messages.forceTitle), force.says),
    ...part(say(explainMessages.comesToTitle), force.comesTo),
    ...part(say(messages.limitTitle), limitSays),
    ...part(say(explainMessages.boundaryTitle), boundary.says),
    ...part(say(messages.decidesTitle), decides),
    ...part(say(messages.nextTitle), next),
    ...part(say(messages.functionsTitle), ''),
    ...functions.map(named),
    ...part(say(messages.paragraphTitle), `${paragraph.short} ${paragraph.cites}`),
    ...aroundLines(paragraph, context),
    ...(also.length === 0 ? [] : part(say(messages.alsoTitle), '')),
    ...also.map(({ cites, says }) => `    ${cites} · ${says}`),
    ...readingSection(facts, context),
    ...exampleSection(facts, context),
  ].map((line) => line.trimEnd())
}
