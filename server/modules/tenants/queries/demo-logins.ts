import type { DemoLogins } from '#contract/tenants.ts'
import { keyedHash } from '#server/platform/crypto.ts'
import { inPlumbing, type PlumbingTx } from '#server/platform/db/transaction.ts'
import type { Platform } from '#server/platform/platform.ts'
import { demoPassword, demoRoles } from '../rules.ts'

/** The kind of the job that loads a demo tenant; its payload names the tenant. */
export const demoJobKind = 'tenants.load_demo'

/** Who may log in to the demo tenants, and the demo tenants that are still being loaded; nothing on a server without a demo. */
export async function listDemoLogins(platform: Platform): Promise<DemoLogins> {
  return inPlumbing(platform.pool, async (tx) => ({
    logins: await loginsOf(tx, platform),
    loading: await loadingTenants(tx),
  }))
}

/** Only the keyed hash of a log-in is stored: each possible one is looked up. */
async function loginsOf(tx: PlumbingTx, { keys }: Platform): Promise<DemoLogins['logins']> {
  const tenants = await tx
    .selectFrom('tenants')
    .select(['code', 'name'])
    .where('kind', '=', 'demo')
    .orderBy('created_at')
    .orderBy('code')
    .execute()
  if (tenants.length === 0) return []
  const possible = tenants.flatMap(({ code, name }) =>
    demoRoles.map((role) => {
      const login = `${role}@${code}`
      return {
        login,
        password: demoPassword(login),
        role,
        tenantName: name,
        hash: keyedHash(keys, 'login', '', login),
      }
    }),
  )
  const known = await tx
    .selectFrom('login_directory')
    .select('login_hash')
    .where(
      'login_hash',
      'in',
      possible.map(({ hash }) => hash),
    )
    .execute()
  const hashes = new Set(known.map((row) => row.login_hash.toString('hex')))
  return possible.filter(({ hash }) => hashes.has(hash.toString('hex')))
}

async function loadingTenants(tx: PlumbingTx): Promise<DemoLogins['loading']> {
  const jobs = await tx
    .selectFrom('jobs')
    .select(['payload', 'progress_done', 'progress_total'])
    .where('kind', '=', demoJobKind)
    .where('state', 'in', ['waiting', 'running'])
    .orderBy('id')
    .execute()
  return jobs.map(({ payload, progress_done, progress_total }) => ({
    tenantName: (payload as { name: string }).name,
    share: progress_total ? Math.min(1, progress_done / progress_total) : 0,
  }))
}
