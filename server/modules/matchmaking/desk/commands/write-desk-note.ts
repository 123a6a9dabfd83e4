import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import { sealUnderPerson } from '../note-seals.ts'
import { mustHaveCase } from '../policy.ts'
import { insertNote } from '../store.ts'

/** Notes something about the person of one's own case, for the desk alone: sealed under their key, gone with it. */
export async function writeDeskNote(
  tx: Tx,
  actor: Actor,
  input: { caseId: string; text: string },
): Promise<{ noteId: string }> {
  const { matchmaker, ownCase } = await mustHaveCase(tx, actor, input.caseId)
  const cipher = await sealUnderPerson(tx, ownCase.personId, input.text.trim())
  if (cipher === null) refuse('matchmaking.case_ended')
  const noteId = await insertNote(tx, {
    caseId: ownCase.id,
    personId: ownCase.personId,
    cipher,
    writtenBy: actor.appointment!.id,
  })
  await audit(tx, actor, 'matchmaking.note_written', {
    kind: 'matchmaker_case',
    id: ownCase.id,
    organisationId: matchmaker.organisationId,
  })
  return { noteId }
}
