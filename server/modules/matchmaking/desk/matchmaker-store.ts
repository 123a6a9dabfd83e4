import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'

/** A matchmaker's entry in the register. */
export interface MatchmakerRow {
  id: string
  personId: string
  organisationId: string
  agreementNo: string | null
  agreementSignedOn: string | null
  districtCodes: string[]
  caseloadLimit: number
  endedOn: string | null
}

/** The entry; answers "not there" for an unknown id. */
export async function findMatchmaker(tx: Tx, id: string): Promise<MatchmakerRow> {
  return found(await matchmakerById(tx, id).executeTakeFirst())
}

/** The entry, locked against every other step of it: cases are taken one after the other, so that the caseload holds. */
export async function lockMatchmaker(tx: Tx, id: string): Promise<MatchmakerRow> {
  return found(await matchmakerById(tx, id).forUpdate().executeTakeFirst())
}

/** Of somebody and an organisation the entry that has not ended, or undefined. */
export async function openMatchmakerOf(
  tx: Tx,
  holder: { personId: string; organisationId: string },
): Promise<MatchmakerRow | undefined> {
  return matchmakers(tx)
    .where('person_id', '=', holder.personId)
    .where('organisation_id', '=', holder.organisationId)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
}

function matchmakerById(tx: Tx, id: string) {
  return matchmakers(tx).where('id', '=', id)
}

function matchmakers(tx: Tx) {
  return tx
    .selectFrom('matchmakers')
    .select([
      'id',
      'person_id as personId',
      'organisation_id as organisationId',
      'agreement_no as agreementNo',
      'agreement_signed_on as agreementSignedOn',
      'district_codes as districtCodes',
      'caseload_limit as caseloadLimit',
      'ended_on as endedOn',
    ])
    .where('tenant_id', '=', tx.tenantId)
}

/** What may be changed in an entry. */
export interface MatchmakerFields {
  districtCodes: readonly string[]
  caseloadLimit: number
  training: string | null
  trainedOn: string | null
}

/** Adds an entry; null when the person has an open one. */
export async function insertMatchmaker(
  tx: Tx,
  entry: MatchmakerFields & { personId: string; organisationId: string; registeredBy: string },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into matchmakers (tenant_id, id, person_id, organisation_id, registered_on, registered_by, trained_on, training, district_codes, caseload_limit)
    values (${tx.tenantId}, ${randomUUID()}, ${entry.personId}, ${entry.organisationId}, app_today(), ${entry.registeredBy}, ${entry.trainedOn},
      ${entry.training}, ${[...entry.districtCodes]}::text[], ${entry.caseloadLimit})
    on conflict (tenant_id, person_id) where ended_on is null do nothing returning id`.execute(tx)
  return rows[0]?.id ?? null
}

/** Changes districts, caseload and training. */
export async function updateMatchmakerRow(tx: Tx, id: string, fields: MatchmakerFields): Promise<void> {
  await sql`
    update matchmakers set district_codes = ${[...fields.districtCodes]}::text[], caseload_limit = ${fields.caseloadLimit},
      training = ${fields.training}, trained_on = ${fields.trainedOn}
    where tenant_id = ${tx.tenantId} and id = ${id}`.execute(tx)
}

/** Records the signed agreement. */
export async function signAgreement(
  tx: Tx,
  id: string,
  agreement: { no: string; signedOn: string },
): Promise<void> {
  await sql`update matchmakers set agreement_no = ${agreement.no}, agreement_signed_on = ${agreement.signedOn}
    where tenant_id = ${tx.tenantId} and id = ${id}`.execute(tx)
}

/** Ends an entry today. */
export async function endMatchmakerRow(tx: Tx, id: string, reason: string): Promise<void> {
  await sql`update matchmakers set ended_on = app_today(), ended_at = now(), end_reason = ${reason}
    where tenant_id = ${tx.tenantId} and id = ${id}`.execute(tx)
}

/** The persons a matchmaker looks after now, locked in one order. */
export async function lockCasesOf(tx: Tx, matchmakerId: string): Promise<{ personId: string }[]> {
  const { rows } = await sql<{ personId: string }>`
    select person_id as "personId" from matchmaker_cases
    where tenant_id = ${tx.tenantId} and matchmaker_id = ${matchmakerId} and ended_on is null order by id for update`.execute(
    tx,
  )
  return rows
}

/** How many a matchmaker looks after now. */
export async function countOpenCases(tx: Tx, matchmakerId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from matchmaker_cases
    where tenant_id = ${tx.tenantId} and matchmaker_id = ${matchmakerId} and ended_on is null`.execute(tx)
  return rows[0]!.n
}

/** An open wish for a matchmaker. */
export interface WishRow {
  id: string
  personId: string
  organisationId: string
  formerMatchmakerId: string | null
}

/** Adds a wish; false when one is open already. */
export async function insertWish(
  tx: Tx,
  wish: { personId: string; organisationId: string; formerMatchmakerId: string | null },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into matchmaker_wishes (tenant_id, id, person_id, organisation_id, former_matchmaker_id, wished_at)
    values (${tx.tenantId}, ${randomUUID()}, ${wish.personId}, ${wish.organisationId}, ${wish.formerMatchmakerId}, app_now())
    on conflict (tenant_id, person_id) where ended_at is null do nothing returning id`.execute(tx)
  return rows[0]?.id ?? null
}

/** The open wish of this id, locked. */
export async function lockOpenWish(tx: Tx, id: string): Promise<WishRow | undefined> {
  const { rows } = await sql<WishRow>`
    select id, person_id as "personId", organisation_id as "organisationId", former_matchmaker_id as "formerMatchmakerId"
    from matchmaker_wishes where tenant_id = ${tx.tenantId} and id = ${id} and ended_at is null for update`.execute(
    tx,
  )
  return rows[0]
}

/** Ends the open wish of somebody, if there is one; gives its id. */
export async function endWishOf(
  tx: Tx,
  personId: string,
  outcome: 'assigned' | 'taken' | 'withdrawn',
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    update matchmaker_wishes set ended_at = app_now(), outcome = ${outcome}
    where tenant_id = ${tx.tenantId} and person_id = ${personId} and ended_at is null returning id`.execute(
    tx,
  )
  return rows[0]?.id ?? null
}
