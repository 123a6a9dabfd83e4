import { sql } from 'kysely'
import type { OwnProfile } from '#contract/matchmaking-entry.ts'
import { attachmentsOf } from '#server/modules/attachments/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { openProfile, type KeyOfOwner, type ProfileCiphers } from '../profile-seals.ts'
import { ageBand } from '../rules/ages.ts'
import { selfOf } from '../self.ts'
import type { Hiding } from '../store.ts'

/** A profile as it is stored, for its owner or for who may look at it. */
export interface ProfileRow extends ProfileCiphers, KeyOfOwner {
  id: string
  version: number
  districtCode: string
  hideFromUnit: boolean
  wantsSuggestions: boolean
  inPool: boolean
  lastActiveOn: string
  birthDate: string | null
  today: string
  hiddenBecause: Hiding[]
}

/** The profile of a person; undefined when there is none. */
export async function findOwnProfile(tx: Tx, personId: string): Promise<ProfileRow | undefined> {
  const { rows } = await sql<ProfileRow>`
    select d.id, d.version, d.card_cipher as "cardCipher", d.hidden_cipher as "hiddenCipher", d.limits_cipher as "limitsCipher",
      d.district_code as "districtCode", d.hide_from_unit as "hideFromUnit", d.wants_suggestions as "wantsSuggestions", d.in_pool as "inPool",
      d.last_active_on as "lastActiveOn", p.birth_date as "birthDate", app_today() as today,
      array(select h.reason from profile_hidings h where h.tenant_id = d.tenant_id and h.profile_id = d.id and h.ended_at is null order by h.hidden_at)
        as "hiddenBecause",
      k.wrapped_key as "wrappedKey", k.master_key_id as "masterKeyId"
    from dating_profiles d
    join persons p on p.tenant_id = d.tenant_id and p.id = d.person_id
    left join person_keys k on k.tenant_id = d.tenant_id and k.person_id = d.person_id
    where d.tenant_id = ${tx.tenantId} and d.person_id = ${personId}`.execute(tx)
  return rows[0]
}

/** One's own profile, everything in it. */
export async function getOwnProfile(tx: Tx, actor: Actor): Promise<OwnProfile> {
  const { personId } = await selfOf(tx, actor)
  const row = found(await findOwnProfile(tx, personId))
  const { card, hidden, limits } = found(openProfile(tx, row))
  const [photo] = await attachmentsOf(tx, photoOf(row.id))
  return {
    ...card,
    ...hidden,
    limits,
    districtCode: row.districtCode,
    hideFromUnit: row.hideFromUnit,
    wantsSuggestions: row.wantsSuggestions,
    inPool: row.inPool,
    photoId: photo?.id ?? null,
    version: row.version,
    ageBand: row.birthDate === null ? '' : ageBand(row.birthDate, row.today),
    hiddenBecause: row.hiddenBecause,
    lastActiveOn: row.lastActiveOn,
  }
}

/** To what the picture of a profile belongs. */
export function photoOf(profileId: string): { kind: string; id: string } {
  return { kind: 'dating_profile', id: profileId }
}
