import { sql } from 'kysely'
import { ruleFor } from '#server/modules/rules/index.ts'
import { audit } from '#server/platform/audit.ts'
import { addDays, today } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { lockPersons } from '../memberships.ts'
import { familyRecords, findTransfers, lastStep } from '../transfer-store.ts'
import { remindOfTransfers, tellAskers } from '../transfer-tasks.ts'
import { settleTransfers } from './settle-transfers.ts'

/** What a day does to transfers: those not answered in time expire, unions whose answer is due soon are reminded. May run twice. */
export async function turnTransfers(tx: Tx): Promise<{ expired: number; reminded: number }> {
  const day = await today(tx)
  const expired = await expire(tx, day)
  const before = (await ruleFor<number>(tx, 'people.transfer_reminder_days', day)).value
  const reminded = await remindOfTransfers(tx, addDays(day, before))
  return { expired, reminded }
}

async function expire(tx: Tx, day: string): Promise<number> {
  const found = await findTransfers(tx, await overdue(tx, day))
  if (found.length === 0) return 0
  const records = await familyRecords(
    tx,
    found.map((one) => one.personId),
  )
  await lockPersons(tx, [...records.values()].flat())
  // Whoever has answered before the lock was taken has answered in time.
  const still = new Set(await overdue(tx, day))
  const transferIds = found.map((one) => one.id).filter((id) => still.has(id))
  await settleTransfers(tx, null, { transferIds, step: 'expired', bySide: 'system', reason: null })
  await tellAskers(tx, null, { kind: 'people.transfer_expired', transferIds })
  if (transferIds.length > 0)
    await audit(tx, null, 'people.transfers_expired', {
      kind: 'tenant',
      id: tx.tenantId,
      organisationId: null,
      params: { transfers: transferIds.length },
    })
  return transferIds.length
}

async function overdue(tx: Tx, day: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select t.id from transfers t cross join lateral (${lastStep()}) last
    where t.tenant_id = ${tx.tenantId} and last.due_on < ${day}::date`.execute(tx)
  return rows.map((row) => row.id)
}
