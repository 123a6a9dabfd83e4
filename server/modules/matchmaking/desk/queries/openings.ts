import { sql } from 'kysely'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** How many more profiles of the pool the appointment in use may open today; looking again at one opened today costs nothing. */
export async function openingsLeft(tx: Tx, actor: Actor): Promise<number> {
  const most = await ruleFor<number>(tx, 'matchmaking.pool_openings_a_day', actor.today)
  const { rows } = await sql<{ n: number }>`
    select count(distinct person_id)::int as n from profile_views
    where tenant_id = ${tx.tenantId} and appointment_id = ${actor.appointment!.id} and occasion = 'pool'
      and (viewed_at at time zone 'Asia/Shanghai')::date = app_today()`.execute(tx)
  return Math.max(0, most.value - rows[0]!.n)
}

/** Whether the appointment in use has opened this profile of the pool today. */
export async function openedToday(tx: Tx, actor: Actor, personId: string): Promise<boolean> {
  const { rows } = await sql`
    select from profile_views where tenant_id = ${tx.tenantId} and person_id = ${personId} and appointment_id = ${actor.appointment!.id}
      and occasion = 'pool' and (viewed_at at time zone 'Asia/Shanghai')::date = app_today() limit 1`.execute(
    tx,
  )
  return rows.length > 0
}
