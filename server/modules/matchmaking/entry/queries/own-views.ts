import { sql } from 'kysely'
import type { operations } from '#contract/matchmaking-entry.ts'
import type { OutputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { selfOf } from '../self.ts'

type Answer = OutputOf<(typeof operations)['listOwnProfileViews']>

/** Every look of staff at one's profile, the latest first: as what, for which organisation, on what occasion. At most 300. */
export async function listOwnProfileViews(tx: Tx, actor: Actor): Promise<Answer> {
  const { recordIds } = await selfOf(tx, actor)
  const { rows } = await sql<Omit<Answer['items'][number], 'viewedAt'> & { viewedAt: Date }>`
    select v.id, a.post, coalesce(o.name, '') as "organisationName", v.occasion, v.viewed_at as "viewedAt" from profile_views v
    join appointments a on a.tenant_id = v.tenant_id and a.appointment_id = v.appointment_id and a.superseded_at is null
    left join organisation_profiles o on o.tenant_id = a.tenant_id and o.organisation_id = a.organisation_id and o.superseded_at is null
      and o.ends_before is null
    where v.tenant_id = ${tx.tenantId} and v.person_id = any(${recordIds}::uuid[])
    order by v.viewed_at desc, v.id desc limit 300`.execute(tx)
  return { items: rows.map((row) => ({ ...row, viewedAt: row.viewedAt.toISOString() })) }
}
