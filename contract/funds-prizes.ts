import { Type, type Static } from 'typebox'
import { AmountFen } from './funds.ts'
import { DateOnly, Id, Instant, operation, PageOf, PageQuery } from './operation.ts'
import { oneOf } from './people-records.ts'
import { registerWorkbook, Searched, sortedBy } from './registers.ts'

/** The prizes of one contest, given in money. */
export const PrizeListRow = Type.Object({
  id: Id,
  organisationId: Id,
  organisationName: Type.String(),
  budgetName: Type.String(),
  contest: Type.String(),
  heldOn: DateOnly,
  contestants: Type.Integer(),
  winners: Type.Integer(),
  totalFen: Type.Integer({ description: 'before tax' }),
  paidFen: Type.Integer({ description: 'of it on lists that were paid' }),
  madeBy: Type.String(),
  madeAt: Instant,
})
export type PrizeListRow = Static<typeof PrizeListRow>

/** How many of the contestants may win, and how prizes may be taxed, by the rules of today. */
export const PrizeTerms = Type.Object({
  winners: Type.Integer(),
  of: Type.Integer(),
  taxCategories: Type.Array(Type.String()),
  sources: Type.Array(Type.String()),
})
export type PrizeTerms = Static<typeof PrizeTerms>

export const prizeStates = ['unpaid', 'paid'] as const
const listed = {
  year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 })),
  state: Type.Optional(oneOf(prizeStates)),
  q: Searched,
  sort: sortedBy(['contest', 'heldOn', 'winners', 'total', 'paid']),
}

/** Prizes of sports and culture. */
export const operations = {
  getPrizeTerms: operation({
    method: 'GET',
    path: '/prize-terms',
    summary: 'Which share of the contestants may win, and how prizes may be taxed',
    output: PrizeTerms,
  }),
  listPrizeLists: operation({
    method: 'GET',
    path: '/prize-lists',
    summary: 'Prizes of contests within scope, the newest first',
    query: Type.Object({ ...PageQuery, ...listed }),
    output: PageOf(PrizeListRow),
  }),
  downloadPrizeLists: registerWorkbook(
    '/prize-lists/workbook',
    'The register of prizes as a workbook',
    listed,
  ),
  givePrizes: operation({
    method: 'POST',
    path: '/prize-lists',
    summary:
      'Make the prizes of a contest due on a budget; no more winners than the rule allows of the contestants',
    body: Type.Object({
      budgetId: Id,
      contest: Type.String({ minLength: 2, maxLength: 60 }),
      heldOn: DateOnly,
      contestants: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
      taxCategory: Type.String({ minLength: 1, maxLength: 40 }),
      winners: Type.Array(Type.Object({ personId: Id, amountFen: AmountFen }), {
        minItems: 1,
        maxItems: 500,
      }),
    }),
    output: Type.Object({ prizeListId: Id, totalFen: Type.Integer() }),
    status: 201,
  }),
}
