import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { Answer } from '../src/kernel/answer.js'
import { InputError } from '../src/kernel/input.js'
import { hsinchuSpecialEducation, ledger, regulations, type VersionComparison } from '../src/hsinchu-special-education/index.js'
import {
  checkApplicationDeadline,
  checkApplicationDossier,
  checkApprovalPathway,
  checkDeliveryMode,
  checkImplementationDuties,
  checkProgrammeEligibility,
  compareVersions,
  computeInstructorFee,
  computeSubsidySettlement,
  describeReviewOutcome,
  planSupervisionFollowUp,
} from '../src/index.js'
import { ask, goldenFiles } from './golden-cases.js'

const id = (rule: string): string => `hsinchu-special-education/${rule}`

describe('compareVersions', () => {
  test('a private preschool comes in with the amendment', () => {
    const { former, amended2024, outcomeChanges, changes } = compareVersions(checkProgrammeEligibility, {
      institutionType: 'privatePreschool',
      locatedInHsinchuCity: true,
      isSpecialEducationStudentOrChild: true,
      specialEducationPlacement: 'none',
      attendsRegularClass: true,
      receivesSpecialEducationServices: true,
    })
    expect([former.outcome, amended2024.outcome, outcomeChanges]).toEqual(['breach', 'ok', true])
    expect(changes[0]).toMatchObject({
      of: 'rule',
      path: ['institutionType'],
      former: { rule: id('formerInstitutionInScope'), at: '舊第2條第1項', outcome: 'breach', met: false },
      amended2024: { rule: id('institutionInScope'), at: '第2條', outcome: 'ok', met: true },
    })
    expect(changes).toContainEqual({
      of: 'figure',
      name: 'regime',
      former: { at: '舊第2條第1項', figure: null },
      amended2024: { at: '第2條', figure: 'direct' },
    })
  })

  test('a student of a resource class goes out with it', () => {
    const { changes, former, amended2024 } = compareVersions(checkProgrammeEligibility, {
      institutionType: 'publicElementaryOrJuniorHigh',
      locatedInHsinchuCity: true,
      isSpecialEducationStudentOrChild: true,
      specialEducationPlacement: 'resourceClass',
      attendsRegularClass: true,
      receivesSpecialEducationServices: true,
    })
    expect([former.outcome, amended2024.outcome]).toEqual(['ok', 'breach'])
    expect(changes).toContainEqual({
      of: 'rule',
      path: ['specialEducationPlacement'],
      former: null,
      amended2024: { rule: id('notInSpecialEducationClass'), at: '第3條', outcome: 'breach', met: false, limit: false },
    })
  })

  test('a mode that both texts list has not changed because its article has', () => {
    const { changes } = compareVersions(checkDeliveryMode, { category: 'gifted', mode: 'observationExchange', recipient: 'student', slot: 'holiday' })
    expect(changes.map((change) => (change.of === 'figure' ? change.name : change.path.join('.')))).toEqual(['mode'])
  })

  test('a preschool of its own is freed of the committee and given a survey', () => {
    const { changes } = compareVersions(checkApprovalPathway, {
      institutionType: 'independentPreschool',
      stepsDone: { needsSurvey: false, draftProgramme: true, committeePass: false, headApproval: true, reportToCityForRecordation: true },
    })
    expect(changes.map((change) => [change.amended2024?.at ?? null, change.former?.at ?? null])).toEqual([
      ['第7條第1項', null],
      ['第7條第4項', '舊第2條第2項前段'],
      ['第7條第4項', '舊第2條第2項前段'],
      [null, '舊第2條第1項'],
      [null, '舊第2條第2項前段'],
    ])
  })

  test('a dossier of the former kind lacks rehabilitation training', () => {
    const { changes, former } = compareVersions(checkApplicationDossier, {
      category: 'disability',
      itemsPresent: {
        basis: true,
        purpose: true,
        targetsAndNeedsAssessment: true,
        deliveryAndContent: true,
        staffingAndAdminSupport: true,
        spaceAndEnvironment: true,
        schedule: true,
        budgetAndSources: true,
        expectedBenefits: true,
      },
      contentComponents: { curriculum: true, teaching: true, counselling: true, services: true, rehabilitationTraining: false },
      hadProgrammePreviousSchoolYear: false,
    })
    expect(former.outcome).toBe('ok')
    expect(changes).toEqual([
      { of: 'figure', name: 'itemsRequired', former: { at: '舊第7條第1款', figure: 8 }, amended2024: { at: '第8條第1項第1款', figure: 9 } },
      {
        of: 'rule',
        path: ['contentComponents', 'rehabilitationTraining'],
        former: null,
        amended2024: { rule: id('rehabilitationTraining'), at: '第8條第1項第4款', outcome: 'breach', met: false, limit: true },
      },
      {
        of: 'rule',
        path: ['contentComponents', 'services'],
        former: { rule: id('formerServices'), at: '舊第7條第3款', outcome: 'ok', met: true, limit: true },
        amended2024: null,
      },
    ])
  })

  test('fees and the subsidy have not changed', () => {
    expect(compareVersions(computeInstructorFee, { feeKind: 'lecture', units: 3, ratePerUnit: 2000 }).changes).toEqual([])
    const { changes, outcomeChanges } = compareVersions(computeSubsidySettlement, { programmeCost: 150000, subsidyGranted: 100001, misuseVerified: false })
    expect([changes, outcomeChanges]).toEqual([[], false])
  })

  test('one filing is measured against the window of the one text and the month of the other', () => {
    const { changes } = compareVersions(checkApplicationDeadline, {
      kind: 'schoolYear',
      firstSemesterOpeningDate: '2025-09-01',
      filedOn: '2025-06-10',
      announcedWindow: { opens: '2025-05-01', closes: '2025-05-30' },
      commissionedByCity: false,
    })
    expect(changes).toContainEqual({
      of: 'rule',
      path: ['filedOn'],
      former: { rule: id('formerFiledInWindow'), at: '舊第3條前段', outcome: 'breach', met: false, limit: ['2025-05-01', '2025-05-30'] },
      amended2024: { rule: id('filedBeforeOpening'), at: '第10條第1項', outcome: 'ok', met: true, limit: '2025-07-31' },
    })
    expect(changes).toContainEqual({
      of: 'figure',
      name: 'lastDay',
      former: { at: '舊第3條前段', figure: '2025-05-30' },
      amended2024: { at: '第10條第1項', figure: '2025-07-31' },
    })
  })

  test('what follows from a refusal, from the end and from a visit is new', () => {
    const refused = compareVersions(describeReviewOutcome, { decision: 'notApproved', category: 'gifted' })
    expect(refused.changes).toContainEqual({
      of: 'figure',
      name: 'interimPlans',
      former: { at: null, figure: [] },
      amended2024: { at: '第11條第2項', figure: ['IGP'] },
    })
    const ended = compareVersions(checkImplementationDuties, { institutionType: 'school', phase: 'ended', resultsFiled: false })
    expect(ended.changes).toContainEqual({
      of: 'rule',
      path: ['resultsFiled'],
      former: { rule: id('formerResultsFiled'), at: '舊第10條第3項前段', outcome: 'breach', met: false, limit: true },
      amended2024: null,
    })
    const visited = compareVersions(planSupervisionFollowUp, { deficiencies: [{ id: 'a', corrected: true }], performance: 'poor' })
    expect(visited.changes).toContainEqual({
      of: 'figure',
      name: 'rewardRulesApply',
      former: { at: '舊第10條第3項後段', figure: true },
      amended2024: { at: '第14條第2項', figure: false },
    })
  })

  test('a transfer is told by the paragraph on transfers', () => {
    const { changes } = compareVersions(checkApplicationDeadline, { kind: 'transfer', enrolmentDate: '2025-10-16', recipient: 'student' })
    expect(changes).toContainEqual({
      of: 'figure',
      name: 'lastDay',
      former: { at: '舊第3條前段', figure: null },
      amended2024: { at: '第10條第2項', figure: '2025-11-16' },
    })
  })

  test('two demands that wait for one fact are both listed', () => {
    const { changes } = compareVersions(checkImplementationDuties, { institutionType: 'school' })
    const onPhase = changes.flatMap((change) => (change.of === 'rule' && change.path[0] === 'phase' ? [change] : []))
    expect(onPhase.map(({ former, amended2024 }) => [former?.at ?? null, amended2024?.at ?? null])).toEqual([
      ['舊第10條第3項前段', '第13條第1項前段'],
      [null, '第13條第1項後段'],
    ])
  })

  test('a function that only passes the question on is compared too: its figures name no article and come last', () => {
    const passingOn: typeof checkApplicationDossier = (input, options) => checkApplicationDossier(input, options)
    const { changes } = compareVersions(passingOn, { contentComponents: { services: true } })
    expect(changes.length).toBeGreaterThan(1)
    expect(changes.at(-1)).toEqual({ of: 'figure', name: 'itemsRequired', former: { at: null, figure: 8 }, amended2024: { at: null, figure: 9 } })
  })

  test('sets aside the date of the input, and keeps the readings asked for', () => {
    const facts = { onDate: '2023-01-01', category: 'disability', mode: 'clubActivities' } as const
    const { former, amended2024 } = compareVersions(checkDeliveryMode, facts, { readings: { 'H-A5': 'anyActivity' } })
    expect(former.value.version).toBe('former')
    expect(amended2024.value).toMatchObject({ version: 'amended2024', modeLocator: '第5條第5款' })
    expect(facts.onDate).toBe('2023-01-01')
  })

  test('throws what the function throws', () => {
    expect(() => compareVersions(computeInstructorFee, { feeKind: 'lecture', units: -1 })).toThrow(InputError)
  })
})

