import { sql } from 'kysely'
import type { ContributionKind, ContributionWay } from '#contract/funds-contributions.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import type { SplitRow } from '../rules.ts'

/** A contribution as its commands need it. */
export interface ContributionHead {
  id: string
  organisationId: string
  employerId: string
  kind: ContributionKind
  way: ContributionWay
  dueFen: number
  dueOn: string
  lateFeeRule: string | null
  receivedFen: number
  passedOnFen: number
  returnBasisPoints: number
  isWithdrawn: boolean
  recordedByPerson: string
  split: SplitRow[]
}

/** A contribution by its id; else: not there. The caller judges the reach. */
export async function findContribution(tx: Tx, contributionId: string): Promise<ContributionHead> {
  const { rows } = await sql<ContributionHead>`
    select c.id, c.organisation_id as "organisationId", c.employer_id as "employerId", c.kind, c.way, c.due_fen as "dueFen", c.due_on as "dueOn",
      c.rules ->> 'contributions.late_fee' as "lateFeeRule", c.return_basis_points as "returnBasisPoints", c.recorded_by_person as "recordedByPerson", ${movedSums},
      exists (select from contribution_withdrawals w where w.tenant_id = c.tenant_id and w.contribution_id = c.id) as "isWithdrawn",
      (select json_agg(json_build_object('level', s.level, 'basisPoints', s.basis_points) order by s.place) from contribution_shares s
        where s.tenant_id = c.tenant_id and s.contribution_id = c.id) as split
    from contributions c where c.tenant_id = ${tx.tenantId} and c.id = ${contributionId}`.execute(tx)
  return found(rows[0])
}

const standing = sql`from contribution_movements m where m.tenant_id = c.tenant_id and m.contribution_id = c.id and not exists (
  select from contribution_movement_reversals x where x.tenant_id = m.tenant_id and x.movement_id = m.id)`

/** What stands of the contribution `c`: `"receivedFen"` and `"passedOnFen"`. */
export const movedSums = sql`
  (select coalesce(sum(m.amount_fen), 0)::bigint ${standing} and m.kind = 'receipt') as "receivedFen",
  (select coalesce(sum(m.amount_fen), 0)::bigint ${standing} and m.kind in ('remittance', 'refund', 'return')) as "passedOnFen"`

/** The contribution a movement belongs to, what it moved, and whether it still stands; else: not there. */
export async function findMovement(
  tx: Tx,
  movementId: string,
): Promise<{ contributionId: string; kind: string; amountFen: number }> {
  const { rows } = await sql<{ contributionId: string; kind: string; amountFen: number }>`
    select contribution_id as "contributionId", kind, amount_fen as "amountFen" from contribution_movements
    where tenant_id = ${tx.tenantId} and id = ${movementId}`.execute(tx)
  return found(rows[0])
}

/** Whether a union covered the employer on any day of a month (`YYYY-MM`); without a union named, whether any did. */
export async function isCovered(
  tx: Tx,
  { employerId, unionId, month }: { employerId: string; unionId: string | null; month: string },
): Promise<boolean> {
  const { rows } = await sql`
    select from coverages v join organisations u on u.tenant_id = v.tenant_id and u.id = v.union_id and u.kind in ('basic_union', 'union_association')
    where v.tenant_id = ${tx.tenantId} and v.employer_id = ${employerId} and v.superseded_at is null and (${unionId}::uuid is null or v.union_id = ${unionId})
      and v.starts_on < ${`${month}-01`}::date + interval '1 month' and (v.ends_before is null or v.ends_before > ${`${month}-01`}::date) limit 1`.execute(
    tx,
  )
  return rows.length > 0
}
