import { entrySteps } from '#contract/matchmaking-entry.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import { refusals } from './refusals.ts'
import { stepToTake } from './rules/steps.ts'

/** Passes when every step before this one is behind a person; otherwise refuses with the reason. */
export async function mustHaveReached(
  tx: Tx,
  personId: string,
  step: (typeof entrySteps)[number],
): Promise<void> {
  const code = (await refusals(tx, { personIds: [personId] })).get(personId)
  if (code === undefined) return
  const missing = stepToTake(code)
  if (missing === null || entrySteps.indexOf(missing) < entrySteps.indexOf(step)) refuse(code)
}
