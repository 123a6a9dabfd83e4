import { sql } from 'kysely'
import type { InputOf } from '#contract/operation.ts'
import type { operations, StipendGrade } from '#contract/stipends.ts'
import { inScope, lastName } from '#server/modules/access/index.ts'
import { nearTo } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'

/** A grade as its decision needs it; undefined when there is none. */
export async function findGrade(
  tx: Tx,
  gradeId: string,
): Promise<
  { organisationId: string; personId: string; enteredByPerson: string; isDecided: boolean } | undefined
> {
  const { rows } = await sql<{
    organisationId: string
    personId: string
    enteredByPerson: string
    isDecided: boolean
  }>`
    select g.organisation_id as "organisationId", g.person_id as "personId", g.entered_by_person as "enteredByPerson",
      exists (select from stipend_grade_decisions d where d.tenant_id = g.tenant_id and d.grade_id = g.id) as "isDecided"
    from stipend_grades g where g.tenant_id = ${tx.tenantId} and g.id = ${gradeId}`.execute(tx)
  return rows[0]
}

/** Grades that were entered within scope, the newest first. */
export async function listStipendGrades(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listStipendGrades']>,
): Promise<{ items: StipendGrade[]; nextCursor: string | null; total: number }> {
  const limit = input.limit ?? 50
  const after = readCursor(input.cursor, [''])[0]!
  const near = [...(await nearTo(tx, actor.personId))]
  const matching = sql`from (
    select g.id, g.person_id as "personId", p.name, g.organisation_id as "organisationId", o.name as "organisationName", g.grade,
      g.starts_on as "startsOn", g.ends_before as "endsBefore", g.reason, coalesce(d.outcome, 'waiting') as state, g.entered_at as "enteredAt",
      (d.grade_id is null and g.entered_by_person <> all(${near}::uuid[]) and g.person_id <> all(${near}::uuid[])
        and ${inScope(tx, { actor, permission: 'funds.check' }, sql.ref('g.organisation_id'))}) as "canDecide"
    from stipend_grades g
    join persons p on p.tenant_id = g.tenant_id and p.id = g.person_id
    left join stipend_grade_decisions d on d.tenant_id = g.tenant_id and d.grade_id = g.id
    cross join lateral (${lastName(tx, sql.ref('g.organisation_id'))}) o
    where g.tenant_id = ${tx.tenantId} and ${inScope(tx, { actor, permission: 'funds.read' }, sql.ref('g.organisation_id'))}) g
    where (${input.state ?? null}::text is null or g.state = ${input.state ?? null})`
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total ${matching}`.execute(
    tx,
  )
  const { rows } = await sql<Omit<StipendGrade, 'enteredAt'> & { enteredAt: Date }>`
    select * ${matching} and (${after} = '' or g.id < nullif(${after}, '')::uuid) order by g.id desc limit ${limit + 1}`.execute(
    tx,
  )
  const items = rows.slice(0, limit).map((row) => ({ ...row, enteredAt: row.enteredAt.toISOString() }))
  const last = items.at(-1)
  return {
    items,
    nextCursor: rows.length > limit && last !== undefined ? writeCursor([last.id]) : null,
    total: counted[0]!.total,
  }
}
