import { sql, type RawBuilder } from 'kysely'
import type { ErrorParams } from '#contract/errors.ts'
import type { Actor } from './actor.ts'
import type { Tx } from './db/transaction.ts'
import { newId } from './ids.ts'

/** What an audit entry is about. `params` hold ids, codes and counts; never names, numbers or other personal data. */
export interface AuditSubject {
  kind: string
  id: string | null
  organisationId: string | null
  params?: ErrorParams
}

/** Who did it: the actor, or null for the command line and the system itself. */
export type Author = (Pick<Actor, 'accountId' | 'appointment'> & { tokenId?: string | null }) | null

/** Appends one entry to the tenant's audit chains, inside the transaction of the act. `action` is `<module>.<verb>` with a sentence in zh and en. */
export async function audit(tx: Tx, author: Author, action: string, subject: AuditSubject): Promise<void> {
  await sql`select append_audit(row(${tx.tenantId}::uuid, 0::smallint, 0::bigint, ${newId()}::uuid, now(), ${action}::text,
    ${author?.appointment?.id ?? null}::uuid, ${author?.accountId ?? null}::uuid, ${subject.organisationId}::uuid, ${subject.kind}::text,
    ${subject.id}::uuid, ${JSON.stringify(paramsOf(author, subject))}::jsonb, ''::bytea, ''::bytea)::audit_entries)`.execute(
    tx,
  )
}

/** An entry of several that are appended together. */
export interface AuditEntry {
  author: Author
  action: string
  subject: AuditSubject
}

/** The statement that appends many entries, with the same links as one by one; for `withCommit`. There is at least one. */
export function appendingMany(tx: Tx, entries: readonly AuditEntry[]): RawBuilder<unknown> {
  const rows = entries.map(({ author, action, subject }) => ({
    id: newId(),
    action,
    appointmentId: author?.appointment?.id ?? null,
    accountId: author?.accountId ?? null,
    organisationId: subject.organisationId,
    subjectKind: subject.kind,
    subjectId: subject.id,
    params: paramsOf(author, subject),
  }))
  return sql`select append_audits(array(
    select row(${tx.tenantId}::uuid, 0::smallint, 0::bigint, g.id, now(), g.action, g."appointmentId", g."accountId", g."organisationId",
      g."subjectKind", g."subjectId", g.params, ''::bytea, ''::bytea)::audit_entries
    from json_to_recordset(${JSON.stringify(rows)}::json) as g (id uuid, action text, "appointmentId" uuid, "accountId" uuid, "organisationId" uuid,
      "subjectKind" text, "subjectId" uuid, params jsonb)
    order by g.id))`
}

// What a program did is not mistaken for what its owner did at the screen.
function paramsOf(author: Author, { params }: AuditSubject): ErrorParams {
  return author?.tokenId ? { ...params, tokenId: author.tokenId } : (params ?? {})
}
