import { Type, type Static } from 'typebox'
import { DateOnly, Id, Nullable, operation } from './operation.ts'

/** One thing a federation has made public. One that was withdrawn stays listed, and says so. */
export const PublicItem = Type.Object({
  id: Id,
  titleZh: Type.String(),
  titleEn: Type.String(),
  issuer: Type.String(),
  on: DateOnly,
  withdrawnOn: Nullable(DateOnly),
})
export type PublicItem = Static<typeof PublicItem>

const Federation = Type.Object({ code: Type.String(), name: Type.String(), demo: Type.Boolean() })

/** A federation and what it has made public, by kind; a kind of which there is nothing is not named. */
export const PublicFederation = Type.Object({
  ...Federation.properties,
  sections: Type.Array(Type.Object({ kind: Type.String(), items: Type.Array(PublicItem) })),
})
export type PublicFederation = Static<typeof PublicFederation>

export const operations = {
  listPublicFederations: operation({
    method: 'GET',
    path: '/public/federations',
    summary: 'Federations that have made something public',
    output: Type.Object({ items: Type.Array(Federation) }),
  }),
  getPublicFederation: operation({
    method: 'GET',
    path: '/public/federations/:federationCode',
    summary: 'What a federation has made public',
    params: Type.Object({ federationCode: Type.String({ maxLength: 60 }) }),
    output: PublicFederation,
  }),
}
