import { sql } from 'kysely'
import type { OutputOf } from '#contract/operation.ts'
import type { operations } from '#contract/people.ts'
import type { OwnCard } from '#contract/people-records.ts'
import type { Actor } from '#server/platform/actor.ts'
import { unwrapKey } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { insertCardCheck } from '../own-data/store.ts'
import { personRecords } from '../person-scope.ts'
import { cardCode, provesCard, readCardCode, stepAt, stepSeconds } from '../rules/card-code.ts'
import { maskCard } from '../rules/masks.ts'
import { holdsOn } from '../rules/timeline.ts'
import { cardsOf } from './member-facts.ts'

// Enough for five minutes without a network.
const codesAhead = 10

/** One's own service card: status, number masked, and the codes of the next five minutes. */
export async function getOwnCard(tx: Tx, actor: Actor): Promise<OwnCard> {
  const records = found(await personRecords(tx, actor.personId))
  const holder = await holderOf(tx, records.personId)
  const cards = await cardsOf(tx, records.recordIds)
  const card = cards.find((each) => each.supersededAt === null && holdsOn(each, actor.today))
  const { key, seconds, former } = holder
  const codes =
    holder.kind === null || key === null ? [] : codesOf({ key, personId: records.personId, seconds })
  return {
    name: holder.name,
    unionName: holder.unionName,
    kind: holder.kind,
    joinedOn: holder.joinedOn,
    joinedPrecision: holder.joinedPrecision,
    status: holder.kind ?? (former ? 'former' : 'none'),
    cardNumber: card === undefined ? null : maskCard(card.number),
    codes,
  }
}

/** Whether a code somebody shows is genuine now. It tells only what the card itself shows, and that it was checked is kept. */
export async function verifyCard(
  tx: Tx,
  actor: Actor,
  input: { code: string },
): Promise<OutputOf<(typeof operations)['verifyCard']>> {
  const no = (reason: 'unreadable' | 'expired' | 'not_member') => ({
    valid: false,
    reason,
    name: null,
    unionName: null,
    kind: null,
  })
  const code = readCardCode(input.code)
  if (code === null || (await personRecords(tx, code.personId)) === null) return no('unreadable')
  const holder = await holderOf(tx, code.personId)
  if (holder.key === null || !provesCard(holder.key, code)) return no('unreadable')
  // A phone's clock may be a little off: the step before and the one after pass.
  if (Math.abs(code.step - stepAt(holder.seconds)) > 1) return no('expired')
  if (holder.kind === null) return no('not_member')
  // The holder may read who was shown their name, as with every look at their data.
  if (actor.appointment !== null)
    await insertCardCheck(tx, { id: newId(), personId: code.personId, appointmentId: actor.appointment.id })
  return { valid: true, reason: null, name: holder.name, unionName: holder.unionName, kind: holder.kind }
}

/**
 * Whose card a code is of, proved by the person's own key; the person, with every record read as theirs, or why not. A code holds for its half
 * minute and a step on either side; with `since` (seconds of the epoch) every half minute from then on will do: devices that had no network
 * send late what they read in time.
 */
export async function personOfCard(
  tx: Tx,
  text: string,
  since: number | null,
): Promise<{ personId: string; recordIds: string[] } | 'unreadable' | 'expired'> {
  const code = readCardCode(text)
  if (code === null) return 'unreadable'
  const records = await personRecords(tx, code.personId)
  if (records === null) return 'unreadable'
  const holder = await holderOf(tx, code.personId)
  if (holder.key === null || !provesCard(holder.key, code)) return 'unreadable'
  const now = stepAt(holder.seconds)
  const first = since === null ? now - 1 : Math.min(stepAt(since), now - 1)
  if (code.step < first || code.step > now + 1) return 'expired'
  return { personId: records.personId, recordIds: records.recordIds }
}

interface Holder {
  name: string
  unionName: string | null
  kind: 'member' | 'retained' | null
  joinedOn: string | null
  joinedPrecision: 'day' | 'month' | 'year' | null
  former: boolean
  seconds: number
  key: Buffer | null
}

async function holderOf(tx: Tx, personId: string): Promise<Holder> {
  const { rows } = await sql<Omit<Holder, 'key'> & { wrappedKey: Buffer | null; masterKeyId: number | null }>`
    select p.name, o.name as "unionName", m.kind, ms.joined_on as "joinedOn", ms.joined_precision as "joinedPrecision",
      exists (select from memberships f where f.tenant_id = p.tenant_id and f.person_id = p.id and f.superseded_at is null) as former,
      floor(extract(epoch from app_now()))::int8 as seconds, k.wrapped_key as "wrappedKey", k.master_key_id as "masterKeyId"
    from persons p
    left join member_index m on m.tenant_id = p.tenant_id and m.person_id = p.id
    left join memberships ms on ms.tenant_id = p.tenant_id and ms.id = m.membership_id
    left join organisation_profiles o on o.tenant_id = p.tenant_id and o.organisation_id = m.union_id and o.superseded_at is null and o.ends_before is null
    left join person_keys k on k.tenant_id = p.tenant_id and k.person_id = p.id
    where p.tenant_id = ${tx.tenantId} and p.id = ${personId}`.execute(tx)
  const { wrappedKey, masterKeyId, ...holder } = found(rows[0])
  const key = wrappedKey === null || masterKeyId === null ? null : unwrapKey(tx.keys, wrappedKey, masterKeyId)
  return { ...holder, key }
}

function codesOf(card: { key: Buffer; personId: string; seconds: number }): OwnCard['codes'] {
  const first = stepAt(card.seconds)
  return Array.from({ length: codesAhead }, (_, at) => {
    const step = first + at
    const instant = (of: number) => new Date(of * stepSeconds * 1000).toISOString()
    return {
      code: cardCode(card.key, card.personId, step),
      startsAt: instant(step),
      endsAt: instant(step + 1),
    }
  })
}
