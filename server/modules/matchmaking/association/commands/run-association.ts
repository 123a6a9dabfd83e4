import { sql } from 'kysely'
import type { operations } from '#contract/matchmaking-association.ts'
import type { InputOf } from '#contract/operation.ts'
import { mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { addDays } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, invalid, refuse } from '#server/platform/errors.ts'
import { findMatchmaker } from '../../desk/matchmaker-store.ts'
import { findMeeting } from '../queries/find-meeting.ts'
import {
  endSeat,
  finishItem,
  insertMeeting,
  insertPlanItem,
  insertSeat,
  insertTerm,
  saveAttendance,
} from '../store.ts'

type Input<Id extends keyof typeof operations> = InputOf<(typeof operations)[Id]>

/** How long after the day a meeting may still be entered. */
const latestDays = 366

/** Opens a term of the association of a federation within scope. */
export async function openAssociationTerm(
  tx: Tx,
  actor: Actor,
  input: Input<'openAssociationTerm'>,
): Promise<{ termId: string }> {
  await mustLookAfter(tx, actor, input.organisationId)
  if (input.endsBefore <= input.startsOn)
    invalid([{ path: 'endsBefore', code: 'matchmaking.term_end_before_start' }])
  const termId = await insertTerm(tx, { ...input, createdBy: actor.appointment!.id })
  await audit(tx, actor, 'matchmaking.term_opened', subjectOf(termId, input.organisationId))
  return { termId }
}

/** Seats a matchmaker in a term that has not ended. */
export async function takeAssociationSeat(
  tx: Tx,
  actor: Actor,
  input: Input<'takeAssociationSeat'>,
): Promise<{ seatId: string }> {
  const term = found(await findTerm(tx, input.termId))
  await mustLookAfter(tx, actor, term.organisationId)
  if (term.endsBefore <= actor.today) refuse('matchmaking.term_over')
  const matchmaker = await findMatchmaker(tx, input.matchmakerId)
  await mustLookAfter(tx, actor, matchmaker.organisationId)
  if (matchmaker.endedOn !== null) refuse('matchmaking.matchmaker_ended')
  if (input.startsOn < term.startsOn || input.startsOn >= term.endsBefore)
    invalid([{ path: 'startsOn', code: 'matchmaking.outside_the_term' }])
  const seatId = await insertSeat(tx, input)
  if (seatId === null) conflict('matchmaking.seated_already')
  await audit(tx, actor, 'matchmaking.seat_taken', subjectOf(seatId, term.organisationId))
  return { seatId }
}

/** Ends a seat today. */
export async function leaveAssociationSeat(
  tx: Tx,
  actor: Actor,
  input: { seatId: string },
): Promise<Record<string, never>> {
  const { rows } = await sql<{ organisationId: string }>`
    select t.organisation_id as "organisationId" from association_seats s
    join association_terms t on t.tenant_id = s.tenant_id and t.id = s.term_id
    where s.tenant_id = ${tx.tenantId} and s.id = ${input.seatId}`.execute(tx)
  const { organisationId } = found(rows[0])
  await mustLookAfter(tx, actor, organisationId)
  if (!(await endSeat(tx, input.seatId))) conflict('matchmaking.seat_over')
  await audit(tx, actor, 'matchmaking.seat_left', subjectOf(input.seatId, organisationId))
  return {}
}

/** Adds an item to the plan of a year, due within it. */
export async function addPlanItem(
  tx: Tx,
  actor: Actor,
  input: Input<'addPlanItem'>,
): Promise<{ planItemId: string }> {
  await mustLookAfter(tx, actor, input.organisationId)
  if (!input.dueOn.startsWith(`${input.year}-`))
    invalid([{ path: 'dueOn', code: 'matchmaking.not_in_the_year' }])
  const planItemId = await insertPlanItem(tx, input)
  await audit(tx, actor, 'matchmaking.plan_item_added', subjectOf(planItemId, input.organisationId))
  return { planItemId }
}

/** Says that an item of the plan is done. */
export async function finishPlanItem(
  tx: Tx,
  actor: Actor,
  input: { planItemId: string },
): Promise<Record<string, never>> {
  const item = await tx
    .selectFrom('association_plan_items')
    .select('organisation_id as organisationId')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', input.planItemId)
    .executeTakeFirst()
  const { organisationId } = found(item)
  await mustLookAfter(tx, actor, organisationId)
  if (!(await finishItem(tx, { planItemId: input.planItemId, doneBy: actor.appointment!.id })))
    conflict('matchmaking.plan_item_done')
  await audit(tx, actor, 'matchmaking.plan_item_done', subjectOf(input.planItemId, organisationId))
  return {}
}

/** Calls an exchange meeting or a seminar; one that was held may be entered for a year. */
export async function createMeeting(
  tx: Tx,
  actor: Actor,
  input: Input<'createMeeting'>,
): Promise<{ meetingId: string }> {
  await mustLookAfter(tx, actor, input.organisationId)
  if (input.heldOn < addDays(actor.today, -latestDays))
    invalid([{ path: 'heldOn', code: 'matchmaking.meeting_too_old' }])
  const meetingId = await insertMeeting(tx, { ...input, createdBy: actor.appointment!.id })
  await audit(tx, actor, 'matchmaking.meeting_called', subjectOf(meetingId, input.organisationId))
  return { meetingId }
}

/** Records whether a matchmaker came. */
export async function recordAttendance(
  tx: Tx,
  actor: Actor,
  input: Input<'recordAttendance'>,
): Promise<Record<string, never>> {
  const meeting = found(await findMeeting(tx, input.meetingId))
  await mustLookAfter(tx, actor, meeting.organisationId)
  const matchmaker = await findMatchmaker(tx, input.matchmakerId)
  await mustLookAfter(tx, actor, matchmaker.organisationId)
  if (matchmaker.endedOn !== null) refuse('matchmaking.matchmaker_ended')
  await saveAttendance(tx, input)
  await audit(tx, actor, 'matchmaking.attendance_recorded', subjectOf(meeting.id, meeting.organisationId))
  return {}
}

async function mustLookAfter(tx: Tx, actor: Actor, organisationId: string): Promise<void> {
  await mustReach(tx, { actor, permission: 'matchmaking.manage' }, organisationId)
}

async function findTerm(tx: Tx, id: string) {
  return tx
    .selectFrom('association_terms')
    .select(['organisation_id as organisationId', 'starts_on as startsOn', 'ends_before as endsBefore'])
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
}

function subjectOf(id: string, organisationId: string) {
  return { kind: 'association', id, organisationId }
}
