import { Type, type Static } from 'typebox'
import { DateOnly, Id, Instant, Nothing, Nullable, operation, PageOf, PageQuery } from './operation.ts'

/** One entry of the audit log. `action` and `params` make its sentence; names of persons are looked up at reading, never stored. */
export const AuditEntry = Type.Object({
  id: Id,
  chain: Type.Integer(),
  seq: Type.Integer(),
  recordedAt: Instant,
  action: Type.String(),
  actorName: Nullable(Type.String()),
  actorPost: Nullable(Type.String()),
  organisationId: Nullable(Id),
  organisationName: Nullable(Type.String()),
  subjectKind: Type.String(),
  subjectId: Nullable(Id),
  params: Type.Record(Type.String(), Type.Unknown()),
})
export type AuditEntry = Static<typeof AuditEntry>

/** One entry with its place in the chain, and what vouches for it. */
export const AuditEntryDetail = Type.Object({
  ...AuditEntry.properties,
  prevHash: Type.String({ description: 'hex' }),
  hash: Type.String({ description: 'hex' }),
  seal: Nullable(Type.Object({ number: Type.Integer(), sealedAt: Instant })),
  anchor: Nullable(Type.Integer({ description: 'number of the first anchor that covers it' })),
  before: Nullable(AuditEntry),
  after: Nullable(AuditEntry),
})
export type AuditEntryDetail = Static<typeof AuditEntryDetail>

/** Which entries. What is left out narrows nothing down. */
const entryFilter = {
  action: Type.Optional(
    Type.String({ maxLength: 100, description: 'an act, or the name of its module for all of them' }),
  ),
  q: Type.Optional(
    Type.String({ maxLength: 100, description: 'words of the act’s sentence, in either language' }),
  ),
  actor: Type.Optional(Type.String({ maxLength: 100, description: 'part of the name of who acted' })),
  post: Type.Optional(Type.String({ maxLength: 100, description: 'the post acted in' })),
  subjectId: Type.Optional(Id),
  organisationId: Type.Optional(Id),
  organisation: Type.Optional(Type.String({ maxLength: 100, description: 'part of an organisation’s name' })),
  includeSubtree: Type.Optional(
    Type.Boolean({ description: 'with all organisations that were ever below it' }),
  ),
  from: Type.Optional(DateOnly),
  to: Type.Optional(DateOnly),
}
const EntryFilter = Type.Object(entryFilter)
export type EntryFilter = Static<typeof EntryFilter>

/**
 * A chain that is broken, and where first. `problem`: `content` an entry was edited, `gap` one was removed or put in, `previous` it does not
 * meet the one before, `head` the tail was cut off, `seal` or `anchor` the chain was rewritten since it was sealed or anchored. What was touched
 * first lies from `since` to `seq`.
 */
const BrokenChain = Type.Object({
  chain: Type.Integer(),
  seq: Type.Integer(),
  since: Type.Integer(),
  problem: Type.String(),
})
export type BrokenChain = Static<typeof BrokenChain>

/** A seal or an anchor, by its number, that is not what it must be. */
const BrokenLink = Type.Object({ number: Type.Integer(), problem: Type.String() })
export type BrokenLink = Static<typeof BrokenLink>

const found = {
  entries: Type.Integer(),
  chains: Type.Integer(),
  broken: Type.Array(BrokenChain),
  intact: Type.Boolean(),
  seals: Type.Integer(),
  brokenSeals: Type.Array(BrokenLink),
  sealedUntil: Nullable(
    Type.String({ description: 'when the newest seal was made: rewriting before it is found' }),
  ),
  anchors: Type.Integer({ description: 'how many anchors from outside it was compared with' }),
  brokenAnchors: Type.Array(BrokenLink),
  anchoredUntil: Nullable(Type.String({ description: 'up to here even rewritten seals are found' })),
}

/** What checking the log found: for each broken chain its first broken link, and how far it is covered by seals and by anchors from outside. */
export const FoundByVerification = Type.Object(found)
export type FoundByVerification = Static<typeof FoundByVerification>

/** Work that was queued; where it is says `getJob`. */
const QueuedJob = Type.Object({
  id: Id,
  state: Type.String(),
  progress: Type.Object({
    step: Nullable(Type.String()),
    done: Type.Integer(),
    total: Nullable(Type.Integer()),
  }),
})
export type QueuedJob = Static<typeof QueuedJob>

/** The answer to a verification: what was found, or, for a log too long to wait for, the job that will say so (`intact` is null then). */
export const AuditVerification = Type.Object({
  ...found,
  intact: Nullable(Type.Boolean()),
  job: Nullable(QueuedJob),
})
export type AuditVerification = Static<typeof AuditVerification>

