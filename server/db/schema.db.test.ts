import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { scratchDatabase, type ScratchDatabase } from '#server/test/scratch-database.ts'
import { schemaFaults } from './schema-faults.ts'

let database: ScratchDatabase
let client: pg.Client

before(async () => {
  database = await scratchDatabase()
  client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
})

after(async () => {
  await client.end()
  await database.close()
})

test('the schema keeps the rules of tenants', async () => {
  assert.deepEqual(await schemaFaults(client), [])
})

const planted: Record<string, [statement: string, fault: string]> = {
  'a tenant table without tenant_id': [
    'create table stray (id uuid primary key)',
    'stray: a tenant table has no tenant_id uuid not null',
  ],
  'row security switched off': [
    'alter table persons disable row level security',
    'persons: row security is not enabled and forced',
  ],
  'row security not forced': [
    'alter table persons no force row level security',
    'persons: row security is not enabled and forced',
  ],
  'a second policy': [
    'create policy wide on persons using (true)',
    'persons: it does not have exactly the one approved policy',
  ],
  'a policy with another text': [
    `drop policy tenant_isolation on persons; create policy tenant_isolation on persons using (true) with check (true)`,
    'persons: it does not have exactly the one approved policy',
  ],
  'a unique key without the tenant': [
    'create unique index loose on persons (document_hash)',
    'loose: a primary or unique key does not start with tenant_id',
  ],
  'an index without the tenant': [
    'create index slow on persons (name)',
    'slow: an index does not start with tenant_id',
  ],
  'a table without a key': [
    'create table keyless (tenant_id uuid not null)',
    'keyless: a tenant table has no primary key',
  ],
  'a foreign key without the tenant': [
    'create unique index one on persons (id); create table child (tenant_id uuid not null, id uuid, person uuid references persons (id), primary key (tenant_id, id))',
    'child_person_fkey: a foreign key to a tenant table does not carry tenant_id',
  ],
  'plumbing pointing at a tenant table': [
    'alter table jobs add foreign key (tenant_id, created_by) references persons (tenant_id, id)',
    'jobs_tenant_id_created_by_fkey: a table outside row security points at a tenant table',
  ],
  'a serial number': [
    'alter table persons add column n bigserial',
    'persons_n_seq: a serial number crosses tenants',
  ],
  'the app role owning a table': [
    'alter table persons owner to gonghui_app',
    'persons: the app role owns it',
  ],
  'the app role truncating': [
    'grant truncate on persons to gonghui_app',
    'persons: the app role may truncate, reference or trigger',
  ],
  'the app role writing rules': [
    'grant update on rules to gonghui_app',
    'rules: the app role may write a reference table',
  ],
  'the app role editing the log': [
    'grant delete on audit_entries to gonghui_app',
    'audit_entries: the app role may change the audit log past its functions',
  ],
  'a function with its owner’s rights': [
    'create function backdoor() returns int language sql security definer as $$ select 1 $$',
    'backdoor: a function runs with its owner’s rights and is not on the list',
  ],
  'a view that steps around row security': [
    'create view everybody as select * from persons',
    'everybody: a view does not use the rights of whoever asks',
  ],
}

for (const [what, [statement, fault]] of Object.entries(planted)) {
  test(`a planted fault is found: ${what}`, async () => {
    await client.query('begin')
    try {
      await client.query(statement)
      assert.ok((await schemaFaults(client)).includes(fault), (await schemaFaults(client)).join('\n'))
    } finally {
      await client.query('rollback')
    }
  })
}

test('a planted fault is found: the app role passing row security', async () => {
  await client.query('begin')
  try {
    await client.query('alter role gonghui_app bypassrls')
    assert.ok((await schemaFaults(client)).includes('gonghui_app: the role may pass row security'))
  } finally {
    await client.query('rollback')
  }
})
