import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { StagedPeople } from './bulk-insert.ts'
import { refreshMemberIndex } from './member-index.ts'

/**
 * Applies the import's bucket `changed` to persons already known: columns that the sheet fills and that differ, and the dated rows of
 * membership, employment and card. What stood there before is kept in `import_changes`. Blanks of the sheet change nothing.
 * The caller has seen that nobody has worked on these persons since they were compared. Returns how many there were.
 */
export async function changeStagedPeople(tx: Tx, staged: StagedPeople): Promise<number> {
  const count = await gatherChanged(tx, staged)
  if (count === 0) return 0
  const personIds = await rememberBefore(tx)
  await changePersons(tx)
  await changeMemberships(tx, staged)
  await changeEmployments(tx, staged)
  await changeCards(tx, staged)
  await refreshMemberIndex(tx, { personIds })
  return personIds.length
}

/** The rows by themselves, and counted: whatever the planner believes of tables it has not seen filled yet, it starts from these few. */
async function gatherChanged(tx: Tx, staged: StagedPeople): Promise<number> {
  await sql`
    create temp table changed_rows on commit drop as
    select * from import_rows r where r.tenant_id = ${sql.lit(tx.tenantId)} and r.import_id = ${sql.lit(staged.importId)} and r.bucket = 'changed'`.execute(
    tx,
  )
  await sql`analyze changed_rows`.execute(tx)
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from changed_rows`.execute(tx)
  return rows[0]!.count
}

/** True when the comparison found this column to differ. */
const differs = (field: string): RawBuilder<boolean> =>
  sql<boolean>`exists (select from jsonb_array_elements(r.changes) c where c->>'field' = any(${field.split(' ')}))`

async function rememberBefore(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    insert into import_changes (tenant_id, import_id, row_id, person_id, version, before, superseded_membership_id, superseded_employment_id,
      superseded_card_id)
    select r.tenant_id, r.import_id, r.row_id, p.id, p.version + 1,
      jsonb_build_object('name', p.name, 'sex', p.sex, 'birth_date', p.birth_date, 'ethnic_group', p.ethnic_group,
        'political_affiliation', p.political_affiliation, 'education_level', p.education_level, 'household_type', p.household_type,
        'migrant_worker', p.migrant_worker, 'mobile_cipher', encode(p.mobile_cipher, 'hex'), 'mobile_hash', encode(p.mobile_hash, 'hex'),
        'mobile_tail_hash', encode(p.mobile_tail_hash, 'hex')),
      case when ${differs('membership joined_on membership_kind')} then r.existing_membership_id end,
      case when ${differs('employer form status union_group job')} then e.id end,
      case when ${differs('service_card')} then c.id end
    from changed_rows r
    join persons p on p.tenant_id = r.tenant_id and p.id = r.existing_person_id
    left join lateral (${currentEmployment(sql`app_today()`, sql`r.existing_person_id`)}) e on true
    left join lateral (${currentCard(sql`app_today()`, sql`r.existing_person_id`)}) c on true
    order by p.id
    returning person_id`.execute(tx)
  return rows.map((row) => row.person_id)
}

/** The employment of a person that a roster row `r` speaks of: at the same employer before any other, the latest first. */
export function currentEmployment(
  day: RawBuilder<unknown>,
  personId: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`
    select e.* from employments e
    where e.tenant_id = r.tenant_id and e.person_id = ${personId} and e.superseded_at is null
      and e.starts_on <= ${day} and (e.ends_before is null or ${day} < e.ends_before)
    order by (e.employer_id is not distinct from r.employer_id) desc, e.starts_on desc, e.id limit 1`
}

