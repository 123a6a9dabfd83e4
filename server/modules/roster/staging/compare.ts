import { sql } from 'kysely'
import { currentCard, currentEmployment } from '#server/modules/people/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** Key of the reason that a known person has another name than the row: never overwritten without an officer's word. */
const otherName = 'known.other_name full_name'

/**
 * Compares rows with the persons already known by their numbers, and settles what is to become of each: same, changed (with old and
 * new), a transfer to propose, or review where the name differs. Rows of nobody known are new. Blanks of the sheet change nothing.
 * Without `rowIds` all rows whose number is known are compared.
 */
export async function compareRows(tx: Tx, importId: string, rowIds: readonly number[] | null): Promise<void> {
  const chosen = rowIds === null ? sql`true` : sql`r.row_id = any(${sql.lit(`{${rowIds.join(',')}}`)}::int[])`
  // The rows by themselves, and counted: the planner may not have seen the other tables filled yet, and starts from these.
  await sql`
    create temp table comparing on commit drop as
    select ${sql.raw(comparedColumns)} from import_rows r
    where r.tenant_id = ${sql.lit(tx.tenantId)} and r.import_id = ${sql.lit(importId)} and r.existing_person_id is not null and ${chosen}`.execute(
    tx,
  )
  await sql`analyze comparing`.execute(tx)
  await sql`
    create temp table compared on commit drop as
    select r.row_id, p.id as person_id, p.version, m.id as membership_id, m.union_id, own.name as own_name, difference.changes
    from comparing r
    join persons own on own.tenant_id = r.tenant_id and own.document_hash = r.document_hash
    left join person_aliases alias on alias.tenant_id = r.tenant_id and alias.alias_id = own.id and alias.undone_at is null
    join persons p on p.tenant_id = r.tenant_id and p.id = coalesce(alias.person_id, own.id)
    left join lateral (${currentMembership}) m on true
    left join lateral (${currentEmployment(sql`app_today()`, sql`p.id`)}) e on true
    left join lateral (${currentCard(sql`app_today()`, sql`p.id`)}) c on true
    left join lateral (${differences}) difference on true`.execute(tx)
  await sql`analyze compared`.execute(tx)
  await sql`
    update import_rows r set existing_person_id = k.person_id, existing_version = k.version, existing_membership_id = k.membership_id,
      changes = k.changes,
      known = case when k.own_name <> r.name and r.outcome = 'accepted' then array_append(array_remove(r.known, ${otherName}), ${otherName})
        else array_remove(r.known, ${otherName}) end,
      bucket = case
        when r.decision = 'left_out' then 'left_out'
        when r.decision is distinct from 'confirmed' and r.outcome <> 'accepted' then r.outcome
        when r.decision is distinct from 'confirmed' and k.own_name <> r.name then 'review'
        when k.union_id is not null and k.union_id <> r.union_id then 'transfer'
        when k.changes is null then 'same'
        else 'changed' end
    from compared k
    where r.tenant_id = ${tx.tenantId} and r.import_id = ${importId} and r.row_id = k.row_id`.execute(tx)
  await sql`drop table comparing, compared`.execute(tx)
}

/**
 * Finds who is known by the numbers of these rows, now: after a row was mended, and before a second comparison. Rows of nobody known are
 * new if nothing else stands against them.
 */
export async function recompareRows(
  tx: Tx,
  importId: string,
  rowIds: readonly number[] | null,
): Promise<void> {
  const chosen = rowIds === null ? sql`true` : sql`r.row_id = any(${rowIds}::int[])`
  await sql`
    update import_rows r set existing_version = null, existing_membership_id = null, changes = null, known = array_remove(r.known, ${otherName}),
      existing_person_id = (select p.id from persons p where p.tenant_id = r.tenant_id and p.document_hash = r.document_hash),
      bucket = case when r.decision = 'left_out' then 'left_out' when r.decision = 'confirmed' or r.outcome = 'accepted' then 'new'
        else r.outcome end
    where r.tenant_id = ${tx.tenantId} and r.import_id = ${importId} and ${chosen}`.execute(tx)
  await compareRows(tx, importId, rowIds)
}

const comparedColumns = `r.tenant_id, r.row_id, r.name, r.document_hash, r.mobile_hash, r.card_hash, r.sex, r.birth_date, r.ethnic_group,
  r.political_affiliation, r.education_level, r.household_type, r.migrant_worker, r.union_id, r.employer_id, r.membership_kind, r.joined_on,
  r.joined_precision, r.form, r.status, r.union_group, r.job`

const currentMembership = sql`
  select m.* from memberships m
  where m.tenant_id = r.tenant_id and m.person_id = p.id and m.superseded_at is null
    and m.starts_on <= app_today() and (m.ends_before is null or app_today() < m.ends_before)
  order by m.starts_on desc, m.id limit 1`

const differences = sql`
  select jsonb_agg(jsonb_build_object('field', field, 'old', old, 'new', new)) as changes
  from (values
    ('full_name', own.name, r.name, own.name <> r.name),
    ('membership', null, r.union_id::text, m.id is null),
    ('membership_kind', m.kind, r.membership_kind, m.id is not null and r.membership_kind <> m.kind),
    ('joined_on', m.joined_on::text, r.joined_on::text,
      m.id is not null and r.joined_on is not null and (r.joined_on, r.joined_precision) is distinct from (m.joined_on, m.joined_precision)),
    ('sex', p.sex, r.sex, r.sex is distinct from p.sex),
    ('birth_date', p.birth_date::text, r.birth_date::text, r.birth_date is distinct from p.birth_date),
    ('ethnic_group', p.ethnic_group, r.ethnic_group, r.ethnic_group is distinct from p.ethnic_group),
    ('political_affiliation', p.political_affiliation, r.political_affiliation, r.political_affiliation is distinct from p.political_affiliation),
    ('education_level', p.education_level, r.education_level, r.education_level is distinct from p.education_level),
    ('household_type', p.household_type, r.household_type, r.household_type is distinct from p.household_type),
    ('migrant_worker', p.migrant_worker::text, r.migrant_worker::text, r.migrant_worker is distinct from p.migrant_worker),
    ('employer', e.employer_id::text, r.employer_id::text, r.employer_id is distinct from e.employer_id),
    ('form', e.form, r.form, r.form is distinct from e.form),
    ('status', e.status, r.status, r.status is distinct from e.status),
    ('union_group', e.union_group, r.union_group, r.union_group is distinct from e.union_group),
    ('job', e.job, r.job, r.job is distinct from e.job),
    ('mobile', null, '', r.mobile_hash is not null and r.mobile_hash is distinct from p.mobile_hash),
    ('service_card', null, '', r.card_hash is not null and r.card_hash is distinct from c.number_hash)
  ) as v (field, old, new, differs)
  where differs and new is not null`
