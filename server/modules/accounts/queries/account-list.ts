import { sql, type RawBuilder } from 'kysely'
import type { AccountRow, operations } from '#contract/accounts.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'

type Operation = (typeof operations)['listAccounts']
type Input = InputOf<Operation>

interface Row extends Omit<AccountRow, 'closedAt' | 'lastSignInAt' | 'lockedUntil' | 'openedAt'> {
  closedAt: Date | null
  lastSignInAt: Date | null
  lockedUntil: Date | null
  openedAt: Date
  opened: string
}

/** The accounts of the tenant by filters, the newest first: names of the holders, and nothing else that is personal. */
export async function accountList(tx: Tx, actor: Actor, input: Input): Promise<OutputOf<Operation>> {
  const limit = input.limit ?? 50
  const [afterOpened, afterId] = readCursor(input.cursor, ['', ''])
  const { rows } = await sql<Row & { total: number }>`
    with matching as materialized (${matching(tx, actor, input)}),
    page as (
      select * from matching
      where ${afterId} = '' or (created_at, id) < (nullif(${afterOpened}, '')::timestamptz, nullif(${afterId}, '')::uuid)
      order by created_at desc, id desc limit ${limit + 1})
    select page.id as "accountId", page.name, page.closed_at as "closedAt", page.reason as "closingReason", page.two_step as "twoStep",
      page.locked_until as "lockedUntil", page.created_at as "openedAt", page.created_at::text as opened, page.id = ${actor.accountId} as "isOwn",
      (select count(*)::int from matching) as total, ${postsOf(tx, actor)} as posts,
      coalesce((select c.origin = 'first' from password_changes c where c.tenant_id = ${tx.tenantId} and c.account_id = page.id
        order by c.changed_at desc limit 1), false) as "passwordDue",
      (select max(e.recorded_at) from audit_entries e where e.tenant_id = ${tx.tenantId} and e.subject_id = page.id
        and e.action = 'sessions.created') as "lastSignInAt",
      (select count(*)::int from sessions s where s.tenant_id = ${tx.tenantId} and s.account_id = page.id and s.expires_at > now()
        and s.last_seen_at > now() - s.idle_seconds * interval '1 second') as sessions
    from page order by page.created_at desc, page.id desc`.execute(tx)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(asAccount),
    nextCursor: rows.length > limit && last !== undefined ? writeCursor([last.opened, last.accountId]) : null,
    total: rows[0]?.total ?? 0,
  }
}

function matching(tx: Tx, actor: Actor, { q, holder, state, twoStep }: Input): RawBuilder<unknown> {
  return sql`
    select * from (
      select a.id, a.person_id, a.created_at, p.name, c.closed_at, c.reason, a.totp_confirmed_at is not null or exists (
          select from passkeys k where k.tenant_id = a.tenant_id and k.account_id = a.id and k.removed_at is null) as two_step,
        (select max(l.blocked_until) from limits l where l.tenant_id = a.tenant_id and l.account_id = a.id and l.blocked_until > now()) as locked_until,
        exists (select from appointments x where x.tenant_id = a.tenant_id and x.person_id = a.person_id and ${holdsToday(actor)}) as holds
      from accounts a
      join persons p on p.tenant_id = a.tenant_id and p.id = a.person_id
      left join account_closures c on c.tenant_id = a.tenant_id and c.account_id = a.id
      where a.tenant_id = ${tx.tenantId} and (${q ?? null}::text is null or strpos(p.name, ${q?.trim() ?? ''}) > 0)) each
    where (${holder ?? null}::text is null or holds = (${holder ?? null} = 'with_post'))
      and (${twoStep ?? null}::text is null or two_step = (${twoStep ?? null} = 'on'))
      and case ${state ?? null}::text when 'closed' then closed_at is not null when 'open' then closed_at is null
        when 'locked' then closed_at is null and locked_until is not null else true end`
}

function holdsToday({ today }: Actor): RawBuilder<unknown> {
  return sql`x.superseded_at is null and x.starts_on <= ${today}::date and (x.ends_before is null or ${today}::date < x.ends_before)`
}

function postsOf(tx: Tx, actor: Actor): RawBuilder<unknown> {
  return sql`coalesce((
    select json_agg(json_build_object('post', x.post, 'organisationName', o.name) order by posts.sort, x.appointment_id)
    from appointments x join posts on posts.code = x.post
    cross join lateral (
      select name from organisation_profiles n where n.tenant_id = x.tenant_id and n.organisation_id = x.organisation_id and n.superseded_at is null
      order by n.starts_on desc limit 1) o
    where x.tenant_id = ${tx.tenantId} and x.person_id = page.person_id and ${holdsToday(actor)}), '[]'::json)`
}

function asAccount({ opened: _opened, ...row }: Row & { total: number }): AccountRow {
  const { total: _total, ...account } = row
  return {
    ...account,
    closedAt: row.closedAt?.toISOString() ?? null,
    lastSignInAt: row.lastSignInAt?.toISOString() ?? null,
    lockedUntil: row.lockedUntil?.toISOString() ?? null,
    openedAt: row.openedAt.toISOString(),
  }
}
