import { sql, type RawBuilder } from 'kysely'
import type { Profile } from '#contract/organisation-shapes.ts'
import type { Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, notFound } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import type { DatedRow, Rewrite, Span } from './rules.ts'

/** When and by whom rows are written: the same for everything one command writes. `at` is an instant of the database, in its full precision. */
export interface Stamp {
  at: string
  by: string | null
  importId: string | null
}

/** Who leads, guides … whom. */
export interface Tie {
  childId: string
  parentId: string
  kind: string
  documentNo: string | null
}

export interface Coverage {
  unionId: string
  employerId: string
}

/** What the register says, with the document that decided it. */
export type ProfileVersion = Profile & { documentNo: string | null }
export type OwnedProfile = ProfileVersion & { organisationId: string }

export interface OrganisationHead {
  id: string
  kind: string
  unionType: string | null
  statCode: string
}

/**
 * Every change of a tenant's tree waits here for the one before it, so that no two of them can make a cycle that neither sees. The same
 * statement raises the access version: powers that follow from the tree are worked out anew.
 */
export async function lockTree(tx: Tx): Promise<void> {
  await tx
    .updateTable('tenants')
    .set(({ eb }) => ({ access_version: eb('access_version', '+', 1) }))
    .where('id', '=', tx.tenantId)
    .execute()
}

