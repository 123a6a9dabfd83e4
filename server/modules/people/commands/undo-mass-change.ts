import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, notFound } from '#server/platform/errors.ts'
import { insertUndoing, findMassChange, massChangeRows } from '../mass-change-store.ts'
import { refreshMemberIndex } from '../member-index.ts'
import {
  lockPersons,
  membershipsById,
  membershipsOf,
  writeMemberships,
  type MembershipRow,
  type WrittenChange,
} from '../memberships.ts'
import { overlap } from '../rules/timeline.ts'
import { reachable } from '../queries/register-facts.ts'

/** Takes back a mass change the same appointment made. Persons whose memberships were changed again since stay as they are. */
export async function undoMassChange(
  tx: Tx,
  actor: Actor,
  input: { changeId: string },
): Promise<{ restored: number; left: number }> {
  const change = await findMassChange(tx, input.changeId)
  if (change === undefined || actor.appointment === null || change.recordedBy !== actor.appointment.id)
    notFound()
  if (change.undone) conflict('people.change_already_undone')

  const rows = await massChangeRows(tx, change.id)
  await lockPersons(
    tx,
    rows.map((row) => row.personId),
  )
  const current = Map.groupBy(
    await membershipsOf(
      tx,
      rows.map((row) => row.personId),
    ),
    (row) => row.personId,
  )
  const originals = new Map(
    (
      await membershipsById(
        tx,
        rows.flatMap((row) => row.supersededIds),
      )
    ).map((row) => [row.id, row]),
  )
  const mine = await reachable(tx, { actor, permission: 'people.write' }, [
    ...new Set([...originals.values()].map((row) => row.value.unionId)),
  ])
  const restorable = rows.filter(
    (row) =>
      isUntouched(row, current.get(row.personId) ?? [], originals) &&
      row.supersededIds.every((id) => mine.has(originals.get(id)!.value.unionId)),
  )
  await writeMemberships(
    tx,
    actor,
    restorable.map((row) => ({
      personId: row.personId,
      change: { supersededIds: row.insertedIds, inserted: row.supersededIds.map((id) => originals.get(id)!) },
    })),
  )
  await refreshMemberIndex(tx, { personIds: restorable.map((row) => row.personId) })
  const answer = { restored: restorable.length, left: rows.length - restorable.length }
  await insertUndoing(tx, actor, { changeId: change.id, ...answer })
  await audit(tx, actor, 'people.mass_change_undone', {
    kind: 'mass_change',
    id: change.id,
    organisationId: actor.appointment.organisationId,
    params: answer,
  })
  return answer
}

/** Whether a person's memberships still are what the change left: its rows are current, and nothing else stands where the old ones go. */
function isUntouched(
  row: WrittenChange,
  current: readonly MembershipRow[],
  originals: ReadonlyMap<string, MembershipRow>,
): boolean {
  const ids = new Set(current.map((each) => each.id))
  if (!row.insertedIds.every((id) => ids.has(id))) return false
  const others = current.filter((each) => !row.insertedIds.includes(each.id))
  return row.supersededIds.every((id) => !others.some((other) => overlap(other, originals.get(id)!)))
}
