import { sql } from 'kysely'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { operations } from '#contract/people-transfers.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { unionKinds } from './register-facts.ts'

const most = 20

/**
 * Unions of the whole federation by a part of the name or the beginning of a code. Whoever changes the union must be able to name the other
 * one, within their scope or not: a name and a code are all that is told.
 */
export async function findUnions(
  tx: Tx,
  _actor: Actor,
  input: InputOf<(typeof operations)['findUnions']>,
): Promise<OutputOf<(typeof operations)['findUnions']>> {
  const wanted = input.q.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`)
  const { rows } = await sql<{ id: string; name: string; code: string }>`
    select o.id, p.name, coalesce(p.uscc, o.stat_code) as code
    from organisations o
    join organisation_profiles p on p.tenant_id = o.tenant_id and p.organisation_id = o.id and p.superseded_at is null
      and p.starts_on <= app_today() and (p.ends_before is null or app_today() < p.ends_before)
    where o.tenant_id = ${tx.tenantId} and o.kind = any(${unionKinds}::text[])
      and (p.name ilike ${`%${wanted}%`} or p.uscc ilike ${`${wanted}%`} or o.stat_code ilike ${`${wanted}%`})
      and exists (select from organisation_tree t where t.tenant_id = o.tenant_id and t.descendant_id = o.id and t.depth = 0
        and (t.ends_before is null or app_today() < t.ends_before))
    order by position(${input.q.trim()} in p.name), length(p.name), p.name, o.id limit ${most}`.execute(tx)
  return { items: rows }
}
