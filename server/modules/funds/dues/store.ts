import { sql } from 'kysely'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { handOf } from '../payments/policy.ts'

/** Keeps the dues of a month. Its number counts those that were withdrawn; a second one is refused by its key (409). */
export async function insertDues(
  tx: Tx,
  actor: Actor,
  made: {
    unionId: string
    month: string
    members: number
    dueFen: number
    receivedFen: number
    receivedOn: string
    voucherNo: string
    ruleId: string
  },
): Promise<string> {
  const id = newId()
  const month = `${made.month}-01`
  await sql`
    insert into dues (tenant_id, id, union_id, month, number, members, due_fen, received_fen, received_on, voucher_no, rule_id, recorded_by, recorded_by_person)
    select ${tx.tenantId}, ${id}, ${made.unionId}, ${month}::date, count(*), ${made.members}, ${made.dueFen}, ${made.receivedFen}, ${made.receivedOn}::date,
      ${made.voucherNo}, ${made.ruleId}::uuid, ${actor.appointment?.id ?? null}::uuid, ${await handOf(tx, actor)}::uuid
    from dues d join dues_withdrawals w on w.tenant_id = d.tenant_id and w.dues_id = d.id
    where d.tenant_id = ${tx.tenantId} and d.union_id = ${made.unionId} and d.month = ${month}::date`.execute(
    tx,
  )
  return id
}

/** Withdraws dues; twice is refused by its key (409). */
export async function insertDuesWithdrawal(
  tx: Tx,
  actor: Actor,
  { duesId, reason }: { duesId: string; reason: string },
): Promise<void> {
  await sql`
    insert into dues_withdrawals (tenant_id, dues_id, reason, withdrawn_by, withdrawn_by_person)
    values (${tx.tenantId}, ${duesId}, ${reason}, ${actor.appointment?.id ?? null}, ${await handOf(tx, actor)})`.execute(
    tx,
  )
}
