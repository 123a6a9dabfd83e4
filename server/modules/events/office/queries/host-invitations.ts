import { sql } from 'kysely'
import type { HostInvitation, operations } from '#contract/events-hosts.ts'
import type { InputOf } from '#contract/operation.ts'
import { inScope } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'

type Row = Omit<HostInvitation, 'startsAt' | 'endsAt' | 'invitedAt'> & {
  startsAt: Date
  endsAt: Date
  invitedAt: Date
}

/** Invitations to host together, to unions within scope: the latest first. */
export async function listHostInvitations(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listHostInvitations']>,
): Promise<{ items: HostInvitation[]; nextCursor: string | null }> {
  const limit = input.limit ?? 50
  const [after] = readCursor(input.cursor, [''])
  const { rows } = await sql<Row>`
    select i.id, e.title, e.summary, e.starts_at as "startsAt", e.ends_at as "endsAt", e.venue, ${nameOf('e.organisation_id')} as "invitedBy",
      i.organisation_id as "organisationId", ${nameOf('i.organisation_id')} as "organisationName", i.invited_at as "invitedAt", a.answer
    from event_host_invitations i join events e on e.tenant_id = i.tenant_id and e.id = i.event_id
    left join event_host_answers a on a.tenant_id = i.tenant_id and a.invitation_id = i.id
    where i.tenant_id = ${tx.tenantId} and ${inScope(tx, { actor, permission: 'events.write' }, sql.ref('i.organisation_id'))}
      and (${after} = '' or i.id < nullif(${after}, '')::uuid)
    order by i.id desc limit ${limit + 1}`.execute(tx)
  const items = rows.slice(0, limit).map((row) => ({
    ...row,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    invitedAt: row.invitedAt.toISOString(),
  }))
  return { items, nextCursor: rows.length > limit ? writeCursor([items.at(-1)!.id]) : null }
}

function nameOf(column: string) {
  return sql`(select p.name from organisation_profiles p where p.tenant_id = i.tenant_id and p.organisation_id = ${sql.ref(column)}
    and p.superseded_at is null order by p.starts_on desc limit 1)`
}
