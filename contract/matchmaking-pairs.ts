import { Type, type Static } from 'typebox'
import { Id, Instant, Nullable, operation } from './operation.ts'

/** Somebody who chose one, and whom one chose. */
export const OwnMatch = Type.Object({
  interestId: Id,
  eventTitle: Nullable(Type.String({ description: 'where it was; null: an introduction' })),
  since: Instant,
  nickname: Type.String(),
})
export type OwnMatch = Static<typeof OwnMatch>

/** Pairs: whom one has found, contacts, couples. */
export const operations = {
  listOwnMatches: operation({
    method: 'GET',
    path: '/me/matches',
    summary: 'Everybody who chose one and whom one chose',
    output: Type.Object({ items: Type.Array(OwnMatch) }),
  }),
}
