import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'

/** Memberships of these unions that hold on the day or begin later: what a merger carries on and a closing leaves to be placed. */
export async function membershipsFrom(tx: Tx, unionIds: readonly string[], day: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from memberships
    where tenant_id = ${tx.tenantId} and union_id = any(${unionIds}::uuid[]) and superseded_at is null
      and (ends_before is null or ends_before > ${day}::date)`.execute(tx)
  return rows[0]!.count
}

/** Members of a union today who work for one of these employers: whom a split leaves to be transferred. */
export async function membersOfEmployers(
  tx: Tx,
  unionId: string,
  employerIds: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from member_index
    where tenant_id = ${tx.tenantId} and union_id = ${unionId} and employer_id = any(${employerIds}::uuid[])`.execute(
    tx,
  )
  return rows[0]!.count
}
