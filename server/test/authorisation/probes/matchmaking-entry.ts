import { get, post, type Probe } from '../probe.ts'

const remove = (path: string) => ({ method: 'DELETE', path }) as const
const put = (path: string) => ({ method: 'PUT', path, body: {} }) as const
const own = '/me/matchmaking'
const words = '核实过的情况'

/** Entering matchmaking: one's own steps, and what a unit attests. */
export const entryProbes: Record<string, Probe> = {
  getOwnMatchmaking: { is: 'see one’s own file', plain: () => get(own) },
  declareSingle: { is: 'mend one’s own data', plain: () => post(`${own}/declaration`) },
  askAttestation: { is: 'mend one’s own data', plain: () => post(`${own}/attestation`) },
  createProfile: { is: 'mend one’s own data', plain: () => post(`${own}/profile`) },
  getOwnProfile: { is: 'see one’s own file', plain: () => get(`${own}/profile`) },
  updateProfile: { is: 'mend one’s own data', plain: () => put(`${own}/profile`) },
  pauseProfile: { is: 'mend one’s own data', plain: () => post(`${own}/profile/pause`) },
  resumeProfile: { is: 'mend one’s own data', plain: () => post(`${own}/profile/return`) },
  withdrawFromMatchmaking: { is: 'mend one’s own data', plain: () => post(`${own}/withdrawal`) },
  listOwnProfileViews: { is: 'see one’s own file', plain: () => get(`${own}/views`) },
  downloadOwnPhoto: { is: 'see one’s own file', plain: () => get(`${own}/profile/photo`) },
  downloadSharedPhoto: { is: 'see one’s own file', plain: () => get(`${own}/interests/none/photo`) },
  listAttestations: {
    is: 'attest for one’s unit',
    lists: () => get('/matchmaking/attestations?limit=200'),
    organisationIdsOf: (body: { items: { organisationId: string }[] }) =>
      body.items.map((each) => each.organisationId),
  },
  // It was answered when the world was made: a second answer is a conflict.
  attestEligibility: {
    is: 'attest for one’s unit',
    aimed: (place) => post(`/matchmaking/attestations/${place.attestationId}/answer`, { answer: 'attested' }),
  },
}

/** Blocks and reports. */
export const safetyProbes: Record<string, Probe> = {
  blockPerson: { is: 'mend one’s own data', plain: () => post(`${own}/blocks`) },
  listOwnBlocks: { is: 'see one’s own file', plain: () => get(`${own}/blocks`) },
  unblockPerson: { is: 'mend one’s own data', plain: () => remove(`${own}/blocks/none`) },
  reportPerson: { is: 'mend one’s own data', plain: () => post(`${own}/reports`) },
  listOwnReports: { is: 'see one’s own file', plain: () => get(`${own}/reports`) },
  listPersonReports: {
    is: 'handle reports of people',
    lists: () => get('/matchmaking/reports?limit=200'),
    organisationIdsOf: (body: { items: { organisationId: string }[] }) =>
      body.items.map((each) => each.organisationId),
  },
  getPersonReport: {
    is: 'handle reports of people',
    aimed: (place) => get(`/matchmaking/reports/${place.reportId}`),
  },
  downloadReportEvidence: {
    is: 'handle reports of people',
    aimed: (place) => get(`/matchmaking/reports/${place.reportId}/evidence/${place.evidenceId}`),
  },
  // It was dismissed when the world was made, and nobody was put out.
  decidePersonReport: {
    is: 'handle reports of people',
    aimed: (place) =>
      post(`/matchmaking/reports/${place.reportId}/decision`, {
        decision: 'confirmed',
        reason: words,
        answer: words,
      }),
  },
  liftExclusion: {
    is: 'handle reports of people',
    aimed: (place) => post(`/matchmaking/reports/${place.reportId}/exclusion-end`, { reason: words }),
  },
}
