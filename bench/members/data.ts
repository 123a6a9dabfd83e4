import { createHash } from 'node:crypto'
import { once } from 'node:events'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { newPersonKey, sealText, wrapKey, type MasterKeys } from '#server/platform/crypto.ts'
import { sortKey } from '#server/modules/people/rules/names.ts'
import { nameTokens } from '#server/modules/people/rules/tokens.ts'
import { dottedName, ordinaryName, rareName } from '#tools/generate/names.ts'
import { randomFrom } from '#tools/generate/random.ts'

/** What the load is made of: officers' sessions with the street each of them works for, and names to ask for. */
export interface MemberData {
  tenantId: string
  officers: { cookie: string; streetId: string }[]
  names: string[]
}

const firstCount = 144_500
const streets = 8
const unionsPerStreet = 60

/** Makes a tenant with 144,500 members in 480 unions of 8 streets, and two signed-in officers for each street. */
export async function makeMembers(client: pg.Client, keys: MasterKeys): Promise<MemberData> {
  const tenantId = idOf('tenant')
  await client.query(
    `insert into tenants (id, code, name, kind, division_code, turned_on) values ($1, 'bench', '测试区总工会', 'test', '330299', app_today())`,
    [tenantId],
  )
  const unions = await makeTree(client, tenantId)
  const names = await copyMembers(client, { tenantId, keys, unions })
  await recount(client)
  return { tenantId, officers: await makeOfficers(client, tenantId), names }
}

/** Nine further records of every member: 1,445,000 in all, with the same names and keys. */
export async function multiplyMembers(client: pg.Client): Promise<void> {
  await client.query('drop index member_index_tokens_idx')
  const other = (column: string) => `md5(${column}::text || n)::uuid`
  const tables: [table: string, keyed: Record<string, string>][] = [
    ['persons', { id: other('id'), document_hash: `decode(md5(id::text || n || 'd'), 'hex')` }],
    ['person_keys', { person_id: other('person_id') }],
    ['memberships', { id: other('id'), person_id: other('person_id') }],
    ['member_index', { person_id: other('person_id'), membership_id: other('membership_id') }],
  ]
  for (const [table, changed] of tables) {
    const { rows } = await client.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
      [table],
    )
    const columns = rows.map(({ name }) => name)
    const values = columns.map((name) => changed[name] ?? name)
    const where = table === 'persons' ? 'where document_hash is not null' : ''
    await client.query(
      `insert into ${table} (${columns.join(', ')}) select ${values.join(', ')} from ${table}, generate_series(1, 9) n ${where}`,
    )
  }
  await client.query(
    'create index member_index_tokens_idx on member_index using gin (name_tokens, org_tokens)',
  )
  await recount(client)
}

async function makeTree(client: pg.Client, tenantId: string): Promise<{ id: string; tokens: number[] }[]> {
  const federation = { id: idOf('federation'), no: 1, kind: 'federation' }
  const organisations = [{ ...federation, name: '测试区总工会', above: [federation] }]
  const unions: { id: string; tokens: number[] }[] = []
  for (let s = 0; s < streets; s++) {
    const street = { id: idOf(`street ${s}`), no: 10 + s, kind: 'street_federation' }
    organisations.push({ ...street, name: `第${s}街道总工会`, above: [federation, street] })
    for (let u = 0; u < unionsPerStreet; u++) {
      const union = { id: idOf(`union ${s} ${u}`), no: 1000 + s * unionsPerStreet + u, kind: 'basic_union' }
      organisations.push({
        ...union,
        name: `第${s}街道${u}号厂工会委员会`,
        above: [federation, street, union],
      })
      unions.push({ id: union.id, tokens: [federation.no, street.no, union.no] })
    }
  }
  for (const { id, no, kind, name, above } of organisations) {
    const values = [tenantId, id]
    await client.query(
      `insert into organisations (tenant_id, id, kind, stat_code, tree_no) values ($1, $2, $3, $4, $5)`,
      [...values, kind, `B${no}`, no],
    )
    await client.query(
      `insert into organisation_profiles (tenant_id, id, organisation_id, name, starts_on) values ($1, $2, $2, $3, '2020-01-01')`,
      [...values, name],
    )
    for (const [at, each] of above.entries())
      await client.query(
        `insert into organisation_tree (tenant_id, ancestor_id, descendant_id, depth, starts_on) values ($1, $2, $3, $4, '2020-01-01')`,
        [tenantId, each.id, id, above.length - 1 - at],
      )
  }
  return unions
}

interface Plan {
  tenantId: string
  keys: MasterKeys
  unions: { id: string; tokens: number[] }[]
}

