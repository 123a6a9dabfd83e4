import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refreshMemberIndex } from './member-index.ts'
import { overtakeTransfers } from './overtake-transfers.ts'

/** What an undo did: persons who are nobody again, persons who are as before, and rows that somebody has worked on since. */
export interface UndonePeople {
  removed: number
  restored: number
  rowsLeft: number[]
}

/**
 * Takes back what `insertStagedPeople` and `changeStagedPeople` did for an import: the current view is as before it. Dated rows are
 * superseded, not deleted; a person who came in by the import keeps an empty record, and the key that opened their hidden data is
 * destroyed. Persons whom anybody has changed since, or who have an account, a post or a transfer by now, are left as they are and listed.
 */
export async function undoStagedPeople(
  tx: Tx,
  undo: { importId: string; recordedBy: string },
): Promise<UndonePeople> {
  await sql`select from tenants where id = ${tx.tenantId} for share`.execute(tx)
  const untouched = await findUntouched(tx, undo.importId)
  await removeAdded(tx)
  await sql`drop table undone`.execute(tx)
  const restored = await restoreChanged(tx, undo)
  const left = await sql<{ row_id: number }>`
    select r.row_id from import_rows r where r.tenant_id = ${tx.tenantId} and r.import_id = ${undo.importId}
      and r.bucket in ('new', 'changed')
      and not (r.bucket = 'new' and exists (select from persons p where p.tenant_id = r.tenant_id and p.id = r.person_id and p.name = ''))
      and not (r.bucket = 'changed' and r.row_id = any(${restored.rowIds}::int[]))
    order by r.row_id`.execute(tx)
  return {
    removed: untouched,
    restored: restored.rowIds.length,
    rowsLeft: left.rows.map((row) => row.row_id),
  }
}

