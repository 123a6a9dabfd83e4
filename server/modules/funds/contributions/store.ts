import { sql } from 'kysely'
import type {
  ContributionKind,
  ContributionMovementKind,
  ContributionWay,
} from '#contract/funds-contributions.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { handOf } from '../payments/policy.ts'
import type { LevelShare } from './rules.ts'

/** A contribution that is to be kept, with the sums and terms that the rules gave. */
export interface NewContribution {
  organisationId: string
  employerId: string
  month: string
  kind: ContributionKind
  way: ContributionWay
  wageBaseFen: number
  dueFen: number
  dueOn: string
  returnBasisPoints: number
  rules: Readonly<Record<string, string>>
  shares: readonly LevelShare[]
}

/** Keeps a contribution with its shares. Its number counts those of the month that were withdrawn; a second one is refused by its key (409). */
export async function insertContribution(tx: Tx, actor: Actor, made: NewContribution): Promise<string> {
  const id = newId()
  await sql`
    insert into contributions (tenant_id, id, organisation_id, employer_id, month, number, kind, way, wage_base_fen, due_fen, due_on, return_basis_points,
      rules, recorded_by, recorded_by_person)
    select ${tx.tenantId}, ${id}, ${made.organisationId}, ${made.employerId}, ${`${made.month}-01`}::date, count(*), ${made.kind}, ${made.way},
      ${made.wageBaseFen}, ${made.dueFen}, ${made.dueOn}::date, ${made.returnBasisPoints}, ${JSON.stringify(made.rules)}::jsonb,
      ${actor.appointment?.id ?? null}::uuid, ${await handOf(tx, actor)}::uuid
    from contributions c join contribution_withdrawals w on w.tenant_id = c.tenant_id and w.contribution_id = c.id
    where c.tenant_id = ${tx.tenantId} and c.employer_id = ${made.employerId} and c.month = ${`${made.month}-01`}::date`.execute(
    tx,
  )
  const rows = made.shares.map((share, place) => ({ ...share, place }))
  await sql`
    insert into contribution_shares (tenant_id, contribution_id, level, place, basis_points, amount_fen)
    select ${tx.tenantId}, ${id}, s.level, s.place, s."basisPoints", s."amountFen"
    from json_to_recordset(${JSON.stringify(rows)}::json) as s (level text, place smallint, "basisPoints" smallint, "amountFen" bigint)`.execute(
    tx,
  )
  return id
}

/** Locks a contribution: whoever withdraws or books waits in line. */
export async function lockContribution(tx: Tx, contributionId: string): Promise<void> {
  await sql`select from contributions where tenant_id = ${tx.tenantId} and id = ${contributionId} for no key update`.execute(
    tx,
  )
}

/** Withdraws a contribution; twice is refused by its key (409). */
export async function insertWithdrawal(
  tx: Tx,
  actor: Actor,
  { contributionId, reason }: { contributionId: string; reason: string },
): Promise<void> {
  await sql`
    insert into contribution_withdrawals (tenant_id, contribution_id, reason, withdrawn_by, withdrawn_by_person)
    values (${tx.tenantId}, ${contributionId}, ${reason}, ${actor.appointment?.id ?? null}, ${await handOf(tx, actor)})`.execute(
    tx,
  )
}

/** Keeps money that moved. A voucher of the same kind that stands is refused by its key (409). */
export async function insertContributionMovement(
  tx: Tx,
  actor: Actor,
  moved: {
    contributionId: string
    kind: ContributionMovementKind
    amountFen: number
    movedOn: string
    voucherNo: string
  },
): Promise<string> {
  const id = newId()
  await sql`
    insert into contribution_movements (tenant_id, id, contribution_id, kind, voucher_no, number, amount_fen, moved_on, recorded_by, recorded_by_person)
    select ${tx.tenantId}, ${id}, ${moved.contributionId}, ${moved.kind}, ${moved.voucherNo}, count(*), ${moved.amountFen}, ${moved.movedOn}::date,
      ${actor.appointment?.id ?? null}::uuid, ${await handOf(tx, actor)}::uuid
    from contribution_movements m join contribution_movement_reversals x on x.tenant_id = m.tenant_id and x.movement_id = m.id
    where m.tenant_id = ${tx.tenantId} and m.contribution_id = ${moved.contributionId} and m.kind = ${moved.kind} and m.voucher_no = ${moved.voucherNo}`.execute(
    tx,
  )
  return id
}

/** Takes a movement back; twice is refused by its key (409). */
export async function insertMovementReversal(
  tx: Tx,
  actor: Actor,
  { movementId, reason }: { movementId: string; reason: string },
): Promise<void> {
  await sql`
    insert into contribution_movement_reversals (tenant_id, movement_id, reason, reversed_by, reversed_by_person)
    values (${tx.tenantId}, ${movementId}, ${reason}, ${actor.appointment?.id ?? null}, ${await handOf(tx, actor)})`.execute(
    tx,
  )
}
