import { sql } from 'kysely'
import { createTask } from '#server/modules/inbox/index.ts'
import { today } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { DemoTenant } from '../shapes.ts'

/**
 * Something that waits, so that inboxes are not empty: the second demo worker asks to come to the shown union, and a colleague of the
 * first one asks to leave it. Call it when the member index stands.
 */
export async function loadTasks(tx: Tx, demo: DemoTenant, persons: readonly string[]): Promise<void> {
  const numberOf = (role: string) => demo.accounts.find((account) => account.role === role)!.person
  const comer = persons[numberOf('worker2') - 1]!
  // The chair is the first of the union, the demo worker the second.
  const leaver = persons[numberOf('union') + 1]!
  const [farUnionId, shownUnionId] = [await unionOf(tx, comer), await unionOf(tx, leaver)]
  const on = await today(tx)
  const task = { permission: 'people.write', dueOn: null } as const
  await createTask(tx, null, {
    ...task,
    kind: 'people.transfer_to_accept',
    organisationId: shownUnionId,
    subjectId: comer,
    params: { fromUnionId: farUnionId, toUnionId: shownUnionId, on },
  })
  await createTask(tx, null, {
    ...task,
    kind: 'people.transfer_to_release',
    organisationId: shownUnionId,
    subjectId: leaver,
    params: { fromUnionId: shownUnionId, toUnionId: farUnionId, on },
  })
}

async function unionOf(tx: Tx, personId: string): Promise<string> {
  const { rows } = await sql<{ union_id: string }>`
    select union_id from member_index where tenant_id = ${tx.tenantId} and person_id = ${personId}`.execute(
    tx,
  )
  return rows[0]!.union_id
}
