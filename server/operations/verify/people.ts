import { sql } from 'kysely'
import { memberIndexDifferences } from '../../modules/people/index.ts'
import { unwrapKey } from '../../platform/crypto.ts'
import { fromRows, type TenantCheck } from './check.ts'

/** The index that searches use, and the members of each union, are what the dated rows say. */
export const memberIndex: TenantCheck = {
  name: 'member index and counts equal their rows',
  async run(tx) {
    const { rows } = await sql<{ members: number }>`
      select count(*) as members from member_index where tenant_id = ${tx.tenantId}`.execute(tx)
    const differences = Object.entries(await memberIndexDifferences(tx)).filter(([, count]) => count > 0)
    const difference = differences.map(([kind, count]) => `${count} rows ${kind}`).join(', ')
    return { looked: `${rows[0]!.members} members`, difference: difference === '' ? null : difference }
  },
}

/** At any date a person is a member of one union at most. */
export const oneMembership: TenantCheck = {
  name: 'one membership at any date',
  async run(tx) {
    const { rows } = await sql<{ what: string }>`
      select person_id || ' has two memberships on ' || starts_on as what from (
        select person_id, starts_on, max(coalesce(ends_before, 'infinity'::date)) over earlier as ended from memberships
        where tenant_id = ${tx.tenantId} and superseded_at is null
        window earlier as (partition by person_id order by starts_on, id rows between unbounded preceding and 1 preceding)) m
      where starts_on < ended order by 1 limit 2`.execute(tx)
    return fromRows('every membership', rows)
  },
}

/**
 * Transfers are where they say: each began by being asked for and ended once at most; whoever is on the way is a member of the union of
 * today, and on one way only; an accepted one has its membership in the union to come.
 */
export const transfers: TenantCheck = {
  name: 'transfers agree with memberships',
  async run(tx) {
    const { rows: counted } = await sql<{ transfers: number }>`
      select count(*)::int as transfers from transfers where tenant_id = ${tx.tenantId}`.execute(tx)
    const { rows } = await sql<{ what: string }>`
      with step as (
        select t.id, t.person_id, t.from_union_id, t.to_union_id, bool_or(s.step = 'requested') as asked,
          count(*) filter (where s.step not in ('requested', 'released')) as ends,
          bool_or(s.step = 'accepted') as accepted
        from transfers t left join transfer_steps s on s.tenant_id = t.tenant_id and s.transfer_id = t.id
        where t.tenant_id = ${tx.tenantId} group by 1, 2, 3, 4),
      record as (
        select step.id, member.record_id from step cross join lateral (
          select coalesce(a.person_id, step.person_id) as root from (select 1) one
          left join person_aliases a on a.tenant_id = ${tx.tenantId} and a.alias_id = step.person_id and a.undone_at is null) r
        cross join lateral (
          select r.root as record_id union
          select step.person_id union
          select b.alias_id from person_aliases b where b.tenant_id = ${tx.tenantId} and b.person_id = r.root and b.undone_at is null) member)
      select 'transfer ' || id || ' was never asked for' as what from step where not coalesce(asked, false)
      union all
      select 'transfer ' || id || ' ended ' || ends || ' times' from step where ends > 1
      union all
      select 'transfer ' || id || ' waits, but the person is no member of the union of today' from step
      where ends = 0 and not exists (
        select from record join memberships m on m.tenant_id = ${tx.tenantId} and m.person_id = record.record_id
        where record.id = step.id and m.union_id = step.from_union_id and m.superseded_at is null
          and m.starts_on <= app_today() and (m.ends_before is null or app_today() < m.ends_before))
      union all
      select 'transfer ' || id || ' was accepted, but no membership in the union to come was ever written' from step
      where accepted and not exists (
        select from record join memberships m on m.tenant_id = ${tx.tenantId} and m.person_id = record.record_id
        where record.id = step.id and m.union_id = step.to_union_id)
      union all
      select person_id || ' is on two ways at once' from step where ends = 0 group by person_id having count(*) > 1
      order by 1 limit 2`.execute(tx)
    return fromRows(`${counted[0]!.transfers} transfers`, rows)
  },
}

const opened = 200

/** What is hidden can be read again: each person's key is wrapped by a key of the key file, and a sample of them opens. */
export const personKeys: TenantCheck = {
  name: 'hidden data can be opened',
  async run(tx) {
    const known = [...tx.keys.byId.keys()]
    const { rows } = await sql<{ what: string }>`
      select 'the key of ' || person_id || ' is wrapped by key ' || master_key_id || ', which the key file does not have' as what
      from person_keys where tenant_id = ${tx.tenantId} and master_key_id <> all(${known}::smallint[])
      union all
      select 'the key of ' || id || ' is missing' from persons p
      where tenant_id = ${tx.tenantId} and (document_cipher is not null or mobile_cipher is not null)
        and not exists (select from person_keys k where k.tenant_id = p.tenant_id and k.person_id = p.id)
      order by 1 limit 2`.execute(tx)
    if (rows.length > 0) return fromRows('every person key', rows)
    const { rows: sample } = await sql<{ person: string; wrapped: Buffer; id: number }>`
      select person_id as person, wrapped_key as wrapped, master_key_id as id from person_keys
      where tenant_id = ${tx.tenantId} limit ${opened}`.execute(tx)
    const broken = sample.find(({ wrapped, id }) => !opens(() => unwrapKey(tx.keys, wrapped, id)))
    return {
      looked: `every person key, ${sample.length} opened`,
      difference: broken === undefined ? null : `the key of ${broken.person} does not open`,
    }
  },
}

function opens(work: () => unknown): boolean {
  try {
    work()
    return true
  } catch {
    return false
  }
}
