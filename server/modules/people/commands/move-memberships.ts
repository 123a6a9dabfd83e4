import type { Author } from '#server/platform/audit.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { sql } from 'kysely'
import { refreshMemberIndex } from '../member-index.ts'
import { lockPersons, membershipsOf, personsInUnions, writeMemberships } from '../memberships.ts'
import { replaceWithin } from '../rules/timeline.ts'

const chunkSize = 5000
const beforeEverybody = '00000000-0000-0000-0000-000000000000'

/** Which memberships go where: everybody in `fromUnionIds` belongs to `toUnionId` from `on`; what was before stays. */
export interface UnionMove {
  fromUnionIds: readonly string[]
  toUnionId: string
  on: string
  /** Why the memberships there end. */
  reason: 'transferred' | 'union_closed'
}

/** Moves all memberships of some unions to another, when unions merge, split or close; returns how many persons moved. The caller holds the tree. */
export async function moveMemberships(tx: Tx, author: Author, move: UnionMove): Promise<number> {
  // Waits for people who are just being added or moved, so that none is missed.
  await sql`select from tenants where id = ${tx.tenantId} for no key update`.execute(tx)
  let moved = 0
  let afterPersonId = beforeEverybody
  for (;;) {
    const ids = await personsInUnions(tx, {
      unionIds: move.fromUnionIds,
      on: move.on,
      afterPersonId,
      limit: chunkSize,
    })
    if (ids.length === 0) break
    await moveChunk(tx, author, { ...move, ids })
    moved += ids.length
    afterPersonId = ids.at(-1)!
  }
  if (moved > 0)
    await audit(tx, author, 'people.memberships_moved', {
      kind: 'organisation',
      id: move.toUnionId,
      organisationId: move.toUnionId,
      params: { members: moved, on: move.on },
    })
  return moved
}

async function moveChunk(tx: Tx, author: Author, move: UnionMove & { ids: string[] }): Promise<void> {
  await lockPersons(tx, move.ids)
  const from = new Set(move.fromUnionIds)
  const rows = (await membershipsOf(tx, move.ids)).filter((row) => from.has(row.value.unionId))
  const changes = [...Map.groupBy(rows, (row) => row.personId)].map(([personId, own]) => ({
    personId,
    change: replaceWithin(own, {
      startsOn: move.on,
      endsBefore: null,
      endReason: move.reason,
      become: (value) => ({ ...value, unionId: move.toUnionId }),
    }),
  }))
  await writeMemberships(tx, author, changes)
  await refreshMemberIndex(tx, { personIds: move.ids })
}
