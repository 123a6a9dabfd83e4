import { get, post, type Probe } from '../probe.ts'

/** Requests that somebody else decides. */
export const approvalProbes: Record<string, Probe> = {
  listApprovals: {
    is: 'decide on requests',
    lists: () => get('/approvals?limit=200&kind=correction'),
    organisationIdsOf: (body: { items: { organisationId: string }[] }) =>
      body.items.map((each) => each.organisationId),
  },
  getApproval: { is: 'decide on requests', aimed: (place) => get(`/approvals/${place.approvalId}`) },
  openApprovalAttachment: {
    is: 'decide on requests',
    aimed: (place) => get(`/approvals/${place.approvalId}/attachments/${place.attachmentId}`),
  },
  openApprovalThumbnail: {
    is: 'decide on requests',
    aimed: (place) => get(`/approvals/${place.approvalId}/attachments/${place.attachmentId}/thumbnail`),
  },
  // Without a reason a refusal is itself refused, once the scope has been judged.
  decideApproval: {
    is: 'decide on requests',
    aimed: (place) => post(`/approvals/${place.approvalId}/decision`, { decision: 'refuse' }),
  },
}
