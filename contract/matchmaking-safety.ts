import { Type, type Static } from 'typebox'
import { DateOnly, Id, Instant, Nothing, Nullable, operation, PageOf, PageQuery } from './operation.ts'
import { oneOf } from './people-records.ts'

/** Somebody one has met, never by an id of theirs: by number at an event, by an introduction, or by a mutual interest of one's own. */
export const PersonAbout = Type.Union([
  Type.Object({ eventId: Id, badgeNo: Type.Integer({ minimum: 1 }) }, { additionalProperties: false }),
  Type.Object({ introductionId: Id }, { additionalProperties: false }),
  Type.Object({ interestId: Id }, { additionalProperties: false }),
])
export type PersonAbout = Static<typeof PersonAbout>

export const reportKinds = ['harassment', 'false_profile', 'married', 'fraud', 'leak', 'other'] as const
const ReportKind = oneOf(reportKinds)
const ReportState = oneOf(['waiting', 'confirmed', 'dismissed'])
const Words = Type.String({ minLength: 5, maxLength: 2000 })

/** Somebody one has blocked, as they were shown when one did. */
const BlockedRow = Type.Object({
  id: Id,
  nickname: Nullable(Type.String()),
  badgeNo: Nullable(Type.Integer()),
  blockedAt: Instant,
})

/** One's own report and what became of it. */
const OwnReport = Type.Object({
  id: Id,
  kind: ReportKind,
  state: ReportState,
  reportedAt: Instant,
  dueOn: DateOnly,
  answer: Nullable(Type.String()),
})

/** A report in the list of whoever looks after safety. */
export const ReportRow = Type.Object({
  id: Id,
  organisationId: Id,
  organisationName: Type.String(),
  kind: ReportKind,
  state: ReportState,
  occasion: oneOf(['event', 'introduction', 'interest']),
  reportedAt: Instant,
  dueOn: DateOnly,
  overdue: Type.Boolean(),
})
export type ReportRow = Static<typeof ReportRow>

/** A report with everything that is needed to decide. */
export const ReportFile = Type.Object({
  id: Id,
  organisationId: Id,
  organisationName: Type.String(),
  kind: ReportKind,
  state: ReportState,
  occasion: oneOf(['event', 'introduction', 'interest']),
  reportedAt: Instant,
  dueOn: DateOnly,
  overdue: Type.Boolean(),
  text: Nullable(Type.String()),
  eventTitle: Nullable(Type.String()),
  reporterName: Type.String(),
  reportedName: Type.String(),
  reportedUnion: Nullable(Type.String()),
  /** Confirmed reports of other people about the same person, and how many put somebody out. */
  confirmedByOthers: Type.Integer(),
  confirmedToExclude: Type.Integer(),
  excluded: Type.Boolean(),
  evidence: Type.Array(Type.Object({ id: Id, kind: Type.String(), contentType: Type.String() })),
  decision: Nullable(
    Type.Object({ reason: Nullable(Type.String()), answer: Nullable(Type.String()), decidedAt: Instant }),
  ),
  can: Type.Object({ decide: Type.Boolean(), liftExclusion: Type.Boolean() }),
})
export type ReportFile = Static<typeof ReportFile>

const oneReport = Type.Object({ reportId: Id })

/** Blocking, reporting, and what is done about reports. */
export const operations = {
  blockPerson: operation({
    method: 'POST',
    path: '/me/matchmaking/blocks',
    summary: 'Hide somebody and oneself from each other for good, without telling them',
    body: Type.Object({ about: PersonAbout }),
    output: Nothing,
    status: 201,
  }),
  listOwnBlocks: operation({
    method: 'GET',
    path: '/me/matchmaking/blocks',
    summary: 'Whom one has blocked',
    output: Type.Object({ items: Type.Array(BlockedRow) }),
  }),
  unblockPerson: operation({
    method: 'DELETE',
    path: '/me/matchmaking/blocks/:blockId',
    summary: 'Take a block back',
    params: Type.Object({ blockId: Id }),
    output: Nothing,
  }),
  reportPerson: operation({
    method: 'POST',
    path: '/me/matchmaking/reports',
    summary: 'Report somebody one has met, also after one has blocked them',
    body: Type.Object({
      about: Type.Union([PersonAbout, Type.Object({ blockId: Id }, { additionalProperties: false })]),
      kind: ReportKind,
      text: Words,
      evidenceIds: Type.Optional(Type.Array(Id, { maxItems: 6 })),
    }),
    output: Type.Object({ dueOn: DateOnly }),
    status: 201,
  }),
  listOwnReports: operation({
    method: 'GET',
    path: '/me/matchmaking/reports',
    summary: 'One’s own reports and what became of them',
    output: Type.Object({ items: Type.Array(OwnReport) }),
  }),
  listPersonReports: operation({
    method: 'GET',
    path: '/matchmaking/reports',
    summary: 'Reports about persons within scope, those due first',
    query: Type.Object({ state: Type.Optional(ReportState), ...PageQuery }),
    output: PageOf(ReportRow),
  }),
  getPersonReport: operation({
    method: 'GET',
    path: '/matchmaking/reports/:reportId',
    summary: 'One report with everything said',
    params: oneReport,
    output: ReportFile,
  }),
  downloadReportEvidence: operation({
    method: 'GET',
    path: '/matchmaking/reports/:reportId/evidence/:attachmentId',
    summary: 'A file that was sent along with a report',
    params: Type.Object({ reportId: Id, attachmentId: Id }),
    output: Nothing,
    file: 'download',
  }),
  decidePersonReport: operation({
    method: 'POST',
    path: '/matchmaking/reports/:reportId/decision',
    summary: 'Confirm or dismiss a report, with a reason and an answer to whoever reported',
    params: oneReport,
    body: Type.Object({ decision: oneOf(['confirmed', 'dismissed']), reason: Words, answer: Words }),
    output: ReportFile,
  }),
  liftExclusion: operation({
    method: 'POST',
    path: '/matchmaking/reports/:reportId/exclusion-end',
    summary: 'Let somebody take part again who was put out',
    params: oneReport,
    body: Type.Object({ reason: Words }),
    output: ReportFile,
  }),
}
