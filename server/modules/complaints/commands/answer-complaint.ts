import { sql } from 'kysely'
import type { ComplaintFile } from '#contract/complaints.ts'
import { mustReach } from '#server/modules/access/index.ts'
import { endTask } from '#server/modules/inbox/index.ts'
import { complainantHash } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, forbidden, found, notFound, refuse } from '#server/platform/errors.ts'
import { complaintFile } from '../queries/complaints.ts'
import { levelsAbove } from '../queries/levels.ts'
import { handlerAmong, stateAfter } from '../rules.ts'
import { openFiler, sealWords } from '../seals.ts'
import { insertComplaintAct, lockComplaint, setHandler, type ComplaintHead } from '../store.ts'
import { layAt } from './file-complaint.ts'

/** Answers a complaint that waits at a level within scope. */
export async function answerComplaint(
  tx: Tx,
  actor: Actor,
  input: { complaintId: string; text: string },
): Promise<ComplaintFile> {
  const complaint = await mustHandle(tx, actor, input.complaintId)
  if (stateAfter(complaint.acts) !== 'waiting') conflict('complaints.not_waiting')
  await insertComplaintAct(tx, complaint, {
    act: 'answered',
    dueOn: null,
    appointmentId: actor.appointment!.id,
    sealedText: sealWords(tx, input.text.trim()),
    taskId: null,
  })
  if (complaint.taskId !== null) await endTask(tx, actor, { taskId: complaint.taskId, outcome: 'done' })
  await audit(tx, actor, 'complaints.answered', subjectOf(complaint))
  return complaintFile(tx, actor, { complaintId: complaint.id })
}

/** Opens who complained without a name. Whoever complained reads that it was done, by which post, and why. */
export async function revealComplainant(
  tx: Tx,
  actor: Actor,
  input: { complaintId: string; reason: string },
): Promise<{ name: string | null }> {
  const complaint = await mustHandle(tx, actor, input.complaintId)
  if (complaint.sealedFiler === null) refuse('complaints.not_sealed')
  await insertComplaintAct(tx, complaint, {
    act: 'identity_revealed',
    dueOn: null,
    appointmentId: actor.appointment!.id,
    sealedText: sealWords(tx, input.reason.trim()),
    taskId: null,
  })
  await audit(tx, actor, 'complaints.identity_revealed', subjectOf(complaint))
  const { rows } = await sql<{ name: string }>`
    select name from persons where tenant_id = ${tx.tenantId} and id = ${openFiler(tx, complaint.sealedFiler)}`.execute(
    tx,
  )
  return { name: rows[0]?.name ?? null }
}

/** Says whether the answer will do. If not, the next level up answers; at the highest there is nobody further inside this federation. */
export async function replyToAnswer(
  tx: Tx,
  actor: Actor,
  input: { complaintId: string; reply: 'satisfied' | 'not_satisfied'; text?: string },
): Promise<Record<string, never>> {
  const complaint = found(await lockComplaint(tx, input.complaintId))
  if (!complaint.filerHash.equals(complainantHash(tx, actor.personId))) notFound()
  if (stateAfter(complaint.acts) !== 'answered') conflict('complaints.not_answered')
  const words = input.text?.trim() ?? ''
  const sealedText = words === '' ? null : sealWords(tx, words)
  const said = { act: input.reply, appointmentId: null, sealedText }
  if (input.reply === 'satisfied') {
    await insertComplaintAct(tx, complaint, { ...said, dueOn: null, taskId: null })
  } else {
    const next = handlerAmong(await levelsAbove(tx, complaint.handlerOrganisationId))
    if (next === null) refuse('complaints.highest')
    const moved = { ...complaint, handlerOrganisationId: next }
    await setHandler(tx, complaint.id, next)
    await insertComplaintAct(tx, moved, { ...said, ...(await layAt(tx, actor.today, moved)) })
  }
  const author = complaint.filerId === null ? null : actor
  await audit(tx, author, 'complaints.replied', {
    ...subjectOf(complaint),
    params: { reply: input.reply },
  })
  return {}
}

// Whoever is complained about never handles it, whatever posts they hold besides.
async function mustHandle(tx: Tx, actor: Actor, complaintId: string): Promise<ComplaintHead> {
  const complaint = found(await lockComplaint(tx, complaintId))
  await mustReach(tx, { actor, permission: 'complaints.handle' }, complaint.handlerOrganisationId)
  // The query asks the same again: it also leaves out whoever the complaint is about.
  await complaintFile(tx, actor, { complaintId })
  if (actor.appointment === null) forbidden()
  return complaint
}

function subjectOf(complaint: ComplaintHead) {
  return { kind: 'complaint', id: complaint.id, organisationId: complaint.handlerOrganisationId, params: {} }
}
