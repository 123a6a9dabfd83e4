import { get, post, type Probe } from '../probe.ts'

/** What everybody may do with their own data, and nobody with somebody else’s. */
export const ownDataProbes: Record<string, Probe> = {
  changeOwnData: {
    is: 'mend one’s own data',
    plain: () => ({ method: 'PATCH', path: '/me/file', body: {} }),
  },
  askCorrection: { is: 'mend one’s own data', plain: () => post('/me/corrections') },
  changeCorrection: {
    is: 'mend one’s own data',
    plain: () => ({ method: 'PUT', path: '/me/corrections/none', body: {} }),
  },
  listOwnRequests: { is: 'see one’s own file', plain: () => get('/me/requests') },
  withdrawOwnRequest: { is: 'mend one’s own data', plain: () => post('/me/requests/none/withdrawal') },
  getErasurePreview: { is: 'see one’s own file', plain: () => get('/me/erasure') },
  downloadOwnData: { is: 'see one’s own file', plain: () => get('/me/data?format=html') },
  askFullExport: {
    is: 'export a roster',
    aimed: ({ organisationId }) =>
      post('/members/full-exports', {
        filter: { organisationId },
        fields: ['mobile'],
        purpose: '看看看看',
        members: 0,
      }),
  },
  listFullExports: { is: 'export a roster', plain: () => get('/members/full-exports') },
  downloadFullExport: { is: 'export a roster', plain: () => post('/members/full-exports/none/taking') },
  askErasure: { is: 'mend one’s own data', plain: () => post('/me/erasure') },
}
