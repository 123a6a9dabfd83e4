import type pg from 'pg'
import { recordDrill } from '../../modules/system/index.ts'
import { audit } from '../../platform/audit.ts'
import type { MasterKeys } from '../../platform/crypto.ts'
import { inPlumbing, inTenant } from '../../platform/db/transaction.ts'
import type { Drilled } from './index.ts'

/** Puts down how a drill came out: for the system administrator's page, and in the audit log of every tenant. `pool` is the owner's. */
export async function recordDrilled(pool: pg.Pool, keys: MasterKeys, drilled: Drilled): Promise<void> {
  const { fileName, restored, checks, tookMilliseconds, problem, part } = drilled
  const rows = restored?.rows ?? null
  await inPlumbing(pool, (tx) =>
    recordDrill(tx, {
      fileName,
      backupTakenAt: restored?.takenAt ?? null,
      tookMilliseconds,
      rows,
      checks,
      problem,
      part,
    }),
  )
  const tenants = await pool.query<{ id: string }>('select id from tenants order by id')
  for (const { id } of tenants.rows) {
    const subject = { kind: 'tenant', id, organisationId: null }
    await inTenant({ pool, keys }, id, (tx) =>
      problem === null
        ? audit(tx, null, 'system.drill_passed', { ...subject, params: { rows, checks } })
        : audit(tx, null, 'system.drill_failed', { ...subject, params: { problem, part } }),
    )
  }
}
