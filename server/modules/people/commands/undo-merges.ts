import { raiseAccessVersion } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { MassChangeRow } from '../mass-change-store.ts'
import { refreshMemberIndex } from '../member-index.ts'
import { lockPersons } from '../memberships.ts'
import { personRecords, type PersonRecords } from '../person-scope.ts'
import { reachable } from '../queries/register-facts.ts'
import { undoAlias } from '../store.ts'
import { familyRecords } from '../transfer-store.ts'

/** Takes back the merges of a mass change, of persons within reach; those undone one by one since are passed over. Returns how many. */
export async function undoMerges(tx: Tx, actor: Actor, rows: readonly MassChangeRow[]): Promise<number> {
  const families = await familyRecords(
    tx,
    rows.map((row) => row.personId),
  )
  await lockPersons(tx, [...families.values()].flat())
  const persons = new Map<string, PersonRecords>()
  for (const { personId } of rows) persons.set(personId, (await personRecords(tx, personId))!)
  const places = [...persons.values()].map(({ organisationId }) => organisationId)
  const mine = await reachable(tx, { actor, permission: 'people.write' }, [
    ...new Set(places.filter((id) => id !== null)),
  ])
  // Before the index takes its share of the tenant’s row: two who do this at once queue here.
  await raiseAccessVersion(tx)
  let undone = 0
  for (const { personId, aliasIds } of rows) {
    const person = persons.get(personId)!
    const freed = mine.has(person.organisationId ?? '')
      ? await undoAlias(tx, actor, { id: aliasIds[0]!, person_id: person.personId })
      : undefined
    if (freed === undefined) continue
    await refreshMemberIndex(tx, { personIds: [person.personId, freed] })
    undone += 1
  }
  return undone
}
