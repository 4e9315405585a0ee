import { forceText, modules, quantity, rules, type DocumentModule, type Provision, type RuleData, type RuleEntry } from '../../catalogue.js'
import { becameText } from '../became.js'
import type { Context } from '../context.js'
import { Complaint, exitCode, type ExitCode } from '../io.js'
import { messages } from '../messages.js'
import { unknownName } from '../names.js'
import { readingLines } from '../reading-lines.js'

const bareName = (id: string): string => id.slice(id.indexOf('/') + 1)

/** A paragraph as people write it: `para 10 s1` is `10 s1`. */
const locatorFrom = (words: string): string => words.replace(/^para(?:graph)?\s+/i, '')

interface Place {
  readonly module: DocumentModule
  readonly provision: Provision
}

const cites = ({ rule, module }: RuleEntry, place: Place): boolean =>
  module === place.module && (rule.at === place.provision.at || rule.also.includes(place.provision.at))

/** Whether a locator is the one asked for or a part of it: `8(i)` is a part of `8`, `10 s1` is none of `1`. */
function isPartOf(at: string, asked: string): boolean {
  const cutsThrough = /[\p{L}\p{N}]$/u.test(asked) && /^[\p{L}\p{N}]/u.test(at.slice(asked.length))
  return at.startsWith(asked) && !cutsThrough
}

/** The provisions at a locator, in every document that has it; the locator may name the document first. */
function placesAt(asked: string): readonly Place[] {
  if (asked === '') return []
  return modules.flatMap((module) => {
    const prefix = `${module.document.id}/`
    const locator = locatorFrom(asked.startsWith(prefix) ? asked.slice(prefix.length) : asked)
    return module.ledger.filter(({ at }) => isPartOf(at, locator)).map((provision) => ({ module, provision }))
  })
}

/** The rules that an id or a name means. */
function rulesNamed(asked: string): readonly RuleEntry[] {
  const byId = rules.get(asked)
  return byId === undefined ? [...rules.values()].filter(({ rule }) => bareName(rule.id) === asked) : [byId]
}

/** The figure of the text; a rule that asks for something to be so or to be stated has none. */
function limitText({ comparator, limit, unit }: RuleData, { locale, say }: Context): string | undefined {
  if (comparator === 'present' || comparator === 'absent' || comparator === 'stated') return undefined
  if (limit === null) return say(messages.limitOfCase)
  const shown = (part: string | number | boolean): string =>
    typeof part === 'number' && unit !== null ? quantity(part, unit, locale) : String(part)
  return typeof limit === 'object' ? limit.map(shown).join(', ') : shown(limit)
}

/** Unclear points that stand in these provisions. */
function readingsAt({ document, readings }: DocumentModule, locators: readonly string[], context: Context): readonly string[] {
  const found = readings.filter(({ at }) => at.some((locator) => locators.includes(locator)))
  if (found.length === 0) return []
  return [context.say(messages.readingsHeading), ...found.flatMap((reading) => readingLines(reading, document, context))]
}

/** A provision between the ones before and after it, each in our own words. */
function inContext({ document, ledger }: DocumentModule, at: string, { locale, paint }: Context): readonly string[] {
  const index = ledger.findIndex((provision) => provision.at === at)
  return ledger.slice(Math.max(0, index - 1), index + 2).map((provision) => {
    const line = `${document.cite(provision.at)[locale]} · ${provision.says[locale]}`
    return provision.at === at ? paint('bold', `  ▸ ${line}`) : paint('dim', `    ${line}`)
  })
}

function ruleText({ rule, module, functions }: RuleEntry, context: Context): string {
  const { locale, paint, say } = context
  const { document } = module
  const part = (title: string, value: string | undefined): readonly string[] =>
    value === undefined || value === '' ? [] : [`${title}${say(messages.colon)}${value}`]
  const cite = (at: string): string => document.cite(at)[locale]

  return [
    paint('bold', rule.sentence(locale)),
    paint('dim', rule.id),
    ...part(say(messages.forceTitle), forceText(rule, locale)),
    ...part(say(messages.limitTitle), limitText(rule, context)),
    ...part(say(messages.decidesTitle), rule.decides?.[locale]),
    ...part(say(messages.nextTitle), rule.next?.[locale]),
    ...part(say(messages.functionsTitle), functions.join(', ')),
    ...part(say(messages.paragraphTitle), `${document.short[locale]} ${cite(rule.at)}`),
    ...inContext(module, rule.at, context),
    ...part(say(messages.alsoTitle), rule.also.map(cite).join(say(messages.semicolon))),
    ...readingsAt(module, [rule.at, ...rule.also], context),
  ].join('\n')
}

/** A provision that no rule makes a demand of. */
function provisionText({ module, provision: { at, became } }: Place, context: Context): string {
  const { locale, paint } = context
  return [
    paint('bold', `${module.document.short[locale]} ${module.document.cite(at)[locale]}`),
    ...inContext(module, at, context),
    `→ ${becameText(became, context)}`,
    ...readingsAt(module, [at], context),
  ].join('\n')
}

function unknown(asked: string): Complaint {
  const names = [...rules.keys()].flatMap((id) => [id, bareName(id)])
  const locators = modules.flatMap(({ ledger }) => ledger.map(({ at }) => at))
  return new Complaint(unknownName(messages.unknownRule, asked, [...names, ...locators]))
}

/** Explains a rule by its id or name, or all that a paragraph demands. */
export function explain(context: Context, words: readonly string[]): ExitCode {
  const asked = words.join(' ').trim()
  const named = rulesNamed(asked)
  const places = named.length > 0 ? [] : placesAt(asked)
  const meant = named.length > 0 ? named : [...rules.values()].filter((rule) => places.some((place) => cites(rule, place)))
  const others = places.filter((place) => !meant.some((rule) => cites(rule, place)))
  if (meant.length === 0 && others.length === 0) throw unknown(asked)
  context.print([...meant.map((rule) => ruleText(rule, context)), ...others.map((place) => provisionText(place, context))].join('\n\n'))
  return exitCode.sound
}