/** The service card a person uses. */
export function currentCard(day: RawBuilder<unknown>, personId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select c.* from service_cards c
    where c.tenant_id = r.tenant_id and c.person_id = ${personId} and c.superseded_at is null
      and c.starts_on <= ${day} and (c.ends_before is null or ${day} < c.ends_before)
    order by c.starts_on desc, c.id limit 1`
}

async function changePersons(tx: Tx): Promise<void> {
  await sql`
    update persons p set name = r.name, sex = coalesce(r.sex, p.sex), birth_date = coalesce(r.birth_date, p.birth_date),
      ethnic_group = coalesce(r.ethnic_group, p.ethnic_group),
      political_affiliation = coalesce(r.political_affiliation, p.political_affiliation),
      education_level = coalesce(r.education_level, p.education_level), household_type = coalesce(r.household_type, p.household_type),
      migrant_worker = coalesce(r.migrant_worker, p.migrant_worker),
      mobile_cipher = case when ${differs('mobile')} then r.mobile_cipher else p.mobile_cipher end,
      mobile_hash = case when ${differs('mobile')} then r.mobile_hash else p.mobile_hash end,
      mobile_tail_hash = case when ${differs('mobile')} then r.mobile_tail_hash else p.mobile_tail_hash end,
      version = p.version + 1
    from changed_rows r
    where p.tenant_id = r.tenant_id and p.id = r.existing_person_id`.execute(tx)
}

async function changeMemberships(tx: Tx, staged: StagedPeople): Promise<void> {
  await sql`
    update memberships m set superseded_at = now() from import_changes ic
    where ic.tenant_id = ${tx.tenantId} and ic.import_id = ${staged.importId}
      and m.tenant_id = ic.tenant_id and m.id = ic.superseded_membership_id`.execute(tx)
  await sql`
    insert into memberships (tenant_id, id, person_id, union_id, kind, joined_on, joined_precision, starts_on, recorded_by, import_id)
    select r.tenant_id, r.person_id, r.existing_person_id, r.union_id, coalesce(r.membership_kind, m.kind, 'member'),
      coalesce(r.joined_on, m.joined_on), case when r.joined_on is null then m.joined_precision else r.joined_precision end,
      case when m.id is null then ${staged.asOf}::date else coalesce(r.joined_on, m.starts_on) end, ${staged.recordedBy}::uuid, r.import_id
    from changed_rows r
    left join memberships m on m.tenant_id = r.tenant_id and m.id = r.existing_membership_id
    where ${differs('membership joined_on membership_kind')} order by r.row_id`.execute(tx)
}

async function changeEmployments(tx: Tx, staged: StagedPeople): Promise<void> {
  await sql`
    update employments e set superseded_at = now() from import_changes ic
    where ic.tenant_id = ${tx.tenantId} and ic.import_id = ${staged.importId}
      and e.tenant_id = ic.tenant_id and e.id = ic.superseded_employment_id`.execute(tx)
  // Another employer: the old work ended before this day. It stays known as it was, with its end.
  await sql`
    insert into employments (tenant_id, id, person_id, employer_id, platform_name, form, status, union_group, job, starts_on, ends_before,
      end_reason, recorded_by, import_id)
    select e.tenant_id, gen_random_uuid(), e.person_id, e.employer_id, e.platform_name, e.form, e.status, e.union_group, e.job, e.starts_on,
      ${staged.asOf}::date, 'changed', ${staged.recordedBy}::uuid, r.import_id
    from changed_rows r
    join import_changes ic on ic.tenant_id = r.tenant_id and ic.import_id = r.import_id and ic.row_id = r.row_id
    join employments e on e.tenant_id = ic.tenant_id and e.id = ic.superseded_employment_id
    where ${differs('employer')} and e.starts_on < ${staged.asOf}::date`.execute(tx)
  await sql`
    insert into employments (tenant_id, id, person_id, employer_id, platform_name, form, status, union_group, job, starts_on, recorded_by, import_id)
    select r.tenant_id, r.person_id, r.existing_person_id, coalesce(r.employer_id, e.employer_id),
      case when ${differs('employer')} then null else e.platform_name end, coalesce(r.form, e.form), coalesce(r.status, e.status),
      coalesce(r.union_group, e.union_group), coalesce(r.job, e.job),
      case when ${differs('employer')} then ${staged.asOf}::date else coalesce(e.starts_on, ${staged.asOf}::date) end,
      ${staged.recordedBy}::uuid, r.import_id
    from changed_rows r
    join import_changes ic on ic.tenant_id = r.tenant_id and ic.import_id = r.import_id and ic.row_id = r.row_id
    left join employments e on e.tenant_id = ic.tenant_id and e.id = ic.superseded_employment_id
    where ${differs('employer form status union_group job')} order by r.row_id`.execute(tx)
}

async function changeCards(tx: Tx, staged: StagedPeople): Promise<void> {
  await sql`
    update service_cards c set superseded_at = now() from import_changes ic
    where ic.tenant_id = ${tx.tenantId} and ic.import_id = ${staged.importId}
      and c.tenant_id = ic.tenant_id and c.id = ic.superseded_card_id`.execute(tx)
  await sql`
    insert into service_cards (tenant_id, id, person_id, number_cipher, number_hash, starts_on, ends_before, end_reason, recorded_by, import_id)
    select c.tenant_id, gen_random_uuid(), c.person_id, c.number_cipher, c.number_hash, c.starts_on, ${staged.asOf}::date, 'replaced',
      ${staged.recordedBy}::uuid, ic.import_id
    from import_changes ic join service_cards c on c.tenant_id = ic.tenant_id and c.id = ic.superseded_card_id
    where ic.tenant_id = ${tx.tenantId} and ic.import_id = ${staged.importId} and c.starts_on < ${staged.asOf}::date`.execute(
    tx,
  )
  await sql`
    insert into service_cards (tenant_id, id, person_id, number_cipher, number_hash, starts_on, recorded_by, import_id)
    select r.tenant_id, r.person_id, r.existing_person_id, r.card_cipher, r.card_hash, ${staged.asOf}::date, ${staged.recordedBy}::uuid, r.import_id
    from changed_rows r where ${differs('service_card')} order by r.row_id`.execute(tx)
}
