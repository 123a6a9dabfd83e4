import { sql } from 'kysely'
import type { Author } from '#server/platform/audit.ts'
import type { PlumbingTx, Tx } from '#server/platform/db/transaction.ts'
import { slipTries, ticketMinutes } from './rules.ts'

export type Source = 'code' | 'slip' | 'invitation'

/** What a stranger's secret leads to. */
export interface SecretRow {
  tenantId: string
  personId: string
  source: Source
  sourceId: string | null
}

/** What a secret of these kinds leads to while it is good; undefined when it is not there, over its time or tried too often. */
export async function findSecret(
  tx: PlumbingTx | Tx,
  hash: Buffer,
  kinds: readonly string[],
): Promise<SecretRow | undefined> {
  const { rows } = await sql<SecretRow>`
    select tenant_id as "tenantId", person_id as "personId", source, source_id as "sourceId" from activation_secrets
    where secret_hash = ${hash} and kind = any(${kinds}::text[]) and expires_at > app_now() and tries < ${sql.lit(slipTries)}
    for update`.execute(tx)
  return rows[0]
}

/** Gives a ticket that is good for a quarter of an hour. */
export async function insertTicket(tx: Tx, hash: Buffer, of: Omit<SecretRow, 'tenantId'>): Promise<void> {
  await tx
    .insertInto('activation_secrets')
    .values({
      secret_hash: hash,
      kind: 'ticket',
      tenant_id: tx.tenantId,
      person_id: of.personId,
      source: of.source,
      source_id: of.sourceId,
      expires_at: sql<Date>`app_now() + ${sql.lit(ticketMinutes)} * interval '1 minute'`,
    })
    .execute()
}

/** Counts a wrong end of the document; returns how many there have been. */
export async function countSlipTry(tx: Tx, hash: Buffer): Promise<number> {
  const row = await tx
    .updateTable('activation_secrets')
    .set(({ eb }) => ({ tries: eb('tries', '+', 1) }))
    .where('secret_hash', '=', hash)
    .returning('tries')
    .executeTakeFirstOrThrow()
  return row.tries
}

/** Makes a secret worthless, and the tickets a person still holds. */
export async function spendSecret(tx: Tx, hash: Buffer, personId: string): Promise<void> {
  await sql`delete from activation_secrets where tenant_id = ${tx.tenantId}
    and (secret_hash = ${hash} or person_id = ${personId} and kind = 'ticket')`.execute(tx)
}

/** Forgets secrets whose time is over. */
export async function forgetOldSecrets(tx: PlumbingTx): Promise<void> {
  await sql`delete from activation_secrets where expires_at < app_now() - interval '1 day'`.execute(tx)
}

/** Notes that slips are to be printed. */
export async function insertSlipRun(
  tx: Tx,
  author: Author,
  run: { id: string; organisation_id: string; person_ids: readonly string[]; expires_on: string },
): Promise<void> {
  await tx
    .insertInto('slip_runs')
    .values({
      tenant_id: tx.tenantId,
      ...run,
      person_ids: [...run.person_ids],
      ordered_by: author?.appointment?.id ?? null,
    })
    .execute()
}

/** A slip before it is written. */
export interface NewSlip {
  id: string
  personId: string
  unionId: string
  hash: Buffer
}

/** Writes slips of a run with what they are found by; whoever has one of this run already keeps it. */
export async function insertSlips(
  tx: Tx,
  run: { id: string; expiresOn: string },
  slips: readonly NewSlip[],
): Promise<void> {
  const given = sql`unnest(${slips.map((slip) => slip.id)}::uuid[], ${slips.map((slip) => slip.personId)}::uuid[],
    ${slips.map((slip) => slip.unionId)}::uuid[], ${slips.map((slip) => slip.hash)}::bytea[]) as s (id, person_id, union_id, hash)`
  await sql`
    with written as (
      insert into activation_slips (tenant_id, id, run_id, person_id, union_id, expires_on)
      select ${tx.tenantId}::uuid, s.id, ${run.id}::uuid, s.person_id, s.union_id, ${run.expiresOn}::date from ${given}
      on conflict (tenant_id, run_id, person_id) do nothing
      returning id, person_id)
    insert into activation_secrets (secret_hash, kind, tenant_id, person_id, source, source_id, expires_at)
    select s.hash, 'slip', ${tx.tenantId}::uuid, s.person_id, 'slip', s.id, (${run.expiresOn}::date + 1)::timestamp at time zone 'Asia/Shanghai'
    from ${given} join written on written.id = s.id`.execute(tx)
}

