import type { Tx } from '#server/platform/db/transaction.ts'

/** The organisation that keeps a venue; undefined where there is no such venue. */
export async function keeperOf(tx: Tx, venueId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('venues')
    .select('organisation_id')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', venueId)
    .executeTakeFirst()
  return row?.organisation_id
}
