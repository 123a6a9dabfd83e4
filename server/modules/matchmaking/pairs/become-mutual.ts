import { randomUUID } from 'node:crypto'
import type { Tx } from '#server/platform/db/transaction.ts'
import { planFollowUps } from '../desk/plan-follow-ups.ts'
import { insertInterests } from './store.ts'

/** Two who both said yes, and where. */
export interface NewInterest {
  persons: readonly [string, string]
  /** Where it counts: the event's host, the matchmaker's organisation. */
  organisationId: string
  occasion: { eventId: string } | { introductionId: string }
  /** Who follows up, where somebody has brought them together. */
  matchmakerId: string | null
}

/** A mutual interest that came into being. */
export interface MadeInterest extends NewInterest {
  id: string
}

/**
 * Writes that these pairs found each other, in random order and under random ids, so that neither tells of the order of choices; both learn
 * of it at the same moment. Asking how it goes is planned with it.
 */
export async function becomeMutual(tx: Tx, interests: readonly NewInterest[]): Promise<MadeInterest[]> {
  const made = interests
    .map(({ persons: [one, other], ...rest }) => ({
      ...rest,
      persons: one < other ? ([one, other] as const) : ([other, one] as const),
      id: randomUUID(),
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  if (made.length === 0) return made
  await insertInterests(tx, made)
  await planFollowUps(tx, made)
  return made
}
