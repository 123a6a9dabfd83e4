import { sql, type SqlBool } from 'kysely'
import type { Slip, SlipRun } from '#contract/activation.ts'
import { inScope } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { slipRuns } from '../queries/slip-runs.ts'
import { slipCode } from '../secrets.ts'

/**
 * Opens the codes of a printing for the printer: slips that can still be used, of members within scope today. It may be done again (printers
 * jam), and each time is audited.
 */
export async function openSlipRun(
  tx: Tx,
  actor: Actor,
  input: { runId: string },
): Promise<{ run: SlipRun; slips: Slip[] }> {
  const [first] = await slipRuns(tx, actor, sql<SqlBool>`r.id = ${input.runId}`)
  const run = found(first)
  const { rows } = await sql<Omit<Slip, 'code'>>`
    select s.id as "slipId", p.name, o.name as "unionName", s.expires_on as "expiresOn" from activation_slips s
    join persons p on p.tenant_id = s.tenant_id and p.id = s.person_id
    join member_index m on m.tenant_id = s.tenant_id and m.person_id = s.person_id
    left join activation_slip_endings e on e.tenant_id = s.tenant_id and e.slip_id = s.id
    cross join lateral (
      select name from organisation_profiles x where x.tenant_id = s.tenant_id and x.organisation_id = s.union_id and x.superseded_at is null
      order by x.starts_on desc limit 1) o
    where s.tenant_id = ${tx.tenantId} and s.run_id = ${run.id} and e.slip_id is null and s.expires_on >= app_today()
      and ${inScope(tx, { actor, permission: 'accounts.activate' }, sql.ref('m.union_id'))}
    order by o.name, m.sort_key, s.id`.execute(tx)
  const slips = rows.map((row) => ({
    ...row,
    code: slipCode(tx.keys, { tenantId: tx.tenantId, slipId: row.slipId }),
  }))
  await audit(tx, actor, 'activation.slips_opened', {
    kind: 'slip_run',
    id: run.id,
    organisationId: run.organisationId,
    params: { slips: slips.length },
  })
  return { run, slips }
}
