import { Type, type Static } from 'typebox'
import { DateOnly, Id, Instant, Nullable } from './operation.ts'

/** One of these words. */
export const oneOf = <const T extends string>(values: readonly T[]) =>
  Type.Unsafe<T>(Type.Union(values.map((value) => Type.Literal(value))))

export const Sex = oneOf(['male', 'female'])
/** `member` has every right; `retained` keeps the membership without dues and vote (C3). */
export const MembershipKind = oneOf(['member', 'retained'])
/** Kinds of identity documents (E1–E6). A citizen number and a residence permit of Hong Kong, Macau or Taiwan have 18 digits and a check. */
export const documentKinds = [
  'citizen_id',
  'residence_permit',
  'hk_macau_permit',
  'taiwan_permit',
  'foreign_permanent_resident',
  'passport',
  'military_id',
  'other',
] as const
export const DocumentKind = oneOf(documentKinds)
export type DocumentKind = (typeof documentKinds)[number]
/** Hidden columns that may be revealed. */
export const HiddenField = oneOf(['documentNumber', 'mobile', 'cardNumber'])
export type HiddenField = Static<typeof HiddenField>
const DatePrecision = oneOf(['day', 'month', 'year'])
export const Reason = Type.String({ minLength: 2, maxLength: 200 })
const ShortText = Type.String({ maxLength: 100 })

/** Which members: an organisation and all below it (or it alone), and what narrows it down. Without an organisation: one's whole scope. */
export const memberFilter = {
  organisationId: Type.Optional(Id),
  includeSubtree: Type.Optional(Type.Boolean()),
  q: Type.Optional(Type.String({ maxLength: 60 })),
  kind: Type.Optional(MembershipKind),
  sex: Type.Optional(Sex),
  employerId: Type.Optional(Id),
}
export const MemberFilter = Type.Object(memberFilter)
export type MemberFilter = Static<typeof MemberFilter>

/** A member in a list. Document and mobile are masks. */
export const MemberRow = Type.Object({
  personId: Id,
  membershipId: Id,
  name: Type.String(),
  sex: Nullable(Sex),
  unionId: Id,
  unionName: Type.String(),
  employerId: Nullable(Id),
  employerName: Nullable(Type.String()),
  kind: MembershipKind,
  joinedOn: Nullable(DateOnly),
  joinedPrecision: Nullable(DatePrecision),
  document: Nullable(Type.String()),
  mobile: Nullable(Type.String()),
})
export type MemberRow = Static<typeof MemberRow>

const Dated = {
  id: Id,
  startsOn: DateOnly,
  endsBefore: Nullable(DateOnly),
  endReason: Nullable(Type.String()),
  recordedAt: Instant,
  /** Not null for what was believed once and corrected since. */
  supersededAt: Nullable(Instant),
}

export const EmploymentRecord = Type.Object({
  ...Dated,
  employerId: Nullable(Id),
  employerName: Nullable(Type.String()),
  platformName: Nullable(Type.String()),
  form: Nullable(Type.String()),
  status: Nullable(Type.String()),
  unionGroup: Nullable(Type.String()),
  job: Nullable(Type.String()),
})
export type EmploymentRecord = Static<typeof EmploymentRecord>

export const MembershipRecord = Type.Object({
  ...Dated,
  unionId: Id,
  unionName: Type.String(),
  kind: MembershipKind,
  joinedOn: Nullable(DateOnly),
  joinedPrecision: Nullable(DatePrecision),
})
export type MembershipRecord = Static<typeof MembershipRecord>

const CardRecord = Type.Object({ ...Dated, number: Type.String({ description: 'masked for officers' }) })
const AppointmentRecord = Type.Object({
  id: Id,
  post: Type.String(),
  organisationId: Id,
  organisationName: Type.String(),
  startsOn: DateOnly,
  endsBefore: Nullable(DateOnly),
  fullTime: Type.Boolean(),
})

