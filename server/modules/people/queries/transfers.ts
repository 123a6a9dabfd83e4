import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { InputOf } from '#contract/operation.ts'
import type { operations, TransferRow } from '#contract/people-transfers.ts'
import { inScope } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { familyOf, waits } from '../transfer-store.ts'
import {
  concernsMine,
  transferColumns,
  transferJoins,
  transferRow,
  type TransferColumns,
} from './transfer-columns.ts'

type Input = InputOf<(typeof operations)['listTransfers']>

/** Transfers in and out of the unions within scope, the latest first. `total` counts all that match. */
export async function listTransfers(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<{ items: TransferRow[]; nextCursor: string | null; total: number }> {
  const limit = input.limit ?? 50
  const [after] = readCursor(input.cursor, [''])
  const matching = sql`t.tenant_id = ${tx.tenantId} and ${sql.join(conditions(tx, actor, input), sql` and `)}`
  const { rows: counted } = await sql<{ total: number }>`
    select count(*) as total from transfers t ${transferJoins(tx)} where ${matching}`.execute(tx)
  const { rows } = await sql<TransferColumns>`
    select ${transferColumns(tx, actor)} from transfers t ${transferJoins(tx)}
    where ${matching} and (${after} = '' or t.id < nullif(${after}, '')::uuid)
    order by t.id desc limit ${limit + 1}`.execute(tx)
  const items = rows.slice(0, limit)
  const more = rows.length > limit
  return {
    items: items.map((row) => transferRow(tx, row)),
    nextCursor: more ? writeCursor([items.at(-1)!.id]) : null,
    total: counted[0]!.total,
  }
}

function conditions(tx: Tx, actor: Actor, input: Input): RawBuilder<SqlBool>[] {
  const parts = [concernsMine(tx, actor, input.direction)]
  if (input.state === 'open') parts.push(sql<SqlBool>`${waits()}`)
  else if (input.state !== undefined) parts.push(sql<SqlBool>`last.step = ${input.state}`)
  if (input.waiting === 'for_me') parts.push(waitsForMine(tx, actor))
  if (input.handshakeId !== undefined) parts.push(sql<SqlBool>`t.handshake_id = ${input.handshakeId}`)
  if (input.personId !== undefined)
    parts.push(
      sql<SqlBool>`t.person_id in (select record_id from (${familyOf(tx, [input.personId])}) family)`,
    )
  return parts
}

function waitsForMine(tx: Tx, actor: Actor): RawBuilder<SqlBool> {
  const reach = { actor, permission: 'people.write' } as const
  return sql<SqlBool>`(last.step = 'requested' and ${inScope(tx, reach, sql.ref('t.from_union_id'))}
    or last.step = 'released' and ${inScope(tx, reach, sql.ref('t.to_union_id'))})`
}