/** The organisations, locked in the order of their ids; 404 when one is missing. Weak enough for others to keep writing rows that point to them. */
export async function lockOrganisations(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, OrganisationHead>> {
  const rows = await tx
    .selectFrom('organisations')
    .select(['id', 'kind', 'union_type as unionType', 'stat_code as statCode'])
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  if (rows.length !== new Set(ids).size) notFound()
  return new Map(rows.map((row) => [row.id, row]))
}

/** The stamp of a command, taken after its locks: what is recorded later says so, however long somebody waited. */
export async function takeStamp(tx: Tx, author: Author, importId: string | null = null): Promise<Stamp> {
  const { rows } = await sql<{ at: string }>`select clock_timestamp()::text as at`.execute(tx)
  return { at: rows[0]!.at, by: author?.appointment?.id ?? null, importId }
}

/** Current ties where one of the organisations is the child or the parent. */
export async function tiesOf(
  tx: Tx,
  role: 'child' | 'parent',
  ids: readonly string[],
): Promise<DatedRow<Tie>[]> {
  const column = sql.ref(role === 'child' ? 'child_id' : 'parent_id')
  const { rows } = await sql<Tie & Span & { id: string }>`
    select id, child_id as "childId", parent_id as "parentId", kind, document_no as "documentNo", starts_on as "startsOn", ends_before as "endsBefore"
    from affiliations where tenant_id = ${tx.tenantId} and ${column} = any(${ids}::uuid[]) and superseded_at is null
    order by starts_on, id`.execute(tx)
  return rows.map(({ id, startsOn, endsBefore, ...value }) => ({ id, startsOn, endsBefore, value }))
}

/** Current coverages where one of the organisations is the union or the employer. */
export async function coveragesOf(
  tx: Tx,
  role: 'union' | 'employer',
  ids: readonly string[],
): Promise<DatedRow<Coverage>[]> {
  const column = sql.ref(role === 'union' ? 'union_id' : 'employer_id')
  const { rows } = await sql<Coverage & Span & { id: string }>`
    select id, union_id as "unionId", employer_id as "employerId", starts_on as "startsOn", ends_before as "endsBefore"
    from coverages where tenant_id = ${tx.tenantId} and ${column} = any(${ids}::uuid[]) and superseded_at is null
    order by starts_on, id`.execute(tx)
  return rows.map(({ id, startsOn, endsBefore, ...value }) => ({ id, startsOn, endsBefore, value }))
}

/** Current profile rows of organisations, the earliest first of each. */
export async function profilesOf(
  tx: Tx,
  organisationIds: readonly string[],
): Promise<Map<string, DatedRow<OwnedProfile>[]>> {
  const { rows } = await sql<OwnedProfile & Span & { id: string }>`
    select id, organisation_id as "organisationId", starts_on as "startsOn", ends_before as "endsBefore", document_no as "documentNo", ${profileSelection('p')}
    from organisation_profiles p where tenant_id = ${tx.tenantId} and organisation_id = any(${organisationIds}::uuid[]) and superseded_at is null
    order by starts_on`.execute(tx)
  const dated = rows.map(({ id, startsOn, endsBefore, ...value }) => ({ id, startsOn, endsBefore, value }))
  return Map.groupBy(dated, (row) => row.value.organisationId)
}

/** The columns of a profile under the names of the contract. */
export function profileSelection(alias: string): RawBuilder<unknown> {
  return sql.join(
    profileColumns.map(([field, column]) => sql`${sql.ref(`${alias}.${column}`)} as ${sql.ref(field)}`),
  )
}

const profileColumns: readonly (readonly [keyof Profile, string])[] = [
  ['name', 'name'],
  ['uscc', 'uscc'],
  ['divisionCode', 'division_code'],
  ['street', 'street'],
  ['address', 'address'],
  ['postcode', 'postcode'],
  ['industryCode', 'industry_code'],
  ['employerNature', 'employer_nature'],
  ['foundedOn', 'founded_on'],
  ['foundedPrecision', 'founded_precision'],
  ['approvalNo', 'approval_no'],
  ['directPoint', 'direct_point'],
  ['annualBudgetFen', 'annual_budget_fen'],
  ['sixHaves', 'six_haves'],
]

/** Writes what a rule worked out about ties. */
export async function rewriteTies(tx: Tx, stamp: Stamp, change: Rewrite<Tie>): Promise<void> {
  await supersede(tx, stamp, { table: 'affiliations', ids: change.supersede })
  const rows = change.insert.map(({ value, ...span }) => ({ id: newId(), ...span, ...value }))
  if (rows.length === 0) return
  await sql`insert into affiliations (tenant_id, id, child_id, parent_id, kind, document_no, starts_on, ends_before, recorded_at, recorded_by, import_id)
    select ${tx.tenantId}::uuid, id, "childId", "parentId", kind, "documentNo", "startsOn", "endsBefore", ${stamp.at}::timestamptz, ${stamp.by}::uuid, ${stamp.importId}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "childId" uuid, "parentId" uuid, kind text, "documentNo" text,
      "startsOn" date, "endsBefore" date)`.execute(tx)
}

/** Writes what a rule worked out about coverages. */
export async function rewriteCoverages(tx: Tx, stamp: Stamp, change: Rewrite<Coverage>): Promise<void> {
  await supersede(tx, stamp, { table: 'coverages', ids: change.supersede })
  const rows = change.insert.map(({ value, ...span }) => ({ id: newId(), ...span, ...value }))
  if (rows.length === 0) return
  await sql`insert into coverages (tenant_id, id, union_id, employer_id, starts_on, ends_before, recorded_at, recorded_by, import_id)
    select ${tx.tenantId}::uuid, id, "unionId", "employerId", "startsOn", "endsBefore", ${stamp.at}::timestamptz, ${stamp.by}::uuid, ${stamp.importId}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "unionId" uuid, "employerId" uuid, "startsOn" date, "endsBefore" date)`.execute(
    tx,
  )
}

/** Writes what a rule worked out about profiles of several organisations. */
export async function rewriteProfiles(tx: Tx, stamp: Stamp, change: Rewrite<OwnedProfile>): Promise<void> {
  await supersede(tx, stamp, { table: 'organisation_profiles', ids: change.supersede })
  const rows = change.insert.map(({ value, ...span }) => ({ id: newId(), ...span, ...value }))
  if (rows.length === 0) return
  const columns = sql.join(profileColumns.map(([, column]) => sql.ref(column)))
  const fields = sql.join(profileColumns.map(([field]) => sql.ref(`r.${field}`)))
  await sql`insert into organisation_profiles (tenant_id, id, organisation_id, starts_on, ends_before, document_no, recorded_at, recorded_by, import_id, ${columns})
    select ${tx.tenantId}::uuid, r.id, r."organisationId", r."startsOn", r."endsBefore", r."documentNo", ${stamp.at}::timestamptz, ${stamp.by}::uuid, ${stamp.importId}::uuid, ${fields}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "organisationId" uuid, "startsOn" date, "endsBefore" date, "documentNo" text,
      name text, uscc text, "divisionCode" text, street text, address text, postcode text, "industryCode" text, "employerNature" text,
      "foundedOn" date, "foundedPrecision" text, "approvalNo" text, "directPoint" boolean, "annualBudgetFen" bigint, "sixHaves" boolean[])`.execute(
    tx,
  )
}

type RecordedTable =
  | 'affiliations'
  | 'coverages'
  | 'organisation_profiles'
  | 'headcounts'
  | 'union_terms'
  | 'organisation_endings'

/** Rows that are believed no longer. Somebody who was faster makes it a conflict. */
export async function supersede(
  tx: Tx,
  stamp: Stamp,
  rows: { table: RecordedTable; ids: readonly string[] },
): Promise<void> {
  if (rows.ids.length === 0) return
  const { numAffectedRows } = await sql`
    update ${sql.table(rows.table)} set superseded_at = ${stamp.at}::timestamptz
    where tenant_id = ${tx.tenantId} and id = any(${rows.ids}::uuid[]) and superseded_at is null`.execute(tx)
  if (Number(numAffectedRows) !== new Set(rows.ids).size) conflict('common.busy')
}

/** A new organisation; without a statistical code it gets one from its number. */
export interface NewOrganisation {
  id: string
  kind: string
  unionType: string | null
  twoNewType: string | null
  statCode: string | null
}

/** Adds organisations, numbered on. The caller holds the lock of the tree, so no number is given twice. */
export async function insertOrganisations(
  tx: Tx,
  stamp: Stamp,
  rows: readonly NewOrganisation[],
): Promise<void> {
  await sql`insert into organisations (tenant_id, id, kind, union_type, two_new_type, stat_code, tree_no, recorded_at, recorded_by)
    select ${tx.tenantId}::uuid, r.id, r.kind, r."unionType", r."twoNewType",
      coalesce(r."statCode", t.division_code || '-' || lpad((last.no + r.n)::text, greatest(6, length((last.no + r.n)::text)), '0')), last.no + r.n, ${stamp.at}::timestamptz, ${stamp.by}::uuid
    from (select x.*, row_number() over () as n from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x(id uuid, kind text, "unionType" text, "twoNewType" text, "statCode" text)) r,
      (select coalesce(max(tree_no), 0) as no from organisations where tenant_id = ${tx.tenantId}) last,
      (select division_code from tenants where id = ${tx.tenantId}) t`.execute(tx)
}

/** Records that an organisation exists no longer from `on` on. */
export async function insertEnding(
  tx: Tx,
  stamp: Stamp,
  ending: { organisationId: string; on: string; reason: string; documentNo: string | null },
): Promise<void> {
  await sql`insert into organisation_endings (tenant_id, id, organisation_id, ended_on, reason, document_no, recorded_at, recorded_by)
    values (${tx.tenantId}, ${newId()}, ${ending.organisationId}, ${ending.on}, ${ending.reason}, ${ending.documentNo}, ${stamp.at}::timestamptz, ${stamp.by})`.execute(
    tx,
  )
}

/** Records who came out of whom. */
export async function insertSuccession(
  tx: Tx,
  stamp: Stamp,
  succession: {
    predecessorId: string
    successorId: string
    kind: 'merge' | 'split'
    on: string
    documentNo: string | null
  },
): Promise<void> {
  await sql`insert into successions (tenant_id, id, predecessor_id, successor_id, kind, happened_on, document_no, recorded_at, recorded_by)
    values (${tx.tenantId}, ${newId()}, ${succession.predecessorId}, ${succession.successorId}, ${succession.kind}, ${succession.on},
      ${succession.documentNo}, ${stamp.at}::timestamptz, ${stamp.by})`.execute(tx)
}

/** Sets the type of unions and the two-new type of employers where what is said differs, and keeps what it was; answers whose changed. */
export async function setOrganisationTypes(
  tx: Tx,
  said: readonly { id: string; unionType: string | null; twoNewType: string | null }[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with told as (
      select o.id, o.union_type, o.two_new_type, coalesce(r."unionType", o.union_type) as new_union_type, coalesce(r."twoNewType", o.two_new_type) as new_two_new_type
      from organisations o
      join jsonb_to_recordset(${JSON.stringify(said.map(({ id, unionType, twoNewType }) => ({ id, unionType, twoNewType })))}::jsonb) as r(id uuid, "unionType" text, "twoNewType" text)
        on r.id = o.id
      where o.tenant_id = ${tx.tenantId}
        and (coalesce(r."unionType", o.union_type), coalesce(r."twoNewType", o.two_new_type)) is distinct from (o.union_type, o.two_new_type)
      for update of o),
    before as (
      insert into organisation_type_changes (tenant_id, id, organisation_id, union_type_before, two_new_type_before)
      select ${tx.tenantId}::uuid, gen_random_uuid(), id, union_type, two_new_type from told)
    update organisations o set union_type = told.new_union_type, two_new_type = told.new_two_new_type
    from told where o.tenant_id = ${tx.tenantId} and o.id = told.id returning o.id`.execute(tx)
  return rows.map((row) => row.id)
}
