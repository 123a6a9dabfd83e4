import { Type, type Static } from 'typebox'
import { DateOnly, Id, Nullable, operation, PageOf, PageQuery } from './operation.ts'

/** Where an honour stands: in force, past its last day, or taken back. */
export const honourStates = ['held', 'expired', 'revoked'] as const

/** A title that can be conferred today. */
export const HonourTitle = Type.Object({
  code: Type.String(),
  zh: Type.String(),
  en: Type.String(),
  holder: Type.Enum(['person', 'organisation']),
  months: Type.Integer({ description: 'for so many months nobody gets the same again; 0: any time' }),
})
export type HonourTitle = Static<typeof HonourTitle>

/** An honour in the register. */
export const Honour = Type.Object({
  id: Id,
  organisationId: Id,
  organisationName: Type.String({ description: 'who conferred it' }),
  title: Type.String(),
  titleZh: Type.String(),
  titleEn: Type.String(),
  holderName: Type.String(),
  holderIsPerson: Type.Boolean(),
  deed: Type.String(),
  documentNo: Type.String(),
  grantedOn: DateOnly,
  expiresOn: Nullable(DateOnly),
  state: Type.Enum([...honourStates]),
  revokedOn: Nullable(DateOnly),
  revokedBecause: Nullable(Type.String()),
  code: Type.String({ description: 'what its certificate is checked by' }),
  isPublic: Type.Enum(['no', 'yes', 'withdrawn'], {
    description: 'whether it stands on the public pages',
  }),
})
export type Honour = Static<typeof Honour>

/** What anybody who holds a certificate is told: a name with its given part hidden, and whether the honour still stands. */
export const HonourProof = Type.Object({
  federationName: Type.String(),
  organisationName: Type.String(),
  titleZh: Type.String(),
  titleEn: Type.String(),
  holder: Type.String(),
  documentNo: Type.String(),
  grantedOn: DateOnly,
  expiresOn: Nullable(DateOnly),
  state: Type.Enum([...honourStates]),
  revokedOn: Nullable(DateOnly),
})
export type HonourProof = Static<typeof HonourProof>

export const operations = {
  listHonourTitles: operation({
    method: 'GET',
    path: '/honour-titles',
    summary: 'Titles that can be conferred today where the tenant lies',
    output: Type.Object({ items: Type.Array(HonourTitle) }),
  }),
  listHonours: operation({
    method: 'GET',
    path: '/honours',
    summary: 'Honours conferred by organisations of one’s scope, the latest first',
    query: Type.Object({
      ...PageQuery,
      honourId: Type.Optional(Id),
      q: Type.Optional(Type.String({ maxLength: 60, description: 'a part of the holder’s name' })),
      title: Type.Optional(Type.String({ maxLength: 60 })),
      state: Type.Optional(Type.Enum([...honourStates])),
    }),
    output: PageOf(Honour),
  }),
  conferHonour: operation({
    method: 'POST',
    path: '/honours',
    summary:
      'Confers a title on a person or an organisation of one’s scope; nobody honours themselves or near relatives',
    body: Type.Object({
      organisationId: Id,
      title: Type.String({ maxLength: 60 }),
      holderPersonId: Type.Optional(Nullable(Id)),
      holderOrganisationId: Type.Optional(Nullable(Id)),
      deed: Type.String({ minLength: 1, maxLength: 500 }),
      documentNo: Type.String({ minLength: 1, maxLength: 80 }),
      grantedOn: DateOnly,
      expiresOn: Type.Optional(Nullable(DateOnly)),
    }),
    output: Type.Object({ id: Id, code: Type.String() }),
    status: 201,
  }),
  revokeHonour: operation({
    method: 'POST',
    path: '/honours/:honourId/revocation',
    summary: 'Takes an honour back with a reason, and says what was paid and recovered',
    params: Type.Object({ honourId: Id }),
    body: Type.Object({
      reason: Type.String({ minLength: 1, maxLength: 300 }),
      recoveredFen: Type.Optional(Nullable(Type.Integer({ minimum: 1 }))),
    }),
    output: Type.Object({ id: Id }),
  }),
  verifyHonour: operation({
    method: 'GET',
    path: '/public/federations/:federationCode/honours/:code',
    summary: 'Whether the certificate of an honour is genuine and still stands',
    params: Type.Object({
      federationCode: Type.String({ maxLength: 60 }),
      code: Type.String({ pattern: '^[0-9A-Z]{16}$' }),
    }),
    output: HonourProof,
  }),
}
