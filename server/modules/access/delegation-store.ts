import { sql } from 'kysely'
import type { Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** Powers passed on, before they have an id. */
export interface NewDelegation {
  giverId: string
  receiverId: string
  organisationId: string
  reach: 'unit' | 'subtree'
  permissions: readonly string[]
  reason: string
  documentNo: string | null
  startsOn: string
  endsBefore: string
  /** The hand-over by which a successor gives it anew; null for one given by its holder. */
  handOverId: string | null
}

/** Adds a delegation with its permissions; returns its id. */
export async function insertDelegation(tx: Tx, author: Author, given: NewDelegation): Promise<string> {
  const id = newId()
  await tx
    .insertInto('delegations')
    .values({
      tenant_id: tx.tenantId,
      id,
      giver_id: given.giverId,
      receiver_id: given.receiverId,
      organisation_id: given.organisationId,
      reach: given.reach,
      reason: given.reason,
      document_no: given.documentNo,
      starts_on: given.startsOn,
      ends_before: given.endsBefore,
      hand_over_id: given.handOverId,
      recorded_by: author?.appointment?.id ?? null,
    })
    .execute()
  await tx
    .insertInto('grants')
    .values(
      given.permissions.map((permission) => ({
        tenant_id: tx.tenantId,
        id: newId(),
        appointment_id: given.receiverId,
        permission,
        reach: given.reach,
        organisation_id: given.organisationId,
        document_no: given.documentNo,
        starts_on: given.startsOn,
        ends_before: given.endsBefore,
        recorded_by: author?.appointment?.id ?? null,
        delegation_id: id,
      })),
    )
    .execute()
  return id
}

/** The delegation, or null: who gave it, where, and when it would end by itself. */
export async function lockDelegation(
  tx: Tx,
  delegationId: string,
): Promise<{
  id: string
  giverId: string
  organisationId: string
  startsOn: string
  endsBefore: string
} | null> {
  const row = await tx
    .selectFrom('delegations')
    .select([
      'id',
      'giver_id as giverId',
      'organisation_id as organisationId',
      'starts_on as startsOn',
      'ends_before as endsBefore',
    ])
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', delegationId)
    .executeTakeFirst()
  return row ?? null
}

/** Ends a delegation from a day on. Its key is the guard against ending it twice. */
export async function insertDelegationEnding(
  tx: Tx,
  author: Author,
  ended: { delegationId: string; endsBefore: string; reason: string },
): Promise<void> {
  await tx
    .insertInto('delegation_endings')
    .values({
      tenant_id: tx.tenantId,
      delegation_id: ended.delegationId,
      ends_before: ended.endsBefore,
      reason: ended.reason,
      ended_by: author?.appointment?.id ?? null,
    })
    .execute()
}

/** The permissions that may leave their holder's hands in this way, on a day: dated rule data. */
export async function passablePermissions(
  tx: Tx,
  way: 'delegation' | 'token',
  day: string,
): Promise<Set<string>> {
  const { rows } = await sql<{ permission: string }>`
    select permission from permission_passings
    where way = ${way} and starts_on <= ${day}::date and (ends_before is null or ${day}::date < ends_before)`.execute(
    tx,
  )
  return new Set(rows.map((row) => row.permission))
}
