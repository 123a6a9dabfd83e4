import { ruleFor } from '#server/modules/rules/index.ts'
import { today } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { orderedPair } from './rules.ts'
import { insertIntroductions, type NewIntroduction } from './store.ts'

/** A pair to be introduced, in either order, and by whom. */
export type ProposedPair = Omit<NewIntroduction, 'personA' | 'personB'> & {
  persons: readonly [string, string]
}

/**
 * Introduces these pairs to each other: both sides' sealed answers stand from the start, open for as long as the rule allows. A pair that was
 * introduced before, whatever came of it, is left out. Gives the introductions that were opened. Who may be introduced is the caller's to ask.
 */
export async function openIntroductions(
  tx: Tx,
  pairs: readonly ProposedPair[],
): Promise<{ id: string; personA: string; personB: string; answerUntil: Date }[]> {
  const days = await ruleFor<number>(tx, 'matchmaking.answer_days', await today(tx))
  return insertIntroductions(
    tx,
    pairs.map(({ persons, ...rest }) => {
      const [personA, personB] = orderedPair(...persons)
      return { ...rest, personA, personB }
    }),
    days.value,
  )
}
