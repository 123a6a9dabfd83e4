import { Type, type Static } from 'typebox'
import { RuleSource } from './rule-source.ts'
import { EngineRecords } from './commissioners-story.ts'
import { DateOnly, Id, Nothing, Nullable, operation, PageOf, PageQuery } from './operation.ts'
import { NamedOrganisation, TwoNewType } from './organisation-shapes.ts'

/** What a two-new organisation lacks or will lack soon. The list of the screens, in this order; an engine that finds another gap adds its name here. */
export const commissionerGaps = [
  'no_party_body',
  'no_union',
  'no_chair',
  'no_commissioner',
  'term_ending',
  'post_ending',
  'stipend_unpaid',
  'venue_below',
] as const
export const CommissionerGap = Type.Enum([...commissionerGaps])
export type CommissionerGap = (typeof commissionerGaps)[number]

/** How a person serves as commissioner: chair besides other work 兼职工会主席, or with nothing else to do 专职党务专员. */
export const commissionerKinds = ['part_time_chair', 'party_affairs_officer'] as const
export const CommissionerKind = Type.Enum([...commissionerKinds])
export type CommissionerKind = (typeof commissionerKinds)[number]

const counts = {
  twoNew: Type.Integer(),
  workers: Type.Integer(),
  due: Type.Integer({ description: 'must have a commissioner by the rule' }),
  covered: Type.Integer({ description: 'of those due, with a commissioner' }),
  voluntary: Type.Integer({ description: 'with a commissioner and not due' }),
  gaps: Type.Array(Type.Object({ gap: CommissionerGap, count: Type.Integer() })),
}

/** Coverage of one street; null: organisations outside every street. */
export const StreetCoverage = Type.Object({ street: Nullable(NamedOrganisation), ...counts })
export type StreetCoverage = Static<typeof StreetCoverage>

/** A two-new organisation as the worklists show it. Chair and term are those of the union that covers it. */
export const TwoNewOrganisation = Type.Object({
  id: Id,
  name: Type.String(),
  type: TwoNewType,
  street: Nullable(NamedOrganisation),
  workers: Nullable(Type.Integer()),
  partyBody: Nullable(Type.String()),
  union: Nullable(Type.String()),
  hasChair: Type.Boolean(),
  termEndsBefore: Nullable(DateOnly),
  commissioners: Type.Integer(),
  due: Type.Boolean(),
  gaps: Type.Array(CommissionerGap),
})
export type TwoNewOrganisation = Static<typeof TwoNewOrganisation>

/** Why an organisation must have a commissioner, or why not: one line for each condition of the rule. */
export const DueReason = Type.Object({
  reason: Type.Enum(['type', 'workers', 'party_body']),
  holds: Type.Boolean(),
  rule: RuleSource,
})
export type DueReason = Static<typeof DueReason>

/** Somebody's post as commissioner, as the story of an organisation tells it. */
export const StoryPost = Type.Object({
  appointmentId: Id,
  name: Type.String(),
  kind: CommissionerKind,
  basis: Type.String(),
  documentNo: Nullable(Type.String()),
  startsOn: DateOnly,
  endsBefore: Nullable(DateOnly),
  endReason: Nullable(Type.String()),
})
export type StoryPost = Static<typeof StoryPost>

/** What happened on a day: `text` is a number, a period or a name, by the code of the sentence. */
export const StoryLine = Type.Object({
  on: DateOnly,
  code: Type.String(),
  text: Nullable(Type.String()),
})
export type StoryLine = Static<typeof StoryLine>

/** One organisation on one screen: what it is, what it lacks and what happened. */
export const OrganisationStory = Type.Object({
  ...TwoNewOrganisation.properties,
  unionId: Nullable(Id),
  reasons: Type.Array(DueReason),
  directPoint: Type.Boolean(),
  chair: Nullable(Type.String()),
  posts: Type.Array(StoryPost),
  story: Type.Array(StoryLine),
  records: EngineRecords,
  can: Type.Object({ appoint: Type.Boolean(), change: Type.Boolean() }),
})
export type OrganisationStory = Static<typeof OrganisationStory>

const listed = {
  gap: Type.Optional(CommissionerGap),
  streetId: Type.Optional(Id),
  due: Type.Optional(Type.Boolean({ description: 'only those that must have a commissioner' })),
  q: Type.Optional(Type.String({ maxLength: 100, description: 'part of the name' })),
  asOf: Type.Optional(DateOnly),
  sort: Type.Optional(
    Type.Enum(['name', '-name', 'workers', '-workers', 'termEndsBefore', '-termEndsBefore']),
  ),
}

/** Who must have a commissioner and who has one. */
export const operations = {
  getCommissionerCoverage: operation({
    method: 'GET',
    path: '/commissioners/coverage',
    summary:
      'Coverage against those who must have a commissioner, by street, as of a date; with what is missing',
    query: Type.Object({ asOf: Type.Optional(DateOnly) }),
    output: Type.Object({
      asOf: DateOnly,
      total: Type.Object(counts),
      streets: Type.Array(StreetCoverage),
      rules: Type.Array(RuleSource),
    }),
  }),
  listTwoNewOrganisations: operation({
    method: 'GET',
    path: '/commissioners/organisations',
    summary: 'Two-new organisations by gap and street: the worklists',
    query: Type.Object({ ...listed, ...PageQuery }),
    output: PageOf(TwoNewOrganisation),
  }),
  downloadTwoNewOrganisations: operation({
    method: 'POST',
    path: '/commissioners/organisations/workbook',
    summary: 'A worklist as a workbook',
    body: Type.Object({ ...listed, language: Type.Union([Type.Literal('zh'), Type.Literal('en')]) }),
    output: Nothing,
    file: 'download',
    load: 'export',
  }),
  getOrganisationStory: operation({
    method: 'GET',
    path: '/commissioners/organisations/:organisationId',
    summary: 'One two-new organisation with its whole story and what is missing',
    params: Type.Object({ organisationId: Id }),
    output: OrganisationStory,
  }),
}
