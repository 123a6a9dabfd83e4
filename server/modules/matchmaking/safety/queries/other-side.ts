import { sql } from 'kysely'
import type { PersonAbout } from '#contract/matchmaking-safety.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { notFound } from '#server/platform/errors.ts'

/** Somebody a person has to do with, and where. */
export interface OtherSide {
  personId: string
  /** Where it lies with whoever looks after safety. */
  organisationId: string
  occasion: { eventId: string | null; introductionId: string | null; interestId: string | null }
  badgeNo: number | null
  /** When the two had last to do with each other. */
  lastMetAt: Date
}

/**
 * The person behind a number at an event, an introduction or a mutual interest of one's own; "not there" for everything else, whatever the reason.
 * Blocks, hidings and refusals are not asked: whoever was met can be blocked and reported whatever became of them since.
 */
export async function otherSide(tx: Tx, personId: string, about: PersonAbout): Promise<OtherSide> {
  const none = { eventId: null, introductionId: null, interestId: null }
  if ('eventId' in about) {
    const row = await atEvent(tx, personId, about)
    return { ...row, occasion: { ...none, eventId: about.eventId } }
  }
  const [table, id] =
    'introductionId' in about
      ? (['introductions', about.introductionId] as const)
      : (['mutual_interests', about.interestId] as const)
  const { rows } = await sql<Omit<OtherSide, 'occasion'>>`
    select case when i.person_a = ${personId} then i.person_b else i.person_a end as "personId", i.organisation_id as "organisationId",
      null::int as "badgeNo", ${sql.ref(table === 'introductions' ? 'i.proposed_at' : 'i.revealed_at')} as "lastMetAt"
    from ${sql.table(table)} i where i.tenant_id = ${tx.tenantId} and i.id = ${id} and ${personId}::uuid in (i.person_a, i.person_b)`.execute(
    tx,
  )
  const row = rows[0] ?? notFound()
  const key = table === 'introductions' ? 'introductionId' : 'interestId'
  return { ...row, occasion: { ...none, [key]: id } }
}

/** The other of a mutual interest of one's own; undefined for any other. */
export async function otherOfInterest(
  tx: Tx,
  personId: string,
  interestId: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ otherId: string }>`
    select case when i.person_a = ${personId} then i.person_b else i.person_a end as "otherId" from mutual_interests i
    where i.tenant_id = ${tx.tenantId} and i.id = ${interestId} and ${personId}::uuid in (i.person_a, i.person_b)`.execute(
    tx,
  )
  return rows[0]?.otherId
}

async function atEvent(
  tx: Tx,
  personId: string,
  about: { eventId: string; badgeNo: number },
): Promise<Omit<OtherSide, 'occasion'>> {
  const { rows } = await sql<Omit<OtherSide, 'occasion'>>`
    select theirs.person_id as "personId", e.organisation_id as "organisationId", theirs.badge_no as "badgeNo", e.ends_at as "lastMetAt"
    from registrations mine
    join registrations theirs on theirs.tenant_id = mine.tenant_id and theirs.event_id = mine.event_id and theirs.person_id <> mine.person_id
    join events e on e.tenant_id = mine.tenant_id and e.id = mine.event_id
    where mine.tenant_id = ${tx.tenantId} and mine.event_id = ${about.eventId} and mine.person_id = ${personId} and theirs.badge_no = ${about.badgeNo}
      and exists (select from check_ins c where c.tenant_id = mine.tenant_id and c.registration_id = mine.id)
      and exists (select from check_ins c where c.tenant_id = theirs.tenant_id and c.registration_id = theirs.id)`.execute(
    tx,
  )
  return rows[0] ?? notFound()
}
