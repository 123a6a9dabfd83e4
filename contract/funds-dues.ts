import { Type, type Static } from 'typebox'
import { DateOnly, Id, Nothing, operation, PageOf, PageQuery } from './operation.ts'
import { oneOf } from './people-records.ts'
import { registerWorkbook, Searched, sortedBy } from './registers.ts'
import { Month } from './stipends.ts'

/** Dues of a union for a month: sums only, nobody’s wage. */
export const DuesRow = Type.Object({
  id: Id,
  organisationId: Id,
  organisationName: Type.String(),
  month: Month,
  members: Type.Integer({ description: 'who pays' }),
  dueFen: Type.Integer(),
  receivedFen: Type.Integer(),
  receivedOn: DateOnly,
  voucherNo: Type.String(),
  recordedBy: Type.String(),
  canWithdraw: Type.Boolean(),
})
export type DuesRow = Static<typeof DuesRow>

/** What a member’s dues are worked out by. */
export const DuesTerms = Type.Object({
  basisPoints: Type.Integer(),
  stepFen: Type.Integer({ description: 'what of a wage is below a whole step does not count' }),
  source: Type.String(),
})
export type DuesTerms = Static<typeof DuesTerms>

export const duesStates = ['short', 'whole'] as const
const listed = {
  month: Type.Optional(Month),
  state: Type.Optional(oneOf(duesStates)),
  q: Searched,
  sort: sortedBy(['union', 'month', 'members', 'due', 'received', 'receivedOn']),
}
const Fen = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 })

/** Members’ dues, all of which stay at the basic union. */
export const operations = {
  getDuesTerms: operation({
    method: 'GET',
    path: '/dues-terms',
    summary: 'What dues are worked out by today',
    output: DuesTerms,
  }),
  listDues: operation({
    method: 'GET',
    path: '/dues',
    summary: 'Dues of unions within scope, the newest month first',
    query: Type.Object({ ...PageQuery, ...listed }),
    output: PageOf(DuesRow),
  }),
  downloadDues: registerWorkbook('/dues/workbook', 'The register of dues as a workbook', listed),
  recordDues: operation({
    method: 'POST',
    path: '/dues',
    summary:
      'Work out a month’s dues from wages without names, and record what came in; the wages are not kept',
    body: Type.Object({
      unionId: Id,
      month: Month,
      wagesFen: Type.Array(Fen, { minItems: 1, maxItems: 20_000 }),
      receivedFen: Fen,
      receivedOn: DateOnly,
      voucherNo: Type.String({ minLength: 2, maxLength: 60 }),
    }),
    output: Type.Object({ duesId: Id, dueFen: Type.Integer() }),
    status: 201,
  }),
  withdrawDues: operation({
    method: 'POST',
    path: '/dues/:duesId/withdrawal',
    summary: 'Withdraw dues that were recorded by mistake; they stay on record',
    params: Type.Object({ duesId: Id }),
    body: Type.Object({ reason: Type.String({ minLength: 4, maxLength: 300 }) }),
    output: Nothing,
  }),
}