/** Which open slips to end: all of some people, or one. */
export type WhichSlips = { personIds: readonly string[]; exceptRun: string | null } | { slipId: string }

/** Ends open slips and makes their codes worthless; returns how many. */
export async function endSlips(
  tx: Tx,
  which: WhichSlips,
  ending: { outcome: 'used' | 'revoked' | 'replaced' | 'spoilt'; endedBy: string | null },
): Promise<number> {
  const chosen =
    'slipId' in which
      ? sql`s.id = ${which.slipId}`
      : sql`s.person_id = any(${which.personIds}::uuid[]) and s.run_id is distinct from ${which.exceptRun}::uuid`
  const { rows } = await sql<{ slip_id: string }>`
    with ended as (
      insert into activation_slip_endings (tenant_id, slip_id, outcome, ended_by)
      select s.tenant_id, s.id, ${ending.outcome}, ${ending.endedBy}::uuid from activation_slips s
      where s.tenant_id = ${tx.tenantId} and ${chosen} and s.expires_on >= app_today()
      on conflict do nothing returning slip_id),
    spent as (
      delete from activation_secrets x using ended
      where x.tenant_id = ${tx.tenantId} and x.source = 'slip' and x.source_id = ended.slip_id)
    select slip_id from ended`.execute(tx)
  return rows.length
}

/** An invitation before it is written. */
export interface NewInvitation {
  id: string
  appointmentId: string
  personId: string
  organisationId: string
  channel: string
  hash: Buffer
  days: number
}

/** Writes an invitation with what its link is found by; returns until when it is good. */
export async function insertInvitation(tx: Tx, author: Author, invitation: NewInvitation): Promise<Date> {
  const { id, appointmentId, personId, organisationId, channel, hash, days } = invitation
  const { rows } = await sql<{ expires_at: Date }>`
    with written as (
      insert into invitations (tenant_id, id, appointment_id, person_id, organisation_id, channel, expires_at, invited_by, invited_at)
      values (${tx.tenantId}, ${id}, ${appointmentId}, ${personId}, ${organisationId}, ${channel}, app_now() + ${days} * interval '1 day',
        ${author?.appointment?.id ?? null}, app_now())
      returning id, person_id, expires_at)
    insert into activation_secrets (secret_hash, kind, tenant_id, person_id, source, source_id, expires_at)
    select ${hash}::bytea, 'invitation', ${tx.tenantId}::uuid, person_id, 'invitation', id, expires_at from written
    returning expires_at`.execute(tx)
  return rows[0]!.expires_at
}

/** Ends the open invitations of a person, or one; returns how many. */
export async function endInvitations(
  tx: Tx,
  which: { personId: string } | { invitationId: string },
  ending: { outcome: 'accepted' | 'revoked' | 'replaced'; endedBy: string | null },
): Promise<number> {
  const chosen =
    'personId' in which ? sql`i.person_id = ${which.personId}` : sql`i.id = ${which.invitationId}`
  const { rows } = await sql<{ invitation_id: string }>`
    with ended as (
      insert into invitation_endings (tenant_id, invitation_id, outcome, ended_by)
      select i.tenant_id, i.id, ${ending.outcome}, ${ending.endedBy}::uuid from invitations i
      where i.tenant_id = ${tx.tenantId} and ${chosen} and i.expires_at > app_now()
      on conflict do nothing returning invitation_id),
    spent as (
      delete from activation_secrets x using ended
      where x.tenant_id = ${tx.tenantId} and x.source = 'invitation' and x.source_id = ended.invitation_id)
    select invitation_id from ended`.execute(tx)
  return rows.length
}
