import { get, post, type Probe } from '../probe.ts'

/** Complaints: one's own, and those one has to answer. */
export const complaintProbes: Record<string, Probe> = {
  listComplaintTargets: { is: 'see one’s own file', plain: () => get('/me/complaint-targets') },
  fileComplaint: { is: 'mend one’s own data', plain: () => post('/me/complaints') },
  listOwnComplaints: { is: 'see one’s own file', plain: () => get('/me/complaints') },
  replyToAnswer: { is: 'mend one’s own data', plain: () => post('/me/complaints/none/reply') },
  listComplaints: {
    is: 'answer complaints',
    lists: () => get('/complaints?limit=200'),
    organisationIdsOf: (body: { items: { handlerOrganisationId: string }[] }) =>
      body.items.map((each) => each.handlerOrganisationId),
  },
  getComplaint: { is: 'answer complaints', aimed: (place) => get(`/complaints/${place.complaintId}`) },
  // It was answered when the world was made: answering again is refused, and so is opening a name that is not sealed.
  answerComplaint: {
    is: 'answer complaints',
    aimed: (place) => post(`/complaints/${place.complaintId}/answer`, { text: '已经核实处理' }),
  },
  revealComplainant: {
    is: 'answer complaints',
    aimed: (place) => post(`/complaints/${place.complaintId}/identity`, { reason: '需要当面核实' }),
  },
}
