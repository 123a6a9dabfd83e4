import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'

/** Refuses what needs the uploaded file of an import when that was removed. */
export async function mustHaveFile(tx: Tx, importId: string): Promise<void> {
  const removal = await tx
    .selectFrom('import_file_removals')
    .select('reason')
    .where('tenant_id', '=', tx.tenantId)
    .where('import_id', '=', importId)
    .executeTakeFirst()
  if (removal !== undefined) refuse('roster.file_removed')
}

/** How many files `removeOldFiles` would give up: those of imports that ended before a day of Asia/Shanghai. */
export async function countOldFiles(tx: Tx, beforeDay: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from ${ends} where ${old(tx, beforeDay)}`.execute(tx)
  return rows[0]!.n
}

/** Says of the files of imports that ended before a day that they are removed; the nightly job deletes them. Returns how many. */
export function removeOldFiles(tx: Tx, beforeDay: string): Promise<number> {
  return noteRemovals(tx, 'retention', sql`select i.id from ${ends} where ${old(tx, beforeDay)}`)
}

/**
 * Says of every file that names somebody erased that it is removed, also while its import waits: its rows are left out already, and a
 * new check of the columns would bring them back. The same content uploaded twice goes twice; only a check under way keeps it for now.
 */
export function removeFilesOfErased(tx: Tx): Promise<number> {
  return noteRemovals(
    tx,
    'erasure',
    sql`select i.id from imports i where ${kept(tx)} and not ${judging}
      and i.file_sha256 in (select n.file_sha256 from imports n join import_rows r on r.tenant_id = n.tenant_id and r.import_id = n.id
        where n.tenant_id = ${tx.tenantId} and n.kind = 'roster' and (${emptied}
          or exists (select from person_erasures e where e.tenant_id = r.tenant_id and e.person_id in (r.person_id, r.existing_person_id))))`,
  )
}

/** Contents that no import needs any more: whose file may be deleted, and may have been already. */
export async function filesToDelete(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select distinct i.file_sha256 as sha256 from import_file_removals f
    join imports i on i.tenant_id = f.tenant_id and i.id = f.import_id
    where f.tenant_id = ${tx.tenantId} and not exists (select from imports o where o.tenant_id = i.tenant_id and o.file_sha256 = i.file_sha256
      and not exists (select from import_file_removals g where g.tenant_id = o.tenant_id and g.import_id = o.id))
    order by 1`.execute(tx)
  return rows.map((row) => row.sha256)
}

async function noteRemovals(
  tx: Tx,
  reason: 'retention' | 'erasure',
  importIds: RawBuilder<unknown>,
): Promise<number> {
  // Locked, so that a new check that was asked for meanwhile keeps its file until it is over.
  const { numAffectedRows } = await sql`
    insert into import_file_removals (tenant_id, import_id, reason)
    select i.tenant_id, i.id, ${reason} from imports i
    where i.tenant_id = ${tx.tenantId} and not ${judging} and i.id in (${importIds}) for update
    on conflict do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

function kept(tx: Tx) {
  return sql`i.tenant_id = ${tx.tenantId} and not exists (select from import_file_removals f where f.tenant_id = i.tenant_id and f.import_id = i.id)`
}

/** Its file is being read or is about to be; a check that failed for good never is again. */
const judging = sql`(i.state = 'judging' and not exists (select from jobs w where w.tenant_id = i.tenant_id and w.id = i.job_id and w.state = 'failed'))`

const ends = sql`imports i left join jobs j on j.id = i.job_id and j.tenant_id = i.tenant_id
  left join import_commits c on c.tenant_id = i.tenant_id and c.import_id = i.id
  left join import_undos u on u.tenant_id = i.tenant_id and u.import_id = i.id`

/** A file never outlives the rows judged from it: by them alone is it known whom it names. */
function old(tx: Tx, beforeDay: string) {
  return sql`${kept(tx)} and (i.state in ('committed', 'undone', 'refused', 'failed') or i.state = 'judging' and not ${judging})
    and ((coalesce(u.undone_at, c.committed_at, j.ended_at, i.created_at) at time zone 'Asia/Shanghai')::date < ${beforeDay}::date
      or (c.import_id is not null and coalesce((i.counts ->> 'rows')::int, 0) > 0
        and not exists (select from import_rows r where r.tenant_id = i.tenant_id and r.import_id = i.id)))`
}

/** An erasure left nothing of this row but its outcome. Any other row of a roster has a name or its cells. */
const emptied = sql`(r.name is null and r.sealed is null and r.wrapped_key is null)`
