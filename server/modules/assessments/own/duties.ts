import type { Actor } from '#server/platform/actor.ts'
import { now } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { selfReportOf } from '../cases/queries/outcome.ts'
import { askedOf } from '../voices/asked.ts'
import { ownCases } from './own-case.ts'

/** What of assessments waits for somebody: own reports not yet written, results one may still appeal against, opinions not yet given. */
export async function getOwnAssessmentDuties(
  tx: Tx,
  actor: Actor,
): Promise<{ reports: number; results: number; voices: number }> {
  const at = await now(tx)
  const own = await ownCases(tx, actor)
  let reports = 0
  for (const { id, state, closed } of own)
    if (state === 'open' && !closed && (await selfReportOf(tx, id)) === null) reports += 1
  return {
    reports,
    results: own.filter(({ appealUntil }) => appealUntil !== null && at <= appealUntil).length,
    voices: (await askedOf(tx, actor)).filter(({ given }) => !given).length,
  }
}
