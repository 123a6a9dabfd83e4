import { Type, type Static } from 'typebox'
import { DateOnly, Id, Instant, Nullable, operation, PageOf, PageQuery } from './operation.ts'
import { oneOf } from './people-records.ts'
import { registerWorkbook, Searched, sortedBy } from './registers.ts'

export const payers = [
  'two_new_committee',
  'district_federation',
  'street_town',
  'district_finance',
  'superior_union',
] as const
/** Who gives the money. */
export const Payer = oneOf(payers)
export type Payer = Static<typeof Payer>

export const budgetPurposes = ['stipend', 'award', 'direct_point', 'training', 'union_funds'] as const
/** What the money is there for. */
export const BudgetPurpose = oneOf(budgetPurposes)
export type BudgetPurpose = Static<typeof BudgetPurpose>

/** A sum that is moved, in whole fen. */
export const AmountFen = Type.Integer({ minimum: 1, maximum: 1_000_000_000_000 })

/** A source of money. `grantedFen` is what it has given to budgets so far. */
export const FundSource = Type.Object({
  id: Id,
  organisationId: Id,
  organisationName: Type.String(),
  name: Type.String(),
  payer: Payer,
  grantedFen: Type.Integer(),
})
export type FundSource = Static<typeof FundSource>

/** A budget as it stands: `budgetFen` = `availableFen` + `committedFen` + `paidFen`. What was allocated further no longer belongs to it. */
export const BudgetRow = Type.Object({
  id: Id,
  organisationId: Id,
  organisationName: Type.String(),
  name: Type.String(),
  purpose: BudgetPurpose,
  year: Type.Integer(),
  sourceId: Id,
  sourceName: Type.String(),
  payer: Payer,
  parentId: Nullable(Id),
  parentName: Nullable(Type.String()),
  budgetFen: Type.Integer(),
  availableFen: Type.Integer(),
  committedFen: Type.Integer({ description: 'promised and not yet paid' }),
  paidFen: Type.Integer(),
})
export type BudgetRow = Static<typeof BudgetRow>

/** Money that came into the budget or went further; below zero: went. */
export const BudgetMovement = Type.Object({
  id: Id,
  movedAt: Instant,
  amountFen: Type.Integer(),
  otherName: Type.String({ description: 'the source or the other budget' }),
  documentNo: Type.String(),
  reason: Type.String(),
  isReversed: Type.Boolean(),
  canReverse: Type.Boolean(),
})
export type BudgetMovement = Static<typeof BudgetMovement>

export const Budget = Type.Intersect([
  BudgetRow,
  Type.Object({
    movements: Type.Array(BudgetMovement),
    entries: Type.Array(
      Type.Object({
        id: Id,
        kind: Type.String(),
        recordedAt: Instant,
        availableFen: Type.Integer(),
        committedFen: Type.Integer(),
        paidFen: Type.Integer(),
      }),
    ),
    can: Type.Object({ write: Type.Boolean() }),
  }),
])
export type Budget = Static<typeof Budget>

const Name = Type.String({ minLength: 2, maxLength: 80 })
const DocumentNo = Type.String({ minLength: 2, maxLength: 60 })
const Year = Type.Integer({ minimum: 2000, maximum: 2100 })
const listed = {
  year: Type.Optional(Year),
  purpose: Type.Optional(BudgetPurpose),
  q: Searched,
  sort: sortedBy(['opened', 'name', 'year', 'total', 'paid', 'left']),
}

/** Sources of money and budgets. */
export const operations = {
  listFundSources: operation({
    method: 'GET',
    path: '/fund-sources',
    summary: 'Sources of money within scope',
    output: Type.Object({ items: Type.Array(FundSource) }),
  }),
  createFundSource: operation({
    method: 'POST',
    path: '/fund-sources',
    summary: 'Name a source of money of an organisation',
    body: Type.Object({ organisationId: Id, name: Name, payer: Payer }),
    output: Type.Object({ sourceId: Id }),
    status: 201,
  }),
  listBudgets: operation({
    method: 'GET',
    path: '/budgets',
    summary: 'Budgets within scope and what is left of them',
    query: Type.Object({ ...PageQuery, ...listed }),
    output: PageOf(BudgetRow),
  }),
  downloadBudgets: registerWorkbook(
    '/budgets/workbook',
    'Budgets and what is left of them, as a workbook',
    listed,
  ),
  getBudget: operation({
    method: 'GET',
    path: '/budgets/:budgetId',
    summary: 'One budget with every movement of its money',
    params: Type.Object({ budgetId: Id }),
    output: Budget,
  }),
  createBudget: operation({
    method: 'POST',
    path: '/budgets',
    summary: 'Open a budget, from a source or allocated from another budget',
    body: Type.Object({
      organisationId: Id,
      name: Name,
      purpose: BudgetPurpose,
      year: Year,
      sourceId: Type.Optional(Id),
      parentId: Type.Optional(Id),
      amountFen: AmountFen,
      documentNo: DocumentNo,
    }),
    output: Type.Object({ budgetId: Id }),
    status: 201,
  }),
  addToBudget: operation({
    method: 'POST',
    path: '/budgets/:budgetId/movements',
    summary: 'Put more money into a budget from where it has its money',
    params: Type.Object({ budgetId: Id }),
    body: Type.Object({ amountFen: AmountFen, documentNo: DocumentNo }),
    output: Type.Object({ movementId: Id }),
    status: 201,
  }),
  reverseBudgetMovement: operation({
    method: 'POST',
    path: '/budget-movements/:movementId/reversal',
    summary: 'Take a mistaken movement back by its opposite',
    params: Type.Object({ movementId: Id }),
    body: Type.Object({ reason: Type.String({ minLength: 4, maxLength: 300 }) }),
    output: Type.Object({ movementId: Id }),
    status: 201,
  }),
}

/** A month, `YYYY-MM`. */
export const Month = Type.String({ pattern: '^(20\\d\\d)-(0[1-9]|1[0-2])$', description: 'YYYY-MM' })
export { DateOnly }
