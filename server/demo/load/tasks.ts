import { requestTransfers, settleTransfers } from '#server/modules/people/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { sql } from 'kysely'
import type { DemoTenant } from '../shapes.ts'

/**
 * Something that waits, so that inboxes are not empty: the union of the second demo worker lets them go to the shown union, and a colleague
 * of the first one asks to leave it. Others have asked and were refused, took it back or got no answer. Nobody's membership moves. Call it when the
 * member index stands.
 */
export async function loadTasks(tx: Tx, demo: DemoTenant, persons: readonly string[]): Promise<void> {
  const numberOf = (role: string) => demo.accounts.find((account) => account.role === role)!.person
  const comer = persons[numberOf('worker2') - 1]!
  // The chair is the first of the union, the demo worker the second.
  const leaver = persons[numberOf('union') + 1]!
  const [farUnionId, shownUnionId] = [await unionOf(tx, comer), await unionOf(tx, leaver)]
  const request = { reason: null, importId: null }
  await requestTransfers(tx, null, {
    ...request,
    persons: [{ personId: comer, fromUnionId: farUnionId }],
    toUnionId: shownUnionId,
    askedBy: 'union_of_today',
  })
  await requestTransfers(tx, null, {
    ...request,
    persons: [{ personId: leaver, fromUnionId: shownUnionId }],
    toUnionId: farUnionId,
    askedBy: 'person',
  })
  for (const [at, ending] of endings.entries()) {
    const personId = persons[numberOf('union') + 2 + at]!
    const transferIds = await requestTransfers(tx, null, {
      ...request,
      persons: [{ personId, fromUnionId: await unionOf(tx, personId) }],
      toUnionId: farUnionId,
      askedBy: 'person',
    })
    await settleTransfers(tx, null, { transferIds, ...ending })
  }
}

const endings = [
  { step: 'refused', bySide: 'union_of_today', reason: '尚未办理离职手续' },
  { step: 'withdrawn', bySide: 'person', reason: null },
  { step: 'expired', bySide: 'system', reason: null },
] as const

async function unionOf(tx: Tx, personId: string): Promise<string> {
  const { rows } = await sql<{ union_id: string }>`
    select union_id from member_index where tenant_id = ${tx.tenantId} and person_id = ${personId}`.execute(
    tx,
  )
  return rows[0]!.union_id
}
