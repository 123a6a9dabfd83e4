import { Type, type Static } from 'typebox'
import { FileNote, ImportSheet } from './import-file.ts'
import { DateOnly, Id, Instant, Nullable, PageOf, PageQuery, operation } from './operation.ts'

/** What becomes of a row: taken (new, changed, same, transfer) or waiting for the officer (review, rejected, left_out). */
export const importBuckets = ['new', 'changed', 'same', 'transfer', 'review', 'rejected', 'left_out'] as const
export type ImportBucket = (typeof importBuckets)[number]

/** What rows can be listed by: a bucket, every row, what the policy accepts, or what an undo had to leave. */
export const rowLists = [...importBuckets, 'all', 'accepted', 'left'] as const
export type RowList = (typeof rowLists)[number]

/** `judging` and `committing` go on in the background; `refused` is about the whole file. */
export const importStates = [
  'judging',
  'refused',
  'failed',
  'ready',
  'committing',
  'committed',
  'undoing',
  'undone',
] as const
export type ImportState = (typeof importStates)[number]

/** `delta`: the file adds and changes. `full`: it also names everybody, so whoever is absent is proposed as a leaver. */
export const ImportMode = Type.Enum(['delta', 'full'])
export type ImportMode = Static<typeof ImportMode>

/** Background work on an import. `id` is the job (`getJob`), `importId` the import. */
export const ImportJob = Type.Object({
  id: Id,
  importId: Id,
  state: Type.String({ description: 'waiting, running, done or failed' }),
  progress: Type.Object({
    step: Nullable(Type.String()),
    done: Type.Integer(),
    total: Nullable(Type.Integer()),
  }),
})
export type ImportJob = Static<typeof ImportJob>

/** How many rows there are of each kind; `leavers` counts members whom a full list does not name. */
export const ImportCounts = Type.Object({
  rows: Type.Integer(),
  new: Type.Integer(),
  changed: Type.Integer(),
  same: Type.Integer(),
  transfer: Type.Integer(),
  review: Type.Integer(),
  rejected: Type.Integer(),
  left_out: Type.Integer(),
  skipped: Type.Integer(),
  leavers: Type.Integer(),
})
export type ImportCounts = Static<typeof ImportCounts>

/** One uploaded file on its way into the register. */
export const RosterImport = Type.Object({
  id: Id,
  kind: Type.Enum(['roster', 'organisations']),
  mode: ImportMode,
  organisationId: Id,
  organisationName: Type.String(),
  fileName: Type.String(),
  fileBytes: Type.Integer(),
  asOf: DateOnly,
  createdAt: Instant,
  state: Type.Enum([...importStates]),
  job: Nullable(ImportJob),
  /** Why the whole file is refused: the policy's code, the key of the sentence, the sentence itself. */
  refusal: Nullable(Type.Object({ code: Type.String(), key: Type.String(), whyZh: Type.String() })),
  /** The uploaded file is gone: its time was over, or it named somebody whose data were erased. */
  fileRemoved: Nullable(Type.Object({ reason: Type.Enum(['retention', 'erasure']), removedAt: Instant })),
  sheets: Type.Array(ImportSheet),
  fileNotes: Type.Array(FileNote),
  counts: Nullable(ImportCounts),
  commit: Nullable(
    Type.Object({
      committedAt: Instant,
      personsAdded: Type.Integer(),
      personsChanged: Type.Integer(),
      transfersProposed: Type.Integer(),
      leaversProposed: Type.Integer(),
    }),
  ),
  undo: Nullable(
    Type.Object({
      undoneAt: Instant,
      personsRemoved: Type.Integer(),
      personsRestored: Type.Integer(),
      rowsLeft: Type.Integer(),
    }),
  ),
})
export type RosterImport = Static<typeof RosterImport>

/** Why a row waits or cannot be taken, in both languages, and which column it is about. */
export const RowReason = Type.Object({
  code: Type.String(),
  field: Nullable(Type.String()),
  zh: Type.String(),
  en: Type.String(),
})

/** A cell of a row that an officer mends, as it stands in the sheet. */
export const RowCell = Type.Object({
  field: Type.String(),
  header: Type.String(),
  text: Type.String(),
})

/** One column that differs from what is known: old and new. Numbers are masked. */
export const RowChange = Type.Object({
  field: Type.String(),
  old: Nullable(Type.String()),
  new: Nullable(Type.String()),
})

/** One row of the sheet. Hidden numbers are masked in `values`; `cells`, as written, come only with rows that must be mended. */
export const ImportRow = Type.Object({
  rowId: Type.Integer(),
  sheet: Type.String(),
  row: Type.Integer({ description: '1-based row of the sheet' }),
  bucket: Type.Enum([...importBuckets]),
  outcome: Type.Enum(['accepted', 'review', 'rejected']),
  codes: Type.Array(Type.String()),
  normalisations: Type.Array(Type.String()),
  warnings: Type.Array(Type.String()),
  reasons: Type.Array(RowReason),
  decision: Nullable(Type.Enum(['confirmed', 'left_out'])),
  /** Whether an officer may take the row as it is: everything needed could be told. */
  confirmable: Type.Boolean(),
  values: Type.Record(Type.String(), Nullable(Type.String())),
  cells: Type.Array(RowCell),
  changes: Type.Array(RowChange),
})
export type ImportRow = Static<typeof ImportRow>

