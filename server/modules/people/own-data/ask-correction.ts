import type { InputOf } from '#contract/operation.ts'
import type { operations } from '#contract/own-data.ts'
import { resubmitApproval, sendAlong, submitApproval } from '#server/modules/approvals/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, invalid, notFound, refuse } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { personRecords } from '../person-scope.ts'
import { mustBeRealDays } from '../rules/days.ts'
import { readPerson } from '../rules/person-form.ts'
import { lockPerson, type PersonRow } from '../store.ts'
import { sealAsked } from './asked-values.ts'
import { findCorrection, insertCorrection, rewriteCorrection } from './store.ts'

type Asked = InputOf<(typeof operations)['askCorrection']>

/**
 * Asks to have legal facts about oneself corrected (K6): sealed until an officer of one's union, or above it, has compared them with the
 * document. Somebody whom no organisation answers for cannot be helped this way.
 */
export async function askCorrection(tx: Tx, actor: Actor, input: Asked): Promise<{ requestId: string }> {
  const fields = mustMakeSense(actor, input)
  const { person, organisationId } = await lockOwn(tx, actor)
  const id = newId()
  await submitApproval(tx, actor, {
    id,
    kind: 'correction',
    organisationId,
    subjectId: null,
    personId: person.id,
    params: { fields: fields.join(',') },
    reason: '',
  })
  await sendAlong(tx, actor, { approvalId: id, attachmentIds: input.evidenceIds ?? [] })
  await insertCorrection(tx, { id, personId: person.id, ...keptOf(tx, person, input) })
  return { requestId: id }
}

/** Mends one's correction that was sent back, and submits it again. */
export async function changeCorrection(
  tx: Tx,
  actor: Actor,
  input: Asked & { requestId: string },
): Promise<{ requestId: string }> {
  const { requestId, ...asked } = input
  mustMakeSense(actor, asked)
  const correction = found(await findCorrection(tx, requestId))
  const { person } = await lockOwn(tx, actor)
  if (correction.personId !== person.id) notFound()
  await resubmitApproval(tx, actor, { approvalId: requestId, reason: '' })
  await sendAlong(tx, actor, { approvalId: requestId, attachmentIds: input.evidenceIds ?? [] })
  await rewriteCorrection(tx, { id: requestId, ...keptOf(tx, person, asked) })
  return { requestId }
}

/** One's own record, locked, and the organisation that answers for it. */
export async function lockOwn(
  tx: Tx,
  actor: Actor,
): Promise<{ person: PersonRow; recordIds: string[]; organisationId: string }> {
  const records = found(await personRecords(tx, actor.personId))
  const person = found(await lockPerson(tx, records.personId))
  if (records.organisationId === null) refuse('people.nobody_answers')
  return { person, recordIds: records.recordIds, organisationId: records.organisationId }
}

function keptOf(tx: Tx, person: PersonRow, input: Asked): { sealed: Buffer; evidenceIds: string[] } {
  const { evidenceIds, ...values } = input
  return { sealed: sealAsked(tx, person, JSON.stringify(values)), evidenceIds: evidenceIds ?? [] }
}

/** Refuses (400) what cannot be right, all fields at once; gives the names of the fields that are asked. */
function mustMakeSense(actor: Actor, input: Asked): string[] {
  const { reason: _reason, evidenceIds: _evidence, ...values } = input
  const fields = Object.keys(values).sort()
  if (fields.length === 0) invalid([{ path: 'reason', code: 'people.nothing_to_correct' }])
  mustBeRealDays({ birthDate: input.birthDate, joinedOn: input.joinedOn })
  const { errors } = readPerson(input)
  for (const path of ['birthDate', 'joinedOn'] as const) {
    const day = input[path]
    if (day !== undefined && day > actor.today) errors.push({ path, code: 'people.date_in_future' })
  }
  if (errors.length > 0) invalid(errors)
  return fields
}
