import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** An honour as a command needs it. */
export interface LockedHonour {
  id: string
  organisationId: string
  holderPersonId: string | null
  isRevoked: boolean
}

/** Keeps an honour; gives its id and the code its certificate is checked by. */
export async function insertHonour(
  tx: Tx,
  honour: {
    organisationId: string
    title: string
    ruleId: string
    holderPersonId: string | null
    holderOrganisationId: string | null
    deed: string
    documentNo: string
    grantedOn: string
    expiresOn: string | null
    grantedBy: string
  },
): Promise<{ id: string; code: string }> {
  const id = newId()
  const code = randomCode()
  await tx
    .insertInto('honours')
    .values({
      tenant_id: tx.tenantId,
      id,
      organisation_id: honour.organisationId,
      title: honour.title,
      rule_id: honour.ruleId,
      holder_person_id: honour.holderPersonId,
      holder_organisation_id: honour.holderOrganisationId,
      deed: honour.deed,
      document_no: honour.documentNo,
      granted_on: honour.grantedOn,
      expires_on: honour.expiresOn,
      code,
      granted_by: honour.grantedBy,
    })
    .execute()
  return { id, code }
}

/** The latest day a holder got a title that was not taken back; null: never. The caller holds the lock of the holder. */
export async function lastGrantedOn(
  tx: Tx,
  of: { title: string; personIds: readonly string[]; organisationId: string | null },
): Promise<string | null> {
  const { rows } = await sql<{ day: string | null }>`
    select max(h.granted_on) as day from honours h
    where h.tenant_id = ${tx.tenantId} and h.title = ${of.title}
      and (h.holder_person_id = any(${of.personIds}::uuid[]) or h.holder_organisation_id = ${of.organisationId}::uuid)
      and not exists (select from honour_revocations r where r.tenant_id = h.tenant_id and r.honour_id = h.id)`.execute(
    tx,
  )
  return rows[0]!.day
}

/** Holds a person or an organisation until the transaction ends, so that two officers do not confer one title at once. */
export async function lockHolder(tx: Tx, holderId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('honours ' || ${holderId}, 0))`.execute(tx)
}

/** Locks an honour until the transaction ends; undefined where there is none. */
export async function lockHonour(tx: Tx, honourId: string): Promise<LockedHonour | undefined> {
  const { rows } = await sql<LockedHonour>`
    select h.id, h.organisation_id as "organisationId", h.holder_person_id as "holderPersonId",
      exists (select from honour_revocations r where r.tenant_id = h.tenant_id and r.honour_id = h.id) as "isRevoked"
    from honours h where h.tenant_id = ${tx.tenantId} and h.id = ${honourId} for update of h`.execute(tx)
  return rows[0]
}

/** Takes an honour back from today on. */
export async function insertRevocation(
  tx: Tx,
  revoked: { honourId: string; reason: string; recoveredFen: number | null; revokedBy: string },
): Promise<void> {
  await sql`
    insert into honour_revocations (tenant_id, honour_id, reason, revoked_on, recovered_fen, revoked_by)
    values (${tx.tenantId}, ${revoked.honourId}, ${revoked.reason}, app_today(), ${revoked.recoveredFen}, ${revoked.revokedBy})`.execute(
    tx,
  )
}

/** Puts an honour on the public pages; false where it had been. */
export async function insertRelease(
  tx: Tx,
  release: { honourId: string; basis: string; documentNo: string; releasedBy: string },
): Promise<boolean> {
  const { rows } = await sql`
    insert into honour_releases (tenant_id, honour_id, basis, document_no, released_by)
    values (${tx.tenantId}, ${release.honourId}, ${release.basis}, ${release.documentNo}, ${release.releasedBy})
    on conflict do nothing returning 1`.execute(tx)
  return rows.length === 1
}

/** Takes it off them; false where it is not on them. */
export async function withdrawRelease(
  tx: Tx,
  withdrawn: { honourId: string; withdrawnBy: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update honour_releases set withdrawn_at = app_now(), withdrawn_by = ${withdrawn.withdrawnBy}
    where tenant_id = ${tx.tenantId} and honour_id = ${withdrawn.honourId} and withdrawn_at is null`.execute(
    tx,
  )
  return Number(numAffectedRows) === 1
}

// Without letters that are read as others.
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

function randomCode(): string {
  return [...randomBytes(16)].map((byte) => letters[byte % letters.length]).join('')
}
