import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { modules } from '../src/catalogue.js'
import type { DocumentModule } from '../src/kernel/document.js'
import type { RuleData } from '../src/kernel/rule.js'
import { text, type Text } from '../src/kernel/text.js'

/** A sentence in both languages, and where it stands. */
type Said = readonly [where: string, words: Text]

const sentences = (rule: RuleData): Text => text(rule.sentence('en'), rule.sentence('zh-Hant'))

function* wordsOf({ document, ledger, readings, functions }: DocumentModule): Generator<Said> {
  yield ['title', document.title]
  yield ['short title', document.short]
  yield ['time covered', document.covers]
  for (const { at, says, became } of ledger) {
    yield [`ledger ${at}`, says]
    if (became.as === 'nothing') yield [`ledger ${at}, because`, became.because]
  }
  for (const { id, asks, options } of readings) {
    yield [`reading ${id}`, asks]
    for (const [option, says] of Object.entries(options)) yield [`reading ${id} ${option}`, says]
  }
  for (const { name, answers, input, rules } of functions) {
    yield [name, answers]
    yield* fieldWords(name, z.toJSONSchema(input, { io: 'input' }))
    for (const rule of Object.values(rules)) {
      yield [rule.id, sentences(rule)]
      if (rule.next !== undefined) yield [`${rule.id}, next`, rule.next]
      if (rule.decides !== undefined) yield [`${rule.id}, decides`, rule.decides]
    }
  }
}

/** The descriptions of a JSON Schema: `English · 中文`. */
function* fieldWords(where: string, schema: unknown): Generator<Said> {
  if (typeof schema !== 'object' || schema === null) return
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'description' && typeof value === 'string') {
      const [en = '', zh = ''] = value.split(' · ')
      yield [where, text(en, zh)]
    } else {
      yield* fieldWords(`${where}.${key}`, value)
    }
  }
}

const HAN = /\p{Script=Han}/u
const FULL_WIDTH = /[，。；：！？（）「」]/u

/** An official term may follow its English in brackets, and a part of an appendix is called by its own sign. */
const withoutTerms = (en: string): string => en.replace(/\([^()]*\)/g, '').replace(/\b(?:App|Appendix) [甲乙丙丁戊]/g, '')

describe.each(modules.map((module) => [module.document.id, [...wordsOf(module)]] as const))('%s', (_id, said) => {
  const where = (wrong: (words: Text) => boolean): readonly string[] =>
    said.filter(([, words]) => wrong(words)).map(([place, words]) => `${place}: ${words.en} | ${words['zh-Hant']}`)

  test('says everything in both languages', () => {
    expect(where(({ en, 'zh-Hant': zh }) => en.trim() === '' || zh.trim() === '')).toEqual([])
  })

  test('writes its Chinese in Chinese', () => {
    expect(where(({ 'zh-Hant': zh }) => !HAN.test(zh))).toEqual([])
  })

  test('writes its English in English, official terms in brackets aside', () => {
    expect(where(({ en }) => HAN.test(withoutTerms(en)) || FULL_WIDTH.test(withoutTerms(en)))).toEqual([])
  })

  test('leaves no place in a sentence unfilled', () => {
    expect(where(({ en, 'zh-Hant': zh }) => /\{\w+\}/.test(en + zh))).toEqual([])
  })
})
