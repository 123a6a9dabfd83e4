import type { operations } from '#contract/matchmaking-matchmakers.ts'
import type { InputOf } from '#contract/operation.ts'
import { findAppointment, mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, invalid, notFound, refuse } from '#server/platform/errors.ts'
import { insertMatchmaker, lockMatchmaker, signAgreement, updateMatchmakerRow } from '../matchmaker-store.ts'
import type { MatchmakerRow } from '../matchmaker-store.ts'
import { rootPerson } from '../policy.ts'

type Input<Id extends keyof typeof operations> = InputOf<(typeof operations)[Id]>

/** Enters somebody who holds the post of matchmaker within scope. The desk opens once the confidentiality agreement is signed (J6). */
export async function registerMatchmaker(
  tx: Tx,
  actor: Actor,
  input: Input<'registerMatchmaker'>,
): Promise<{ matchmakerId: string }> {
  const appointment = found(await findAppointment(tx, input.appointmentId))
  await mustReach(tx, { actor, permission: 'matchmaking.manage' }, appointment.organisationId)
  if (appointment.post !== 'matchmaker') notFound()
  const over = appointment.endsBefore !== null && appointment.endsBefore <= actor.today
  if (over) refuse('matchmaking.appointment_over')
  const matchmakerId = await insertMatchmaker(tx, {
    ...fieldsOf(input),
    personId: await rootPerson(tx, appointment.personId),
    organisationId: appointment.organisationId,
    registeredBy: actor.appointment!.id,
  })
  if (matchmakerId === null) conflict('matchmaking.already_registered')
  await audit(tx, actor, 'matchmaking.matchmaker_registered', {
    kind: 'matchmaker',
    id: matchmakerId,
    organisationId: appointment.organisationId,
  })
  return { matchmakerId }
}

/** Changes districts, caseload and training. */
export async function updateMatchmaker(
  tx: Tx,
  actor: Actor,
  input: Input<'updateMatchmaker'>,
): Promise<Record<string, never>> {
  const matchmaker = await mustManage(tx, actor, input.matchmakerId)
  await updateMatchmakerRow(tx, matchmaker.id, fieldsOf(input))
  await audit(tx, actor, 'matchmaking.matchmaker_changed', subjectOf(matchmaker))
  return {}
}

/** Records the signed agreement with its number and day; a later one replaces it. */
export async function recordAgreement(
  tx: Tx,
  actor: Actor,
  input: Input<'recordAgreement'>,
): Promise<Record<string, never>> {
  const matchmaker = await mustManage(tx, actor, input.matchmakerId)
  if (input.signedOn > actor.today) invalid([{ path: 'signedOn', code: 'matchmaking.not_yet' }])
  await signAgreement(tx, matchmaker.id, { no: input.agreementNo.trim(), signedOn: input.signedOn })
  await audit(tx, actor, 'matchmaking.agreement_recorded', subjectOf(matchmaker))
  return {}
}

/** The entry within scope of whoever looks after matchmaking, locked; an ended one is refused. */
export async function mustManage(tx: Tx, actor: Actor, matchmakerId: string): Promise<MatchmakerRow> {
  const matchmaker = await lockMatchmaker(tx, matchmakerId)
  await mustReach(tx, { actor, permission: 'matchmaking.manage' }, matchmaker.organisationId)
  if (matchmaker.endedOn !== null) refuse('matchmaking.matchmaker_ended')
  return matchmaker
}

/** What an entry of the log is about. */
export function subjectOf(matchmaker: { id: string; organisationId: string }) {
  return { kind: 'matchmaker', id: matchmaker.id, organisationId: matchmaker.organisationId }
}

function fieldsOf(input: Omit<Input<'updateMatchmaker'>, 'matchmakerId'>) {
  return {
    districtCodes: [...new Set(input.districtCodes)].sort(),
    caseloadLimit: input.caseloadLimit,
    training: input.training?.trim() || null,
    trainedOn: input.trainedOn ?? null,
  }
}
