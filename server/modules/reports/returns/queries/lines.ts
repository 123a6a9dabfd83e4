import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { AnnualReturnLine, operations } from '#contract/reports-returns.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { mustReadReturn } from './returns.ts'

type Asked = InputOf<(typeof operations)['listAnnualReturnLines']>
type Answer = OutputOf<(typeof operations)['listAnnualReturnLines']>

/** The lines of a return by code; those in which the logic check found something, where that is asked. */
export async function listAnnualReturnLines(tx: Tx, actor: Actor, input: Asked): Promise<Answer> {
  await mustReadReturn(tx, actor, input.returnId)
  const limit = input.limit ?? 50
  const [code, id] = readCursor(input.cursor, ['', ''])
  const { rows } = await sql<AnnualReturnLine & { all: number }>`
    with asked as (select l.* from annual_return_lines l where ${sql.join(conditions(tx, input), sql` and `)})
    select ${columns}, (select count(*)::int from asked) as all from asked l
    where ${code} = '' or (l.stat_code collate "C", l.union_id) > (${code}, nullif(${id}, '')::uuid)
    order by l.stat_code collate "C", l.union_id limit ${limit + 1}`.execute(tx)
  const items = rows.slice(0, limit).map(({ all: _all, ...line }) => line)
  const last = items.at(-1)
  return {
    items,
    nextCursor: rows.length > limit && last !== undefined ? writeCursor([last.statCode, last.unionId]) : null,
    total: rows[0]?.all ?? 0,
  }
}

/** All lines of a return by code, without asking who wants to know. */
export async function linesOf(tx: Tx, returnId: string): Promise<AnnualReturnLine[]> {
  const { rows } = await sql<AnnualReturnLine>`
    select ${columns} from annual_return_lines l where l.tenant_id = ${tx.tenantId} and l.return_id = ${returnId}
    order by l.stat_code collate "C", l.union_id`.execute(tx)
  return rows
}

const columns = sql`l.union_id as "unionId", l.stat_code as "statCode", l.name, l.division_code as "divisionCode", l.union_type as "unionType",
  l.employers, l.workers, l.women_workers as "womenWorkers", l.migrant_workers as "migrantWorkers", l.members, l.findings`

function conditions(tx: Tx, { returnId, q, finding }: Asked): RawBuilder<SqlBool>[] {
  const said = [sql<SqlBool>`l.tenant_id = ${tx.tenantId} and l.return_id = ${returnId}`]
  const wanted = q?.trim().toLowerCase() ?? ''
  if (wanted !== '')
    said.push(sql<SqlBool>`strpos(lower(l.name) || ' ' || lower(l.stat_code), ${wanted}) > 0`)
  if (finding === 'any') said.push(sql<SqlBool>`cardinality(l.findings) > 0`)
  else if (finding !== undefined) said.push(sql<SqlBool>`${finding} = any(l.findings)`)
  return said
}
