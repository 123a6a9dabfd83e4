import { Type } from 'typebox'
import { DateOnly, Id, Nullable, operation } from './operation.ts'

/** Why one can or cannot do something somewhere, in terms a sentence can be made of. */
export const AccessExplanation = Type.Object({
  allowed: Type.Boolean(),
  reason: Type.String({ description: 'granted, no_appointment, no_function or out_of_scope' }),
  because: Type.Array(
    Type.Object({
      post: Type.String({
        description: 'code of the post; empty for what everybody may do with their own data',
      }),
      organisationName: Type.String({ description: 'where the post is held' }),
      scope: Type.String({ description: 'self, unit, subtree or tenant' }),
      scopeOrganisationName: Type.String(),
      endsBefore: Nullable(DateOnly),
      source: Type.String({ description: 'post, delegation or person' }),
    }),
  ),
})

export const operations = {
  explainAccess: operation({
    method: 'GET',
    path: '/access/explanation',
    summary: 'Why can I, or why can I not, do this here',
    query: Type.Object({ permission: Type.String({ maxLength: 60 }), organisationId: Type.Optional(Id) }),
    output: AccessExplanation,
  }),
}
