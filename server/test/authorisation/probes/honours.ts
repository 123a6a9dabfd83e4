import { get, post, type Probe } from '../probe.ts'

const nobody = '00000000-0000-4000-8000-000000000000'

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
  releaseHonour: {
    is: 'confer honours',
    // It was taken back already.
    aimed: (place) =>
      post(`/honours/${place.honourId}/release`, { basis: 'organisation', documentNo: '1号' }),
  },
  withdrawHonourRelease: {
    is: 'confer honours',
    // It is on no public page.
    aimed: (place) => post(`/honours/${place.honourId}/release/withdrawal`),
  },
  listOwnHonours: { is: 'see one’s own file', plain: () => get('/me/honours') },
  downloadOwnHonourCertificate: {
    is: 'see one’s own file',
    plain: () => get(`/me/honours/${nobody}/certificate`),
  },
  // One that was taken back has no certificate any more.
  downloadHonourCertificate: {
    is: 'see honours',
    aimed: (place) => get(`/honours/${place.honourId}/certificate`),
  },
  getPublicHonour: {
    is: 'sign in and out',
    plain: () => get(`/public/federations/none-of-these/public-honours/${nobody}`),
  },
  verifyHonour: {
    is: 'sign in and out',
    plain: () => get('/public/federations/none-of-these/honours/23456789ABCDEFGH'),
  },
}
