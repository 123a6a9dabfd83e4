import { sql } from 'kysely'
import type { InboxTask, operations } from '#contract/inbox.ts'
import type { InputOf } from '#contract/operation.ts'
import { permissions } from '#contract/permissions.ts'
import { inScope, may } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'

type Input = InputOf<(typeof operations)['listInboxTasks']>

/**
 * Tasks within the scope of the permission each asks for, by due date, then age. Units below that are asked the same about the same stand in one
 * line, apart from one’s own: `units` says how many, a count among its params is of all of them. `total` counts the lines.
 */
export async function listInboxTasks(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<{ items: InboxTask[]; nextCursor: string | null; total: number }> {
  const limit = input.limit ?? 50
  const after = readCursor(input.cursor, ['', ''])
  const wantOpen = (input.state ?? 'open') === 'open'
  const mine = permissions
    .filter((permission) => may(actor, permission))
    .map(
      (permission) =>
        sql`(t.permission = ${permission} and ${inScope(tx, { actor, permission }, sql.ref('t.organisation_id'))})`,
    )
  const own = actor.appointment?.organisationId ?? null
  const alike = wantOpen
    ? sql`t.kind, coalesce(t.subject_id, t.id), t.organisation_id is not distinct from ${own}::uuid`
    : sql`t.id`
  const matching = sql`
    select t.id, t.kind, t.organisation_id, t.subject_id, t.params, t.due_on, t.created_at, e.outcome,
      coalesce(t.due_on, 'infinity'::date) as due_key,
      count(*) over (partition by ${alike})::int as units,
      sum(case when jsonb_typeof(t.params -> 'count') = 'number' then (t.params ->> 'count')::int end) over (partition by ${alike})::int as counted,
      row_number() over (partition by ${alike} order by coalesce(t.due_on, 'infinity'::date), t.id) as place
    from inbox_tasks t
    left join inbox_task_endings e on e.tenant_id = t.tenant_id and e.task_id = t.id
    where t.tenant_id = ${tx.tenantId} and (e.task_id is null) = ${wantOpen} and (${sql.join(mine, sql` or `)})
      and (${input.kind ?? null}::text is null or t.kind = ${input.kind ?? null})`
  const { rows: counted } = await sql<{
    total: number
  }>`select count(*) as total from (${matching}) t where place = 1`.execute(tx)
  const { rows } = await sql<Row>`
    with page as (
      select t.* from (${matching}) t
      where place = 1
        and (${after[1]} = '' or (due_key, id) > (nullif(${after[0]}, '')::date, nullif(${after[1]}, '')::uuid))
      order by due_key, id limit ${limit + 1})
    select page.id, page.kind, page.organisation_id, page.subject_id, page.params, page.due_on, page.created_at, page.outcome, page.units,
      page.counted, page.due_key::text, profile.name as organisation_name from page
    cross join lateral (
      -- An organisation that has ended keeps the name it had last.
      select name from organisation_profiles p
      where p.tenant_id = ${tx.tenantId} and p.organisation_id = page.organisation_id and p.superseded_at is null
      order by p.starts_on desc limit 1) profile
    order by page.due_key, page.id`.execute(tx)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(asTask),
    nextCursor: rows.length > limit && last !== undefined ? writeCursor([last.due_key, last.id]) : null,
    total: counted[0]!.total,
  }
}

interface Row {
  id: string
  kind: string
  organisation_id: string
  organisation_name: string
  subject_id: string | null
  params: Record<string, unknown>
  due_on: string | null
  due_key: string
  created_at: Date
  units: number
  counted: number | null
  outcome: string | null
}

function asTask(row: Row): InboxTask {
  return {
    id: row.id,
    kind: row.kind,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    subjectId: row.subject_id,
    params: row.counted === null ? row.params : { ...row.params, count: row.counted },
    dueOn: row.due_on,
    createdAt: row.created_at.toISOString(),
    units: row.units,
    outcome: row.outcome,
  }
}
