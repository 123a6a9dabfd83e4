import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'

/** A value that rows `m` of a register are ordered by, and as what it travels in a cursor. */
export type SortKey = readonly [of: RawBuilder<unknown>, as: 'bigint' | 'date' | 'text' | 'uuid']

/** A register: its rows (a select with an `id`, whole and within scope), what they can be ordered by, and how they stand unasked. */
export interface Register {
  rows: RawBuilder<unknown>
  orders: Readonly<Record<string, readonly SortKey[]>>
  unasked: string
}

/** What of a register is asked for. */
export interface AskedOfRegister {
  sort?: string
  cursor?: string
  limit?: number
}

const mostRows = 100_000

/**
 * One page of a register in the order asked for; rows that are the same in it stand as they were made, the first first. Text is ordered by code point.
 * A cursor holds for the order it was given with: in another one it is refused, or the page begins at the first row.
 */
export async function registerPage<Row>(
  tx: Tx,
  register: Register,
  asked: AskedOfRegister,
): Promise<{ items: Row[]; nextCursor: string | null; total: number }> {
  const limit = asked.limit ?? 50
  const { keys, sort, direction, beyond } = orderOf(register, asked.sort)
  const none = ['', '', ...keys.map(() => '')]
  const [order, id, ...values] = readCursor(asked.cursor, none) as [string, string, ...string[]]
  const after = keys.map(([, as], place) => sql`nullif(${values[place] ?? ''}, '')::${sql.raw(as)}`)
  const reached = sql.join(keys.map(keyOf))
  const further =
    order === sort && id !== ''
      ? sql`((${reached}) ${beyond} (${sql.join(after)}) or ((${reached}) = (${sql.join(after)}) and m.id > ${id}::uuid))`
      : sql`true`
  const { rows: counted } = await sql<{
    total: number
  }>`select count(*)::int as total from (${register.rows}) m`.execute(tx)
  const { rows } = await sql<Row & { id: string; sortKeys: string[] }>`
    select m.*, array[${sql.join(keys.map(([of]) => sql`(${of})::text`))}]::text[] as "sortKeys" from (${register.rows}) m
    where ${further} order by ${ordered({ keys, direction })} limit ${limit + 1}`.execute(tx)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    items: rows.slice(0, limit).map(({ sortKeys: _, ...row }) => row as Row),
    nextCursor: last === undefined ? null : writeCursor([sort, last.id, ...last.sortKeys]),
    total: counted[0]!.total,
  }
}

/** The whole register in the order asked for, at most 100,000 rows. */
export async function registerRows<Row>(tx: Tx, register: Register, asked: AskedOfRegister): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select m.* from (${register.rows}) m order by ${ordered(orderOf(register, asked.sort))} limit ${mostRows}`.execute(
    tx,
  )
  return rows
}

/** A column of `m` that rows are ordered by. */
export const column = (name: string, as: SortKey[1] = 'bigint'): readonly SortKey[] => [
  [sql.ref(`m.${name}`), as],
]

/** The order rows `m` were made in: that of their ids. */
export const asMade = column('id', 'uuid')

/** That a part of a name stands in one of these texts; unasked every row fits. */
export function namedLike(q: string | undefined, texts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  if (q === undefined) return sql`true`
  return sql`(${sql.join(
    texts.map((text) => sql`position(lower(${q.trim()}) in lower(${text})) > 0`),
    sql` or `,
  )})`
}

function orderOf(register: Register, asked: string | undefined) {
  const sort = asked ?? register.unasked
  const descending = sort.startsWith('-')
  return {
    sort,
    keys: register.orders[sort.replace('-', '')]!,
    direction: descending ? sql`desc` : sql`asc`,
    beyond: descending ? sql`<` : sql`>`,
  }
}

function ordered({ keys, direction }: { keys: readonly SortKey[]; direction: RawBuilder<unknown> }) {
  return sql.join([...keys.map((key) => sql`${keyOf(key)} ${direction}`), sql`m.id`])
}

function keyOf([of, as]: SortKey): RawBuilder<unknown> {
  return as === 'text' ? sql`${of} collate "C"` : of
}