/** Every figure that differs, as either text gives it: its article and what it is. */
const figuresIn = ({ changes }: VersionComparison<unknown>): unknown =>
  Object.fromEntries(
    changes.flatMap((change) => {
      if (change.of !== 'figure') return []
      return [[change.name, [change.former, change.amended2024].map(({ at, figure }) => `${at ?? 'silent'}: ${JSON.stringify(figure)}`)]]
    }),
  )

describe('a figure that differs comes with the article that gives it in either text', () => {
  const cases: readonly (readonly [of: string, compare: () => VersionComparison<unknown>, figures: Readonly<Record<string, readonly [string, string]>>])[] = [
    [
      'a private preschool, which an item of Art. 2 brings in',
      () => compareVersions(checkProgrammeEligibility, { institutionType: 'privatePreschool', locatedInHsinchuCity: true }),
      {
        regime: ['舊第2條第1項: null', '第2條: "direct"'],
        scopeLocator: ['舊第2條第1項: null', '第2條第3款: "第2條第3款"'],
      },
    ],
    [
      'a workplace centre, which Art. 15 brings in',
      () => compareVersions(checkProgrammeEligibility, { institutionType: 'workplaceEducareCentre', locatedInHsinchuCity: true }),
      {
        regime: ['舊第2條第1項: null', '第15條: "mutatisMutandis"'],
        scopeLocator: ['舊第2條第1項: null', '第15條: "第15條"'],
      },
    ],
    [
      'a way for the gifted that only the former text was open to',
      () => compareVersions(checkDeliveryMode, { category: 'gifted', mode: 'personnelSupport', slot: 'holiday' }),
      { modeLocator: ['舊第6條第1項第9款: "舊第6條第1項第9款"', '第6條第1項: null'] },
    ],
    [
      'a way for disabilities that only the 2024 text lists',
      () => compareVersions(checkDeliveryMode, { category: 'disability', mode: 'specialNeedsCurriculum' }),
      { modeLocator: ['舊第5條: null', '第5條第1款: "第5條第1款"'] },
    ],
    [
      'a way for disabilities that only the former text listed',
      () => compareVersions(checkDeliveryMode, { category: 'disability', mode: 'remedialTeaching' }),
      { modeLocator: ['舊第5條第1款: "舊第5條第1款"', '第5條: null'] },
    ],
    [
      'the time of a gifted programme that is not a multiple one',
      () => compareVersions(
        checkDeliveryMode,
        { category: 'gifted', mode: 'clubActivities', slot: 'afterSchool', multipleGiftedProgramme: false },
        { readings: { 'H-A6': 'multipleProgrammesOnly' } },
      ),
      { scheduleStatus: ['舊第6條第2項前段: "conforms"', '第6條第2項前段: "notRegulated"'] },
    ],
    [
      'a preschool of its own that drafted nothing',
      () => compareVersions(checkApprovalPathway, { institutionType: 'independentPreschool', stepsDone: { draftProgramme: false } }),
      {
        committeeRequired: ['舊第2條第2項前段: true', '第7條第4項: false'],
        approver: ['舊第2條第2項前段: "schoolPrincipal"', '第7條第4項: "preschoolPrincipal"'],
      },
    ],
    [
      'an application for a school year',
      () => compareVersions(checkApplicationDeadline, {
        kind: 'schoolYear',
        firstSemesterOpeningDate: '2025-09-01',
        filedOn: '2025-06-10',
        announcedWindow: { opens: '2025-05-01', closes: '2025-05-30' },
      }),
      {
        lastDay: ['舊第3條前段: "2025-05-30"', '第10條第1項: "2025-07-31"'],
        safeLastDay: ['舊第3條前段: "2025-05-30"', '第10條第1項: "2025-07-31"'],
        correspondingDayReading: ['silent: null', '第10條第1項: "2025-08-01"'],
        status: ['舊第3條前段: "late"', '第10條第1項: "inTime"'],
      },
    ],
    [
      'an application for a school year whose last day moves to the Monday',
      () => compareVersions(
        checkApplicationDeadline,
        { kind: 'schoolYear', firstSemesterOpeningDate: '2028-08-30' },
        { readings: { 'H-A16b': 'nextWorkingDay' } },
      ),
      {
        lastDay: ['舊第3條前段: null', '第10條第1項: "2028-07-29"'],
        lastDayExtended: ['silent: null', '第10條第1項: "2028-07-31"'],
        safeLastDay: ['舊第3條前段: null', '第10條第1項: "2028-07-28"'],
        correspondingDayReading: ['silent: null', '第10條第1項: "2028-07-30"'],
      },
    ],
    [
      'an application by post for a student who transfers',
      () => compareVersions(checkApplicationDeadline, {
        kind: 'transfer',
        enrolmentDate: '2025-10-15',
        recipient: 'student',
        filedOn: '2025-11-18',
        postmarkedOn: '2025-11-17',
        announcedWindow: { opens: '2025-11-03', closes: '2025-11-13' },
      }),
      {
        lastDay: ['舊第3條前段: "2025-11-13"', '第10條第2項: "2025-11-15"'],
        lastDayExtended: ['silent: null', '第10條第2項: "2025-11-17"'],
        safeLastDay: ['舊第3條前段: "2025-11-13"', '第10條第2項: "2025-11-14"'],
        saturdayNoonRule: ['silent: false', '第10條第2項: true'],
        status: ['舊第3條前段: "late"', '第10條第2項: "inTimeOnRestDayExtension"'],
      },
    ],
    [
      'an application by post for a student identified in the middle of a year, of whom only Art. 10(2) could speak',
      () => compareVersions(checkApplicationDeadline, {
        kind: 'identifiedMidYear',
        identifiedOn: '2025-10-15',
        filedOn: '2025-11-12',
        postmarkedOn: '2025-11-11',
        announcedWindow: { opens: '2025-11-03', closes: '2025-11-13' },
      }),
      {
        lastDay: ['舊第3條前段: "2025-11-13"', '第10條第2項: null'],
        safeLastDay: ['舊第3條前段: "2025-11-13"', '第10條第2項: null'],
        status: ['舊第3條前段: "inTime"', '第10條第2項: null'],
      },
    ],
    [
      'an approval',
      () => compareVersions(describeReviewOutcome, { decision: 'approved', category: 'gifted' }),
      {
        writtenNoticeRequired: ['silent: false', '第11條第1項: true'],
        executeAs: ['silent: null', '第11條第1項: "approvedContent"'],
        cityFundingFollows: ['silent: false', '第11條第1項: true'],
      },
    ],
    [
      'a part approved, read as nothing approved',
      () => compareVersions(
        describeReviewOutcome,
        { decision: 'partlyApproved', category: 'disability' },
        { readings: { 'H-A19c': 'asNotApproved' } },
      ),
      {
        writtenNoticeRequired: ['silent: false', '第11條第1項: true'],
        mayExecute: ['舊第10條第1項: true', '第11條第1項: false'],
        interimPlans: ['silent: []', '第11條第2項: ["IEP"]'],
        interimBasis: ['silent: null', '第11條第2項: "explicit"'],
        resubmissionOpen: ['silent: false', '第11條第2項: true'],
      },
    ],
    [
      'a pending review, read as due within two months',
      () => compareVersions(
        describeReviewOutcome,
        { decision: 'pending', category: 'disability', receivedOn: '2025-07-15' },
        { readings: { 'H-A19': 'twoMonths' } },
      ),
      {
        interimPlans: ['silent: []', '第11條第2項: ["IEP"]'],
        interimBasis: ['silent: null', '第11條第2項: "byAnalogy"'],
        decisionDue: ['silent: null', '第11條第1項: "2025-09-15"'],
      },
    ],
    [
      'a school whose programme runs',
      () => compareVersions(checkImplementationDuties, { institutionType: 'school', phase: 'running' }),
      {
        requiredClosingMeeting: ['silent: null', '第13條第1項前段: "committeeReview"'],
        settlementBasis: ['silent: null', '第13條第1項後段: "explicit"'],
      },
    ],
    [
      'a preschool of its own whose programme runs',
      () => compareVersions(checkImplementationDuties, { institutionType: 'independentPreschool', phase: 'running' }),
      {
        requiredClosingMeeting: ['silent: null', '第13條第2項: "staffReviewMeeting"'],
        settlementBasis: ['silent: null', '第13條第2項: "byCaution"'],
      },
    ],
    [
      'a visit to an excellent institution',
      () => compareVersions(planSupervisionFollowUp, { deficiencies: [{ id: 'a', corrected: false }], performance: 'excellent' }),
      {
        cityMustOrderCorrection: ['silent: false', '第14條第1項後段: true'],
        explanationOwedFor: ['silent: []', '第14條第1項後段: ["a"]'],
        nextVisitItems: ['silent: []', '第14條第1項後段: ["a"]'],
        showcase: ['silent: false', '第14條第2項: true'],
      },
    ],
    [
      'a visit to a poor one',
      () => compareVersions(planSupervisionFollowUp, { deficiencies: [], performance: 'poor' }),
      { rewardRulesApply: ['舊第10條第3項後段: true', '第14條第2項: false'] },
    ],
  ]

  test.each(cases)('%s', (_of, compare, figures) => {
    expect(figuresIn(compare())).toEqual(figures)
  })
})

