import type { InboxTask } from '#contract/inbox.ts'

/** A page a task leads to, and what the link says. */
export interface TaskPlace {
  to: string
  search: Record<string, string>
  words:
    | 'openAppointments'
    | 'openMember'
    | 'openMembers'
    | 'openImport'
    | 'openTransfers'
    | 'openRequest'
    | 'openComplaint'
    | 'openBulletins'
    | 'openAttestations'
    | 'openReport'
    | 'openEvent'
    | 'openInvitations'
    | 'compareRecords'
    | 'openAssessments'
    | 'openAssessment'
    | 'openPost'
    | 'openVenue'
    | 'openTraining'
    | 'openElection'
    | 'openElections'
}

const requestPlace = (id: string): TaskPlace => ({
  to: '/approvals',
  search: { open: id },
  words: 'openRequest',
})
const transferPlace = (handshakeId: string): TaskPlace => ({
  to: '/transfers',
  search: { handshakeId },
  words: 'openTransfers',
})
const eventPlace = (id: string): TaskPlace => ({ to: `/events/${id}`, search: {}, words: 'openEvent' })
const membersPlace = (organisationId: string): TaskPlace => ({
  to: '/members',
  search: { organisationId },
  words: 'openMembers',
})

const electionPlace = (id: string): TaskPlace => ({ to: `/ballots/${id}`, search: {}, words: 'openElection' })
const vacanciesPlace: TaskPlace = { to: '/ballots', search: {}, words: 'openElections' }
const queuePlace = (periodId: string): TaskPlace => ({
  to: `/assessments/periods/${periodId}/queue`,
  search: {},
  words: 'openAssessments',
})

/** Where tasks of a kind lead; a kind that is missing leads nowhere yet. */
const places: Record<string, (subjectId: string, params: InboxTask['params']) => TaskPlace> = {
  'appointments.check_posts': () => ({ to: '/appointments', search: {}, words: 'openAppointments' }),
  'appointments.terms_ending': () => ({
    to: '/appointments',
    search: { endingWithin: '90' },
    words: 'openAppointments',
  }),
  'approvals.correction': requestPlace,
  'approvals.erasure': requestPlace,
  'approvals.full_export': requestPlace,
  'approvals.election': requestPlace,
  'approvals.election_result': requestPlace,
  'approvals.bulletin': () => ({
    to: '/bulletins',
    search: { state: 'in_review' },
    words: 'openBulletins',
  }),
  'ballots.chair_vacant': () => vacanciesPlace,
  'ballots.chairs_vacant': () => vacanciesPlace,
  'phone_votes.to_allow': electionPlace,
  'phone_votes.key_to_make': electionPlace,
  'phone_votes.void_to_confirm': electionPlace,
  'phone_votes.voided_below': electionPlace,
  'complaints.to_answer': (id) => ({ to: '/complaints', search: { open: id }, words: 'openComplaint' }),
  'assessments.to_score': queuePlace,
  'assessments.to_score_below': queuePlace,
  'assessments.to_approve': (id) => ({
    to: `/assessments/periods/${id}`,
    search: { state: 'reviewed' },
    words: 'openAssessments',
  }),
  'assessments.to_decide_appeal': (id) => ({
    to: `/assessments/people/${id}`,
    search: {},
    words: 'openAssessment',
  }),
  'commissioners.to_hand_over': (id) => ({
    to: '/commissioners/posts',
    search: { state: 'ended', open: id },
    words: 'openPost',
  }),
  'venues.to_revisit': (id) => ({ to: `/venues/${id}`, search: {}, words: 'openVenue' }),
  'training.induction_due': () => ({ to: '/training', search: {}, words: 'openTraining' }),
  'events.to_review': eventPlace,
  'events.returned': eventPlace,
  'matchmaking.to_attest': () => ({ to: '/matchmaking/attestations', search: {}, words: 'openAttestations' }),
  'matchmaking.report_to_decide': (id) => ({
    to: '/matchmaking/reports',
    search: { open: id },
    words: 'openReport',
  }),
  'events.drafted': eventPlace,
  'events.host_invited': () => ({ to: '/events/invitations', search: {}, words: 'openInvitations' }),
  'organisations.place_memberships': membersPlace,
  'organisations.transfer_members': membersPlace,
  'approvals.lapse': requestPlace,
  'approvals.expulsion': requestPlace,
  'people.withdrawal_declared': (_id, params) => ({
    to: `/members/${String(params.personId)}`,
    search: {},
    words: 'openMember',
  }),
  'people.merge_proposed': (id, params) => ({
    to: `/members/${id}/merge`,
    search: { other: String(params.otherPersonId) },
    words: 'compareRecords',
  }),
  'people.transfer_accept_due': transferPlace,
  'people.transfer_expired': transferPlace,
  'people.transfer_refused': transferPlace,
  'people.transfer_release_due': transferPlace,
  'people.transfer_to_accept': transferPlace,
  'people.transfer_to_release': transferPlace,
  'roster.leavers_proposed': (id) => ({ to: `/imports/${id}`, search: {}, words: 'openImport' }),
  'roster.transfer_proposed': (id) => ({ to: `/members/${id}`, search: {}, words: 'openMember' }),
}

/** Where the work of a task is done: a path below the console and what stands in its address; null where nothing can be opened yet. */
export function taskPlace({
  kind,
  subjectId,
  params,
}: Pick<InboxTask, 'kind' | 'subjectId' | 'params'>): TaskPlace | null {
  return subjectId === null ? null : (places[kind]?.(subjectId, params) ?? null)
}