/** A place outside of this machine where anchors go, and how the latest try ended. */
const AnchorDelivery = Type.Object({
  place: Type.String({ description: 'folder or mail' }),
  outcome: Type.String({ description: 'kept or failed' }),
  triedAt: Instant,
})

/** One anchor: the newest seal, all heads and new erasures, made to be kept outside. */
export const AuditAnchor = Type.Object({
  number: Type.Integer(),
  madeAt: Instant,
  madeByName: Nullable(Type.String({ description: 'null: the daily one' })),
  seal: Type.Integer(),
  sealedAt: Instant,
  entries: Type.Integer(),
  heads: Type.Integer(),
  erasures: Type.Integer(),
  fileName: Type.String(),
  digest: Type.String({ description: 'SHA-256 of the file’s facts, in hex' }),
  deliveries: Type.Array(AnchorDelivery),
})
export type AuditAnchor = Static<typeof AuditAnchor>

/** One seal: all chains closed at one moment. */
export const AuditSeal = Type.Object({
  number: Type.Integer(),
  sealedAt: Instant,
  entries: Type.Integer({ description: 'entries of all chains sealed so far' }),
  heads: Type.Integer({ description: 'chains that had grown since the seal before' }),
  hash: Type.String(),
})
export type AuditSeal = Static<typeof AuditSeal>

/** How well the log is covered now. */
export const AuditState = Type.Object({
  entries: Type.Integer(),
  chains: Type.Integer(),
  seal: Nullable(AuditSeal),
  anchor: Nullable(AuditAnchor),
  places: Type.Object({
    folder: Type.Boolean({ description: 'whether anchors go to a folder outside' }),
    mail: Type.Boolean({ description: 'whether anchors go out by mail' }),
  }),
  verification: Nullable(Type.Object({ at: Instant, entries: Type.Integer(), broken: Type.Integer() })),
})
export type AuditState = Static<typeof AuditState>

export const operations = {
  listAuditEntries: operation({
    method: 'GET',
    path: '/audit/entries',
    summary: 'The audit log, newest first',
    query: Type.Object({ ...entryFilter, ...PageQuery }),
    output: PageOf(AuditEntry),
  }),
  getAuditEntry: operation({
    method: 'GET',
    path: '/audit/entries/:chain/:seq',
    summary: 'One entry with its hashes, its seal and its neighbours',
    params: Type.Object({ chain: Type.Integer(), seq: Type.Integer() }),
    output: AuditEntryDetail,
  }),
  exportAuditEntries: operation({
    method: 'POST',
    path: '/audit/entries/export',
    summary: 'The entries of a filter as a workbook or CSV, for a stated purpose',
    body: Type.Object({
      filter: EntryFilter,
      purpose: Type.String({ minLength: 2, maxLength: 200 }),
      format: Type.Union([Type.Literal('xlsx'), Type.Literal('csv')]),
      language: Type.Union([Type.Literal('zh'), Type.Literal('en')]),
    }),
    output: Nothing,
    file: 'download',
    load: 'export',
  }),
  verifyAuditChain: operation({
    method: 'POST',
    path: '/audit/verification',
    summary: 'Check links, seals and anchors; name the first broken link of each chain',
    body: Type.Object({
      anchor: Type.Optional(
        Type.String({
          maxLength: 900_000,
          description: 'the text of an anchor file; without it those of the folder',
        }),
      ),
    }),
    output: AuditVerification,
  }),
  getAuditState: operation({
    method: 'GET',
    path: '/audit/state',
    summary: 'How far the log is sealed, anchored outside and verified',
    output: AuditState,
  }),
  listAuditSeals: operation({
    method: 'GET',
    path: '/audit/seals',
    summary: 'Seals, newest first',
    query: Type.Object({ ...PageQuery }),
    output: PageOf(AuditSeal),
  }),
  listAuditAnchors: operation({
    method: 'GET',
    path: '/audit/anchors',
    summary: 'Anchors, newest first',
    query: Type.Object({ ...PageQuery }),
    output: PageOf(AuditAnchor),
  }),
  createAuditAnchor: operation({
    method: 'POST',
    path: '/audit/anchors',
    summary: 'Seal now, make an anchor and take it outside',
    status: 202,
    output: QueuedJob,
  }),
  getAuditAnchor: operation({
    method: 'GET',
    path: '/audit/anchors/:number',
    summary: 'One anchor',
    params: Type.Object({ number: Type.Integer({ minimum: 1 }) }),
    output: AuditAnchor,
  }),
  downloadAuditAnchor: operation({
    method: 'GET',
    path: '/audit/anchors/:number/file',
    summary: 'The anchor as a file, to be kept outside by hand',
    params: Type.Object({ number: Type.Integer({ minimum: 1 }) }),
    output: Type.String(),
    file: 'download',
  }),
}
