import { createServer } from '../../main.ts'
import { openPool, type Pool } from '../../platform/db/pool.ts'
import { inTenant } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import type { Installation } from '../../platform/installation.ts'
import type { Settings } from '../../platform/settings.ts'
import { signInFirst } from '../first-sign-in.ts'
import { addOfficer } from '../officers.ts'
import { PartFailed } from './part-failed.ts'

/**
 * Starts a server on the restored place, without jobs and without any outside service, and does what people do: in every tenant an account made for
 * this only signs in, sets up its second factor and reads the audit log through the API. Throws when a tenant does not let it.
 */
export async function signInAndRead(place: Installation, settings: Settings): Promise<void> {
  const pool = openPool({ url: place.ownerUrl, connections: 1 })
  const { app, platform } = await createServer({
    databaseUrl: place.appUrl,
    keys: place.keys,
    dataFolder: settings.dataFolder,
    host: '127.0.0.1',
    port: 0,
    secureCookies: false,
  })
  try {
    const url = await app.listen({ host: '127.0.0.1', port: 0 })
    const { rows } = await pool.query<{ id: string; code: string }>(
      'select id, code from tenants order by code',
    )
    for (const { id, code } of rows) await tryTenant({ pool, keys: place.keys }, { url, id, code })
    if (rows.length === 0) throw new PartFailed('tenants', 'The backup holds no tenant.')
  } finally {
    await app.close()
    await platform.pool.end()
    await pool.end()
  }
}

async function tryTenant(
  host: { pool: Pool; keys: Installation['keys'] },
  tenant: { url: string; id: string; code: string },
): Promise<void> {
  const login = `drill-${newId()}`
  const { initialPassword } = await inTenant(host, tenant.id, async (tx) => {
    const { id } = await tx
      .selectFrom('organisations')
      .select('id')
      .where('tenant_id', '=', tenant.id)
      .orderBy('tree_no')
      .limit(1)
      .executeTakeFirstOrThrow()
    return addOfficer(tx, {
      login,
      name: '恢复演练',
      post: 'audit_administrator',
      organisationId: id,
      documentNo: null,
      startsOn: '2020-01-01',
      endsBefore: null,
    })
  })
  const { headers } = await signInFirst(tenant.url, { login, password: initialPassword }).catch(
    (error: Error) => {
      throw new PartFailed('sign-in', `${tenant.code}: ${error.message}`)
    },
  )
  const read = await fetch(`${tenant.url}/api/v1/audit/entries?limit=1`, { headers })
  const body = (await read.json()) as { items?: unknown[] }
  if (read.status !== 200 || body.items?.length !== 1)
    throw new PartFailed('reading', `${tenant.code}: reading the audit log answers ${read.status}.`)
}
