import { sql, type RawBuilder } from 'kysely'
import { audit, type Author } from '#server/platform/audit.ts'
import { today } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { insertEnding, lockTree, takeStamp, type Stamp } from '../store.ts'
import { carryTreeChange } from '../tree-change.ts'

/** What undoing an import did: organisations whose current view is as before, and those left alone because something has happened to them since. */
export interface UndoneRegister {
  undoneIds: string[]
  leftIds: string[]
}

/**
 * Undoes a register import: what it wrote is superseded, what it had superseded stands again, what it had entered is no longer in the
 * register. The rows stay in the history. An organisation changed since, or in use (members, posts, children of its own), is left as it is.
 */
export async function undoOrganisations(tx: Tx, author: Author, importId: string): Promise<UndoneRegister> {
  await lockTree(tx)
  const touched = await touchedBy(tx, importId)
  const left = new Set(await changedSince(tx, importId))
  for (const id of await inUse(tx, importId)) left.add(id)
  const undoneIds = touched.filter((id) => !left.has(id))
  const stamp = await takeStamp(tx, author)
  const created = await createdBy(tx, importId, undoneIds)
  for (const table of datedTables) await takeBack(tx, stamp, { ...table, importId, ids: undoneIds })
  for (const { id, startsOn } of created)
    await insertEnding(tx, stamp, { organisationId: id, on: startsOn, reason: 'undone', documentNo: null })
  if (undoneIds.length > 0) await carryTreeChange(tx, { organisationIds: undoneIds, on: await today(tx) })
  await audit(tx, author, 'organisations.register_undone', {
    kind: 'import',
    id: importId,
    organisationId: null,
    params: { undone: undoneIds.length, left: left.size },
  })
  return { undoneIds, leftIds: [...left] }
}

interface DatedTable {
  name: string
  /** The organisation a row belongs to. */
  owner: string
  columns: string
}

const datedTables: readonly DatedTable[] = [
  {
    name: 'organisation_profiles',
    owner: 'organisation_id',
    columns: `organisation_id, name, uscc, division_code, street, address, postcode, industry_code, employer_nature, founded_on, founded_precision,
      approval_no, direct_point, annual_budget_fen, six_haves, document_no, starts_on, ends_before`,
  },
  {
    name: 'affiliations',
    owner: 'child_id',
    columns: 'child_id, parent_id, kind, document_no, starts_on, ends_before',
  },
  { name: 'coverages', owner: 'employer_id', columns: 'union_id, employer_id, starts_on, ends_before' },
  {
    name: 'headcounts',
    owner: 'organisation_id',
    columns: 'organisation_id, as_of, workers, women, migrants, members, women_members, source',
  },
]

async function takeBack(
  tx: Tx,
  stamp: Stamp,
  table: DatedTable & { importId: string; ids: readonly string[] },
): Promise<void> {
  const name = sql.table(table.name)
  const columns = sql.raw(table.columns)
  const own = sql`${sql.ref(table.owner)} = any(${table.ids}::uuid[])`
  // Everything an import writes, it writes at one instant: what it superseded was superseded then.
  const { rows } = await sql<{ at: string }>`
    update ${name} set superseded_at = ${stamp.at}::timestamptz
    where tenant_id = ${tx.tenantId} and import_id = ${table.importId} and superseded_at is null and ${own}
    returning recorded_at::text as at`.execute(tx)
  const at = rows[0]?.at
  if (at === undefined) return
  await sql`
    insert into ${name} (tenant_id, id, recorded_at, recorded_by, import_id, ${columns})
    select tenant_id, gen_random_uuid(), ${stamp.at}::timestamptz, ${stamp.by}::uuid, import_id, ${columns} from ${name}
    where tenant_id = ${tx.tenantId} and superseded_at = ${at}::timestamptz and recorded_at < ${at}::timestamptz and ${own}`.execute(
    tx,
  )
}

async function touchedBy(tx: Tx, importId: string): Promise<string[]> {
  const rows = await ids(
    tx,
    datedTables.map(
      (table) =>
        sql`select ${sql.ref(table.owner)} as id from ${sql.table(table.name)} where tenant_id = ${tx.tenantId} and import_id = ${importId} and superseded_at is null`,
    ),
  )
  return rows
}

/** Organisations with rows written or superseded after the import. */
async function changedSince(tx: Tx, importId: string): Promise<string[]> {
  return ids(
    tx,
    datedTables.map(
      ({ name, owner }) => sql`
        select x.${sql.ref(owner)} as id from ${sql.table(name)} x
        join (${importedOwners(tx, importId)}) i on i.id = x.${sql.ref(owner)}
        where x.tenant_id = ${tx.tenantId} and (x.recorded_at > i.at or x.superseded_at > i.at)`,
    ),
  )
}

/** Organisations the import entered that others rely on by now: members, work, posts, terms, or children that are not the import's. */
async function inUse(tx: Tx, importId: string): Promise<string[]> {
  const used = [
    ['memberships', 'union_id'],
    ['employments', 'employer_id'],
    ['appointments', 'organisation_id'],
    ['union_terms', 'organisation_id'],
  ] as const
  return ids(tx, [
    ...used.map(
      ([table, column]) => sql`
        select x.${sql.ref(column)} as id from ${sql.table(table)} x join (${enteredOwners(tx, importId)}) e on e.id = x.${sql.ref(column)}
        where x.tenant_id = ${tx.tenantId} and x.superseded_at is null`,
    ),
    sql`select a.parent_id as id from affiliations a join (${enteredOwners(tx, importId)}) e on e.id = a.parent_id
      where a.tenant_id = ${tx.tenantId} and a.superseded_at is null and a.import_id is distinct from ${importId}`,
  ])
}

async function createdBy(
  tx: Tx,
  importId: string,
  within: readonly string[],
): Promise<{ id: string; startsOn: string }[]> {
  const { rows } = await sql<{ id: string; startsOn: string }>`
    select e.id, e.starts_on as "startsOn" from (${enteredOwners(tx, importId)}) e where e.id = any(${within}::uuid[])`.execute(
    tx,
  )
  return rows
}

function importedOwners(tx: Tx, importId: string): RawBuilder<unknown> {
  const parts = datedTables.map(
    ({ name, owner }) =>
      sql`select ${sql.ref(owner)} as id, recorded_at as at from ${sql.table(name)} where tenant_id = ${tx.tenantId} and import_id = ${importId} and superseded_at is null`,
  )
  return sql`select id, max(at) as at from (${sql.join(parts, sql` union all `)}) parts group by id`
}

/** Organisations with no row from before the import. */
function enteredOwners(tx: Tx, importId: string): RawBuilder<unknown> {
  return sql`select p.organisation_id as id, min(p.starts_on) as starts_on from organisation_profiles p
    where p.tenant_id = ${tx.tenantId} and p.import_id = ${importId} and p.superseded_at is null
      and not exists (select from organisation_profiles q where q.tenant_id = p.tenant_id and q.organisation_id = p.organisation_id and q.recorded_at < p.recorded_at)
    group by p.organisation_id`
}

async function ids(tx: Tx, selects: readonly RawBuilder<unknown>[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`${sql.join(selects, sql` union `)}`.execute(tx)
  return rows.map((row) => row.id)
}
