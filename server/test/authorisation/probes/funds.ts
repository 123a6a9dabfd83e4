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
  downloadBudgets: { is: 'see funds', plain: () => post('/budgets/workbook', { language: 'zh' }) },
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

/** Payments and stipends: nothing can be done with what stands at a place, or the input is refused once the scope has been judged. */
export const paymentProbes: Record<string, Probe> = {
  recordPayeeAccount: {
    is: 'make budgets and payment lists',
    aimed: (place) =>
      post(`/members/${place.memberId}/payee-accounts`, {
        bankName: '测试银行',
        number: '6217000012345678',
        holder: '另一个人',
      }),
  },
  listOpenClaims: { is: 'see funds', aimed: (place) => get(`/budgets/${place.budgetId}/open-claims`) },
  createPaymentBatch: {
    is: 'make budgets and payment lists',
    aimed: (place) => post(`/budgets/${place.budgetId}/payment-batches`),
  },
  downloadPaymentBatches: {
    is: 'see funds',
    plain: () => post('/payment-batches/workbook', { language: 'zh' }),
  },
  listPaymentBatches: {
    is: 'see funds',
    lists: () => get('/payment-batches?limit=200'),
    organisationIdsOf: (body: { items: { organisationId: string }[] }) =>
      body.items.map((each) => each.organisationId),
  },
  getPaymentBatch: { is: 'see funds', aimed: (place) => get(`/payment-batches/${place.batchId}`) },
  listPaymentLines: { is: 'see funds', aimed: (place) => get(`/payment-batches/${place.batchId}/lines`) },
  getPaymentPaper: {
    is: 'see funds',
    aimed: (place) => get(`/payment-batches/${place.batchId}/papers/sheet`),
  },
  downloadPaymentPaper: {
    is: 'see funds',
    aimed: (place) => get(`/payment-batches/${place.batchId}/papers/list/file`),
  },
  approvePaymentBatch: {
    is: 'check payments',
    aimed: (place) => post(`/payment-batches/${place.batchId}/check`),
  },
  sendBackPaymentBatch: {
    is: 'check payments',
    aimed: (place) => post(`/payment-batches/${place.batchId}/return-to-maker`, { reason: '金额有误' }),
  },
  exportPaymentBatch: {
    is: 'pay out',
    aimed: (place) => get(`/payment-batches/${place.batchId}/bank-list?format=csv`),
  },
  payPaymentBatch: { is: 'pay out', aimed: (place) => post(`/payment-batches/${place.batchId}/payment`) },
  importPaymentReturns: {
    is: 'pay out',
    aimed: (place) => post('/payment-returns', returnsFor(place.batchId)),
  },
  enterStipendGrade: {
    is: 'make budgets and payment lists',
    aimed: (place) =>
      post('/stipends/grades', {
        personId: place.memberId,
        grade: 'none of these',
        fromMonth: '2026-01',
        toMonth: '2026-02',
        reason: '年度考核',
      }),
  },
  listStipendGrades: {
    is: 'see funds',
    lists: () => get('/stipends/grades?limit=200'),
    organisationIdsOf: (body: { items: { organisationId: string }[] }) =>
      body.items.map((each) => each.organisationId),
  },
  decideStipendGrade: {
    is: 'check payments',
    aimed: (place) => post(`/stipends/grades/${place.gradeId}/decision`, { outcome: 'approved' }),
  },
  previewStipends: {
    is: 'see funds',
    aimed: (place) => get(`/stipends/preview?organisationId=${place.organisationId}&month=2026-01`),
  },
  runStipends: {
    is: 'make budgets and payment lists',
    aimed: (place) =>
      post('/stipends/runs', {
        organisationId: place.organisationId,
        month: '2099-01',
        budgetId: place.budgetId,
      }),
  },
  listStipendRuns: {
    is: 'see funds',
    lists: () => get('/stipends/runs?limit=200'),
    organisationIdsOf: (body: { items: { organisationId: string }[] }) =>
      body.items.map((each) => each.organisationId),
  },
  verifyStipendRun: { is: 'see funds', aimed: (place) => get(`/stipends/runs/${place.runId}/replay`) },
  explainPayment: { is: 'see funds', aimed: (place) => get(`/claims/${place.claimId}/explanation`) },
}

function returnsFor(batchId: string): FormData {
  const form = new FormData()
  form.set('batchId', batchId)
  form.set('file', new Blob(['序号,账号,金额\n1,62170000,0.01\n']), 'returns.csv')
  return form
}
