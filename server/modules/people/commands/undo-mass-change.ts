import { isDeepStrictEqual } from 'node:util'
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
  const written = await membershipsById(
    tx,
    rows.flatMap((row) => [...row.supersededIds, ...row.insertedIds]),
  )
  const asWritten = new Map(written.map((row) => [row.id, row]))
  const before = (row: MassChangeRow) => row.supersededIds.map((id) => asWritten.get(id)!)
  const mine = await reachable(tx, { actor, permission: 'people.write' }, [
    ...new Set(rows.flatMap((row) => before(row).map(({ value }) => value.unionId))),
  ])
  const restorable = rows.flatMap((row) => {
    const left = row.insertedIds.map((id) => asWritten.get(id)!)
    const standing = stillStanding(current.get(row.personId) ?? [], { left, before: before(row) })
    const within = before(row).every(({ value }) => mine.has(value.unionId))
    return standing !== null && within ? [{ row, standing }] : []
  })
  await writeMemberships(
    tx,
    actor,
    restorable.map(({ row, standing }) => ({
      personId: row.personId,
      change: { supersededIds: standing.map(({ id }) => id), inserted: before(row) },
    })),
  )
  const restored = restorable.map(({ row }) => row)
  await restoreEmployments(tx, actor, restored)
  await refreshMemberIndex(tx, { personIds: restored.map((row) => row.personId) })
  return restored.length
}

/**
 * The current rows that say what the change left, when a person's memberships still are that and nothing else stands where the old ones
 * go; null otherwise. A later change that was itself undone has written them anew, so what they say counts, not their ids.
 */
function stillStanding(
  current: readonly MembershipRow[],
  change: { left: readonly MembershipRow[]; before: readonly MembershipRow[] },
): MembershipRow[] | null {
  const standing = change.left.map((row) => current.find((each) => saysTheSame(each, row)))
  if (standing.includes(undefined)) return null
  const others = current.filter((row) => !standing.includes(row))
  return change.before.some((row) => others.some((other) => overlap(other, row)))
    ? null
    : (standing as MembershipRow[])
}

function saysTheSame(a: MembershipRow, b: MembershipRow): boolean {
  return isDeepStrictEqual({ ...a, id: b.id }, b)
}
