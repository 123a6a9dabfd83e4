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
