import { Type, type Static } from 'typebox'
import { DateOnly, Id, Instant, Nullable } from './operation.ts'

/** Kinds of organisations; the first five are unions. */
export const organisationKinds = [
  'federation',
  'industrial_union',
  'street_federation',
  'union_association',
  'basic_union',
  'employer',
  'party_body',
  'department',
  'health_centre',
  'station',
  'other',
] as const
export const OrganisationKind = Type.Enum([...organisationKinds])
export type OrganisationKind = (typeof organisationKinds)[number]

/** One employer, several employers, or an organiser alone (Trade Union Law art. 11). */
export const UnionType = Type.Enum(['single', 'joint', 'organiser_only'])
/** Non-public enterprise, or social organisation. */
export const TwoNewType = Type.Enum(['new_economic', 'new_social'])
/** Ties beside `leads`: by trade, by place, Party, health. None of them gives powers or roll-up. */
export const AffiliationKind = Type.Enum(['guides', 'territory', 'party', 'health'])

const Name = Type.String({ minLength: 1, maxLength: 200 })
const Text = Type.String({ maxLength: 200 })
export const DocumentNo = Type.String({
  maxLength: 100,
  description: 'number of the document that decided it',
})
export const NamedOrganisation = Type.Object({ id: Id, name: Type.String() })
export type NamedOrganisation = Static<typeof NamedOrganisation>

/** What is written on the door and in the register. Money in fen. `sixHaves` are the six points of a venue in their fixed order. */
export const ProfileFields = {
  name: Name,
  uscc: Nullable(Type.String({ pattern: '^[0-9A-HJ-NPQRTUWXY]{18}$' })),
  divisionCode: Nullable(Type.String({ pattern: '^\\d{6}(\\d{3}(\\d{3})?)?$' })),
  street: Nullable(Text),
  address: Nullable(Text),
  postcode: Nullable(Type.String({ pattern: '^\\d{6}$' })),
  industryCode: Nullable(Type.String({ maxLength: 10 })),
  employerNature: Nullable(Type.String({ maxLength: 50 })),
  foundedOn: Nullable(DateOnly),
  foundedPrecision: Nullable(Type.Enum(['day', 'month', 'year'])),
  approvalNo: Nullable(Text),
  directPoint: Type.Boolean(),
  annualBudgetFen: Nullable(Type.Integer({ minimum: 0 })),
  sixHaves: Nullable(Type.Array(Nullable(Type.Boolean()), { minItems: 6, maxItems: 6 })),
}
export const Profile = Type.Object(ProfileFields)
export type Profile = Static<typeof Profile>

/** A row of the register: the organisation on the day asked for, with its latest reported workers and its counted members. */
export const OrganisationRow = Type.Object({
  id: Id,
  kind: OrganisationKind,
  name: Type.String(),
  uscc: Nullable(Type.String()),
  statCode: Type.String(),
  unionType: Nullable(UnionType),
  twoNewType: Nullable(TwoNewType),
  street: Nullable(
    Type.String({ description: 'street of its address, otherwise that of the street federation above it' }),
  ),
  parent: Nullable(NamedOrganisation),
  partyBody: Nullable(Type.String()),
  union: Nullable(NamedOrganisation),
  workers: Nullable(
    Type.Integer({ description: 'latest reported headcounts of the employers at or below it' }),
  ),
  members: Type.Integer({ description: 'persons with a membership at or below it, counted' }),
  directPoint: Type.Boolean(),
  chair: Nullable(Type.String()),
  termEndsBefore: Nullable(DateOnly),
  startsOn: DateOnly,
  endedOn: Nullable(DateOnly),
})
export type OrganisationRow = Static<typeof OrganisationRow>

/** A node of the tree: what stands directly below it, and what it leads in all. */
export const TreeNode = Type.Object({
  id: Id,
  kind: OrganisationKind,
  name: Type.String(),
  children: Type.Integer(),
  below: Type.Integer({ description: 'organisations it leads at any depth' }),
  members: Type.Integer(),
})
export type TreeNode = Static<typeof TreeNode>

const dated = { startsOn: DateOnly, endsBefore: Nullable(DateOnly), recordedAt: Instant }

/** One event of an organisation's life, newest first in its story. `other` is the organisation on the other side of it. */
export const StoryEntry = Type.Object({
  on: DateOnly,
  kind: Type.String({ description: 'code of the sentence, for example renamed, moved, merged_into' }),
  text: Nullable(Type.String({ description: 'name, number or period of the sentence' })),
  other: Nullable(NamedOrganisation),
  documentNo: Nullable(Type.String()),
  recordedAt: Instant,
})
export type StoryEntry = Static<typeof StoryEntry>

/** A fact that connects two organisations for some days. */
export const Link = Type.Object({
  id: Id,
  kind: Type.String(),
  other: NamedOrganisation,
  documentNo: Nullable(Type.String()),
  ...dated,
})
export type Link = Static<typeof Link>

/** A headcount as it was reported. */
export const Headcount = Type.Object({
  id: Id,
  asOf: DateOnly,
  workers: Type.Integer(),
  women: Nullable(Type.Integer()),
  migrants: Nullable(Type.Integer()),
  members: Nullable(Type.Integer()),
  womenMembers: Nullable(Type.Integer()),
  source: Type.String(),
  recordedAt: Instant,
})
export type Headcount = Static<typeof Headcount>

/** A term of the committee: it runs from the assembly that elected it. */
export const Term = Type.Object({
  id: Id,
  electedOn: DateOnly,
  termYears: Type.Integer(),
  documentNo: Nullable(Type.String()),
  ...dated,
})
export type Term = Static<typeof Term>

/** The whole story of one organisation, and what the reader may do with it. */
export const Organisation = Type.Object({
  ...OrganisationRow.properties,
  profile: Profile,
  history: Type.Array(Type.Object({ ...ProfileFields, ...dated, documentNo: Nullable(Type.String()) })),
  ancestors: Type.Array(NamedOrganisation, {
    description: 'from the top down to its parent, today or on its last day',
  }),
  childCount: Type.Integer(),
  leads: Type.Array(Link, { description: 'its parents over time' }),
  affiliations: Type.Array(Link),
  coverages: Type.Array(Link, { description: 'employers it covers, or unions that cover it' }),
  headcounts: Type.Array(Headcount),
  terms: Type.Array(Term),
  chairs: Type.Array(
    Type.Object({
      appointmentId: Id,
      post: Type.String(),
      name: Type.String(),
      startsOn: DateOnly,
      endsBefore: Nullable(DateOnly),
    }),
  ),
  ending: Nullable(
    Type.Object({
      endedOn: DateOnly,
      reason: Type.String(),
      documentNo: Nullable(Type.String()),
      recordedAt: Instant,
    }),
  ),
  story: Type.Array(StoryEntry),
  can: Type.Object({
    change: Type.Boolean(),
    close: Type.Boolean(),
    addBelow: Type.Boolean(),
    import: Type.Boolean(),
  }),
})
export type Organisation = Static<typeof Organisation>
