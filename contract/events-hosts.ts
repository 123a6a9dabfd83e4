import { Type, type Static } from 'typebox'
import { DateOnly, Id, Instant, Nothing, Nullable, operation, PageOf, PageQuery } from './operation.ts'
import { oneOf } from './people-records.ts'

/** A union that may help to balance the sexes. Members only; how many are single is nobody’s business. A count under the smallest group is null. */
export const PartnerUnion = Type.Object({
  organisationId: Id,
  name: Type.String(),
  street: Nullable(Type.String()),
  industry: Nullable(Type.String()),
  men: Nullable(Type.Integer()),
  women: Nullable(Type.Integer()),
  asked: Type.Boolean({ description: 'already a host, or asked and not answered yet' }),
})
export type PartnerUnion = Static<typeof PartnerUnion>

/** An invitation to host an event together, as the invited union sees it. */
export const HostInvitation = Type.Object({
  id: Id,
  title: Type.String(),
  summary: Type.String(),
  startsAt: Instant,
  endsAt: Instant,
  venue: Type.String(),
  invitedBy: Type.String({ description: 'the host' }),
  organisationId: Id,
  organisationName: Type.String(),
  invitedAt: Instant,
  answer: Nullable(oneOf(['accepted', 'declined'])),
})
export type HostInvitation = Static<typeof HostInvitation>

const Age = Type.Integer({ minimum: 18, maximum: 70 })

/** Hosting together: who would balance the sexes, asking, answering. */
export const operations = {
  listPartnerUnions: operation({
    method: 'GET',
    path: '/events/:eventId/partner-unions',
    summary: 'Unions whose members would balance the sexes of the host, the best first',
    params: Type.Object({ eventId: Id }),
    query: Type.Object({ ageFrom: Age, ageTo: Age }),
    output: Type.Object({
      host: Type.Object({ men: Nullable(Type.Integer()), women: Nullable(Type.Integer()) }),
      asOf: DateOnly,
      items: Type.Array(PartnerUnion),
    }),
  }),
  inviteHost: operation({
    method: 'POST',
    path: '/events/:eventId/host-invitations',
    summary: 'Ask a union to host the event together',
    params: Type.Object({ eventId: Id }),
    body: Type.Object({ organisationId: Id }),
    output: Nothing,
    status: 201,
  }),
  listHostInvitations: operation({
    method: 'GET',
    path: '/event-host-invitations',
    summary: 'Invitations to host together, to unions within scope; those without an answer first',
    query: Type.Object({ ...PageQuery }),
    output: PageOf(HostInvitation),
  }),
  answerHostInvitation: operation({
    method: 'POST',
    path: '/event-host-invitations/:invitationId/answer',
    summary: 'Accept or decline to host together',
    params: Type.Object({ invitationId: Id }),
    body: Type.Object({ answer: oneOf(['accepted', 'declined']) }),
    output: Nothing,
  }),
}
