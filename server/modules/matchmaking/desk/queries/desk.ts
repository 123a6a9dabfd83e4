import { sql } from 'kysely'
import type { Desk } from '#contract/matchmaking-desk.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { countOpenCases } from '../matchmaker-store.ts'
import { mustHaveDesk } from '../policy.ts'
import { quietCases } from './cases.ts'
import { dueFollowUps } from './follow-ups.ts'
import { introductionsOf } from './introductions.ts'
import { openingsLeft } from './openings.ts'

/** What waits at a matchmaker's desk today. */
export async function getDesk(tx: Tx, actor: Actor): Promise<Desk> {
  const matchmaker = await mustHaveDesk(tx, actor)
  const told = await ruleFor<number>(tx, 'matchmaking.told_days', actor.today)
  const followUps = await dueFollowUps(tx, { actor, matchmaker })
  return {
    caseloadLimit: matchmaker.caseloadLimit,
    openCases: await countOpenCases(tx, matchmaker.id),
    openingsLeft: await openingsLeft(tx, actor),
    followUps,
    overdue: followUps.filter((each) => each.state === 'overdue').length,
    toTell: await introductionsOf(
      tx,
      matchmaker.id,
      sql`coalesce(e.ended_at, i.answer_until) <= app_now()
        and coalesce(e.ended_at, i.answer_until) > app_now() - interval '1 day' * ${told.value}`,
    ),
    runningOut: await introductionsOf(
      tx,
      matchmaker.id,
      sql`e.outcome is null and i.answer_until > app_now() and i.answer_until <= app_now() + interval '3 days'`,
    ),
    quietCases: await quietCases(tx, actor, matchmaker.id),
  }
}
