import { Type, type Static } from 'typebox'
import { DateOnly, Id, Instant, Nullable, operation } from './operation.ts'
import { oneOf } from './people-records.ts'

export const indicatorSources = ['counted', 'entered', 'unit', 'superior', 'members'] as const
export const IndicatorSource = oneOf(indicatorSources)
export type IndicatorSource = Static<typeof IndicatorSource>

export const grades = ['excellent', 'good', 'pass', 'fail', 'not_assessed', 'incomplete'] as const
export const Grade = oneOf(grades)
export type Grade = Static<typeof Grade>

/**
 * One indicator. Either it has a weight in percent, or it brings up to so many extra points (hundredths of a point). A counted one names its
 * counter and how many make full marks over the whole period. `cap` is the most it can be worth, in hundredths of 100 points.
 * `missing`: what is unknown is left out with its weight, or nothing is graded without it. It is never zero.
 */
export const Indicator = Type.Object({
  code: Type.String({ pattern: '^[a-z][a-z0-9_]{1,30}$' }),
  titleZh: Type.String({ minLength: 1, maxLength: 40 }),
  titleEn: Type.String({ minLength: 1, maxLength: 80 }),
  source: IndicatorSource,
  weight: Type.Integer({ minimum: 0, maximum: 100 }),
  extra: Type.Integer({ minimum: 0, maximum: 1000 }),
  counter: Nullable(Type.String({ maxLength: 60 })),
  target: Nullable(Type.Integer({ minimum: 1, maximum: 100_000 })),
  cap: Type.Integer({ minimum: 1, maximum: 10_000 }),
  missing: Type.Enum(['left_out', 'needed']),
})
export type Indicator = Static<typeof Indicator>

/** What a scheme says. Below `leastKnown` percent of known weight nothing is graded. */
export const SchemeContent = Type.Object({
  indicators: Type.Array(Indicator, { minItems: 1, maxItems: 20 }),
  leastKnown: Type.Integer({ minimum: 1, maximum: 100 }),
})
export type SchemeContent = Static<typeof SchemeContent>

/** The rules that hold for a period, as they stood when it was opened. `source` is document and article. */
export const PeriodTerms = Type.Object({
  bands: Type.Array(Type.Object({ grade: Grade, from: Type.Integer() })),
  monthDays: Type.Integer(),
  leastMonths: Type.Integer(),
  appealDays: Type.Integer(),
  leastVoices: Type.Integer(),
  rules: Type.Array(Type.Object({ key: Type.String(), version: Id, source: Type.String() })),
})
export type PeriodTerms = Static<typeof PeriodTerms>

export const Scheme = Type.Object({
  id: Id,
  organisationId: Id,
  organisationName: Type.String(),
  subjectKind: Type.String(),
  name: Type.String(),
  version: Type.Integer(),
  writtenAt: Instant,
  content: SchemeContent,
  periods: Type.Integer({ description: 'periods that use it, in any version' }),
})
export type Scheme = Static<typeof Scheme>

/** Something counted from the platform’s own records. */
export const Counter = Type.Object({
  name: Type.String(),
  zh: Type.String(),
  en: Type.String(),
  unitZh: Type.String(),
  unitEn: Type.String(),
})
export type Counter = Static<typeof Counter>

/** Whom schemes can assess, what can be counted about them, and a content to begin with. */
export const SubjectKind = Type.Object({
  kind: Type.String(),
  zh: Type.String(),
  en: Type.String(),
  counters: Type.Array(Counter),
  preset: SchemeContent,
})
export type SubjectKind = Static<typeof SubjectKind>

export const Period = Type.Object({
  id: Id,
  organisationId: Id,
  organisationName: Type.String(),
  name: Type.String(),
  subjectKind: Type.String(),
  schemeId: Id,
  schemeName: Type.String(),
  schemeVersion: Type.Integer(),
  startsOn: DateOnly,
  endsBefore: DateOnly,
  closedAt: Nullable(Instant),
  states: Type.Object({
    open: Type.Integer(),
    reviewed: Type.Integer(),
    approved: Type.Integer(),
    appealed: Type.Integer(),
    final: Type.Integer(),
  }),
})
export type Period = Static<typeof Period>

/** A period with what holds in it, and how many have which grade; grades of what lies within scope. */
export const PeriodFile = Type.Object({
  ...Period.properties,
  content: SchemeContent,
  terms: PeriodTerms,
  grades: Type.Array(Type.Object({ grade: Grade, persons: Type.Integer() })),
  appealsUntil: Nullable(Instant),
  can: Type.Object({ manage: Type.Boolean() }),
})
export type PeriodFile = Static<typeof PeriodFile>

const Title = Type.String({ minLength: 2, maxLength: 80 })
const ofPeriod = Type.Object({ periodId: Id })

/** Schemes and periods of assessments. */
export const operations = {
  listSchemes: operation({
    method: 'GET',
    path: '/assessments/schemes',
    summary: 'Schemes within scope in their newest version, and whom they can assess',
    output: Type.Object({ items: Type.Array(Scheme), subjects: Type.Array(SubjectKind) }),
  }),
  createScheme: operation({
    method: 'POST',
    path: '/assessments/schemes',
    summary: 'Write a scheme',
    body: Type.Object({
      organisationId: Id,
      subjectKind: Type.String(),
      name: Title,
      content: SchemeContent,
    }),
    output: Type.Object({ schemeId: Id }),
    status: 201,
  }),
  reviseScheme: operation({
    method: 'POST',
    path: '/assessments/schemes/:schemeId/versions',
    summary: 'Write a new version of a scheme; open and closed periods keep theirs',
    params: Type.Object({ schemeId: Id }),
    body: Type.Object({ content: SchemeContent }),
    output: Type.Object({ version: Type.Integer() }),
    status: 201,
  }),
  listAssessmentPeriods: operation({
    method: 'GET',
    path: '/assessments/periods',
    summary: 'Periods that concern one’s organisation or those below',
    output: Type.Object({ items: Type.Array(Period) }),
  }),
  createAssessmentPeriod: operation({
    method: 'POST',
    path: '/assessments/periods',
    summary: 'Open a period with the newest version of a scheme: weights and rules are frozen from here on',
    body: Type.Object({ schemeId: Id, name: Title, startsOn: DateOnly, endsBefore: DateOnly }),
    output: Type.Object({ periodId: Id }),
    status: 201,
  }),
  getAssessmentPeriod: operation({
    method: 'GET',
    path: '/assessments/periods/:periodId',
    summary: 'A period with its scheme, its rules and how far it is',
    params: ofPeriod,
    output: PeriodFile,
  }),
  enrolAssessmentSubjects: operation({
    method: 'POST',
    path: '/assessments/periods/:periodId/subjects',
    summary: 'Open an assessment for everybody who held such a post in the period and has none',
    params: ofPeriod,
    output: Type.Object({ enrolled: Type.Integer() }),
    status: 201,
  }),
  closeAssessmentPeriod: operation({
    method: 'POST',
    path: '/assessments/periods/:periodId/closing',
    summary: 'Close a period: every result is final, grades are published to what depends on them',
    params: ofPeriod,
    output: Type.Object({ closedAt: Instant }),
  }),
}
