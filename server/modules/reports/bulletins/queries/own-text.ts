import { sql } from 'kysely'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** Whether the actor wrote the text of an edition, in whatever post. */
export async function hasWritten(tx: Tx, actor: Actor, editionId: string): Promise<boolean> {
  const { rows } = await sql`
    select from bulletin_editions e
    join bulletin_texts t on t.tenant_id = e.tenant_id and t.bulletin_id = e.bulletin_id and t.version = e.version
    join appointments a on a.tenant_id = t.tenant_id and a.appointment_id = t.written_by
    where e.tenant_id = ${tx.tenantId} and e.id = ${editionId} and a.person_id = ${actor.personId} limit 1`.execute(
    tx,
  )
  return rows.length > 0
}

/** Whether the actor wrote an edition or asked for its release: then somebody else decides. */
export async function isOwn(tx: Tx, actor: Actor, editionId: string): Promise<boolean> {
  const { rows } = await sql`
    select from approvals where tenant_id = ${tx.tenantId} and id = ${editionId} and asked_by = ${actor.personId}`.execute(
    tx,
  )
  return rows.length > 0 || hasWritten(tx, actor, editionId)
}