describe('a reading is cited with a paragraph of the text that the answer speaks of', () => {
  const cited = ({ readings }: Answer<unknown>): unknown => readings.map((reading) => [reading.id, reading.at])
  const grant = { subsidyGranted: 1, institutions: 1, misuseVerified: false } as const

  test('on either side of commencement', () => {
    expect(cited(computeSubsidySettlement({ ...grant, onDate: '2024-09-11' }))).toEqual([['H-A1', '第16條'], ['H-A14', '舊第9條前段']])
    expect(cited(computeSubsidySettlement({ ...grant, onDate: '2024-09-12' }))).toEqual([['H-A14', '第9條前段']])
  })

  test.each([
    ['former', '舊第9條前段'],
    ['amended2024', '第9條前段'],
  ] as const)('without a date, as for %s', (version, at) => {
    expect(cited(computeSubsidySettlement(grant, { readings: { 'H-V1': version } }))).toEqual([['H-V1', '第16條'], ['H-A14', at]])
  })

  test('of an application by post', () => {
    const posted = { kind: 'schoolYear', filedOn: '2024-05-03', postmarkedOn: '2024-05-02' } as const
    expect(cited(checkApplicationDeadline({ ...posted, onDate: '2024-05-03' }))).toEqual([['H-A18', '舊第3條前段']])
    expect(cited(checkApplicationDeadline({ ...posted, onDate: '2025-05-03', firstSemesterOpeningDate: '2025-09-01' }))).toEqual([
      ['H-A18', '第10條第1項'],
      ['H-A16c', '第10條第1項'],
      ['H-A16', '第10條第1項'],
    ])
  })

  test('of a student who transfers, by the paragraph on transfers', () => {
    const posted = { onDate: '2024-12-02', filedOn: '2024-11-29', postmarkedOn: '2024-11-28' } as const
    const transfer = { kind: 'transfer', enrolmentDate: '2024-08-01', firstAttendanceDate: '2024-08-01', recipient: 'student' } as const
    expect(cited(checkApplicationDeadline({ ...posted, ...transfer }))).toEqual([['H-A18', '第10條第2項'], ['H-A24', '第10條第2項']])
    expect(cited(checkApplicationDeadline({ ...posted, kind: 'identifiedMidYear' }))).toEqual([['H-A18', '第10條第2項'], ['H-A17c', '第10條第2項']])
    expect(cited(checkApplicationDeadline({ ...posted, ...transfer, onDate: '2024-09-02' }))).toEqual([['H-A18', '舊第3條前段']])
  })

  /** What chooses the text is read before there is one. */
  const choosing = ['H-V1', 'H-A1']
  const Dated = z.object({ version: z.enum(['former', 'amended2024']) })
  const ofThisModule = goldenFiles().filter(({ entry }) => entry.module === hsinchuSpecialEducation)

  test.each(ofThisModule.map((golden) => [golden.entry.name, golden] as const))('in the golden cases of %s', (_name, golden) => {
    const answers = golden.cases.flatMap((goldenCase) => (goldenCase.error === undefined ? [ask(golden, goldenCase)] : []))
    const foreign = answers.flatMap(({ value, readings }) => {
      const isFormer = Dated.parse(value).version === 'former'
      return readings.filter((reading) => !choosing.includes(reading.id) && reading.at.startsWith('舊') !== isFormer)
    })
    expect(foreign).toEqual([])
  })
})

