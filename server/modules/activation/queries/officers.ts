import { sql, type RawBuilder } from 'kysely'
import type { OfficerAccess, operations } from '#contract/activation.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { inScope } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'

type Operation = (typeof operations)['listOfficerAccess']

interface Row extends Omit<OfficerAccess, 'invitedAt' | 'expiresAt'> {
  sort: number
  invitedAt: Date | null
  expiresAt: Date | null
}

/** Holders of appointments that hold today within the scope of `accounts.invite`, by post and name, with whether they can sign in. */
export async function listOfficerAccess(
  tx: Tx,
  actor: Actor,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const limit = input.limit ?? 50
  const [afterSort, afterName, afterId] = readCursor(input.cursor, ['', '', ''])
  const matching = sql`with officer as materialized (${officersOf(tx, actor)}),
    matching as (select * from officer where (${input.state ?? null}::text is null or state = ${input.state ?? null})
      and (${input.q ?? null}::text is null or strpos(name, ${input.q ?? ''}) > 0 or strpos("organisationName", ${input.q ?? ''}) > 0))`
  const { rows } = await sql<Row & { total: number }>`
    ${matching} select *, (select count(*)::int from matching) as total from matching
    where ${afterId} = '' or (sort, name, "appointmentId") > (nullif(${afterSort}, '')::int, ${afterName}, nullif(${afterId}, '')::uuid)
    order by sort, name, "appointmentId" limit ${limit + 1}`.execute(tx)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(asOfficer),
    nextCursor:
      rows.length > limit && last !== undefined
        ? writeCursor([String(last.sort), last.name, last.appointmentId])
        : null,
    total: rows[0]?.total ?? 0,
  }
}

function officersOf(tx: Tx, actor: Actor): RawBuilder<unknown> {
  return sql`
    select a.appointment_id as "appointmentId", p.name, a.post, posts.sort::int as sort, a.organisation_id as "organisationId", o.name as "organisationName",
      case when account.id is not null then case when c.account_id is null then 'active' else 'closed' end
        when i.id is not null then 'invited' else 'none' end as state,
      i.id as "invitationId", i.channel, i.invited_at as "invitedAt", i.expires_at as "expiresAt", p.mobile_hash is not null as "hasMobile"
    from appointments a
    join posts on posts.code = a.post
    join persons p on p.tenant_id = a.tenant_id and p.id = a.person_id
    cross join lateral (
      select name from organisation_profiles x where x.tenant_id = a.tenant_id and x.organisation_id = a.organisation_id and x.superseded_at is null
      order by x.starts_on desc limit 1) o
    left join accounts account on account.tenant_id = a.tenant_id and account.person_id = a.person_id
    left join account_closures c on c.tenant_id = account.tenant_id and c.account_id = account.id
    left join lateral (
      select v.id, v.channel, v.invited_at, v.expires_at from invitations v
      left join invitation_endings e on e.tenant_id = v.tenant_id and e.invitation_id = v.id
      where v.tenant_id = a.tenant_id and v.person_id = a.person_id and e.invitation_id is null and v.expires_at > app_now()
      order by v.invited_at desc limit 1) i on true
    where a.tenant_id = ${tx.tenantId} and a.superseded_at is null and a.starts_on <= ${actor.today}::date
      and (a.ends_before is null or ${actor.today}::date < a.ends_before)
      and ${inScope(tx, { actor, permission: 'accounts.invite' }, sql.ref('a.organisation_id'))}`
}

function asOfficer({ invitedAt, expiresAt, ...row }: Row): OfficerAccess {
  return {
    ...row,
    invitedAt: invitedAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
  }
}
