import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refusals } from '../../entry/refusals.ts'
import { keptApart } from '../../kept-apart.ts'
import { withinLimits } from '../rules.ts'
import { profilesOf, type DeskProfile } from './profiles.ts'

/**
 * Of these, those whom the person could be introduced to: both may take part and are not hidden, each lies within the other's limits, neither
 * has blocked the other, and the two have not been introduced, met with nothing coming of it, or found each other before. Which of it stands in
 * the way is never said.
 */
export async function possiblePartners(
  tx: Tx,
  personId: string,
  candidateIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const others = candidateIds.filter((id) => id !== personId)
  const personIds = [personId, ...others]
  const profiles = await profilesOf(tx, personIds)
  const own = profiles.get(personId)
  const refused = await refusals(tx, { personIds })
  if (own === undefined || own.hidden || refused.has(personId)) return new Set()
  const apart = new Set((await keptApart(tx, personIds)).filter((pair) => pair.includes(personId)).flat())
  const before = await metBefore(tx, personId, others)
  return new Set(
    others.filter((id) => {
      const other = profiles.get(id)
      if (other === undefined || other.hidden || refused.has(id)) return false
      return !apart.has(id) && !before.has(id) && fitEachOther(own, other)
    }),
  )
}

function fitEachOther(one: DeskProfile, other: DeskProfile): boolean {
  return (
    one.sex !== other.sex && withinLimits(one.limits, other.facts) && withinLimits(other.limits, one.facts)
  )
}

/** Of these, those with whom there was something before: an introduction, a mutual interest, a couple, or a table at an event whose choices are closed. */
async function metBefore(
  tx: Tx,
  personId: string,
  otherIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    with asked as (
      select o.id, least(o.id, ${personId}::uuid) as a, greatest(o.id, ${personId}::uuid) as b from unnest(${otherIds}::uuid[]) as o (id))
    select asked.id from asked
    where exists (select from introductions i where i.tenant_id = ${tx.tenantId} and i.person_a = asked.a and i.person_b = asked.b)
      or exists (select from mutual_interests i where i.tenant_id = ${tx.tenantId} and i.person_a = asked.a and i.person_b = asked.b)
      or exists (select from couples c where c.tenant_id = ${tx.tenantId} and c.person_a = asked.a and c.person_b = asked.b)
    union
    select theirs.person_id from registrations mine
    join choice_closings closed on closed.tenant_id = mine.tenant_id and closed.event_id = mine.event_id
    join seatings here on here.tenant_id = mine.tenant_id and here.registration_id = mine.id and here.table_no is not null
    join seating_rounds r on r.tenant_id = here.tenant_id and r.event_id = here.event_id and r.round_no = here.round_no and r.released_at is not null
    join seatings beside on beside.tenant_id = here.tenant_id and beside.event_id = here.event_id and beside.round_no = here.round_no
      and beside.table_no = here.table_no
    join registrations theirs on theirs.tenant_id = beside.tenant_id and theirs.id = beside.registration_id
    where mine.tenant_id = ${tx.tenantId} and mine.person_id = ${personId} and theirs.person_id = any(${otherIds}::uuid[])`.execute(
    tx,
  )
  return new Set(rows.map((row) => row.id))
}
