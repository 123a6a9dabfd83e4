import { Type, type Static } from 'typebox'
import { UnionType } from './organisation-shapes.ts'
import { DateOnly, Id, Instant, Nullable, operation, PageOf, PageQuery } from './operation.ts'

/** What the logic check can find in a line. Hints do not keep a return from being handed in. */
export const returnFindings = [
  'code_twice',
  'code_changed',
  'division_missing',
  'type_missing',
  'single_covers_others',
  'joint_covers_few',
  'members_exceed_workers',
  'women_exceed_workers',
  'workers_missing',
] as const
export const ReturnFinding = Type.Enum([...returnFindings])
export type ReturnFinding = (typeof returnFindings)[number]

/** Items of the form the product has nothing for: they stay empty and are filled in by hand. */
export const emptyReturnItems = [
  'womenMembers',
  'migrantMembers',
  'fullTimeOfficers',
  'negotiation',
  'participation',
  'emulation',
  'protection',
  'finance',
] as const
export type EmptyReturnItem = (typeof emptyReturnItems)[number]

const made = {
  id: Id,
  organisationId: Id,
  organisationName: Type.String(),
  year: Type.Integer(),
  startsOn: DateOnly,
  endsOn: DateOnly,
  reportId: Id,
  version: Type.Integer({ description: 'of its sealed report: a return made again corrects the one before' }),
  madeAt: Instant,
  unions: Type.Integer(),
  wrong: Type.Integer({ description: 'lines in which the logic check found something' }),
}

/** An annual return in a list. */
export const AnnualReturnRow = Type.Object(made)
export type AnnualReturnRow = Static<typeof AnnualReturnRow>

/** An annual return: its sealed totals, and what the logic check found how often. Lines of joint unions may name an employer twice, totals never do. */
export const AnnualReturn = Type.Object({
  ...made,
  rule: Type.String({ description: 'document and article the end of the year comes from' }),
  members: Type.Integer(),
  workers: Type.Integer(),
  findings: Type.Array(Type.Object({ finding: ReturnFinding, lines: Type.Integer() })),
})
export type AnnualReturn = Static<typeof AnnualReturn>

/** The line of one union: 901 to 904, then the figures. */
export const AnnualReturnLine = Type.Object({
  unionId: Id,
  statCode: Type.String({ description: '901' }),
  name: Type.String({ description: '902' }),
  divisionCode: Nullable(Type.String({ description: '903' })),
  unionType: Nullable(UnionType),
  employers: Type.Integer({ description: 'organisations covered' }),
  workers: Nullable(Type.Integer()),
  womenWorkers: Nullable(Type.Integer()),
  migrantWorkers: Nullable(Type.Integer()),
  members: Type.Integer(),
  findings: Type.Array(ReturnFinding),
})
export type AnnualReturnLine = Static<typeof AnnualReturnLine>

/** A statistical code of a union, the one of the register first; `until` null: in force. */
export const StatisticalCode = Type.Object({
  code: Type.String(),
  documentNo: Nullable(Type.String()),
  reason: Nullable(Type.String()),
  recordedAt: Instant,
  recordedByName: Nullable(Type.String({ description: 'the post; null: it came with the register' })),
  until: Nullable(Instant),
})
export type StatisticalCode = Static<typeof StatisticalCode>

const oneReturn = Type.Object({ returnId: Id })
const oneUnion = Type.Object({ organisationId: Id })

export const operations = {
  makeAnnualReturn: operation({
    method: 'POST',
    path: '/annual-returns',
    summary: 'Seals the figures of a year’s end and makes the annual return of all basic unions of a scope',
    body: Type.Object({
      organisationId: Type.Optional(Id),
      year: Type.Integer({ minimum: 2000, maximum: 2100 }),
    }),
    output: AnnualReturn,
    status: 201,
  }),
  listAnnualReturns: operation({
    method: 'GET',
    path: '/annual-returns',
    summary: 'Annual returns of one’s scope, the newest first',
    query: Type.Object(PageQuery),
    output: PageOf(AnnualReturnRow),
  }),
  getAnnualReturn: operation({
    method: 'GET',
    path: '/annual-returns/:returnId',
    summary: 'One annual return',
    params: oneReturn,
    output: AnnualReturn,
  }),
  listAnnualReturnLines: operation({
    method: 'GET',
    path: '/annual-returns/:returnId/lines',
    summary: 'The unions of an annual return, by code',
    params: oneReturn,
    query: Type.Object({
      ...PageQuery,
      q: Type.Optional(Type.String({ maxLength: 100, description: 'part of the name or code' })),
      finding: Type.Optional(Type.Union([ReturnFinding, Type.Literal('any')])),
    }),
    output: PageOf(AnnualReturnLine),
  }),
  downloadAnnualReturn: operation({
    method: 'GET',
    path: '/annual-returns/:returnId/workbook',
    summary: 'The annual return as .xlsx, with the logic check in its last column',
    params: oneReturn,
    output: Type.String(),
    file: 'download',
  }),
  recordStatisticalCode: operation({
    method: 'POST',
    path: '/organisations/:organisationId/statistical-codes',
    summary: 'Writes down the statistical code a union was given, or corrects it',
    params: oneUnion,
    body: Type.Object({
      code: Type.String({ pattern: '^[0-9A-Za-z-]{4,50}$' }),
      documentNo: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
      reason: Type.String({ minLength: 2, maxLength: 200, pattern: '\\S' }),
    }),
    output: Type.Object({ items: Type.Array(StatisticalCode) }),
    status: 201,
  }),
  listStatisticalCodes: operation({
    method: 'GET',
    path: '/organisations/:organisationId/statistical-codes',
    summary: 'The statistical codes of a union, the newest first',
    params: oneUnion,
    output: Type.Object({ items: Type.Array(StatisticalCode) }),
  }),
}
