import { createTask } from '#server/modules/inbox/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { addDays } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found } from '#server/platform/errors.ts'
import { refusals } from '../refusals.ts'
import { mustHaveReached } from '../must-have-reached.ts'
import { latestAttestation, unionOfToday } from '../queries/attestations.ts'
import { selfOf } from '../self.ts'
import { insertAttestation, lockPerson } from '../store.ts'

/**
 * Asks the union of today to attest "member, employed". The union learns that somebody asks and nothing more; whoever never asks never stands in its
 * list. One request waits at a time.
 */
export async function askAttestation(tx: Tx, actor: Actor): Promise<Record<string, never>> {
  const { personId } = await selfOf(tx, actor)
  await lockPerson(tx, personId)
  await mustHaveReached(tx, personId, 'attestation')
  if (!(await refusals(tx, { personIds: [personId] })).has(personId)) conflict('matchmaking.attested_already')
  const { unionId } = found(await unionOfToday(tx, personId))
  const latest = await latestAttestation(tx, personId, unionId)
  if (latest !== undefined && latest.answer === null) conflict('matchmaking.attestation_waits')
  const attestationId = await insertAttestation(tx, personId, unionId)
  const days = await ruleFor<number>(tx, 'matchmaking.attest_days', actor.today)
  await createTask(tx, null, {
    kind: 'matchmaking.to_attest',
    organisationId: unionId,
    permission: 'matchmaking.attest',
    subjectId: attestationId,
    params: {},
    dueOn: addDays(actor.today, days.value),
  })
  await audit(tx, actor, 'matchmaking.attestation_asked', {
    kind: 'attestation',
    id: attestationId,
    organisationId: null,
  })
  return {}
}
