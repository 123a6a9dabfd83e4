import { sql } from 'kysely'
import type {
  Contribution,
  ContributionMovement,
  ContributionRow,
  WithdrawnContribution,
} from '#contract/funds-contributions.ts'
import { canReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, notFound } from '#server/platform/errors.ts'
import { whyNotContribution } from '../policy.ts'
import { passingOnOf } from '../rules.ts'
import { contributionRows, shownContribution, type ReadContribution } from './contributions.ts'
import { findContribution } from './find-contribution.ts'
import { lateFeeOf } from './late-fee.ts'

/** One contribution with shares, movements and the rules it was recorded by. A withdrawn one is not there. */
export async function getContribution(
  tx: Tx,
  actor: Actor,
  { contributionId }: { contributionId: string },
): Promise<Contribution> {
  const fits = sql`c.id = ${contributionId}`
  const { rows } = await sql<ReadContribution>`${contributionRows(tx, { actor, fits })}`.execute(tx)
  const row = found(rows[0])
  if (!(await canReach(tx, { actor, permission: 'union_funds.read' }, row.organisationId))) notFound()
  const head = await findContribution(tx, contributionId)
  return {
    ...shownContribution(row, actor.today),
    ...(await recordOf(tx, contributionId)),
    shares: await sharesOf(tx, contributionId),
    movements: await movementsOf(tx, contributionId),
    withdrawn: await withdrawnBefore(tx, row),
    lateFee: await lateFeeOf(tx, head, actor.today),
    passesOn: passingOnOf[row.kind][row.way],
    can: await whyNotContribution(tx, actor, head),
    rules: await rulesOf(tx, contributionId),
  }
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
  const { rows } = await sql<Omit<ContributionMovement, 'recordedAt'> & { recordedAt: Date }>`
    select m.id, m.kind, m.amount_fen as "amountFen", m.moved_on as "movedOn", m.voucher_no as "voucherNo", p.name as "recordedBy", m.recorded_at as "recordedAt",
      case when x.movement_id is null then null else json_build_object('reason', x.reason, 'reversedBy', r.name,
        'reversedAt', to_char(x.reversed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end as reversal
    from contribution_movements m
    join persons p on p.tenant_id = m.tenant_id and p.id = m.recorded_by_person
    left join contribution_movement_reversals x on x.tenant_id = m.tenant_id and x.movement_id = m.id
    left join persons r on r.tenant_id = x.tenant_id and r.id = x.reversed_by_person
    where m.tenant_id = ${tx.tenantId} and m.contribution_id = ${id} order by m.id`.execute(tx)
  return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }))
}

async function rulesOf(tx: Tx, id: string): Promise<Contribution['rules']> {
  const { rows } = await sql<Contribution['rules'][number]>`
    select r.key, r.value::text as value, r.document || ' ' || r.article as source from contributions c
    join rules r on r.id = any(select (jsonb_each_text(c.rules)).value::uuid)
    where c.tenant_id = ${tx.tenantId} and c.id = ${id} order by r.key`.execute(tx)
  return rows
}

async function withdrawnBefore(
  tx: Tx,
  { employerId, month }: Pick<ContributionRow, 'employerId' | 'month'>,
): Promise<WithdrawnContribution[]> {
  const { rows } = await sql<
    Omit<WithdrawnContribution, 'recordedAt' | 'withdrawnAt'> & { recordedAt: Date; withdrawnAt: Date }
  >`
    select c.wage_base_fen as "wageBaseFen", c.due_fen as "dueFen", p.name as "recordedBy", c.recorded_at as "recordedAt", w.reason, q.name as "withdrawnBy",
      w.withdrawn_at as "withdrawnAt"
    from contributions c join contribution_withdrawals w on w.tenant_id = c.tenant_id and w.contribution_id = c.id
    join persons p on p.tenant_id = c.tenant_id and p.id = c.recorded_by_person
    join persons q on q.tenant_id = w.tenant_id and q.id = w.withdrawn_by_person
    where c.tenant_id = ${tx.tenantId} and c.employer_id = ${employerId} and c.month = ${`${month}-01`}::date order by c.number`.execute(
    tx,
  )
  return rows.map((row) => ({
    ...row,
    recordedAt: row.recordedAt.toISOString(),
    withdrawnAt: row.withdrawnAt.toISOString(),
  }))
}
