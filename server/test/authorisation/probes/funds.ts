import { get, post, type Probe } from '../probe.ts'

const nobodys = '00000000-0000-4000-8000-000000000000'

/** Money: sources, budgets, what moves between them. */
export const fundProbes: Record<string, Probe> = {
  listFundSources: {
    is: 'see funds',
    lists: () => get('/fund-sources'),
    organisationIdsOf: (body: { items: { organisationId: string }[] }) =>
      body.items.map((each) => each.organisationId),
  },
  listBudgets: {
    is: 'see funds',
    lists: () => get('/budgets?limit=200'),
    organisationIdsOf: (body: { items: { organisationId: string }[] }) =>
      body.items.map((each) => each.organisationId),
  },
  getBudget: { is: 'see funds', aimed: (place) => get(`/budgets/${place.budgetId}`) },
  // The name is taken there: refused once the scope has been judged.
  createFundSource: {
    is: 'make budgets and payment lists',
    aimed: (place) =>
      post('/fund-sources', {
        organisationId: place.organisationId,
        name: '测试资金',
        payer: 'district_finance',
      }),
  },
  // From two places at once.
  createBudget: {
    is: 'make budgets and payment lists',
    aimed: (place) =>
      post('/budgets', {
        organisationId: place.organisationId,
        name: '专项补贴',
        purpose: 'stipend',
        year: 2026,
        sourceId: nobodys,
        parentId: nobodys,
        amountFen: 1,
        documentNo: '测试 1 号',
      }),
  },
  addToBudget: {
    is: 'make budgets and payment lists',
    aimed: (place) => post(`/budgets/${place.budgetId}/movements`, { amountFen: 1, documentNo: '测试 1 号' }),
  },
  reverseBudgetMovement: {
    is: 'make budgets and payment lists',
    aimed: (place) => post(`/budget-movements/${place.movementId}/reversal`, { reason: '拨错了预算' }),
  },
}
