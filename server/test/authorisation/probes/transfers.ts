import { get, post, type Probe } from '../probe.ts'
import type { Place } from '../world.ts'

// Both have ended: what may be tried by scope is refused by the rules afterwards.
const leaving = (place: Place, rest: string) => `/transfers/${place.transferOutId}${rest}`
const coming = (place: Place, rest: string) => `/transfers/${place.transferInId}${rest}`

/** Transfers between two unions: each acts only on what is aimed at it. */
export const transferProbes: Record<string, Probe> = {
  listTransfers: {
    is: 'see members',
    lists: () => get('/transfers?limit=200'),
    organisationIdsOf: (body: { items: { fromUnionId: string; toUnionId: string }[] }) =>
      body.items.flatMap((each) => [each.fromUnionId, each.toUnionId]),
  },
  getTransfer: { is: 'see members', aimed: (place) => get(coming(place, '')) },
  releaseTransfer: { is: 'change members', aimed: (place) => post(leaving(place, '/release')) },
  acceptTransfer: { is: 'change members', aimed: (place) => post(coming(place, '/acceptance')) },
  refuseTransfer: {
    is: 'change members',
    aimed: (place) => post(coming(place, '/refusal'), { reason: '查无此人' }),
  },
  withdrawTransfer: { is: 'change members', aimed: (place) => post(leaving(place, '/withdrawal')) },
  answerTransfers: {
    is: 'change members',
    aimed: (place) => post('/transfers/answers', { transferIds: [place.transferInId], answer: 'accept' }),
  },
  requestTransferByDocument: {
    is: 'change members',
    aimed: (place) =>
      post('/transfers/by-document', {
        toUnionId: place.organisationId,
        name: '林测试',
        documentNumber: 'none',
      }),
  },
  findUnions: { is: 'find a union by name', plain: () => get('/unions?q=nothing') },
  listOwnTransfers: { is: 'see one’s own file', plain: () => get('/me/transfers') },
  requestOwnTransfer: { is: 'ask for what is one’s own', plain: () => post('/me/transfers', {}) },
  withdrawOwnTransfer: {
    is: 'ask for what is one’s own',
    plain: () => post('/me/transfers/none/withdrawal', {}),
  },
}
