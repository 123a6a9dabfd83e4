import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { migrate, migrationNames } from '#server/platform/db/migrate.ts'
import { testDatabase } from './database.ts'
import { scratchDatabase, testHashKey } from './scratch-database.ts'

test('a test database has every migration and is the same for the whole process', async () => {
  const first = await testDatabase()
  assert.equal(first, await testDatabase())
  const names = await query<{ name: string }>(first.ownerUrl, 'select name from pgmigrations order by id')
  assert.deepEqual(
    names.map(({ name }) => name),
    migrationNames(),
  )
})

test('the app role owns nothing, cannot pass row security and cannot make tables', async () => {
  const { appUrl } = await testDatabase()
  const [role] = await query<Record<string, boolean>>(
    appUrl,
    `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
       exists (select from pg_class where relowner = r.oid) as owns from pg_roles r where rolname = current_user`,
  )
  assert.deepEqual(role, {
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    owns: false,
  })
  await assert.rejects(query(appUrl, 'create table mine (id int)'), /permission denied/)
})

test('a database written by newer code is refused', async () => {
  const { ownerUrl, close } = await scratchDatabase()
  await query(ownerUrl, `insert into pgmigrations (name, run_on) values ('9999_of_tomorrow', now())`)
  await assert.rejects(
    migrate(ownerUrl, testHashKey),
    /written by a newer Gonghui \(it knows "9999_of_tomorrow"\)/,
  )
  await close()
})

test('a database of another key file is refused', async () => {
  const { ownerUrl, close } = await scratchDatabase()
  await assert.rejects(
    migrate(ownerUrl, Buffer.alloc(32, 'other')),
    /key file does not belong to this database/,
  )
  await close()
})

test('a migrated database is recognised without applying anything', async () => {
  const { ownerUrl } = await testDatabase()
  assert.deepEqual((await migrate(ownerUrl, testHashKey)).applied, [])
})

async function query<T extends pg.QueryResultRow>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(text)).rows
  } finally {
    await client.end()
  }
}
