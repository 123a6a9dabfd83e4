import { sql } from 'kysely'
import type { PaperCard } from '#contract/matchmaking-paper.ts'
import { mustReachEvent } from '#server/modules/events/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { findSocialEvent } from '../store.ts'

/** How far the cards of everybody who has come are keyed in, by badge number: numbers of readings, never what was read. */
export async function listPaperCards(
  tx: Tx,
  actor: Actor,
  input: { eventId: string },
): Promise<{ limit: number; takesScores: boolean; items: PaperCard[] }> {
  const event = await findSocialEvent(tx, input.eventId)
  await mustReachEvent(tx, { actor, permission: 'matchmaking.key_choices' }, event)
  const { rows } = await sql<PaperCard>`
    select r.badge_no as "badgeNo", coalesce(k.mine, false) as mine, case
      when exists (select from choice_sheets s where s.tenant_id = c.tenant_id and s.event_id = c.event_id and s.registration_id = c.registration_id)
        then 'handed_in'
      when k.readings >= 2 then 'differs' when k.readings = 1 then 'once' else 'none' end as state
    from check_ins c join registrations r on r.tenant_id = c.tenant_id and r.id = c.registration_id
    cross join lateral (
      select count(*) as readings, bool_or(exists (select from appointments a where a.tenant_id = p.tenant_id and a.appointment_id = p.keyed_by
        and a.person_id = ${actor.personId})) as mine
      from choice_paper_entries p where p.tenant_id = c.tenant_id and p.event_id = c.event_id and p.registration_id = c.registration_id) k
    where c.tenant_id = ${tx.tenantId} and c.event_id = ${event.id} and r.badge_no is not null order by r.badge_no`.execute(
    tx,
  )
  return { limit: event.choiceLimit, takesScores: event.takesScores, items: rows }
}
