import type { OwnAssessment } from '#contract/assessments-own.ts'
import type { Actor } from '#server/platform/actor.ts'
import { now } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { postsOf } from '../cases/facts.ts'
import { namesOf, newestResult, selfReportOf, shownOutcome, stepsOf } from '../cases/queries/outcome.ts'
import { findPeriod } from '../schemes/find-period.ts'
import { ownCases, type OwnCase } from './own-case.ts'

/** One’s own assessments. A result is shown from its approval on, and stays while an appeal against it is decided. */
export async function listOwnAssessments(tx: Tx, actor: Actor): Promise<{ items: OwnAssessment[] }> {
  const at = await now(tx)
  const items = []
  for (const own of await ownCases(tx, actor)) items.push(await shown(tx, own, at))
  return { items }
}

async function shown(tx: Tx, own: OwnCase, at: Date): Promise<OwnAssessment> {
  const period = await findPeriod(tx, own.periodId)
  const told = ['approved', 'appealed', 'final'].includes(own.state)
  const result = told ? await newestResult(tx, own.id) : undefined
  const places = (await postsOf(tx, own.id)).map((post) => post.organisationId)
  const steps = await stepsOf(tx, own.id)
  return {
    id: own.id,
    periodName: period.name,
    startsOn: period.startsOn,
    endsBefore: period.endsBefore,
    // That somebody has reviewed it is told with the approval.
    state: own.state === 'reviewed' ? 'open' : (own.state as OwnAssessment['state']),
    organisations: [...new Set((await namesOf(tx, places)).values())],
    selfReport: await selfReportOf(tx, own.id),
    outcome: result === undefined ? null : await shownOutcome(tx, { period, result }, () => false),
    appealUntil: own.appealUntil?.toISOString() ?? null,
    steps: steps.filter(({ step }) => step !== 'reviewed' && step !== 'returned'),
    can: {
      report: own.state === 'open' && !own.closed,
      appeal: own.appealUntil !== null && at <= own.appealUntil,
    },
  }
}
