import { Type, type Static } from 'typebox'
import { DateOnly, Id, Instant, Nullable, operation, PageOf, PageQuery } from './operation.ts'

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

/** What checking the chains found: the first broken link of each chain that is broken. */
export const AuditVerification = Type.Object({
  entries: Type.Integer(),
  chains: Type.Integer(),
  broken: Type.Array(Type.Object({ chain: Type.Integer(), seq: Type.Integer(), problem: Type.String() })),
})
export type AuditVerification = Static<typeof AuditVerification>

export const operations = {
  listAuditEntries: operation({
    method: 'GET',
    path: '/audit/entries',
    summary: 'The audit log, newest first',
    query: Type.Object({
      action: Type.Optional(Type.String({ maxLength: 100 })),
      subjectId: Type.Optional(Id),
      organisationId: Type.Optional(Id),
      from: Type.Optional(DateOnly),
      to: Type.Optional(DateOnly),
      ...PageQuery,
    }),
    output: PageOf(AuditEntry),
  }),
  verifyAuditChain: operation({
    method: 'POST',
    path: '/audit/verification',
    summary: 'Recompute every chain and name the first broken link',
    output: AuditVerification,
  }),
}
