import { sql } from 'kysely'
import { createTasks, openTasksAbout } from '#server/modules/inbox/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, refuse } from '#server/platform/errors.ts'
import { mustReachPerson } from '../person-scope.ts'
import { placesOf } from './list-duplicates.ts'
import { suspicions } from './suspects.ts'

/**
 * Asks whoever answers for both unions to look at a record of one's own and its duplicates elsewhere; the asker learns nothing of the others.
 * Returns how many tasks were put.
 */
export async function proposeMerge(
  tx: Tx,
  actor: Actor,
  input: { personId: string },
): Promise<{ proposed: number }> {
  const records = await mustReachPerson(tx, { actor, permission: 'people.write' }, input.personId)
  const open = await openTasksAbout(tx, [records.personId])
  if (open.some(({ kind }) => kind === 'people.merge_proposed')) conflict('people.merge_already_proposed')
  const others = (await suspicions(tx)).flatMap(({ keptId, otherId }) => {
    if (keptId === records.personId) return [otherId]
    return otherId === records.personId ? [keptId] : []
  })
  const places = await placesOf(tx, others)
  const tasks = []
  for (const otherPersonId of others) {
    const unionId = places.get(otherPersonId)
    const above = unionId === undefined ? null : await aboveBoth(tx, records.organisationId, unionId)
    if (above !== null)
      tasks.push({
        kind: 'people.merge_proposed',
        organisationId: above,
        permission: 'people.write' as const,
        subjectId: records.personId,
        params: { otherPersonId },
        dueOn: null,
      })
  }
  if (tasks.length === 0) refuse('people.no_duplicate')
  await createTasks(tx, actor, tasks)
  await audit(tx, actor, 'people.merge_proposed', {
    kind: 'person',
    id: records.personId,
    organisationId: records.organisationId,
  })
  return { proposed: tasks.length }
}

/** The lowest organisation that leads both unions today; null when none does. */
async function aboveBoth(tx: Tx, unionId: string, otherUnionId: string): Promise<string | null> {
  const above = (
    id: string,
  ) => sql`select ancestor_id, depth from organisation_tree where tenant_id = ${tx.tenantId} and descendant_id = ${id}
    and starts_on <= app_today() and (ends_before is null or app_today() < ends_before)`
  const { rows } = await sql<{ id: string }>`
    select one.ancestor_id as id from (${above(unionId)}) one join (${above(otherUnionId)}) another using (ancestor_id)
    order by one.depth limit 1`.execute(tx)
  return rows[0]?.id ?? null
}
