import { sql, type RawBuilder } from 'kysely'
import type {
  Contribution,
  ContributionMovement,
  ContributionRow,
  operations,
} from '#contract/funds-contributions.ts'
import type { InputOf } from '#contract/operation.ts'
import { canReach, inScope, lastName } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, notFound } from '#server/platform/errors.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { stateOn, toPassOn, type SplitRow } from '../rules.ts'
import { movedSums } from './find-contribution.ts'

type Read = Omit<ContributionRow, 'state' | 'toPassOnFen'> & {
  split: SplitRow[]
  returnBasisPoints: number
  isCoveredNow: boolean
}

/** The register of contributions within scope: the newest month first; of a month, the longest overdue first. */
export async function listContributions(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listContributions']>,
): Promise<{ items: ContributionRow[]; nextCursor: string | null; total: number }> {
  const limit = input.limit ?? 50
  const [month, until, id] = readCursor(input.cursor, ['', '', '']) as [string, string, string]
  const all = [inScope(tx, { actor, permission: 'union_funds.read' }, sql.ref('c.organisation_id'))]
  if (input.month !== undefined) all.push(sql`c.month = ${`${input.month}-01`}::date`)
  if (input.kind !== undefined) all.push(sql`c.kind = ${input.kind}`)
  if (input.way !== undefined) all.push(sql`c.way = ${input.way}`)
  const states = {
    paid: sql`m."receivedFen" >= m."dueFen"`,
    open: sql`m."receivedFen" < m."dueFen" and m."dueOn" >= ${actor.today}::date`,
    overdue: sql`m."receivedFen" < m."dueFen" and m."dueOn" < ${actor.today}::date`,
  }
  const told = input.state === undefined ? sql`true` : states[input.state]
  const matching = sql`from (${contributionRows(tx, { actor, fits: sql.join(all, sql` and `) })}) m where ${told}`
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total ${matching}`.execute(
    tx,
  )
  const { rows } = await sql<Read>`
    select m.* ${matching} and (${id} = '' or m.month < ${month} or (m.month = ${month} and (m."dueOn", m.id) > (nullif(${until}, '')::date, nullif(${id}, '')::uuid)))
    order by m.month desc, m."dueOn", m.id limit ${limit + 1}`.execute(tx)
  const items = rows.slice(0, limit).map((row) => shown(row, actor.today))
  const last = items.at(-1)
  return {
    items,
    nextCursor: rows.length > limit && last ? writeCursor([last.month, last.dueOn, last.id]) : null,
    total: counted[0]!.total,
  }
}

/** One contribution with shares, movements and the rules it was recorded by. A withdrawn one is not there. */
export async function getContribution(
  tx: Tx,
  actor: Actor,
  { contributionId }: { contributionId: string },
): Promise<Contribution> {
  const fits = sql`c.id = ${contributionId}`
  const { rows } = await sql<Read>`${contributionRows(tx, { actor, fits })}`.execute(tx)
  const row = found(rows[0])
  if (!(await canReach(tx, { actor, permission: 'union_funds.read' }, row.organisationId))) notFound()
  return {
    ...shown(row, actor.today),
    ...(await recordOf(tx, contributionId)),
    shares: await sharesOf(tx, contributionId),
    movements: await movementsOf(tx, contributionId),
    rules: await rulesOf(tx, contributionId),
  }
}

function shown({ split, returnBasisPoints, isCoveredNow, ...row }: Read, today: string): ContributionRow {
  const waits = row.kind === 'preparatory' && !isCoveredNow
  const owed = waits ? row.passedOnFen : toPassOn(row.receivedFen, { ...row, split, returnBasisPoints })
  const state = stateOn(today, row)
  return {
    ...row,
    state,
    daysOverdue: state === 'overdue' ? row.daysOverdue : 0,
    toPassOnFen: owed - row.passedOnFen,
  }
}

function contributionRows(
  tx: Tx,
  { actor, fits }: { actor: Actor; fits: RawBuilder<unknown> },
): RawBuilder<unknown> {
  return sql`
    select c.id, c.organisation_id as "organisationId", o.name as "organisationName", c.employer_id as "employerId", e.name as "employerName",
      to_char(c.month, 'YYYY-MM') as month, c.kind, c.way, c.wage_base_fen as "wageBaseFen", c.due_fen as "dueFen", c.due_on as "dueOn", ${movedSums},
      greatest(${actor.today}::date - c.due_on, 0) as "daysOverdue", c.return_basis_points as "returnBasisPoints",
      (select json_agg(json_build_object('level', s.level, 'basisPoints', s.basis_points) order by s.place) from contribution_shares s
        where s.tenant_id = c.tenant_id and s.contribution_id = c.id) as split,
      exists (select from coverages v join organisations u on u.tenant_id = v.tenant_id and u.id = v.union_id and u.kind in ('basic_union', 'union_association')
        where v.tenant_id = c.tenant_id and v.employer_id = c.employer_id and v.superseded_at is null and v.starts_on <= ${actor.today}::date
          and (v.ends_before is null or v.ends_before > ${actor.today}::date)) as "isCoveredNow"
    from contributions c
    cross join lateral (${lastName(tx, sql.ref('c.organisation_id'))}) o
    cross join lateral (${lastName(tx, sql.ref('c.employer_id'))}) e
    where c.tenant_id = ${tx.tenantId} and ${fits} and not exists (
      select from contribution_withdrawals w where w.tenant_id = c.tenant_id and w.contribution_id = c.id)`
}

async function recordOf(tx: Tx, id: string): Promise<Pick<Contribution, 'recordedBy' | 'recordedAt'>> {
  const { rows } = await sql<{ recordedBy: string; recordedAt: Date }>`
    select p.name as "recordedBy", c.recorded_at as "recordedAt" from contributions c
    join persons p on p.tenant_id = c.tenant_id and p.id = c.recorded_by_person where c.tenant_id = ${tx.tenantId} and c.id = ${id}`.execute(
    tx,
  )
  const { recordedBy, recordedAt } = found(rows[0])
  return { recordedBy, recordedAt: recordedAt.toISOString() }
}

async function sharesOf(tx: Tx, id: string): Promise<Contribution['shares']> {
  const { rows } = await sql<Contribution['shares'][number]>`
    select level, basis_points as "basisPoints", amount_fen as "amountFen" from contribution_shares
    where tenant_id = ${tx.tenantId} and contribution_id = ${id} order by place`.execute(tx)
  return rows
}

async function movementsOf(tx: Tx, id: string): Promise<ContributionMovement[]> {
  const { rows } = await sql<ContributionMovement>`
    select m.id, m.kind, m.amount_fen as "amountFen", m.moved_on as "movedOn", m.voucher_no as "voucherNo", p.name as "recordedBy",
      case when x.movement_id is null then null else json_build_object('reason', x.reason, 'reversedBy', r.name) end as reversal
    from contribution_movements m
    join persons p on p.tenant_id = m.tenant_id and p.id = m.recorded_by_person
    left join contribution_movement_reversals x on x.tenant_id = m.tenant_id and x.movement_id = m.id
    left join persons r on r.tenant_id = x.tenant_id and r.id = x.reversed_by_person
    where m.tenant_id = ${tx.tenantId} and m.contribution_id = ${id} order by m.id`.execute(tx)
  return rows
}

async function rulesOf(tx: Tx, id: string): Promise<Contribution['rules']> {
  const { rows } = await sql<Contribution['rules'][number]>`
    select r.key, r.value::text as value, r.document || ' ' || r.article as source from contributions c
    join rules r on r.id = any(select (jsonb_each_text(c.rules)).value::uuid)
    where c.tenant_id = ${tx.tenantId} and c.id = ${id} order by r.key`.execute(tx)
  return rows
}
