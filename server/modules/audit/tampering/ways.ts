import type { PoolClient } from 'pg'
import type { Random } from '#tools/generate/random.ts'

/** An entry that is to be touched, and the last one of its chain that the newest anchor covers. */
export interface Target {
  tenantId: string
  chain: number
  seq: number
  anchored: number
  /** Another covered entry, for exchanges: maybe of another chain. */
  other: { chain: number; seq: number }
}

/** One way to tamper with the log as the owner of the database. Answers where it touched it first; null: it found nothing to change there. */
export type Tamper = (
  client: PoolClient,
  target: Target,
  random: Random,
) => Promise<{ chain: number; seq: number } | null>

const changes: Record<string, string> = {
  id: 'gen_random_uuid()',
  recorded_at: `recorded_at + interval '1 microsecond'`,
  action: `action || 'x'`,
  appointment_id: 'gen_random_uuid()',
  account_id: `case when account_id is null then gen_random_uuid() end`,
  organisation_id: 'gen_random_uuid()',
  subject_kind: `'other'`,
  subject_id: 'gen_random_uuid()',
  params: `params || '{"n": "0"}'`,
  prev_hash: `sha256('x')`,
  hash: `sha256('x')`,
  seq: '1000000 + seq',
  chain: '20000 + chain',
  tenant_id: 'gen_random_uuid()',
}

/** Every way, by name. */
export const ways: Record<string, Tamper> = {
  ...Object.fromEntries(
    Object.entries(changes).map(([column, value]) => [`edit ${column}`, edit(column, value)]),
  ),
  delete: async (client, { tenantId, chain, seq }) => {
    await client.query('delete from audit_entries where tenant_id = $1 and chain = $2 and seq = $3', [
      tenantId,
      chain,
      seq,
    ])
    return { chain, seq }
  },
  swap,
  'cut tail': cutTail,
  'cut tail with its seals': async (client, target) => {
    const touched = await cutTail(client, target)
    await renewSeals(client, target.tenantId)
    return touched
  },
  fork,
  'rewrite chain and seals': async (client, target, random) => {
    const touched = await fork(client, target, random)
    await renewSeals(client, target.tenantId)
    return touched
  },
  'edit a seal': async (client, { tenantId, chain, seq }) => {
    await client.query(
      `update audit_seals set sealed_at = sealed_at - interval '1 day' where tenant_id = $1 and number = (
         select seal from audit_seal_heads where tenant_id = $1 and chain = $2 and seq >= $3 order by seq limit 1)`,
      [tenantId, chain, seq],
    )
    return null
  },
}

/** Ways that leave nothing in the database to see: only an anchor from outside tells. */
export const needAnchor = ['cut tail with its seals', 'rewrite chain and seals']

function edit(column: string, value: string): Tamper {
  return async (client, { tenantId, chain, seq }) => {
    await client.query(
      `update audit_entries set ${column} = ${value} where tenant_id = $1 and chain = $2 and seq = $3`,
      [tenantId, chain, seq],
    )
    return { chain, seq }
  }
}

/** Two entries change places, each with its own hashes. */
async function swap(
  client: PoolClient,
  { tenantId, chain, seq, other }: Target,
): Promise<{ chain: number; seq: number } | null> {
  if (other.chain === chain && other.seq === seq) return null
  const move = (to: string, from: string) =>
    client.query(
      `update audit_entries set (chain, seq) = (select ${to}) where tenant_id = $1 and (chain, seq) = (${from})`,
      [tenantId],
    )
  await move(`-1::smallint, 1::bigint`, `${chain}, ${seq}`)
  await move(`${chain}::smallint, ${seq}::bigint`, `${other.chain}, ${other.seq}`)
  await move(`${other.chain}::smallint, ${other.seq}::bigint`, '-1, 1')
  return other.chain === chain && other.seq < seq ? other : { chain, seq }
}

/** Removes the entry and all behind it, and sets the head back: the chain is whole. */
async function cutTail(client: PoolClient, { tenantId, chain, seq }: Target) {
  await client.query('delete from audit_entries where tenant_id = $1 and chain = $2 and seq >= $3', [
    tenantId,
    chain,
    seq,
  ])
  await client.query(
    `update audit_heads h set seq = $3 - 1, hash = coalesce(
       (select hash from audit_entries e where e.tenant_id = $1 and e.chain = $2 and e.seq = $3 - 1), sha256(convert_to($1::text || ':' || $2, 'UTF8')))
     where h.tenant_id = $1 and h.chain = $2`,
    [tenantId, chain, seq],
  )
  return { chain, seq }
}

/** Changes the entry and computes every hash behind it anew, the head too: the chain is whole. */
async function fork(client: PoolClient, { tenantId, chain, seq }: Target, random: Random) {
  await client.query(
    `update audit_entries set params = jsonb_build_object('n', $4::int) where tenant_id = $1 and chain = $2 and seq = $3`,
    [tenantId, chain, seq, -1 - random.below(1000)],
  )
  await client.query(`do $$
    declare e audit_entries; link bytea;
    begin
      select prev_hash into link from audit_entries where tenant_id = '${tenantId}' and chain = ${chain} and seq = ${seq};
      for e in select * from audit_entries where tenant_id = '${tenantId}' and chain = ${chain} and seq >= ${seq} order by seq loop
        e.prev_hash := link;
        link := audit_digest(link, e);
        update audit_entries set prev_hash = e.prev_hash, hash = link where tenant_id = e.tenant_id and chain = e.chain and seq = e.seq;
      end loop;
      update audit_heads set hash = link where tenant_id = '${tenantId}' and chain = ${chain};
    end $$`)
  return { chain, seq }
}

/** Makes every seal fit the chains as they are now: the database agrees with itself. */
async function renewSeals(client: PoolClient, tenantId: string): Promise<void> {
  await client.query(
    `delete from audit_seal_heads s where tenant_id = $1 and not exists (
       select from audit_entries e where e.tenant_id = s.tenant_id and e.chain = s.chain and e.seq = s.seq)`,
    [tenantId],
  )
  await client.query(
    `update audit_seal_heads s set hash = e.hash from audit_entries e
     where s.tenant_id = $1 and e.tenant_id = s.tenant_id and e.chain = s.chain and e.seq = s.seq`,
    [tenantId],
  )
  await client.query(`do $$
    declare s audit_seals; link bytea; heads text;
    begin
      for s in select * from audit_seals where tenant_id = '${tenantId}' order by number loop
        s.prev_hash := coalesce(link, s.prev_hash);
        select string_agg(chain || ':' || seq || ':' || encode(hash, 'hex'), ',' order by chain) into heads
          from audit_seal_heads where tenant_id = s.tenant_id and seal = s.number;
        link := audit_seal_digest(s, coalesce(heads, ''));
        update audit_seals set prev_hash = s.prev_hash, hash = link where tenant_id = s.tenant_id and number = s.number;
      end loop;
    end $$`)
}
