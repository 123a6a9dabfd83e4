import { turnMembers } from './modules/people/index.ts'
import { inTenant, type TxHost } from './platform/db/transaction.ts'

/** Carries dated changes that take effect up to today into the current views, once for each tenant and day, whoever comes first. */
export async function turnDay(host: TxHost, tenantId: string, today: string): Promise<void> {
  await inTenant(host, tenantId, async (tx) => {
    const tenant = await tx
      .selectFrom('tenants')
      .select('turned_on')
      .where('id', '=', tenantId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (tenant.turned_on >= today) return
    await turnMembers(tx, { after: tenant.turned_on, today })
    await tx
      .updateTable('tenants')
      .set(({ eb }) => ({ turned_on: today, access_version: eb('access_version', '+', 1) }))
      .where('id', '=', tenantId)
      .execute()
  })
}
