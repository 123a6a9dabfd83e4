import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { hashPassword, insertAccount } from '#server/modules/accounts/index.ts'
import { keyedHash, type MasterKeys } from '#server/platform/crypto.ts'
import { migrate } from '#server/platform/db/migrate.ts'
import { openPool } from '#server/platform/db/pool.ts'
import { inTenant } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { makeAppointment, makeOrganisation, makePerson } from '#server/test/makers.ts'
import type { BenchSheet } from './sheet.ts'

/** An empty tenant with a register, one officer who may import, and where to find it all. */
export interface RosterPlace {
  sheet: BenchSheet
  folder: string
  keyFile: string
  ownerUrl: string
  postmaster: number
  tenantId: string
  organisationId: string
  login: string
  password: string
  drop(): Promise<void>
}

interface Wanted {
  cluster: { urlOf(database: string): string }
  keys: MasterKeys
  keyFile: string
  folder: string
  sheet: BenchSheet
  database: string
}

const password = 'long enough for a benchmark'

/** Makes a database with a tenant and the sheet’s register in it. */
export async function makePlace(wanted: Wanted): Promise<RosterPlace> {
  const { cluster, keys, keyFile, folder, sheet, database } = wanted
  const ownerUrl = cluster.urlOf(database)
  const { appUrl } = await migrate(ownerUrl, keys.hashKey)
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const tenantId = newId()
  const login = `bench-${database}`
  await owner.query(
    `insert into tenants (id, code, name, kind, division_code, turned_on) values ($1, $2, '测试区总工会', 'test', '330299', app_today())`,
    [tenantId, login],
  )
  const pool = openPool({ url: appUrl, connections: 2 })
  const organisationId = await inTenant({ pool, keys }, tenantId, async (tx) => {
    const id = await makeOrganisation(tx, { kind: 'federation', name: '测试区总工会', parentId: null })
    const person = await makePerson(tx, { name: '陈测试' })
    await makeAppointment(tx, person, {
      post: 'federation_officer',
      organisationId: id,
      startsOn: '2020-01-01',
      endsBefore: null,
    })
    const loginHash = keyedHash(keys, 'login', '', login)
    await insertAccount(tx, {
      id: newId(),
      personId: person,
      passwordHash: await hashPassword(password),
      loginHash,
    })
    return id
  })
  await pool.end()
  await loadRegister(owner, { tenantId, organisationId, file: sheet.register })
  await owner.end()
  const drop = async () => {
    const admin = new pg.Client({ connectionString: cluster.urlOf('postgres') })
    await admin.connect()
    await admin.query(`drop database ${database} with (force)`)
    await admin.end()
  }
  return {
    sheet,
    folder,
    keyFile,
    ownerUrl,
    postmaster: postmasterOf(folder),
    tenantId,
    organisationId,
    login,
    password,
    drop,
  }
}

/** The register below the federation, set by set: unions, then employers below their unions. */
async function loadRegister(
  owner: pg.Client,
  register: { tenantId: string; organisationId: string; file: string },
): Promise<void> {
  const { tenantId, organisationId, file } = register
  await owner.query('begin')
  await owner.query(
    `create temp table entry on commit drop as
     select e->>'name' as name, e->>'uscc' as uscc, e->>'union_name' as union_name, null::uuid as union_id, gen_random_uuid() as employer_id
     from jsonb_array_elements(($1::jsonb)->'organisations') e`,
    [readFileSync(file, 'utf8')],
  )
  await owner.query(`update entry set union_id = u.id from (select union_name, gen_random_uuid() as id from entry
    where union_name is not null group by union_name) u where u.union_name = entry.union_name`)
  await owner.query(`create temp table unit on commit drop as
    select distinct on (union_id) union_id as id, 'basic_union' as kind, union_name as name, null as uscc, '${organisationId}'::uuid as parent_id
    from entry where union_id is not null
    union all select employer_id, 'employer', name, uscc, coalesce(union_id, '${organisationId}'::uuid) from entry where name is not null`)
  const t = `'${tenantId}'::uuid`
  await owner.query(`insert into organisations (tenant_id, id, kind, stat_code, tree_no)
    select ${t}, id, kind, 'B' || row_number() over (), 1000000 + row_number() over () from unit`)
  await owner.query(`insert into organisation_profiles (tenant_id, id, organisation_id, name, uscc, starts_on)
    select ${t}, gen_random_uuid(), id, name, uscc, '2000-01-01' from unit`)
  await owner.query(`insert into organisation_tree (tenant_id, ancestor_id, descendant_id, depth, starts_on)
    select ${t}, id, id, 0, '2000-01-01'::date from unit
    union all select ${t}, parent_id, id, 1, '2000-01-01' from unit
    union all select ${t}, '${organisationId}', id, 2, '2000-01-01' from unit where parent_id <> '${organisationId}'`)
  await owner.query('commit')
  await owner.query('analyze')
}

function postmasterOf(folder: string): number {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.name !== 'postmaster.pid') continue
    return Number(readFileSync(join(entry.parentPath, entry.name), 'utf8').split('\n')[0])
  }
  throw new Error('the cluster has no postmaster.pid')
}
