import { get, post, type Probe } from '../probe.ts'

/** Contributions: what stands at a place is paid in full, so that nothing can be done with it; a place is not both union and employer. */
export const contributionProbes: Record<string, Probe> = {
  listContributions: {
    is: 'see union funds',
    lists: () => get('/contributions?limit=200'),
    organisationIdsOf: (body: { items: { organisationId: string }[] }) =>
      body.items.map((each) => each.organisationId),
  },
  sumContributions: { is: 'see union funds', plain: () => get('/contribution-totals') },
  downloadContributions: {
    is: 'see union funds',
    plain: () => post('/contributions/workbook', { language: 'zh' }),
  },
  getContribution: { is: 'see union funds', aimed: (place) => get(`/contributions/${place.contributionId}`) },
  recordContribution: {
    is: 'make budgets and payment lists',
    aimed: (place) =>
      post('/contributions', {
        organisationId: place.organisationId,
        employerId: place.organisationId,
        month: '2026-01',
        kind: 'regular',
        way: 'through_basic',
        wageBaseFen: 100,
      }),
  },
  withdrawContribution: {
    is: 'make budgets and payment lists',
    aimed: (place) => post(`/contributions/${place.contributionId}/withdrawal`, { reason: '登记错了' }),
  },
  recordContributionMovement: {
    is: 'pay out',
    aimed: (place) =>
      post(`/contributions/${place.contributionId}/movements`, {
        kind: 'receipt',
        amountFen: 1,
        movedOn: '2020-02-01',
        voucherNo: '测试 3 号',
      }),
  },
  reverseContributionMovement: {
    is: 'pay out',
    aimed: (place) =>
      post(`/contribution-movements/${place.contributionMovementId}/reversal`, { reason: '登记错了' }),
  },
}
