import { sql } from 'kysely'
import type { OwnTransfer } from '#contract/people-transfers.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { personRecords } from '../person-scope.ts'
import { isOpen } from '../rules/transfer.ts'
import { lastStep } from '../transfer-store.ts'
import { profileToday } from './member-columns.ts'
import { stepsOf } from './transfer.ts'

/** One’s own transfers, whoever asked for them, the latest first. */
export async function listOwnTransfers(tx: Tx, actor: Actor): Promise<{ items: OwnTransfer[] }> {
  const records = found(await personRecords(tx, actor.personId))
  const { rows } = await sql<Omit<OwnTransfer, 'steps' | 'can'>>`
    select t.id, coalesce(f.name, '') as "fromUnionName", coalesce(u.name, '') as "toUnionName", t.asked_by as "askedBy", last.step as state,
      last.due_on as "dueOn"
    from transfers t cross join lateral (${lastStep()}) last
    left join organisation_profiles f on ${profileToday(tx, 'f', sql.ref('t.from_union_id'))}
    left join organisation_profiles u on ${profileToday(tx, 'u', sql.ref('t.to_union_id'))}
    where t.tenant_id = ${tx.tenantId} and t.person_id = any(${records.recordIds}::uuid[])
    order by t.id desc limit 50`.execute(tx)
  const steps = await stepsOf(
    tx,
    rows.map((row) => row.id),
  )
  return {
    items: rows.map((row) => ({
      ...row,
      steps: steps.get(row.id) ?? [],
      can: { withdraw: row.askedBy === 'person' && isOpen(row.state) },
    })),
  }
}
