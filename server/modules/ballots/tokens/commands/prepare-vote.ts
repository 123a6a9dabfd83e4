import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { InputOf } from '#contract/operation.ts'
import type { operations } from '#contract/phone-votes.ts'
import { mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { forbidden, refuse } from '#server/platform/errors.ts'
import { insertVote, insertVoters } from '../store.ts'
import { publicTokenKey } from '../token-key.ts'

/**
 * Prepares a secret vote by phone: the roll is everybody who is a member of the union today, in the order of names; retained members have no vote (C3).
 * The token key is published with it, before anybody draws one. Nothing can be done with it until the higher union allows it (B9).
 */
export async function createPhoneVote(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['createPhoneVote']>,
): Promise<{ id: string }> {
  const appointment = actor.appointment ?? forbidden()
  await mustReach(tx, { actor, permission: 'phone_votes.run' }, input.organisationId)
  const names = input.names.map((name) => name.trim())
  if (new Set(names).size < names.length || names.includes('')) refuse('phone_votes.names_alike')
  if (input.seats > names.length) refuse('phone_votes.too_many_seats')
  const voters = await votersOf(tx, input.organisationId)
  if (voters.length === 0) refuse('phone_votes.nobody_on_roll')
  // Random and not by time: it stands in the urn too.
  const id = randomUUID()
  await insertVote(tx, {
    id,
    organisationId: input.organisationId,
    title: input.title.trim(),
    seats: input.seats,
    names,
    due: voters.length,
    rollHash: createHash('sha256')
      .update(voters.map(({ name }, at) => `${at + 1} ${name}\n`).join(''))
      .digest('hex'),
    tokenKey: Buffer.from(publicTokenKey(tx.keys, id)),
    createdBy: appointment.id,
    electionId: null,
  })
  await insertVoters(
    tx,
    id,
    voters.map(({ personId }) => personId),
  )
  await audit(tx, actor, 'phone_votes.prepared', {
    kind: 'phone_vote',
    id,
    organisationId: input.organisationId,
    params: { due: voters.length, names: names.length },
  })
  return { id }
}

async function votersOf(tx: Tx, organisationId: string): Promise<{ personId: string; name: string }[]> {
  const { rows } = await sql<{ personId: string; name: string }>`
    select person_id as "personId", name from member_index
    where tenant_id = ${tx.tenantId} and union_id = ${organisationId} and kind <> 'retained' order by sort_key, person_id`.execute(
    tx,
  )
  return rows
}
