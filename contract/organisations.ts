import { Type, type Static } from 'typebox'
import { DateOnly, Id, Instant, Nullable, PageOf, PageQuery, operation } from './operation.ts'
import {
  AffiliationKind,
  DocumentNo,
  Organisation,
  OrganisationKind,
  OrganisationRow,
  ProfileFields,
  TreeNode,
  TwoNewType,
  UnionType,
} from './organisation-shapes.ts'

/** Worklists of the register. The days of the three term lists are rule data (`union.term_reminder_days`). */
export const organisationGaps = [
  'no_union',
  'no_chair',
  'term_over',
  'term_ends_soon',
  'term_ends_later',
  'term_ends_last',
  'headcount_gap',
  'committee_due',
] as const
export const OrganisationGap = Type.Enum([...organisationGaps])
export type OrganisationGap = (typeof organisationGaps)[number]

/** By name, code, workers, members, end of term or first day; `-` before it for descending. */
export const organisationSorts = [
  'name',
  'statCode',
  'workers',
  'members',
  'termEndsBefore',
  'startsOn',
] as const
const Sort = Type.Enum(organisationSorts.flatMap((each) => [each, `-${each}`]))

/** The day the answer is for, and when it was known; without them: today, as known now. */
const Moment = {
  asOf: Type.Optional(DateOnly),
  knownAt: Type.Optional(Instant),
}
const oneOrganisation = Type.Object({ organisationId: Id })
const Done = Type.Object({ organisationId: Id, startsOn: DateOnly })
/** What a change of the tree did: how many organisations and members it concerned. */
export const TreeChange = Type.Object({
  organisationId: Id,
  startsOn: DateOnly,
  children: Type.Integer(),
  coverages: Type.Integer(),
  members: Type.Integer(),
  taskId: Nullable(Id),
})
export type TreeChange = Static<typeof TreeChange>

const changeable = Object.fromEntries(
  Object.entries(ProfileFields).map(([name, schema]) => [name, Type.Optional(schema)]),
) as { [K in keyof typeof ProfileFields]: ReturnType<typeof Type.Optional<(typeof ProfileFields)[K]>> }
const { name: _name, ...optionalProfile } = changeable
const ids = Type.Array(Id, { maxItems: 5000 })

