import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { profilesOf, type DeskProfile } from '../../desk/queries/profiles.ts'
import { refusals } from '../../entry/refusals.ts'
import { openLevels, type PersonLevels } from '../seals.ts'

/** Somebody who wants suggestions and may have them, with what lists are made from. Ids stay on the server. */
export interface Listed {
  profile: DeskProfile
  unionId: string | null
  employerId: string | null
  shownBefore: number
  levels: PersonLevels | null
}

interface Row {
  personId: string
  unionId: string | null
  employerId: string | null
  shownBefore: number
  sealed: Buffer | null
  wrappedKey: Buffer | null
  masterKeyId: number | null
}

/** Everybody of the tenant who wants suggestions, is not hidden and may take part today; `weeks`: how far back being shown counts. */
export async function listedPeople(tx: Tx, weeks: number): Promise<Listed[]> {
  const { rows } = await sql<Row>`
    with shown as (
      select side.person_id, count(*)::int as times from introductions i
      cross join lateral (values (i.person_a), (i.person_b)) as side (person_id)
      where i.tenant_id = ${tx.tenantId} and i.source = 'suggestion' and i.proposed_at > app_now() - ${weeks} * interval '1 week'
      group by side.person_id)
    select d.person_id as "personId", m.union_id as "unionId", w.employer_id as "employerId", coalesce(s.times, 0) as "shownBefore",
      l.sealed, k.wrapped_key as "wrappedKey", k.master_key_id as "masterKeyId"
    from dating_profiles d
    left join member_index m on m.tenant_id = d.tenant_id and m.person_id = d.person_id and m.kind = 'member'
    left join lateral (
      select employer_id from employments e where e.tenant_id = d.tenant_id and e.person_id = d.person_id and e.superseded_at is null
        and e.starts_on <= app_today() and (e.ends_before is null or app_today() < e.ends_before)
      order by e.starts_on desc limit 1) w on true
    left join shown s on s.person_id = d.person_id
    left join suggestion_levels l on l.tenant_id = d.tenant_id and l.person_id = d.person_id
    left join person_keys k on k.tenant_id = d.tenant_id and k.person_id = d.person_id
    where d.tenant_id = ${tx.tenantId} and d.wants_suggestions
      and not exists (select from profile_hidings h where h.tenant_id = d.tenant_id and h.profile_id = d.id and h.ended_at is null)
    order by d.person_id`.execute(tx)
  const personIds = rows.map((row) => row.personId)
  const refused = await refusals(tx, { personIds })
  const profiles = await profilesOf(tx, personIds)
  return rows.flatMap((row) => {
    const profile = profiles.get(row.personId)
    if (profile === undefined || refused.has(row.personId)) return []
    const { unionId, employerId, shownBefore } = row
    return [{ profile, unionId, employerId, shownBefore, levels: levelsIn(tx, row) }]
  })
}

function levelsIn(tx: Tx, { sealed, wrappedKey, masterKeyId }: Row): PersonLevels | null {
  if (sealed === null || wrappedKey === null || masterKeyId === null) return null
  return openLevels(tx, { wrappedKey, masterKeyId }, sealed)
}

/**
 * Pairs that are never suggested (again): blocked either way, introduced or suggested before whatever came of it, found each other, became a
 * couple, or sat at one table at an event whose choices are closed.
 */
export async function barredPairs(tx: Tx): Promise<{ a: string; b: string }[]> {
  const { rows } = await sql<{ a: string; b: string }>`
    select person_a as a, person_b as b from introductions where tenant_id = ${tx.tenantId}
    union select person_a, person_b from mutual_interests where tenant_id = ${tx.tenantId}
    union select person_a, person_b from couples where tenant_id = ${tx.tenantId}
    union select least(person_id, blocked_person_id), greatest(person_id, blocked_person_id) from blocks
      where tenant_id = ${tx.tenantId} and ended_at is null
    union select own.person_id, other.person_id from choice_closings c
      join seating_rounds n on n.tenant_id = c.tenant_id and n.event_id = c.event_id and n.released_at is not null
      join seatings mine on mine.tenant_id = n.tenant_id and mine.event_id = n.event_id and mine.round_no = n.round_no and mine.table_no is not null
      join seatings theirs on theirs.tenant_id = n.tenant_id and theirs.event_id = n.event_id and theirs.round_no = n.round_no
        and theirs.table_no = mine.table_no
      join registrations own on own.tenant_id = n.tenant_id and own.id = mine.registration_id
      join registrations other on other.tenant_id = n.tenant_id and other.id = theirs.registration_id
      where c.tenant_id = ${tx.tenantId} and own.person_id < other.person_id and own.sex <> other.sex`.execute(
    tx,
  )
  return rows
}
