import { mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, notFound } from '#server/platform/errors.ts'
import { restoreEmployments } from '../ended-employments.ts'
import { findMassChange, insertUndoing, massChangeRows, type MassChangeRow } from '../mass-change-store.ts'
import { refreshMemberIndex } from '../member-index.ts'
import {
  lockPersons,
  membershipsById,
  membershipsOf,
  writeMemberships,
  type MembershipRow,
} from '../memberships.ts'
import { reachable } from '../queries/register-facts.ts'
import { overlap } from '../rules/timeline.ts'
import { undoMerges } from './undo-merges.ts'

/**
 * Takes back a mass change that was made from an organisation within reach. Persons whose memberships were changed again since stay as they
 * are; posts that ended with it are legal facts of their own and are not given back.
 */
export async function undoMassChange(
  tx: Tx,
  actor: Actor,
  input: { changeId: string },
): Promise<{ restored: number; left: number }> {
  const change = await findMassChange(tx, input.changeId)
  if (change === undefined || change.organisationId === null) notFound()
  await mustReach(tx, { actor, permission: 'people.write' }, change.organisationId)
  if (change.undone) conflict('people.change_already_undone')

  const rows = await massChangeRows(tx, change.id)
  const restored =
    change.kind === 'merged' ? await undoMerges(tx, actor, rows) : await undoMemberships(tx, actor, rows)
  const answer = { restored, left: rows.length - restored }
  await insertUndoing(tx, actor, { changeId: change.id, ...answer })
  await audit(tx, actor, 'people.mass_change_undone', {
    kind: 'mass_change',
    id: change.id,
    organisationId: change.organisationId,
    params: answer,
  })
  return answer
}

async function undoMemberships(tx: Tx, actor: Actor, rows: readonly MassChangeRow[]): Promise<number> {
  const personIds = rows.map((row) => row.personId)
  await lockPersons(tx, personIds)
  const current = Map.groupBy(await membershipsOf(tx, personIds), (row) => row.personId)
  const closed = await membershipsById(
    tx,
    rows.flatMap((row) => row.supersededIds),
  )
  const originals = new Map(closed.map((row) => [row.id, row]))
  const mine = await reachable(tx, { actor, permission: 'people.write' }, [
    ...new Set(closed.map((row) => row.value.unionId)),
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
  await restoreEmployments(tx, actor, restorable)
  await refreshMemberIndex(tx, { personIds: restorable.map((row) => row.personId) })
  return restorable.length
}

/** Whether a person's memberships still are what the change left: its rows are current, and nothing else stands where the old ones go. */
function isUntouched(
  row: MassChangeRow,
  current: readonly MembershipRow[],
  originals: ReadonlyMap<string, MembershipRow>,
): boolean {
  const ids = new Set(current.map((each) => each.id))
  if (!row.insertedIds.every((id) => ids.has(id))) return false
  const others = current.filter((each) => !row.insertedIds.includes(each.id))
  return row.supersededIds.every((id) => !others.some((other) => overlap(other, originals.get(id)!)))
}
