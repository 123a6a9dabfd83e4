import { sql } from 'kysely'
import type { operations } from '#contract/funds-points.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { handOf } from '../../payments/policy.ts'
import { mustBeFitForPoint } from '../policy.ts'
import { findPoint, grantOf } from '../queries/find-point.ts'
import { handOfActor, insertReport, insertReview, lockGrant } from '../store.ts'

/** Reports the progress of a point over the five linked areas, while no report of it waits for its review. */
export async function reportDirectPoint(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['reportDirectPoint']>,
): Promise<{ reportId: string }> {
  await lockGrant(tx, input.grantId)
  const point = await findPoint(tx, input.grantId)
  await mustBeFitForPoint(tx, actor, {
    permission: 'funds.report',
    organisationId: point.organisationId,
    fits: point.state === 'approved' && point.openReportId === null,
    hands: [],
  })
  const hand = handOfActor(actor, await handOf(tx, actor))
  const reportId = await insertReport(tx, { grantId: point.id, areas: input.areas, hand })
  await audit(tx, actor, 'points.reported', about(point))
  return { reportId }
}

/** Scores the areas of a report and accepts or returns it; never whoever wrote it. */
export async function reviewDirectPointReport(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['reviewDirectPointReport']>,
): Promise<Record<string, never>> {
  const grantId = await grantOf(tx, 'direct_point_reports', input.reportId)
  await lockGrant(tx, grantId)
  const point = await findPoint(tx, grantId)
  await mustBeFitForPoint(tx, actor, {
    permission: 'funds.check',
    organisationId: point.organisationId,
    fits: point.openReportId === input.reportId,
    hands: [await reporterOf(tx, input.reportId)],
  })
  const hand = handOfActor(actor, await handOf(tx, actor))
  await insertReview(tx, { ...input, reason: input.reason?.trim() ?? '', hand })
  if (input.outcome === 'accepted') await audit(tx, actor, 'points.report_accepted', about(point))
  else await audit(tx, actor, 'points.report_returned', about(point))
  return {}
}

async function reporterOf(tx: Tx, reportId: string): Promise<string> {
  const { rows } = await sql<{ person: string }>`
    select reported_by_person as person from direct_point_reports where tenant_id = ${tx.tenantId} and id = ${reportId}`.execute(
    tx,
  )
  return found(rows[0]).person
}

function about({ id, organisationId }: { id: string; organisationId: string }) {
  return { kind: 'direct_point', id, organisationId }
}