describe('a locator is written', () => {
  test.each([
    ['第7條第3項後段', 'Art. 7(3), second part'],
    ['第8條第1項第4款', 'Art. 8(1)(4)'],
    ['第2條第2款', 'Art. 2(2)'],
    ['第9條前段', 'Art. 9, first part'],
    ['第6條第2項但書', 'Art. 6(2), proviso'],
    ['第16條', 'Art. 16'],
    ['舊第7條第3款', 'former Art. 7(3)'],
    ['舊第6條第1項第9款', 'former Art. 6(1)(9)'],
    ['第6條第1項第10款', 'Art. 6(1)(10)'],
    ['第12條第34項第56款', 'Art. 12(34)(56)'],
    ['令首', 'order, header'],
    ['令主旨', 'order, operative sentence'],
    ['總說明一', 'general explanation, point 1'],
    ['總說明二', 'general explanation, point 2'],
    ['總說明三', 'general explanation, point 3'],
    ['戳記', 'stamp'],
    ['對照表名稱說明', 'comparison table, reasons on the title'],
    ['對照表第7條說明', 'comparison table, reasons on Art. 7'],
    ['對照表舊第10條說明', 'comparison table, reasons on former Art. 10'],
  ])('%s as %s', (at, english) => {
    expect(regulations.cite(at)).toEqual({ en: english, 'zh-Hant': at })
  })

  test.each(['附表', '新第7條', '第7條之1', '第7條第3項前言', '對照表第7條', '對照表第7條說明二', '新對照表第7條說明'])(
    '%s, which is none of this document, as it stands',
    (at) => {
      expect(regulations.cite(at)).toEqual({ en: at, 'zh-Hant': at })
    },
  )

  test('every one in English without Chinese left over', () => {
    expect(ledger.map(({ at }) => regulations.cite(at).en).filter((english) => /[\u4e00-\u9fff]/.test(english))).toEqual([])
  })
})

test('a rule of the former text says so in its name, and no other does', () => {
  const rules = hsinchuSpecialEducation.functions.flatMap((entry) => Object.values(entry.rules))
  expect(rules.length).toBeGreaterThan(0)
  for (const { id: rule, at } of rules) expect(rule.startsWith(id('former')), rule).toBe(at.startsWith('舊'))
})
