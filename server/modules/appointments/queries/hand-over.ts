import { sql, type RawBuilder } from 'kysely'
import type { HandOver, HandOverItem } from '#contract/appointments.ts'
import { permissions } from '#contract/permissions.ts'
import {
  actorOfAppointment,
  findAppointment,
  inScope,
  lastName,
  may,
  mustReach,
  passOnFor,
} from '#server/modules/access/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, refuse } from '#server/platform/errors.ts'
import { mustDecideOn } from '../policy.ts'

interface Input {
  appointmentId: string
  toAppointmentId: string
}

/** What would go to the successor and what would stop, counted now. */
export async function previewHandOver(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<{ items: HandOverItem[] }> {
  await mustBeSuccessor(tx, actor, input)
  return { items: (await countUnderWay(tx, actor, input)).items }
}

/** Both appointments lie within reach, the first one's post is one the actor gives, and the second is held by somebody who can go on. */
export async function mustBeSuccessor(tx: Tx, actor: Actor, input: Input): Promise<void> {
  const from = found(await findAppointment(tx, input.appointmentId))
  await mustDecideOn(tx, actor, from)
  const to = found(await findAppointment(tx, input.toAppointmentId))
  await mustReach(tx, { actor, permission: 'appointments.write' }, to.organisationId)
  if (to.personId === actor.personId) refuse('access.not_oneself')
  const holds = to.startsOn <= actor.today && (to.endsBefore === null || actor.today < to.endsBefore)
  if (to.id === from.id || to.substitutesId !== null || !holds) refuse('access.no_successor')
}

/** Counts by kind, and the delegations that the successor could give anew. */
export async function countUnderWay(tx: Tx, actor: Actor, input: Input) {
  const successor = await actorOfAppointment(tx, actor, input.toAppointmentId)
  const delegations = await passOnFor(tx, { fromId: input.appointmentId, successor })
  const stopping = await countStopping(tx, actor, input.appointmentId)
  const items: HandOverItem[] = [
    { kind: 'tasks', ...(await countTasks(tx, actor, { input, successor })) },
    { kind: 'imports', ...(await countImports(tx, { input, successor })) },
    { kind: 'approvals', count: stopping.approvals, comesAlong: 0 },
    { kind: 'delegations', count: delegations.running, comesAlong: delegations.possible },
    { kind: 'tokens', count: stopping.tokens, comesAlong: 0 },
    { kind: 'substitutes', count: stopping.substitutes, comesAlong: 0 },
  ]
  return { items, delegations }
}

/** Tasks belong to an organisation and a permission: whoever holds both sees them. Of the predecessor's, those that the successor sees too. */
async function countTasks(
  tx: Tx,
  actor: Actor,
  { input, successor }: { input: Input; successor: Actor },
): Promise<{ count: number; comesAlong: number }> {
  const predecessor = await actorOfAppointment(tx, actor, input.appointmentId)
  const { rows } = await sql<{ count: number; comesAlong: number }>`
    select count(*)::int as count, count(*) filter (where ${seenBy(tx, successor)})::int as "comesAlong" from inbox_tasks t
    where t.tenant_id = ${tx.tenantId} and ${seenBy(tx, predecessor)}
      and not exists (select from inbox_task_endings e where e.tenant_id = t.tenant_id and e.task_id = t.id)`.execute(
    tx,
  )
  return rows[0]!
}

function seenBy(tx: Tx, actor: Actor): RawBuilder<boolean> {
  const each = permissions
    .filter((permission) => may(actor, permission))
    .map(
      (permission) =>
        sql`(t.permission = ${permission} and ${inScope(tx, { actor, permission }, sql.ref('t.organisation_id'))})`,
    )
  return each.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(each, sql` or `)})`
}

async function countImports(
  tx: Tx,
  { input, successor }: { input: Input; successor: Actor },
): Promise<{ count: number; comesAlong: number }> {
  const reach = { actor: successor, permission: 'roster.import' } as const
  const reached = may(successor, reach.permission)
    ? inScope(tx, reach, sql.ref('i.organisation_id'))
    : sql`false`
  const { rows } = await sql<{ count: number; comesAlong: number }>`
    select count(*)::int as count, count(*) filter (where ${reached})::int as "comesAlong" from imports i
    where i.tenant_id = ${tx.tenantId} and i.created_by = ${input.appointmentId} and i.state not in ('committed', 'undone', 'refused')`.execute(
    tx,
  )
  return rows[0]!
}

/** What stays with whoever asked, and what stops. */
async function countStopping(
  tx: Tx,
  actor: Actor,
  appointmentId: string,
): Promise<{ approvals: number; tokens: number; substitutes: number }> {
  const { rows } = await sql<{ approvals: number; tokens: number; substitutes: number }>`
    select
      (select count(*)::int from approvals a where a.tenant_id = ${tx.tenantId} and a.asked_by_appointment = ${appointmentId}
        and (select act.waits_for from approval_acts act where act.tenant_id = a.tenant_id and act.approval_id = a.id
          order by act.number desc limit 1) is not null) as approvals,
      (select count(*)::int from api_tokens t join token_directory d on d.tenant_id = t.tenant_id and d.token_id = t.id
        where t.tenant_id = ${tx.tenantId} and t.appointment_id = ${appointmentId} and ${actor.today}::date < d.ends_before) as tokens,
      (select count(*)::int from appointments s where s.tenant_id = ${tx.tenantId} and s.substitutes_id = ${appointmentId}
        and s.superseded_at is null and s.ends_before > ${actor.today}::date) as substitutes`.execute(tx)
  return rows[0]!
}

/** Hand-overs from or to an appointment, the newest first. */
export async function handOversOf(
  tx: Tx,
  asked: { appointmentId: string; today: string; mayUndo: 'yes' | 'no' },
): Promise<HandOver[]> {
  const hours = (await ruleFor<number>(tx, 'access.hand_over_undo_hours', asked.today)).value
  const { rows } = await sql<Omit<HandOver, 'recordedAt'> & { recordedAt: Date }>`
    select h.id, f.shown as "from", s.shown as "to", h.document_no as "documentNo", h.recorded_at as "recordedAt",
      u.hand_over_id is not null as undone,
      (u.hand_over_id is null and ${asked.mayUndo} = 'yes' and h.from_id = ${asked.appointmentId}
        and h.recorded_at > now() - interval '1 hour' * ${hours}) as "canUndo"
    from hand_overs h
    left join hand_over_undoings u on u.tenant_id = h.tenant_id and u.hand_over_id = h.id
    cross join lateral (${shown(tx, sql.ref('h.from_id'))}) f
    cross join lateral (${shown(tx, sql.ref('h.to_id'))}) s
    where h.tenant_id = ${tx.tenantId} and (h.from_id = ${asked.appointmentId} or h.to_id = ${asked.appointmentId})
    order by h.id desc`.execute(tx)
  return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }))
}

function shown(tx: Tx, id: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select jsonb_build_object('appointmentId', a.appointment_id, 'name', n.name, 'post', a.post, 'organisationName', at.name) as shown
    from appointments a join persons n on n.tenant_id = a.tenant_id and n.id = a.person_id
    cross join lateral (${lastName(tx, sql.ref('a.organisation_id'))}) at
    where a.tenant_id = ${tx.tenantId} and a.appointment_id = ${id} order by a.superseded_at desc nulls first limit 1`
}
