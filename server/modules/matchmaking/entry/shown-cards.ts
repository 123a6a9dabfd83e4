import { sql } from 'kysely'
import type { ShownCard } from '#contract/matchmaking-entry.ts'
import { givenName } from '#server/modules/people/index.ts'
import { openText, unwrapKey } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { cardOf, openProfile, type OpenedProfile } from './profile-seals.ts'
import { refusals } from './refusals.ts'
import { ageBand } from './rules/ages.ts'
import { stagesOf, type StageRow } from './stages.ts'

// Reasons for which a couple is hidden from everybody but each other.
const taken = ['couple', 'married']
// Whoever wants to rest is still a person in the room: the number stays, everything else goes.
const resting = ['own_wish', 'inactive']

/**
 * What the viewer may see of each of these persons today: the one function that says so (J4). By stage: at an event number and nickname; introduced
 * or suggested also the card; mutual also the given name, and the picture where its owner shows it; and every contact its owner released. A person
 * is not in the answer where there is no stage, one has blocked the other, the profile is hidden, or either may not take part: all look alike.
 * Colleagues and superiors see nobody who hides from their unit, except by number in the room, or once it is mutual. Ids are root records and
 * must not leave the server.
 */
export async function shownCards(
  tx: Tx,
  viewerId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, ShownCard>> {
  const asked = [...new Set(personIds)]
  if (asked.length === 0) return new Map()
  const rows = await stagesOf(tx, viewerId, asked)
  const refused = await refusals(tx, { personIds: [viewerId, ...rows.map((row) => row.personId)] })
  const released = await releasesTo(tx, viewerId, rows)
  const shown = new Map<string, ShownCard>()
  for (const row of rows) {
    if (row.blocked || isRefused(row, refused, viewerId)) continue
    const card = cardAtStage(tx, row, released.get(row.personId) ?? [])
    if (card !== null) shown.set(row.personId, card)
  }
  return shown
}

function isRefused(row: StageRow, refused: ReadonlyMap<string, string>, viewerId: string): boolean {
  const codes = [refused.get(viewerId), refused.get(row.personId)]
  return codes.some((code) => code !== undefined && !(row.couple && code === 'matchmaking.in_couple'))
}

function cardAtStage(tx: Tx, row: StageRow, releases: readonly Release[]): ShownCard | null {
  const hidings = row.hidings.filter((reason) => !(row.couple && taken.includes(reason)))
  const hidden = hidings.length > 0
  const atEvent = row.badgeNo === null ? null : { eventId: row.eventId!, badgeNo: row.badgeNo }
  const onlyNumber: ShownCard | null =
    atEvent === null || hidings.some((reason) => !resting.includes(reason))
      ? null
      : { ...nothing, stage: 'event', badge: atEvent }
  const profile = openedOf(tx, row)
  if (row.mutual && !hidden)
    return { ...mutualCard(row, profile, releases), badge: atEvent, contacts: opened(tx, row, releases) }
  const fromColleague = row.sameUnit && row.hideFromUnit !== false
  if (hidden || profile === null || fromColleague) return onlyNumber
  const nickname = profile.card.nickname
  if (row.introduced)
    return { ...nothing, stage: 'introduced', badge: atEvent, nickname, card: introduced(row, profile) }
  return onlyNumber === null ? null : { ...onlyNumber, nickname }
}

const nothing: Omit<ShownCard, 'stage'> = {
  badge: null,
  nickname: null,
  card: null,
  firstName: null,
  photo: false,
  contacts: [],
}

function mutualCard(row: StageRow, profile: OpenedProfile | null, releases: readonly Release[]): ShownCard {
  const photo = profile?.card.photoFor === 'mutual' || releases.some((each) => each.field === 'photo')
  return {
    ...nothing,
    stage: releases.length > 0 ? 'released' : 'mutual',
    nickname: profile?.card.nickname ?? null,
    card: profile === null ? null : introduced(row, profile),
    firstName: givenName(row.name),
    photo: photo && profile !== null,
  }
}

function introduced(row: StageRow, profile: OpenedProfile): ShownCard['card'] {
  if (row.birthDate === null) return null
  return cardOf(profile, {
    ageBand: ageBand(row.birthDate, row.today),
    districtCode: row.districtCode!,
  })
}

function openedOf(tx: Tx, row: StageRow): OpenedProfile | null {
  const { cardCipher, hiddenCipher, limitsCipher, wrappedKey, masterKeyId } = row
  if (cardCipher === null || limitsCipher === null) return null
  return openProfile(tx, { cardCipher, hiddenCipher, limitsCipher, wrappedKey, masterKeyId })
}

interface Release {
  field: 'name' | 'mobile' | 'wechat' | 'photo'
  valueCipher: Buffer
}

/** What these persons released to the viewer and have not taken back. */
async function releasesTo(
  tx: Tx,
  viewerId: string,
  rows: readonly StageRow[],
): Promise<ReadonlyMap<string, Release[]>> {
  const givers = rows.filter((row) => row.mutual).map((row) => row.personId)
  if (givers.length === 0) return new Map()
  const found = await sql<Release & { personId: string }>`
    select distinct on (r.person_id, r.field) r.person_id as "personId", r.field, r.value_cipher as "valueCipher" from contact_releases r
    join mutual_interests i on i.tenant_id = r.tenant_id and i.id = r.interest_id
      and ${viewerId}::uuid in (i.person_a, i.person_b) and r.person_id in (i.person_a, i.person_b)
    where r.tenant_id = ${tx.tenantId} and r.person_id = any(${givers}::uuid[]) and r.revoked_at is null
    order by r.person_id, r.field, r.released_at desc`.execute(tx)
  return Map.groupBy(found.rows, (row) => row.personId)
}

function opened(tx: Tx, row: StageRow, releases: readonly Release[]): ShownCard['contacts'] {
  if (row.wrappedKey === null || row.masterKeyId === null) return []
  const key = unwrapKey(tx.keys, row.wrappedKey, row.masterKeyId)
  return releases.flatMap(({ field, valueCipher }) =>
    field === 'photo' ? [] : [{ field, value: openText(key, valueCipher) }],
  )
}
