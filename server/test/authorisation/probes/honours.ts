import { get, post, type Probe } from '../probe.ts'

/** Honours, and the proof of a certificate. */
export const honourProbes: Record<string, Probe> = {
  listHonourTitles: { is: 'see honours', plain: () => get('/honour-titles') },
  listHonours: {
    is: 'see honours',
    lists: () => get('/honours?limit=200'),
    organisationIdsOf: (body: { items: { organisationId: string }[] }) =>
      body.items.map((honour) => honour.organisationId),
  },
  conferHonour: {
    is: 'confer honours',
    // No rule knows the title.
    aimed: (place) =>
      post('/honours', {
        organisationId: place.organisationId,
        title: 'none',
        holderOrganisationId: place.organisationId,
        deed: '测试',
        documentNo: '1号',
        grantedOn: '2021-01-04',
      }),
  },
  revokeHonour: {
    is: 'confer honours',
    // It was taken back already.
    aimed: (place) => post(`/honours/${place.honourId}/revocation`, { reason: '测试用的理由' }),
  },
  verifyHonour: {
    is: 'sign in and out',
    plain: () => get('/public/federations/none-of-these/honours/23456789ABCDEFGH'),
  },
}
