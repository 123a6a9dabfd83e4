import { sql } from 'kysely'
import type { MemberFilter } from '#contract/people-records.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** Columns a full list may carry in clear. */
export type FullField = 'documentNumber' | 'mobile'

/** A list with full numbers that was asked for. */
export interface FullExport {
  id: string
  filter: MemberFilter
  fields: FullField[]
  purpose: string
}

/** Keeps what was asked for. */
export async function insertFullExport(tx: Tx, request: FullExport): Promise<void> {
  await tx
    .insertInto('full_export_requests')
    .values({
      tenant_id: tx.tenantId,
      id: request.id,
      filter: JSON.stringify(request.filter),
      fields: request.fields,
      purpose: request.purpose,
    })
    .execute()
}

/** What was asked for; undefined when there is no such request. */
export async function findFullExport(tx: Tx, id: string): Promise<FullExport | undefined> {
  const { rows } = await sql<FullExport>`
    select id, filter, fields, purpose from full_export_requests where tenant_id = ${tx.tenantId} and id = ${id}`.execute(
    tx,
  )
  return rows[0]
}

/** Which of these requests have been taken away already. */
export async function takenExports(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select approval_id as id from member_exports where tenant_id = ${tx.tenantId} and approval_id = any(${ids}::uuid[])`.execute(
    tx,
  )
  return new Set(rows.map((row) => row.id))
}
