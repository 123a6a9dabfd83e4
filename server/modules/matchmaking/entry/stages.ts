import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'

/** What stands between two people, and the profile of one of them as it is stored. */
export interface StageRow {
  personId: string
  /** Both agreed to meet again, at an event or after an introduction. */
  mutual: boolean
  /** They are a couple, or became one: then neither is hidden from the other for being taken. */
  couple: boolean
  /** An introduction or suggestion between the two waits for answers. */
  introduced: boolean
  /** The latest event both came to, while choices are open. */
  eventId: string | null
  badgeNo: number | null
  /** A member of the same union, a colleague, or one who holds a post there. */
  sameUnit: boolean
  blocked: boolean
  hidings: string[]
  name: string
  birthDate: string | null
  today: string
  profileId: string | null
  cardCipher: Buffer | null
  hiddenCipher: Buffer | null
  limitsCipher: Buffer | null
  districtCode: string | null
  hideFromUnit: boolean | null
  wrappedKey: Buffer | null
  masterKeyId: number | null
}

/** How far the viewer has come with each of these persons, with one statement. Ids are root records. */
export async function stagesOf(
  tx: Tx,
  viewerId: string,
  personIds: readonly string[],
): Promise<readonly StageRow[]> {
  const { rows } = await sql<StageRow>`
    with asked as (
      select g.id, least(g.id, ${viewerId}::uuid) as a, greatest(g.id, ${viewerId}::uuid) as b from unnest(${personIds}::uuid[]) as g (id)
      where g.id <> ${viewerId}::uuid),
    here as (
      select mine.event_id, theirs.person_id, theirs.badge_no, e.starts_at from registrations mine
      join events e on e.tenant_id = mine.tenant_id and e.id = mine.event_id and e.state = 'published' and e.starts_at <= app_now()
      join registrations theirs on theirs.tenant_id = mine.tenant_id and theirs.event_id = mine.event_id
      where mine.tenant_id = ${tx.tenantId} and mine.person_id = ${viewerId} and theirs.person_id = any(${personIds}::uuid[])
        and exists (select from check_ins c where c.tenant_id = mine.tenant_id and c.registration_id = mine.id)
        and exists (select from check_ins c where c.tenant_id = theirs.tenant_id and c.registration_id = theirs.id)
        and not exists (select from choice_closings c where c.tenant_id = mine.tenant_id and c.event_id = mine.event_id))
    select p.id as "personId",
      exists (select from mutual_interests i where i.tenant_id = ${tx.tenantId} and i.person_a = asked.a and i.person_b = asked.b) as mutual,
      exists (select from couples c where c.tenant_id = ${tx.tenantId} and c.person_a = asked.a and c.person_b = asked.b
        and c.confirmed_at is not null) as couple,
      exists (select from introductions i where i.tenant_id = ${tx.tenantId} and i.person_a = asked.a and i.person_b = asked.b
        and app_now() < i.answer_until) as introduced,
      event.event_id as "eventId", event.badge_no as "badgeNo",
      ${ofOneUnit(tx, viewerId)} as "sameUnit",
      exists (select from blocks k where k.tenant_id = ${tx.tenantId} and k.ended_at is null
        and ((k.person_id = asked.id and k.blocked_person_id = ${viewerId}) or (k.person_id = ${viewerId} and k.blocked_person_id = asked.id)))
        as blocked,
      array(select h.reason from profile_hidings h where h.tenant_id = ${tx.tenantId} and h.profile_id = d.id and h.ended_at is null) as hidings,
      p.name, p.birth_date as "birthDate", app_today() as today, d.id as "profileId", d.card_cipher as "cardCipher", d.hidden_cipher as "hiddenCipher",
      d.limits_cipher as "limitsCipher", d.district_code as "districtCode", d.hide_from_unit as "hideFromUnit",
      k.wrapped_key as "wrappedKey", k.master_key_id as "masterKeyId"
    from asked
    join persons p on p.tenant_id = ${tx.tenantId} and p.id = asked.id
    left join dating_profiles d on d.tenant_id = ${tx.tenantId} and d.person_id = asked.id
    left join person_keys k on k.tenant_id = ${tx.tenantId} and k.person_id = asked.id
    left join lateral (select h.event_id, h.badge_no from here h where h.person_id = asked.id order by h.starts_at desc limit 1) event on true`.execute(
    tx,
  )
  return rows
}

/** Of these persons, those whom the viewer knows from work: members of one union, colleagues, and those of the unit the viewer holds a post in. */
export async function ownUnitAmong(
  tx: Tx,
  viewerId: string,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select asked.id from unnest(${personIds}::uuid[]) as asked (id) where ${ofOneUnit(tx, viewerId)}`.execute(
    tx,
  )
  return new Set(rows.map((row) => row.id))
}

// `asked.id` and the viewer. Facts of today only: whoever has left the unit is no colleague any more.
function ofOneUnit(tx: Tx, viewerId: string) {
  return sql<boolean>`exists (
    select from member_index t where t.tenant_id = ${tx.tenantId} and t.person_id = asked.id and (
      exists (select from member_index v where v.tenant_id = t.tenant_id and v.person_id = ${viewerId}
        and (v.union_id = t.union_id or v.employer_id = t.employer_id))
      or exists (select from appointments a where a.tenant_id = t.tenant_id and a.person_id = ${viewerId} and a.superseded_at is null
        and a.starts_on <= app_today() and (a.ends_before is null or app_today() < a.ends_before)
        and a.organisation_id in (t.union_id, t.employer_id))))`
}
