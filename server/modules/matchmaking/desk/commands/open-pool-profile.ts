import type { operations } from '#contract/matchmaking-desk.ts'
import type { OutputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, refuse } from '#server/platform/errors.ts'
import { viewProfile } from '../../entry/view-profile.ts'
import { lockMatchmaker } from '../matchmaker-store.ts'
import { mustHaveDesk } from '../policy.ts'
import { openedToday, openingsLeft } from '../queries/openings.ts'
import { poolProfile } from '../queries/pool.ts'

/** Opens one profile of the pool: only so many a day, and the person reads that somebody looked. */
export async function openPoolProfile(
  tx: Tx,
  actor: Actor,
  input: { profileId: string },
): Promise<OutputOf<(typeof operations)['openPoolProfile']>> {
  // Locked, so that two requests at once do not both take the last opening of the day.
  const matchmaker = await lockMatchmaker(tx, (await mustHaveDesk(tx, actor)).id)
  const { personId, free, profile } = found(await poolProfile(tx, { actor, matchmaker }, input.profileId))
  if (!(await openedToday(tx, actor, personId)) && (await openingsLeft(tx, actor)) === 0)
    refuse('matchmaking.openings_used_up')
  await viewProfile(tx, actor, { personId, occasion: 'pool' })
  return {
    card: { nickname: profile.nickname, sex: profile.sex, card: profile.card },
    free,
    openingsLeft: await openingsLeft(tx, actor),
  }
}
