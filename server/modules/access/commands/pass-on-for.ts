import { sql } from 'kysely'
import type { Permission } from '#contract/permissions.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { insertDelegation, insertDelegationEnding, passablePermissions } from '../delegation-store.ts'
import { mayPassOn } from '../rules.ts'
import { placeOf } from '../scope.ts'

/** A delegation that runs or is to run, as a successor may give it anew. */
interface Running {
  id: string
  receiverId: string
  receiverPersonId: string
  organisationId: string
  reach: 'unit' | 'subtree'
  permissions: Permission[]
  reason: string
  documentNo: string | null
  startsOn: string
  endsBefore: string
}

/** Whose delegations, and the actor the successor is when working as the new appointment. */
export interface PassedFor {
  fromId: string
  successor: Actor
}

/** The delegations an appointment has given that still run, and those of them which the successor could give just so. */
export async function passOnFor(
  tx: Tx,
  { fromId, successor }: PassedFor,
): Promise<{
  running: number
  giveAnew: (actor: Actor, handOverId: string) => Promise<void>
  possible: number
}> {
  const running = await runningOf(tx, fromId, successor.today)
  const possible: Running[] = []
  for (const each of running) if (await couldGive(tx, successor, each)) possible.push(each)
  return {
    running: running.length,
    possible: possible.length,
    giveAnew: async (actor, handOverId) => {
      for (const each of possible) await give(tx, { actor, successor, handOverId, each })
    },
  }
}

/** Takes back what a hand-over had given anew. */
export async function endDelegationsOfHandOver(tx: Tx, actor: Actor, handOverId: string): Promise<void> {
  const { rows } = await sql<{ id: string; organisationId: string }>`
    select d.id, d.organisation_id as "organisationId" from delegations d
    where d.tenant_id = ${tx.tenantId} and d.hand_over_id = ${handOverId}
      and not exists (select from delegation_endings e where e.tenant_id = d.tenant_id and e.delegation_id = d.id)`.execute(
    tx,
  )
  for (const { id, organisationId } of rows) {
    const ended = { delegationId: id, endsBefore: actor.today, reason: '撤销交接' }
    await insertDelegationEnding(tx, actor, ended)
    await audit(tx, actor, 'access.delegation_ended', { kind: 'delegation', id, organisationId })
  }
}

async function runningOf(tx: Tx, giverId: string, day: string): Promise<Running[]> {
  const { rows } = await sql<Running>`
    select d.id, d.receiver_id as "receiverId", receiver.person_id as "receiverPersonId", d.organisation_id as "organisationId", d.reach, d.reason,
      d.document_no as "documentNo", greatest(d.starts_on, ${day}::date) as "startsOn", d.ends_before as "endsBefore",
      array(select g.permission from grants g where g.tenant_id = d.tenant_id and g.delegation_id = d.id) as permissions
    from delegations d
    join appointments receiver on receiver.tenant_id = d.tenant_id and receiver.appointment_id = d.receiver_id and receiver.superseded_at is null
    where d.tenant_id = ${tx.tenantId} and d.giver_id = ${giverId} and d.ends_before > ${day}::date
      and not exists (select from delegation_endings e where e.tenant_id = d.tenant_id and e.delegation_id = d.id)
    order by d.id`.execute(tx)
  return rows
}

async function couldGive(tx: Tx, successor: Actor, each: Running): Promise<boolean> {
  const place = await placeOf(tx, each.organisationId, successor.today)
  if (place === null || each.receiverPersonId === successor.personId) return false
  const passable = await passablePermissions(tx, 'delegation', successor.today)
  return each.permissions.every((permission) =>
    mayPassOn(successor, { permission, place, reach: each.reach }, passable),
  )
}

async function give(
  tx: Tx,
  given: { actor: Actor; successor: Actor; handOverId: string; each: Running },
): Promise<void> {
  const { actor, successor, handOverId, each } = given
  const id = await insertDelegation(tx, actor, { ...each, giverId: successor.appointment!.id, handOverId })
  await audit(tx, actor, 'access.delegated', {
    kind: 'delegation',
    id,
    organisationId: each.organisationId,
    params: {
      permissions: each.permissions.length,
      receiverId: each.receiverId,
      startsOn: each.startsOn,
      endsBefore: each.endsBefore,
    },
  })
}
