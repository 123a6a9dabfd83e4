import { sql } from 'kysely'
import type { PartnerLimits, ProfileCard } from '#contract/matchmaking-entry.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { cardOf, openProfile } from '../../entry/profile-seals.ts'
import { ageBand, ageOn } from '../../entry/rules/ages.ts'
import type { LimitedFacts } from '../rules.ts'

/** A profile opened for the desk. Ids of persons stay on the server. */
export interface DeskProfile {
  profileId: string
  personId: string
  nickname: string
  sex: 'male' | 'female'
  hidden: boolean
  hideFromUnit: boolean
  card: ProfileCard
  limits: PartnerLimits
  facts: LimitedFacts
}

interface ProfileRow {
  profileId: string
  personId: string
  sex: 'male' | 'female' | null
  birthDate: string | null
  today: string
  hidden: boolean
  hideFromUnit: boolean
  districtCode: string
  cardCipher: Buffer
  hiddenCipher: Buffer | null
  limitsCipher: Buffer
  wrappedKey: Buffer | null
  masterKeyId: number | null
}

/** Profiles of these persons; who has none, or whose key or date of birth is gone, is not in the answer. Who may see them is the caller's to ask. */
export async function profilesOf(
  tx: Tx,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, DeskProfile>> {
  if (personIds.length === 0) return new Map()
  const { rows } = await sql<ProfileRow>`
    select d.id as "profileId", d.person_id as "personId", p.sex, p.birth_date as "birthDate", app_today() as today,
      exists (select from profile_hidings h where h.tenant_id = d.tenant_id and h.profile_id = d.id and h.ended_at is null) as hidden,
      d.hide_from_unit as "hideFromUnit", d.district_code as "districtCode", d.card_cipher as "cardCipher", d.hidden_cipher as "hiddenCipher",
      d.limits_cipher as "limitsCipher", k.wrapped_key as "wrappedKey", k.master_key_id as "masterKeyId"
    from dating_profiles d
    join persons p on p.tenant_id = d.tenant_id and p.id = d.person_id
    left join person_keys k on k.tenant_id = d.tenant_id and k.person_id = d.person_id
    where d.tenant_id = ${tx.tenantId} and d.person_id = any(${personIds}::uuid[])`.execute(tx)
  return new Map(
    rows.flatMap((row) => {
      const profile = opened(tx, row)
      return profile === null ? [] : [[row.personId, profile]]
    }),
  )
}

function opened(tx: Tx, row: ProfileRow): DeskProfile | null {
  const profile = openProfile(tx, row)
  const { sex, birthDate, today, districtCode } = row
  if (profile === null || sex === null || birthDate === null) return null
  const { children } = profile.hidden
  return {
    profileId: row.profileId,
    personId: row.personId,
    nickname: profile.card.nickname,
    sex,
    hidden: row.hidden,
    hideFromUnit: row.hideFromUnit,
    card: cardOf(profile, { ageBand: ageBand(birthDate, today), districtCode }),
    limits: profile.limits,
    facts: {
      age: ageOn(birthDate, today),
      heightCm: profile.card.heightCm,
      districtCode,
      hasChildren: children !== null && children !== 'none',
    },
  }
}
