import { sql } from 'kysely'
import type { ShownCard } from '#contract/matchmaking-entry.ts'
import { personRecords } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, notFound } from '#server/platform/errors.ts'
import { shownCards } from '../entry/shown-cards.ts'

/** A mutual interest as one of the two sees it. */
export interface OwnInterest {
  interestId: string
  selfId: string
  otherId: string
  /** Both, the smaller id first: a pair is unordered. */
  persons: readonly [string, string]
  organisationId: string
  eventTitle: string | null
  since: Date
}

/** One's mutual interests with whoever may still be seen, the latest first, and what is seen of each. */
export async function ownInterests(
  tx: Tx,
  actor: Actor,
): Promise<{ interest: OwnInterest; card: ShownCard }[]> {
  const selfId = found(await personRecords(tx, actor.personId)).personId
  const { rows } = await sql<Omit<OwnInterest, 'persons' | 'selfId'>>`
    select i.id as "interestId", case when i.person_a = ${selfId} then i.person_b else i.person_a end as "otherId",
      i.organisation_id as "organisationId", e.title as "eventTitle", i.revealed_at as since
    from mutual_interests i left join events e on e.tenant_id = i.tenant_id and e.id = i.event_id
    where i.tenant_id = ${tx.tenantId} and (i.person_a = ${selfId} or i.person_b = ${selfId})
    order by i.revealed_at desc, i.id`.execute(tx)
  const cards = await shownCards(
    tx,
    selfId,
    rows.map((row) => row.otherId),
  )
  return rows.flatMap((row) => {
    const card = cards.get(row.otherId)
    const isShown = card !== undefined && (card.stage === 'mutual' || card.stage === 'released')
    return isShown ? [{ interest: { ...row, selfId, persons: pairOf(selfId, row.otherId) }, card }] : []
  })
}

/** The mutual interest of this id, where it is one's own and the other may still be seen; otherwise not there. */
export async function mustSeeInterest(tx: Tx, actor: Actor, interestId: string): Promise<OwnInterest> {
  const own = await ownInterests(tx, actor)
  return own.find((each) => each.interest.interestId === interestId)?.interest ?? notFound()
}

function pairOf(one: string, other: string): readonly [string, string] {
  return one < other ? [one, other] : [other, one]
}
