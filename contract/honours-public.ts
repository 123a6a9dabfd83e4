import { Type, type Static } from 'typebox'
import { Honour } from './honours.ts'
import { DateOnly, Id, Nothing, Nullable, operation } from './operation.ts'

/** An honour as everybody may read it. Withdrawn or taken back it names nobody. */
export const PublicHonour = Type.Object({
  titleZh: Type.String(),
  titleEn: Type.String(),
  organisationName: Type.String(),
  documentNo: Type.String(),
  grantedOn: DateOnly,
  expiresOn: Nullable(DateOnly),
  holder: Nullable(Type.String()),
  deed: Nullable(Type.String()),
  withdrawnOn: Nullable(DateOnly),
})
export type PublicHonour = Static<typeof PublicHonour>

export const releaseBases = ['consent', 'public_notice', 'organisation'] as const

const oneHonour = Type.Object({ honourId: Id })

/** Honours for everybody, and one’s own. */
export const operations = {
  releaseHonour: operation({
    method: 'POST',
    path: '/honours/:honourId/release',
    summary: 'Puts an honour on the public pages; of a person on their consent or after a public notice',
    params: oneHonour,
    body: Type.Object({
      basis: Type.Enum([...releaseBases]),
      documentNo: Type.String({ minLength: 1, maxLength: 100 }),
    }),
    output: Nothing,
    status: 201,
  }),
  withdrawHonourRelease: operation({
    method: 'POST',
    path: '/honours/:honourId/release/withdrawal',
    summary: 'Takes an honour off the public pages',
    params: oneHonour,
    output: Nothing,
  }),
  getPublicHonour: operation({
    method: 'GET',
    path: '/public/federations/:federationCode/public-honours/:publicId',
    summary: 'A released honour',
    params: Type.Object({ federationCode: Type.String({ maxLength: 60 }), publicId: Id }),
    output: PublicHonour,
  }),
  listOwnHonours: operation({
    method: 'GET',
    path: '/me/honours',
    summary: 'My honours, the latest first',
    output: Type.Object({ items: Type.Array(Honour) }),
  }),
  downloadOwnHonourCertificate: operation({
    method: 'GET',
    path: '/me/honours/:honourId/certificate',
    summary: 'The certificate of my honour as .docx',
    params: oneHonour,
    output: Nothing,
    file: 'download',
  }),
  downloadHonourCertificate: operation({
    method: 'GET',
    path: '/honours/:honourId/certificate',
    summary: 'The certificate of an honour as .docx',
    params: oneHonour,
    output: Nothing,
    file: 'download',
  }),
}
