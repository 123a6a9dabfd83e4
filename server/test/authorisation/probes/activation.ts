import { get, post, type Probe } from '../probe.ts'

const nothing = 'none-of-these'
const noTicket = 'x'.repeat(22)

/** Getting a log-in: what strangers may ask, and the lists officers keep of it. */
export const activationProbes: Record<string, Probe> = {
  getActivationWays: { is: 'sign in and out', plain: () => get('/activation/ways') },
  requestActivationCode: { is: 'sign in and out', plain: () => post('/activation/codes') },
  confirmActivationCode: {
    is: 'sign in and out',
    plain: () => post(`/activation/codes/${nothing}/tries`, { code: '000000' }),
  },
  confirmActivationSlip: {
    is: 'sign in and out',
    plain: () => post('/activation/slip-proofs', { slip: 'AAAA-AAAA-AAAA', documentTail: '000000' }),
  },
  openInvitation: {
    is: 'sign in and out',
    plain: () => post('/activation/invitation-proofs', { token: noTicket }),
  },
  completeActivation: {
    is: 'sign in and out',
    plain: () => post('/activation/completions', { ticket: noTicket, password: 'none' }),
  },
  listActivationMembers: {
    is: 'hand out activation slips',
    lists: () => get('/activation/members?limit=200'),
    organisationIdsOf: (body: { items: { unionId: string }[] }) => body.items.map((each) => each.unionId),
  },
  printActivationSlips: {
    is: 'hand out activation slips',
    aimed: (place) => post('/activation/slip-runs', { personIds: [place.memberId], expiresOn: '2000-01-01' }),
  },
  listSlipRuns: {
    is: 'hand out activation slips',
    lists: () => get('/activation/slip-runs'),
    organisationIdsOf: (body: { items: { organisationId: string }[] }) =>
      body.items.map((each) => each.organisationId),
  },
  openSlipRun: {
    is: 'hand out activation slips',
    aimed: (place) => post(`/activation/slip-runs/${place.slipRunId}/sheets`),
  },
  revokeActivationSlips: {
    is: 'hand out activation slips',
    aimed: (place) => post('/activation/slip-revocations', { personIds: [place.memberId] }),
  },
  listOfficerAccess: {
    is: 'invite officers',
    lists: () => get('/activation/officers?limit=200'),
    organisationIdsOf: (body: { items: { organisationId: string }[] }) =>
      body.items.map((each) => each.organisationId),
  },
  inviteOfficer: {
    is: 'invite officers',
    aimed: (place) =>
      post('/activation/invitations', { appointmentId: place.officerAppointmentId, channel: 'mail' }),
  },
  revokeInvitation: {
    is: 'invite officers',
    aimed: (place) => post(`/activation/invitations/${place.invitationId}/revocation`),
  },
}
