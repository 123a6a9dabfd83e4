import type { Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refreshMemberIndex } from '../member-index.ts'
import { membershipsOf, writeMemberships } from '../memberships.ts'
import { holdsOn, overlap, replaceWithin } from '../rules/timeline.ts'

/**
 * Ends what somebody’s records hold from a day on, for a reason; false when nothing holds then, or only since that day. The caller has locked
 * the records.
 */
export async function leaveUnion(
  tx: Tx,
  author: Author,
  leaving: { recordIds: readonly string[]; on: string; reason: 'withdrawn' | 'expelled' },
): Promise<boolean> {
  const { on, reason } = leaving
  const all = await membershipsOf(tx, leaving.recordIds)
  const rows = all.filter((row) => overlap(row, { startsOn: on, endsBefore: null }))
  if (!rows.some((row) => holdsOn(row, on) && row.startsOn < on)) return false
  const changes = [...Map.groupBy(rows, (row) => row.personId)].map(([personId, own]) => ({
    personId,
    change: replaceWithin(own, { startsOn: on, endsBefore: null, endReason: reason, become: () => null }),
  }))
  await writeMemberships(tx, author, changes)
  await refreshMemberIndex(tx, { personIds: [...leaving.recordIds] })
  return true
}
