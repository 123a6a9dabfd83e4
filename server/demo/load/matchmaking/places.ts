import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'

/**
 * Counts the places that the registrations hold, as admission keeps them. The great event that is open takes as many women as men, and at
 * most twenty more of one side until three days before registration ends.
 */
export async function loadPlaces(tx: Tx): Promise<void> {
  await sql`
    insert into event_places (tenant_id, event_id, taken, next_badge_no, due_at, ratio_male, ratio_female, tolerance, release_at)
    select e.tenant_id, e.id, count(r.id) filter (where r.state = 'admitted'), coalesce(max(r.badge_no), 0) + 1,
      case when e.state = 'published' and e.starts_at > app_now() then case when e.capacity = 700 then e.registration_closes_at - interval '3 days' else e.starts_at end end,
      case when e.capacity = 700 then 1 end, case when e.capacity = 700 then 1 end, case when e.capacity = 700 then 20 end,
      case when e.capacity = 700 then e.registration_closes_at - interval '3 days' end
    from events e left join registrations r on r.tenant_id = e.tenant_id and r.event_id = e.id
    where e.tenant_id = ${tx.tenantId} and e.state <> 'review' group by e.tenant_id, e.id`.execute(tx)
  await sql`
    insert into event_place_counts (tenant_id, event_id, dimension, value, taken)
    select r.tenant_id, r.event_id, g.dimension, g.value, count(*)
    from registrations r, lateral (values ('sex', r.sex), ('unit', r.union_id::text), ('age_band', r.age_band),
      ('first_timer', case when r.first_timer then 'yes' end)) as g (dimension, value)
    where r.tenant_id = ${tx.tenantId} and r.state = 'admitted' and g.value is not null
    group by r.tenant_id, r.event_id, g.dimension, g.value`.execute(tx)
}
