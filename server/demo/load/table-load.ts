import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import { from as copyFrom } from 'pg-copy-streams'
import { CopyRows, copyHeader, copyTrailer } from '#server/platform/db/copy-rows.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** How a value goes into a binary COPY; `instant` is an ISO text in UTC. */
export type ColumnType =
  'uuid' | 'text' | 'date' | 'instant' | 'int2' | 'int4' | 'int8' | 'boolean' | 'booleans' | 'bytes'

type ValueOf = {
  uuid: string
  text: string
  date: string
  instant: string
  int2: number
  int4: number
  int8: number
  boolean: boolean
  booleans: readonly boolean[]
  bytes: Uint8Array
}
type Columns = Readonly<Record<string, ColumnType>>
export type RowOf<C extends Columns> = { [name in keyof C]: ValueOf[C[name]] | null }

/** Rows on their way into one table: `add` them, `flush` sends what has gathered by COPY. `tenant_id` is added to every row. */
export class TableLoad<C extends Columns> {
  readonly #tx: Tx
  readonly #table: string
  readonly #columns: [string, ColumnType][]
  readonly #rows: CopyRows
  #pieces: Uint8Array[] = []

  constructor(tx: Tx, table: string, columns: C) {
    this.#tx = tx
    this.#table = table
    this.#columns = Object.entries(columns)
    this.#rows = new CopyRows(this.#columns.length + 1, (piece) => this.#pieces.push(piece))
  }

  add(row: RowOf<C>): void {
    this.#rows.begin()
    this.#rows.uuid(this.#tx.tenantId)
    for (const [name, type] of this.#columns) write(this.#rows, type, row[name] as never)
    this.#rows.end()
  }

  async flush(): Promise<void> {
    this.#rows.flush()
    if (this.#pieces.length === 0) return
    const pieces = [copyHeader, ...this.#pieces, copyTrailer]
    this.#pieces = []
    const columns = ['tenant_id', ...this.#columns.map(([name]) => name)].join(', ')
    const direct = await passesRowSecurity(this.#tx)
    const target = direct ? this.#table : `loading_${this.#table}`
    if (!direct)
      await this.#tx.client.query(
        `create temporary table ${target} as select ${columns} from ${this.#table} limit 0`,
      )
    await pipeline(
      Readable.from(pieces),
      this.#tx.client.query(copyFrom(`copy ${target} (${columns}) from stdin (format binary)`)),
    )
    if (direct) return
    await this.#tx.client.query(`insert into ${this.#table} (${columns}) select ${columns} from ${target}`)
    await this.#tx.client.query(`drop table ${target}`)
  }
}

const passes = new WeakMap<Tx, boolean>()

/** COPY is refused on tables with row security, except to a superuser or a role that passes it. */
async function passesRowSecurity(tx: Tx): Promise<boolean> {
  let known = passes.get(tx)
  if (known === undefined) {
    const { rows } = await sql<{ passes: boolean }>`
      select rolsuper or rolbypassrls as passes from pg_roles where rolname = current_user`.execute(tx)
    known = rows[0]!.passes
    passes.set(tx, known)
  }
  return known
}

function write(copy: CopyRows, type: ColumnType, value: never): void {
  switch (type) {
    case 'instant':
      return copy.bytes(instantBytes(value))
    case 'int8':
      return copy.bytes(int8Bytes(value))
    case 'booleans':
      return copy.bytes(booleansBytes(value))
    default:
      return copy[type](value)
  }
}

// The records repeat their few thousand instants.
const instants = new Map<string, Buffer>()
const microsecondsTo2000 = 946_684_800_000_000n

function instantBytes(instant: string | null): Buffer | null {
  if (instant === null) return null
  let bytes = instants.get(instant)
  if (bytes === undefined) {
    bytes = Buffer.alloc(8)
    bytes.writeBigInt64BE(BigInt(Date.parse(instant)) * 1000n - microsecondsTo2000)
    instants.set(instant, bytes)
  }
  return bytes
}

function int8Bytes(value: number | null): Buffer | null {
  if (value === null) return null
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64BE(BigInt(value))
  return bytes
}

const booleanOid = 16

/** One dimension, no nulls, counted from 1. */
function booleansBytes(values: readonly boolean[] | null): Buffer | null {
  if (values === null) return null
  const head = Buffer.alloc(20)
  for (const [at, word] of [1, 0, booleanOid, values.length, 1].entries()) head.writeInt32BE(word, at * 4)
  return Buffer.concat([head, ...values.map((value) => Buffer.from([0, 0, 0, 1, value ? 1 : 0]))])
}
