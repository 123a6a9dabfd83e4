import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { recordKeyRotation } from '../modules/system/index.ts'
import { audit } from '../platform/audit.ts'
import { unwrapKey, wrapKey, type MasterKeys } from '../platform/crypto.ts'
import { inPlumbing, inTenant } from '../platform/db/transaction.ts'
import { addMasterKey, dropOldMasterKeys, readKeyFile, readMasterKeys } from '../platform/master-keys.ts'

/** What a rotation works on: the database as its owner, and the key file. */
export interface Rotation {
  pool: pg.Pool
  keyPath: string
  /** How long running servers get to see the changed key file. */
  graceMilliseconds: number
  progress(this: void, text: string): void
}

/**
 * Replaces the wrapping key while people work: adds a new one, wraps every person's key anew in batches, and drops the old one when none
 * is left. May be interrupted at any moment and run again: it goes on where it stopped. What is hashed stays hashed by the same key.
 */
export async function rotateKey(rotation: Rotation): Promise<{ keyId: number; rewrapped: number }> {
  const { keyPath, pool, progress } = rotation
  // More than one key in the file: an earlier rotation was interrupted and is now finished.
  if (Object.keys(readKeyFile(keyPath).keys).length === 1) addMasterKey(keyPath)
  const keys = readMasterKeys(keyPath)
  const keyId = keys.currentId
  progress(`Key ${keyId} wraps new data from now on.`)
  await sleep(rotation.graceMilliseconds)
  const tables = await wrappedTables(pool)
  let rewrapped = 0
  for (const table of tables) rewrapped += await rewrapTable(pool, { table, keys, progress })
  // A server that has not seen the new key is refused from here on, rather than writing what nobody could open later.
  for (const table of tables) await allowOnly(pool, table, keyId)
  for (const table of tables) rewrapped += await rewrapUntilNone(pool, { table, keys, progress })
  for (const table of tables) await pool.query(`alter table "${table}" validate constraint ${ruleOf(table)}`)
  dropOldMasterKeys(keyPath)
  await record(pool, keys, keyId)
  progress('Older keys are dropped.')
  return { keyId, rewrapped }
}

// Some thousand rows: a few milliseconds of locks.
const batchPages = 100

async function record(pool: pg.Pool, keys: MasterKeys, keyId: number): Promise<void> {
  await inPlumbing(pool, (tx) => recordKeyRotation(tx, keyId))
  const { rows } = await pool.query<{ id: string }>('select id from tenants order by id')
  for (const { id } of rows) {
    await inTenant({ pool, keys }, id, (tx) =>
      audit(tx, null, 'tenants.key_rotated', {
        kind: 'tenant',
        id,
        organisationId: null,
        params: { keyId },
      }),
    )
  }
}

/** Every table that holds wrapped keys: those of persons, and of rows that wait to become persons. */
async function wrappedTables(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select c.table_name as name from information_schema.columns c
     where c.table_schema = 'public' and c.column_name = 'master_key_id' and exists (
       select from information_schema.columns w where w.table_schema = 'public' and w.table_name = c.table_name and w.column_name = 'wrapped_key')
     order by 1`,
  )
  return rows.map(({ name }) => name)
}

interface Rewrap {
  table: string
  keys: MasterKeys
  progress: Rotation['progress']
}

/** Rows that moved while a pass went by are met by the next one. */
async function rewrapUntilNone(pool: pg.Pool, work: Rewrap): Promise<number> {
  let done = 0
  for (;;) {
    const more = await rewrapTable(pool, work)
    if (more === 0) return done
    done += more
  }
}

/** One pass over the table from its first page to its last; what is written anew meanwhile goes behind the end and needs no visit. */
async function rewrapTable(pool: pg.Pool, { table, keys, progress }: Rewrap): Promise<number> {
  const tenants = await pool.query<{ id: string }>('select id from tenants order by id')
  const size = await pool.query<{ pages: number }>(
    `select (pg_relation_size('"${table}"') / current_setting('block_size')::bigint)::int as pages`,
  )
  const { pages } = size.rows[0]!
  let done = 0
  for (let page = 0; page < pages; page += batchPages) {
    for (const { id } of tenants.rows) done += await rewrapBatch(pool, { table, page, tenantId: id, keys })
    if (page % (10 * batchPages) === 0 && done > 0) progress(`${table}: ${done} keys wrapped anew`)
  }
  return done
}

/** Some pages of one tenant in one transaction: a kill leaves each row under the old key or under the new one. */
async function rewrapBatch(
  pool: pg.Pool,
  { table, page, tenantId, keys }: { table: string; page: number; tenantId: string; keys: MasterKeys },
): Promise<number> {
  const client = await pool.connect()
  try {
    await client.query(`begin; set local app.tenant = ${client.escapeLiteral(tenantId)}`)
    const { rows } = await client.query<{ place: string; wrapped: Buffer; id: number }>(
      `select ctid::text as place, wrapped_key as wrapped, master_key_id as id from "${table}"
       where ctid >= $3::tid and ctid < $4::tid and tenant_id = $1 and wrapped_key is not null and master_key_id <> $2 for update`,
      [tenantId, keys.currentId, `(${page},0)`, `(${page + batchPages},0)`],
    )
    const fresh = rows.map(({ wrapped, id }) => wrapKey(keys, unwrapKey(keys, wrapped, id)).wrapped)
    if (rows.length > 0)
      await client.query(
        `update "${table}" t set wrapped_key = r.wrapped, master_key_id = $3
         from unnest($1::tid[], $2::bytea[]) as r (place, wrapped) where t.ctid = r.place and t.tenant_id = $4`,
        [rows.map(({ place }) => place), fresh, keys.currentId, tenantId],
      )
    await client.query('commit')
    return rows.length
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

function ruleOf(table: string): string {
  return `${table}_master_key_check`
}

/** From now on the table takes no row wrapped by an older key; rows that are there already are looked at later. */
async function allowOnly(pool: pg.Pool, table: string, keyId: number): Promise<void> {
  // Waiting for the table holds up everybody behind us: rather give way and try again.
  for (let tries = 0; ; tries += 1) {
    try {
      await pool.query(
        `set lock_timeout = '500ms'; alter table "${table}" drop constraint if exists ${ruleOf(table)},
           add constraint ${ruleOf(table)} check (master_key_id >= ${keyId}) not valid; reset lock_timeout`,
      )
      return
    } catch (error) {
      if ((error as { code?: string }).code !== '55P03' || tries > 100) throw error
      await sleep(200)
    }
  }
}
