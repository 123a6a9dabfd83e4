import type { AuditEntry, operations } from '#contract/audit.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { newestKeys, resolveFilter } from './entry-filter.ts'
import { entriesOf } from './entry-rows.ts'

type Input = InputOf<(typeof operations)['listAuditEntries']>

/** Entries newest first, with the names of actors and organisations as they are today. The permission reaches the whole tenant. */
export async function listAuditEntries(
  tx: Tx,
  _actor: Actor,
  { limit = 50, cursor, ...filter }: Input,
): Promise<{ items: AuditEntry[]; nextCursor: string | null }> {
  const [exact, id] = readCursor(cursor, ['', ''])
  const after = exact === '' ? null : { exact: exact!, id: id! }
  const resolved = await resolveFilter(tx, filter)
  const rows = await entriesOf(tx, newestKeys(tx, resolved, { after, limit: limit + 1 }))
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page,
    nextCursor: rows.length > limit && last !== undefined ? writeCursor([last.exact, last.id]) : null,
  }
}
