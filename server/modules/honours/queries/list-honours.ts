import { sql } from 'kysely'
import type { Honour, operations } from '#contract/honours.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { inScope } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { titlesOn } from '../titles.ts'
import { honourRows } from './honour-rows.ts'

/** Titles that can be conferred today. */
export async function listHonourTitles(
  tx: Tx,
  actor: Actor,
): Promise<OutputOf<(typeof operations)['listHonourTitles']>> {
  return { items: [...(await titlesOn(tx, actor.today)).value] }
}

/** Honours conferred by organisations of one's scope, the latest first. */
export async function listHonours(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listHonours']>,
): Promise<OutputOf<(typeof operations)['listHonours']>> {
  const limit = input.limit ?? 50
  const [day, id] = readCursor(input.cursor, ['', '']) as [string, string]
  const scope = inScope(tx, { actor, permission: 'honours.read' }, sql.ref('h.organisation_id'))
  const all = [sql`true`]
  if (input.honourId !== undefined) all.push(sql`m.id = ${input.honourId}`)
  if (input.q !== undefined) all.push(sql`position(${input.q} in m."holderName") > 0`)
  if (input.title !== undefined) all.push(sql`m.title = ${input.title}`)
  if (input.state !== undefined) all.push(sql`m.state = ${input.state}`)
  const matching = sql`select * from (${honourRows(tx, scope)}) m where ${sql.join(all, sql` and `)}`
  const { rows: counted } = await sql<{
    total: number
  }>`select count(*)::int as total from (${matching}) c`.execute(tx)
  const { rows } = await sql<Honour>`
    select * from (${matching}) m
    where ${id} = '' or (m."grantedOn", m.id) < (nullif(${day}, '')::date, nullif(${id}, '')::uuid)
    order by m."grantedOn" desc, m.id desc limit ${limit + 1}`.execute(tx)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items,
    nextCursor: rows.length > limit && last ? writeCursor([last.grantedOn, last.id]) : null,
    total: counted[0]!.total,
  }
}
