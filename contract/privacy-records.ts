import { Type, type Static } from 'typebox'
import { DateOnly, Id, Instant, Nullable, operation, PageOf, PageQuery } from './operation.ts'
import { oneOf } from './people-records.ts'

const Words = Type.String({ minLength: 2, maxLength: 2000 })

/** An impact assessment (PIPL 55): before sensitive data, automated decisions, sharing, publishing. */
const assessment = {
  organisationId: Id,
  occasion: oneOf(['sensitive', 'automated', 'sharing', 'publishing']),
  subject: Type.String({ minLength: 2, maxLength: 200 }),
  necessity: Words,
  risks: Words,
  measures: Words,
  conclusion: oneOf(['go', 'go_with_measures', 'stop']),
  assessedOn: DateOnly,
}
export const Assessment = Type.Object({
  id: Id,
  ...assessment,
  organisationName: Type.String(),
  keepUntil: DateOnly,
})
export type Assessment = Static<typeof Assessment>

export const breachKinds = [
  'name',
  'document',
  'mobile',
  'bank_account',
  'health',
  'family',
  'other',
] as const
export const BreachStep = oneOf(['contained', 'authority_notified', 'people_notified', 'closed'])
export type BreachStep = Static<typeof BreachStep>

const breach = {
  organisationId: Id,
  noticedAt: Instant,
  kinds: Type.Array(oneOf(breachKinds), { minItems: 1, maxItems: breachKinds.length }),
  cause: Words,
  harm: Words,
  remedy: Words,
}
export const BreachRow = Type.Object({
  id: Id,
  ...breach,
  organisationName: Type.String(),
  persons: Type.Integer(),
  steps: Type.Array(Type.Object({ step: BreachStep, note: Type.String(), takenAt: Instant })),
})
export type BreachRow = Static<typeof BreachRow>

/** Somebody whom a breach touches, masked as in every list. */
export const BreachPerson = Type.Object({
  personId: Id,
  name: Type.String(),
  unionName: Nullable(Type.String()),
  mobile: Nullable(Type.String()),
})

const oneBreach = Type.Object({ breachId: Id })

/** The registers of impact assessments and of breaches. */
export const operations = {
  listAssessments: operation({
    method: 'GET',
    path: '/privacy/assessments',
    summary: 'Impact assessments within scope',
    query: Type.Object({ ...PageQuery }),
    output: PageOf(Assessment),
  }),
  recordAssessment: operation({
    method: 'POST',
    path: '/privacy/assessments',
    summary: 'Record an impact assessment',
    body: Type.Object(assessment),
    output: Type.Object({ id: Id }),
    status: 201,
  }),
  listBreaches: operation({
    method: 'GET',
    path: '/privacy/breaches',
    summary: 'Breaches within scope, with how many persons they touch and what was done',
    query: Type.Object({ ...PageQuery }),
    output: PageOf(BreachRow),
  }),
  recordBreach: operation({
    method: 'POST',
    path: '/privacy/breaches',
    summary:
      'Record a breach and whom it touches: the members of an organisation, or those in a list that left the house',
    body: Type.Object({ ...breach, exportId: Type.Optional(Id) }),
    output: Type.Object({ id: Id, persons: Type.Integer() }),
    status: 201,
  }),
  recordBreachStep: operation({
    method: 'POST',
    path: '/privacy/breaches/:breachId/steps',
    summary: 'Contained, authority told, people told, closed',
    params: oneBreach,
    body: Type.Object({ step: BreachStep, note: Words }),
    output: BreachRow,
  }),
  listBreachPersons: operation({
    method: 'GET',
    path: '/privacy/breaches/:breachId/persons',
    summary: 'Whom a breach touches',
    params: oneBreach,
    query: Type.Object({ ...PageQuery }),
    output: PageOf(BreachPerson),
  }),
}
