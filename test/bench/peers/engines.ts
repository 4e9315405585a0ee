import { evaluate } from 'feelin'
import { LogicEngine } from 'json-logic-engine'
import jsonLogic from 'json-logic-js'
import { Engine as RulesEngine } from 'json-rules-engine'
import Publicodes from 'publicodes'
import type { Contestant, School, Student } from './tasks.js'

// Each engine in its own idiom, prepared once: only the answering is timed. None of them checks its input.

const plain: Contestant = {
  name: 'plain JavaScript',
  extraPlaces: ({ places }) => Math.min(Math.floor((places * 15) / 100), 20),
  hasReason: ({ absentDays, totalSchoolDays, absenceJustified, seriousDisruption, seriousAdaptation, admittedThisYear }) =>
    (absentDays * 3 > totalSchoolDays && absenceJustified) ||
    (seriousDisruption && absentDays * 3 <= totalSchoolDays) ||
    (seriousAdaptation && admittedThisYear),
}

/** JSON Logic has no operation that rounds down; both engines let one be added. */
const places = { min: [{ floor: [{ '/': [{ '*': [{ var: 'places' }, 15] }, 100] }] }, 20] }
const threefoldAbsence = { '*': [{ var: 'absentDays' }, 3] }
const reason = {
  or: [
    { and: [{ '>': [threefoldAbsence, { var: 'totalSchoolDays' }] }, { var: 'absenceJustified' }] },
    { and: [{ var: 'seriousDisruption' }, { '<=': [threefoldAbsence, { var: 'totalSchoolDays' }] }] },
    { and: [{ var: 'seriousAdaptation' }, { var: 'admittedThisYear' }] },
  ],
}

function jsonLogicJs(): Contestant {
  jsonLogic.add_operation('floor', Math.floor)
  return {
    name: 'json-logic-js',
    extraPlaces: (school) => Number(jsonLogic.apply(places, school)),
    hasReason: (student) => Boolean(jsonLogic.apply(reason, student)),
  }
}

/** Its own declaration says no more than that it is a function. */
const isCallable = (built: unknown): built is (data: School | Student) => unknown => typeof built === 'function'

function jsonLogicEngine(): Contestant {
  const engine = new LogicEngine()
  engine.addMethod('floor', Math.floor, { deterministic: true, optimizeUnary: true })
  const compiled = (logic: object): ((data: School | Student) => unknown) => {
    const built: unknown = engine.build(logic)
    if (!isCallable(built)) throw new Error('The logic was not compiled.')
    return built
  }
  const [placesOf, reasonOf] = [compiled(places), compiled(reason)]
  return { name: 'json-logic-engine, compiled', extraPlaces: (school) => Number(placesOf(school)), hasReason: (student) => Boolean(reasonOf(student)) }
}

function jsonRulesEngine(): Contestant {
  const figures = new RulesEngine(
    [{ conditions: { all: [{ fact: 'extraPlaces', operator: 'greaterThanInclusive', value: 0 }] }, event: { type: 'figure', params: { extraPlaces: { fact: 'extraPlaces' } } } }],
    { replaceFactsInEventParams: true },
  )
  figures.addFact('extraPlaces', async (_, almanac) => Math.min(Math.floor(((await almanac.factValue<number>('places')) * 15) / 100), 20))

  const isTrue = (fact: string) => ({ fact, operator: 'equal', value: true })
  const absence = (operator: string) => ({ fact: 'absentDays', operator, value: { fact: 'totalSchoolDays' } })
  const reasons = new RulesEngine([{
    conditions: {
      any: [
        { all: [absence('moreThanAThirdOf'), isTrue('absenceJustified')] },
        { all: [isTrue('seriousDisruption'), absence('atMostAThirdOf')] },
        { all: [isTrue('seriousAdaptation'), isTrue('admittedThisYear')] },
      ],
    },
    event: { type: 'reason' },
  }])
  reasons.addOperator<number, number>('moreThanAThirdOf', (days, of) => days * 3 > of)
  reasons.addOperator<number, number>('atMostAThirdOf', (days, of) => days * 3 <= of)
  return {
    name: 'json-rules-engine',
    extraPlaces: async (school) => Number((await figures.run({ ...school })).events[0]?.params?.['extraPlaces']),
    hasReason: async (student) => (await reasons.run({ ...student })).events.length > 0,
  }
}

function publicodes(): Contestant {
  const word = (yes: boolean): 'oui' | 'non' => (yes ? 'oui' : 'non')
  const figures = new Publicodes({ places: 0, extraPlaces: { valeur: 'places * 15 // 100', plafond: 20 } })
  const reasons = new Publicodes({
    absentDays: 0,
    totalSchoolDays: 180,
    absenceJustified: 'non',
    seriousDisruption: 'non',
    seriousAdaptation: 'non',
    admittedThisYear: 'non',
    reason: {
      'une de ces conditions': [
        { 'toutes ces conditions': ['absentDays * 3 > totalSchoolDays', 'absenceJustified'] },
        { 'toutes ces conditions': ['seriousDisruption', 'absentDays * 3 <= totalSchoolDays'] },
        { 'toutes ces conditions': ['seriousAdaptation', 'admittedThisYear'] },
      ],
    },
  })
  return {
    name: 'publicodes',
    extraPlaces: (school) => Number(figures.setSituation({ places: school.places }).evaluate('extraPlaces').nodeValue),
    hasReason: ({ absentDays, totalSchoolDays, ...facts }) =>
      reasons
        .setSituation({
          absentDays,
          totalSchoolDays,
          absenceJustified: word(facts.absenceJustified),
          seriousDisruption: word(facts.seriousDisruption),
          seriousAdaptation: word(facts.seriousAdaptation),
          admittedThisYear: word(facts.admittedThisYear),
        })
        .evaluate('reason').nodeValue === true,
  }
}

/** It reads the expression anew each time: it has no form in which an expression is prepared. */
const feelin: Contestant = {
  name: 'feelin',
  extraPlaces: (school) => Number(evaluate('min(floor(places * 15 / 100), 20)', { ...school }).value),
  hasReason: (student) =>
    evaluate(
      '(absentDays * 3 > totalSchoolDays and absenceJustified) or (seriousDisruption and absentDays * 3 <= totalSchoolDays) or (seriousAdaptation and admittedThisYear)',
      { ...student },
    ).value === true,
}

export const engines: readonly Contestant[] = [plain, jsonLogicEngine(), jsonLogicJs(), jsonRulesEngine(), publicodes(), feelin]
