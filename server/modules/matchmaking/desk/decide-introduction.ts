import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refusals } from '../entry/refusals.ts'
import { keptApart } from '../kept-apart.ts'
import { becomeMutual } from '../pairs/become-mutual.ts'
import { bothSaidYes } from './rules.ts'
import { openAnswer, type SealedAnswer } from './seals.ts'
import { findAnswers, insertEnding, lockIntroduction, type IntroductionRow } from './store.ts'

/** What both sides of an introduction have said, opened for the length of a step. */
export async function openAnswers(
  tx: Tx,
  introductionId: string,
): Promise<{ personId: string; answer: SealedAnswer }[]> {
  const rows = await findAnswers(tx, introductionId)
  return rows.map(({ personId, sealed }) => ({
    personId,
    answer: openAnswer(tx, { introductionId, personId, sealed }),
  }))
}

/**
 * Ends a locked introduction where it can end: both said yes and may still meet, then it is mutual; its time is over, then it is none, for both
 * alike and whoever said what. Anything else leaves it as it is.
 */
export async function decideIntroduction(
  tx: Tx,
  introduction: IntroductionRow,
  answers: readonly { answer: SealedAnswer }[],
): Promise<void> {
  if (bothSaidYes(answers.map((each) => each.answer)) && (await mayStillMeet(tx, introduction))) {
    await insertEnding(tx, introduction.id, 'mutual')
    await becomeMutual(tx, [
      {
        persons: [introduction.personA, introduction.personB],
        organisationId: introduction.organisationId,
        occasion: { introductionId: introduction.id },
        matchmakerId: introduction.matchmakerId,
      },
    ])
    return
  }
  if (introduction.isOver) await insertEnding(tx, introduction.id, 'none')
}

/** Ends every introduction whose time is over, each by itself; gives how many. Run by the clock. */
export async function endOverdueIntroductions(tx: Tx): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select i.id from introductions i where i.tenant_id = ${tx.tenantId} and i.answer_until <= app_now()
      and not exists (select from introduction_endings e where e.tenant_id = i.tenant_id and e.introduction_id = i.id)
    order by i.id limit 1000`.execute(tx)
  let ended = 0
  for (const { id } of rows) {
    const introduction = await lockIntroduction(tx, id)
    if (introduction === undefined || introduction.ended) continue
    await decideIntroduction(tx, introduction, await openAnswers(tx, id))
    ended += 1
  }
  return ended
}

// Between a yes and the end somebody may have left, found a partner, or blocked the other: then nothing is revealed.
async function mayStillMeet(tx: Tx, { personA, personB }: IntroductionRow): Promise<boolean> {
  const personIds = [personA, personB]
  if ((await refusals(tx, { personIds })).size > 0) return false
  return (await keptApart(tx, personIds)).length === 0
}
