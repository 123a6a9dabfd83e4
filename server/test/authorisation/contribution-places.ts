import {
  insertContribution,
  insertContributionMovement,
  insertMovementReversal,
} from '#server/modules/funds/contributions/store.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** A contribution that is paid in full, with a movement that was taken back: nothing can be done with it any more. */
export interface ContributionPlace {
  contributionId: string
  contributionMovementId: string
}

/** The same of a place that does not exist. */
export const nowhereToContribute: ContributionPlace = {
  contributionId: newId(),
  contributionMovementId: newId(),
}

/** Makes it for an organisation. */
export async function contributionAt(
  tx: Tx,
  { organisationId, memberId }: { organisationId: string; memberId: string },
): Promise<ContributionPlace> {
  const somebody = { appointment: null, personId: memberId } as Actor
  const contributionId = await insertContribution(tx, somebody, {
    organisationId,
    employerId: organisationId,
    month: '2020-01',
    kind: 'regular',
    way: 'through_basic',
    wageBaseFen: 50,
    dueFen: 1,
    dueOn: '2020-02-15',
    returnBasisPoints: 10_000,
    rules: {},
    shares: [{ level: 'basic', basisPoints: 10_000, amountFen: 1 }],
  })
  const receipt = { contributionId, kind: 'receipt', amountFen: 1, movedOn: '2020-02-01' } as const
  const contributionMovementId = await insertContributionMovement(tx, somebody, {
    ...receipt,
    voucherNo: '测试 1 号',
  })
  await insertMovementReversal(tx, somebody, { movementId: contributionMovementId, reason: '测试冲销' })
  await insertContributionMovement(tx, somebody, { ...receipt, voucherNo: '测试 2 号' })
  return { contributionId, contributionMovementId }
}
