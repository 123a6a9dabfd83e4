import type { operations } from '#contract/matchmaking-entry.ts'
import type { InputOf } from '#contract/operation.ts'
import { mustReach } from '#server/modules/access/index.ts'
import { endTasksAbout } from '#server/modules/inbox/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, refuse } from '#server/platform/errors.ts'
import { findAttestation } from '../queries/attestations.ts'
import { selfOf } from '../self.ts'
import { insertAttestationAnswer, lockPerson } from '../store.ts'

/**
 * The unit's union says whether somebody is its member and works there: this and nothing else, without a look at any profile, and without learning
 * whether there is one. Nobody attests for themselves; of two who answer at once the second is told.
 */
export async function attestEligibility(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['attestEligibility']>,
): Promise<Record<string, never>> {
  const attestation = found(await findAttestation(tx, input.attestationId))
  await mustReach(tx, { actor, permission: 'matchmaking.attest' }, attestation.unionId)
  if (attestation.personId === (await selfOf(tx, actor)).personId) refuse('matchmaking.attests_oneself')
  await lockPerson(tx, attestation.personId)
  if ((await findAttestation(tx, attestation.id))?.answer !== null)
    conflict('matchmaking.attestation_answered')
  await insertAttestationAnswer(tx, {
    attestationId: attestation.id,
    answer: input.answer,
    answeredBy: actor.appointment!.id,
  })
  await endTasksAbout(tx, actor, {
    subjectIds: [attestation.id],
    kinds: ['matchmaking.to_attest'],
    outcome: 'done',
  })
  await audit(tx, actor, 'matchmaking.attested', {
    kind: 'attestation',
    id: attestation.id,
    organisationId: attestation.unionId,
    params: { answer: input.answer },
  })
  return {}
}
