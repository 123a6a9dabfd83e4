import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** A couple's row: what each of the two has said, and since when it counts. */
export interface CoupleRow {
  id: string
  personA: string
  personB: string
  organisationId: string
  aConfirmedAt: Date | null
  bConfirmedAt: Date | null
  confirmedAt: Date | null
}

/** The row of this pair, locked; made where there is none. Two who are found twice have one row. */
export async function lockCouple(
  tx: Tx,
  pair: { persons: readonly [string, string]; organisationId: string; interestId: string },
): Promise<CoupleRow> {
  const [personA, personB] = pair.persons
  await tx
    .insertInto('couples')
    .values({
      tenant_id: tx.tenantId,
      id: newId(),
      person_a: personA,
      person_b: personB,
      organisation_id: pair.organisationId,
      interest_id: pair.interestId,
    })
    .onConflict((on) => on.columns(['tenant_id', 'person_a', 'person_b']).doNothing())
    .execute()
  const { rows } = await sql<CoupleRow>`
    select id, person_a as "personA", person_b as "personB", organisation_id as "organisationId", a_confirmed_at as "aConfirmedAt",
      b_confirmed_at as "bConfirmedAt", confirmed_at as "confirmedAt"
    from couples where tenant_id = ${tx.tenantId} and person_a = ${personA} and person_b = ${personB} for update`.execute(
    tx,
  )
  return rows[0]!
}

/** Writes that one of the two has said so; true once both have. The second makes the day it counts from. */
export async function confirmFirst(tx: Tx, coupleId: string, personId: string): Promise<boolean> {
  const { rows } = await sql<{ both: boolean }>`
    update couples c set a_confirmed_at = said.a, b_confirmed_at = said.b,
      confirmed_at = case when said.a is not null and said.b is not null then greatest(said.a, said.b) end
    from (select coalesce(a_confirmed_at, case when person_a = ${personId} then app_now() end) as a,
        coalesce(b_confirmed_at, case when person_b = ${personId} then app_now() end) as b
      from couples where tenant_id = ${tx.tenantId} and id = ${coupleId}) said
    where c.tenant_id = ${tx.tenantId} and c.id = ${coupleId} returning c.confirmed_at is not null as both`.execute(
    tx,
  )
  return rows[0]!.both
}

/** The same for a couple that had ended: it is the couple it was, and counts from the day it first did. */
export async function confirmAgain(tx: Tx, coupleId: string, personId: string): Promise<boolean> {
  await tx
    .insertInto('couple_renewals')
    .values({ tenant_id: tx.tenantId, couple_id: coupleId, person_id: personId })
    .onConflict((on) => on.doNothing())
    .execute()
  const said = await tx
    .selectFrom('couple_renewals')
    .select('person_id')
    .where('tenant_id', '=', tx.tenantId)
    .where('couple_id', '=', coupleId)
    .execute()
  return said.length === 2
}

/** Forgets what one of the two has said and the other has not answered. */
export async function forgetSaid(tx: Tx, coupleId: string, personId: string): Promise<void> {
  await sql`
    update couples set a_confirmed_at = case when person_a = ${personId} then null else a_confirmed_at end,
      b_confirmed_at = case when person_b = ${personId} then null else b_confirmed_at end
    where tenant_id = ${tx.tenantId} and id = ${coupleId} and confirmed_at is null`.execute(tx)
  await tx
    .deleteFrom('couple_renewals')
    .where('tenant_id', '=', tx.tenantId)
    .where('couple_id', '=', coupleId)
    .where('person_id', '=', personId)
    .execute()
}

/** Opens a couple for both. The database refuses where one of the two has another one open. */
export async function insertOpenCouple(tx: Tx, couple: CoupleRow): Promise<void> {
  await tx
    .deleteFrom('couple_renewals')
    .where('tenant_id', '=', tx.tenantId)
    .where('couple_id', '=', couple.id)
    .execute()
  // The smaller id first, always: two couples that share a person wait for each other and never in a circle.
  for (const person_id of [couple.personA, couple.personB])
    await tx
      .insertInto('open_couples')
      .values({ tenant_id: tx.tenantId, person_id, couple_id: couple.id })
      .execute()
}

/**
 * Ends a couple for both. What either had said to somebody else before is forgotten: it was not meant for today.
 */
export async function deleteOpenCouple(tx: Tx, couple: CoupleRow): Promise<void> {
  const both = [couple.personA, couple.personB]
  await tx
    .deleteFrom('open_couples')
    .where('tenant_id', '=', tx.tenantId)
    .where('couple_id', '=', couple.id)
    .execute()
  await tx
    .deleteFrom('couple_renewals')
    .where('tenant_id', '=', tx.tenantId)
    .where('person_id', 'in', both)
    .execute()
  await sql`
    update couples set a_confirmed_at = case when person_a = any(${both}::uuid[]) then null else a_confirmed_at end,
      b_confirmed_at = case when person_b = any(${both}::uuid[]) then null else b_confirmed_at end
    where tenant_id = ${tx.tenantId} and confirmed_at is null and (person_a = any(${both}::uuid[]) or person_b = any(${both}::uuid[]))`.execute(
    tx,
  )
}

/** Of these persons, the open couple of each. */
export async function openCouplesOf(
  tx: Tx,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('open_couples')
    .select(['person_id', 'couple_id'])
    .where('tenant_id', '=', tx.tenantId)
    .where('person_id', 'in', [...personIds])
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.couple_id]))
}

/** Every organisation and matchmaker that brought the two together claims the couple, once each; the couple counts once whoever does. */
export async function insertClaims(tx: Tx, couple: CoupleRow): Promise<void> {
  await sql`
    insert into couple_claims (tenant_id, couple_id, organisation_id, matchmaker_id)
    select distinct on (i.organisation_id) i.tenant_id, ${couple.id}::uuid, i.organisation_id, n.matchmaker_id
    from mutual_interests i left join introductions n on n.tenant_id = i.tenant_id and n.id = i.introduction_id
    where i.tenant_id = ${tx.tenantId} and i.person_a = ${couple.personA} and i.person_b = ${couple.personB}
    order by i.organisation_id, n.matchmaker_id nulls last
    on conflict do nothing`.execute(tx)
}

/** The couples of somebody, by the other of the two. */
export async function couplesOf(
  tx: Tx,
  personId: string,
): Promise<ReadonlyMap<string, CoupleRow & { open: boolean; renewed: boolean }>> {
  const { rows } = await sql<CoupleRow & { open: boolean; renewed: boolean }>`
    select c.id, c.person_a as "personA", c.person_b as "personB", c.organisation_id as "organisationId", c.a_confirmed_at as "aConfirmedAt",
      c.b_confirmed_at as "bConfirmedAt", c.confirmed_at as "confirmedAt",
      exists (select from open_couples o where o.tenant_id = c.tenant_id and o.couple_id = c.id) as open,
      exists (select from couple_renewals r where r.tenant_id = c.tenant_id and r.couple_id = c.id and r.person_id = ${personId}) as renewed
    from couples c where c.tenant_id = ${tx.tenantId} and (c.person_a = ${personId} or c.person_b = ${personId})`.execute(
    tx,
  )
  return new Map(rows.map((row) => [row.personA === personId ? row.personB : row.personA, row]))
}
