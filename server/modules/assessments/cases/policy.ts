import { sql } from 'kysely'
import type { IndicatorSource } from '#contract/assessments-schemes.ts'
import type { Permission } from '#contract/permissions.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found } from '#server/platform/errors.ts'
import { mustBeImpartial } from '../impartiality.ts'
import { holdPeriod, type PeriodRow } from '../schemes/find-period.ts'
import { reachCase, type CaseRow } from './scope.ts'

/**
 * Whose score an indicator takes at an organisation: the unit’s own comes from an appointment there, a superior’s from one above; what is
 * entered and what members said from either. `reached` are the organisations within scope.
 */
export function mayScore(
  actor: Actor,
  source: IndicatorSource,
  at: { organisationId: string; reached: ReadonlySet<string> },
): boolean {
  const own = actor.appointment?.organisationId === at.organisationId
  if (!at.reached.has(at.organisationId)) return false
  if (source === 'unit') return own
  if (source === 'superior') return !own
  return source !== 'counted'
}

/** An assessment within reach of an impartial asker, locked in the state asked for, of a period that is open. */
export async function lockCase(
  tx: Tx,
  reach: { actor: Actor; permission: Permission },
  { assessmentId, state }: { assessmentId: string; state: string },
): Promise<{ assessment: CaseRow; period: PeriodRow }> {
  const seen = await reachCase(tx, reach, assessmentId)
  await mustBeImpartial(tx, reach.actor, seen.personId)
  return lockInState(tx, seen, state)
}

/** The assessment, locked in the state asked for; its period can meanwhile not be closed. */
export async function lockInState(
  tx: Tx,
  seen: CaseRow,
  state: string,
): Promise<{ assessment: CaseRow; period: PeriodRow }> {
  const period = await holdPeriod(tx, seen.periodId)
  if (period.closedAt !== null) conflict('assessments.period_closed')
  const { rows } = await sql<{ state: string }>`
    select state from assessments where tenant_id = ${tx.tenantId} and id = ${seen.id} for update`.execute(tx)
  if (found(rows[0]).state !== state) conflict('assessments.step_not_now')
  return { assessment: seen, period }
}

/** Those who had a hand in the result so far: they do not decide on an appeal against it. */
export async function handsOf(tx: Tx, assessmentId: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select scorer_id as id from assessment_scores where tenant_id = ${tx.tenantId} and assessment_id = ${assessmentId} and superseded_at is null
    union select taker_id from assessment_steps where tenant_id = ${tx.tenantId} and assessment_id = ${assessmentId}
      and step in ('reviewed', 'approved')`.execute(tx)
  return new Set(rows.map((row) => row.id))
}

/** Who reviewed last. */
export async function lastReviewer(tx: Tx, assessmentId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select reviewer_id as id from assessment_results where tenant_id = ${tx.tenantId} and assessment_id = ${assessmentId}
    order by no desc limit 1`.execute(tx)
  return rows[0]?.id ?? null
}
