import { sql, type RawBuilder } from 'kysely'
import type { Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { familyOf } from './transfer-store.ts'

/** The employments that ended with the membership of one record: rows that were closed and rows that say so. */
export interface EndedEmployments {
  personId: string
  supersededEmploymentIds: string[]
  insertedEmploymentIds: string[]
}

const columns = sql`person_id, employer_id, platform_name, form, status, union_group, job, starts_on`

/** Ends the employments of persons, merged records included, that hold on a day; what begins on that day or later is left alone. */
export async function endEmploymentsOf(
  tx: Tx,
  author: Author,
  end: { personIds: readonly string[]; on: string; reason: string },
): Promise<EndedEmployments[]> {
  const { rows } = await sql<EndedEmployments>`
    with gone as (
      update employments set superseded_at = clock_timestamp()
      where tenant_id = ${tx.tenantId} and person_id in (select record_id from (${familyOf(tx, end.personIds)}) family)
        and superseded_at is null and starts_on < ${end.on}::date and (ends_before is null or ends_before > ${end.on}::date)
      returning *),
    added as (
      insert into employments (tenant_id, id, ${columns}, ends_before, end_reason, recorded_at, recorded_by)
      select ${tx.tenantId}::uuid, gen_random_uuid(), ${columns}, ${end.on}::date, ${end.reason}, clock_timestamp(),
        ${author?.appointment?.id ?? null}::uuid
      from gone returning id, person_id)
    select gone.person_id as "personId", array_agg(distinct gone.id::text) as "supersededEmploymentIds",
      (select array_agg(added.id::text) from added where added.person_id = gone.person_id) as "insertedEmploymentIds"
    from gone group by gone.person_id`.execute(tx)
  return rows
}

/**
 * Puts employments back that ended with memberships. Where one was changed again since, the work of that record stays as it is; a row
 * that a later, undone change wrote anew stands for the first.
 */
export async function restoreEmployments(
  tx: Tx,
  author: Author,
  ended: readonly EndedEmployments[],
): Promise<void> {
  const inserted = ended.flatMap((each) => each.insertedEmploymentIds)
  if (inserted.length === 0) return
  const { rows } = await sql<{ written: string; standing: string }>`
    select w.id as written, now_there.id as standing from employments w
    join employments now_there on now_there.tenant_id = w.tenant_id and now_there.person_id = w.person_id and now_there.superseded_at is null
      and ${sameWork('now_there')} is not distinct from ${sameWork('w')}
    where w.tenant_id = ${tx.tenantId} and w.id = any(${inserted}::uuid[]) for update of now_there`.execute(
    tx,
  )
  const standing = new Map(rows.map((row) => [row.written, row.standing]))
  const back = ended.filter((each) => each.insertedEmploymentIds.every((id) => standing.has(id)))
  await sql`
    update employments set superseded_at = clock_timestamp()
    where tenant_id = ${tx.tenantId}
      and id = any(${back.flatMap((each) => each.insertedEmploymentIds.map((id) => standing.get(id)!))}::uuid[])`.execute(
    tx,
  )
  await sql`
    insert into employments (tenant_id, id, ${columns}, ends_before, end_reason, recorded_at, recorded_by)
    select tenant_id, gen_random_uuid(), ${columns}, ends_before, end_reason, clock_timestamp(), ${author?.appointment?.id ?? null}::uuid
    from employments where tenant_id = ${tx.tenantId} and id = any(${back.flatMap((each) => each.supersededEmploymentIds)}::uuid[])`.execute(
    tx,
  )
}

/** What a row says of the work, as one value to compare. */
function sameWork(row: 'w' | 'now_there'): RawBuilder<unknown> {
  const of = (column: string) => sql.ref(`${row}.${column}`)
  return sql`(${of('employer_id')}, ${of('platform_name')}, ${of('form')}, ${of('status')}, ${of('union_group')}, ${of('job')},
    ${of('starts_on')}, ${of('ends_before')}, ${of('end_reason')})`
}