/** A member whom the full list does not name. */
export const ProposedLeaver = Type.Object({
  personId: Id,
  name: Type.String(),
  unionName: Type.String(),
  joinedOn: Nullable(DateOnly),
})
export type ProposedLeaver = Static<typeof ProposedLeaver>

const ImportReport = Type.Record(Type.String(), Type.Unknown(), {
  description:
    'kind, asOf, sheets, fileNotes, dataRows, accepted, review, rejected, skipped; or outcome, code, why_zh of a refused file',
})

const oneImport = Type.Object({ importId: Id })
const oneRow = Type.Object({ importId: Id, rowId: Type.Integer({ minimum: 0 }) })
const Cells = Type.Record(Type.String({ maxLength: 60 }), Type.String({ maxLength: 2000 }), {
  description: 'field → text as typed; an empty text empties the cell',
})

/** Rosters and organisation registers in: dry run, mending, commit, undo. */
export const operations = {
  createRosterImport: operation({
    method: 'POST',
    path: '/roster-imports',
    load: 'import',
    summary: 'Upload a member roster (.xlsx, .csv) for a dry run',
    body: Type.Object({ organisationId: Id, mode: Type.Optional(ImportMode) }),
    output: ImportJob,
    status: 202,
    file: 'upload',
  }),
  createOrganisationImport: operation({
    method: 'POST',
    path: '/organisation-imports',
    load: 'import',
    summary: 'Upload a register of organisations (.xlsx, .csv) for a dry run',
    body: Type.Object({ organisationId: Id, mode: Type.Optional(ImportMode) }),
    output: ImportJob,
    status: 202,
    file: 'upload',
  }),
  listRosterImports: operation({
    method: 'GET',
    path: '/roster-imports',
    summary: 'Past and present imports within one’s scope, newest first',
    query: Type.Object({ ...PageQuery }),
    output: PageOf(RosterImport),
  }),
  getRosterImport: operation({
    method: 'GET',
    path: '/roster-imports/:importId',
    summary: 'State, progress, counts and recognised columns of an import',
    params: oneImport,
    output: RosterImport,
  }),
  remapRosterImport: operation({
    method: 'PUT',
    path: '/roster-imports/:importId/columns',
    summary: 'Say which column is which, remember it for this sender, and judge the file again',
    params: oneImport,
    body: Type.Object({
      columns: Type.Array(
        Type.Object({
          key: Type.String({ minLength: 1, maxLength: 200 }),
          field: Nullable(Type.String({ maxLength: 60 })),
        }),
        { minItems: 1, maxItems: 500 },
      ),
    }),
    output: ImportJob,
    status: 202,
  }),
  listRosterImportRows: operation({
    method: 'GET',
    path: '/roster-imports/:importId/rows',
    summary: 'Rows of an import by what is to become of them',
    params: oneImport,
    query: Type.Object({
      ...PageQuery,
      outcome: Type.Optional(Type.Enum([...rowLists])),
      q: Type.Optional(Type.String({ maxLength: 50, description: 'part of a name, or a row number' })),
    }),
    output: PageOf(ImportRow),
  }),
  listRosterImportLeavers: operation({
    method: 'GET',
    path: '/roster-imports/:importId/leavers',
    summary: 'Members whom the full list does not name',
    params: oneImport,
    query: Type.Object({ ...PageQuery }),
    output: PageOf(ProposedLeaver),
  }),
  checkRosterImportRow: operation({
    method: 'POST',
    path: '/roster-imports/:importId/rows/:rowId/check',
    summary: 'Judge a row as being typed; stores nothing',
    params: oneRow,
    body: Type.Object({ cells: Cells }),
    output: ImportRow,
  }),
  fixRosterImportRow: operation({
    method: 'PATCH',
    path: '/roster-imports/:importId/rows/:rowId',
    summary: 'Mend the cells of a row, take it as it is, or leave it out',
    params: oneRow,
    body: Type.Object({
      cells: Type.Optional(Cells),
      decision: Type.Optional(Type.Enum(['confirmed', 'left_out', 'open'])),
    }),
    output: ImportRow,
  }),
  commitRosterImport: operation({
    method: 'POST',
    path: '/roster-imports/:importId/commit',
    summary: 'Take over every row that is ready, in one transaction',
    params: oneImport,
    body: Type.Object({}),
    output: ImportJob,
    status: 202,
  }),
  undoRosterImport: operation({
    method: 'POST',
    path: '/roster-imports/:importId/undo',
    summary: 'Take the commit back; rows changed since stay and are listed',
    params: oneImport,
    body: Type.Object({}),
    output: ImportJob,
    status: 202,
  }),
  getRosterImportReport: operation({
    method: 'GET',
    path: '/roster-imports/:importId/report',
    summary: 'Outcome of every row, as the import policy states it',
    params: oneImport,
    output: ImportReport,
  }),
  downloadRejectedRows: operation({
    method: 'GET',
    path: '/roster-imports/:importId/rejected-rows',
    load: 'export',
    summary: 'Rows that were not taken, in the sender’s own layout, with a column 原因',
    params: oneImport,
    query: Type.Object({ sheet: Type.Optional(Type.String({ maxLength: 200 })) }),
    output: Type.String(),
    file: 'download',
  }),
}
