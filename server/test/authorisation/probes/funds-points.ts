import { get, post, type Probe } from '../probe.ts'

const nobodys = '00000000-0000-4000-8000-000000000000'
const scores = { organisation: 60, cadres: 60, venue: 60, contests: 60, brand: 60 }
const text = '按计划推进'
const areas = { organisation: text, cadres: text, venue: text, contests: text, brand: text }

/** Direct points: what stands at a place was refused, so that nothing can be done with it; a union is no point. */
export const pointProbes: Record<string, Probe> = {
  getDirectPointTerms: { is: 'see funds', plain: () => get('/direct-point-terms') },
  downloadDirectPoints: { is: 'see funds', plain: () => post('/direct-points/workbook', { language: 'zh' }) },
  listDirectPoints: {
    is: 'see funds',
    lists: () => get('/direct-points?limit=200'),
    organisationIdsOf: (body: { items: { organisationId: string }[] }) =>
      body.items.map((each) => each.organisationId),
  },
  getDirectPoint: { is: 'see funds', aimed: (place) => get(`/direct-points/${place.pointId}`) },
  createDirectPointGrant: {
    is: 'make budgets and payment lists',
    aimed: (place) =>
      post('/direct-points', {
        organisationId: place.organisationId,
        year: 2026,
        level: 'street',
        totalFen: 1,
        documentNo: '测试 1 号',
        shares: [{ payer: 'street_town', amountFen: 1, budgetId: nobodys }],
      }),
  },
  decideDirectPointGrant: {
    is: 'check payments',
    aimed: (place) => post(`/direct-points/${place.pointId}/decision`, { outcome: 'refused' }),
  },
  payDirectPointShare: {
    is: 'pay out',
    aimed: (place) =>
      post(`/direct-point-shares/${place.shareId}/payments`, {
        voucherNo: '测试 1 号',
        paidOn: '2026-01-01',
      }),
  },
  reverseDirectPointPayment: {
    is: 'pay out',
    aimed: (place) => post(`/direct-point-payments/${place.pointPaymentId}/reversal`, { reason: '登记错了' }),
  },
  reportDirectPoint: {
    is: 'report on direct points',
    aimed: (place) => post(`/direct-points/${place.pointId}/reports`, { areas }),
  },
  reviewDirectPointReport: {
    is: 'check payments',
    aimed: (place) =>
      post(`/direct-point-reports/${place.pointReportId}/review`, { outcome: 'accepted', scores }),
  },
  proposeDemonstrationPoint: {
    is: 'report on direct points',
    aimed: (place) => post(`/direct-points/${place.pointId}/demonstration`, { reason: '五联达标' }),
  },
  decideDemonstrationPoint: {
    is: 'check payments',
    aimed: (place) =>
      post(`/demonstration-points/${place.proposalId}/decision`, {
        outcome: 'refused',
        reason: '还不到时候',
      }),
  },
}
