import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { placeTokens } from './member-view.ts'

/** Rows of one import in `import_rows`, made ready by the roster bridge, and the day its dated facts begin where the sheet tells none. */
export interface StagedPeople {
  importId: string
  asOf: string
  /** The appointment that answers for it. */
  recordedBy: string
}

/**
 * Writes every person of the import's bucket `new`: person, key, membership, employment, card, index row, counts. Set-wise, in the
 * order of the rows. A number that somebody else has taken since ends it with `people.document_taken`. Returns how many there were.
 */
export async function insertStagedPeople(
  tx: Tx,
  staged: StagedPeople,
  onStep: (step: string) => Promise<void>,
): Promise<number> {
  // Places are computed below: the tree stays as it is until this commits.
  await sql`select from tenants where id = ${tx.tenantId} for share`.execute(tx)
  const added = await insertPersons(tx, staged)
  if (added === 0) return 0
  await onStep('memberships')
  await insertMemberships(tx, staged)
  await onStep('employments')
  await insertEmployments(tx, staged)
  await insertCards(tx, staged)
  await onStep('index')
  await insertIndexRows(tx, staged)
  await countAdded(tx, staged)
  return added
}

const rowsOf = (tx: Tx, staged: StagedPeople): RawBuilder<unknown> =>
  sql`import_rows r where r.tenant_id = ${tx.tenantId} and r.import_id = ${staged.importId} and r.bucket = 'new'`

async function insertPersons(tx: Tx, staged: StagedPeople): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into persons (tenant_id, id, name, sex, birth_date, ethnic_group, political_affiliation, education_level, household_type,
      migrant_worker, document_kind, document_cipher, document_hash, mobile_cipher, mobile_hash, mobile_tail_hash, recorded_by, import_id)
    select r.tenant_id, r.person_id, r.name, r.sex, r.birth_date, r.ethnic_group, r.political_affiliation, r.education_level, r.household_type,
      r.migrant_worker, 'citizen_id', r.document_cipher, r.document_hash, r.mobile_cipher, r.mobile_hash, r.mobile_tail_hash,
      ${staged.recordedBy}::uuid, r.import_id
    from ${rowsOf(tx, staged)} order by r.row_id`.execute(tx)
  await sql`insert into person_keys (tenant_id, person_id, wrapped_key, master_key_id)
    select r.tenant_id, r.person_id, r.wrapped_key, r.master_key_id from ${rowsOf(tx, staged)} order by r.row_id`.execute(
    tx,
  )
  return Number(numAffectedRows ?? 0n)
}

async function insertMemberships(tx: Tx, staged: StagedPeople): Promise<void> {
  await sql`
    insert into memberships (tenant_id, id, person_id, union_id, kind, joined_on, joined_precision, starts_on, recorded_by, import_id)
    select r.tenant_id, r.person_id, r.person_id, r.union_id, coalesce(r.membership_kind, 'member'), r.joined_on, r.joined_precision,
      coalesce(r.joined_on, ${staged.asOf}::date), ${staged.recordedBy}::uuid, r.import_id
    from ${rowsOf(tx, staged)} order by r.row_id`.execute(tx)
}

async function insertEmployments(tx: Tx, staged: StagedPeople): Promise<void> {
  await sql`
    insert into employments (tenant_id, id, person_id, employer_id, form, status, union_group, job, starts_on, recorded_by, import_id)
    select r.tenant_id, r.person_id, r.person_id, r.employer_id, r.form, r.status, r.union_group, r.job,
      coalesce(r.joined_on, ${staged.asOf}::date), ${staged.recordedBy}::uuid, r.import_id
    from ${rowsOf(tx, staged)} and r.employer_id is not null order by r.row_id`.execute(tx)
}

async function insertCards(tx: Tx, staged: StagedPeople): Promise<void> {
  await sql`
    insert into service_cards (tenant_id, id, person_id, number_cipher, number_hash, starts_on, recorded_by, import_id)
    select r.tenant_id, r.person_id, r.person_id, r.card_cipher, r.card_hash, ${staged.asOf}::date, ${staged.recordedBy}::uuid, r.import_id
    from ${rowsOf(tx, staged)} and r.card_hash is not null order by r.row_id`.execute(tx)
}

async function insertIndexRows(tx: Tx, staged: StagedPeople): Promise<void> {
  // A table of its own with a key: whatever the planner believes of tables it has not seen filled yet, a union is looked up once a row.
  await sql`create temp table place (union_id uuid primary key, org_tokens bigint[] not null) on commit drop`.execute(
    tx,
  )
  await sql`insert into place ${placeTokens(tx, sql`(select distinct r.union_id from ${rowsOf(tx, staged)})`)}`.execute(
    tx,
  )
  await sql`
    insert into member_index (tenant_id, person_id, membership_id, union_id, employer_id, kind, name, sex, sort_key, name_tokens, org_tokens)
    select r.tenant_id, r.person_id, r.person_id, r.union_id, r.employer_id, coalesce(r.membership_kind, 'member'), r.name, r.sex,
      r.sort_key, r.name_tokens, place.org_tokens
    from (select * from ${rowsOf(tx, staged)}) r join place on place.union_id = r.union_id
    order by r.row_id`.execute(tx)
  await sql`drop table place`.execute(tx)
}

async function countAdded(tx: Tx, staged: StagedPeople): Promise<void> {
  await sql`
    insert into union_member_counts as c (tenant_id, union_id, kind, members)
    select r.tenant_id, r.union_id, coalesce(r.membership_kind, 'member'), count(*) from ${rowsOf(tx, staged)}
    group by 1, 2, 3 order by 2, 3
    on conflict (tenant_id, union_id, kind) do update set members = c.members + excluded.members`.execute(tx)
}
