import { Type, type Static } from 'typebox'
import { ShownCard } from './matchmaking-entry.ts'
import { DateOnly, Id, Instant, Nothing, Nullable, operation } from './operation.ts'
import { oneOf } from './people-records.ts'

/** What one may let the other of a pair see, each by itself. */
export const contactFields = ['name', 'mobile', 'wechat', 'photo'] as const
export const ContactField = oneOf(contactFields)
export type ContactField = Static<typeof ContactField>

/**
 * How a pair stands for one of the two. `confirmed`: oneself has said that it is a couple; what the other has said is not told before both
 * have. `ended`: it was a couple once.
 */
export const CoupleState = oneOf(['none', 'confirmed', 'couple', 'ended'])
export type CoupleState = Static<typeof CoupleState>

/** Somebody who said yes to one, and to whom one said yes. `eventTitle` is null after an introduction. */
export const OwnMatch = Type.Object({
  interestId: Id,
  eventTitle: Nullable(Type.String()),
  since: Instant,
  card: ShownCard,
  released: Type.Array(ContactField, { description: 'what one lets the other see' }),
  hasMobile: Type.Boolean(),
  ownWechat: Nullable(Type.String({ description: 'as it was released to this one' })),
  couple: CoupleState,
  coupleSince: Nullable(Instant),
  can: Type.Object({ confirm: Type.Boolean(), end: Type.Boolean() }),
})
export type OwnMatch = Static<typeof OwnMatch>

const ofInterest = Type.Object({ interestId: Id })

/** Pairs: whom one has found, contacts, couples. */
export const operations = {
  listOwnMatches: operation({
    method: 'GET',
    path: '/me/matches',
    summary: 'Everybody who chose one and whom one chose',
    output: Type.Object({ items: Type.Array(OwnMatch) }),
  }),
  releaseContact: operation({
    method: 'PUT',
    path: '/me/matches/:interestId/contacts',
    summary: 'What the other of a pair may see of one; what is left out is taken back',
    params: ofInterest,
    body: Type.Object({
      fields: Type.Array(ContactField, { maxItems: 4 }),
      wechat: Nullable(Type.String({ minLength: 1, maxLength: 60 })),
    }),
    output: OwnMatch,
  }),
  confirmCouple: operation({
    method: 'POST',
    path: '/me/matches/:interestId/couple',
    summary: 'Say that the two are a couple: it counts once both have said so',
    params: ofInterest,
    body: Nothing,
    output: OwnMatch,
  }),
  recordOutcome: operation({
    method: 'POST',
    path: '/me/matches/:interestId/outcomes',
    summary: 'What became of a pair: in contact, dating, married, ended',
    params: ofInterest,
    body: Type.Object({
      outcome: oneOf(['contact', 'dating', 'married', 'ended']),
      happenedOn: Nullable(DateOnly),
    }),
    output: Nothing,
  }),
}
