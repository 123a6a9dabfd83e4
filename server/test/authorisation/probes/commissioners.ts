import { get, post, type Probe } from '../probe.ts'

const nobody = '00000000-0000-4000-8000-000000000000'
const declaration = { relation: 'none', positions: [] }
const entry = {
  skills: ['union_work'],
  trainedHours: 0,
  training: null,
  availableFrom: '2026-01-01',
  fullTime: false,
  wishedStreetIds: [],
  wishes: null,
}
const manage = 'look after commissioners'

/** Commissioners: coverage, worklists, and one organisation; no place of the matrix is a two-new organisation, which a rule says after the scope was judged. */
export const commissionerProbes: Record<string, Probe> = {
  getCommissionerCoverage: { is: 'see commissioners', plain: () => get('/commissioners/coverage') },
  listTwoNewOrganisations: {
    is: 'see commissioners',
    aimed: (place) => get(`/commissioners/organisations?streetId=${place.organisationId}`),
  },
  downloadTwoNewOrganisations: {
    is: 'see commissioners',
    aimed: (place) =>
      post('/commissioners/organisations/workbook', { streetId: place.organisationId, language: 'zh' }),
  },
  getOrganisationStory: {
    is: 'see commissioners',
    aimed: (place) => get(`/commissioners/organisations/${place.organisationId}`),
  },
  listCommissioners: {
    is: 'see commissioners',
    aimed: (place) => get(`/commissioners/posts?streetId=${place.organisationId}`),
  },
  checkCandidacy: {
    is: manage,
    aimed: (place) =>
      post(`/commissioners/organisations/${place.organisationId}/candidacy-checks`, {
        kind: 'part_time_chair',
        declaration,
      }),
  },
  giveCommissionerPost: {
    is: manage,
    // An entry of the pool that does not end before it begins; the place is no two-new organisation.
    aimed: (place) =>
      post('/commissioners/posts', {
        talentId: place.talentId,
        organisationIds: [place.organisationId],
        kind: 'part_time_chair',
        basis: 'document',
        documentNo: '甬北工〔2026〕1号',
        startsOn: '2026-01-01',
        endsBefore: '2025-01-01',
        declaration,
      }),
  },
  endCommissionerPost: {
    is: manage,
    aimed: (place) =>
      post(`/commissioners/posts/${place.commissionerPostId}/ending`, {
        endsBefore: '2001-01-01',
        reason: 'resigned',
      }),
  },
  getHandOverList: {
    is: manage,
    aimed: (place) => get(`/commissioners/posts/${place.commissionerPostId}/hand-over`),
  },
  recordHandOverPoint: {
    is: manage,
    aimed: (place) => post(`/commissioners/posts/${place.commissionerPostId}/hand-over`, { point: 'none' }),
  },
  listPilot: { is: 'see commissioners', plain: () => get('/commissioners/pilot') },
  takePilotStep: {
    is: manage,
    plain: () =>
      post('/commissioners/pilot/steps', { appointmentId: nobody, documentNo: '甬北工〔2026〕1号' }),
  },
  listTalents: {
    is: manage,
    lists: () => get('/commissioners/talents?limit=200'),
    organisationIdsOf: (body: { items: { recommendedBy: { id: string } }[] }) =>
      body.items.map(({ recommendedBy }) => recommendedBy.id),
  },
  addTalent: {
    is: manage,
    // Who is in the pool already.
    aimed: (place) =>
      post('/commissioners/talents', {
        personId: place.talentPersonId,
        organisationId: place.organisationId,
        ...entry,
      }),
  },
  changeTalent: {
    is: manage,
    aimed: (place) => ({ method: 'PUT', path: `/commissioners/talents/${place.talentId}`, body: entry }),
  },
  endTalent: {
    is: manage,
    plain: () => post(`/commissioners/talents/${nobody}/ending`, { reason: 'mistake' }),
  },
  recordTalentSharing: {
    is: manage,
    aimed: (place) => post(`/commissioners/talents/${place.talentId}/sharing`, { agreed: false }),
  },
  listVacancyMatches: {
    is: manage,
    aimed: (place) => get(`/commissioners/organisations/${place.organisationId}/matches`),
  },
  getOwnTalent: { is: 'see one’s own file', plain: () => get('/me/talent') },
  setOwnTalentSharing: {
    is: 'mend one’s own data',
    plain: () => ({ method: 'PUT', path: '/me/talent/sharing', body: { agreed: false } }),
  },
}
