import { Type, type Static } from 'typebox'
import { DateOnly, Id, Instant, Nothing, Nullable, operation, PageOf, PageQuery } from './operation.ts'
import { oneOf } from './people-records.ts'

export const trades = [
  'manufacturing',
  'construction',
  'transport',
  'information',
  'finance',
  'health',
  'education',
  'public_service',
  'trade',
  'hospitality',
  'energy',
  'other',
] as const
export const educationLevels = ['secondary', 'vocational', 'college', 'bachelor', 'master', 'doctor'] as const
export const incomeBands = ['under_5', '5_to_10', '10_to_20', '20_to_30', 'over_30'] as const
export const houseKinds = ['own', 'with_loan', 'none'] as const
export const childrenKinds = ['none', 'with_me', 'not_with_me'] as const

const Trade = oneOf(trades)
const EducationLevel = oneOf(educationLevels)
const Income = Nullable(oneOf(incomeBands))
const House = Nullable(oneOf(houseKinds))
const Children = Nullable(oneOf(childrenKinds))
const Height = Type.Integer({ minimum: 120, maximum: 230 })
/** Six digits of the division code. */
const District = Type.String({ pattern: '^\\d{6}$' })
const Hobby = Type.String({ minLength: 1, maxLength: 12 })

/** What an introduction shows of somebody; heights in centimetres. Income, house and children only where their owner shows them. */
export const ProfileCard = Type.Object({
  ageBand: Type.String({ description: 'five years, such as 25-29' }),
  districtCode: District,
  trade: Trade,
  heightCm: Nullable(Height),
  educationLevel: Nullable(EducationLevel),
  hobbies: Type.Array(Type.String()),
  hopes: Type.String(),
  income: Income,
  house: House,
  children: Children,
})
export type ProfileCard = Static<typeof ProfileCard>

/** How far two people have come: each stage shows what the ones before it show. */
export const ShownStage = oneOf(['event', 'introduced', 'mutual', 'released'])
export type ShownStage = Static<typeof ShownStage>

/** All that one person may see of another today. Empty fields are not given, or not yet. */
export const ShownCard = Type.Object({
  stage: ShownStage,
  badge: Nullable(Type.Object({ eventId: Id, badgeNo: Type.Integer() })),
  nickname: Nullable(Type.String()),
  card: Nullable(ProfileCard),
  firstName: Nullable(Type.String()),
  photo: Type.Boolean({ description: 'whether a picture is shown' }),
  contacts: Type.Array(Type.Object({ field: oneOf(['name', 'mobile', 'wechat']), value: Type.String() })),
})
export type ShownCard = Static<typeof ShownCard>

/** Whom somebody would meet: limits both sides keep. Null: no matter. Nothing else is asked (J10). */
export const PartnerLimits = Type.Object({
  ageFrom: Nullable(Type.Integer({ minimum: 18, maximum: 99 })),
  ageTo: Nullable(Type.Integer({ minimum: 18, maximum: 99 })),
  heightFromCm: Nullable(Height),
  heightToCm: Nullable(Height),
  districtCodes: Type.Array(District, { maxItems: 40, description: 'empty: everywhere' }),
  acceptsChildren: Type.Boolean(),
})
export type PartnerLimits = Static<typeof PartnerLimits>

/** What a profile holds that others may come to see. */
const profileFields = {
  nickname: Type.String({ minLength: 2, maxLength: 12 }),
  districtCode: District,
  trade: Trade,
  heightCm: Nullable(Height),
  educationLevel: Nullable(EducationLevel),
  hobbies: Type.Array(Hobby, { maxItems: 8 }),
  hopes: Type.String({ maxLength: 200 }),
  income: Income,
  showsIncome: Type.Boolean(),
  house: House,
  showsHouse: Type.Boolean(),
  children: Children,
  showsChildren: Type.Boolean(),
  limits: PartnerLimits,
  hideFromUnit: Type.Boolean(),
  wantsSuggestions: Type.Boolean(),
  inPool: Type.Boolean(),
  photoId: Nullable(Id),
  photoFor: oneOf(['each', 'mutual']),
}
/** One's own profile, as one writes it. `photoFor`: shown to everybody it is mutual with, or released to each by itself. */
export const ProfileInput = Type.Object(profileFields)
export type ProfileInput = Static<typeof ProfileInput>

/** Why nobody sees a profile at present. */
export const HidingReason = oneOf([
  'own_wish',
  'consent_withdrawn',
  'left_union',
  'married',
  'couple',
  'inactive',
  'declaration_lapsed',
  'reported',
  'excluded',
])

export const OwnProfile = Type.Object({
  ...profileFields,
  version: Type.Integer(),
  ageBand: Type.String(),
  hiddenBecause: Type.Array(HidingReason),
  lastActiveOn: DateOnly,
})
export type OwnProfile = Static<typeof OwnProfile>

/** The steps of entering, in their order. */
export const entrySteps = ['membership', 'consent', 'declaration', 'attestation', 'profile'] as const
const EntryStep = Type.Object({
  step: oneOf(entrySteps),
  state: oneOf(['done', 'next', 'waiting', 'later', 'refused']),
})

