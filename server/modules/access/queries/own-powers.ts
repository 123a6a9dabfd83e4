import type { operations } from '#contract/access.ts'
import type { OutputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { passablePermissions } from '../delegation-store.ts'
import { findAppointment } from '../store.ts'
import { describeGrants } from './power-sources.ts'

/** What the appointment in use may do: every power with its reach, its end and what it rests on. */
export async function listOwnPowers(
  tx: Tx,
  actor: Actor,
): Promise<OutputOf<(typeof operations)['listOwnPowers']>> {
  const { appointment } = actor
  const grants = actor.grants
    .filter((grant) => grant.source !== 'person')
    .toSorted((a, b) => (a.permission < b.permission ? -1 : 1))
  const sources = await describeGrants(tx, { appointment, grants })
  const delegable = await passablePermissions(tx, 'delegation', actor.today)
  const forPrograms = await passablePermissions(tx, 'token', actor.today)
  const record = appointment === null ? null : await findAppointment(tx, appointment.id)
  return {
    basis: record?.basis ?? null,
    documentNo: record?.documentNo ?? null,
    items: grants.map((grant, index) => ({
      permission: grant.permission,
      canDelegate:
        appointment?.acting === false && grant.source === 'post' && delegable.has(grant.permission),
      canTokenise: forPrograms.has(grant.permission),
      ...sources[index]!,
    })),
  }
}