const personData = {
  name: Type.String(),
  sex: Nullable(Sex),
  birthDate: Nullable(DateOnly),
  ethnicGroup: Nullable(Type.String()),
  politicalAffiliation: Nullable(Type.String()),
  educationLevel: Nullable(Type.String()),
  householdType: Nullable(Type.String()),
  migrantWorker: Nullable(Type.Boolean()),
  documentKind: Nullable(DocumentKind),
  document: Nullable(Type.String({ description: 'masked for officers' })),
  mobile: Nullable(Type.String({ description: 'masked for officers' })),
}

/** Another record of the same real person, merged into this one. */
const MergedRecord = Type.Object({
  mergeId: Id,
  personId: Id,
  name: Type.String(),
  mergedOn: DateOnly,
  reason: Type.String(),
})

/** The whole file of one person. */
export const MemberFile = Type.Object({
  personId: Id,
  ...personData,
  version: Type.Integer(),
  external: Type.Boolean({
    description: 'invited by an organisation, without employment or membership of its own',
  }),
  invitedUntil: Nullable(DateOnly),
  employments: Type.Array(EmploymentRecord),
  memberships: Type.Array(MembershipRecord),
  cards: Type.Array(CardRecord),
  appointments: Type.Array(AppointmentRecord),
  merged: Type.Array(MergedRecord),
  can: Type.Object({ change: Type.Boolean(), reveal: Type.Boolean(), merge: Type.Boolean() }),
})
export type MemberFile = Static<typeof MemberFile>

export const PersonName = Type.String({ minLength: 1, maxLength: 60 })
export const personForm = {
  sex: Type.Optional(Nullable(Sex)),
  birthDate: Type.Optional(Nullable(DateOnly)),
  ethnicGroup: Type.Optional(Nullable(ShortText)),
  politicalAffiliation: Type.Optional(Nullable(ShortText)),
  educationLevel: Type.Optional(Nullable(ShortText)),
  householdType: Type.Optional(Nullable(ShortText)),
  migrantWorker: Type.Optional(Nullable(Type.Boolean())),
  documentKind: Type.Optional(Nullable(DocumentKind)),
  documentNumber: Type.Optional(Nullable(Type.String({ maxLength: 40 }))),
  mobile: Type.Optional(Nullable(Type.String({ maxLength: 30 }))),
}

/** Where and how somebody works: an employer of the register, or a platform by name. */
export const employmentForm = {
  employerId: Type.Optional(Nullable(Id)),
  platformName: Type.Optional(Nullable(ShortText)),
  form: Type.Optional(Nullable(ShortText)),
  status: Type.Optional(Nullable(ShortText)),
  unionGroup: Type.Optional(Nullable(ShortText)),
  job: Type.Optional(Nullable(ShortText)),
}
export const NewEmployment = Type.Object({ ...employmentForm, startsOn: DateOnly })

/** Some members by their ids, or everybody a filter finds. At most 5,000. */
export const Selection = Type.Object({
  personIds: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 5000 })),
  filter: Type.Optional(MemberFilter),
})
export type Selection = Static<typeof Selection>

/** A person a change of many passed over, and the code of the sentence that says why. */
const LeftOut = Type.Object({ personId: Id, name: Type.String(), code: Type.String() })
export const MassChange = Type.Object({
  changeId: Nullable(Id),
  changed: Type.Integer(),
  proposed: Type.Integer(),
  leftOut: Type.Array(LeftOut),
  jobId: Nullable(
    Type.String({
      description: 'the job that carries it out, where so many are changed that nobody can wait',
    }),
  ),
})
export type MassChange = Static<typeof MassChange>

/** `retained` and `restored` end nothing: the membership goes on without dues and vote (C3), or becomes a full one again. */
const EndingKindNames = ['left', 'withdrawn', 'retired', 'deceased', 'retained', 'restored'] as const
export const EndingKind = oneOf(EndingKindNames)
export type EndingKind = Static<typeof EndingKind>

/** What may end together with a membership. */
export const EndsAlso = oneOf(['employments', 'appointments'])
export type EndsAlso = Static<typeof EndsAlso>

