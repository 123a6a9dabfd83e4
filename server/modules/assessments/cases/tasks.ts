import { sql, type RawBuilder } from 'kysely'
import { createTasks, endTask, endTasksAbout, openTasksAbout } from '#server/modules/inbox/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** The period a task is about, and whose it is. */
interface Period {
  id: string
  organisationId: string
}

const toScore = {
  unit: { kind: 'assessments.to_score', permission: 'assessments.score_unit' },
  superior: { kind: 'assessments.to_score_below', permission: 'assessments.score' },
} as const
type Source = keyof typeof toScore
const sources = ['unit', 'superior'] as const

/** Asks every unit, and every organisation right above one, for the scores that a period wants from them, unless a task asks already. */
export async function askForScores(tx: Tx, actor: Actor, period: Period): Promise<void> {
  const asked = await openTasksAbout(tx, [period.id])
  for (const source of sources) {
    const { kind, permission } = toScore[source]
    const there = new Set(asked.filter((task) => task.kind === kind).map((task) => task.organisationId))
    const places = (await waitingPlaces(tx, period.id, source)).filter(
      ({ organisationId }) => !there.has(organisationId),
    )
    await createTasks(
      tx,
      actor,
      places.map(({ organisationId, count }) => ({
        kind,
        permission,
        organisationId,
        subjectId: period.id,
        params: { count },
        dueOn: null,
      })),
    )
  }
}

/** Ends the tasks of whoever has scored all that a period wants from them. */
export async function endScored(tx: Tx, actor: Actor, periodId: string): Promise<void> {
  const open = await openTasksAbout(tx, [periodId])
  for (const source of sources) {
    const ofKind = open.filter((task) => task.kind === toScore[source].kind)
    if (ofKind.length === 0) continue
    const waiting = new Set(
      (await waitingPlaces(tx, periodId, source)).map(({ organisationId }) => organisationId),
    )
    for (const task of ofKind)
      if (!waiting.has(task.organisationId)) await endTask(tx, actor, { taskId: task.id, outcome: 'done' })
  }
}

/** After a review somebody must approve: one task for a period, however many are reviewed. */
export async function askForApproval(tx: Tx, actor: Actor, period: Period): Promise<void> {
  const open = await openTasksAbout(tx, [period.id])
  if (open.some(({ kind }) => kind === 'assessments.to_approve')) return
  await createTasks(tx, actor, [
    {
      kind: 'assessments.to_approve',
      permission: 'assessments.approve',
      organisationId: period.organisationId,
      subjectId: period.id,
      params: {},
      dueOn: null,
    },
  ])
}

/** Ends it once nothing of the period waits for an approval. */
export async function endApproved(tx: Tx, actor: Actor, periodId: string): Promise<void> {
  const { rows } = await sql`
    select from assessments where tenant_id = ${tx.tenantId} and period_id = ${periodId} and state = 'reviewed' limit 1`.execute(
    tx,
  )
  if (rows.length > 0) return
  await endTasksAbout(tx, actor, {
    subjectIds: [periodId],
    kinds: ['assessments.to_approve'],
    outcome: 'done',
  })
}

/** An appeal waits for somebody who decides. */
export async function askForDecision(
  tx: Tx,
  actor: Actor,
  at: { assessmentId: string; organisationId: string },
) {
  await createTasks(tx, actor, [
    {
      kind: 'assessments.to_decide_appeal',
      permission: 'assessments.approve',
      organisationId: at.organisationId,
      subjectId: at.assessmentId,
      params: {},
      dueOn: null,
    },
  ])
}

/** It has been decided. */
export async function endDecided(tx: Tx, actor: Actor, assessmentId: string): Promise<void> {
  await endTasksAbout(tx, actor, {
    subjectIds: [assessmentId],
    kinds: ['assessments.to_decide_appeal'],
    outcome: 'done',
  })
}

/** Whatever was still asked for when a period was closed. */
export async function endAllOf(tx: Tx, actor: Actor, periodId: string): Promise<void> {
  const kinds = [toScore.unit.kind, toScore.superior.kind, 'assessments.to_approve']
  await endTasksAbout(tx, actor, { subjectIds: [periodId], kinds, outcome: 'overtaken' })
}

// Of whom scores are wanted, and of how many assessed: the unit itself, or whoever leads it.
async function waitingPlaces(
  tx: Tx,
  periodId: string,
  source: Source,
): Promise<{ organisationId: string; count: number }[]> {
  const place: RawBuilder<unknown> =
    source === 'unit'
      ? sql`select x.organisation_id as id`
      : sql`select t.ancestor_id as id from organisation_tree t where t.tenant_id = a.tenant_id and t.descendant_id = x.organisation_id and t.depth = 1
          and t.ends_before is null`
  const { rows } = await sql<{ organisationId: string; count: number }>`
    select place.id as "organisationId", count(distinct a.id)::int as count
    from assessments a
    join assessment_periods p on p.tenant_id = a.tenant_id and p.id = a.period_id
    join assessment_scheme_versions v on v.tenant_id = p.tenant_id and v.scheme_id = p.scheme_id and v.version = p.scheme_version
    cross join lateral jsonb_array_elements(v.content -> 'indicators') i
    join assessment_posts x on x.tenant_id = a.tenant_id and x.assessment_id = a.id
    cross join lateral (${place}) place
    where a.tenant_id = ${tx.tenantId} and a.period_id = ${periodId} and a.state = 'open' and i ->> 'source' = ${source}
      and not exists (select from assessment_scores s where s.tenant_id = a.tenant_id and s.assessment_id = a.id and s.indicator = i ->> 'code'
        and s.organisation_id = x.organisation_id and s.superseded_at is null)
    group by place.id order by place.id`.execute(tx)
  return rows
}
