import { sql } from 'kysely'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { operations } from '#contract/roster.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { importOf } from '../policy.ts'

type Output = OutputOf<(typeof operations)['listRosterImportLeavers']>

/** Members whom the full list does not name, by name. */
export async function listLeavers(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listRosterImportLeavers']>,
): Promise<Output> {
  const imported = await importOf(tx, actor, input.importId)
  const limit = input.limit ?? 50
  const [afterName, afterId] = readCursor(input.cursor, ['', '00000000-0000-0000-0000-000000000000']) as [
    string,
    string,
  ]
  const { rows } = await sql<Output['items'][number]>`
    select p.id as "personId", p.name, m.joined_on as "joinedOn", coalesce((select o.name from organisation_profiles o
      where o.tenant_id = l.tenant_id and o.organisation_id = m.union_id and o.superseded_at is null
      order by o.starts_on desc limit 1), '') as "unionName"
    from import_leavers l
    join persons p on p.tenant_id = l.tenant_id and p.id = l.person_id
    join memberships m on m.tenant_id = l.tenant_id and m.id = l.membership_id
    where l.tenant_id = ${tx.tenantId} and l.import_id = ${imported.id} and (p.name, p.id) > (${afterName}, ${afterId}::uuid)
    order by p.name, p.id limit ${limit + 1}`.execute(tx)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last ? writeCursor([last.name, last.personId]) : null }
}
