import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { HidingReason, ViewOccasion } from '#contract/matchmaking-entry.ts'
import type { Static } from 'typebox'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import type { ProfileCiphers } from './profile-seals.ts'

/** Why a profile is hidden. */
export type Hiding = Static<typeof HidingReason>

/** What stands in clear beside the sealed parts of a profile. */
export interface ProfileColumns extends ProfileCiphers {
  districtCode: string
  hideFromUnit: boolean
  wantsSuggestions: boolean
  inPool: boolean
}

/** Makes what one person does in matchmaking wait for each other. */
export async function lockPerson(tx: Tx, personId: string): Promise<void> {
  await sql`select from persons where tenant_id = ${tx.tenantId} and id = ${personId} for no key update`.execute(
    tx,
  )
}

/** Writes a signed declaration. */
export async function insertDeclaration(
  tx: Tx,
  declaration: { personId: string; signedOn: string; holdsUntil: string; textVersion: number },
): Promise<void> {
  await tx
    .insertInto('single_declarations')
    .values({
      tenant_id: tx.tenantId,
      id: newId(),
      person_id: declaration.personId,
      signed_on: declaration.signedOn,
      holds_until: declaration.holdsUntil,
      text_version: declaration.textVersion,
    })
    .execute()
}

/** Asks a union to attest; returns the id of the request. */
export async function insertAttestation(tx: Tx, personId: string, unionId: string): Promise<string> {
  const id = newId()
  await tx
    .insertInto('eligibility_attestations')
    .values({ tenant_id: tx.tenantId, id, person_id: personId, union_id: unionId })
    .execute()
  return id
}

/** Writes what the unit said. A second answer is a conflict. */
export async function insertAttestationAnswer(
  tx: Tx,
  said: { attestationId: string; answer: 'attested' | 'not_member' | 'not_employed'; answeredBy: string },
): Promise<void> {
  await tx
    .insertInto('attestation_answers')
    .values({
      tenant_id: tx.tenantId,
      attestation_id: said.attestationId,
      answer: said.answer,
      answered_by: said.answeredBy,
    })
    .execute()
}

/** Writes a new profile; its id is random, for it may leave the server. */
export async function insertProfile(
  tx: Tx,
  profile: ProfileColumns & { personId: string; activeOn: string },
): Promise<string> {
  const id = randomUUID()
  await tx
    .insertInto('dating_profiles')
    .values({
      tenant_id: tx.tenantId,
      id,
      person_id: profile.personId,
      last_active_on: profile.activeOn,
      ...columnsOf(profile),
    })
    .execute()
  return id
}

/** Writes a profile anew where nobody changed it since; returns whether it was. */
export async function replaceProfile(
  tx: Tx,
  profile: ProfileColumns & { id: string; version: number; activeOn: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('dating_profiles')
    .set({ ...columnsOf(profile), last_active_on: profile.activeOn, version: profile.version + 1 })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', profile.id)
    .where('version', '=', profile.version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function columnsOf(profile: ProfileColumns) {
  return {
    card_cipher: profile.cardCipher,
    hidden_cipher: profile.hiddenCipher,
    limits_cipher: profile.limitsCipher,
    district_code: profile.districtCode,
    hide_from_unit: profile.hideFromUnit,
    wants_suggestions: profile.wantsSuggestions,
    in_pool: profile.inPool,
  }
}

/** Deletes profiles with everything that hangs on them. */
export async function deleteProfiles(tx: Tx, profileIds: readonly string[]): Promise<void> {
  await sql`delete from dating_profiles where tenant_id = ${tx.tenantId} and id = any(${profileIds}::uuid[])`.execute(
    tx,
  )
}

/** Notes that a person was here today: whoever comes back is not inactive. */
export async function noteActive(tx: Tx, personId: string): Promise<void> {
  await sql`update dating_profiles set last_active_on = app_today() where tenant_id = ${tx.tenantId} and person_id = ${personId}
    and last_active_on < app_today()`.execute(tx)
}

/** Hides the profiles of these persons for a reason, where they are not hidden for it already; from this moment nobody sees them. */
export async function hideProfilesOf(tx: Tx, personIds: readonly string[], reason: Hiding): Promise<void> {
  await sql`
    insert into profile_hidings (tenant_id, id, profile_id, reason)
    select d.tenant_id, gen_random_uuid(), d.id, ${reason} from dating_profiles d
    where d.tenant_id = ${tx.tenantId} and d.person_id = any(${personIds}::uuid[])
      and not exists (select from profile_hidings h where h.tenant_id = d.tenant_id and h.profile_id = d.id and h.reason = ${reason}
        and h.ended_at is null)`.execute(tx)
}

/** Ends the hiding of these persons' profiles for one reason. */
export async function endHidingsOf(tx: Tx, personIds: readonly string[], reason: Hiding): Promise<void> {
  await sql`
    update profile_hidings h set ended_at = now() from dating_profiles d
    where d.tenant_id = h.tenant_id and d.id = h.profile_id and h.tenant_id = ${tx.tenantId} and d.person_id = any(${personIds}::uuid[])
      and h.reason = ${reason} and h.ended_at is null`.execute(tx)
}

/** Keeps that somebody of the staff looked at a profile. */
export async function insertProfileView(
  tx: Tx,
  view: { personId: string; appointmentId: string; occasion: ViewOccasion },
): Promise<void> {
  await tx
    .insertInto('profile_views')
    .values({
      tenant_id: tx.tenantId,
      id: newId(),
      person_id: view.personId,
      appointment_id: view.appointmentId,
      occasion: view.occasion,
    })
    .execute()
}