/** Seeded people by COPY, hidden columns sealed under a key of each person's own, as the product does. */
async function copyMembers(client: pg.Client, { tenantId, keys, unions }: Plan): Promise<string[]> {
  const random = randomFrom('bench members')
  const hex = (bytes: Buffer) => `\\\\x${bytes.toString('hex')}`
  const lines: Record<string, string[]> = { persons: [], person_keys: [], memberships: [], member_index: [] }
  const names: string[] = []
  for (let at = 0; at < firstCount; at++) {
    const sex = at % 2 === 0 ? 'male' : 'female'
    const make = at % 400 === 0 ? rareName : at % 300 === 0 ? dottedName : ordinaryName
    const name = make(random, sex)
    const union = unions[random.below(unions.length)]!
    const [person, membership] = [idOf(`person ${at}`), idOf(`membership ${at}`)]
    const key = newPersonKey()
    const { wrapped, masterKeyId } = wrapKey(keys, key)
    const document = hex(sealText(key, `33029919900101${String(at % 10000).padStart(4, '0')}`))
    const mobile = hex(sealText(key, `142${String(at).padStart(8, '0')}`))
    const hash = (use: string) => hex(createHash('md5').update(`${use}${at}`).digest())
    names.push(name)
    lines.persons!.push(
      [tenantId, person, name, sex, 'citizen_id', document, hash('d'), mobile, hash('m')].join('\t'),
    )
    lines.person_keys!.push([tenantId, person, hex(wrapped), masterKeyId].join('\t'))
    lines.memberships!.push(
      [tenantId, membership, person, union.id, 'member', '2020-05-01', 'day', '2020-05-01'].join('\t'),
    )
    lines.member_index!.push(
      [
        tenantId,
        person,
        membership,
        union.id,
        'member',
        name,
        sortKey(name),
        `{${nameTokens(name)}}`,
        `{${union.tokens}}`,
        sex,
      ].join('\t'),
    )
  }
  const columns: Record<string, string> = {
    persons:
      'tenant_id, id, name, sex, document_kind, document_cipher, document_hash, mobile_cipher, mobile_hash',
    person_keys: 'tenant_id, person_id, wrapped_key, master_key_id',
    memberships: 'tenant_id, id, person_id, union_id, kind, joined_on, joined_precision, starts_on',
    member_index:
      'tenant_id, person_id, membership_id, union_id, kind, name, sort_key, name_tokens, org_tokens, sex',
  }
  for (const [table, list] of Object.entries(columns)) {
    const stream = client.query(copyFrom(`copy ${table} (${list}) from stdin`))
    for (let at = 0; at < firstCount; at += 5000)
      if (!stream.write(`${lines[table]!.slice(at, at + 5000).join('\n')}\n`)) await once(stream, 'drain')
    stream.end()
    await once(stream, 'finish')
  }
  return names
}

async function makeOfficers(client: pg.Client, tenantId: string): Promise<MemberData['officers']> {
  const officers: MemberData['officers'] = []
  for (let at = 0; at < streets * 2; at++) {
    const [person, account, appointment] = ['person', 'account', 'appointment'].map((what) =>
      idOf(`officer ${what} ${at}`),
    )
    const streetId = idOf(`street ${at % streets}`)
    const token = `bench-${at}`
    await client.query(`insert into persons (tenant_id, id, name) values ($1, $2, '陈测试')`, [
      tenantId,
      person,
    ])
    await client.query(
      `insert into accounts (tenant_id, id, person_id, password_hash) values ($1, $2, $3, 'none')`,
      [tenantId, account, person],
    )
    await client.query(
      `insert into appointments (tenant_id, id, appointment_id, person_id, post, organisation_id, full_time, basis, starts_on)
       values ($1, $2, $2, $3, 'street_officer', $4, true, 'document', '2020-01-01')`,
      [tenantId, appointment, person, streetId],
    )
    await client.query(
      `insert into sessions (id, token_hash, tenant_id, account_id, appointment_id, expires_at) values ($1, $2, $3, $4, $5, now() + interval '1 day')`,
      [idOf(`session ${at}`), createHash('sha256').update(token).digest(), tenantId, account, appointment],
    )
    officers.push({ cookie: `gonghui=${token}`, streetId })
  }
  return officers
}

async function recount(client: pg.Client): Promise<void> {
  await client.query('truncate union_member_counts')
  await client.query(
    'insert into union_member_counts select tenant_id, union_id, kind, count(*) from member_index group by 1, 2, 3',
  )
  await client.query('vacuum (analyze) member_index')
  await client.query('analyze')
  await client.query('checkpoint')
}

function idOf(text: string): string {
  const hex = createHash('md5').update(`bench ${text}`).digest('hex')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-7$3-8$4-$5')
}
