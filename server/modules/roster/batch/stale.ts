import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, refuse } from '#server/platform/errors.ts'

/**
 * Refuses a commit whose ground has moved since the dry run: a known person was edited, joined another union, or is gone; a union has
 * ended. Locks the known persons, so that nothing moves from here on. New numbers need no look: they are unique.
 */
export async function mustNotBeStale(tx: Tx, importId: string): Promise<void> {
  await sql`
    select from persons p join import_rows r on p.tenant_id = r.tenant_id and p.id = r.existing_person_id
    where r.tenant_id = ${tx.tenantId} and r.import_id = ${importId} and r.bucket = 'changed' order by p.id for update of p`.execute(
    tx,
  )
  const { rows } = await sql<{ moved: number; unions: number }>`
    select
      (select count(*)::int from import_rows r
        left join persons p on p.tenant_id = r.tenant_id and p.id = r.existing_person_id
        left join member_index i on i.tenant_id = r.tenant_id and i.person_id = r.existing_person_id
        where r.tenant_id = ${tx.tenantId} and r.import_id = ${importId} and r.bucket in ('changed', 'transfer')
          and (p.version is distinct from r.existing_version or i.membership_id is distinct from r.existing_membership_id)) as moved,
      (select count(*)::int from (select distinct r.union_id from import_rows r where r.tenant_id = ${tx.tenantId}
        and r.import_id = ${importId} and r.bucket in ('new', 'changed')) u
        join organisation_endings e on e.tenant_id = ${tx.tenantId} and e.organisation_id = u.union_id and e.superseded_at is null
          and e.ended_on <= app_today()) as unions`.execute(tx)
  const { moved, unions } = rows[0]!
  if (unions > 0) refuse('roster.union_ended', { unions })
  if (moved > 0) conflict('roster.changed_since', { rows: moved })
}