/** Organisations: the tree, the register, and every office procedure that changes them. All are dated, in the past or in the future. */
export const operations = {
  listOrganisations: operation({
    method: 'GET',
    path: '/organisations',
    summary: 'The register, by filters and page',
    query: Type.Object({
      ...PageQuery,
      ...Moment,
      q: Type.Optional(
        Type.String({ maxLength: 100, description: 'part of the name, credit code or statistical code' }),
      ),
      kind: Type.Optional(OrganisationKind),
      twoNewType: Type.Optional(Type.Union([TwoNewType, Type.Literal('any')])),
      unionType: Type.Optional(UnionType),
      directPoint: Type.Optional(Type.Boolean()),
      parentId: Type.Optional(Id),
      includeSubtree: Type.Optional(Type.Boolean()),
      gap: Type.Optional(OrganisationGap),
      sort: Type.Optional(Sort),
    }),
    output: PageOf(OrganisationRow),
  }),
  getOrganisationTree: operation({
    method: 'GET',
    path: '/organisation-tree',
    summary: 'What an organisation leads directly; without parentId the top of one’s own scope',
    query: Type.Object({
      ...Moment,
      parentId: Type.Optional(Id),
      employers: Type.Optional(Type.Enum(['with', 'without'])),
    }),
    output: Type.Object({ items: Type.Array(TreeNode) }),
  }),
  getOrganisation: operation({
    method: 'GET',
    path: '/organisations/:organisationId',
    summary: 'One organisation and its whole story',
    params: oneOrganisation,
    query: Type.Object(Moment),
    output: Organisation,
  }),
  listOrganisationGaps: operation({
    method: 'GET',
    path: '/organisation-gaps',
    summary: 'How many organisations stand in each worklist',
    query: Type.Object({ parentId: Type.Optional(Id) }),
    output: Type.Object({
      gaps: Type.Array(
        Type.Object({ gap: OrganisationGap, count: Type.Integer(), days: Nullable(Type.Integer()) }),
      ),
    }),
  }),
  createOrganisation: operation({
    method: 'POST',
    path: '/organisations',
    summary: 'Enter a new organisation below another',
    body: Type.Object({
      ...optionalProfile,
      name: ProfileFields.name,
      kind: OrganisationKind,
      unionType: Type.Optional(UnionType),
      twoNewType: Type.Optional(TwoNewType),
      statCode: Type.Optional(Type.String({ minLength: 1, maxLength: 50 })),
      parentId: Id,
      startsOn: DateOnly,
      documentNo: Type.Optional(DocumentNo),
    }),
    output: Done,
    status: 201,
  }),
  changeOrganisation: operation({
    method: 'POST',
    path: '/organisations/:organisationId/changes',
    summary: 'Rename, or change what the register says, from a day on',
    params: oneOrganisation,
    body: Type.Object({ ...changeable, startsOn: DateOnly, documentNo: Type.Optional(DocumentNo) }),
    output: Done,
  }),
  moveOrganisation: operation({
    method: 'POST',
    path: '/organisations/:organisationId/moves',
    summary: 'Put an organisation under another from a day on',
    params: oneOrganisation,
    body: Type.Object({ parentId: Id, startsOn: DateOnly, documentNo: Type.Optional(DocumentNo) }),
    output: TreeChange,
  }),
  mergeOrganisations: operation({
    method: 'POST',
    path: '/organisation-mergers',
    summary: 'Merge organisations into one: children, coverages and memberships go on to it',
    body: Type.Object({
      predecessorIds: Type.Array(Id, { minItems: 1, maxItems: 50 }),
      successorId: Id,
      happenedOn: DateOnly,
      documentNo: Type.Optional(DocumentNo),
    }),
    output: TreeChange,
  }),
  splitOrganisation: operation({
    method: 'POST',
    path: '/organisations/:organisationId/splits',
    summary: 'A new organisation out of one, with chosen children and covered employers',
    params: oneOrganisation,
    body: Type.Object({
      name: ProfileFields.name,
      uscc: Type.Optional(ProfileFields.uscc),
      unionType: Type.Optional(UnionType),
      childIds: ids,
      employerIds: ids,
      happenedOn: DateOnly,
      documentNo: Type.Optional(DocumentNo),
    }),
    output: TreeChange,
    status: 201,
  }),
  closeOrganisation: operation({
    method: 'POST',
    path: '/organisations/:organisationId/closure',
    summary: 'Close an organisation: deletes nobody, opens the task of placing its members',
    params: oneOrganisation,
    body: Type.Object({
      endedOn: DateOnly,
      childrenTo: Type.Optional(Id),
      documentNo: Type.Optional(DocumentNo),
    }),
    output: TreeChange,
  }),
  previewTreeChange: operation({
    method: 'GET',
    path: '/organisations/:organisationId/consequences',
    summary: 'What a move, merger or closing from a day on would concern',
    params: oneOrganisation,
    query: Type.Object({ on: DateOnly }),
    output: Type.Object({
      children: Type.Integer(),
      below: Type.Integer(),
      coverages: Type.Integer(),
      members: Type.Integer({ description: 'with a membership of this very organisation' }),
      membersBelow: Type.Integer(),
    }),
  }),
  recordHeadcount: operation({
    method: 'POST',
    path: '/organisations/:organisationId/headcounts',
    summary: 'Record reported numbers of workers; with `replacesId` a correction',
    params: oneOrganisation,
    body: Type.Object({
      asOf: DateOnly,
      workers: Type.Integer({ minimum: 0, maximum: 10_000_000 }),
      women: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000 })),
      migrants: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000 })),
      members: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000 })),
      womenMembers: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000 })),
      source: Type.Optional(Type.String({ maxLength: 50 })),
      replacesId: Type.Optional(Id),
    }),
    output: Done,
    status: 201,
  }),
  recordTerm: operation({
    method: 'POST',
    path: '/organisations/:organisationId/terms',
    summary: 'Record the election of a committee and its term',
    params: oneOrganisation,
    body: Type.Object({
      electedOn: DateOnly,
      termYears: Type.Integer({ minimum: 1, maximum: 10 }),
      documentNo: Type.Optional(DocumentNo),
    }),
    output: Done,
    status: 201,
  }),
  recordCoverage: operation({
    method: 'POST',
    path: '/organisations/:organisationId/coverages',
    summary: 'A union covers an employer from a day on; with `endsBefore` until then',
    params: oneOrganisation,
    body: Type.Object({ employerId: Id, startsOn: DateOnly, endsBefore: Type.Optional(DateOnly) }),
    output: Done,
    status: 201,
  }),
  endCoverage: operation({
    method: 'POST',
    path: '/organisations/:organisationId/coverages/endings',
    summary: 'A union covers an employer no longer',
    params: oneOrganisation,
    body: Type.Object({ employerId: Id, endsBefore: DateOnly }),
    output: Done,
  }),
  recordAffiliation: operation({
    method: 'POST',
    path: '/organisations/:organisationId/affiliations',
    summary: 'A tie to another organisation: by trade, place, Party or health',
    params: oneOrganisation,
    body: Type.Object({
      parentId: Id,
      kind: AffiliationKind,
      startsOn: DateOnly,
      endsBefore: Type.Optional(DateOnly),
      documentNo: Type.Optional(DocumentNo),
    }),
    output: Done,
    status: 201,
  }),
}
