import { inPlumbing, inTenantReading, type Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import type { Platform } from '#server/platform/platform.ts'

/** A federation that has a public page. */
export interface Federation {
  id: string
  code: string
  name: string
  demo: boolean
}

/** Every federation of this server, by name of its code. */
export async function allFederations({ pool }: Platform): Promise<Federation[]> {
  const rows = await inPlumbing(pool, (tx) =>
    tx.selectFrom('tenants').select(['id', 'code', 'name', 'kind']).orderBy('code').execute(),
  )
  return rows.map(({ kind, ...row }) => ({ ...row, demo: kind === 'demo' }))
}

/** Reads inside the federation of a code, without a session. Unknown: not there. */
export async function inFederation<T>(
  platform: Platform,
  code: string,
  read: (tx: Tx, federation: Federation) => Promise<T>,
): Promise<T> {
  const row = await inPlumbing(platform.pool, (tx) =>
    tx
      .selectFrom('tenants')
      .select(['id', 'code', 'name', 'kind'])
      .where('code', '=', code)
      .executeTakeFirst(),
  )
  const { kind, ...federation } = found(row)
  return inTenantReading(platform, federation.id, (tx) => read(tx, { ...federation, demo: kind === 'demo' }))
}
