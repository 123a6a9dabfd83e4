import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { attachmentLimits } from './rules.ts'

/** What an attachment belongs to: the kind of thing, as its module names it, and its id. */
export interface Subject {
  kind: string
  id: string
}

/** Who sends something in: an account, with the appointment it is done under. */
export interface Sender {
  accountId: string
  appointment: { id: string } | null
}

/** An attachment before it belongs to anything. */
export interface NewAttachment {
  id: string
  kind: 'picture' | 'document'
  contentType: string
  sha256: string
  thumbnailSha256: string | null
  bytes: number
  width: number | null
  height: number | null
}

/** Adds the row of a content that is on the disk. */
export async function insertAttachment(tx: Tx, sender: Sender, attachment: NewAttachment): Promise<void> {
  await tx
    .insertInto('attachments')
    .values({
      tenant_id: tx.tenantId,
      id: attachment.id,
      kind: attachment.kind,
      content_type: attachment.contentType,
      sha256: attachment.sha256,
      thumbnail_sha256: attachment.thumbnailSha256,
      bytes: attachment.bytes,
      width: attachment.width,
      height: attachment.height,
      uploaded_by_account: sender.accountId,
      uploaded_by: sender.appointment?.id ?? null,
    })
    .execute()
}

export type AttachmentRow = Awaited<ReturnType<typeof lockOwn>>[number]

/** Attachments of these ids that the account sent in itself, locked in order, each with what it belongs to. */
export async function lockOwn(tx: Tx, accountId: string, ids: readonly string[]) {
  return rowsOf(tx)
    .where('a.uploaded_by_account', '=', accountId)
    .where('a.id', 'in', [...ids])
    .orderBy('a.id')
    .forUpdate('a')
    .execute()
}

/** One attachment that the account sent in itself, or undefined. */
export function ownAttachment(tx: Tx, accountId: string, id: string) {
  return rowsOf(tx).where('a.uploaded_by_account', '=', accountId).where('a.id', '=', id).executeTakeFirst()
}

/** Everything that belongs to a subject, the oldest first. */
export function rowsOfSubject(tx: Tx, subject: Subject) {
  return rowsOf(tx)
    .where('u.subject_kind', '=', subject.kind)
    .where('u.subject_id', '=', subject.id)
    .orderBy('a.created_at')
    .orderBy('a.id')
    .execute()
}

/** Which of these subjects of one kind something belongs to. */
export async function subjectsInUse(tx: Tx, kind: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx
    .selectFrom('attachment_uses')
    .select('subject_id')
    .where('tenant_id', '=', tx.tenantId)
    .where('subject_kind', '=', kind)
    .where('subject_id', 'in', [...ids])
    .execute()
  return new Set(rows.map((row) => row.subject_id))
}

/** Everything that these accounts sent in without an appointment. */
export async function rowsSentByPersons(tx: Tx, accountIds: readonly string[]): Promise<AttachmentRow[]> {
  if (accountIds.length === 0) return []
  return rowsOf(tx)
    .where('a.uploaded_by_account', 'in', [...accountIds])
    .where('a.uploaded_by', 'is', null)
    .orderBy('a.id')
    .forUpdate('a')
    .execute()
}

/** Every attachment of the tenant, for whoever checks that the contents are there. */
export function allRows(tx: Tx) {
  return rowsOf(tx).orderBy('a.id').execute()
}

/** Loose attachments that have waited too long. */
export function staleRows(tx: Tx) {
  return rowsOf(tx)
    .where('u.subject_id', 'is', null)
    .where('a.created_at', '<', sql<Date>`now() - ${attachmentLimits.looseHours} * interval '1 hour'`)
    .orderBy('a.id')
    .forUpdate('a')
    .execute()
}

/** How many loose attachments an account has. */
export async function countLoose(tx: Tx, accountId: string): Promise<number> {
  const row = await tx
    .selectFrom('attachments as a')
    .leftJoin('attachment_uses as u', (join) =>
      join.onRef('u.tenant_id', '=', 'a.tenant_id').onRef('u.attachment_id', '=', 'a.id'),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('a.tenant_id', '=', tx.tenantId)
    .where('a.uploaded_by_account', '=', accountId)
    .where('u.subject_id', 'is', null)
    .executeTakeFirstOrThrow()
  return row.count
}

/** Says once and for all what attachments belong to. */
export async function insertUses(
  tx: Tx,
  sender: Sender,
  use: { attachmentIds: readonly string[]; subject: Subject },
): Promise<void> {
  await tx
    .insertInto('attachment_uses')
    .values(
      use.attachmentIds.map((id) => ({
        tenant_id: tx.tenantId,
        attachment_id: id,
        subject_kind: use.subject.kind,
        subject_id: use.subject.id,
        attached_by_account: sender.accountId,
        attached_by: sender.appointment?.id ?? null,
      })),
    )
    .execute()
}

/** Removes rows and what they belonged to; the contents are for whoever calls. */
export async function deleteRows(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const [table, column] of [
    ['attachment_uses', 'attachment_id'],
    ['attachments', 'id'],
  ] as const) {
    await sql`delete from ${sql.table(table)} where tenant_id = ${tx.tenantId} and ${sql.ref(column)} = any(${ids}::uuid[])`.execute(
      tx,
    )
  }
}

function rowsOf(tx: Tx) {
  return tx
    .selectFrom('attachments as a')
    .leftJoin('attachment_uses as u', (join) =>
      join.onRef('u.tenant_id', '=', 'a.tenant_id').onRef('u.attachment_id', '=', 'a.id'),
    )
    .select([
      'a.id',
      'a.kind',
      'a.content_type',
      'a.sha256',
      'a.thumbnail_sha256',
      'a.bytes',
      'a.width',
      'a.height',
      'u.subject_kind',
      'u.subject_id',
    ])
    .where('a.tenant_id', '=', tx.tenantId)
}
