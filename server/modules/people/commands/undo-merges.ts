import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { MassChangeRow } from '../mass-change-store.ts'
import { refreshMemberIndex } from '../member-index.ts'
import { lockPersons } from '../memberships.ts'
import { personRecords } from '../person-scope.ts'
import { reachable } from '../queries/register-facts.ts'
import { undoAlias } from '../store.ts'
import { familyRecords } from '../transfer-store.ts'

/** Takes back the merges of a mass change of persons within reach; those undone one by one since are passed over. Returns how many. */
export async function undoMerges(tx: Tx, actor: Actor, rows: readonly MassChangeRow[]): Promise<number> {
  const families = await familyRecords(
    tx,
    rows.map((row) => row.personId),
  )
  await lockPersons(tx, [...families.values()].flat())
  const places = new Map<string, string>()
  for (const { personId } of rows) {
    const organisationId = (await personRecords(tx, personId))?.organisationId
    if (organisationId) places.set(personId, organisationId)
  }
  const mine = await reachable(tx, { actor, permission: 'people.write' }, [...new Set(places.values())])
  let undone = 0
  for (const { personId, aliasIds } of rows) {
    if (!mine.has(places.get(personId) ?? '')) continue
    for (const id of aliasIds) {
      const freed = await undoAlias(tx, actor, { id, person_id: personId })
      if (freed === undefined) continue
      await refreshMemberIndex(tx, { personIds: [personId, freed] })
      undone += 1
    }
  }
  return undone
}
