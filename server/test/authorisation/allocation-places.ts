import { insertAllocation, insertAllocationDecision } from '#server/modules/funds/allocations/store.ts'
import { insertBenefit } from '#server/modules/funds/ceilings/store.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** An allocation that was refused, and a benefit that needs no decision: nothing can be done with them any more. */
export interface AllocationPlace {
  allocationId: string
  allocationShareId: string
  benefitId: string
}

/** The same of a place that does not exist. */
export const nowhereToAllocate: AllocationPlace = {
  allocationId: newId(),
  allocationShareId: newId(),
  benefitId: newId(),
}

/** Makes it for an organisation. */
export async function allocationAt(
  tx: Tx,
  { organisationId, memberId }: { organisationId: string; memberId: string },
): Promise<AllocationPlace> {
  const somebody = { appointment: null, personId: memberId } as Actor
  const { version } = await ruleFor(tx, 'allocations.classes', '2020-01-01')
  const allocationId = await insertAllocation(tx, somebody, {
    organisationId,
    year: 2020,
    totalFen: 1,
    documentNo: '测试 1 号',
    ruleId: version,
    shares: [{ unionId: organisationId, class: 'standard', workers: 1, weight: 100, amountFen: 1 }],
  })
  await insertAllocationDecision(tx, somebody, { allocationId, outcome: 'refused', reason: '-' })
  const share = await tx
    .selectFrom('allocation_shares')
    .select('id')
    .where('tenant_id', '=', tx.tenantId)
    .where('allocation_id', '=', allocationId)
    .executeTakeFirstOrThrow()
  const benefitId = await insertBenefit(tx, somebody, {
    organisationId,
    personId: memberId,
    category: 'birthday',
    occasion: null,
    event: '2020-01-01',
    givenOn: '2020-01-01',
    amountFen: 1,
    note: '',
    rules: {},
  })
  return { allocationId, allocationShareId: share.id, benefitId }
}
