import { sql } from 'kysely'
import type { HandOverPoint, operations } from '#contract/commissioners-posts.ts'
import type { InputOf } from '#contract/operation.ts'
import {
  endAppointment,
  findAppointment,
  lockAppointment,
  mustReach,
  type AppointmentRow,
} from '#server/modules/access/index.ts'
import { createTask, endTasksAbout, openTasksAbout } from '#server/modules/inbox/index.ts'
import { nearTo } from '#server/modules/people/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import { dropInductionTask } from '#server/modules/training/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, invalid, notFound, refuse } from '#server/platform/errors.ts'
import { insertHandOverPoint } from '../store.ts'

const handOverTask = 'commissioners.to_hand_over'
const pointsRule = 'commissioners.hand_over_points'

/** A post within scope ends on a day; what is to be handed over stands in its list from then on. Nobody ends their own. */
export async function endCommissionerPost(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['endCommissionerPost']>,
): Promise<Record<string, never>> {
  const post = await mustBePost(tx, actor, await lockAppointment(tx, input.appointmentId))
  if ((await nearTo(tx, actor.personId)).has(post.personId)) refuse('commissioners.not_oneself')
  if (input.endsBefore <= post.startsOn)
    invalid([{ path: 'endsBefore', code: 'commissioners.end_before_start' }])
  await endAppointment(tx, actor, {
    appointment: post,
    end: { endsBefore: input.endsBefore, reason: input.reason, documentNo: input.documentNo ?? null },
  })
  await dropInductionTask(tx, actor, post.id)
  await askToHandOver(tx, actor, { post, dueOn: input.endsBefore })
  await audit(tx, actor, 'commissioners.post_ended', subjectOf(post))
  return {}
}

/** What is handed over when a post within scope ends: the points of the rule, each with the day it was done. */
export async function getHandOverList(
  tx: Tx,
  actor: Actor,
  { appointmentId }: { appointmentId: string },
): Promise<{ points: HandOverPoint[]; source: string }> {
  const post = await mustBePost(tx, actor, await findAppointment(tx, appointmentId))
  const rule = await ruleFor<string[]>(tx, pointsRule, actor.today)
  const done = await tx
    .selectFrom('commissioner_hand_overs')
    .select(['point', 'done_on as doneOn', 'note'])
    .where('tenant_id', '=', tx.tenantId)
    .where('appointment_id', '=', post.id)
    .execute()
  return {
    source: rule.source,
    points: rule.value.map((point) => {
      const row = done.find((each) => each.point === point)
      return { point, doneOn: row?.doneOn ?? null, note: row?.note ?? null }
    }),
  }
}

/** A point of the list is done today. Only once an end is set there is something to hand over. */
export async function recordHandOverPoint(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['recordHandOverPoint']>,
): Promise<Record<string, never>> {
  const post = await mustBePost(tx, actor, await lockAppointment(tx, input.appointmentId))
  if (post.endsBefore === null) refuse('commissioners.post_goes_on')
  const rule = await ruleFor<string[]>(tx, pointsRule, actor.today)
  if (!rule.value.includes(input.point)) invalid([{ path: 'point', code: 'field.format' }])
  const { appointmentId, point, note } = input
  const isNew = await insertHandOverPoint(tx, {
    appointmentId,
    point,
    note: note ?? null,
    recordedBy: actor.appointment!.id,
  })
  if (!isNew) conflict('commissioners.handed_over_already')
  if ((await pointsDone(tx, post.id)) >= rule.value.length)
    await endTasksAbout(tx, actor, { subjectIds: [post.id], kinds: [handOverTask], outcome: 'done' })
  await audit(tx, actor, 'commissioners.point_handed_over', subjectOf(post))
  return {}
}

/** Whoever looks after commissioners there sees the hand-over through; ended once more, the task stays one. */
async function askToHandOver(
  tx: Tx,
  actor: Actor,
  { post, dueOn }: { post: AppointmentRow; dueOn: string },
): Promise<void> {
  if ((await openTasksAbout(tx, [post.id])).some(({ kind }) => kind === handOverTask)) return
  await createTask(tx, actor, {
    kind: handOverTask,
    organisationId: post.organisationId,
    permission: 'commissioners.write',
    subjectId: post.id,
    params: {},
    dueOn,
  })
}

async function pointsDone(tx: Tx, appointmentId: string): Promise<number> {
  const { rows } = await sql<{ done: number }>`
    select count(*)::int as done from commissioner_hand_overs where tenant_id = ${tx.tenantId} and appointment_id = ${appointmentId}`.execute(
    tx,
  )
  return rows[0]!.done
}

async function mustBePost(tx: Tx, actor: Actor, row: AppointmentRow | null): Promise<AppointmentRow> {
  const post = found(row)
  await mustReach(tx, { actor, permission: 'commissioners.write' }, post.organisationId)
  if (post.post !== 'commissioner') notFound()
  return post
}

function subjectOf({ id, organisationId }: AppointmentRow) {
  return { kind: 'appointment', id, organisationId }
}
