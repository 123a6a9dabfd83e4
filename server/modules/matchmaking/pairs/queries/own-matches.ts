import type { CoupleState, OwnMatch } from '#contract/matchmaking-pairs.ts'
import { ownMobile } from '#server/modules/messages/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { notFound } from '#server/platform/errors.ts'
import { openText } from '#server/platform/crypto.ts'
import { ownKey, releasedBy } from '../contact-store.ts'
import { couplesOf } from '../couple-store.ts'
import { ownInterests } from '../own-interest.ts'

type Couple = NonNullable<ReturnType<Awaited<ReturnType<typeof couplesOf>>['get']>>

/** Whom one has found, the latest first: only where both said yes, and the other may still be seen. */
export async function listOwnMatches(tx: Tx, actor: Actor): Promise<{ items: OwnMatch[] }> {
  const own = await ownInterests(tx, actor)
  if (own.length === 0) return { items: [] }
  const { selfId } = own[0]!.interest
  const released = await releasedBy(tx, selfId)
  const couples = await couplesOf(tx, selfId)
  const key = await ownKey(tx, selfId)
  const hasMobile = (await ownMobile(tx, selfId)) !== null
  const taken = [...couples.values()].some((couple) => couple.open)
  return {
    items: own.map(({ interest, card }) => {
      const couple = couples.get(interest.otherId)
      const state = stateOf(couple, selfId)
      const given = released.filter((each) => each.interestId === interest.interestId)
      const wechat = given.find((each) => each.field === 'wechat')
      return {
        interestId: interest.interestId,
        eventTitle: interest.eventTitle,
        since: interest.since.toISOString(),
        card,
        released: given.map((each) => each.field),
        ownWechat: wechat === undefined ? null : openText(key, wechat.value),
        hasMobile,
        couple: state,
        coupleSince: couple?.confirmedAt?.toISOString() ?? null,
        can: { confirm: !taken && (state === 'none' || state === 'ended'), end: state === 'couple' },
      }
    }),
  }
}

/** One of one's own matches. */
export async function ownMatch(tx: Tx, actor: Actor, interestId: string): Promise<OwnMatch> {
  const { items } = await listOwnMatches(tx, actor)
  return items.find((each) => each.interestId === interestId) ?? notFound()
}

// What the other has said alone never shows.
function stateOf(couple: Couple | undefined, selfId: string): CoupleState {
  if (couple === undefined) return 'none'
  if (couple.open) return 'couple'
  if (couple.confirmedAt !== null) return couple.renewed ? 'confirmed' : 'ended'
  const said = couple.personA === selfId ? couple.aConfirmedAt : couple.bConfirmedAt
  return said === null ? 'none' : 'confirmed'
}
