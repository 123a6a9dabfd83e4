import type { operations } from '#contract/complaints.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { createTask } from '#server/modules/inbox/index.ts'
import { complainantHash } from '#server/modules/people/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { addDays } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, notFound, refuse } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { levelsAbove, listComplaintTargets } from '../queries/levels.ts'
import { handlerAmong, newReceiptNo } from '../rules.ts'
import { sealFiler, sealWords } from '../seals.ts'
import { insertComplaint, insertComplaintAct, type ComplaintHead } from '../store.ts'

type Input = InputOf<(typeof operations)['fileComplaint']>

/**
 * Files a complaint about one's union, what leads it, or one of their officers. It goes to the level above, never to whoever is complained
 * about. Without a name, the office cannot see who it is: the audit log keeps that a complaint was filed, not by whom.
 */
export async function fileComplaint(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<OutputOf<(typeof operations)['fileComplaint']>> {
  const { items } = await listComplaintTargets(tx, actor)
  const target = found(items.find((each) => each.organisationId === input.organisationId))
  const appointmentId = input.appointmentId ?? null
  if (appointmentId !== null && !target.officers.some((each) => each.appointmentId === appointmentId))
    notFound()
  const above = await levelsAbove(tx, input.organisationId)
  const handlerOrganisationId = handlerAmong(above)
  if (handlerOrganisationId === null) refuse('complaints.nobody_above')
  const anonymous = input.anonymous ?? false
  const complaint: ComplaintHead = {
    id: newId(),
    aboutOrganisationId: input.organisationId,
    aboutAppointmentId: appointmentId,
    handlerOrganisationId,
    filerId: anonymous ? null : actor.personId,
    sealedFiler: anonymous ? sealFiler(tx, actor.personId) : null,
    filerHash: complainantHash(tx, actor.personId),
    acts: [],
    taskId: null,
  }
  const receiptNo = newReceiptNo()
  await insertComplaint(tx, {
    ...complaint,
    receiptNo,
    subject: input.subject,
    sealedText: sealWords(tx, input.text.trim()),
  })
  const { dueOn, taskId } = await layAt(tx, actor.today, complaint)
  await insertComplaintAct(tx, complaint, {
    act: 'filed',
    dueOn,
    appointmentId: null,
    sealedText: null,
    taskId,
  })
  await audit(tx, anonymous ? null : actor, 'complaints.filed', {
    kind: 'complaint',
    id: complaint.id,
    organisationId: handlerOrganisationId,
    params: { subject: input.subject },
  })
  const handledBy = above.find((each) => each.organisationId === handlerOrganisationId)!.name
  return { id: complaint.id, receiptNo, handledBy, dueOn }
}

/** Puts a complaint into the inbox of the level where it lies, with the day its answer is due. */
export async function layAt(
  tx: Tx,
  today: string,
  complaint: ComplaintHead,
): Promise<{ dueOn: string; taskId: string }> {
  const days = await ruleFor<number>(tx, 'complaints.answer_days', today)
  const dueOn = addDays(today, days.value)
  const taskId = await createTask(tx, null, {
    kind: 'complaints.to_answer',
    organisationId: complaint.handlerOrganisationId,
    permission: 'complaints.handle',
    subjectId: complaint.id,
    params: {},
    dueOn,
  })
  return { dueOn, taskId }
}
