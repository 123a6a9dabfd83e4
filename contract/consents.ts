import { Type, type Static } from 'typebox'
import { Id, Instant, Nothing, Nullable, operation } from './operation.ts'
import { oneOf } from './people-records.ts'

const Both = Type.Object({ zh: Type.String(), en: Type.String() })
const NoticeItem = Type.String({ minLength: 2, maxLength: 2000 })

/** What workers are told before anything is collected (PIPL 17), in one language. */
export const NoticeText = Type.Object({
  controller: NoticeItem,
  contact: NoticeItem,
  purposes: NoticeItem,
  method: NoticeItem,
  kinds: NoticeItem,
  retention: NoticeItem,
  rights: NoticeItem,
})
export type NoticeText = Static<typeof NoticeText>

/** The notice in force; version 0 is the text the product brings. */
export const Notice = Type.Object({
  version: Type.Integer(),
  zh: NoticeText,
  en: NoticeText,
  publishedAt: Nullable(Instant),
})
export type Notice = Static<typeof Notice>

const purpose = {
  code: Type.String(),
  version: Type.Integer(),
  basis: oneOf(['statutory_duty', 'contract', 'consent']),
  separate: Type.Boolean({ description: 'sensitive, or given to somebody else: agreed to by itself' }),
  name: Both,
  method: Both,
  kinds: Both,
  retention: Both,
  document: Type.String(),
}

/** A purpose, and what one has said to it. `outdated`: one agreed to an earlier version; it asks anew. */
export const OwnPurpose = Type.Object({
  ...purpose,
  state: oneOf(['not_asked', 'given', 'not_given', 'withdrawn', 'outdated']),
  since: Nullable(Instant),
})
export type OwnPurpose = Static<typeof OwnPurpose>

/** A breach that touches oneself and that the federation has told people about. */
export const OwnBreach = Type.Object({
  id: Id,
  noticedAt: Instant,
  kinds: Type.Array(Type.String()),
  harm: Type.String(),
  remedy: Type.String(),
})

export const OwnPrivacy = Type.Object({
  notice: Notice,
  acknowledgedVersion: Nullable(Type.Integer()),
  purposes: Type.Array(OwnPurpose),
  breaches: Type.Array(OwnBreach),
})
export type OwnPrivacy = Static<typeof OwnPrivacy>

/** A purpose with how many persons agree and how many have withdrawn; null: fewer than the smallest group that may be shown. */
export const PurposeCount = Type.Object({
  ...purpose,
  given: Nullable(Type.Integer()),
  withdrawn: Nullable(Type.Integer()),
})
export type PurposeCount = Static<typeof PurposeCount>

export const PrivacyOverview = Type.Object({
  notice: Notice,
  standard: Type.Object({ zh: NoticeText, en: NoticeText }),
  history: Type.Array(Type.Object({ version: Type.Integer(), publishedAt: Instant, post: Type.String() })),
  acknowledged: Nullable(Type.Integer()),
  purposes: Type.Array(PurposeCount),
  smallestGroup: Type.Integer(),
})
export type PrivacyOverview = Static<typeof PrivacyOverview>

/** Notices, purposes and consents. */
export const operations = {
  getOwnPrivacy: operation({
    method: 'GET',
    path: '/me/privacy',
    summary: 'The privacy notice, the purposes, and what one has agreed to',
    output: OwnPrivacy,
  }),
  acknowledgeNotice: operation({
    method: 'POST',
    path: '/me/privacy/acknowledgement',
    summary: 'One has read the notice',
    body: Type.Object({ version: Type.Integer({ minimum: 0 }) }),
    output: Nothing,
  }),
  giveConsent: operation({
    method: 'POST',
    path: '/me/consents',
    summary: 'Agree to one purpose in its present version',
    body: Type.Object({ purpose: Type.String({ maxLength: 60 }), version: Type.Integer() }),
    output: Nothing,
    status: 201,
  }),
  withdrawConsent: operation({
    method: 'POST',
    path: '/me/consents/withdrawal',
    summary: 'Withdraw one’s agreement to one purpose, from now on',
    body: Type.Object({ purpose: Type.String({ maxLength: 60 }) }),
    output: Nothing,
  }),
  getPrivacyOverview: operation({
    method: 'GET',
    path: '/privacy',
    summary: 'The notice with its history, purposes, and how many agree',
    output: PrivacyOverview,
  }),
  publishNotice: operation({
    method: 'POST',
    path: '/privacy/notices',
    summary: 'Publish a new version of the privacy notice: everybody is shown it once more',
    body: Type.Object({ basedOn: Type.Integer({ minimum: 0 }), zh: NoticeText, en: NoticeText }),
    output: Notice,
    status: 201,
  }),
}
