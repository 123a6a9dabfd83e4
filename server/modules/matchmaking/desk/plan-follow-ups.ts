import { sql } from 'kysely'
import { ruleFor } from '#server/modules/rules/index.ts'
import { today } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { insertFollowUps } from './store.ts'

/** A mutual interest that is to be followed up: where it counts, and whose it is where a matchmaker brought them together. */
export interface InterestToFollow {
  id: string
  organisationId: string
  matchmakerId: string | null
}

/**
 * Plans how these pairs are asked how it goes: 3 days, 3 weeks and 3 months from today (J7, rule data). Where no matchmaker brought them
 * together, whoever looks after one of the two asks; otherwise whoever of the organisation comes first. Planning twice changes nothing.
 */
export async function planFollowUps(tx: Tx, interests: readonly InterestToFollow[]): Promise<void> {
  if (interests.length === 0) return
  const stages = await ruleFor<Record<string, string>>(tx, 'matchmaking.follow_ups', await today(tx))
  const lookedAfter = await matchmakersOf(
    tx,
    interests.filter((each) => each.matchmakerId === null).map((each) => each.id),
  )
  await insertFollowUps(
    tx,
    interests.flatMap((interest) =>
      Object.entries(stages.value).map(([stage, after]) => ({
        interestId: interest.id,
        stage,
        after,
        organisationId: interest.organisationId,
        matchmakerId: interest.matchmakerId ?? lookedAfter.get(interest.id) ?? null,
      })),
    ),
  )
}

/** Of pairs nobody brought together, the matchmaker of one of the two; the case opened first counts. */
async function matchmakersOf(tx: Tx, interestIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ interestId: string; matchmakerId: string }>`
    select distinct on (i.id) i.id as "interestId", c.matchmaker_id as "matchmakerId"
    from mutual_interests i
    join matchmaker_cases c on c.tenant_id = i.tenant_id and c.person_id in (i.person_a, i.person_b) and c.ended_on is null
    where i.tenant_id = ${tx.tenantId} and i.id = any(${interestIds}::uuid[])
    order by i.id, c.opened_on, c.id`.execute(tx)
  return new Map(rows.map((row) => [row.interestId, row.matchmakerId]))
}
