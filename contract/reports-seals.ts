import { Type, type Static } from 'typebox'
import { DateOnly, Id, Instant, Nullable, operation, PageOf, PageQuery } from './operation.ts'

/** A figure to be sealed: its question. Known at the moment of sealing, of course. */
export const FigureToSeal = Type.Object({
  measure: Type.String({ maxLength: 60 }),
  organisationId: Type.Optional(Id),
  asOf: Type.Optional(DateOnly),
  from: Type.Optional(DateOnly),
  to: Type.Optional(DateOnly),
  by: Type.Optional(Type.String({ maxLength: 30 })),
})
export type FigureToSeal = Static<typeof FigureToSeal>

/** `current`: no correction stands beside it; `corrected`: a newer version does. */
export const SealState = Type.Enum(['current', 'corrected'])

const sealed = {
  id: Id,
  number: Type.Integer({ description: 'its place in the chain of seals' }),
  title: Type.String(),
  organisationId: Id,
  organisationName: Type.String(),
  version: Type.Integer(),
  state: SealState,
  sealedAt: Instant,
  knownAt: Instant,
  figureCount: Type.Integer(),
}

/** A sealed report in a list. */
export const SealedReportRow = Type.Object(sealed)
export type SealedReportRow = Static<typeof SealedReportRow>

const SealedGroup = Type.Object({
  key: Type.String(),
  label: Type.String(),
  value: Nullable(Type.Integer()),
})

/** A figure as it was sealed. Values are null for whoever may not open figures there. */
export const SealedFigure = Type.Object({
  number: Type.Integer(),
  measure: Type.String(),
  zh: Type.String({ description: 'what it was called when it was sealed' }),
  en: Type.String(),
  unit: Type.String(),
  definitionZh: Type.String(),
  definitionEn: Type.String(),
  organisationId: Id,
  organisationName: Type.String(),
  asOf: DateOnly,
  from: Nullable(DateOnly),
  to: Nullable(DateOnly),
  by: Nullable(Type.String()),
  total: Nullable(Type.Integer()),
  groups: Nullable(Type.Array(SealedGroup)),
  rows: Nullable(Type.Integer({ description: 'how many rows stand behind it' })),
  mayOpen: Type.Boolean(),
})
export type SealedFigure = Static<typeof SealedFigure>

const Version = Type.Object({ id: Id, version: Type.Integer(), number: Type.Integer(), sealedAt: Instant })

/** A sealed report: its figures, the versions beside it, and its place in the chain. */
export const SealedReport = Type.Object({
  ...sealed,
  sealedBy: Id,
  sealedByName: Type.String({ description: 'the post it was sealed from' }),
  hash: Type.String({ description: 'SHA-256 of the seal, in hex; the audit log has it too' }),
  previousHash: Type.String(),
  code: Type.String({ description: 'the first 24 hex digits of the hash, for paper' }),
  figures: Type.Array(SealedFigure),
  versions: Type.Array(Version),
  can: Type.Object({ correct: Type.Boolean() }),
})
export type SealedReport = Static<typeof SealedReport>

/** What a verification can find. What is not `grave` explains itself: the product's definition was renewed, the law erased a row. */
export const FindingCode = Type.Enum([
  'text_changed',
  'figure_changed',
  'rows_changed',
  'value_differs',
  'groups_differ',
  'definition_tampered',
  'definition_changed',
  'measure_gone',
  'row_missing',
  'row_added',
  'row_changed',
  'row_erased',
  'seal_missing',
  'seal_changed',
  'seal_not_in_log',
])
export type FindingCode = Static<typeof FindingCode>

/** One thing that differs. */
export const Finding = Type.Object({
  code: FindingCode,
  grave: Type.Boolean(),
  figure: Nullable(Type.Integer()),
  measure: Nullable(Type.String()),
  part: Nullable(
    Type.String({ description: 'of a definition or a row: what of it differs; of a chain: the seal' }),
  ),
  rowId: Nullable(Id),
  sealed: Nullable(Type.String()),
  found: Nullable(Type.String()),
})
export type Finding = Static<typeof Finding>

/** What was checked, and what differs. */
export const SealVerification = Type.Object({
  reportId: Id,
  verifiedAt: Instant,
  intact: Type.Boolean({ description: 'nothing grave was found' }),
  seals: Type.Integer({ description: 'links of the chain that were checked' }),
  figures: Type.Array(
    Type.Object({
      number: Type.Integer(),
      measure: Type.String(),
      intact: Type.Boolean(),
      rows: Nullable(Type.Integer()),
      erased: Nullable(Type.Integer({ description: 'rows of people whose data the law erased since' })),
      differences: Type.Integer({ description: 'how many rows differ; the first hundred are named' }),
    }),
  ),
  findings: Type.Array(Finding),
})
export type SealVerification = Static<typeof SealVerification>

/** One row as it was sealed; its name only where it may be seen today and is still there. */
export const SealedRow = Type.Object({
  id: Id,
  kind: Nullable(Type.String()),
  label: Nullable(Type.String()),
  detail: Type.String(),
  organisationName: Type.String({ description: 'where it counted, as it was called then' }),
  value: Type.Integer(),
  occurredOn: Nullable(DateOnly),
  state: Type.Enum(['there', 'elsewhere', 'gone'], {
    description: 'elsewhere: out of one’s scope today; gone: erased, or removed behind the back',
  }),
})
export type SealedRow = Static<typeof SealedRow>

const report = Type.Object({ reportId: Id })

export const operations = {
  sealReport: operation({
    method: 'POST',
    path: '/sealed-reports',
    summary: 'Seals one or many figures as they are now, or as a new version beside an earlier report',
    body: Type.Object({
      title: Type.String({ minLength: 1, maxLength: 120 }),
      organisationId: Type.Optional(Id),
      correctsId: Type.Optional(Id),
      figures: Type.Array(FigureToSeal, { minItems: 1, maxItems: 200 }),
    }),
    output: SealedReport,
    status: 201,
  }),
  listSealedReports: operation({
    method: 'GET',
    path: '/sealed-reports',
    summary: 'Sealed reports of one’s scope, the newest first',
    query: Type.Object({
      ...PageQuery,
      q: Type.Optional(Type.String({ maxLength: 60 })),
      state: Type.Optional(SealState),
      organisationId: Type.Optional(Id),
    }),
    output: PageOf(SealedReportRow),
  }),
  getSealedReport: operation({
    method: 'GET',
    path: '/sealed-reports/:reportId',
    summary: 'One sealed report with its figures as they were',
    params: report,
    output: SealedReport,
  }),
  openSealedFigure: operation({
    method: 'GET',
    path: '/sealed-reports/:reportId/figures/:figure/rows',
    summary: 'The rows behind a sealed figure as they were sealed',
    params: Type.Object({ reportId: Id, figure: Type.Integer({ minimum: 1, maximum: 200 }) }),
    query: Type.Object(PageQuery),
    output: PageOf(SealedRow),
  }),
  verifySeal: operation({
    method: 'GET',
    path: '/sealed-reports/:reportId/verification',
    summary:
      'Recomputes a sealed report: its text and chain, its definitions, the rows as known at the sealing',
    params: report,
    output: SealVerification,
  }),
}
