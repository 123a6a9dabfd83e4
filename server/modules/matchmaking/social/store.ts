import type { SocialOptions } from '#contract/social-event.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** Writes what only a social event has, or writes it anew. */
export async function saveSocialEvent(tx: Tx, eventId: string, options: SocialOptions): Promise<void> {
  const columns = {
    choice_limit: options.choiceLimit,
    takes_scores: options.takesScores,
    choices_close_at: new Date(options.choicesCloseAt),
  }
  await tx
    .insertInto('social_events')
    .values({ tenant_id: tx.tenantId, event_id: eventId, ...columns })
    .onConflict((taken) => taken.columns(['tenant_id', 'event_id']).doUpdateSet(columns))
    .execute()
}

/** What only a social event has; null where the event is of another kind. */
export async function socialEventOf(tx: Tx, eventId: string): Promise<SocialOptions | null> {
  const row = await tx
    .selectFrom('social_events')
    .select(['choice_limit', 'takes_scores', 'choices_close_at'])
    .where('tenant_id', '=', tx.tenantId)
    .where('event_id', '=', eventId)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    choiceLimit: row.choice_limit,
    takesScores: row.takes_scores,
    choicesCloseAt: row.choices_close_at.toISOString(),
  }
}