/** What a change of many would do, before it is made. */
export const MassPreview = Type.Object({
  fit: Type.Integer(),
  leftOut: Type.Array(Type.Object({ code: Type.String(), count: Type.Integer() })),
  /** Work and posts of those who fit that are open on the day. */
  employments: Type.Integer(),
  appointments: Type.Integer(),
  /** Those of the posts that the asker may end. */
  appointmentsToEnd: Type.Integer(),
  /** Members on the way to another union, whose transfer ends with it. */
  inTransit: Type.Integer(),
  background: Type.Boolean(),
})
export type MassPreview = Static<typeof MassPreview>

/** A change of many that was made, with what is needed to take it back. */
export const MassChangeRecord = Type.Object({
  id: Id,
  kind: oneOf([...EndingKindNames, 'moved', 'merged']),
  unionName: Nullable(Type.String()),
  on: DateOnly,
  persons: Type.Integer(),
  recordedAt: Instant,
  post: Nullable(Type.String()),
  organisationName: Nullable(Type.String()),
  undone: Nullable(Type.Object({ undoneAt: Instant, restored: Type.Integer(), left: Type.Integer() })),
  can: Type.Object({ undo: Type.Boolean() }),
})
export type MassChangeRecord = Static<typeof MassChangeRecord>

/** What a look is for, from a list (K6). */
export const revealPurposes = ['contact', 'identity', 'membership', 'benefit', 'complaint', 'other'] as const
export const RevealPurpose = oneOf(revealPurposes)
export type RevealPurpose = Static<typeof RevealPurpose>

/** Somebody had one's data: looked at numbers, took a list away, checked the card, joined records, printed a slip. */
const Looked = Type.Object({
  id: Id,
  kind: oneOf(['reveal', 'export', 'card_check', 'merge', 'slip']),
  lookedAt: Instant,
  purpose: Nullable(RevealPurpose),
  fields: Type.Array(HiddenField),
  reason: Type.String(),
  post: Type.String(),
  organisationName: Type.String(),
})

/** One's own file, in clear. */
export const OwnFile = Type.Object({
  personId: Id,
  ...personData,
  employments: Type.Array(EmploymentRecord),
  memberships: Type.Array(MembershipRecord),
  cards: Type.Array(CardRecord),
  looked: Type.Array(Looked),
})
export type OwnFile = Static<typeof OwnFile>

/** One's own card. `code` holds for the step of 30 seconds that ends at `codeEndsAt`; `codes` are this and the next ones for a weak network. */
export const OwnCard = Type.Object({
  name: Type.String(),
  unionName: Nullable(Type.String()),
  kind: Nullable(MembershipKind),
  joinedOn: Nullable(DateOnly),
  joinedPrecision: Nullable(DatePrecision),
  status: oneOf(['member', 'retained', 'former', 'none']),
  cardNumber: Nullable(Type.String({ description: 'masked' })),
  codes: Type.Array(Type.Object({ code: Type.String(), startsAt: Instant, endsAt: Instant })),
})
export type OwnCard = Static<typeof OwnCard>

export const CardCheck = Type.Object({
  valid: Type.Boolean(),
  reason: Nullable(oneOf(['unreadable', 'expired', 'not_member'])),
  name: Nullable(Type.String()),
  unionName: Nullable(Type.String()),
  kind: Nullable(MembershipKind),
})

/** What stands on both of two records, side by side. */
const MergeSide = Type.Object({
  personId: Id,
  ...personData,
  memberships: Type.Integer(),
  employments: Type.Integer(),
  cards: Type.Integer(),
  appointments: Type.Integer(),
  currentUnionName: Nullable(Type.String()),
  hasAccount: Type.Boolean(),
})
export const MergeComparison = Type.Object({
  kept: MergeSide,
  other: MergeSide,
  differing: Type.Array(Type.String()),
  bothMembers: Type.Boolean(),
})
export type MergeComparison = Static<typeof MergeComparison>
