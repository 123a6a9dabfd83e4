import { get, post, type Probe } from '../probe.ts'

const nobodys = '00000000-0000-4000-8000-000000000000'

/** Bulletins: every one of the test world was released and withdrawn, so that whoever asks for figures may read it and nobody can change it. */
export const bulletinProbes: Record<string, Probe> = {
  listBulletinTemplates: { is: 'ask for figures', plain: () => get('/bulletin-templates') },
  // A template that does not exist is refused once the scope has been judged.
  renderBulletin: {
    is: 'ask for figures',
    aimed: (place) => post('/bulletins/render', { template: 'none', organisationId: place.organisationId }),
  },
  listBulletins: {
    is: 'ask for figures',
    lists: () => get('/bulletins?limit=200'),
    organisationIdsOf: (body: { items: { organisationId: string }[] }) =>
      body.items.map((each) => each.organisationId),
  },
  getBulletin: { is: 'ask for figures', aimed: (place) => get(`/bulletins/${place.bulletinId}`) },
  downloadBulletin: {
    is: 'ask for figures',
    aimed: (place) => get(`/bulletins/${place.bulletinId}/document`),
  },
  createBulletin: {
    is: 'write bulletins',
    aimed: (place) => post('/bulletins', { template: 'none', organisationId: place.organisationId }),
  },
  updateBulletin: {
    is: 'write bulletins',
    aimed: (place) => ({
      method: 'PUT',
      path: `/bulletins/${place.bulletinId}`,
      body: { version: 1, textZh: '# 题', textEn: '# T', asOf: null },
    }),
  },
  submitBulletin: {
    is: 'write bulletins',
    aimed: (place) => post(`/bulletins/${place.bulletinId}/submission`),
  },
  withdrawBulletin: {
    is: 'release bulletins',
    aimed: (place) => post(`/bulletins/${place.bulletinId}/withdrawal`, { reason: '数据有误' }),
  },
  listPublicFederations: { is: 'sign in and out', plain: () => get('/public/federations') },
  getPublicFederation: { is: 'sign in and out', plain: () => get('/public/federations/none-of-these') },
  getPublicBulletin: {
    is: 'sign in and out',
    plain: () => get(`/public/federations/none-of-these/bulletins/${nobodys}`),
  },
}
