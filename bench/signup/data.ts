import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { MasterKeys } from '#server/platform/crypto.ts'
import { csrfTokenFor } from '#server/platform/http/session-cookie.ts'

/** A worker's browser: what it sends with every request. */
export interface Browser {
  personId: string
  cookie: string
  csrf: string
}

/** The tenant of the race, its workers, and the union that holds the events. */
export interface SignupData {
  tenantId: string
  federationId: string
  workers: Browser[]
}

const unions = 50

/** Makes a tenant with workers who may all take part: members with card and work, consent, declaration and attestation, each signed in. */
export async function makeSignupData(
  client: pg.Client,
  { keys, count }: { keys: MasterKeys; count: number },
): Promise<SignupData> {
  const tenantId = idOf('tenant')
  const federationId = idOf('federation')
  await client.query(
    `insert into tenants (id, code, name, kind, division_code, turned_on) values ($1, 'bench', '测试市总工会', 'test', '120100', app_today())`,
    [tenantId],
  )
  await client.query(treeStatements(tenantId, federationId))
  await client.query(peopleStatements(tenantId, count))
  const workers = Array.from({ length: count }, (_, at) => browserOf(keys, at + 1))
  const tokens = workers.map((_, at) => hashOf(`worker-${at + 1}`))
  await client.query(
    `insert into sessions (id, token_hash, tenant_id, account_id, expires_at)
     select md5('session ' || n)::uuid, hash, $1, md5('account ' || n)::uuid, now() + interval '1 day'
     from unnest($2::bytea[]) with ordinality as s (hash, n)`,
    [tenantId, tokens],
  )
  await client.query('analyze')
  return { tenantId, federationId, workers }
}

/** A published event with so many places, open for registration now; returns its id. */
export async function openEvent(
  client: pg.Client,
  { data, capacity, name }: { data: SignupData; capacity: number; name: string },
): Promise<string> {
  const id = idOf(`event ${name}`)
  await client.query(
    `insert into events (tenant_id, id, kind, organisation_id, host_kind, title, summary, venue, address, starts_at, ends_at, registration_opens_at,
       registration_closes_at, cancel_until, admission, capacity, offer_minutes, seating, rounds, round_minutes, two_part, state, created_by)
     values ($1, $2, 'social', $3, 'federation', '测试活动', '测试', '测试', '测试', now() + interval '3 days', now() + interval '4 days',
       now() - interval '1 hour', now() + interval '1 day', now() + interval '1 day', 'first_come', $4, 60, 'none', 0, 0, false, 'published', $2)`,
    [data.tenantId, id, data.federationId, capacity],
  )
  await client.query(
    `insert into event_places (tenant_id, event_id, due_at) values ($1, $2, now() + interval '3 days')`,
    [data.tenantId, id],
  )
  return id
}

function treeStatements(tenantId: string, federationId: string): string {
  const tree = (ancestor: string, descendant: string, depth: number) =>
    `('${tenantId}', '${ancestor}', '${descendant}', ${depth}, '2020-01-01')`
  const organisation = (id: string, kind: string, no: number) =>
    `insert into organisations (tenant_id, id, kind, stat_code, tree_no) values ('${tenantId}', '${id}', '${kind}', 'B${no}', ${no});
     insert into organisation_profiles (tenant_id, id, organisation_id, name, starts_on) values ('${tenantId}', '${id}', '${id}', '测试${no}工会', '2020-01-01');`
  const ids = Array.from({ length: unions }, (_, at) => idOf(`union ${at}`))
  const rows = [
    tree(federationId, federationId, 0),
    ...ids.flatMap((id) => [tree(id, id, 0), tree(federationId, id, 1)]),
  ]
  return `${organisation(federationId, 'federation', 1)}
    ${ids.map((id, at) => organisation(id, 'basic_union', 100 + at)).join('\n')}
    insert into organisation_tree (tenant_id, ancestor_id, descendant_id, depth, starts_on) values ${rows.join(', ')};`
}

function peopleStatements(tenantId: string, count: number): string {
  const id = (what: string) => `md5('${what} ' || n)::uuid`
  const union = `md5('union ' || n % ${unions})::uuid`
  const from = `from generate_series(1, ${count}) n`
  return `
    insert into persons (tenant_id, id, name, sex, birth_date)
      select '${tenantId}', ${id('person')}, '林测试', case n % 2 when 0 then 'male' else 'female' end, date '1996-05-01' ${from};
    insert into memberships (tenant_id, id, person_id, union_id, kind, starts_on)
      select '${tenantId}', ${id('membership')}, ${id('person')}, ${union}, 'member', '2021-01-01' ${from};
    insert into member_index (tenant_id, person_id, membership_id, union_id, kind, name, sex, sort_key, name_tokens, org_tokens)
      select '${tenantId}', ${id('person')}, ${id('membership')}, ${union}, 'member', '林测试', 'male', 'lin ce shi', array[26519]::bigint[], '{}' ${from};
    insert into employments (tenant_id, id, person_id, platform_name, starts_on)
      select '${tenantId}', ${id('employment')}, ${id('person')}, '平台', '2021-01-01' ${from};
    insert into service_cards (tenant_id, id, person_id, number_cipher, number_hash, starts_on)
      select '${tenantId}', ${id('card')}, ${id('person')}, ''::bytea, decode(md5('card ' || n), 'hex'), '2021-01-01' ${from};
    insert into consents (tenant_id, id, person_id, purpose, version)
      select '${tenantId}', ${id('consent')}, ${id('person')}, 'matchmaking',
        (select max(version) from processing_purposes where code = 'matchmaking' and starts_on <= app_today()) ${from};
    insert into single_declarations (tenant_id, id, person_id, signed_on, holds_until)
      select '${tenantId}', ${id('declaration')}, ${id('person')}, app_today(), app_today() + 180 ${from};
    insert into eligibility_attestations (tenant_id, id, person_id, union_id)
      select '${tenantId}', ${id('attestation')}, ${id('person')}, ${union} ${from};
    insert into attestation_answers (tenant_id, attestation_id, answer, answered_by)
      select '${tenantId}', ${id('attestation')}, 'attested', ${id('person')} ${from};
    insert into accounts (tenant_id, id, person_id, password_hash) select '${tenantId}', ${id('account')}, ${id('person')}, 'none' ${from};`
}

function browserOf(keys: MasterKeys, n: number): Browser {
  return {
    personId: idOf(`person ${n}`),
    cookie: `gonghui=worker-${n}`,
    csrf: csrfTokenFor(keys, idOf(`session ${n}`)),
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

function idOf(text: string): string {
  const hex = createHash('md5').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
