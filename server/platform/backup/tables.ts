import type pg from 'pg'

/** A table as a backup needs it. */
export interface StoredTable {
  /** With its schema before a point where that is not `public`. */
  name: string
  columns: string[]
  /** Whether its rows belong to tenants and stand behind row security. */
  ofTenants: boolean
}

/** Made by migrating, or good for hours only: people sign in again after a restore. */
const left = ['pgmigrations', 'installation', 'sessions', 'rate_buckets', 'token_directory']

/** Every table whose rows a backup holds, each after the tables its rows point to: those of `public`, and the urn of secret votes. */
export async function storedTables(client: pg.Client): Promise<StoredTable[]> {
  const { rows } = await client.query<StoredTable & { pointsTo: string[] }>(
    `select ${nameOf('n', 'c')} as name, c.relrowsecurity as "ofTenants",
       array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
         order by a.attnum) as columns,
       array(select ${nameOf('s', 't')} from pg_constraint k join pg_class t on t.oid = k.confrelid join pg_namespace s on s.oid = t.relnamespace
         where k.conrelid = c.oid and k.contype = 'f') as "pointsTo"
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'urn') and c.relkind in ('r', 'p') and ${nameOf('n', 'c')} <> all($1) order by 1`,
    [left],
  )
  const sorted: StoredTable[] = []
  const waiting = new Map(rows.map((row) => [row.name, row]))
  while (waiting.size > 0) {
    const free = [...waiting.values()].filter(({ name, pointsTo }) =>
      pointsTo.every((other) => other === name || !waiting.has(other)),
    )
    if (free.length === 0) throw new Error(`tables point to each other in a circle: ${[...waiting.keys()]}`)
    for (const { name, columns, ofTenants } of free) {
      sorted.push({ name, columns, ofTenants })
      waiting.delete(name)
    }
  }
  return sorted
}

const nameOf = (schema: string, table: string) =>
  `concat_ws('.', nullif(${schema}.nspname, 'public'), ${table}.relname)`

/** A table as statements name it. */
export function quoted({ name }: Pick<StoredTable, 'name'>): string {
  return name
    .split('.')
    .map((part) => `"${part}"`)
    .join('.')
}

/** The table and its columns as COPY names them. */
export function copyTarget(table: Pick<StoredTable, 'name' | 'columns'>): string {
  return `${quoted(table)} (${columnList(table)})`
}

/** The columns as a statement names them. */
export function columnList(table: Pick<StoredTable, 'columns'>): string {
  return table.columns.map((column) => `"${column}"`).join(', ')
}

/** Tenants of the database, in a fixed order. */
export async function tenantIds(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>('select id from tenants order by id')
  return rows.map(({ id }) => id)
}

/** Lets the transaction see one tenant. */
export async function beTenant(client: pg.Client, id: string): Promise<void> {
  await client.query(`set local app.tenant = ${client.escapeLiteral(id)}`)
}

/** The last link of every audit chain: two databases whose heads are equal have the same history. */
export async function auditHeads(client: pg.Client): Promise<string[]> {
  const heads: string[] = []
  for (const id of await tenantIds(client)) {
    await beTenant(client, id)
    const { rows } = await client.query<{ head: string }>(
      `select concat_ws(':', tenant_id, chain, seq, encode(hash, 'hex')) as head from audit_heads where tenant_id = $1 order by chain`,
      [id],
    )
    heads.push(...rows.map(({ head }) => head))
  }
  return heads
}
