import { sql, type RawBuilder } from 'kysely'
import type { ContributionRow, ContributionTotals, operations } from '#contract/funds-contributions.ts'
import type { InputOf } from '#contract/operation.ts'
import { inScope, lastName } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { column, registerPage, registerRows, type Register } from '../../register.ts'
import { stateOn, toPassOn, type SplitRow } from '../rules.ts'
import { movedSums } from './find-contribution.ts'

/** A row as it is read, before what is worked out of it. */
export type ReadContribution = Omit<ContributionRow, 'state' | 'toPassOnFen'> & {
  split: SplitRow[]
  returnBasisPoints: number
  isCoveredNow: boolean
}

type Filters = InputOf<(typeof operations)['sumContributions']>

/** The register of contributions within scope: the newest month first; of a month, the longest overdue first. */
export async function listContributions(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listContributions']>,
): Promise<{ items: ContributionRow[]; nextCursor: string | null; total: number }> {
  const page = await registerPage<ReadContribution>(tx, register(tx, actor, input), input)
  return { ...page, items: page.items.map((row) => shownContribution(row, actor.today)) }
}

/** The sums of the same register. */
export async function sumContributions(tx: Tx, actor: Actor, input: Filters): Promise<ContributionTotals> {
  const { rows } = await sql<ContributionTotals>`
    with matching as (select m.*, m."receivedFen" < m."dueFen" and m."dueOn" < ${actor.today}::date as late ${matching(tx, actor, input)})
    select count(*)::int as contributions, coalesce(sum("dueFen"), 0)::bigint as "dueFen", coalesce(sum("receivedFen"), 0)::bigint as "receivedFen",
      (count(*) filter (where late))::int as overdue, coalesce(sum("dueFen" - "receivedFen") filter (where late), 0)::bigint as "overdueFen",
      coalesce(sum("passedOnFen"), 0)::bigint as "passedOnFen"
    from matching`.execute(tx)
  return rows[0]!
}

/** The whole register within scope, as the list has it. */
export async function allContributions(
  tx: Tx,
  actor: Actor,
  input: Filters & { sort?: string },
): Promise<ContributionRow[]> {
  const rows = await registerRows<ReadContribution>(tx, register(tx, actor, input), input)
  return rows.map((row) => shownContribution(row, actor.today))
}

// Of a month, what was due first stands first: its day counts downward.
const orders: Register['orders'] = {
  employer: column('employerName', 'text'),
  month: [...column('month', 'text'), [sql`(date '2000-01-01' - m."dueOn")`, 'bigint']],
  due: column('dueFen'),
  received: column('receivedFen'),
  dueOn: column('dueOn', 'date'),
}

function register(tx: Tx, actor: Actor, input: Filters): Register {
  return { rows: sql`select m.* ${matching(tx, actor, input)}`, orders, unasked: '-month' }
}

function matching(tx: Tx, actor: Actor, input: Filters): RawBuilder<unknown> {
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
  const named =
    input.q === undefined
      ? sql`true`
      : sql`(position(${input.q.trim()} in m."employerName") > 0 or position(${input.q.trim()} in m."organisationName") > 0)`
  return sql`from (${contributionRows(tx, { actor, fits: sql.join(all, sql` and `) })}) m where ${told} and ${named}`
}

/** A row with what is worked out of it: its state on a day, and what is left to pass on. */
export function shownContribution(
  { split, returnBasisPoints, isCoveredNow, ...row }: ReadContribution,
  today: string,
): ContributionRow {
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

/** The contributions that fit and were not withdrawn, with their sums. */
export function contributionRows(
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