/** Added persons who are exactly as the import made them, gathered in the table `undone`. */
async function findUntouched(tx: Tx, importId: string): Promise<number> {
  await gather(
    tx,
    sql`select r.row_id, r.person_id from import_rows r
    where r.tenant_id = ${sql.lit(tx.tenantId)} and r.import_id = ${sql.lit(importId)} and r.bucket = 'new'`,
  )
  await leave(
    tx,
    sql`select from persons p where p.tenant_id = ${tx.tenantId} and p.id = u.person_id and p.version <> 1`,
  )
  for (const table of datedNames) {
    await leave(
      tx,
      sql`select from ${sql.table(table)} o where o.tenant_id = ${tx.tenantId} and o.person_id = u.person_id
      and (o.import_id is distinct from ${importId} or o.superseded_at is not null)`,
    )
  }
  for (const table of ['accounts', 'appointments', 'transfers'])
    await leave(
      tx,
      sql`select from ${sql.table(table)} o where o.tenant_id = ${tx.tenantId} and o.person_id = u.person_id`,
    )
  for (const side of ['alias_id', 'person_id'])
    await leave(
      tx,
      sql`select from person_aliases o where o.tenant_id = ${tx.tenantId} and ${sql.ref(`o.${side}`)} = u.person_id`,
    )
  await sql`analyze undone`.execute(tx)
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from undone`.execute(tx)
  return rows[0]!.count
}

const datedNames = ['memberships', 'employments', 'service_cards'] as const

/** The persons an undo may touch, locked. One small table, and one look at each other table: no plan of many joins can go wrong. */
async function gather(tx: Tx, rows: RawBuilder<unknown>): Promise<void> {
  await sql`create temp table undone on commit drop as ${rows}`.execute(tx)
  await sql`analyze undone`.execute(tx)
  await sql`select from persons p join undone u on u.person_id = p.id where p.tenant_id = ${tx.tenantId} order by p.id for update of p`.execute(
    tx,
  )
}

/** Leaves the persons alone of whom `found` finds something. */
async function leave(tx: Tx, found: RawBuilder<unknown>): Promise<void> {
  await sql`delete from undone u where exists (${found})`.execute(tx)
}

async function removeAdded(tx: Tx): Promise<void> {
  for (const table of datedNames) {
    await sql`update ${sql.table(table)} t set superseded_at = now() from undone u
      where t.tenant_id = ${tx.tenantId} and t.person_id = u.person_id and t.superseded_at is null`.execute(
      tx,
    )
  }
  await sql`
    with gone as (
      delete from member_index i using undone u where i.tenant_id = ${tx.tenantId} and i.person_id = u.person_id
      returning i.union_id, i.kind),
    fewer as (select union_id, kind, count(*) as members from gone group by 1, 2)
    update union_member_counts c set members = c.members - fewer.members from fewer
    where c.tenant_id = ${tx.tenantId} and c.union_id = fewer.union_id and c.kind = fewer.kind`.execute(tx)
  await sql`delete from union_member_counts where tenant_id = ${tx.tenantId} and members = 0`.execute(tx)
  await sql`
    update persons p set name = '', sex = null, birth_date = null, ethnic_group = null, political_affiliation = null, education_level = null,
      household_type = null, migrant_worker = null, document_kind = null, document_cipher = null, document_hash = null,
      mobile_cipher = null, mobile_hash = null, mobile_tail_hash = null, version = p.version + 1
    from undone u where p.tenant_id = ${tx.tenantId} and p.id = u.person_id`.execute(tx)
  await sql`delete from person_keys k using undone u where k.tenant_id = ${tx.tenantId} and k.person_id = u.person_id`.execute(
    tx,
  )
}

async function restoreChanged(
  tx: Tx,
  undo: { importId: string; recordedBy: string },
): Promise<{ rowIds: number[] }> {
  await gather(
    tx,
    sql`select ic.row_id, ic.person_id, ic.version from import_changes ic
    where ic.tenant_id = ${sql.lit(tx.tenantId)} and ic.import_id = ${sql.lit(undo.importId)}`,
  )
  await leave(
    tx,
    sql`select from persons p where p.tenant_id = ${tx.tenantId} and p.id = u.person_id and p.version <> u.version`,
  )
  for (const table of datedNames) await leave(tx, writtenSince(tx, { table, importId: undo.importId }))
  const { rows } = await sql<{
    row_id: number
    person_id: string
  }>`select row_id, person_id from undone order by person_id`.execute(tx)
  await sql`drop table undone`.execute(tx)
  const rowIds = rows.map((row) => row.row_id)
  if (rowIds.length === 0) return { rowIds }
  await restorePersons(tx, undo.importId, rowIds)
  for (const dated of datedTables) await restoreDated(tx, { ...undo, rowIds, dated })
  await overtakeTransfers(
    tx,
    null,
    rows.map((row) => row.person_id),
  )
  await refreshMemberIndex(tx, { personIds: rows.map((row) => row.person_id) })
  return { rowIds }
}

/** A dated row of the person that is newer than the commit, or a row of the commit that has been superseded. */
function writtenSince(tx: Tx, { table, importId }: { table: string; importId: string }): RawBuilder<unknown> {
  const committed = sql`(select committed_at from import_commits where tenant_id = ${tx.tenantId} and import_id = ${importId})`
  return sql`select from ${sql.table(table)} o where o.tenant_id = ${tx.tenantId} and o.person_id = u.person_id
    and case when o.import_id is not distinct from ${importId} then o.superseded_at is not null
      else o.recorded_at > ${committed} or o.superseded_at > ${committed} end`
}

async function restorePersons(tx: Tx, importId: string, rowIds: readonly number[]): Promise<void> {
  await sql`
    update persons p set name = b->>'name', sex = b->>'sex', birth_date = (b->>'birth_date')::date, ethnic_group = b->>'ethnic_group',
      political_affiliation = b->>'political_affiliation', education_level = b->>'education_level', household_type = b->>'household_type',
      migrant_worker = (b->>'migrant_worker')::boolean, mobile_cipher = decode(b->>'mobile_cipher', 'hex'),
      mobile_hash = decode(b->>'mobile_hash', 'hex'), mobile_tail_hash = decode(b->>'mobile_tail_hash', 'hex'), version = p.version + 1
    from (select person_id, before as b from import_changes
      where tenant_id = ${tx.tenantId} and import_id = ${importId} and row_id = any(${rowIds}::int[])) ic
    where p.tenant_id = ${tx.tenantId} and p.id = ic.person_id`.execute(tx)
}

const datedTables = [
  {
    table: 'memberships',
    superseded: 'superseded_membership_id',
    columns: 'person_id, union_id, kind, joined_on, joined_precision, starts_on, ends_before, end_reason',
  },
  {
    table: 'employments',
    superseded: 'superseded_employment_id',
    columns:
      'person_id, employer_id, platform_name, form, status, union_group, job, starts_on, ends_before, end_reason',
  },
  {
    table: 'service_cards',
    superseded: 'superseded_card_id',
    columns: 'person_id, number_cipher, number_hash, starts_on, ends_before, end_reason',
  },
] as const

interface DatedRestore {
  importId: string
  recordedBy: string
  rowIds: readonly number[]
  dated: (typeof datedTables)[number]
}

/** Supersedes the rows of the commit and writes those it had closed once more. */
async function restoreDated(tx: Tx, { importId, recordedBy, rowIds, dated }: DatedRestore): Promise<void> {
  const changes = sql`(select * from import_changes where tenant_id = ${tx.tenantId} and import_id = ${importId}
    and row_id = any(${rowIds}::int[])) ic`
  const columns = sql.raw(dated.columns)
  const source = sql.raw(
    dated.columns
      .split(', ')
      .map((column) => `o.${column}`)
      .join(', '),
  )
  await sql`update ${sql.table(dated.table)} o set superseded_at = now() from ${changes}
    where o.tenant_id = ic.tenant_id and o.person_id = ic.person_id and o.import_id = ic.import_id and o.superseded_at is null`.execute(
    tx,
  )
  await sql`
    insert into ${sql.table(dated.table)} (tenant_id, id, recorded_by, import_id, ${columns})
    select o.tenant_id, gen_random_uuid(), ${recordedBy}::uuid, o.import_id, ${source}
    from ${changes} join ${sql.table(dated.table)} o on o.tenant_id = ic.tenant_id and o.id = ic.${sql.ref(dated.superseded)}`.execute(
    tx,
  )
}
