import { get, post, type Probe } from '../probe.ts'

const organisationIdsOf = (body: { items: { organisationId: string }[] }) =>
  body.items.map((each) => each.organisationId)

/** Allocations: what stands at a place is paid and spent; the class of a new one is unknown, which is judged after the scope. */
export const allocationProbes: Record<string, Probe> = {
  listAllocations: { is: 'see funds', lists: () => get('/allocations?limit=200'), organisationIdsOf },
  downloadAllocations: { is: 'see funds', plain: () => post('/allocations/workbook', { language: 'zh' }) },
  getAllocation: { is: 'see funds', aimed: (place) => get(`/allocations/${place.allocationId}`) },
  downloadAllocation: {
    is: 'see funds',
    aimed: (place) => post(`/allocations/${place.allocationId}/workbook`, { language: 'zh' }),
  },
  createAllocation: {
    is: 'make budgets and payment lists',
    aimed: (place) =>
      post('/allocations', {
        organisationId: place.organisationId,
        budgetId: place.unionBudgetId,
        year: 2026,
        totalFen: 1,
        documentNo: '测试 2 号',
        unions: [{ unionId: place.organisationId, class: 'none of these', workers: 1 }],
      }),
  },
  planAllocation: {
    is: 'make budgets and payment lists',
    aimed: (place) => get(`/allocation-plan?organisationId=${place.organisationId}&totalFen=1`),
  },
  payAllocation: {
    is: 'pay out',
    aimed: (place) =>
      post(`/allocations/${place.allocationId}/payment`, { voucherNo: '测试 1 号', paidOn: '2020-02-01' }),
  },
  downloadUnionShares: {
    is: 'see union funds',
    plain: () => post('/allocation-shares/workbook', { language: 'zh' }),
  },
  listUnionShares: {
    is: 'see union funds',
    lists: () => get('/allocation-shares?limit=200'),
    organisationIdsOf,
  },
  getUnionShare: {
    is: 'see union funds',
    aimed: (place) => get(`/allocation-shares/${place.allocationShareId}`),
  },
  reverseAllocationSpending: {
    is: 'record what a union spends',
    aimed: (place) => post(`/allocation-spending/${place.spendingId}/reversal`, { reason: '登记错了' }),
  },
  decideAllocation: {
    is: 'check payments',
    aimed: (place) => post(`/allocations/${place.allocationId}/decision`, { outcome: 'approved' }),
  },
  recordAllocationSpending: {
    is: 'record what a union spends',
    aimed: (place) =>
      post(`/allocation-shares/${place.allocationShareId}/spending`, {
        purpose: '职工活动',
        amountFen: 2,
        onWorkersFen: 0,
        spentOn: '2020-02-01',
        voucherNo: '测试 1 号',
      }),
  },
}

/** Benefits: what stands at a place needs no decision; a new one lacks its note, which is judged after the scope. */
export const ceilingProbes: Record<string, Probe> = {
  getCeilings: { is: 'see union funds', plain: () => get('/benefit-ceilings') },
  getBenefitRoom: {
    is: 'record what a union spends',
    aimed: (place) => get(`/members/${place.memberId}/benefit-room?category=birthday&givenOn=2020-01-01`),
  },
  listBenefits: { is: 'see union funds', lists: () => get('/benefits?limit=200'), organisationIdsOf },
  getBenefit: { is: 'see union funds', aimed: (place) => get(`/benefits/${place.benefitId}`) },
  downloadBenefits: {
    is: 'see union funds',
    plain: () => post('/benefits/workbook', { language: 'zh', purpose: '年度核对' }),
  },
  recordBenefit: {
    is: 'record what a union spends',
    aimed: (place) =>
      post('/benefits', {
        personId: place.memberId,
        category: 'other',
        givenOn: '2020-01-01',
        amountFen: 1,
      }),
  },
  decideBenefit: {
    is: 'check payments',
    aimed: (place) =>
      post(`/benefits/${place.benefitId}/decision`, { outcome: 'refused', reason: '不符合规定' }),
  },
}

/** Prizes: the budget at a place is there for something else, which is judged after the scope. */
export const prizeProbes: Record<string, Probe> = {
  getPrizeTerms: { is: 'see funds', plain: () => get('/prize-terms') },
  downloadPrizeLists: { is: 'see funds', plain: () => post('/prize-lists/workbook', { language: 'zh' }) },
  listPrizeLists: { is: 'see funds', lists: () => get('/prize-lists?limit=200'), organisationIdsOf },
  givePrizes: {
    is: 'make budgets and payment lists',
    aimed: (place) =>
      post('/prize-lists', {
        budgetId: place.budgetId,
        contest: '测试比赛',
        heldOn: '2020-01-01',
        contestants: 3,
        taxCategory: 'none',
        winners: [{ personId: place.memberId, amountFen: 1 }],
      }),
  },
}

/** Dues: more than is due came in, which is judged after the scope; what stands at a place was withdrawn. */
export const duesProbes: Record<string, Probe> = {
  getDuesTerms: { is: 'see union funds', plain: () => get('/dues-terms') },
  downloadDues: { is: 'see union funds', plain: () => post('/dues/workbook', { language: 'zh' }) },
  listDues: { is: 'see union funds', lists: () => get('/dues?limit=200'), organisationIdsOf },
  recordDues: {
    is: 'record what a union spends',
    aimed: (place) =>
      post('/dues', {
        unionId: place.organisationId,
        month: '2020-01',
        wagesFen: [0],
        receivedFen: 1,
        receivedOn: '2020-02-01',
        voucherNo: '测试 1 号',
      }),
  },
  withdrawDues: {
    is: 'record what a union spends',
    aimed: (place) => post(`/dues/${place.duesId}/withdrawal`, { reason: '登记错了' }),
  },
}
