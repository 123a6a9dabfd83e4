import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { loginHashOf } from '../login.ts'
import { accountIdOfLogin } from '../store.ts'

/** One account with who holds it and the posts they hold on the day. Log-ins themselves are kept only as hashes. */
export interface AccountSummary {
  accountId: string
  personId: string
  personName: string
  posts: string[]
  closed: boolean
  twoStep: boolean
  openedOn: string
}

/** Every account of the tenant, the oldest first. */
export async function listAccounts(tx: Tx, day: string): Promise<AccountSummary[]> {
  const { rows } = await sql<AccountSummary>`
    select a.id as "accountId", a.person_id as "personId", p.name as "personName", c.account_id is not null as closed,
      a.totp_confirmed_at is not null as "twoStep", (a.created_at at time zone 'Asia/Shanghai')::date as "openedOn",
      array(select x.post || ' @ ' || o.name from appointments x
        join organisation_profiles o on o.tenant_id = x.tenant_id and o.organisation_id = x.organisation_id and o.superseded_at is null
          and o.starts_on <= ${day}::date and (o.ends_before is null or ${day}::date < o.ends_before)
        where x.tenant_id = a.tenant_id and x.person_id = a.person_id and x.superseded_at is null
          and x.starts_on <= ${day}::date and (x.ends_before is null or ${day}::date < x.ends_before)
        order by x.starts_on, x.appointment_id) as posts
    from accounts a
    join persons p on p.tenant_id = a.tenant_id and p.id = a.person_id
    left join account_closures c on c.tenant_id = a.tenant_id and c.account_id = a.id
    where a.tenant_id = ${tx.tenantId}
    order by a.created_at, a.id`.execute(tx)
  return rows
}

/** The account and person behind a log-in of this tenant, or null. */
export async function accountOfLogin(
  tx: Tx,
  login: string,
): Promise<{ accountId: string; personId: string } | null> {
  const accountId = await accountIdOfLogin(tx, loginHashOf(tx.keys, login))
  if (accountId === null) return null
  const row = await tx
    .selectFrom('accounts')
    .select('person_id')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', accountId)
    .executeTakeFirst()
  return row === undefined ? null : { accountId, personId: row.person_id }
}
