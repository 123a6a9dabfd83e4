import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { SlipRun } from '#contract/activation.ts'
import { inScope } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

const latest = 50

/** The latest printings within scope, the newest first. */
export async function listSlipRuns(tx: Tx, actor: Actor): Promise<{ items: SlipRun[] }> {
  return { items: await slipRuns(tx, actor, sql<SqlBool>`true`) }
}

/** Printings filed under an organisation within scope that fit a condition on `r`, with what became of their slips. */
export async function slipRuns(tx: Tx, actor: Actor, condition: RawBuilder<SqlBool>): Promise<SlipRun[]> {
  const { rows } = await sql<Omit<SlipRun, 'orderedAt'> & { orderedAt: Date }>`
    select r.id, r.organisation_id as "organisationId", o.name as "organisationName", cardinality(r.person_ids) as persons, s.printed, s.used, s.open,
      r.expires_on as "expiresOn", r.ordered_at as "orderedAt"
    from slip_runs r
    cross join lateral (
      select name from organisation_profiles p where p.tenant_id = r.tenant_id and p.organisation_id = r.organisation_id and p.superseded_at is null
      order by p.starts_on desc limit 1) o
    cross join lateral (
      select count(*)::int as printed, count(*) filter (where e.outcome = 'used')::int as used,
        count(*) filter (where e.slip_id is null and a.expires_on >= app_today())::int as open
      from activation_slips a left join activation_slip_endings e on e.tenant_id = a.tenant_id and e.slip_id = a.id
      where a.tenant_id = r.tenant_id and a.run_id = r.id) s
    where r.tenant_id = ${tx.tenantId} and ${condition}
      and ${inScope(tx, { actor, permission: 'accounts.activate' }, sql.ref('r.organisation_id'))}
    order by r.ordered_at desc, r.id desc limit ${sql.lit(latest)}`.execute(tx)
  return rows.map(({ orderedAt, ...run }) => ({ ...run, orderedAt: orderedAt.toISOString() }))
}
