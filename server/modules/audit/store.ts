import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** Seals what was appended since the last seal; returns the seal's number, or null when nothing was. */
export async function sealLog(tx: Tx): Promise<number | null> {
  const { rows } = await sql<{ number: number | null }>`
    select seal_audit(${tx.tenantId}::uuid) as number`.execute(tx)
  return rows[0]!.number
}

/** A new anchor as it is kept here. */
export interface NewAnchor {
  number: number
  made_at: Date
  seal: number
  entries: number
  file_name: string
  content: string
  digest: Buffer
  made_by: string | null
}

/** Keeps an anchor; its number is unique, so that of two made at once one fails and is tried again. */
export async function insertAnchor(tx: Tx, anchor: NewAnchor): Promise<void> {
  await tx
    .insertInto('audit_anchors')
    .values({ tenant_id: tx.tenantId, ...anchor })
    .execute()
}

/** Where an anchor was taken to, and whether it got there. */
export interface Delivery {
  place: 'folder' | 'mail'
  outcome: 'kept' | 'failed'
}

/** Records how the tries to take an anchor outside ended. */
export async function insertDeliveries(
  tx: Tx,
  anchor: number,
  deliveries: readonly Delivery[],
): Promise<void> {
  if (deliveries.length === 0) return
  const rows = deliveries.map((delivery) => ({ tenant_id: tx.tenantId, id: newId(), anchor, ...delivery }))
  await tx.insertInto('audit_anchor_deliveries').values(rows).execute()
}

/** Records an export with its purpose; returns its id. */
export async function insertExport(
  tx: Tx,
  row: { entries: number; purpose: string; exported_by: string },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('audit_exports')
    .values({ tenant_id: tx.tenantId, id, ...row })
    .execute()
  return id
}

/** What posts are called in a language, by code. */
export async function postNames(tx: Tx, language: 'zh' | 'en'): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.selectFrom('posts').select(['code', language]).execute()
  return new Map(rows.map((row) => [row.code, (row as Record<string, string>)[language]!]))
}
