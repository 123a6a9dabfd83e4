import { sql, type RawBuilder } from 'kysely'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { AnnualReturn, AnnualReturnRow, operations, ReturnFinding } from '#contract/reports-returns.ts'
import { inScope, mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'

type Asked = InputOf<(typeof operations)['listAnnualReturns']>
type Answer = OutputOf<(typeof operations)['listAnnualReturns']>
type Stored = AnnualReturnRow & { madeAt: Date }

/** Annual returns of organisations within scope, the newest first. */
export async function listAnnualReturns(tx: Tx, actor: Actor, input: Asked): Promise<Answer> {
  const limit = input.limit ?? 50
  const [before] = readCursor(input.cursor, [''])
  const { rows } = await sql<Stored>`
    ${headsOf(tx)} and ${inScope(tx, { actor, permission: 'reports.seal' }, sql.ref('r.organisation_id'))}
      and (${before} = '' or r.id < nullif(${before}, '')::uuid) order by r.id desc limit ${limit + 1}`.execute(
    tx,
  )
  const items = rows.slice(0, limit).map(shown)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last !== undefined ? writeCursor([last.id]) : null }
}

/** One annual return within scope. */
export async function getAnnualReturn(
  tx: Tx,
  actor: Actor,
  { returnId }: { returnId: string },
): Promise<AnnualReturn> {
  await mustReadReturn(tx, actor, returnId)
  return returnOf(tx, returnId)
}

/** Whoever seals reports there may read a return; for all others it is not there. */
export async function mustReadReturn(tx: Tx, actor: Actor, returnId: string): Promise<void> {
  const row = await tx
    .selectFrom('annual_returns')
    .select('organisation_id as organisationId')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', returnId)
    .executeTakeFirst()
  await mustReach(tx, { actor, permission: 'reports.seal' }, found(row).organisationId)
}

/** An annual return with its sealed totals, without asking who wants to know. */
export async function returnOf(tx: Tx, returnId: string): Promise<AnnualReturn> {
  const { rows } = await sql<Stored & Pick<AnnualReturn, 'rule' | 'members' | 'workers'>>`
    with head as (${headsOf(tx)} and r.id = ${returnId})
    select head.*, (select u.document || ' ' || u.article from annual_returns r join rules u on u.id = r.rule_id
        where r.tenant_id = ${tx.tenantId} and r.id = head.id) as rule,
      ${sealedTotal(tx, 1)} as members, ${sealedTotal(tx, 2)} as workers from head`.execute(tx)
  const { rows: findings } = await sql<{ finding: ReturnFinding; lines: number }>`
    select f as finding, count(*)::int as lines from annual_return_lines l cross join unnest(l.findings) as f
    where l.tenant_id = ${tx.tenantId} and l.return_id = ${returnId} group by f order by count(*) desc, f`.execute(
    tx,
  )
  return { ...shown(found(rows[0])), findings } as AnnualReturn
}

function sealedTotal(tx: Tx, number: number): RawBuilder<number> {
  return sql<number>`(select f.total from sealed_figures f where f.tenant_id = ${tx.tenantId} and f.report_id = head."reportId" and f.number = ${number})`
}

function headsOf(tx: Tx): RawBuilder<Stored> {
  const ofLines = sql`annual_return_lines l where l.tenant_id = r.tenant_id and l.return_id = r.id`
  return sql<Stored>`
    select r.id, r.organisation_id as "organisationId", f.organisation_name as "organisationName", r.year, r.starts_on as "startsOn", r.ends_on as "endsOn",
      r.report_id as "reportId", s.version, r.made_at as "madeAt", (select count(*)::int from ${ofLines}) as unions,
      (select count(*)::int from ${ofLines} and cardinality(l.findings) > 0) as wrong
    from annual_returns r join sealed_reports s on s.tenant_id = r.tenant_id and s.id = r.report_id
    join sealed_figures f on f.tenant_id = r.tenant_id and f.report_id = r.report_id and f.number = 1
    where r.tenant_id = ${tx.tenantId}`
}

function shown(row: Stored): AnnualReturnRow {
  return { ...row, madeAt: row.madeAt.toISOString() }
}
