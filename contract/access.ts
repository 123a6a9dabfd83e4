import { Type, type Static } from 'typebox'
import { Delegation } from './appointments.ts'
import { DateOnly, Id, Nothing, Nullable, operation, PageOf, PageQuery } from './operation.ts'

const PermissionName = Type.String({ maxLength: 60 })

/** One power in force and what it rests on. */
export const PowerSource = Type.Object({
  post: Type.String({ description: 'code of the post; empty for what everybody may do with their own data' }),
  organisationName: Type.String({ description: 'where the post is held' }),
  scope: Type.String({ description: 'self, unit, subtree or tenant' }),
  scopeOrganisationName: Type.String(),
  startsOn: Nullable(DateOnly),
  endsBefore: Nullable(DateOnly),
  source: Type.String({ description: 'post, delegation or person' }),
  acting: Type.Boolean(),
  document: Nullable(
    Type.String({ description: 'of a power of a post: the rule; of a delegation: its number' }),
  ),
  delegatedBy: Nullable(Type.Object({ post: Type.String(), organisationName: Type.String() })),
})
export type PowerSource = Static<typeof PowerSource>

const PostAt = Type.Object({ appointmentId: Id, post: Type.String(), organisationName: Type.String() })

/** Why one can or cannot do something somewhere, in terms a sentence can be made of. */
export const AccessExplanation = Type.Object({
  allowed: Type.Boolean(),
  reason: Type.String({ description: 'granted, no_appointment, no_function or out_of_scope' }),
  because: Type.Array(PowerSource),
  elsewhere: Type.Array(PostAt, { description: 'one’s own other appointments that have it: switch to one' }),
  ended: Type.Array(
    Type.Object({ post: Type.String(), organisationName: Type.String(), endedOn: DateOnly }),
    { description: 'one’s own appointments that had it and are over' },
  ),
  posts: Type.Array(Type.Object({ post: Type.String(), scope: Type.String() }), {
    description: 'posts the power follows from',
  }),
  appointers: Type.Array(Type.String(), { description: 'posts that give those posts' }),
  canBeDelegated: Type.Boolean(),
})
export type AccessExplanation = Static<typeof AccessExplanation>

/** One permission of a post, since when, and by which document. */
export const PostPower = Type.Object({
  permission: Type.String(),
  scope: Type.String(),
  startsOn: DateOnly,
  endsBefore: Nullable(DateOnly),
  document: Type.String(),
})

/** A token of a program, without its secret. */
export const ApiToken = Type.Object({
  id: Id,
  name: Type.String(),
  permissions: Type.Array(Type.String()),
  startsOn: DateOnly,
  endsBefore: DateOnly,
  lastUsedOn: Nullable(DateOnly),
  state: Type.Enum(['working', 'ended', 'revoked']),
})

export const operations = {
  explainAccess: operation({
    method: 'GET',
    path: '/access/explanation',
    summary: 'Why can I, or why can I not, do this here',
    query: Type.Object({ permission: PermissionName, organisationId: Type.Optional(Id) }),
    output: AccessExplanation,
  }),
  explainAccessOf: operation({
    method: 'POST',
    path: '/access/appointments/:appointmentId/explanation',
    summary: 'Why another appointment can, or cannot, do this here; recorded in the audit log',
    params: Type.Object({ appointmentId: Id }),
    body: Type.Object({ permission: PermissionName, organisationId: Type.Optional(Id) }),
    output: AccessExplanation,
  }),
  listOwnPowers: operation({
    method: 'GET',
    path: '/me/powers',
    summary: 'What the appointment in use may do, how far, until when, and by what',
    output: Type.Object({
      basis: Nullable(Type.String()),
      documentNo: Nullable(Type.String()),
      items: Type.Array(
        Type.Object({
          permission: Type.String(),
          canDelegate: Type.Boolean(),
          canTokenise: Type.Boolean(),
          ...PowerSource.properties,
        }),
      ),
    }),
  }),
  listPostPowers: operation({
    method: 'GET',
    path: '/access/posts',
    summary: 'What follows from each post, since when and by which document, and who gives it',
    output: Type.Object({
      items: Type.Array(
        Type.Object({
          post: Type.String(),
          appointers: Type.Array(Type.String()),
          powers: Type.Array(PostPower),
        }),
      ),
    }),
  }),
  listOwnDelegations: operation({
    method: 'GET',
    path: '/me/delegations',
    summary: 'Powers the appointment in use has passed on or been given',
    output: Type.Object({ given: Type.Array(Delegation), received: Type.Array(Delegation) }),
  }),
  listDelegations: operation({
    method: 'GET',
    path: '/delegations',
    summary: 'All delegations of the tenant, the newest first',
    query: Type.Object({
      state: Type.Optional(Type.Enum(['planned', 'running', 'ended'])),
      ...PageQuery,
    }),
    output: PageOf(Delegation),
  }),
  createDelegation: operation({
    method: 'POST',
    path: '/delegations',
    summary: 'Pass some of one’s own powers on, for a part of one’s scope and some time',
    body: Type.Object({
      receiverId: Id,
      permissions: Type.Array(PermissionName, { minItems: 1, maxItems: 40 }),
      organisationId: Id,
      reach: Type.Enum(['unit', 'subtree']),
      reason: Type.String({ minLength: 2, maxLength: 200 }),
      documentNo: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
      startsOn: DateOnly,
      endsBefore: DateOnly,
    }),
    output: Type.Object({ delegationId: Id }),
    status: 201,
  }),
  endDelegation: operation({
    method: 'POST',
    path: '/delegations/:delegationId/ending',
    summary: 'Take powers back from today on: by the giver or the security administrator',
    params: Type.Object({ delegationId: Id }),
    body: Type.Object({ reason: Type.String({ minLength: 2, maxLength: 200 }) }),
    output: Nothing,
  }),
  createToken: operation({
    method: 'POST',
    path: '/me/tokens',
    summary: 'Make a token for a program that works as the appointment in use; told once',
    body: Type.Object({
      name: Type.String({ minLength: 1, maxLength: 60 }),
      permissions: Type.Array(PermissionName, { minItems: 1, maxItems: 40 }),
      endsBefore: DateOnly,
    }),
    output: Type.Object({ tokenId: Id, token: Type.String() }),
    status: 201,
  }),
  listTokens: operation({
    method: 'GET',
    path: '/me/tokens',
    summary: 'Tokens of the appointment in use',
    output: Type.Object({ items: Type.Array(ApiToken) }),
  }),
  revokeToken: operation({
    method: 'POST',
    path: '/me/tokens/:tokenId/ending',
    summary: 'Revoke a token at once',
    params: Type.Object({ tokenId: Id }),
    output: Nothing,
  }),
}