/** How one stands: which step is next, and what is missing at each. */
export const OwnMatchmaking = Type.Object({
  steps: Type.Array(EntryStep),
  /** The code of why one may not take part today; null: one may. */
  refusal: Nullable(Type.String()),
  purpose: Type.Object({ version: Type.Integer() }),
  declaration: Nullable(Type.Object({ signedOn: DateOnly, holdsUntil: DateOnly, renewSoon: Type.Boolean() })),
  declarationMonths: Type.Integer(),
  attestation: Nullable(
    Type.Object({
      unionName: Type.String(),
      requestedAt: Instant,
      answer: Nullable(oneOf(['attested', 'not_member', 'not_employed'])),
      answeredAt: Nullable(Instant),
    }),
  ),
  unionName: Nullable(Type.String()),
  hasProfile: Type.Boolean(),
  hiddenBecause: Type.Array(HidingReason),
  districts: Type.Array(Type.Object({ code: District, zh: Type.String(), en: Type.String() })),
})
export type OwnMatchmaking = Static<typeof OwnMatchmaking>

/** A worker who asks their unit to say that they are its member and work there. Nothing else is known here, least of all a profile. */
export const AttestationRow = Type.Object({
  id: Id,
  organisationId: Id,
  unionName: Type.String(),
  name: Type.String(),
  memberSince: Nullable(DateOnly),
  employerName: Nullable(Type.String()),
  employedSince: Nullable(DateOnly),
  requestedAt: Instant,
  dueOn: DateOnly,
})
export type AttestationRow = Static<typeof AttestationRow>

/** The text of the declaration and its version: what one signs is what one read. */
export const declarationVersion = 1

const Occasion = oneOf(['case', 'pool', 'introduction', 'safety', 'meeting'])
export type ViewOccasion = Static<typeof Occasion>

/** Entering matchmaking: one's own steps, and what a unit attests. */
export const operations = {
  getOwnMatchmaking: operation({
    method: 'GET',
    path: '/me/matchmaking',
    summary: 'How one stands in matchmaking: the next step',
    output: OwnMatchmaking,
  }),
  declareSingle: operation({
    method: 'POST',
    path: '/me/matchmaking/declaration',
    summary: 'Sign or renew the declaration of being single',
    body: Type.Object({ textVersion: Type.Integer(), single: Type.Literal(true) }),
    output: Type.Object({ holdsUntil: DateOnly }),
    status: 201,
  }),
  askAttestation: operation({
    method: 'POST',
    path: '/me/matchmaking/attestation',
    summary: 'Ask one’s own union to attest that one is its member and works there',
    body: Nothing,
    output: Nothing,
    status: 201,
  }),
  createProfile: operation({
    method: 'POST',
    path: '/me/matchmaking/profile',
    summary: 'Write one’s dating profile',
    body: ProfileInput,
    output: OwnProfile,
    status: 201,
  }),
  getOwnProfile: operation({
    method: 'GET',
    path: '/me/matchmaking/profile',
    summary: 'One’s own dating profile',
    output: OwnProfile,
  }),
  updateProfile: operation({
    method: 'PUT',
    path: '/me/matchmaking/profile',
    summary: 'Change one’s dating profile',
    body: Type.Object({ version: Type.Integer(), ...profileFields }),
    output: OwnProfile,
  }),
  pauseProfile: operation({
    method: 'POST',
    path: '/me/matchmaking/profile/pause',
    summary: 'Hide one’s dating profile for a while',
    body: Nothing,
    output: Nothing,
  }),
  resumeProfile: operation({
    method: 'POST',
    path: '/me/matchmaking/profile/return',
    summary: 'Show one’s dating profile again',
    body: Nothing,
    output: Nothing,
  }),
  withdrawFromMatchmaking: operation({
    method: 'POST',
    path: '/me/matchmaking/withdrawal',
    summary: 'Leave matchmaking: the profile is deleted at once and the consent withdrawn',
    body: Nothing,
    output: Nothing,
  }),
  listOwnProfileViews: operation({
    method: 'GET',
    path: '/me/matchmaking/views',
    summary: 'Who of the staff looked at one’s profile, and on what occasion',
    output: Type.Object({
      items: Type.Array(
        Type.Object({
          id: Id,
          post: Type.String(),
          organisationName: Type.String(),
          occasion: Occasion,
          viewedAt: Instant,
        }),
      ),
    }),
  }),
  downloadOwnPhoto: operation({
    method: 'GET',
    path: '/me/matchmaking/profile/photo',
    summary: 'The picture of one’s own profile',
    output: Nothing,
    file: 'download',
  }),
  downloadSharedPhoto: operation({
    method: 'GET',
    path: '/me/matchmaking/interests/:interestId/photo',
    summary: 'The picture of the other side of a mutual interest, where it is shown',
    params: Type.Object({ interestId: Id }),
    output: Nothing,
    file: 'download',
  }),
  listAttestations: operation({
    method: 'GET',
    path: '/matchmaking/attestations',
    summary: 'Workers who ask their unit to attest membership and employment',
    query: Type.Object({ ...PageQuery }),
    output: PageOf(AttestationRow),
  }),
  attestEligibility: operation({
    method: 'POST',
    path: '/matchmaking/attestations/:attestationId/answer',
    summary: 'Attest that somebody is a member and employed, or say which of it is not so',
    params: Type.Object({ attestationId: Id }),
    body: Type.Object({ answer: oneOf(['attested', 'not_member', 'not_employed']) }),
    output: Nothing,
  }),
}
