import { Type, type Static } from 'typebox'
import { DateOnly, Id, Nothing, Nullable, operation, PageOf, PageQuery } from './operation.ts'
import { DocumentKind, MassChange, oneOf, Reason } from './people-records.ts'

/** Why two records may be one person. */
export const DuplicateReason = oneOf(['name_and_birth', 'mobile', 'card', 'document'])
export type DuplicateReason = Static<typeof DuplicateReason>

const DuplicateSide = Type.Object({
  personId: Id,
  name: Type.String(),
  birthDate: Nullable(DateOnly),
  documentKind: Nullable(DocumentKind),
  document: Nullable(Type.String({ description: 'masked' })),
  mobile: Nullable(Type.String({ description: 'masked' })),
  unionName: Nullable(Type.String()),
  member: Type.Boolean(),
})
export type DuplicateSide = Static<typeof DuplicateSide>

/** Two records suspected to be one person. `other` is null where it lies outside one’s scope: then the union above both decides. */
export const Duplicate = Type.Object({
  kept: DuplicateSide,
  other: Nullable(DuplicateSide),
  reasons: Type.Array(DuplicateReason),
  proposed: Type.Boolean(),
})
export type Duplicate = Static<typeof Duplicate>

const Pair = Type.Object({ personId: Id, otherPersonId: Id })
const Pairs = Type.Array(Pair, { minItems: 1, maxItems: 200 })

/** Records that may be one person, merged one by one or many at once. */
export const operations = {
  listDuplicates: operation({
    method: 'GET',
    path: '/duplicates',
    summary: 'Records within scope that may be one person: same name and birth, mobile, card or document',
    query: Type.Object({ reason: Type.Optional(DuplicateReason), ...PageQuery }),
    output: PageOf(Duplicate),
  }),
  previewMerges: operation({
    method: 'POST',
    path: '/duplicates/preview',
    summary: 'What merging these pairs would do',
    body: Type.Object({ pairs: Pairs }),
    output: Type.Object({
      fit: Type.Integer(),
      leftOut: Type.Array(Type.Object({ code: Type.String(), count: Type.Integer() })),
      bothMembers: Type.Integer(),
      twoAccounts: Type.Integer(),
      appointments: Type.Integer(),
    }),
  }),
  mergeMany: operation({
    method: 'POST',
    path: '/duplicates/merges',
    summary: 'Read many pairs of records as one person each; can be undone as a whole',
    body: Type.Object({ pairs: Pairs, reason: Reason }),
    output: MassChange,
  }),
  keepApart: operation({
    method: 'POST',
    path: '/duplicates/distinctions',
    summary: 'Two records are two persons and are not asked about again',
    body: Pair,
    output: Nothing,
  }),
  proposeMerge: operation({
    method: 'POST',
    path: '/duplicates/proposals',
    summary: 'Ask whoever answers for both unions to look at a record and its duplicate outside one’s scope',
    body: Type.Object({ personId: Id }),
    output: Type.Object({ proposed: Type.Integer() }),
  }),
}
