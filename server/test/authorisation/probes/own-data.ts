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
  askErasure: { is: 'mend one’s own data', plain: () => post('/me/erasure') },
}
